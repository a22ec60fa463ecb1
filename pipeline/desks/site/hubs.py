"""Lists of lists: all libraries, regions, topics, strategies and months, in groups."""

from pipeline.archive.entry import RECIPES, places
from pipeline.build.output import Output, Renderer
from pipeline.desks.site import addresses, naming
from pipeline.desks.site.pages import RENDER, Pages
from pipeline.desks.site.views import Group, HubPage, Link

HUB = Renderer(f"{RENDER}hub", ("site/hub.html",))

Groups = dict[Link, list[Link]]
"""Links by the heading under which they stand."""

_NONE = Link("", "")


def hub(pages: Pages, kind: str) -> Output:
    """Return the list of all libraries, regions, topics, strategies, recipes or months."""
    groups = {
        "perpustakaan": _library_groups,
        "wilayah": _region_groups,
        "topik": _topic_groups,
        "strategi": _strategy_groups,
        "resep": _recipe_groups,
        "arsip": _month_groups,
    }[kind](pages)
    title, lead = naming.HUBS[kind]
    shown = [Group(head.title, head.address, tuple(links), head.count) for head, links in groups.items()]
    view = HubPage(
        frame=pages.frame, address=kind, title=pages.say(title), lead=pages.say(lead),
        groups=tuple(group for group in shown if group.address or group.links),
        tiles=pages.tiles() if kind == "wilayah" else (),
    )  # fmt: skip
    return Output(addresses.page(kind), view, HUB, rank=1)


def _library_groups(pages: Pages) -> Groups:
    groups: Groups = {}
    for library in sorted(pages.visible.libraries(), key=lambda library: (library.region, library.slug)):
        province = naming.region(places(library.region)[1])
        head = province or Link(pages.say("Nasional dan lain-lain"), "")
        groups.setdefault(head, []).append(Link(library.name, f"perpustakaan/{library.slug}"))
    broken = [slug for slug in pages.visible.slugs() if pages.visible.library(slug) is None]
    links = [naming.library(pages.visible, slug) for slug in broken if pages.visible.any(f"perpustakaan/{slug}")]
    return {**groups, Link(pages.say("Profil sedang diperbaiki"), ""): links}


def _region_groups(pages: Pages) -> Groups:
    groups: Groups = {}
    for code in pages.regions:
        head = code.partition(".")[0]
        link = naming.region(code, pages.sizes.get(code, 0))
        province = naming.region(head, pages.sizes.get(head, 0))
        if link is not None and province is not None:
            groups.setdefault(province, []).extend([] if link == province else [link])
    return groups


def _topic_groups(pages: Pages) -> Groups:
    return {_NONE: [naming.topic(slug, count) for slug, count in sorted(pages.visible.sizes("topik").items())]}


def _strategy_groups(pages: Pages) -> Groups:
    sizes = pages.visible.sizes("strategi")
    return {_NONE: [naming.strategy(slug, pages.site.bahasa, sizes.get(slug, 0)) for slug in naming.STRATEGIES]}


def _recipe_groups(pages: Pages) -> Groups:
    sizes = pages.visible.sizes(RECIPES)
    return {_NONE: [Link(naming.words(slug), f"{RECIPES}/{slug}", count) for slug, count in sorted(sizes.items())]}


def _month_groups(pages: Pages) -> Groups:
    groups: Groups = {}
    sizes = pages.visible.sizes("bulan")
    for month in sorted(sizes, reverse=True):
        groups.setdefault(Link(month[:4], ""), []).append(Link(pages.bucket_title(month), month, sizes[month]))
    return groups
