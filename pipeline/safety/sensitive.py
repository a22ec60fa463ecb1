"""What hurts when it is told of somebody: illness, crime, poverty, and what happened to a child.

The law calls data on health, crime, children and personal finance specific (UU 27/2022, article 4, paragraph 2). The
words alone are no fault: a report may tell of a class about tuberculosis. They are where a person can be recognised.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.safety.finding import Finding, Kind
from pipeline.safety.names import SPEAKERS, Name, names, titled
from pipeline.safety.windows import windows, words

NEAR = 90
"""Characters between a word and the person it is said of, within one sentence."""

_LISTS: dict[Kind, str] = {
    "kesehatan": r"""
        HIV(?:/AIDS)?|AIDS|ODHA|TBC?|tuberkulosis|kusta|lepra|hepatitis\s[BC]|kanker|tumor|stroke|diabetes|epilepsi|skizofrenia
        |ODGJ|gangguan\s(?:jiwa|mental|bipolar)|depresi|bipolar|keguguran|mandul|sifilis|gagal\sginjal|cuci\sdarah|kemoterapi
        |penyintas\s(?:KDRT|kanker|kekerasan)|korban\sKDRT|difabel\smental|tunagrahita|retardasi|demensia|autis(?:me)?|hamil\sdi\sluar\snikah|tuli|bisu|buta(?!\s(?:aksara|huruf|warna))|lumpuh|dipukuli|depression|cancer|schizophrenia|tuberculosis|mental\sillness|tuna(?:netra|rungu|wicara|daksa|laras|ganda)
    """,
    "hukum": r"""
        (?:mantan|eks|bekas)[\s-](?:narapidana|napi|pecandu|pengguna\snarkoba|tahanan|pelaku)|narapidana|tersangka|terdakwa|terpidana
        |residivis|korban\s(?:perkosaan|pemerkosaan|pencabulan|pelecehan|perdagangan\sorang|penipuan|begal|kekerasan)
        |(?:bebas|keluar)\sdari\s(?:lapas|penjara|rutan|bui)|bandar\s(?:sabu|narkoba|judi|togel)|(?:sidang|gugatan)\s(?:cerai|perceraian)(?:nya)?|rehabilitasi\s(?:narkoba|napza|sabu)|arrested|jailed|digerebek|pernah\s(?:dipenjara|ditahan|dihukum)|dipenjara|ditangkap|bebas\sbersyarat|divonis|pecandu\s(?:narkoba|sabu)|pengguna\s(?:narkoba|sabu)
    """,
    "ekonomi": r"""
        (?:ter|ke)(?:lilit|jerat)\s(?:utang|hutang|pinjol)|keluarga(?:nya)?\s(?:sangat\s)?miskin|(?:utang|hutang)\spinjol|(?:me)?nunggak|penerima\s(?:bansos|PKH|BLT|bantuan\stunai|rastra|BPNT)
        |keluarga\s(?:miskin|prasejahtera|tidak\smampu|kurang\smampu)|(?:warga|orang)\s(?:miskin|tidak\smampu|kurang\smampu)
        |bangkrut|di-?PHK|rentenir|(?:tidak|tak)\slayak\shuni|desil\s[1-4]|DTKS|(?:gaji|upah|penghasilan|pendapatan)(?:nya|ku)?\s(?:(?:saya|kami|dia|beliau|hanya|cuma|sekitar|sebulan|sehari)\s){0,3}Rp\s?\d[\d.]*|kena\sPHK|tidak\spunya\srumah
    """,
}

_CHILD = r"""
    stunting|(?:tidak|tak)\slagi\s(?:ber)?sekolah|berhenti\ssekolah|di-?bully|down\ssyndrome|direhabilitasi|narkoba|dianiaya|dipukuli
    |melahirkan|gizi\sburuk|kurang\sgizi|yatim(?:\spiatu)?|piatu|putus\ssekolah|(?:korban\s)?(?:perundungan|bullying|pencabulan|perkosaan
    |kekerasan|pelecehan|perdagangan)|dicabuli|diperkosa|dilecehkan|dirundung|ditelantarkan|terlantar|hamil|pernikahan\sdini
    |nikah\sdini|dinikahkan|pekerja\sanak|anak\sjalanan|berhadapan\sdengan\shukum|HIV|cacat|autis(?:me)?|kecanduan|disleksia|hiperaktif|ADHD|gagap|keterbelakangan|beaten|abused|orphan|bullied|neglected|dropped\sout
    |ditinggal(?:kan)?\s(?:minggat|pergi|mati|wafat|(?:ayah|ibu|bapak)(?:nya)?|orang\s?tua(?:nya)?|wong\stuwa\w*)|broken\shome|(?:jadi|menjadi|sebagai)\s(?:pemulung|pengemis|pengamen)|memulung|mengemis|mengamen|ditahan|ditangkap|dipenjara|mencuri|tawuran|diamankan\spolisi|(?:ayah|ibu|bapak|orang\s?tua)(?:nya)?\s(?:dipenjara|ditahan|bercerai|cerai|meninggal|wafat)
