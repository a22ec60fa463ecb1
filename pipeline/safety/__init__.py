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

_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[-–•*])\s")
_LOUD = re.compile(r"\b[A-Z]{3,}\b")
_SHORT = frozenset((
    "SD", "SDN", "SMP", "SMPN", "SMA", "SMAN", "SMK", "SMKN", "MTS", "MTSN", "MIN", "PAUD", "SLB", "SLBN", "NIK",
    "NISN", "NIP", "NPWP", "BPJS", "TBM", "PKK",
))  # fmt: skip
"""What is always written so."""


def detect(text: str, lead: str = "") -> list[Finding]:
    """Return everything that *text* (plain) tells of persons and should not, in order.

    *lead* is what was said before a list of which *text* is an item: *Siswa yang tampil:*.
    """
    found: list[Finding] = []
    for start, piece in windows(_FIELD.sub(" ", text)):
        heard = _aloud(piece)
        said = words(f"{lead} {heard}" if lead else heard)
        found += numbered(piece, start, said)
        found += (one._replace(text=text[one.start : one.end]) for one in named(heard, start, said, lead))
        found += told(heard, start, said)
        lead = _leads(piece, lead)
    return sorted(found, key=lambda finding: (finding.start, finding.end)) if found else found


def _aloud(piece: str) -> str:
    """Return *piece* as one would write it who does not shout, and a row of a table with commas; no place moves."""
    if piece.count(";") > 2:
        piece = piece.replace(";", ",")
    if len(_LOUD.findall(piece)) < 2 or sum(map(str.isupper, piece)) < 3 * sum(map(str.islower, piece)):
        return piece
    return _LOUD.sub(lambda found: found[0] if found[0] in _SHORT else found[0].capitalize(), piece)


def _leads(piece: str, lead: str) -> str:
    """Return what leads the lines after *piece*: itself, where it announces a list, as long as the list goes on."""
    if piece.rstrip().endswith(":"):
        return piece.strip()
    return lead if _ITEM.match(piece) else ""
