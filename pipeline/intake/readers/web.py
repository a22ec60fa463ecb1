"""A web page that somebody saved: its text; its pictures are named, and not fetched."""

import re
from collections.abc import Iterable, Iterator

from pipeline.content.encoding import LARGEST
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal
from pipeline.intake.guess import Guessed
from pipeline.intake.markup import Image, convert
from pipeline.intake.plaintext import decoded
from pipeline.intake.report import drafted
from pipeline.intake.source import Source
from pipeline.language import _

_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})</title>", re.IGNORECASE)


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the one draft of a page."""
    html = decoded(source.read(5 * LARGEST))
    found = convert(html)
    named = _TITLE.search(html)
    title = Guessed(" ".join(named[1].split()), _("nama halamannya")) if named else None
    yield drafted(
        source.origin("html"), context, found.text, title=title, notes=(*found.notes, *unfetched(found.images))
    )


def unfetched(images: Iterable[Image]) -> tuple[str, ...]:
    """Say which pictures were not fetched."""
    return tuple(_("Gambar tidak diambil: {address}").format(address=image.told) for image in images)
