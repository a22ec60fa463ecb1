"""Numbers and addresses that belong to one person.

``lokal-id`` knows the structure of Indonesian numbers (dates inside a NIK, prefixes of telephones, check digits). What
people write around that is ours: a label with digits in any groups, a letter o for a zero, a number in words, an
address of somebody's home. Kinds that say nothing bad in news (names of adults, dates) are left to the rules that need
them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.safety.contacts import HONEST, phones
from pipeline.safety.finding import Finding, Kind
from pipeline.safety.homes import WORDS, homes
from pipeline.safety.windows import windows, words

KINDS: dict[str, Kind] = {
    "NIK": "nik", "KK": "kk", "NPWP": "npwp", "NIP": "nip", "NISN": "nisn", "BPJS": "bpjs", "AKTA": "akta",
    "PASSPORT": "paspor", "SIM": "sim", "PLATE": "plat", "CARD": "kartu", "PHONE": "telepon", "EMAIL": "surel",
    "BANK_ACCOUNT": "rekening", "GEO": "koordinat",
}  # fmt: skip
"""Kinds of ``lokal-id`` that we take over."""

_MAYBE = re.compile(
    r"(?:[\doO][\s.\-–()]{0,2}){7}[\doO]|\d[.,]\d{4}|°|\b[A-Z]{1,2}\s?\d{6,7}\b|\b[A-Z]{1,2}[\s-]?\d{1,4}[\s-]?[A-Z]{1,3}\b",
)
_DIGIT = re.compile(r"\d")
SPELT = frozenset(("nol", "kosong", "gmail", "yahoo", "ymail", "hotmail", "outlook", "rocketmail"))
"""Words of numbers and addresses that are told as one speaks."""

_SAID = frozenset((
    "paspor", "passport", "induk", "akta", "akte", "sim", "pelat", "plat", "pellat", "nopol", "polisi",
    "rekening", "norek", "rek", "wa", "nik", "ktp", "kk", "npwp", "nip", "nisn", "bpjs", "jkn", "kis", "nrp",
    "bank", "bpd", "bri", "bni", "bca", "btn", "bsi", "bjb", "mandiri",
))  # fmt: skip
"""What none of these kinds can do without: most paragraphs hold none of it, and need not be looked at closer."""

SHOWN = 4
"""Signs of a number that a message repeats: enough to find it, too few to be of use to others."""

IDENTITY: frozenset[Kind] = frozenset(
    ("nik", "kk", "npwp", "nip", "nisn", "bpjs", "akta", "paspor", "sim", "plat", "kartu")
)
"""Numbers that name one person."""


def numbers(text: str) -> list[Finding]:
    """Return what *text* holds of one person's numbers and addresses, in order."""
    return [finding for start, piece in windows(text) for finding in numbered(piece, start, words(piece))]


def numbered(piece: str, start: int, said: frozenset[str]) -> list[Finding]:
    """Return the same of one *piece*, which begins at *start* and holds the words *said*."""
    found = [*_found(piece, start)] if _maybe(piece, said) else []
    if not said.isdisjoint(WORDS):
        found += homes(piece, start)
    return found


def _maybe(piece: str, said: frozenset[str]) -> bool:
    """Whether *piece* may hold a number, address or account at all."""
    if "@" in piece or not said.isdisjoint(SPELT):
        return True
    if not _DIGIT.search(piece):
        return False
    if not said.isdisjoint(_SAID):
        return True
    return bool(_MAYBE.search(piece) and _MAYBE.search(HONEST.sub(" ~ ", piece)))


def identity(text: str) -> list[Finding]:
    """Return the numbers in *text* that name one person, in order."""
    pieces = [(start, piece) for start, piece in windows(text) if _maybe(piece, words(piece))]
    return [finding for start, piece in pieces for finding in _found(piece, start) if finding.kind in IDENTITY]


