"""``warta import``: sources in, drafts in ``content/inbox/`` out, one source after the other."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from pipeline import config, regions
from pipeline.build import lock
from pipeline.content.library import Library
from pipeline.content.moment import tzinfo
from pipeline.errors import UsageError
from pipeline.fetching.failure import FetchError
from pipeline.fetching.policy import policy
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal, UnreadableError
from pipeline.intake.gather import sources
from pipeline.intake.ledger import ledger
from pipeline.intake.options import Options
from pipeline.intake.profile import Profile
from pipeline.intake.reader import read
from pipeline.intake.readers.sheet import read_profiles
from pipeline.intake.registry import Registered, register
from pipeline.intake.source import Source
from pipeline.intake.write import Written, write
from pipeline.language import _
from pipeline.production import draft
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed

HEAVIEST = 60 * 2**20
"""Bytes of one document from the web."""

LONGEST = 180.0
"""Seconds in which it must be here: that much on a village's line, and nobody waits longer before a terminal."""


def is_address(path: str) -> bool:
    """Whether *path*, as somebody typed it, is an address of the web and no file."""
    return re.match(r"https?:", path, re.IGNORECASE) is not None


def brought(room: Newsroom, address: str) -> Source | Refusal:
    """Return what lies at *address* on the web, or why it cannot be had."""
    from pipeline.fetching.fetch import fetch  # noqa: PLC0415  slow to load, and few imports are of the web
    from pipeline.fetching.naming import name_of  # noqa: PLC0415  as above

    asked = policy(config.load(room.root).base)._replace(most=HEAVIEST, total=LONGEST)
    try:
        found = fetch(address, asked)
    except FetchError as failure:
        return Refusal(address, str(failure).partition(": ")[2] or str(failure))
    if found.status != 200:
        return Refusal(address, _("jawaban servernya {status}.").format(status=found.status))
    return Source(name_of(found), data=found.body, address=address)


def imported(
    room: Newsroom,
    paths: Iterable[Path | Source | Refusal],
    now: datetime,
    *,
    library: str = "",
    asked: Options | None = None,
    rehearse: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> Iterator[Written | Refusal]:
    """Import the files and folders at *paths* into *room*; yield what became of each report and of each refused part.

    A path may be a source already (what was pasted or fetched), or what is refused. *asked* is what some readers can be
    asked for. *now* has a zone. *library* (a slug or a name) is that of all of them. *rehearse*: nothing is written. A
    source that cannot be read costs itself and no other. Raises ``UsageError`` for a path that is not there or an
    unknown library, ``OutputError`` where the inbox cannot be written.
    """
    for path in paths:
        if isinstance(path, Path) and not path.exists() and not path.is_symlink():
            raise UsageError(_("{path} tidak ada. Periksa nama dan foldernya.").format(path=path))
    context = context_of(room, now, library)._replace(options=(asked or Options())._replace(trial=rehearse))
    with lock.held(room.root / ".warta" / "lock-import", waiting=waiting):
        known = ledger(room.root)
        for path in paths:
            for source in sources(path) if isinstance(path, Path) else (path,):
                yield from (
                    write(found, context, known, rehearse=rehearse) if isinstance(found, Draft) else found
                    for found in _read(source, context)
                )


class Listed(NamedTuple):
    """What became of the rows of a registry, which rows gave none, and whether columns were guessed."""

    registered: Registered
    faults: tuple[Refusal, ...]
    proposed: bool


def listed(
    room: Newsroom,
    paths: Iterable[Path | Source | Refusal],
    now: datetime,
    *,
    asked: Options | None = None,
    rehearse: bool = False,
) -> Listed:
    """Make a profile in ``content/libraries/`` of each row of the tables at *paths*; *rehearse*: write nothing.

    Raises ``UsageError`` for a path that is not there, ``OutputError`` where profiles cannot be written.
    """
    made: list[Profile] = []
    faults: list[Refusal] = []
    proposed = False
    context = context_of(room, now, "")._replace(options=(asked or Options())._replace(trial=rehearse))
    for path in paths:
        if isinstance(path, Refusal):
            faults.append(path)
            continue
        if isinstance(path, Path) and not path.is_file():
            raise UsageError(_("{path} tidak ada. Periksa nama dan foldernya.").format(path=path))
        try:
            found = read_profiles(path if isinstance(path, Source) else Source(path.name, path=path), context)
        except UnreadableError as error:
            faults.append(Refusal(path.name, str(error)))
            continue
        made += found.profiles
        faults += found.faults
        proposed = proposed or found.proposed
    with lock.held(room.root / ".warta" / "lock-import"):
        return Listed(register(room.root, made, trial=rehearse), tuple(faults), proposed)


def context_of(room: Newsroom, now: datetime, library: str) -> Context:
    """Return what readers know of *room*; raises ``UsageError`` for an unknown *library*."""
    with surveyed(room) as store:
        libraries = tuple(store.profiles())
    slug = draft.home(library, draft.homes(room)).slug if library else ""
    return Context(room.root, now.astimezone(tzinfo(_zone(libraries, slug))), libraries, slug)


def _zone(libraries: tuple[Library, ...], slug: str) -> str:
    """Return the zone of the library *slug*, or the one that all have; WIB where they differ."""
    zones = {regions.zone_of(one.region) for one in libraries if slug in {"", one.slug}}
    return zones.pop() if len(zones) == 1 else "WIB"


def _read(source: Source | Refusal, context: Context) -> Iterator[Draft | Refusal]:
    if isinstance(source, Refusal):
        yield source
    else:
        yield from read(source, context)