"""

_YOUNG = re.compile(
    r"\b(?:anak|siswa|siswi|murid|pelajar|balita|bayi|bocah|santri|remaja|ananda|adik|dek|boy|girl|(?:kelas|kls|grade)\s(?:[1-9]|1[0-2]|[IVX]+|satu|dua|tiga|empat|lima|enam|enem)\w?|SD|SMP|SMA)\b|\b(?:[1-9]|1[0-7])\s*(?:tahun|thn|th)\b|\((?:[1-9]|1[0-7])\)",
    re.IGNORECASE,
)


_CUES: dict[Kind, frozenset[str]] = {
    "kesehatan": frozenset(
        """
        hiv aids odha tb tbc tuberkulosis kusta lepra hepatitis kanker tumor stroke diabetes epilepsi
        skizofrenia odgj gangguan depresi bipolar keguguran mandul sifilis ginjal darah kemoterapi penyintas
        kdrt mental tunagrahita retardasi demensia autis autisme depression cancer schizophrenia tuberculosis
        illness hamil tuli bisu buta lumpuh dipukuli tunanetra tunarungu tunawicara tunadaksa tunalaras
        tunaganda
        """.split()  # noqa: SIM905  a list of words is read more easily so
    ),
    "hukum": frozenset(
        """
        narapidana napi pecandu narkoba tahanan pelaku tersangka terdakwa terpidana residivis korban dipenjara
        ditahan dihukum ditangkap bersyarat divonis sabu lapas penjara rutan bui togel judi perceraian cerai
        arrested jailed digerebek rehabilitasi cerainya perceraiannya
        """.split()  # noqa: SIM905  as above
    ),
    "ekonomi": frozenset(
        """
        terlilit terjerat kelilit kejerat pinjol menunggak nunggak bansos pkh blt tunai rastra bpnt miskin
        prasejahtera mampu bangkrut phk diphk rentenir layak desil dtks gaji gajinya gajiku upah upahnya
        upahku pendapatan pendapatannya pendapatanku penghasilanku penghasilan penghasilannya punya
        """.split()  # noqa: SIM905  as above
    ),
    "anak-sensitif": frozenset(
        """
        stunting lagi berhenti bully dibully syndrome direhabilitasi narkoba dianiaya dipukuli melahirkan gizi
        yatim piatu putus perundungan bullying pencabulan perkosaan kekerasan pelecehan perdagangan dicabuli
        diperkosa dilecehkan dirundung ditelantarkan terlantar hamil dini dinikahkan pekerja jalanan hukum hiv
        cacat autis autisme kecanduan ditahan ditangkap dipenjara mencuri broken pemulung pengemis pengamen
        memulung mengemis mengamen tawuran polisi disleksia hiperaktif adhd gagap keterbelakangan beaten
        abused orphan bullied neglected dropped ditinggal ditinggalkan bercerai cerai meninggal wafat
        """.split()  # noqa: SIM905  as above
    ),
}
"""Words of which everything in a list has one: most sentences have none, and need not be looked at closer."""

_ANY = frozenset().union(*_CUES.values())


@cache
def _words(kind: str) -> re.Pattern[str]:
    listed = _CHILD if kind == "anak-sensitif" else _LISTS[kind]  # type: ignore[index]  # one of its keys
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE | re.VERBOSE)


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n")


_LISTED = re.compile(r"\s*(?:resensi|judul|koleksi|buku|katalog|daftar buku|bacaan)\b[^:]{0,30}:", re.IGNORECASE)
"""What begins a list of titles."""


_HOUSE = re.compile(r"\b(?:panti|yayasan|rumah|pondok)(?:\sasuhan)?(?:\sanak)?\s\Z", re.IGNORECASE)
"""Before a word that is part of an institution's name."""


