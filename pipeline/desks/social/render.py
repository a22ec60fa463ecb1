"""From a story's view to its posts: ``<platform>.txt`` to paste, and ``posts.json`` with counts. Runs in workers."""

import json
import re
from functools import partial
from typing import Any

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.social import whatsapp
from pipeline.desks.social.composer import Post, compose
from pipeline.desks.social.hashtags import hashtags
from pipeline.desks.social.views import Posts
from pipeline.templating.dates import clock, long_date
from pipeline.templating.environment import fill

BRIEF = frozenset({"whatsapp"})
"""Chats get the summary only: who wants more opens the link."""

_LINK = re.compile(r"https?://\S")
_MARKS = ' "“”'
_HEADING = re.compile(r"(?:(?<=\n\n)|\A)(?![•\d])([^\n]{1,79}[^\n.,;:!?…”\"')])\n\n(?=[^\s•])")
"""A short line that ends like no sentence, above a paragraph."""


@renders(Posts)
def posts(view: Posts, bench: Workbench) -> dict[str, bytes]:
    """Return the files of one story's folder."""
    body = bench.blob(view.text).decode()
    made = {platform: _post(view, platform, body, bench) for platform in view.platforms}
    files = {f"{platform}.txt": f"{post.text}\n".encode() for platform, post in made.items()}
    return {**files, "posts.json": _json(view, made)}


def _post(view: Posts, platform: str, body: str, bench: Workbench) -> Post:
    own = view.own.get(platform, "")
    if own:
        link = "" if _LINK.search(own) else view.url
        return compose(
            platform, partial(_fill, view, bench, "social/own.txt", {"link": link, "sample": view.sample}), own, ""
        )
    text = _text(view, platform, body)
    lay_out = partial(_fill, view, bench, f"social/{platform}.txt", _values(view, platform, text))
    return compose(platform, lay_out, text, view.title)


def _text(view: Posts, platform: str, body: str) -> str:
    """Return what may shrink: the summary, then the body; the body alone where the summary was made from it."""
    parts = [view.summary or body.partition("\n\n")[0]] if platform in BRIEF else [view.summary, _led(body)]
    text = "\n\n".join(part for part in parts if part)
    return whatsapp.plain(text) if platform.startswith("whatsapp") else text


def _led(body: str) -> str:
    """Return *body* with each heading right above its paragraph: one that is cut off never ends in a heading."""
    return _HEADING.sub(r"\1\n", body)


def _values(view: Posts, platform: str, text: str) -> dict[str, Any]:
    """Return what a post's template may use beside ``text`` and ``title``; a quotation is not told twice."""
    quote = view.quote.strip(_MARKS)
    date = view.date
    day = long_date(date.day, view.language)
    hour = f", {clock(date.clock, date.zone or view.zone, view.language)}" if date.clock else ""
    return {
        "date": f"{day}{hour}",
        "place": view.place,
        "library": view.library,
        "link": view.url,
        "hashtags": hashtags(platform, *view.tags),
        "quote": "" if quote in text else quote,
        "speaker": view.speaker,
        "sample": view.sample,
        "kind": view.kind,
        "bold": whatsapp.bold,
        "italic": whatsapp.italic,
        "plain": whatsapp.plain,
    }


def _fill(view: Posts, bench: Workbench, template: str, values: dict[str, Any], text: str, title: str) -> str:
    return fill(bench.options, view.language, template, {**values, "text": text, "title": title})


def _json(view: Posts, made: dict[str, Post]) -> bytes:
    found = [
        {
            "platform": platform,
            "file": f"{platform}.txt",
            "text": post.text,
            "count": post.count.count,
            "limit": post.count.limit,
            "unit": post.count.unit,
            "fits": post.count.fits,
            "shortened": post.shortened,
        }
        for platform, post in made.items()
    ]
    pictures = [
        {"file": f"site/{plate.address}", "width": plate.width, "height": plate.height, "alt": plate.alt}
        for plate in view.pictures
    ]
    data = {"story": view.address, "url": view.url, "title": view.title, "pictures": pictures, "posts": found}
    data["alt"] = [plate.alt for plate in view.pictures]
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
