"""The page on which readers search: its form, and the lists that lead to every story without any script.

The index is made by the search desk; the page's script finds it beside the page, in ``cari/``.
"""

from itertools import groupby

from pipeline.build.output import Output, Renderer
from pipeline.desks.site import addresses, naming
from pipeline.desks.site.pages import RENDER, Pages
from pipeline.desks.site.views import Group, Link, SearchPage
from pipeline.templating.dates import month_name

ADDRESS = "cari"
ASSETS = ("cari.css", "cari.js")
SEARCH = Renderer(f"{RENDER}search", ("site/search.html",))


def search(pages: Pages) -> Output | None:
    """Return the page, ``None`` where the newsroom has switched the index off."""
    if not pages.site.meja.search:
        return None
    groups = (
        Group(pages.say("Wilayah"), "wilayah", _regions(pages)),
        Group(pages.say("Topik"), "topik", tuple(naming.topic(slug) for slug in pages.visible.names("topik"))),
        *(Group(f"{pages.say('Arsip')} {year}", "arsip", links) for year, links in _months(pages)),
    )
    view = SearchPage(
        frame=pages.frame, address=ADDRESS, title=pages.say("Cari kabar"),
        lead=pages.say("Cari menurut kata, lalu persempit menurut wilayah, topik, perpustakaan, atau tahun."),
        groups=tuple(group for group in groups if group.links),
    )  # fmt: skip
    return Output(addresses.page(ADDRESS), view, SEARCH, rank=1)


def _regions(pages: Pages) -> tuple[Link, ...]:
    found = (naming.region(code) for code in pages.regions if "." not in code)
    return tuple(link for link in found if link is not None)


def _months(pages: Pages) -> list[tuple[str, tuple[Link, ...]]]:
    """Return the months that hold a story by year, the newest first."""
    months = sorted(pages.visible.names("bulan"), reverse=True)
    return [
        (year, tuple(Link(month_name(int(year), int(month[5:]), pages.site.bahasa), month) for month in found))
        for year, found in groupby(months, key=lambda month: month[:4])
    ]
