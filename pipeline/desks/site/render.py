"""From views to bytes: the pages, feeds and sitemaps of the site. Runs in worker processes."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.site import addresses, mail, metadata, phone, sharing
from pipeline.desks.site.views import (
    Asset,
    CoveragePage,
    Feed,
    FeedEntry,
    FreePage,
    HomePage,
    HubPage,
    LibraryPage,
    ListPage,
    NewsSitemap,
    RecipePage,
    RedirectPage,
    RegionPage,
    Robots,
    SearchPage,
    Sitemap,
    Spoken,
    StoryPage,
    TombstonePage,
)
from pipeline.language import N_, texts
from pipeline.templating.dates import clock, rfc3339, short_date
from pipeline.templating.environment import absolute, fill, rooted
from pipeline.templating.folders import read
from pipeline.templating.stylesheet import squeezed


def _fill(bench: Workbench, template: str, language: str, **values: Any) -> bytes:  # noqa: ANN401  what templates take
    return fill(bench.options, language, template, values).encode()


def _page(
    bench: Workbench,
    template: str,
    view: Any,  # noqa: ANN401  any page
    address: str,
    *,
    lang: str = "",
    **values: Any,  # noqa: ANN401  what templates take
) -> bytes:
    lang = lang or view.frame.language
    return _fill(
        bench,
        template,
        lang,
        page=view,
        frame=view.frame,
        lang=lang,
        root=addresses.root(addresses.page(address)),
        canonical=addresses.url(view.frame.url, address),
        **values,
    )


def _body(bench: Workbench, blob: str, root: str) -> Markup:
    """Return a stored body, sanitized when it was read, with its rooted links made to begin with *root*."""
    return Markup(rooted(bench.blob(blob).decode(), root)) if blob else Markup("")  # noqa: S704  sanitized


@renders(StoryPage)
def story(view: StoryPage, bench: Workbench) -> bytes:
    """A story's page."""
    root = addresses.root(addresses.page(view.address))
    body = _body(bench, view.body, root)
    told = _words(body.striptags()) if view.quotes else ""
    first, rest = halves(body)
    pull = _pull(view)
    if pull is not None and _words(pull.text) in told:
        pull = None  # it is set large where it stands
    quotes = [quote for quote in view.quotes if quote is not pull and _words(quote.text) not in told]
    url = addresses.url(view.frame.url, view.address)
    return _page(
        bench,
        "site/story.html",
        view,
        view.address,
        lang=view.tongue,
        versions=[(version, addresses.url(view.frame.url, version.address)) for version in view.versions],
        first=first,
        rest=rest,
        pull=pull,
        quotes=quotes,
        share=sharing.share(view.title, url),
        report=sharing.report(
            view.library.title, view.contact, view.frame.publisher, view.frame.email, url, view.tongue
        ),
        telephone=phone.dialled(view.contact.telephone),
        whatsapp=phone.whatsapp(view.contact.whatsapp),
        mail=mail.address(view.contact.email),
        data=metadata.news_article(view),
    )


PULLED = 180
"""A quotation of more characters is no pull quote."""

