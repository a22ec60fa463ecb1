"""Recipes: how another library can repeat what some have done, only from what their stories say."""

from collections.abc import Iterator

from pipeline.archive.entry import RECIPES, Entry, recipe_slug
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.content.library import Contact
from pipeline.desks.site import addresses, naming
from pipeline.desks.site.pages import RENDER, Pages
from pipeline.desks.site.views import Ask, Cooked, RecipePage
from pipeline.templating.dates import local_day

RECIPE = Renderer(f"{RENDER}recipe", ("site/recipe.html",))

MOST = 24
"""So many stories make a recipe, the newest: from more nobody learns more, and the page stays light."""


def there(visible: Visible) -> Iterator[str]:
    """Yield the addresses of all pages of recipes."""
    yield RECIPES
    yield from (f"{RECIPES}/{slug}" for slug in visible.names(RECIPES))


def recipe(pages: Pages, address: str) -> Output | None:
    """Return the page at *address* (``resep/kebun-hidroponik``), ``None`` where no story belongs to it."""
    cards = pages.visible.newest(address, MOST)
    found = (pages.visible.entry(card.address) for card in cards)
    entries = [entry for entry in found if entry is not None]
    if not entries:
        return None
    first = entries[-1].story.recipe
    view = RecipePage(
        frame=pages.frame,
        address=address,
        title=first.name if first else naming.words(address.partition("/")[2]),
        up=(naming.hub(pages.site.bahasa, RECIPES),),
        cooked=tuple(_cooked(pages, entry) for entry in entries),
        asks=tuple(_ask(pages, slug) for slug in dict.fromkeys(entry.story.library for entry in entries)),
        many=pages.visible.count(address),
    )
    return Output(addresses.page(address), view, RECIPE, rank=1)


def _cooked(pages: Pages, entry: Entry) -> Cooked:
    story, told = entry.story, entry.story.recipe
    return Cooked(
        address=story.address,
        title=story.title,
        day=local_day(entry.published, entry.zone),
        library=naming.library(pages.visible, story.library),
        place=naming.place(entry.regency or entry.province),
        language="" if story.language == pages.site.bahasa else story.language,
        sample=story.sample,
        needs=told.needs if told else (),
        steps=story.steps,
        obstacles=told.obstacles if told else (),
        partners=story.partners,
        results=tuple(filter(None, (story.result, story.outcome))),
        change=story.change,
        cost=story.cost,
        funding=story.funding,
    )


def _ask(pages: Pages, slug: str) -> Ask:
    library = pages.visible.library(slug)
    if library is None:
        return Ask(naming.library(pages.visible, slug), "", Contact(), sample=False)
    place = pages.place(library)
    return Ask(naming.library(pages.visible, slug), place.where, library.contact, library.sample)


# -- what a change may alter -------------------------------------------------------------------------------------------


def by_story(entry: Entry, sitemap: str) -> Iterator[str]:
    """Yield what *entry* may alter among recipes: its own page, the list of all, and the *sitemap* that names both."""
    if slug := recipe_slug(entry.story):
        yield from (addresses.page(RECIPES), addresses.page(f"{RECIPES}/{slug}"), sitemap)
