"""A look at ``content/`` as it is now, in a database of its own.

It knows nothing of ``output/`` and shares no lock with builds: it works while one is at work, and disturbs none.
What was read is kept between looks, so that the next one reads only what changed.
"""

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from pipeline import config
from pipeline.archive.store import Store
from pipeline.build import lock
from pipeline.build.state import State, connect, put_away
from pipeline.build.workbench import Setting
from pipeline.config import Site
from pipeline.errors import ConfigError, OutputError
from pipeline.language import _
from pipeline.production import version
from pipeline.production.newsroom import Newsroom
from pipeline.production.photos import Photos, limits
from pipeline.production.reading import Reading, care, drop
from pipeline.production.taking import Taking
from pipeline.production.workers import Workers, cores


@contextmanager
def surveyed(
    room: Newsroom,
    *,
    now: int | None = None,
    at: Path | None = None,
    step: Callable[[int, int], None] = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
) -> Iterator[Store]:
    """Yield the archive of *room* as its files are now.

    *now* is in seconds since 1970 (none: the clock). *at* is a folder for the database where nothing may be written
    to *room* (none: the newsroom's own). *step* hears how many files are read, and of how many; *waiting*
    is called once where another look is at work. Raises ``OutputError`` where the database cannot be written.
    """
    folder = at or room.root / ".warta" / "cache" / "check"
    key = at / "lock" if at else room.root / ".warta" / "lock-check"
    instant = int(time.time()) if now is None else now
    try:
        with (
            lock.held(key, waiting=waiting),
            closing(_up_to_date(room, folder, Taking(room, instant, remembers=False, lenient=True), step)) as db,
        ):
            yield Store(db)
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputError(_("Tidak dapat memeriksa: {reason}.").format(reason=_reason(error))) from error


def _reason(error: OSError | sqlite3.OperationalError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} ({error.filename})" if error.filename else error.strerror
    return str(error)


def _up_to_date(room: Newsroom, folder: Path, taking: Taking, step: Callable[[int, int], None]) -> sqlite3.Connection:
    """Return the database, brought up to date; a damaged one is made anew."""
    path = folder / "newsroom.sqlite"
    try:
        return _read(room, path, taking, step)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        put_away(path)
        return _read(room, path, taking, step)


def _read(room: Newsroom, path: Path, taking: Taking, step: Callable[[int, int], None]) -> sqlite3.Connection:
    db = connect(path)
    try:
        _update(room, db, Setting(path, path.parent, path.parent, {}), taking, step)
    except BaseException:
        db.close()
        raise
    return db


def _update(
    room: Newsroom, db: sqlite3.Connection, setting: Setting, taking: Taking, step: Callable[[int, int], None]
) -> None:
    state, store = State(db), Store(db)
    code, reader = version.code(), version.reader() + version.code("coaching")
    with Workers(setting, cores()) as workers:
        db.execute("BEGIN IMMEDIATE")
        site = _site(room)
        photos = Photos(room, store, None, limits(site), cores())
        fresh = photos.reset(state)
        reading = Reading(room, store, workers, photos, care(site), taking, keep=drop, step=step, advise=True)
        update = reading.update(
            state, anew=state.meta("reader") != reader, everything=fresh or state.meta("code") != code
        )
        deque(update.settle(), maxlen=0)
        state.remember("reader", reader)
        state.remember("code", code)
        db.execute("COMMIT")


def _site(room: Newsroom) -> Site:
    """Return the settings; those that cannot be read are told elsewhere."""
    try:
        return config.load(room.root)
    except ConfigError:
        return Site()
