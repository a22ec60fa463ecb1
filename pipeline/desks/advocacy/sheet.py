"""A sheet in words: what each of its parts says, short enough for its place. No number is changed, none is invented."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from pipeline import regions
from pipeline.desks.advocacy import tale
from pipeline.desks.advocacy.audience import PROFILES
from pipeline.desks.advocacy.grounds import Ground
from pipeline.desks.advocacy.views import Ask, Figure, Given, Sheet
from pipeline.language import N_, texts
from pipeline.templating.dates import month_name, number, short_date

NUMBERS, GROUNDS = 3, 2

NAMES, SHOWN = 3, 4
"""So many names stand in a line, and so many lines in a list."""

LINE, HEADLINE = 150, 110
"""Letters of a line of a list, and of the headline."""

WAY = 70
"""Letters of a way to reach somebody."""

HEADINGS = {
    "label": N_("Lembar advokasi"),
    "story": N_("Satu cerita"),
    "numbers": N_("Angkanya"),
    "there": N_("Yang sudah ada"),
    "missing": N_("Yang masih kurang"),
    "ask": N_("Permintaan kami"),
    "what": N_("Apa"),
    "much": N_("Berapa"),
    "whom": N_("Kepada"),
    "when": N_("Paling lambat"),
    "grounds": N_("Dasar hukum"),
    "check": N_("Periksa aturan terbaru sebelum dipakai."),
    "peer": N_("Contoh dari tempat lain"),
    "contact": N_("Hubungi"),
    "scan": N_("Pindai: bukti selengkapnya"),
    "source": N_("Sumber:"),
    "photographer": N_("Foto:"),
    "sample": N_("Contoh. Nama, tempat, dan peristiwanya rekaan, untuk memperlihatkan cara kerja Warta Pustaka."),
    "code": N_("Kode QR menuju halaman bukti"),
}

NO_STORY = N_("Belum ada cerita. Tulis satu laporan kegiatan dengan masalah, tindakan, hasil, dan dampak.")
NO_GROUNDS = N_("Belum ada dasar hukum untuk pembaca ini: tulis di content/dasar-hukum.toml.")
NO_PEER = N_("Belum ada contoh: tulis dukungan yang diterima, atau [[contoh]] di content/dasar-hukum.toml.")


class Number(NamedTuple):
    """A number in words: how large, what it counts, and from where."""

    value: str
    name: str
    note: str


class Cited(NamedTuple):
    """What is cited, with its source and address."""

    title: str
    text: str
    source: str
    url: str


class Told(NamedTuple):
    """A sheet, ready to be set. *ask* are what, how much, of whom and when; else *no_ask* tells what to write."""

    name: str
    place: str
    addressee: str
    headline: str
    because: str
    story_title: str
    story: str
    quote: str
    speaker: str
    story_source: str
    credit: str
    numbers: tuple[Number, ...]
    no_numbers: str
    source: str
    there: tuple[str, ...]
    missing: tuple[str, ...]
    ask: tuple[str, str, str, str] | None
    ask_of: str
    no_ask: str
    grounds: tuple[Cited, ...]
    no_grounds: str
    peer: Cited | None
    no_peer: str
    contact: tuple[str, ...]
    say: dict[str, str]


def composed(view: Sheet, text: str) -> Told:
    """Return *view* in words; *text* is the body of its story."""
    say = texts(view.language)
    profile = PROFILES[view.audience]
    story, quote = tale.told(view.tale, text) if view.tale else ("", "")
    numbers = tuple(number_of(figure, view, say) for figure in chosen(view))
    because = say(profile.because if view.came else profile.plain).format(came=number(view.came, view.language))
    return Told(
        name=short(view.name, HEADLINE),
        place=short(view.place, LINE),
        addressee=short(view.addressee or say(profile.name), 70),
        headline=short(headline(view, say), HEADLINE),
        because=because,
        story_title=short(view.tale.title, LINE) if view.tale else "",
        story=story or say(NO_STORY),
        quote=quote,
        speaker=short(view.tale.speaker, 70) if view.tale and quote else "",
        story_source=short(_story_source(view, say), LINE),
        credit=short(view.tale.photographer, 50) if view.tale and view.tale.photo else "",
        numbers=numbers,
        no_numbers=_no_numbers(numbers, say),
        source=source_of(view, say),
        there=tuple(short(line, LINE) for line in _there(view, say))[:SHOWN],
        missing=tuple(short(line, LINE) for line in _missing(view, say))[:SHOWN],
        ask=_ask(view.ask, view, say) if view.ask else None,
        ask_of=short(view.ask.library, 80) if view.ask and view.ask.library != view.name else "",
        no_ask="" if view.ask else _no_ask(view, say),
        grounds=tuple(_cited(ground, view) for ground in view.grounds[:GROUNDS]),
        no_grounds="" if view.grounds else say(NO_GROUNDS),
        peer=_peer(view, say),
        no_peer="" if view.peer or view.example else say(NO_PEER),
        contact=_contact(view, say),
        say={name: say(said) for name, said in HEADINGS.items()},
    )  # fmt: skip


def short(text: str, letters: int) -> str:
    """Return *text* on one line, cut at the end of a word where it is longer than *letters*."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    cut = line[: letters - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–-.')}…"


