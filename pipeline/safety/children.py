"""Children by their full names, and what is told of children that must not be.

Save the Children: never a full name, a specific place and a face together. Dewan Pers, Pedoman Pemberitaan Ramah Anak
(1/2019): a child is anybody under 18, and a child that suffered something is never to be recognised. A first name
alone, or an initial, names no one: ``Dimas (9)`` and ``Ibu S.`` are well.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.safety.finding import Finding
from pipeline.safety.names import WORKS, Name, names, titled
from pipeline.safety.windows import windows, words

GROWN = 18

_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_WORDS = {word: number for number, word in enumerate(_UNITS, 1)}
_WORDS |= {"sepuluh": 10, "sebelas": 11} | {
    f"{word} belas": number + 10 for number, word in enumerate(_UNITS, 1) if number > 1
}

BORN = 2009
"""Who was born in this year or later was a child when these rules were made."""

AFTER = 60
"""Characters after a name within which it may be said whose it is …"""

BEFORE = 70
"""… and before it: *siswa kelas 4 SDN 2 Sukamaju, Rina Ayu*."""

_SCHOOL = r"(?-i:TK(?:IT|K)?|PAUD|SD(?:N|K|I|IT)?|MIN?|SMP(?:N|K|IT)?|MTsN?|SMA(?:N|K)?|MAN|SMKN?|SLBN?|RA)\b"
_UNIT = r"(?:tahun|thn|th|taun|bulan|bln|bl|yo|yrs?)"
_AGING = (
    r"\b(?:berusia|berumur|(?:usia|umur|umure|umurna|yuswa|yuswanipun)(?:nya|ku|mu)?)"
    r"(?:\s+(?:baru|masih|belum|saya))?\s*:?\s*"
)


@cache
def _age() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how an age is told after a name, and before it.

    *Sudah 5 tahun menjadi pengelola* and *pelatihan (5) jenis* tell none: a bare number must stand right at the name.
    """
    number = rf"(\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    after = (
        rf"\A\s*[(,]\s*{number}(?:\s*-?\s*{_UNIT}\b)?\s*[),.;]"
        rf"|\A\s*[,(–-]?\s*{number}\s*-?\s*{_UNIT}\b(?=\s*(?:[),.;:–-]|\Z|\n|dan\b|dari\b|asal\b|sisw|kelas\b"
        rf"|{_SCHOOL}))"
        rf"|\A[\s,]*(?:dari|asal|sisw[ai]|murid|kelas|{_SCHOOL})\b[^().;]{{0,30}}\(\s*{number}(?:\s*{_UNIT})?\s*\)"
        rf"|{_AGING}{number}\b"
        rf"|\A[\s,]*(?:is\s+)?aged?\s+{number}\b|\b{number}[\s-]years?[\s-]old\b"
    )
    before = (
        rf"{_AGING}{number}(?:\s*-?\s*{_UNIT}\b)?[\s,]*(?:itu|ini|yang)?[\s,]*(?:bernama|namanya|nama)?\s*:?\s*\Z"
        rf"|\b{number}[\s-]years?[\s-]old\s+(?:\w+\s+){{0,2}}\Z"
        rf"|\b(?:remaja|anak|bocah|gadis|balita|pelajar)\s+{number}\s+{_UNIT}[\s,]*(?:bernama\s+)?\Z"
        rf"|\bulang\stahun\ske-?\s?{number}\s+\Z"
    )
    return re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE)


_SAID = (
    r"\bsi\skecil\b|\b(?:(?<!taman\s)sisw[ai]|cilik|gadis\s(?:kecil|mungil)|penggalang(?!\sdana)|murid|pelajar|santri(?:wan|wati)?|ananda|dedek|balita|bocah|bayi|budak|murangkalih"
    r"|peserta\s(?:didik|termuda)|grader|pupil|student|youngest\s(?:reader|member|participant))\b"
    r"|\b(?:ketua\s(?:osis|kelas(?:nya)?)"
    r"|anak\s(?:yatim|piatu|penyandang|berkebutuhan|difabel|kecil)"
    r"|anak(?:e|na)?\s+(?:asuh|binaan|didik|bernama|dari|pasangan|laki-laki|perempuan|sulung|bungsu|pertama|kedua|ketiga|tunggal"
    r"|kami|saya)"
    r"|putr[ai](?:ne|na)?\s+(?:dari|pasangan|bapak|ibu|pak|bu|pertama|kedua|semata wayang|sulung|bungsu|kami)"
    r"|(?:duduk\s+di|masih)\s+(?:bangku\s+)?(?:kelas|SD|SMP|SMA|TK|PAUD)"
    r"|NISN|akt[ae]\s+(?:kelahiran|lahir)|rapor|kartu\s(?:pelajar|identitas\sanak)"
    r"|(?:kelas|klas|kls\.?|grade)\s+(?:\d{1,2}|[IVX]{1,4}|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
    r"|siji|loro|telu|papat|limo|enem|hiji|tilu|opat|genep|tujoh|ciek|duo|tigo|ampek|anam)\w?"
    rf"|{_SCHOOL})"
)


