"""Where somebody lives: RT and RW, street and number, where a home is meant and not an office or a school."""

import re
from collections.abc import Iterator

from pipeline.safety.finding import Finding

_RTRW = re.compile(
    r"\bRT[\s.]*\d{1,3}\s*(?:[/–,-]\s*|\s)?(?:RW[\s.]*)\d{1,3}\b|\bRT[\s.]*\d{1,3}\s*/\s*\d{1,3}\b", re.IGNORECASE
)
_STREET = re.compile(
    r"\b(?:Jl\.?|Jln\.?|Jalan|Gg\.?|Gang|Lorong|Lr\.|Kompleks?|Perum(?:ahan)?\.?|Asrama|Kav(?:eling|ling)?\.?)\s+[A-Z0-9][\w'.-]*(?:\s+(?:[A-Z0-9][\w'/.-]*|dalam|no\.?))*"
)
_NUMBERED = re.compile(r"\d")

_HOME = re.compile(
    r"\b(?:di)?rumah(?:nya)?\b|\b(?:kediaman|tempat tinggal|alamat|kontrakan|kos|domisili|bumi|griya)(?:nya)?\b"
    r"|\b(?:tinggal|menetap|bermukim|beralamat|berdomisili|dialamatkan|diantar|menjemput|dijemput|atas nama|kirim)\b"
    r"|\b(?:bapak|pak|ibu|bu|sdri?\.?|mbah|nenek|kakek)\s+(?:\w+\s+){1,3}(?:dari|di)\b",
    re.IGNORECASE,
)
"""Words that make an address that of a person's home …"""

_PUBLIC = re.compile(
    r"\b(?:perpustakaan|perpus|perpusdes|tbm|kantor|balai|sekolah|sd[n]?|smp[n]?|sma[n]?|smk[n]?|madrasah|masjid|musala|gereja|pura"
    r"|vihara|gedung|taman|kampus|universitas|toko|warung|posyandu|puskesmas|hotel|aula|pasar|terminal|stasiun|lapangan|museum"
    r"|redaksi|sekretariat|pondok|pesantren|dinas|koperasi|studio|kedai|kafe|gudang|lokasi acara"
    r"|lomba|tim|warga|rumah baca|rumah singgah)\b",
    re.IGNORECASE,
)
"""… and words that make it anybody's."""

REACH = 70


WORDS = frozenset(
    (
        "rt",
        "rw",
        "jl",
        "jln",
        "jalan",
        "gg",
        "gang",
        "lorong",
        "lr",
        "komplek",
        "kompleks",
        "perum",
        "perumahan",
        "asrama",
        "kav",
        "kaveling",
        "kavling",
    )
)
"""Words of which every address has one."""


def homes(piece: str, start: int) -> Iterator[Finding]:
    """Yield the addresses of homes in *piece*, which begins at *start*."""
    taken: list[tuple[int, int]] = []
    for found in _RTRW.finditer(piece):
        if _private(piece, found.start(), found.end()):
            taken.append(found.span())
            yield Finding("rt-rw", start + found.start(), start + found.end(), found[0])
    for found in _STREET.finditer(piece):
        if _NUMBERED.search(found[0]) and _private(piece, found.start(), found.end()):
            yield Finding("alamat", start + found.start(), start + found.end(), found[0].rstrip(" ."))


def _private(piece: str, start: int, end: int) -> bool:
    """Whether a home is spoken of nearer than anything public, in the same sentence."""
    before = re.split(r"[!?]\s|(?<=[a-z]{3})\.\s", piece[max(0, start - REACH) : start])[-1]
    home = max((found.end() for found in _HOME.finditer(before)), default=0)
    public = max((found.end() for found in _PUBLIC.finditer(before)), default=0)
    after = piece[end : end + 40]
    if not home and not public:
        return bool(_HOME.search(re.split(r"[.!?]\s", after)[0]))
    return home > public
