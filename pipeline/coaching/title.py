"""Titles as Indonesian newsrooms write them: short, active, beginning with who did it and not with a verb.

The rule is ANTARA's; *Panen perdana* and *Pelatihan menjahit* begin with nouns. An invitation may call: *Ikuti …*.
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.coaching.manuscript import Cited, Manuscript
from pipeline.content.problem import Problem

FEW = 2
"""Words of a title that can hardly be news."""

ACTIVE = frozenset(
    """
    memanen menanam membaca menulis menjaga merawat membuat membangun memasak menjahit membatik menenun melihat
    menonton menghadiri mengikuti menerima meraih memeriksa mencatat mencari mengenal menyambut merayakan
    memperingati menyusun menggali menyulap mengubah meminjam mendongeng mengemas mengolah menghitung menjual
    membeli membawa menata membersihkan memperbaiki menuju mencoba belajar berkunjung berbagi berlatih bermain
    bercerita berkebun berdiskusi berwisata berkumpul bekerja bergotong-royong
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Verbs with their prefix, as *warga* may well do …"""

OURS = frozenset(
    """
    menggelar mengadakan melatih mengajar mengajak mendorong membuka meresmikan meluncurkan gelar adakan
    tingkatkan dorong ajak latih kunjungi ikuti hadiri bagikan luncurkan resmikan wujudkan tumbuhkan kenalkan
    laksanakan selenggarakan manfaatkan kembangkan perkenalkan sosialisasikan raih serahkan salurkan peringati
    sambut canangkan bentuk ajarkan hidupkan lestarikan optimalkan cegah
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""… and as the library does, most of them without it, as headlines have them."""

_MADE = re.compile(r"me(?:mp?er|m|n|ng|ny)?[a-z]{3,}kan", re.ASCII)
"""A verb with prefix and suffix: *mewujudkan*, *memperkenalkan*; no noun looks so."""


def titles(script: Manuscript) -> Iterator[Problem]:
    """Yield what an editor would change in the title."""
    title = script.title()
    if title is None:
        return
    text, line = script.story.title, title.line
    if _shouts(text):
        yield script.note(line, "saran-judul-kapital", words=title.words, example=text.capitalize())
        return
    if (end := re.search(r"\S{1,40}[.!]+$", text)) and not re.search(r"\b\w\.$|\.\.\.$", text):
        example = text.rstrip(".! ")
        yield script.note(line, "saran-judul-tanda", words=end[0], example=example)
    if script.story.kind == "pengumuman":
        return
    if _says_nothing(text):
        yield from _general(script, title)
    elif verb := _verb(text):
        yield from _begun(script, title, verb)
    elif found := _passive().search(text):
        yield from _behind(script, line, found)


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 10 and len(text.split()) > FEW and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def _says_nothing(text: str) -> bool:
    return len(text.split()) <= FEW or re.fullmatch(
        r"(?:laporan|dokumentasi|foto|berita)\s(?:kegiatan|acara).*"
        r"|kegiatan\s(?:di\s)?(?:perpustakaan|literasi|hari ini|bulan).*",
        text, re.IGNORECASE,
    ) is not None  # fmt: skip


def _general(script: Manuscript, title: Cited) -> Iterator[Problem]:
    """Offer the beginning of the summary, which says more."""
    words = re.split(r"[,.;:!?]\s", script.story.summary)[0].rstrip(".!?").split()
    example = " ".join(words[:10])
    if len(words) <= FEW or _VAGUE.match(example):
        example = f"{_people(script)} … di {script.story.place.partition(',')[0] or 'perpustakaan'}"
    yield script.note(title.line, "saran-judul-umum", words=title.words, example=example)


_VAGUE = re.compile(r"(?:Kegiatan|Acara|Telah|Pada|Dalam|Hari ini|Alhamdulillah|Puji)\b", re.IGNORECASE)


def _verb(text: str) -> str:
    """Return the first word of *text* where it is a verb, empty otherwise."""
    first = text.split(maxsplit=1)[0].strip("“”\"',.:;!?")
    plain = first.lower()
    return first if plain in ACTIVE or plain in OURS or _MADE.fullmatch(plain) else ""


def _begun(script: Manuscript, title: Cited, verb: str) -> Iterator[Problem]:
    text = script.story.title
    _front, comma, rest = text.partition(", ")
    if comma and len(rest.split()) > FEW and rest[0].isupper():
        example = rest
    else:
        who = "Perpustakaan" if verb.lower() in OURS or _MADE.fullmatch(verb.lower()) else _people(script)
        example = f"{who} {text[0].lower()}{text[1:]}"
    if script.exactly(verb, head=True):
        yield script.note(title.line, "saran-judul-kata-kerja", words=verb, example=example)


def _people(script: Manuscript) -> str:
    people = script.story.participants
    return f"{people.total} warga" if people and people.total else "Warga"


def _behind(script: Manuscript, line: int, found: re.Match[str]) -> Iterator[Problem]:
    cited = script.exactly(f"oleh {found['who']}", head=True) or script.exactly(found[0], head=True)
    if cited is not None:
        example = f"{found['who']} {found['root']} {found['what'][0].lower()}{found['what'][1:]}{found['more'] or ''}"
        yield script.note(line, "saran-judul-pasif", words=cited.words, example=example)


@cache
def _passive() -> re.Pattern[str]:
    """*Pelatihan menjahit digelar oleh PKK Sukamaju*: what, root, who."""
    return re.compile(
        r"^(?P<what>\S.{2,80}?)\sdi(?P<root>[a-z]{3,20})(?P<more>\s[^,]{1,60}?)?\soleh\s(?P<who>[A-Z\d][^,]{2,60})$"
    )