@cache
def _child() -> re.Pattern[str]:
    """What is said of a child right beside its name; *siswa* of a university is *mahasiswa*, a child of nobody here."""
    return re.compile(_SAID, re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    """What is said of a child right before its name, also by whose it is: *ibu dari Rina Ayu*."""
    return re.compile(
        rf"{_SAID}|\b(?:(?:wali|ayah|ibu|bunda|orang\s?tua|ortu)\s+dari\s\Z|(?:orang\s?tua|ortu)\s\Z"
        r"|(?:ibunda|ayahanda)\s\Z|nama\s+(?:anak|sisw[ai]|murid|santri|balita|peserta didik)\s*:?\s*\Z)",
        re.IGNORECASE,
    )


_LAHIR = re.compile(
    r"\A[\s,(]*(?:yang\s)?(?:tgl\.?\s|tanggal\s|tempat\W{1,3}tanggal\s)?(?:lahir|TTL)\b[^.;()\n]{0,35}?\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)

_CUES = frozenset(
    """
    siswa umurku usiaku siswi cilik osis kelasnya murid pelajar santri santriwan santriwati ananda dedek
    balita bocah bayi budak murangkalih didik termuda grader pupil student youngest anak anake anakna putra
    putri putrane putrana putrine putrina wali ayah ibu bunda orang orangtua ortu ibunda ayahanda kelas klas
    kls kecil grade nisn akta akte rapor tk paud sd sdn mi min smp smpn mts mtsn sma sman smk smkn slb slbn ra
    gadis penggalang sdk sdi sdit smpk smpit smak man tkit tkk sekelasnya rapornya
    tahun thn th taun bulan bln bl yo yr yrs usia usianya berusia umur umurnya umure umurna berumur yuswa
    yuswanipun age aged years year lahir adik dek
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of which all that tells a child has one …"""

_AGED = re.compile(r"[(,]\s*(?:\d{1,2}|[A-Za-z]{3,8}(?:\s+belas)?)\s*[),.;]")
"""… but an age in brackets or between commas."""

_YOUNGER = frozenset(("adik", "dek", "ananda", "balita", "bocah", "bayi"))
"""Words right before the name of a child."""

_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z_][\w.]{2,29}")
_LITTLE = re.compile(r"\b(?:dedek|dek|adik|ananda|anak(?:ku|nya)?|si kecil|bocah|cilik|siswa|siswi)\b", re.IGNORECASE)

_GROUP = re.compile(r"[.!?]\s+(?=[A-Z“\"])|[;\n”\"]")
"""What ends the reach of a word: a new sentence speaks of somebody else."""

_BETWEEN = re.compile(
    r"\b(?:bersama|oleh|kepada|didampingi|mendampingi|mengajar(?:kan|i)?|membimbing|melatih|membina|menemani|mengasuh"
    r"|membawa|mengantar|menjemput|mengumpulkan|mengundang|memimpin|memandu|melibatkan|membantu|mengarahkan|mengajak"
    r"|menyambut|memuji|menggendong|menyusui|merawat|menimbang|memeriksa|menyapa|mengunjungi|membacakan|untuk|bagi|ibu|bapak|guru|pelatih|pengelola|relawan|petugas"
    r"|pustakawan|kepala|ketua(?!\s(?:osis|kelas|regu|barung))|pemilik|penulis|pendamping|wali|dosen|mahasiswa|mahasiswi|alumni|pemateri"
    r"|narasumber|dipinjam|dibaca|dipilih|disukai|digemari|dinikmati|diperebutkan|diikuti)\b",
    re.IGNORECASE,
)
"""Words after which somebody else is spoken of."""


_OF = re.compile(
    r"\b(?:guru|wali|kepala|kepsek|pustakawan|pustakawati|pembina|pelatih|pengajar|pendamping|pengurus|komite|ketua(?!\s(?:osis|kelas|regu|barung))|penjaga|operator|alumni|alumnus"
    r"|orang\s?tua|ibu|ayah|bunda|mantan)\b[^,.;:()]{0,25}\Z",
    re.IGNORECASE,
)
"""What before *kelas 5*, *siswa* or a school says that an adult is spoken of, who has to do with it."""


_THEIRS = re.compile(r"\b(?:wali\skelasnya|teman(?:-teman)?\ssekelasnya|rapornya)\b", re.IGNORECASE)
"""What only children have."""


def children(text: str) -> list[Finding]:
    """Return the full names of children in *text*, in order."""
    return [finding for start, piece in windows(text) for finding in named(piece, start, words(piece))]


def _maybe(piece: str, said: frozenset[str]) -> bool:
    """Whether anything in *piece* may tell a child; quick to deny."""
    return not said.isdisjoint(_CUES) or "@" in piece or bool(_AGED.search(piece))


def named(piece: str, start: int, said: frozenset[str], lead: str = "") -> Iterator[Finding]:
    """Yield the same of one *piece*, which begins at *start*, holds the words *said*, and is led by *lead*."""
    if not _maybe(piece, said):
        return
    for handle in _HANDLE.finditer(piece):
        beside = _reach(piece[max(0, handle.start() - 60) : handle.end() + 40])
        if _LITTLE.search(beside):
            yield Finding("anak", start + handle.start(), start + handle.end(), handle[0])
    found = list(names(piece))
    for at, name in enumerate(found):
        if (
            name.full
            and not name.adult
            and not titled(piece, name.start)
            and _is_child(piece, name, found[at + 1 :], lead)
        ):
            yield Finding("anak", start + name.start, start + name.end, name.text)


_GROUPED = re.compile(
    r"\b(?:usia|umur)\s\d{1,2}\s?(?:[–-]|sampai|hingga|s\.?d\.?)\s?(?:\d|1[0-7])\b|\banak(?:-anak)?\b|\b(?:tingkat|kategori)\s"
    r"(?:SD|SMP|TK|PAUD|MI|anak|pelajar)\b",
    re.IGNORECASE,
)
"""What the head of a list says of all who stand in it."""

_MANY = re.compile(r"\b(?:para|semua|seluruh|puluhan|ratusan|banyak|untuk)\s+\Z", re.IGNORECASE)
"""What before *siswa* says that no one in particular is meant."""

_MARK = re.compile(r"\s*(?:(?:\d{1,3}[.)]|[-–•*])\s*)?")
"""The mark of a list's item, or nothing."""

_COLON = re.compile(r"(?<!umur)(?<!Umur)(?<!usia)(?<!Usia)(?<!elas)(?<!ekolah)(?<!ahir)(?<!TTL)\s?:")
"""What is said after a colon is said of somebody else, but in a form: *Nama: Rina Ayu Umur: 9*."""


def _is_child(piece: str, name: Name, others: list[Name], lead: str) -> bool:
    """Whether *name* is a child's, by what stands after it, then before it; *others* are the names that follow."""
    last = _listed(piece, name, others) or name
    after = _COLON.split(_reach(piece[last.end : last.end + AFTER]))[0]
    before = _GROUP.split(piece[max(0, name.start - BEFORE) : name.start])[-1]
    if lead and _MARK.fullmatch(piece[: name.start]):
        before = f"{lead} "
    age = _aged(after, before)
    if age is not None:
        return age < GROWN
    if name.before in WORKS:
        return bool(_child().match(after.lstrip(" ,(")))
    return name.before in _YOUNGER or _followed(after) or _led(before, lead)


def _aged(after: str, before: str) -> int | None:
    """Return how old somebody is of whom these texts speak, ``None`` where it is not told."""
    told, telling = _age()
    found = told.search(after[:45]) or telling.search(before)
    if found is not None:
        number = next(part for part in found.groups() if part is not None)
        return int(number) if number.isdigit() else _WORDS[" ".join(number.lower().split())]
    born = _LAHIR.match(after)
    return None if born is None else (0 if int(born[1]) >= BORN else GROWN)


def _followed(after: str) -> bool:
    """Whether what follows a name says that it is a child's."""
    if _THEIRS.search(after):
        return True
    said = _child().search(after)
    return said is not None and said.start() < 30 and not _BETWEEN.search(after[: said.start()])


def _led(before: str, lead: str) -> bool:
    """Whether what leads to a name says that it is a child's; *lead* is the head of a list."""
    if lead and before.startswith(lead):
        told = (not _OF.search(lead[: said.start()]) for said in _child().finditer(lead))
        return any(told) or bool(_GROUPED.search(lead))
    said = None
    for said in _leading().finditer(before):  # noqa: B007  the last one counts
        pass
    if said is None or _BETWEEN.search(before[said.end() :]):
        return False
    return not (_OF.search(before[: said.start()]) or _MANY.search(before[: said.start()]))


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
