"""Where somebody lives: RT and RW, street and number, where a home is meant and not an office or a school."""

import re
from collections.abc import Iterator

from pipeline.safety.finding import Finding

_RT, _RW = r"(?:R\.?T\.?|Rukun\sTetangga)", r"(?:R\.?W\.?|Rukun\sWarga)"
_RTRW = re.compile(
    rf"\b{_RT}[\s.]*\d{{1,3}}\s*(?:[/–,-]\s*)?{_RW}[\s.]*\d{{1,3}}\b|\b{_RT}[\s.]*\d{{1,3}}\s*/\s*\d{{1,3}}\b",
    re.IGNORECASE,
)
_MORE = r"km\s[\d,.]+|[A-Z0-9][\w'/.-]*|dalam|no\.?|nomor|nomer|gang|gg\.?|blok|lantai|kav\.?"
_STREET = re.compile(
    r"\b(?:Jl\.?|Jln\.?|Jalan|Gg\.?|Gang|Lorong|Lr\.|Kompleks?|Perum(?:ahan)?\.?|Asrama|Kav(?:eling|ling)?\.?)"
    rf"\s+[A-Z0-9][\w'.-]*(?:\s+(?:{_MORE}))*"
    r"|\b(?:Banjar|Br\.|Dusun|Dsn\.?|Kampung|Kp\.?|Lingkungan|Dukuh|Dk\.?|Blok)"
    r"(?:\s[A-Z]\w*){1,5},?\s"
    r"(?:[Nn]o\.?|[Nn]omor|[Nn]omer)\s?\d+\w?"
    r"|\b(?i:jl|jln|jalan|gg|gang)\.?\s(?:\w+\s){1,4}(?i:no|nomor|nomer)\.?\s?\d+\w?"
)
_NUMBERED = re.compile(r"\d")
_AREA = re.compile(r"\b(?:Banjar|Dusun|Dsn\.?|Kampung|Kp\.?|Lingkungan|Dukuh)(?:\s[A-Z]\w+){1,3}")
"""Part of an address where RT and RW or a street stand beside it; by itself it is as much as one may say."""

_MAP = re.compile(
    r"https?://(?:maps\.app\.goo\.gl|goo\.gl/maps|(?:www\.|maps\.)?google\.[a-z.]{2,6}/maps)\S*", re.IGNORECASE
)

_TITLED = r"(?:bapak|pak|bpk|ibu|bu|mbak|mas|kak|teh|uni|sdri?\.?|mbah|nenek|kakek|oma|opa)"
_HOME = re.compile(
    r"\b(?:di)?rumah(?:nya)?\b|\brmh(?:nya)?\b|\b(?:home|lives?|living)\b"
    r"|\b(?:kediaman|tempat tinggal|kontrakan|(?:nge)?kost?|domisili|bumi(?:na)?|griya"
    r"|dalem(?:ipun)?|imah|omah)(?:nya|n?e|na)?\b"
    r"|\b(?:tinggal|menetap|bermukim|berdomisili|diantar|menjemput|dijemput|atas nama|kirim|dikirim)\b"
    rf"|\b{_TITLED}\s+(?:\w+\s+){{1,2}}\Z|\b{_TITLED}\s+(?:\w+\s+){{1,3}}(?:dari|di)\b|\b{_TITLED}\s+(?:\w+,?\s+){{1,3}}warga\b"
    r"|\b(?:untuk|kepada|penerima:?|a\.?n\.?)\s+(?-i:[A-Z]\w+\s?){1,4},?\s*\Z",
    re.IGNORECASE,
)
"""Words that make an address that of a person's home …"""

_ADDRESS = re.compile(r"\b(?:alamat(?:nya)?|beralamat|dialamatkan|berada|terletak)\b", re.IGNORECASE)
"""… words that make it that of whatever the sentence speaks of, and of a home where it speaks of nothing public …"""

_PUBLIC = re.compile(
    r"\b(?:perpustakaan|perpus|perpusdes|tbm|kantor|balai|sekolah|sd[n]?|smp[n]?|sma[n]?|smk[n]?|madrasah|masjid|musala|gereja|pura"
    r"|vihara|gedung|taman|kampus|universitas|toko|warung|posyandu|puskesmas|hotel|aula|pasar|terminal|stasiun|lapangan|museum"
    r"|redaksi|sekretariat|pondok|pesantren|dinas|koperasi|studio|kedai|kafe|gudang|lokasi acara|yayasan"
    r"|klinik|percetakan|fotokopi|salon|katering|depot|agen|bengkel|apotek|wisma"
    r"|pos ronda|lomba|tim|warga|rumah (?:baca|singgah|makan|sakit|ibadah)|kerja bakti|ketua)\b",
    re.IGNORECASE,
)
"""… and words that make it anybody's."""

REACH = 70

BESIDE = 4
"""Signs between a street and the RT that belongs to it."""

WORDS = frozenset(
    """
    rt rw r t w rukun tetangga br dsn dk jl jln jalan gg gang lorong lr komplek kompleks perum perumahan
    asrama kav kaveling kavling banjar dusun kampung kp lingkungan dukuh blok http https
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of which every address has one."""


def homes(piece: str, start: int) -> Iterator[Finding]:
    """Yield the addresses of homes in *piece*, which begins at *start*."""
    spans: list[tuple[int, int]] = []
    for found in _STREET.finditer(piece):
        if _NUMBERED.search(found[0]) and _private(piece, found.start(), found.end()):
            spans.append(found.span())
            yield Finding("alamat", start + found.start(), start + found.end(), found[0].rstrip(" ."))
    for found in _RTRW.finditer(piece):
        if _beside(found, spans) or _private(piece, found.start(), found.end()):
            spans.append(found.span())
            yield Finding("rt-rw", start + found.start(), start + found.end(), found[0])
    for found in _AREA.finditer(piece):
        if _beside(found, spans) and not any(begin <= found.start() < end for begin, end in spans):
            yield Finding("alamat", start + found.start(), start + found.end(), found[0])
    for found in _MAP.finditer(piece):
        if _private(piece, found.start(), found.end()):
            yield Finding("koordinat", start + found.start(), start + found.end(), found[0])


_APPOSED = re.compile(r"(?:[A-Z]\w+\s){1,4}[A-Z]\w+\.?(?:\s\([^()]{1,20}\))?,\s*\Z")
"""A name with a comma, right before an address: that of whoever is named."""


def _beside(found: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    """Whether *found* stands right after or right before one of *spans*."""
    return any(0 <= found.start() - end <= BESIDE or 0 <= begin - found.end() <= BESIDE for begin, end in spans)


def _private(piece: str, start: int, end: int) -> bool:
    """Whether a home is spoken of nearer than anything public, in the same sentence."""
    before = re.split(r"[!?]\s|(?<=[a-z]{3})\.\s", piece[max(0, start - REACH) : start])[-1]
    home = max((found.end() for found in _HOME.finditer(before)), default=0)
    public = max((found.end() for found in _PUBLIC.finditer(before)), default=0)
    if (named := _APPOSED.search(before)) and not _PUBLIC.search(named[0]):
        return True
    if home or public:
        return home >= public
    after = re.split(r"[.!?]\s", piece[end : end + 40])[0]
    return bool(_ADDRESS.search(before) or _HOME.search(after)) and not _PUBLIC.search(after[:25])
