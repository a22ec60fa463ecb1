"""Private data in what people write: found by rules, judged by level. Pure functions over plain text."""

import re

from pipeline.safety.children import named
from pipeline.safety.finding import Finding
from pipeline.safety.numbers import numbered
from pipeline.safety.sensitive import told
from pipeline.safety.windows import windows, words

__all__ = ["Finding", "detect"]


_FIELD = re.compile(r"\n(?=\s?(?:umur|usia|kelas|(?:asal )?sekolah|alamat|tanggal lahir|ttl)\s?:)", re.IGNORECASE)
"""The end of a line in a form, after which it goes on with the same person."""


def detect(text: str) -> list[Finding]:
    """Return everything that *text* (plain) tells of persons and should not, in order."""
    found: list[Finding] = []
    for start, piece in windows(_FIELD.sub(" ", text)):
        said = words(piece)
        found += numbered(piece, start, said)
        found += named(piece, start, said)
        found += told(piece, start, said)
    return sorted(found, key=lambda finding: (finding.start, finding.end)) if found else found
