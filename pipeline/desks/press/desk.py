"""The press desk: ``output/press/`` for those who send releases, ``output/site/pers/`` for journalists."""

from collections.abc import Iterator, Sequence

from pipeline.archive.entry import ABOUT, RELEASES, Entry
from pipeline.archive.update import Change, LibraryChange, PageChange, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output
from pipeline.build.state import WHOLE
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.press import forms, room
from pipeline.desks.press.release import Releases, is_above
from pipeline.desks.press.room import MediaRoom
from pipeline.pictures.deck import Style


class PressDesk:
    """The desk that makes releases of the stories that go to the press, and the media room."""

    name = "press"
    channel: Channel = "pers"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        self._seen: tuple[Visible, Releases, MediaRoom] | None = None

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield everything of every release, and the media room."""
        for card in visible.whole(RELEASES):
            yield from self._of_story(visible, card.address)
        if self._site.has_media_room:
            yield from self._makers(visible)[1].outputs()

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if path.startswith("site/"):
            return self._makers(visible)[1].output(path) if self._site.has_media_room else None
        address = path.removeprefix(forms.FOLDER).rpartition("/")[0]
        return next((output for output in self._of_story(visible, address) if output.path == path), None)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes* may alter.

        A release shows its own story and library, the stories of which it tells, and the libraries of its regency and
        province; the media room's first page counts all stories. A change of the menu alters every page.
        """
        addresses: set[str] = set()
        moved: list[Entry] = []
        for change in changes:
            if isinstance(change, StoryChange):
                addresses |= _by_story(visible, change)
                moved += (one for one in (change.old, change.new) if one is not None and one.story.release is not None)
            elif isinstance(change, LibraryChange):
                addresses |= _by_library(visible, change)
            elif isinstance(change, PageChange) and any(page and page.order for page in (change.old, change.new)):
                return {WHOLE}
        found = {path for address in addresses for path in (*forms.paths(address), *room.paths(address))}
        if changes:
            found.add(room.FRONT)
        if moved:
            found |= {room.of_year(entry.month[:4]) for entry in moved}
            found |= room.edges(visible.through("web"), len(moved))
        return found

    def _of_story(self, visible: Visible, address: str) -> Iterator[Output]:
        entry = visible.entry(address)
        if entry is not None and forms.goes_out(entry):
            view = self._makers(visible)[0].of(entry)
            yield from forms.files(forms.folder(address), view, forms.FORMS, entry.story.path)

    def _makers(self, visible: Visible) -> tuple[Releases, MediaRoom]:
        if self._seen is None or self._seen[0] is not visible:
            releases = Releases(self._site, self._style, visible)
            self._seen = (visible, releases, MediaRoom(self._site, self._style, visible))
        return self._seen[1:]


def _by_story(visible: Visible, change: StoryChange) -> set[str]:
    """Return the releases that a story may alter: its own, and those that tell of it."""
    found: set[str] = set()
    for entry in (change.old, change.new):
        if entry is not None and entry.live:
            found |= {card.address for card in visible.whole(f"{ABOUT}/{entry.story.address}")}
            if entry.story.release is not None:
                found.add(entry.story.address)
    return found


def _by_library(visible: Visible, change: LibraryChange) -> set[str]:
    """Return the releases that tell of the library of their regency or province."""
    above = (library for library in (change.old, change.new) if library is not None and is_above(library))
    names = {f"{RELEASES}/wilayah/{library.region}" for library in above}
    return {card.address for name in names for card in visible.whole(name)}
