"""Another newsroom's published stories, photos and profiles taken into ours, and what it took down obeyed."""

import os
import stat
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pipeline import config
from pipeline.archive.entry import Entry
from pipeline.archive.privacy import agreed
from pipeline.archive.store import Store
from pipeline.archive.visible import Visible
from pipeline.build import lock
from pipeline.config import Site
from pipeline.content import taken
from pipeline.content.file import HEAVIEST, leads_out
from pipeline.content.story import Photo
from pipeline.errors import ConfigError, OutputError, UsageError
from pipeline.intake import kinship
from pipeline.intake.kinship import Origin
from pipeline.intake.merge import Action, Ours, Theirs, carried, decide
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed
from pipeline.production.taking import write_list

STORIES, LIBRARIES = "content/stories/", "content/libraries/"


class Told(NamedTuple):
    """One thing to tell: *path* is where it stands (or would stand) here."""

    path: str
    said: str


class Merged(NamedTuple):
    """What became of it all: how many by action, what was taken down with them, and what people must decide.

    *photos* counts those that were written, *samples* the stories that only show how one is written, which stay there.
    """

    origin: Origin
    stories: Counter[Action]
    libraries: Counter[Action]
    photos: int
    taken: int
    samples: int
    told: tuple[Told, ...]
    written: tuple[str, ...]


class _Item(NamedTuple):
    """One file there with its photos (path and bytes' hash of each)."""

    theirs: Theirs
    photos: tuple[tuple[str, bytes], ...]


def is_newsroom(folder: Path) -> bool:
    """Tell whether *folder* is a newsroom: it has stories."""
    return (folder / "content" / "stories").is_dir()


def merge(room: Newsroom, source: Path, *, now: int | None = None, trial: bool = False) -> Merged:
    """Take what is published in the newsroom at *source* into *room*; a *trial* only says what would happen.

    Nothing is written to *source*. Raises ``UsageError`` where it is no newsroom or our own, ``ConfigError`` where a
    list of what was taken down cannot be understood, ``OutputError`` where ours cannot be written.
    """
    there = Newsroom(source.resolve())
    _refuse(room, there, source)
    instant = int(time.time()) if now is None else now
    try:
        (room.root / ".warta" / "cache").mkdir(parents=True, exist_ok=True)
        with (
            lock.held(room.lock),
            tempfile.TemporaryDirectory(prefix="impor-", dir=room.root / ".warta" / "cache") as aside,
            surveyed(there, now=instant, at=Path(aside)) as theirs,
            surveyed(room, now=instant) as ours,
        ):
            return _Merge(room, there, theirs, ours, instant).run(trial=trial)
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder="content/", reason=error.strerror or error)) from error


def _refuse(room: Newsroom, there: Newsroom, source: Path) -> None:
    if not is_newsroom(there.root):
        raise UsageError(
            _("{folder} bukan ruang redaksi: tidak ada folder content/stories/ di dalamnya.").format(folder=source)
        )
    if there.root == room.root or there.root in room.root.parents or room.root in there.root.parents:
        raise UsageError(
            _("{folder} adalah ruang redaksi ini sendiri, atau terletak di dalamnya.").format(folder=source)
        )
    for name in ("content", "content/stories", "content/libraries"):
        if (there.root / name).is_symlink():
            raise UsageError(
                _("{folder}/{name} adalah tautan (symlink), dan tautan tidak diikuti.").format(folder=source, name=name)
            )


def origin_of(root: Path) -> Origin:
    """Return how the newsroom at *root* is called; one that still has the address of the example goes by its folder."""
    try:
        site = config.load(root)
    except ConfigError:
        site = Site()
    url = site.base if site.base != Site().base else f"folder:{root.name}"
    return Origin(site.nama if site.nama != Site().nama else root.name, url)