def sensitive(text: str) -> list[Finding]:
    """Return what *text* tells of persons who can be recognised, in order."""
    return [finding for start, piece in windows(text) for finding in told(piece, start, words(piece))]


def told(piece: str, start: int, said: frozenset[str]) -> Iterator[Finding]:
    """Yield the same of one *piece*, which begins at *start* and holds the words *said*."""
    if said.isdisjoint(_ANY):
        return
    kinds = [kind for kind in ("anak-sensitif", *_LISTS) if not said.isdisjoint(_CUES[kind])]
    at = 0
    for end in [*(found.start() for found in _SENTENCE.finditer(piece)), len(piece)]:
        sentence, here = piece[at:end], start + at
        at = end
        yield from _of(sentence, here, kinds)


def _of(sentence: str, start: int, kinds: list[Kind]) -> Iterator[Finding]:
    found = [
        (kind, word)
        for kind in kinds
        for word in _words(kind).finditer(sentence)
        if not (_LISTED.match(sentence) or titled(sentence, word.start()) or _HOUSE.search(sentence[: word.start()]))
    ]
    if not found:
        return
    people = [name for name in names(sentence) if _told_of(sentence, name)]
    young = _YOUNG.search(sentence)
    taken: list[tuple[int, int]] = []
    for kind, word in found:
        if kind == "anak-sensitif":
            right = bool(young) and (
                _KIN.search(sentence) or any(_near(word, name) for name in people if not name.adult)
            )
        else:
            right = any(_near(word, name) for name in people if name.full or name.before) or bool(
                _ROLE.search(sentence)
            )
        if right and all(word.end() <= one or other <= word.start() for one, other in taken):
            taken.append(word.span())
            yield Finding(kind, start + word.start(), start + word.end(), word[0])


def _near(word: re.Match[str], name: Name) -> bool:
    return min(abs(word.start() - name.end), abs(name.start - word.end())) <= NEAR


def _told_of(sentence: str, name: Name) -> bool:
    """Whether it is told of *name*: not of who speaks about it, nor of a word that only begins a sentence."""
    if name.before in SPEAKERS:
        return False
    alone = name.first and not name.full and not name.adult
    return not alone or bool(
        re.match(
            r"\s*(?:\(|,\s*(?:\d|sisw[ai]|murid|anak|santri|balita)"
            r"|\s(?:yang\s\w+\s|dari\s)?(?:kelas|kls|sisw[ai]|murid)\b)",
            sentence[name.end :],
            re.IGNORECASE,
        )
    )


_ROLE = re.compile(
    r"\b(?:istri|suami|menantu|mertua)\s+(?:kepala|ketua|kades|kadus|lurah|camat|pak|bu|bapak|ibu)\b"
    r"|\b(?:bu|pak|mbak|mas|mang|bang|bli|teh|uda|uni|mbah)\s[a-z]{3,}\b.{0,40}\b(?:suami|istri|dia|ibunya|bapaknya|lagi|lg|habis)",
    re.IGNORECASE,
)
"""Somebody who can be known though nobody is named as one should."""

_KIN = re.compile(
    r"\b(?:anak|cucu|putr[ai]|keponakan|adik)(?:nya)?(?:\s(?:perempuan|laki-laki|sulung|bungsu|tunggal|pertama|kedua|angkat|tiri"
    r"|satu-satunya))?\s+(?:dari\s+)?"
    r"(?:bapak|ibu|pak|bu|nenek|kakek|mbah|kades|kadus|ketua|lurah|camat|kepala|guru|bidan|pengelola)\b",
    re.IGNORECASE,
)
"""A child that can be known by whose it is."""