def covered(text: str) -> str:
    """Return *text* with only the first signs of every number in it that names one person."""
    for finding in reversed(identity(text)):
        text = f"{text[: finding.start]}{finding.text[:SHOWN]}…{text[finding.end :]}"
    return text


def _found(piece: str, start: int) -> Iterator[Finding]:
    from lokal import detect_pii  # noqa: PLC0415  a fifth of a second, and only where something may be found

    found = [
        Finding(KINDS[match.type], match.start, match.end, match.value)
        for match in detect_pii(piece)
        if match.type in KINDS and (match.type != "PLATE" or _driven(piece, match.start, match.end))
    ]
    for more in (*_labelled(piece), *_typed(piece)):
        if all(more.end <= other.start or other.end <= more.start for other in found):
            found.append(more)
    for finding in sorted(found, key=lambda one: one.start):
        yield finding._replace(start=start + finding.start, end=start + finding.end)


def _driven(piece: str, start: int, end: int) -> bool:
    """Whether what looks like a plate is that of somebody's vehicle, and neither a shelf's nor the state's."""
    if _official(piece, start, end) or _SHELF.search(piece[max(0, start - 20) : start]):
        return False
    digits = sum(sign.isdigit() for sign in piece[start:end])
    return digits > 2 or bool(_VEHICLE.search(piece[max(0, start - 60) : end + 40]))


def _official(piece: str, start: int, end: int) -> bool:
    """Whether a plate is that of a car of the state."""
    beside = (piece[max(0, start - 50) : end] + re.split(r"[),.;]", piece[end : end + 20])[0]).lower()
    return bool(re.search(r"\b(?:dinas|p[el]+at merah|operasional|mobil pintar|pusling)\b", beside))


# -- a label, then digits in any groups ------------------------------------------------------------------------------

_DIGITS = r"[\doO](?:[\s.\-–]{0,2}[\doO])"
_LABELS: tuple[tuple[Kind, str, tuple[int, int]], ...] = (
    ("nik", r"NIK|KTP(?:-el)?|induk kependudukan", (16, 16)),
    ("kk", r"KK|kartu keluarga", (16, 16)),
    ("npwp", r"NPWP|pokok wajib pajak|kartu pajak", (15, 16)),
    ("nip", r"NIP|induk(?: pegawai)?|NI PPPK|NIPPPK|NI P3K|NRP", (18, 18)),
    ("nisn", r"(?:NIS\s?/\s?)?NISN(?:\s?:?\s?\d{3,6}\s?/)?|induk siswa(?: nasional)?", (10, 10)),
    ("bpjs", r"BPJS|JKN(?:-KIS)?|KIS", (11, 13)),
    (
        "rekening",
        r"(?<!kode )rekening|norek|rek\.?|(?:bank|bpd)\s+\w+|BRI|BNI|BCA|BTN|BSI|BJB|mandiri|dana|ovo|gopay",
        (9, 16),
    ),
)
_GAP = r"(?:[^\d\n]|(?<!\d)\d{1,2}(?!\d)){0,60}?"


@cache
def _rules() -> tuple[tuple[Kind, re.Pattern[str], tuple[int, int]], ...]:
    return tuple(
        (
            kind,
            re.compile(
                rf"(?<!\w)(?:{label})(?!\w){_GAP}(?<![\w,])({_DIGITS}{{{least - 1},{most - 1}}})(?![\d])", re.IGNORECASE
            ),
            (least, most),
        )
        for kind, label, (least, most) in _LABELS
    )


_AKTA = re.compile(r"\bakt[ae]\b[^\d\n]{0,40}?(\d{2,5}(?:\.\d)?[/.][\w./-]{4,25}\d{4})", re.IGNORECASE)
_REGISTRY = re.compile(
    r"(?<![\w/])(\d{1,6}[/.-](?:IST|LT|LU|TP|DIS|CS|UM|KW|WNI|TL)[/.-](?:\d{1,8}[/.-])?(?:19|20)\d\d(?:[/.-]\d+)?"
    r"|AL[.\s]?\d{3}[.\s]?\d{7})(?![\w/])"
)
"""Numbers of the civil registry: its kind of registration between number and year, or that of the printed form."""

