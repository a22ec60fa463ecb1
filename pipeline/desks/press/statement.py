"""A release in words, in the order that editors expect: the sender, the hour, the news, and last whom to ask.

Nothing is rewritten and nothing is invented. What the report states outside of its body (day, place, numbers) is told
with its source; what somebody said is added only where the body does not have it.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.content.story import Participants
from pipeline.desks.press import body
from pipeline.desks.press.body import Block
from pipeline.desks.press.views import About, Person, Release, Shot, Spoken
from pipeline.language import N_, texts
from pipeline.templating.dates import clock, instant_in_words, long_date, number, short_date

SHORT, LONG = 300, 500
"""Words that fill a page, which is what editors read."""

HEADINGS = {
    "label": N_("Siaran Pers"),
    "number": N_("Nomor:"),
    "facts": N_("Data kegiatan"),
    "source": N_("Sumber:"),
    "stories": N_("Kabar dalam siaran ini"),
    "corrections": N_("Ralat"),
    "about": N_("Tentang {name}"),
    "contacts": N_("Narahubung"),
    "photos": N_("Foto"),
    "photographer": N_("Foto:"),
    "consent": N_("Izin:"),
    "sample": N_("Contoh. Nama, tempat, dan peristiwanya rekaan, untuk memperlihatkan cara kerja Warta Pustaka."),
    "end": N_("– selesai –"),
}
"""What stands above the parts of a release, in all its forms."""


class Line(NamedTuple):
    """A fact: what it answers, and the answer."""

    name: str
    text: str


class Statement(NamedTuple):
    """A release, ready to be set. *lead* begins with the dateline; *blocks* are what follows it.

    *words* counts what editors may print: lead, body and quotations.
    """

    title: str
    timing: str
    embargoed: bool
    number: str
    dateline: str
    lead: str
    blocks: tuple[Block, ...]
    quotes: tuple[str, ...]
    facts: tuple[Line, ...]
    source: str
    corrections: tuple[Line, ...]
    about: tuple[About, ...]
    contacts: tuple[Person, ...]
    photos: tuple[Shot, ...]
    words: int
    say: dict[str, str]


def composed(view: Release, html: str, *, dateline: str = "") -> Statement:
    """Return *view* in words; *html* is its body. *dateline* is an outlet's own (none: that of the newsroom)."""
    say = texts(view.language)
    found = body.blocks(html)
    said = body.words(found)
    lead, rest = _lead(view, found)
    lead = " ".join(filter(None, (lead, _when_and_where(view, f"{lead} {said}", say))))
    known = bare(f"{lead} {said}")
    quotes = tuple(spoken(quote, say) for quote in view.quotes if bare(quote.text) not in known)
    dateline = dateline or view.dateline
    return Statement(
        title=view.title,
        timing=timing(view, say),
        embargoed=bool(view.until),
        number=view.number,
        dateline=dateline,
        lead=lead,
        blocks=rest,
        quotes=quotes,
        facts=tuple(_facts(view, say)),
        source=say("Laporan {library}, {day}").format(library=view.library, day=short_date(view.day, view.language)),
        corrections=tuple(Line(short_date(when.day, view.language), text) for when, text in view.corrections),
        about=view.about,
        contacts=_contacts(view, say),
        photos=view.photos,
        words=len(f"{lead} {body.words(rest)} {' '.join(quotes)}".split()),
        say={name: say(text) for name, text in HEADINGS.items()},
    )


def spoken(quote: Spoken, say: Callable[[str], str]) -> str:
    """Return a quotation as news has it: ``“Boleh menginap,” kata Ibu W., pendamping.`` Its words are kept."""
    text = quote.text.rstrip()
    if not quote.name:
        return f"“{text}”"
    text = text if text.endswith(("!", "?", "…", "...")) else f"{text.rstrip('.,')},"
    who = ", ".join(filter(None, (quote.name, quote.role))).rstrip(".")
    return say("“{text}” kata {who}.").format(text=text, who=who)


def timing(view: Release, say: Callable[[str], str]) -> str:
    """Return when a release may appear: at once, or from the end of its embargo on."""
    if not view.until:
        return say("Untuk disiarkan segera")
    until = instant_in_words(view.until, view.zone, view.language)
    return say("EMBARGO s.d. {until}").format(until=until)


