"""Children by their full names, and what is told of children that must not be.

Save the Children: never a full name, a specific place and a face together. Dewan Pers, Pedoman Pemberitaan Ramah Anak
(1/2019): a child is anybody under 18, and a child that suffered something is never to be recognised. A first name
alone, or an initial, names no one: ``Dimas (9)`` and ``Ibu S.`` are well.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.safety.finding import Finding
from pipeline.safety.names import Name, names
from pipeline.safety.windows import windows, words

GROWN = 18

_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WORDS = {word: number for number, word in enumerate(_UNITS, 1)}
_WORDS |= {"sepuluh": 10, "sebelas": 11} | {
    f"{word} belas": number + 10 for number, word in enumerate(_UNITS, 1) if number > 1
}

AFTER = 60
"""Characters after a name within which it may be said whose it is …"""

BEFORE = 70
"""… and before it: *siswa kelas 4 SDN 2 Sukamaju, Rina Ayu*."""


@cache
def _age() -> re.Pattern[str]:
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    number = rf"(\d{{1,2}}|{words})"
    return re.compile(
        rf"\b(?:(\d{{1,2}})\s*-?\s*|({words})[\s-]+)(?:tahun|thn|th|bulan|bln)\b|\(\s*{number}\s*\)|\A,\s*{number}\s*,"
        rf"|\b(?:berusia|berumur|(?:usia|umur)(?:nya)?)\s+{number}\b",
        re.IGNORECASE,
    )


@cache
def _child() -> re.Pattern[str]:
    """What is said of a child right beside its name; *siswa* of a university is *mahasiswa*, a child of nobody here."""
    return re.compile(
        r"\b(?:sisw[ai]|cilik|ketua\s(?:osis|kelas)"
        r"|murid|pelajar|santri(?:wan|wati)?|ananda|dedek|balita|bocah|bayi|peserta didik|grader|pupil"
        r"|anak\s+(?:asuh|binaan|didik|bernama|dari|pasangan|laki-laki|perempuan|sulung|bungsu|kedua|ketiga|kami|saya)"
        r"|putr[ai]\s+(?:dari|pasangan|bapak|ibu|pak|bu|semata wayang|sulung|bungsu)"
        r"|(?:wali|ayah|ibu|orang\s?tua)\s+dari|ibunda|ayahanda"
        r"|(?:duduk\s+di|masih)\s+(?:bangku\s+)?(?:kelas|SD|SMP|SMA|TK|PAUD)"
        r"|NISN|akt[ae]\s+(?:kelahiran|lahir)|rapor|kartu pelajar"
        r"|(?:kelas|kls\.?)\s+(?:\d{1,2}|[IVX]{1,4}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\w?"
        r"|(?-i:TK|PAUD|SDN?|MI|SMPN?|MTs|SMAN?|SMKN?|SLB|RA)\b)",
        re.IGNORECASE,
    )


_CUES = frozenset(
    """
    siswa siswi cilik osis murid pelajar santri santriwan santriwati ananda dedek balita bocah bayi didik grader
    pupil anak putra putri wali ayah ibu orang orangtua ibunda ayahanda kelas kls nisn akta akte rapor tk paud
    sd sdn mi smp smpn mts sma sman smk smkn slb ra tahun thn th bulan bln usia usianya berusia umur umurnya
    berumur
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of which all that tells a child has one …"""

_AGED = re.compile(r"[(,]\s*(?:\d{1,2}|[A-Za-z]{3,8}(?:\s+belas)?)\s*[),]")
"""… but an age in brackets or between commas."""

_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z_][\w.]{2,29}")
_LITTLE = re.compile(r"\b(?:dedek|dek|adik|ananda|anak(?:ku|nya)?|si kecil|bocah|cilik|siswa|siswi)\b", re.IGNORECASE)

_GROUP = re.compile(r"[.!?]\s+(?=[A-Z“\"])|[;\n]")
"""What ends the reach of a word: a new sentence speaks of somebody else."""

_BETWEEN = re.compile(
    r"\b(?:bersama|oleh|kepada|didampingi|mendampingi|mengajar(?:kan|i)?|membimbing|melatih|membina|menemani|mengasuh"
    r"|menyambut|memuji|menyapa|mengunjungi|membacakan|untuk|bagi|mengajak|ibu|bapak|guru)\b",
    re.IGNORECASE,
)
"""Words after which somebody else is spoken of."""


_OF = re.compile(
    r"\b(?:guru|wali|kepala|kepsek|pustakawan|pustakawati|pembina|pelatih|pengajar|pendamping|pengurus|komite|ketua(?!\s(?:osis|kelas))|penjaga|operator|alumni|alumnus"
    r"|orang\s?tua|ibu|ayah|bunda|mantan)\b[^,.;:()]{0,25}\Z",
    re.IGNORECASE,
)
"""What before *kelas 5*, *siswa* or a school says that an adult is spoken of, who has to do with it."""


def children(text: str) -> list[Finding]:
    """Return the full names of children in *text*, in order."""
    return [finding for start, piece in windows(text) for finding in named(piece, start, words(piece))]


def _maybe(piece: str, said: frozenset[str]) -> bool:
    """Whether anything in *piece* may tell a child; quick to deny."""
    if "@" in piece or _AGED.search(piece):
        return True
    return not said.isdisjoint(_CUES) and bool(_child().search(piece) or _age().search(piece))


def named(piece: str, start: int, said: frozenset[str]) -> Iterator[Finding]:
    """Yield the same of one *piece*, which begins at *start* and holds the words *said*."""
    if not _maybe(piece, said):
        return
    for handle in _HANDLE.finditer(piece):
        beside = _reach(piece[max(0, handle.start() - 60) : handle.end() + 40])
        if _LITTLE.search(beside):
            yield Finding("anak", start + handle.start(), start + handle.end(), handle[0])
    found = list(names(piece))
    for at, name in enumerate(found):
        if name.full and not name.adult and _is_child(piece, name, found[at + 1 :]):
            yield Finding("anak", start + name.start, start + name.end, name.text)


def _is_child(piece: str, name: Name, others: list[Name]) -> bool:
    after = _reach(piece[name.end : name.end + AFTER]).partition(":")[0]
    beside = _listed(piece, name, others)
    if beside is not None:
        after = _reach(piece[beside.end : beside.end + AFTER])
    before = _GROUP.split(piece[max(0, name.start - BEFORE) : name.start])[-1]
    young = _young(after[:40])
    if young is not None:
        return young
    if (said := _child().search(after)) and said.start() < 30 and not _BETWEEN.search(after[: said.start()]):
        return True
    if re.search(r"\bnama(?:nya)?\s*:?\s*\Z", before) and _young(before) is not None:
        return bool(_young(before))
    said = None
    for said in _child().finditer(before):  # noqa: B007  the last one counts
        pass
    return said is not None and not _BETWEEN.search(before[said.end() :]) and not _OF.search(before[: said.start()])


def _reach(after: str) -> str:
    """Return what still speaks of the same person."""
    return _GROUP.split(after)[0]


def _listed(piece: str, name: Name, others: list[Name]) -> Name | None:
    """Return the last of several names in a row: what follows it is said of all of them."""
    last = None
    at = name.end
    for other in others:
        if not re.fullmatch(r"\s*(?:,|dan|&|serta|,\s*dan)\s*", piece[at : other.start]):
            break
        last, at = other, other.end
    return last


def _young(after: str) -> bool | None:
    """Return whether the age that stands right after a name is a child's; ``None`` where none is told."""
    found = _age().search(after)
    if found is None:
        return None
    number = next(part for part in found.groups() if part is not None)
    age = int(number) if number.isdigit() else _WORDS[" ".join(number.lower().split())]
    return age < GROWN