_BIRTH = re.compile(r"\bakt[ae]\s+(?:ke)?lahir(?:an)?\b[^\d\n]{0,20}?(\d{1,6}/\d{4})\b", re.IGNORECASE)
_PASSPORT_OTHER = re.compile(
    r"\b(?i:paspor\w*|passport)\b[^\d\n]{0,20}?\b((?=(?:[A-Z]*\d){4})(?:[A-Z]{0,2}\d[A-Z0-9]{5,8}))\b"
)
_PASSPORT = re.compile(r"\b(?i:paspor\w*|passport)\b[^\d\n]{0,20}?\b([A-Z]{1,2}[\s-]?\d(?:[\s-]?\d){5,7})\b")
_PLATE = re.compile(
    r"\b(?:[Pp]e?lat|[Nn]opol|[Nn]omor polisi)\b[^\d\n]{0,12}?\b([A-Z]{1,2}[\s-]\d{1,4}[\s-][A-Z]{1,3})\b"
)
_REGIONS = (
    "A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z|AA|AB|AD|AE|AG|BA|BB|BD|BE|BG|BH|BK|BL|BM|BN|BP|DA|DB|DC|DD|DE|DG|DH|DK|DL|DM|DN"
    "|DP|DR|DS|DT|DW|EA|EB|ED|KB|KH|KT|KU|PA|PB|PG|PS|PT|PY"
)
_GLUED = re.compile(rf"(?<![\w-])((?:{_REGIONS})-?\d{{3,4}}-?[A-Z]{{2,3}})(?![\w-])")
_VEHICLE = re.compile(
    r"\b(?:motor(?:nya)?|sepeda motor|mobil|kendaraan|truk|bus|angkot|pikap|pick ?up|honda|yamaha|suzuki|kawasaki"
    r"|toyota|daihatsu|mitsubishi|isuzu|beat|vario|scoopy|mio|supra|avanza|xenia|innova|parkir|terparkir|p[el]+at|nopol|STNK|BPKB|ojek)\b",
    re.IGNORECASE,
)
_SHELF = re.compile(
    r"\b(?:rak|lemari|kelas|ruang(?:an)?|blok|gedung|kamar|lorong|kursi|meja|kode|label|buku|kloter|regu)\s*\Z",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w./-])(?<!\d\s)((?:[1-9]\d)(?:[\s.\-]?\d{2}){2}[\s.\-]?(?:[04][1-9]|[1256]\d|[37][01])[\s.\-]?(?:0[1-9]|1[0-2])[\s.\-]?\d{2}[\s.\-]?\d{4})(?![\w/-]|\s\d)"
)
"""A NIK without its label: region, day (for women plus 40), month, year, number."""


_SERVANT = re.compile(
    r"(?<![\d.])((?:19[4-9]\d|200\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[\s.]?(?:19|20)\d\d(?:0[1-9]|1[0-2])[\s.]?[12][\s.]?\d{3})(?![\d.])"
)
"""A NIP without its label: day of birth, month of appointment, sex, number."""


def _labelled(piece: str) -> Iterator[Finding]:
    for kind, rule, (least, most) in _rules():
        for found in rule.finditer(piece):
            size = sum(sign.isdigit() or sign in "oO" for sign in found[1])
            if least <= size <= most and sum(sign in "oO" for sign in found[1]) < size // 2:
                yield Finding(kind, found.start(1), found.end(1), found[1])
    singles: Iterable[tuple[Kind, re.Pattern[str]]] = (
        ("akta", _AKTA),
        ("akta", _BIRTH),
        ("akta", _REGISTRY),
        ("nik", _BARE),
        ("nip", _SERVANT),
        ("paspor", _PASSPORT),
        ("paspor", _PASSPORT_OTHER),
        ("plat", _PLATE),
    )
    for kind, rule in singles:
        for found in rule.finditer(piece):
            if kind != "plat" or not _official(piece, found.start(1), found.end(1)):
                yield Finding(kind, found.start(1), found.end(1), found[1])
    for found in _GLUED.finditer(piece):
        if _VEHICLE.search(piece[max(0, found.start() - 60) : found.end() + 40]) and not _official(
            piece, *found.span(1)
        ):
            yield Finding("plat", found.start(1), found.end(1), found[1])


