"""What search engines read of a page: schema.org data as JSON-LD, safe inside a script element."""

import json
from typing import Any

from markupsafe import Markup

from pipeline.desks.site import addresses
from pipeline.desks.site.views import HomePage, LibraryPage, StoryPage
from pipeline.templating.dates import rfc3339
from pipeline.templating.frame import Frame

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def _script(data: dict[str, Any]) -> Markup:
    """Return *data* as JSON that neither ends the script element nor opens a comment in it."""
    full = {"@context": "https://schema.org", **{key: value for key, value in data.items() if value}}
    return Markup(json.dumps(full, ensure_ascii=False).translate(_ESCAPES))  # noqa: S704  escaped just now


def _publisher(frame: Frame) -> dict[str, Any]:
    return {"@type": "Organization", "name": frame.publisher, "url": frame.url}


def news_article(view: StoryPage) -> Markup:
    """Return a story's ``NewsArticle`` (Google Search Central: headline, dates with zone, author, publisher)."""
    url = addresses.url(view.frame.url, view.address)
    library = {
        "@type": "Organization",
        "name": view.library.title,
        "url": addresses.url(view.frame.url, view.library.address),
    }
    author = {"@type": "Person", "name": view.author} if view.author else library
    return _script(
        {
            "@type": "NewsArticle",
            "headline": view.title,
            "description": view.summary,
            "image": [f"{view.frame.url}{image.address}" for image in view.images],
            "url": url,
            "mainEntityOfPage": url,
            "datePublished": rfc3339(view.published, view.zone),
            "dateModified": rfc3339(view.modified, view.zone),
            "inLanguage": view.language,
            "author": [author],
            "sourceOrganization": library,
            "publisher": _publisher(view.frame),
            "keywords": [topic.title for topic in view.topics],
            "contentLocation": _place(view),
        }
    )


def _place(view: StoryPage) -> dict[str, Any] | None:
    name = view.place or (view.regency.title if view.regency else "")
    return {"@type": "Place", "name": name} if name else None


def library(view: LibraryPage) -> Markup:
    """Return a library's ``Library``."""
    region = view.regency or view.province
    return _script(
        {
            "@type": "Library",
            "name": view.title,
            "url": addresses.url(view.frame.url, view.address),
            "description": view.about,
            "address": ", ".join(part for part in (view.street, region.title if region else "") if part),
            "telephone": view.contact.telephone,
            "email": view.contact.email,
        }
    )


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
