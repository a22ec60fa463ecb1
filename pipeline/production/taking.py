"""What was taken down, over one build: read from ``content/tarik.toml``, obeyed, and written there when it is new."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from pipeline.archive.curtail import Withheld
from pipeline.archive.store import Store
from pipeline.archive.update import TakenChange, Update
from pipeline.build import lock
from pipeline.content import taken
from pipeline.content.problem import Problem
from pipeline.content.taken import Taken
from pipeline.errors import BusyError, ConfigError
from pipeline.production.newsroom import Newsroom


class Taking:
    """One look at what was taken down in *room*, at the instant *now*.

    *remembers*: what is new is written to ``tarik.toml``; a preview and a check obey it, and write nothing. Raises
    ``ConfigError`` where the file cannot be understood, unless *lenient*: then what was last known counts.
    """

    def __init__(self, room: Newsroom, now: int, *, remembers: bool, lenient: bool = False) -> None:
        self._room = room
        self._now = now
        self._remembers = remembers
        self._text = ""
        self._listed: tuple[Taken, ...] | None = None
        try:
            self._text, self._listed = taken.load(room.root)
        except ConfigError:
            if not lenient:
                raise
        self._before: tuple[Taken, ...] = ()
        self.new: tuple[Taken, ...] = ()
        """What this build was the first to find out."""
        self.grew = False
        """Whether something is taken down that was not when this newsroom was last looked at."""
        self.changes: list[TakenChange] = []
        self.problems: tuple[Problem, ...] = ()

    def begin(self, store: Store, update: Update) -> Withheld:
        """Bring the register up to date with the file; what it concerns is read and settled again.

        Returns what readers of reports withhold.
        """
        self._before = store.taken.all()
        if self._listed is None:
            return Withheld(self._before)
        there = {one.key for one in self._listed}
        # What could not be written stays in force, and is tried again.
        unwritten = [one for one in self._before if self._remembers and not one.line and one.key not in there]
        paths, withheld = self._obey(store, update, (*self._listed, *unwritten))
        store.unread(paths)
        return withheld

    def notice(self, store: Store, update: Update) -> tuple[set[str], Withheld]:
        """Find what is newly taken down, write it down, and obey it.

        Returns the paths of the reports that must be read once more, and what is withheld from then on.
        """
        self.new = tuple(store.taken.noticed(self._now, update.refused))
        now = (*store.taken.all(), *self.new)
        unwritten = [one for one in now if not one.line]
        if self._remembers and unwritten:
            text = taken.appended(self._text, unwritten)
            reason = write_list(self._room.root / taken.PATH, text)
            if reason:
                values = {"number": f"{len(unwritten)}", "reason": reason}
                self.problems = (Problem(taken.PATH, 1, "tarik-tidak-tercatat", values),)
            else:
                now = taken.parse(text)
        return self._obey(store, update, now)

    def _obey(self, store: Store, update: Update, now: tuple[Taken, ...]) -> tuple[set[str], Withheld]:
        """Let the register hold all of *now*, and have settled again whatever that concerns.

        Returns the paths of the reports that must be read again, and what readers withhold.
        """
        before = store.taken.all()
        changed = set(before) ^ set(now)
        paths: set[str] = set()
        if changed:
            update.again(store.taken.showing(changed))
            store.taken.put(now)
            paths = store.taken.concerned(changed)
            for name in {one.name for one in before if one.kind == "foto"} - {one.name for one in now}:
                store.forget_photo(name)
            for one in now:
                if one.kind == "foto":
                    store.unknow_photo(one.name)
        self.grew = not {one.key for one in now} <= {one.key for one in self._before}
        stories = {one.address for one in set(self._before) ^ set(now) if one.kind == "berita"}
        self.changes = [TakenChange(address) for address in sorted(stories)]
        return paths, Withheld(now)

    def forget(self) -> bool:
        """Delete what previews and checks keep, unless another process is at work there; tells whether all is gone."""
        cache = self._room.root / ".warta" / "cache"
        left = [folder for name, folder in OTHERS if not _emptied(self._room.root / ".warta" / name, cache / folder)]
        return not left


OTHERS = (("lock-preview", "preview"), ("lock-check", "check"))
"""The lock and the folder of those who keep words of reports beside the build."""


def _emptied(key: Path, folder: Path) -> bool:
    if not folder.exists():
        return True
    try:
        with lock.held(key, patience=0):
            shutil.rmtree(folder, ignore_errors=True)
    except (BusyError, OSError):
        return False
    return not folder.exists()


def write_list(path: Path, text: str) -> str:
    """Write *text* to *path*, all of it or nothing; returns why that could not be done, empty where it was."""
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        return error.strerror or str(error)
    return ""