def chosen(view: Sheet) -> list[Figure]:
    """Return the three numbers that matter most to the audience of *view*, of those that there are."""
    wanted = PROFILES[view.audience].numbers
    found = sorted(
        (figure for figure in view.figures if figure.number > 0),
        key=lambda figure: wanted.index(figure.measure) if figure.measure in wanted else len(wanted),
    )
    return found[:NUMBERS]


def headline(view: Sheet, say: Callable[[str], str]) -> str:
    """Return the benefit in one line: what came of it as the report says, or how often people came."""
    ways = {"outcome": _first_sentence(view.tale.outcome) if view.tale else "", "numbers": ""}
    if view.came:
        said = N_("{came} kehadiran warga dalam {events} kegiatan {name}")
        among = N_("{came} kehadiran warga dalam {events} kegiatan di {name}")
        ways["numbers"] = say(among if regions.region(view.key) else said).format(
            came=number(view.came, view.language), events=number(view.counted, view.language), name=view.name
        )
    for way in PROFILES[view.audience].headline:
        if ways[way] and (len(ways[way]) <= HEADLINE or way == "numbers"):
            return ways[way]
    if view.tale:
        return view.tale.title
    return say("{name} mulai mencatat manfaatnya bagi warga").format(name=view.name)


def _first_sentence(text: str) -> str:
    return next(iter(tale.sentences(text)), "").rstrip(".")


def number_of(figure: Figure, view: Sheet, say: Callable[[str], str]) -> Number:
    """Return *figure* in words."""
    value = number(figure.number, view.language)
    note = ""
    if figure.kind == "persen":
        note = say("dari {answers} jawaban survei").format(answers=number(figure.of, view.language))
    elif figure.measure in ("perempuan", "laki-laki") and figure.of:
        said = (
            say("dari satu kegiatan yang merincinya")
            if figure.of == 1
            else say("dari {events} kegiatan yang merincinya")
        )
        note = said.format(events=number(figure.of, view.language))
    elif figure.of > 1:
        note = say("dari {events} kegiatan").format(events=number(figure.of, view.language))
    elif figure.of == 1:
        note = say("dari satu kegiatan")
    shown = {"": value, "rupiah": f"Rp{value}", "persen": f"{value} %"}[figure.kind]
    return Number(shown, short(figure.name, 60), note)


def _no_numbers(numbers: tuple[Number, ...], say: Callable[[str], str]) -> str:
    if not numbers:
        return say("Belum ada angka: tulis peserta: {total: …, perempuan: …, laki-laki: …} di setiap laporan.")
    if len(numbers) < NUMBERS:
        return say("Angka lain belum ditulis: lengkapi peserta dan mitra di laporan.")
    return ""


def source_of(view: Sheet, say: Callable[[str], str]) -> str:
    """Return where the numbers come from, and what they are worth."""
    parts = [_months(view, say), say("laporan mandiri perpustakaan, belum diaudit"), _bare(view.url)]
    return ". ".join(part[:1].upper() + part[1:] if n < 2 else part for n, part in enumerate(filter(None, parts)))


def _months(view: Sheet, say: Callable[[str], str]) -> str:
    if not view.since:
        return ""
    first, last = (_month(month, view.language) for month in (view.since, view.until))
    return first if first == last else say("{first} sampai {last}").format(first=first, last=last)


def _month(month: str, language: str) -> str:
    year, _, number_ = month.partition("-")
    return month_name(int(year), int(number_), language)


def _story_source(view: Sheet, say: Callable[[str], str]) -> str:
    if view.tale is None:
        return ""
    parts = (view.tale.library if view.tale.library != view.name else "", short_date(view.tale.day, view.language))
    found = ", ".join(filter(None, parts))
    return (
        say("{source}. Dipilih panel: {reason}").format(source=found, reason=view.tale.reason)
        if view.tale.reason
        else found
    )


def _there(view: Sheet, say: Callable[[str], str]) -> Iterator[str]:
    """Yield what exists now: deeds, partners, libraries, support received."""
    if view.events:
        said = say("{events} kegiatan dilaporkan, terakhir {month}")
        yield said.format(events=number(view.events, view.language), month=_month(view.until, view.language))
    elif view.stories:
        yield say("{stories} kabar ditulis").format(stories=number(view.stories, view.language))
    if view.libraries > 1:
        told = view.libraries - view.mute
        yield say("{told} dari {libraries} perpustakaan sudah berkabar").format(
            told=number(told, view.language), libraries=number(view.libraries, view.language)
        )
    if view.partners:
        yield say("Mitra: {names}").format(names=_names(view.partners, view.partnered, view, say))
    for one in view.given:
        yield given(one, view.language, say, library=view.libraries > 1)
    if not (view.events or view.stories):
        yield say("Perpustakaan sudah terdaftar, dan dapat dihubungi")