# -- as people type --------------------------------------------------------------------------------------------------

_NUMERALS = "nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_WORDY = re.compile(rf"\b(?:nol|kosong)(?:[\s,.-]*(?:{_NUMERALS}|[\dOo])){{8,13}}\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?<![\w/.,])(?:\(?\+?62\)?|[0oO])[\s.\-]{0,2}8(?:[\s.\-]{0,2}[\doO]){8,11}(?![\d/])")
_MAIL = re.compile(
    r"\b[\w.+-]{3,40}(?:\s(?:at|et|a)\s|\s?@\s?)(?:gmail|yahoo|ymail|hotmail|outlook|rocketmail)"
    r"\s?(?:\.|dot|titik)\s?\w{2,4}(?:\s?\.\s?id)?\b",
    re.IGNORECASE,
)
_GEO = re.compile(
    r"(?i:\blat(?:itude)?\W{0,3}-?\d{1,2}[.,]\d{3,}\W{1,4}(?:dan\s)?(?:long?|lng|longitude)\W{0,3}-?\d{2,3}[.,]\d{3,})|"
    r"-?\d{1,3}[.,]\d{3,}\s*°?\s*(?:LU|LS|N|S)?\s*[,;/]?\s*-?\d{1,3}[.,]\d{3,}\s*°?\s*(?:BT|E)?"
    r"|\d{1,3}°\s*\d{1,2}['′’]\s*[\d.,]+[\"″”]?\s*(?:LU|LS|N|S)\s*,?\s*\d{1,3}°\s*\d{1,2}['′’]\s*[\d.,]+[\"″”]?\s*(?:BT|E)"
)
_TYPED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("telepon", _WORDY),
    ("telepon", _MOBILE),
    ("surel", _MAIL),
    ("koordinat", _GEO),
)


def _typed(piece: str) -> Iterator[Finding]:
    for phone in phones(piece):
        yield Finding("telepon", phone.start(), phone.end(), phone[0])
    for short in _SHORT.finditer(piece):  # as people type it who leave out the zero
        if _CALLED.search(piece[max(0, short.start() - 40) : short.start()]):
            yield Finding("telepon", short.start(), short.end(), short[0])
    for kind, rule in _TYPED:
        for found in rule.finditer(piece):
            if kind != "koordinat" or _in_indonesia(found[0]):
                yield Finding(kind, found.start(), found.end(), found[0])


_SHORT = re.compile(r"(?<![\w.,+-])(?<!\d\s)8[1-9]\d[\s-]?\d{4}[\s-]?\d{3,5}(?![\w-]|[.,]\d)")
_CALLED = re.compile(
    r"\b(?:hp|wa|whatsapp|no|nomor|nomer|telp|telepon|telpon|hubungi|kontak|call|punya|sms|japri|ponsel)\w*\b",
    re.IGNORECASE,
)


def _in_indonesia(text: str) -> bool:
    """Whether two numbers are a latitude of -11 to 6 and a longitude of 94 to 142."""
    if "°" in text and "'" in text.replace("′", "'").replace("’", "'"):
        return True
    found = [float(number.replace(",", ".")) for number in re.findall(r"-?\d{1,3}[.,]\d+", text)]
    return len(found) == 2 and abs(found[0]) <= 12 and 90 <= found[1] <= 142
