"""The photos desk: what a story's page and link preview show, under ``output/site/<address>/``."""

from collections.abc import Iterator, Sequence

from pipeline.archive.entry import Entry
from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.pictures import deck, icon, rendition
from pipeline.pictures.deck import Deck, Style

OWN = "site/kartu-1200x"
"""The site's own card."""


class PhotoDesk:
    """The desk that makes renditions and crops of photos, and the cards for link previews."""

    name = "photos"
    channel: Channel = "web"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield all pictures of every story, the site's own card, and its sign."""
        for address in visible.addresses():
            entry = visible.entry(address)
            if entry is not None:
                yield from self._of_story(visible, entry)
        yield self._own(visible)
        yield icon.pixels(self._site, self._style)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the pictures whose names begin with *path*, or ``None`` where there must be none."""
        if path == OWN:
            return self._own(visible)
        if path == icon.STEM:
            return icon.pixels(self._site, self._style)
        entry = visible.entry(path.removeprefix("site/").rpartition("/")[0])
        found = [] if entry is None else self._of_story(visible, entry)
        return next((output for output in found if output.path == path), None)

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the stems that *changes* may alter: pictures show nothing but their own story and library."""
        found: set[str] = set()
        for change in changes:
            if isinstance(change, StoryChange):
                for entry in (change.old, change.new):
                    if entry is not None and entry.live:
                        found |= _stems(entry)
        return found

    def _of_story(self, visible: Visible, entry: Entry) -> list[Output]:
        story = entry.story
        found = rendition.outputs(story.address, story.photos, story.path)
        card = Deck(self._site, self._style, visible).web(entry)
        return found if card is None else [*found, deck.output(story.address, card, story.path)]

    def _own(self, visible: Visible) -> Output:
        return deck.output("", Deck(self._site, self._style, visible).site(), "")


def _stems(entry: Entry) -> set[str]:
    """Return the stems of all pictures that *entry* may have, whatever is agreed to: any photo may come to lead."""
    address = entry.story.address
    pictures = [photo.picture for photo in entry.story.photos if photo.picture is not None]
    stems = {rendition.stem(address, rendition.renditions(picture)) for picture in pictures}
    stems |= {rendition.stem(address, rendition.Crops(picture=picture)) for picture in pictures}
    return {rendition.folder(address) + stem for stem in stems} | {deck.stems(address)["web"]}
