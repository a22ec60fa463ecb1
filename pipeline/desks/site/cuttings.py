"""Clippings as pages show them."""

from collections.abc import Iterable

from pipeline.archive.visible import Visible
from pipeline.content.clipping import Clipping
from pipeline.desks.site import naming
from pipeline.desks.site.views import Cutting, Echo, Link


def cuttings(visible: Visible, found: Iterable[Clipping], own: str = "") -> tuple[Cutting, ...]:
    """Return what is shown of clippings, newest first; of one event, the others stand with whoever printed it first.

    *own* is the address of the page on which they stand: it is not named beside each of them.
    """
    events: dict[str, list[Clipping]] = {}
    for clipping in sorted(found, key=lambda one: (one.date.day, one.address)):
        events.setdefault(clipping.event or clipping.address, []).append(clipping)
    return tuple(_cutting(visible, one, others, own) for one, *others in reversed(events.values()))


def _cutting(visible: Visible, clipping: Clipping, others: list[Clipping], own: str) -> Cutting:
    stories = tuple(dict.fromkeys(address for one in (clipping, *others) for address in one.stories))
    libraries = dict.fromkeys(slug for one in (clipping, *others) for slug in one.libraries)
    known = (visible.entry(address) for address in stories)
    told = tuple(Link(entry.story.title, entry.story.address) for entry in known if entry is not None)
    named = (naming.library(visible, slug) for slug in libraries if visible.library(slug) is not None)
    return Cutting(
        title=clipping.title,
        url=clipping.url,
        outlet=clipping.outlet,
        day=clipping.date.day,
        medium=clipping.medium,
        page=clipping.page,
        snippet=clipping.snippet,
        stories=tuple(link for link in told if link.address != own),
        libraries=() if told else tuple(link for link in named if link.address != own),
        echoes=tuple(Echo(one.outlet, one.url, one.date.day) for one in others),
        sample=clipping.sample,
    )