HALVES = 4
"""A body of fewer paragraphs is not parted by a pull quote."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_VOID = frozenset(("br", "hr", "img", "wbr"))


def _pull(view: StoryPage) -> Spoken | None:
    """Return the quotation that is set large: the first that is short enough."""
    return next((quote for quote in view.quotes if len(quote.text) <= PULLED), None)


def halves(body: Markup) -> tuple[Markup, Markup]:
    """Return *body* (sanitized, so balanced) parted behind its second paragraph; all in one where it is short.

    Only paragraphs that stand in nothing else count, so nothing is put into a list or a quotation.
    """
    depth, ends = 0, []
    for found in _TAG.finditer(body):
        if found[2] in _VOID:
            continue
        depth += -1 if found[1] else 1
        if depth == 0 and found[2] == "p":
            ends.append(found.end())
    if len(ends) < HALVES:
        return body, Markup("")
    return Markup(body[: ends[1]]), Markup(body[ends[1] :])  # noqa: S704  sanitized, parted between two elements


def _words(text: str) -> str:
    """Return only the letters and digits of *text*: quotation marks and spaces do not make another quotation."""
    return "".join(filter(str.isalnum, text)).casefold()


@renders(ListPage)
def listing(view: ListPage, bench: Workbench) -> bytes:
    """A list of stories."""
    return _page(bench, "site/list.html", view, view.address, data=metadata.listing(view))


@renders(CoveragePage)
def coverage(view: CoveragePage, bench: Workbench) -> bytes:
    """What other media said."""
    return _page(bench, "site/coverage.html", view, view.address, data=metadata.listing(view))


@renders(RecipePage)
def recipe(view: RecipePage, bench: Workbench) -> bytes:
    """How to repeat one kind of activity."""
    return _page(
        bench,
        "site/recipe.html",
        view,
        view.address,
        data=metadata.listing(view),
        needs=gathered(one.needs for one in view.cooked),
        partners=gathered(one.partners for one in view.cooked),
        ways=tuple(
            (
                ask,
                phone.whatsapp(ask.contact.whatsapp),
                phone.dialled(ask.contact.telephone),
                mail.address(ask.contact.email),
            )
            for ask in view.asks
        ),
    )


def gathered(lists: Iterable[tuple[str, ...]]) -> tuple[tuple[str, int], ...]:
    """Return what stands in *lists*, each once, as it was written first, with the number of lists that hold it."""
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for one in lists:
        found = {" ".join(word.casefold().split()).rstrip("."): word for word in one}
        for key, word in found.items():
            words.setdefault(key, word.rstrip("."))
        counts.update(found.keys())
    return tuple((words[key], count) for key, count in counts.most_common())


@renders(LibraryPage)
def library(view: LibraryPage, bench: Workbench) -> bytes:
    """A library's page."""
    root = addresses.root(addresses.page(view.address))
    return _page(
        bench,
        "site/library.html",
        view,
        view.address,
        body=_body(bench, view.body, root),
        data=metadata.library(view),
        telephone=phone.dialled(view.contact.telephone),
        whatsapp=phone.whatsapp(view.contact.whatsapp),
        mail=mail.address(view.contact.email),
    )


@renders(RegionPage)
def region(view: RegionPage, bench: Workbench) -> bytes:
    """A province's or regency's page."""
    return _page(bench, "site/region.html", view, view.address, data=metadata.listing(view))


@renders(HubPage)
def hub(view: HubPage, bench: Workbench) -> bytes:
    """A list of lists."""
    return _page(bench, "site/hub.html", view, view.address)


@renders(SearchPage)
def search(view: SearchPage, bench: Workbench) -> bytes:
    """The page on which readers search."""
    return _page(bench, "site/search.html", view, view.address)


@renders(HomePage)
def home(view: HomePage, bench: Workbench) -> bytes:
    """The front page."""
    return _page(bench, "site/home.html", view, "", data=metadata.website(view))


@renders(FreePage)
def free(view: FreePage, bench: Workbench) -> bytes:
    """A free page."""
    root = addresses.root(addresses.page(view.address))
    return _page(bench, "site/page.html", view, view.address, body=_body(bench, view.body, root))


@renders(FreePage)
def missing(view: FreePage, bench: Workbench) -> bytes:
    """The page for what is not there. It may be shown at any depth, so its links begin at the host's root."""
    return _fill(
        bench,
        "site/404.html",
        view.frame.language,
        page=view,
        frame=view.frame,
        lang=view.frame.language,
        root=urlsplit(view.frame.url).path,
        canonical="",
    )


@renders(TombstonePage)
def tombstone(view: TombstonePage, bench: Workbench) -> bytes:
    """The page that stands where a story was taken down. It names no address of its own: nobody should keep it."""
    return _fill(
        bench,
        "site/tombstone.html",
        view.frame.language,
        page=view,
        frame=view.frame,
        lang=view.frame.language,
        root=addresses.root(addresses.page(view.address)),
        canonical="",
        ways=sharing.report(
            view.library.title if view.library else view.frame.publisher, view.contact, view.frame.publisher,
            view.frame.email, addresses.url(view.frame.url, view.address), view.frame.language,
        ),
    )  # fmt: skip


@renders(RedirectPage)
def redirect(view: RedirectPage, bench: Workbench) -> bytes:
    """A page that leads on."""
    return _fill(
        bench,
        "site/redirect.html",
        view.language,
        page=view,
        root=addresses.root(addresses.page(view.address)),
        canonical=addresses.url(view.base, view.target),
    )


# -- feeds ---------------------------------------------------------------------------------------------


def _bodies(view: Feed, bench: Workbench) -> list[str]:
    """Return the whole texts, with every link absolute: a feed reader knows no page that they could start from.

    What was corrected comes first, as on the page.
    """
    base = view.frame.url
    bodies = []
    for entry in view.entries:
        body = Markup("").join([*_notes(view, entry), _body(bench, entry.body, base)])
        bodies.append(absolute(str(body), addresses.url(base, entry.address)))
    return bodies


