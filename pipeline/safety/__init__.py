"""Private data in what people write: found by rules, judged by level. Pure functions over plain text."""

import re

from pipeline.safety.children import named
from pipeline.safety.finding import Finding
from pipeline.safety.numbers import numbered
from pipeline.safety.sensitive import told
from pipeline.safety.windows import windows, words

__all__ = ["Finding", "detect"]


_FIELD = re.compile(
    r"\n(?=\s?(?:(?:umur|usia|kelas|(?:asal )?sekolah|alamat|tanggal lahir|ttl)\s?:|(?:sisw[ai]|murid)\b))",
    re.IGNORECASE,
)
"""The end of a line in a form, after which it goes on with the same person."""

_ITEM = re.compile(r"\s*(?:\d{1,3}[.)]|[-–•*])\s")
_LOUD = re.compile(r"\b[A-Z]{3,}(?:\s[A-Z]{2,})+\b")
_PUPIL = re.compile(r"(?<![\w.-])0\d{9}(?![\w.-])")
"""A NISN in a table that says so in its first row."""

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
        if "NISN" in lead:
            found += (Finding("nisn", start + one.start(), start + one.end(), one[0]) for one in _PUPIL.finditer(piece))
        found += (one._replace(text=text[one.start : one.end]) for one in named(heard, start, said, lead))
        found += told(heard, start, said)
        lead = _leads(piece, lead)
    return sorted(found, key=lambda finding: (finding.start, finding.end)) if found else found


def _aloud(piece: str) -> str:
    """Return *piece* as one would write it who does not shout, and a row of a table with commas; no place moves."""
    if piece.count(";") > 2:
        piece = piece.replace(";", ",")
    return _LOUD.sub(_softly, piece)


def _softly(found: re.Match[str]) -> str:
    return " ".join(word if word in _SHORT else word.capitalize() for word in found[0].split(" "))


def _leads(piece: str, lead: str) -> str:
    """Return what leads the lines after *piece*: itself, where it announces a list, as long as the list goes on."""
    line = piece.strip()
    if line.endswith(":") or ("|" in line and not any(map(str.isdigit, line))):
        return line
    return lead if _ITEM.match(piece) or ("|" in line and "|" in lead) else ""
