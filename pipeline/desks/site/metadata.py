"""What search engines read of a page: schema.org data as JSON-LD, safe inside a script element.

By Google Search Central (Article, Breadcrumb, Organization) and schema.org: dates with zone, absolute addresses, and
nothing that a reader of the page is not told too.
"""

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from pipeline.desks.site import addresses
from pipeline.desks.site.views import (
    CoveragePage,
    HomePage,
    LibraryPage,
    Link,
    ListPage,
    RecipePage,
    RegionPage,
    StoryPage,
)
from pipeline.language import N_, texts
from pipeline.templating.dates import rfc3339
from pipeline.templating.frame import Frame

HEADLINE = 110
"""A headline has at most so many characters (Google's limit, until it was taken from its pages; others keep it)."""

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def _script(*objects: dict[str, Any]) -> Markup:
    """Return *objects* as JSON that neither ends the script element nor opens a comment in it; several as a list."""
    full = [{"@context": "https://schema.org", **_filled(data)} for data in objects]
    data = full[0] if len(full) == 1 else full
    return Markup(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S704  escaped just now


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* without what is empty."""
    return {key: value for key, value in data.items() if value not in ("", None, [], {})}


# -- a story -----------------------------------------------------------------------------------------------------------


def news_article(view: StoryPage) -> Markup:
    """Return a story's ``NewsArticle`` and its way from the front page."""
    frame = view.frame
    url = addresses.url(frame.url, view.address)
    library = {
        "@type": "Organization", "name": view.library.title, "url": addresses.url(frame.url, view.library.address),
    }  # fmt: skip
    others = [
        ({"@type": "NewsArticle", "url": addresses.url(frame.url, other.address), "inLanguage": other.language}, other)
        for other in view.versions if other.address != view.address
    ]  # fmt: skip
    first = not any(version.original for _, version in others)
    article = {
        "@type": "NewsArticle",
        "headline": headline(view.title),
        "description": view.summary,
        "image": [f"{frame.url}{image.address}" for image in view.images],
        "url": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "datePublished": rfc3339(view.published, view.zone),
        "dateModified": rfc3339(view.modified, view.zone),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": item.text,
                "datePublished": rfc3339(item.instant, view.zone),
                "url": f"{url}#{item.anchor}",
            }
            for item in view.corrected
        ],
        "inLanguage": view.language,
        "author": [{"@type": "Person", "name": view.author} if view.author else library],
        "sourceOrganization": library,
        "publisher": _publisher(frame),
        "articleSection": view.strategy.title if view.strategy else "",
        "keywords": [topic.title for topic in view.topics],
        "isAccessibleForFree": True,
        "translationOfWork": next((work for work, version in others if version.original), {}),
        "workTranslation": [work for work, version in others if not version.original] if first else [],
        "contentLocation": _place(view),
    }
    return _script(article, _crumbs(frame, (_hub(frame), view.library), view.title, view.address))


def headline(title: str) -> str:
    """Return *title* with at most ``HEADLINE`` characters, cut between two words."""
    if len(title) <= HEADLINE:
        return title
    cut = title[:HEADLINE]
    return f"{cut.rpartition(' ')[0].rstrip(' ,.:;–-') or cut[:-1]}…"


def _place(view: StoryPage) -> dict[str, Any]:
    """Return where it happened: what the report says, in which regency and province."""
    regency, province = (link.title if link else "" for link in (view.regency, view.province))
    if not (view.place or regency or province):
        return {}
    lies = _filled({"addressLocality": regency, "addressRegion": province})
    address = {"@type": "PostalAddress", **lies, "addressCountry": "ID"} if lies else {}
    return _filled({"@type": "Place", "name": view.place or regency or province, "address": address})


def _publisher(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Organization", "name": frame.publisher, "url": frame.url}
    if frame.marks and frame.marks.large:
        logo = {"@type": "ImageObject", "url": f"{frame.url}{frame.marks.large}", "width": 512, "height": 512}
        found["logo"] = logo
    return found


# -- where a page stands -----------------------------------------------------------------------------------------------


def _hub(frame: Frame) -> Link:
    return Link(texts(frame.language)(N_("Perpustakaan")), "perpustakaan")


def _crumbs(frame: Frame, up: Sequence[Link], title: str, address: str) -> dict[str, Any]:
    """Return the way from the front page by *up* to the page called *title*."""
    way = [Link(texts(frame.language)(N_("Beranda")), ""), *up, Link(title, address)]
    steps = [
        {"@type": "ListItem", "position": at, "name": link.title, "item": addresses.url(frame.url, link.address)}
        for at, link in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def listing(view: ListPage | RegionPage | CoveragePage | RecipePage) -> Markup:
    """Return the way to a list: a topic, a strategy, a region, a year or month of any list."""
    return _script(_crumbs(view.frame, view.up, view.title, view.address))


def library(view: LibraryPage) -> Markup:
    """Return a library's ``Library`` and the way to it."""
    regency, province = (link.title if link else "" for link in (view.regency, view.province))
    lies = _filled({"streetAddress": view.street, "addressLocality": regency, "addressRegion": province})
    found = {
        "@type": "Library",
        "name": view.title,
        "url": addresses.url(view.frame.url, view.address),
        "description": view.about,
        "address": {"@type": "PostalAddress", **lies, "addressCountry": "ID"} if lies else {},
        "telephone": view.contact.telephone,
        "email": view.contact.email,
    }
    return _script(found, _crumbs(view.frame, (_hub(view.frame),), view.title, view.address))


def website(view: HomePage) -> Markup:
    """Return the site's ``WebSite``."""
    frame = view.frame
    return _script(
        {
            "@type": "WebSite",
            "name": frame.name,
            "url": frame.url,
            "description": frame.about,
            "inLanguage": frame.language,
            "publisher": _publisher(frame),
        }
    )