def dated(pattern: str, view: Release) -> str:
    """Return the dateline *pattern* (``{KOTA}, {perpustakaan} –``) filled in for *view*.

    Where no city is known, its place and what parts it from the next are left out.
    """
    return filled(pattern, view.city, view.library, short_date(view.day, view.language))


def filled(pattern: str, city: str, library: str, day: str) -> str:
    """Return *pattern* with its places filled in. Only these four are known: another brace stays as it is."""
    if not city:
        pattern = re.sub(r"\{(?:KOTA|kota)\},? ?", "", pattern)
    known = {"kota": city, "KOTA": city.upper(), "perpustakaan": library, "tanggal": day}
    return " ".join(_PLACE.sub(lambda found: known[found[1]], pattern).split())


_PLACE = re.compile(r"\{(kota|KOTA|perpustakaan|tanggal)\}")


def bare(text: str) -> str:
    """Return only the letters and digits of *text*: other quotation marks make no other words."""
    return "".join(filter(str.isalnum, text)).casefold()


def _lead(view: Release, found: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Return the lead and what follows: the summary where its writer gave one, else the first paragraph."""
    first = found[0] if found and found[0].kind == "text" else None
    if view.summary and (first is None or bare(view.summary) not in bare(first.text)):
        return view.summary, found
    return (first.text, found[1:]) if first else (view.title, found)


def _when_and_where(view: Release, said: str, say: Callable[[str], str]) -> str:
    """Return a sentence on day and place of what took place, where nothing that is *said* names a day."""
    if view.kind not in ("kegiatan", "advokasi") or not view.place or _names_a_day(view, said):
        return ""
    day = view.date.day
    told = say("Kegiatan berlangsung {weekday} ({day}/{month}/{year}) di {place}.")
    weekday = long_date(day, view.language).partition(",")[0]
    return told.format(weekday=weekday, day=day.day, month=day.month, year=day.year, place=view.place.rstrip("."))


def _names_a_day(view: Release, said: str) -> bool:
    """Whether *said* names the day of the report: in figures, or with the name of its month."""
    day = view.date.day
    month = short_date(day, view.language).split()[1]
    figures = (f"{day.day}/{day.month}", f"{day.day:02}/{day.month:02}", f"{day.day} {month}")
    return any(figure.casefold() in said.casefold() for figure in figures)


def _facts(view: Release, say: Callable[[str], str]) -> list[Line]:
    when = long_date(view.date.day, view.language)
    if view.date.clock:
        when = f"{when}, {clock(view.date.clock, view.date.zone or view.zone, view.language)}"
    where = (view.place, *(name for name in view.region if name not in view.place))
    pairs = (
        (N_("Kapan"), when),
        (N_("Di mana"), ", ".join(filter(None, where))),
        (N_("Peserta"), people(view.participants, view.language)),
        (N_("Mitra"), ", ".join(view.partners)),
        (N_("Masalah"), view.problem),
        (N_("Tindakan"), view.action),
        (N_("Hasil"), view.result),
        (N_("Dampak"), view.outcome),
    )
    return [Line(say(name), text) for name, text in pairs if text]


def people(counts: Participants | None, language: str) -> str:
    """Return how many came, in words: ``23 orang (16 perempuan, 7 laki-laki)``."""
    if counts is None:
        return ""
    say = texts(language)
    parts = (
        (N_("{number} perempuan"), counts.women), (N_("{number} laki-laki"), counts.men),
        (N_("{number} anak"), counts.children), (N_("{number} lansia"), counts.elderly),
        (N_("{number} penyandang disabilitas"), counts.disabled),
    )  # fmt: skip
    told = ", ".join(say(text).format(number=number(count, language)) for text, count in parts if count)
    if not counts.total:
        return told
    total = say("{number} orang").format(number=number(counts.total, language))
    return f"{total} ({told})" if told else total


def _contacts(view: Release, say: Callable[[str], str]) -> tuple[Person, ...]:
    """Return whom to ask: the library's own, else the newsroom's, else the library itself."""
    if view.contact is not None:
        return (view.contact,)
    if view.desk:
        return (Person(view.site, say("redaksi"), (view.desk,)),)
    return (Person(view.library, "", view.ways),) if view.ways else ()
