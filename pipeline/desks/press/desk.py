"""The press desk: ``output/press/<address>/`` for those who send releases."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.archive.entry import ABOUT, RELEASES, Entry
from pipeline.archive.update import Change, LibraryChange, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.desks.press.release import Releases, is_above
from pipeline.desks.press.views import Kit, Release
from pipeline.pictures.deck import Style

RENDER = "pipeline.desks.press.render:"
FOLDER = "press/"
FORMS = {
    "siaran-pers.docx": (Renderer(f"{RENDER}word", ("press/siaran-pers.docx",)), 10),
    "siaran-pers.html": (
        Renderer(f"{RENDER}page", ("press/siaran-pers.html", "press/siaran-pers.css")), 2,
    ),
    "siaran-pers.pdf": (Renderer(f"{RENDER}document", ("press/siaran-pers.typ",)), 8),
    "siaran-pers.txt": (Renderer(f"{RENDER}text"), 1),
}  # fmt: skip
"""The forms of a release: its file's name, and how it is made and how dear that is."""

KIT = Renderer(f"{RENDER}archive")


class PressDesk:
    """The desk that makes releases of the stories that go to the press."""

    name = "press"
    channel: Channel = "pers"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style
        self._seen: tuple[Visible, Releases] | None = None

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield everything of every release."""
        for card in visible.whole(RELEASES):
            yield from self._of_story(visible, card.address)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        address = path.removeprefix(FOLDER).rpartition("/")[0]
        return next((output for output in self._of_story(visible, address) if output.path == path), None)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:
        """Return the paths that *changes* may alter.

        A release shows its own story and library, the stories of which it tells, and the libraries of its regency and
        province.
        """
        found: set[str] = set()
        for change in changes:
            if isinstance(change, StoryChange):
                found |= _by_story(visible, change)
            elif isinstance(change, LibraryChange):
                found |= _by_library(visible, change)
        return {path for address in found for path in paths(address)}

    def _of_story(self, visible: Visible, address: str) -> Iterator[Output]:
        entry = visible.entry(address)
        if entry is None or not goes_out(entry):
            return
        view = self._releases(visible).of(entry)
        yield from _files(folder(address), view, FORMS, entry.story.path)

    def _releases(self, visible: Visible) -> Releases:
        if self._seen is None or self._seen[0] is not visible:
            self._seen = (visible, Releases(self._site, self._style, visible))
        return self._seen[1]


def goes_out(entry: Entry) -> bool:
    """Whether *entry* goes to the press: a translation is read, not sent."""
    return entry.story.release is not None and not entry.story.original


def folder(address: str) -> str:
    """Return the folder of the release of the story at *address*."""
    return f"{FOLDER}{address}/"


def archive(address: str) -> str:
    """Return what the press kit of the story at *address* is called."""
    return f"{address.rpartition('/')[2]}-kit-pers.zip"


def _files(inside: str, view: Release, names: Iterable[str], owner: str) -> Iterator[Output]:
    """Yield a release in the forms *names* in the folder *inside*, and its kit, which is made of them."""
    forms = []
    for name in names:
        renderer, weight = FORMS[name]
        forms.append(f"{inside}{name}")
        yield Output(forms[-1], view, renderer, owner=owner, weight=weight)
    kit = Kit(release=view, forms=tuple(forms))
    yield Output(f"{inside}{archive(view.address)}", kit, KIT, made=kit.forms, owner=owner, weight=10)


def paths(address: str) -> Iterator[str]:
    """Yield everything that the release of the story at *address* may consist of."""
    yield from (folder(address) + name for name in (*FORMS, archive(address)))


def _by_story(visible: Visible, change: StoryChange) -> set[str]:
    found: set[str] = set()
    for entry in (change.old, change.new):
        if entry is not None and entry.live:
            found.add(entry.story.address)
            found |= {card.address for card in visible.whole(f"{ABOUT}/{entry.story.address}")}
    return found


def _by_library(visible: Visible, change: LibraryChange) -> set[str]:
    """Return the releases that tell of the library of their regency or province."""
    above = (library for library in (change.old, change.new) if library is not None and is_above(library))
    names = {f"{RELEASES}/wilayah/{library.region}" for library in above}
    return {card.address for name in names for card in visible.whole(name)}