def _missing(view: Sheet, say: Callable[[str], str]) -> Iterator[str]:
    """Yield what is missing: what is asked for besides, who is silent, and what nobody wrote down."""
    for one in view.others:
        yield _other(one, view, say)
    rest = view.open - len(view.others) - (view.ask is not None)
    if rest > 0:
        yield say("{number} permintaan lain yang menunggu jawaban").format(number=number(rest, view.language))
    if view.mute:
        yield say("Belum berkabar: {names}").format(names=_names(view.silent, view.mute, view, say))
    if view.events and not view.counted:
        yield say("Jumlah peserta belum dicatat di laporan")
    if not view.partners and view.stories:
        yield say("Mitra belum disebut di laporan")
    if not view.given:
        yield say("Dukungan yang sudah diterima belum dicatat")
    if view.tale is not None and not view.tale.outcome:
        yield say("Dampak kegiatan bagi warga belum ditulis")


def _names(names: tuple[str, ...], most: int, view: Sheet, say: Callable[[str], str]) -> str:
    listed = ", ".join(short(name, 38) for name in names[:NAMES])
    rest = most - min(NAMES, len(names))
    return (
        say("{names}, dan {number} lagi").format(names=listed, number=number(rest, view.language))
        if rest > 0
        else listed
    )


def given(one: Given, language: str, say: Callable[[str], str], *, library: bool) -> str:
    """Return a line on support received; *library* tells whether to say by whom."""
    worth = worth_of(one.value, one.amount, language)
    what = f"{one.what} ({worth})" if worth else one.what
    said = say("Diterima: {what} dari {party}") if one.party else say("Diterima: {what}")
    line = said.format(what=what, party=one.party)
    return f"{line}, {one.library}" if library and one.library else line


def worth_of(value: int | None, amount: str, language: str) -> str:
    """Return what something is worth, in rupiah and in words as far as it was said."""
    money = f"Rp{number(value, language)}" if value else ""
    return ", ".join(filter(None, (amount, money)))


def _other(one: Ask, view: Sheet, say: Callable[[str], str]) -> str:
    what = f"{one.what} ({worth})" if (worth := worth_of(one.value, one.amount, view.language)) else one.what
    return say("{what}, diminta kepada {party}").format(what=what, party=one.party) if one.party else what


def _ask(one: Ask, view: Sheet, say: Callable[[str], str]) -> tuple[str, str, str, str]:
    much = worth_of(one.value, one.amount, view.language)
    when = short_date(one.due, view.language) if one.due else say("Belum ditentukan")
    return (
        short(one.what, 120),
        short(much or say("Belum ditulis"), 60),
        short(one.party or say("Belum ditulis"), 60),
        when,
    )


def _no_ask(view: Sheet, say: Callable[[str], str]) -> str:
    """Return what to write so that there is something to ask for; another audience's ask is none of theirs."""
    said = say(
        "Belum ada permintaan yang ditulis untuk pembaca ini. Tulis satu saja, di laporan atau di content/dukungan/: "
        "permintaan: [{apa: …, jumlah: …, kepada: …, tenggat: …}]"
    )
    if view.open:
        more = say("({number} permintaan kepada pihak lain masih menunggu.)").format(
            number=number(view.open, view.language)
        )
        return f"{said} {more}"
    return said


def _cited(ground: Ground, view: Sheet) -> Cited:
    source = f"{ground.sumber}, {_dated(ground.tanggal, view.language)}"
    return Cited(short(ground.judul, 90), short(ground.told(view.language), 230), short(source, 90), ground.alamat)


def _dated(day: str, language: str) -> str:
    """Return *day* (``2024``, ``2024-05``, ``2024-05-08``) in words."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return day
    return month_name(parts[0], parts[1], language) if len(parts) == 2 else short_date(date(*parts), language)


def _peer(view: Sheet, say: Callable[[str], str]) -> Cited | None:
    if view.peer is not None:
        one = view.peer
        worth = worth_of(one.value, one.amount, view.language)
        what = f"{one.what} ({worth})" if worth else one.what
        said = say("{library} menerima {what} dari {party}.") if one.party else say("{library} menerima {what}.")
        text = said.format(library=one.library, what=what, party=one.party)
        day = short_date(one.day, view.language) if one.day else ""
        source = ", ".join(filter(None, (say("Laporan {library}").format(library=one.library), day)))
        return Cited("", short(f"{text} {one.thanks}", 230), short(source, 90), one.url)
    return None if view.example is None else _cited(view.example, view)


def _contact(view: Sheet, say: Callable[[str], str]) -> tuple[str, ...]:
    """Return who may be asked and how; half a number or address reaches nobody, so a way too long is left out."""
    person = (short(view.contact, WAY),) if view.contact else ()
    found = (*person, *(way for way in view.contacts if len(way) <= WAY))
    return found or (say("Belum ada kontak: tulis kontak di profil perpustakaan."),)


def _bare(url: str) -> str:
    return url.partition("://")[2].rstrip("/")
