"""Photos of a newsroom: opened when they are new, kept as clean copies while somebody may see them, and no longer."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from pipeline.archive.entry import Entry
from pipeline.archive.privacy import wanted
from pipeline.archive.store import Store
from pipeline.archive.update import Change, StoryChange
from pipeline.build.keys import digest
from pipeline.build.state import State
from pipeline.config import Site
from pipeline.content.file import Loaded, load_photo
from pipeline.content.picture import Opened
from pipeline.pictures.album import Album
from pipeline.pictures.darkroom import Darkroom, Exposure, Limits
from pipeline.pictures.develop import Developed
from pipeline.production import version
from pipeline.production.newsroom import Newsroom

Step = Callable[[int, int], None]


class Photos:
    """Opens the photos of *room* within *limits*, in up to *jobs* processes, and remembers in *store* what they are.

    Clean copies go to *album*; without one nothing is kept, and what can be said of a photo is said all the same.
    """

    def __init__(self, room: Newsroom, store: Store, album: Album | None, limits: Limits, jobs: int) -> None:
        self._room = room
        self._store = store
        self._album = album
        self._limits = limits
        self._jobs = jobs

    def reset(self, state: State) -> bool:
        """Forget what is known of photos where they would now be opened otherwise; tells whether that was so."""
        opener, most = version.opener(), self._limits.pixels
        before = int(state.meta("photo pixels") or most)
        changed = state.meta("opener") != opener or before != most
        if state.meta("opener") != opener:
            self._store.forget_photos()
            if self._album is not None:
                self._album.empty()
        elif before != most:
            self._store.forget_photos(min(before, most))
        state.remember("opener", opener)
        state.remember("photo pixels", str(most))
        return changed

    def open(self, paths: Sequence[str], step: Step = lambda *_: None) -> None:
        """Open the photos at *paths*, but for those whose bytes are known already; *step* hears how many are done."""
        darkroom = Darkroom(self._jobs, self._limits, keep=self._album is not None)
        for done, (key, developed) in enumerate(darkroom.develop(self._exposures(paths)), 1):
            self._keep(key, developed)
            step(done, len(paths))

    def _exposures(self, paths: Iterable[str]) -> Iterator[Exposure]:
        """Yield the photos that must be developed; of the others it is remembered at once what they are."""
        for path in paths:
            loaded = load_photo(self._room.root, path)
            if not isinstance(loaded, Loaded):
                self._store.put_photo(path, loaded)
                continue
            name = digest(loaded.data)
            if self._store.taken.photo(name) is not None:
                self._store.put_photo(path, Opened(name))  # taken down: nobody looks at it any more
                continue
            known = self._store.photo_named(name)
            if known is not None and self._has(known):
                self._store.put_photo(path, known)
                continue
            yield Exposure(f"{name} {path}", path, loaded.data)

    def _has(self, known: Opened) -> bool:
        """Whether nothing is to be made of a photo of these bytes any more."""
        return known.picture is None or self._album is None or self._album.has(known.name)

    def _keep(self, key: str, developed: Developed) -> None:
        name, _, path = key.partition(" ")
        opened, copy = developed
        if opened.picture is not None:
            picture = msgspec.structs.replace(opened.picture, name=name)
            opened = msgspec.structs.replace(opened, picture=picture)
            if self._album is not None:
                self._album.unsettled = True
                self._album.put(name, copy)
        if opened.code != "foto-gagal":  # that one is tried again
            opened = msgspec.structs.replace(opened, name=name)
        self._store.put_photo(path, opened)

    # -- copies --------------------------------------------------------------------------------------------------------

    def provide(self, changes: Sequence[Change] | None, now: int) -> None:
        """Make the copies that a plan over *changes* (``None``: over everything) may ask for and that are not there.

        A copy goes when nobody may see it any more; a consent that is given again brings it back.
        """
        if self._album is None:
            return
        lacking: set[str] = set()
        for entry in self._entries(changes):
            for photo in entry.story.photos:
                picture = photo.picture if entry.live and wanted(photo, now, entry.zone) else None
                if picture is not None and not self._album.has(picture.name):
                    lacking.add(photo.file)
        self.open(sorted(lacking))

    def clear(self, changes: Sequence[Change] | None, now: int) -> None:
        """Remove the copies that no story may show any more, among those of *changes* (``None``: among all).

        Where copies came, all are looked at: perhaps an earlier build made some and then failed, and nobody knows them.
        """
        if self._album is None:
            return
        named = self._album.names() if changes is None or self._album.unsettled else _named(changes)
        for name in sorted(named):
            if not self._is_wanted(name, now):
                self._album.remove(name)
        self._album.unsettled = False

    def _entries(self, changes: Sequence[Change] | None) -> Iterator[Entry]:
        if changes is None:
            return self._store.illustrated()
        return (change.new for change in changes if isinstance(change, StoryChange) and change.new is not None)

    def _is_wanted(self, name: str, now: int) -> bool:
        return any(
            photo.picture is not None and photo.picture.name == name and entry.live and wanted(photo, now, entry.zone)
            for entry in self._store.showing(name)
            for photo in entry.story.photos
        )


def limits(site: Site) -> Limits:
    """Return what one photo may cost in the newsroom of *site*."""
    return Limits(pixels=site.foto.megapiksel * 1_000_000)


def _named(changes: Iterable[Change]) -> set[str]:
    """Return the names of all photos that *changes* show, before or after."""
    stories = (change for change in changes if isinstance(change, StoryChange))
    entries = (entry for change in stories for entry in (change.old, change.new) if entry is not None)
    return {photo.picture.name for entry in entries for photo in entry.story.photos if photo.picture is not None}
