"""A new report: what its file says, where it goes, and what the reader makes of it."""

from datetime import date, datetime
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from pipeline import regions
from pipeline.coaching.advice import Advice
from pipeline.coaching.coach import coach
from pipeline.coaching.ranking import chosen
from pipeline.content.address import slug, topic_slug
from pipeline.content.count import read_count
from pipeline.content.dates import DateError, read_moment
from pipeline.content.filename import name_for
from pipeline.content.keys import PARTICIPANTS
from pipeline.content.moment import Moment, tzinfo
from pipeline.content.near import nearest
from pipeline.content.problem import Problem, in_order
from pipeline.content.scalar import plain, scalar
from pipeline.content.skeleton import SKELETON
from pipeline.content.story_reader import read_whole
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed

INVITING = ("strategi", "topik", "ringkasan", "penulis", "lokasi", "peserta")
"""Keys that are written even where there is nothing to say yet, for the writer to fill in."""


class Home(NamedTuple):
    """A library that a report may name."""

    slug: str
    name: str
    zone: str


class Draft(NamedTuple):
    """What is known of a new report; texts as typed, empty where nothing was said. *month*: ``2026/11``."""

    title: str
    date: str
    month: str
    library: str
    publish_at: str
    kind: str = ""
    strategy: str = ""
    topics: tuple[str, ...] = ()
    summary: str = ""
    author: str = ""
    place: str = ""
    participants: str = ""
    body: str = ""


class Written(NamedTuple):
    """A new file: its *path* from the newsroom's root, what is still missing in it, and what is good already."""

    path: str
    problems: tuple[Problem, ...]
    praise: str = ""


# -- what is asked for -------------------------------------------------------------------------------------------------


def homes(room: Newsroom) -> list[Home]:
    """Return the libraries of *room*; one whose profile has errors goes by its slug."""
    with surveyed(room) as store:
        known = [(name, store.library(name)) for name in store.slugs()]
    records = [(name, found[0] if found else None) for name, found in known]
    return [
        Home(name, library.name if library else name, regions.zone_of(library.region if library else ""))
        for name, library in records
    ]


def home(text: str, known: list[Home]) -> Home:
    """Return the library that *text* (a slug or a name) means; raises ``UsageError`` with the nearest."""
    wanted = slug(text.removesuffix(".md"))
    for library in known:
        if wanted in (library.slug, slug(library.name)):
            return library
    slugs = [library.slug for library in known]
    near = next((name for name in slugs if wanted and wanted in name), None) or nearest(wanted, slugs)
    said = _('perpustakaan "{value}" tidak ada di content/libraries/.').format(value=text)
    raise UsageError(f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said)


def moment(text: str) -> Moment:
    """Return the moment that *text* names; raises ``UsageError`` with an example."""
    try:
        return read_moment(text).moment
    except DateError as error:
        raise UsageError(
            _('tanggal "{value}" belum bisa kami baca. Tulis misalnya: {example}').format(
                value=text, example=error.suggestion
            )
        ) from None


def stamp(when: Moment, zone: str) -> str:
    """Return *when* as a report's ``terbit_pada``: ``2026-11-22 08.00 WIB``; *zone* where it names none."""
    if when.clock is None:
        return when.day.isoformat()
    return f"{when.day} {when.clock:%H.%M} {when.zone or zone}"


def stamp_now(now: datetime, zone: str) -> str:
    """Return the instant *now* (with its zone) as a ``terbit_pada`` in *zone*, to the minute."""
    local = now.astimezone(tzinfo(zone))
    return stamp(Moment(local.date(), local.time()), zone)


def spoken(day: date) -> str:
    """Return *day* as people write it: ``22 November 2026``."""
    from pipeline.templating.dates import short_date  # noqa: PLC0415  Babel, for this only

    return short_date(day)


def participants(text: str) -> str:
    """Return *text* (``24``, or ``laki-laki: 4, perempuan: 20``) as a ``peserta``; raises ``UsageError``."""
    number = read_count(text)
    if number is not None and number >= 0:
        return str(number)
    parts = [part.rpartition(":" if ":" in part else " ") for part in text.strip("{} ").split(",")]
    pairs = [(PARTICIPANTS.find(name.strip()), read_count(count)) for name, _mark, count in parts]
    if any(name is None or count is None or count < 0 for name, count in pairs):
        raise UsageError(
            _('peserta "{value}" tidak terbaca. Tulis misalnya: 24, atau laki-laki: 4, perempuan: 20').format(
                value=text
            )
        )
    return "{" + ", ".join(f"{name}: {count}" for name, count in pairs) + "}"


# -- the file ----------------------------------------------------------------------------------------------------------


def compose(draft: Draft) -> str:
    """Return the text of *draft*'s file: front matter, in which every value reads back as it is, and body."""
    topics = [scalar(topic) for topic in draft.topics if topic_slug(plain(topic))]
    head = {
        "judul": scalar(draft.title),
        # Questions are no news: a skeleton stays a draft until its writer says otherwise.
        "status": "" if draft.body else "draf",
        "tanggal": scalar(draft.date),
        "terbit_pada": draft.publish_at,
        "perpustakaan": draft.library,
        "jenis": draft.kind,
        "strategi": draft.strategy,
        "topik": f"[{', '.join(topics)}]" if topics else "",
        "ringkasan": scalar(draft.summary),
        "penulis": scalar(draft.author),
        "lokasi": scalar(draft.place),
        "peserta": draft.participants,
    }
    lines = [f"{key}: {value}".rstrip() for key, value in head.items() if value or key in INVITING]
    return "\n".join(["---", *lines, "---", (draft.body or SKELETON).strip("\n"), ""])


def write(room: Newsroom, draft: Draft) -> Written:
    """Write *draft* to a new file of *room* and read it back; no file is ever written over.

    Raises ``UsageError`` where the report would have errors (a body that is too long), ``OutputError`` where it
    cannot be written.
    """
    data = compose(draft).encode()
    folder = f"content/stories/{draft.month}"
    try:
        (room.root / folder).mkdir(parents=True, exist_ok=True)
        while True:
            path = f"{folder}/{_free_name(room.root / folder, draft.title)}.md"
            written = _read_back(path, data)
            if _put(room.root / path, data):
                return written
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=folder, reason=error.strerror or error)) from error


def _read_back(path: str, data: bytes) -> Written:
    """Return what the reader and the coach say; of suggestions no more than ``warta check`` shows."""
    read, document = read_whole(path, data)
    for problem in read.problems:
        if problem.level == "error":
            raise UsageError(str(problem))
    advice = coach(read.story, read.text, document, read.found) if read.story and document else Advice()
    serious = (problem for problem in (*read.problems, *advice.problems) if problem.level != "hint")
    hints = (problem for problem in (*read.problems, *advice.problems) if problem.level == "hint")
    return Written(path, (*in_order(serious), *chosen(hints)), advice.praise.message if advice.praise else "")


def _put(target: Path, data: bytes) -> bool:
    """Write a new file; returns whether there was none."""
    try:
        with target.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        return False
    return True


def _free_name(folder: Path, title: str) -> str:
    """Return a name for a file in *folder* whose address no other file there has: ``panen``, else ``panen-2``."""
    taken = {slug(path.name.removesuffix(".md")) for path in folder.iterdir()}
    name = name_for(title)
    numbered = (f"{name}-{number}" for number in count(2))
    return next(free for free in chain((name,), numbered) if free not in taken)