def _notes(view: Feed, entry: FeedEntry) -> Iterator[Markup]:
    """Yield what is said of each correction of *entry*, with a link to it on the page."""
    language = view.frame.language
    for item in entry.corrected:
        when = short_date(item.date.day, language)
        if item.date.clock:
            when = f"{when}, {clock(item.date.clock, item.date.zone or entry.zone, language)}"
        said = Markup('<p><strong><a href="#{}">{} {}</a>:</strong> {}</p>\n')
        yield said.format(item.anchor, texts(language)(N_("Ralat")), when, item.text)


def _feed(view: Feed, bench: Workbench, template: str) -> bytes:
    newest = max((entry.updated for entry in view.entries), default=0)
    zone = view.entries[0].zone if view.entries else "WIB"
    bodies = _bodies(view, bench)
    return _fill(
        bench,
        template,
        "id",
        page=view,
        frame=view.frame,
        items=list(zip(view.entries, bodies, strict=True)),
        updated=newest,
        zone=zone,
        url=lambda address: addresses.url(view.frame.url, address),
    )


@renders(Feed)
def rss(view: Feed, bench: Workbench) -> bytes:
    """An RSS 2.0 feed with whole texts."""
    return _feed(view, bench, "site/feed.xml")


@renders(Feed)
def atom(view: Feed, bench: Workbench) -> bytes:
    """An Atom feed (RFC 4287) with whole texts."""
    return _feed(view, bench, "site/atom.xml")


@renders(Feed)
def json_feed(view: Feed, bench: Workbench) -> bytes:
    """A JSON Feed 1.1 with whole texts."""
    frame = view.frame
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": frame.url,
        "feed_url": f"{frame.url}{view.path}",
        "description": frame.about or frame.tagline or view.title,
        "language": frame.language,
        "icon": f"{frame.url}{frame.marks.large}" if frame.marks and frame.marks.large else None,
        "favicon": f"{frame.url}{frame.marks.small}" if frame.marks and frame.marks.small else None,
        "authors": [{"name": frame.publisher, "url": frame.url}],
        "hubs": [{"type": "WebSub", "url": view.hub}] if view.hub else None,
        "items": [
            {
                "id": addresses.url(frame.url, entry.address),
                "url": addresses.url(frame.url, entry.address),
                "title": entry.title,
                "summary": entry.summary,
                "content_html": body,
                "image": f"{frame.url}{entry.image.address}" if entry.image else None,
                "date_published": rfc3339(entry.published, entry.zone),
                "date_modified": rfc3339(entry.updated, entry.zone),
                "authors": [{"name": entry.author or entry.library}],
                "tags": list(entry.tags),
                "language": entry.language,
            }
            for entry, body in zip(view.entries, _bodies(view, bench), strict=True)
        ],
    }
    return json.dumps(_told(feed), ensure_ascii=False, indent=1).encode() + b"\n"


def _told(data: Any) -> Any:  # noqa: ANN401  JSON
    """Return JSON *data* without keys that have no value."""
    if isinstance(data, dict):
        return {key: _told(value) for key, value in data.items() if value is not None}
    return [_told(value) for value in data] if isinstance(data, list) else data


@renders(Sitemap)
def sitemap(view: Sitemap, bench: Workbench) -> bytes:
    """A sitemap of pages."""
    pages = [(addresses.url(view.base, page.address), page) for page in view.pages]
    url = partial(addresses.url, view.base)
    return _fill(bench, "site/sitemap.xml", "id", base=view.base, pages=pages, url=url)


@renders(Sitemap)
def sitemap_index(view: Sitemap, bench: Workbench) -> bytes:
    """An index of sitemaps."""
    return _fill(bench, "site/sitemap-index.xml", "id", maps=[f"{view.base}{page.address}" for page in view.pages])


@renders(NewsSitemap)
def news_sitemap(view: NewsSitemap, bench: Workbench) -> bytes:
    """A news sitemap."""
    entries = [(addresses.url(view.base, entry.address), entry) for entry in view.entries]
    return _fill(bench, "site/news-sitemap.xml", "id", page=view, entries=entries)


@renders(Robots)
def robots(view: Robots, bench: Workbench) -> bytes:
    """``robots.txt``."""
    return _fill(bench, "site/robots.txt", "id", page=view)


@renders(Asset)
def stylesheet(view: Asset, bench: Workbench) -> bytes:
    """The stylesheet: its template with the tokens of the theme, without comments and spaces that browsers skip."""
    return squeezed(_fill(bench, f"site/{view.name}", "id").decode()).encode()


@renders(Asset)
def asset(view: Asset, bench: Workbench) -> bytes:
    """A file as it lies in the templates."""
    return read(bench.options["templates"], f"site/{view.name}")
