"""The cards desk: pictures to post, under ``output/site/<address>/``, where phones can fetch them."""

from collections.abc import Iterator, Sequence

from pipeline.archive.update import Change, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output
from pipeline.config import Site
from pipeline.content.consent import Channel
from pipeline.pictures import deck
from pipeline.pictures.deck import Deck, Style


class CardDesk:
    """The desk that draws the cards of every story for feeds and status."""

    name = "cards"
    channel: Channel = "sosial"

    def __init__(self, site: Site, style: Style) -> None:
        self._site = site
        self._style = style

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield the cards of every story."""
        for address in visible.addresses():
            output = self._output(visible, address)
            if output is not None:
                yield output

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the cards whose names begin with *path*, or ``None`` where there must be none."""
        address = path.removeprefix("site/").rpartition("/")[0]
        return self._output(visible, address) if path == deck.stems(address)["social"] else None

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the stems that *changes* may alter: a card shows nothing but its own story and library."""
        entries = (entry for change in changes if isinstance(change, StoryChange) for entry in (change.old, change.new))
        return {deck.stems(entry.story.address)["social"] for entry in entries if entry is not None and entry.live}

    def _output(self, visible: Visible, address: str) -> Output | None:
        entry = visible.entry(address)
        if entry is None or entry.story.original:  # a translation is read, not posted
            return None
        view = Deck(self._site, self._style, visible).social(entry)
        return None if view is None else deck.output(address, view, entry.story.path)