class _Merge:
    """One import, with both archives at hand."""

    def __init__(self, room: Newsroom, there: Newsroom, theirs: Store, ours: Store, now: int) -> None:
        self._room, self._there = room, there
        self._theirs, self._ours = theirs, ours
        self._now = now
        self._origin = origin_of(there.root)
        self._told: list[Told] = []
        self._written: list[str] = []
        self._photos = 0

    def run(self, *, trial: bool) -> Merged:
        visible = Visible(self._theirs, "web", self._now)
        entries = [entry for address in visible.addresses() if (entry := self._theirs.entry(address)) is not None]
        samples = sum(entry.story.sample for entry in entries)
        entries = [entry for entry in entries if not entry.story.sample]
        libraries, refused = self._libraries(trial=trial)
        stories: Counter[Action] = Counter()
        for entry in entries:
            stories[self._story(entry, refused, trial=trial)] += 1
        gone = self._withdrawn({entry.story.address for entry in entries}, trial=trial)
        stories.update(gone)
        listed = self._taken_down(trial=trial)
        return Merged(
            self._origin, stories, libraries, self._photos, listed, samples, tuple(self._told), tuple(self._written)
        )

    # -- profiles ----------------------------------------------------------------------------------------------------

    def _libraries(self, *, trial: bool) -> tuple[Counter[Action], set[str]]:
        """Take in the profiles; returns what became of them, and the slugs that mean another library here."""
        done: Counter[Action] = Counter()
        refused: set[str] = set()
        for slug in self._theirs.slugs():
            found = self._theirs.library(slug)
            library = found[0] if found else None
            if library is None or library.sample:
                continue
            item = self._item(library.path, ())
            if item is None:
                refused.add(slug)
                done["bentrok"] += 1
                continue
            path = next((one.path for one in self._ours.sources("library", slug)), None)
            action = self._put(item, path, trial=trial)
            if action == "bentrok":
                mine = self._ours.library(slug)
                if mine and mine[0] and (mine[0].name, mine[0].region) == (library.name, library.region):
                    action = "disunting"  # the same library, described by somebody else: ours stays
                else:
                    refused.add(slug)
            done[action] += 1
            self._tell(action, item.theirs.path, path, library=library.name)
        return done, refused

    # -- stories -----------------------------------------------------------------------------------------------------

    def _story(self, entry: Entry, refused: set[str], *, trial: bool) -> Action:
        story = entry.story
        if story.library in refused:
            said = _("tidak diambil, karena perpustakaannya ({library}) di sini perpustakaan lain.")
            self._told.append(Told(story.path, said.format(library=story.library)))
            return "bentrok"
        item = self._item(story.path, [photo for photo in story.photos if self._may_come(photo, entry)])
        if item is None:
            return "bentrok"
        path = self._place_of(story.address)
        action = self._put(item, path, trial=trial)
        self._tell(action, story.path, path)
        return action

    def _may_come(self, photo: Photo, entry: Entry) -> bool:
        """Whether the bytes of *photo* are taken along: not where somebody said no, or took it back."""
        if not agreed(photo.consent) or (photo.shows_child and not photo.consent.guardian):
            return False
        if not self._theirs.has(photo.file):
            return False
        if photo.consent.revoked is not None and photo.consent.revoked.instant(entry.zone) <= self._now:
            return False
        opened = self._theirs.photo(photo.file)
        return opened is None or self._theirs.taken.photo(opened.name) is None

    def _place_of(self, address: str) -> str | None:
        return next((one.path for one in self._ours.sources("story", address)), None)

    def _withdrawn(self, visible: set[str], *, trial: bool) -> Counter[Action]:
        """Follow what was withdrawn there since we took it in; what only vanished there is told, and left."""
        done: Counter[Action] = Counter()
        for source in list(self._ours.sources("story")):
            kin = self._kin(source.path)
            if kin is None or kin.origin.url != self._origin.url or source.address in visible:
                continue
            entry = self._theirs.entry(source.address)
            if entry is not None and entry.story.status == "tarik":
                item = self._item(entry.story.path, ())
                if item is not None:
                    action = self._put(item, source.path, trial=trial)
                    done[action] += 1
                    self._tell(action, entry.story.path, source.path)
            elif self._theirs.taken.story(source.address) is None:
                said = _("tidak lagi terbit di {origin}. Putuskan: hapus di sini, atau biarkan.")
                self._told.append(Told(source.path, said.format(origin=self._origin.name)))
        return done

    # -- files -------------------------------------------------------------------------------------------------------

    def _item(self, path: str, photos: Iterable[Photo]) -> _Item | None:
        """Return the file at *path* there with the *photos* that may come; ``None``, told, where it cannot be had."""
        data = self._fetched(path)
        if data is None:
            return None
        hashes = []
        for file in dict.fromkeys(photo.file for photo in photos):
            bytes_ = self._fetched(file)
            if bytes_ is not None:
                hashes.append((file, blake2b(bytes_).digest()))
        return _Item(Theirs(path, kinship.sign(data, hashes), data), tuple(hashes))

    def _fetched(self, path: str) -> bytes | None:
        """Return the bytes of *path* there. Links are not followed, whatever they lead to."""
        root = self._there.root
        parts = path.split("/")
        try:
            places = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]
            if ".." in parts or any((root / place).is_symlink() for place in places):
                self._told.append(Told(path, _("adalah atau lewat tautan (symlink), jadi tidak diambil.")))
                return None
            descriptor = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(descriptor, "rb") as stream:
                status = os.fstat(descriptor)
                if not stat.S_ISREG(status.st_mode) or status.st_size > HEAVIEST:
                    self._told.append(Told(path, _("bukan berkas biasa, atau terlalu besar, jadi tidak diambil.")))
                    return None
                return stream.read()
        except OSError as error:
            said = _("tidak dapat dibaca: {error}.").format(error=error.strerror or error)
            self._told.append(Told(path, said))
            return None

    def _kin(self, path: str) -> kinship.Kin | None:
        with suppress(OSError):
            return kinship.read((self._room.root / path).read_bytes())
        return None

    def _mine(self, path: str | None) -> Ours | None:
        """Return what stands at *path* here."""
        if path is None or leads_out(self._room.root, path):
            return None
        data = (self._room.root / path).read_bytes()
        kin = kinship.read(data)
        if kin is None:
            return Ours(path, None, "", "", data)
        now = kinship.sign(kin.data, self._photos_here(path))
        return Ours(path, kin.origin, kin.sign, now, kin.data)

    def _photos_here(self, path: str) -> Iterator[tuple[str, bytes]]:
        """Yield the photos that the file at *path* here names and that are there."""
        for file in self._named(path):
            with suppress(OSError):
                yield file, blake2b((self._room.root / file).read_bytes()).digest()

    def _named(self, path: str) -> tuple[str, ...]:
        source = self._ours.source(path)
        entry = self._ours.entry(source.address) if source and source.kind == "story" else None
        if entry is None or entry.story.path != path:
            return ()
        return tuple(dict.fromkeys(photo.file for photo in entry.story.photos))

    def _put(self, item: _Item, path: str | None, *, trial: bool) -> Action:
        """Do with *item* what is right where *path* stands in its place here."""
        ours = self._mine(path)
        target = self._room.root / item.theirs.path
        if ours is None and target.exists():
            return "bentrok"  # a file that our archive does not know as such
        action = decide(item.theirs, ours, self._origin)
        new = [(file, hashed) for file, hashed in item.photos if self._is_new(file, hashed)]
        before = set(self._named(path)) if path else set()
        if action in {"baru", "diperbarui"} and any(self._foreign(file) for file, _hashed in new if file not in before):
            return "bentrok"
        if action in {"baru", "diperbarui"}:
            self._photos += len(new)
            if not trial:
                self._write(item, [file for file, _hashed in new], before)
        return action

    def _is_new(self, file: str, hashed: bytes) -> bool:
        try:
            return blake2b((self._room.root / file).read_bytes()).digest() != hashed
        except OSError:
            return True

    def _foreign(self, file: str) -> bool:
        return (self._room.root / file).exists()

    def _write(self, item: _Item, new: list[str], before: set[str]) -> None:
        """Write photos first, the file that names them last; photos that may no longer be here go."""
        data = kinship.signed(item.theirs.data, self._origin, item.theirs.sign)
        for file in new:
            bytes_ = self._fetched(file)
            if bytes_ is not None:
                self._place(file, bytes_)
        self._place(item.theirs.path, data if data is not None else item.theirs.data)
        for file in before - {file for file, _hashed in item.photos}:
            with suppress(OSError):
                (self._room.root / file).unlink()
                self._written.append(file)

    def _place(self, path: str, data: bytes) -> None:
        target = self._room.root / path
        content = os.path.realpath(self._room.content)
        if os.path.commonpath((content, os.path.realpath(target))) != content:
            said = _("{path}: foldernya tautan ke luar content/. Pindahkan tautan itu dulu.")
            raise OutputError(said.format(path=path))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.tmp")
        try:
            beside.write_bytes(data)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink()
        self._written.append(path)

    def _tell(self, action: Action, path: str, here: str | None, *, library: str = "") -> None:
        if action == "bentrok":
            what = library or here or path
            said = _("bentrok: di sini sudah ada yang lain di tempat itu ({what}); yang di sini dibiarkan.")
            self._told.append(Told(path, said.format(what=what)))
        elif action == "disunting":
            said = _("berubah di {origin}, tetapi sudah disunting di sini; yang di sini dibiarkan.")
            self._told.append(Told(here or path, said.format(origin=self._origin.name)))

    # -- what was taken down -----------------------------------------------------------------------------------------

    def _taken_down(self, *, trial: bool) -> int:
        """Add what they took down to our list; returns how much was new."""
        text, mine = taken.load(self._room.root)
        theirs = (*self._theirs.taken.all(),)
        origins: dict[str, Origin | None] = {}
        for one in theirs:
            if one.kind == "berita" and (path := self._place_of(one.address)) is not None:
                kin = self._kin(path)
                origins[one.address] = kin.origin if kin else None
        added, conflicts = carried(theirs, mine, origins, self._origin)
        for one in conflicts:
            said = _("ditarik di {origin}, tetapi alamat itu di sini milik berita lain. Putuskan sendiri.")
            self._told.append(Told(f"{STORIES}{one.address}", said.format(origin=self._origin.name)))
        if added and not trial:
            reason = write_list(self._room.root / taken.PATH, taken.appended(text, added))
            if reason:
                raise OutputError(_("{path} tidak dapat ditulis: {reason}.").format(path=taken.PATH, reason=reason))
            self._written.append(taken.PATH)
        return len(added)
