"""A release as Typst is told of it: words in letters that our fonts have, pictures as pixels."""

import re
from typing import Any

from pipeline.build.workbench import Workbench
from pipeline.desks.press.body import Block, Item, nested
from pipeline.desks.press.plain import credited
from pipeline.desks.press.statement import Line, Statement
from pipeline.desks.press.views import Release
from pipeline.pictures import paper
from pipeline.pictures.fonts import drawable
from pipeline.pictures.tones import tones

SMALL = 450
"""Pixels of the longer side of a photo in a list: 300 to an inch at 38 mm."""

GIANT = 30
"""A word of more signs may be broken anywhere: a script without spaces, an address."""

_JOINT = re.compile("[/-]+")
_GIANT = re.compile(rf"\S{{{GIANT},}}")


def data(view: Release, told: Statement, bench: Workbench) -> dict[str, Any]:
    """Return all that the template is told of the release *told*."""
    day = view.day
    return {
        "heading": told.title,
        "author": view.library,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": view.language.partition("-")[0],
        "tone": tones(view.colours)._asdict(),
        "logo": _logo(view, bench) if view.logo else None,
        "library": shown(view.library),
        "letterhead": [shown(line) for line in (view.heading, view.home, " · ".join(view.ways)) if line],
        "number": shown(told.number),
        "timing": shown(told.timing),
        "embargoed": told.embargoed,
        "title": shown(told.title) or shown(view.library),
        "short": _short(shown(told.title)),
        "dateline": shown(told.dateline),
        "lead": shown(told.lead),
        "blocks": [_block(block) for block in told.blocks],
        "quotes": [*map(shown, told.quotes)],
        "facts": _pairs(told.facts),
        "source": shown(told.source),
        "url": view.url,
        "shown": address(view.url),
        "stories": [{"title": shown(one.title), "url": one.url, "shown": address(one.url)} for one in view.stories],
        "corrections": _pairs(told.corrections),
        "about": [
            {"name": shown(told.say["about"].format(name=one.name)), "text": shown(one.text)} for one in told.about
        ],
        "contacts": [
            {"who": shown(", ".join(filter(None, (one.name, one.role)))), "ways": [*map(shown, one.ways)]}
            for one in told.contacts
        ],
        "photos": [
            {
                "picture": paper.photo(bench, photo.picture, SMALL),
                "alt": photo.alt or photo.caption or told.title,
                "caption": shown(photo.caption or photo.alt),
                "credit": shown(credited(photo.photographer, told.say["photographer"])) if photo.photographer else "",
                "consent": shown(photo.consent),
            }
            for photo in told.photos
        ],
        "sample": view.sample,
        "say": {name: shown(text) for name, text in told.say.items()},
    }


def shown(text: str) -> str:
    """Return *text* on one line, in letters that our fonts have, with places to break in giant words."""
    return _GIANT.sub(lambda found: "\u200b".join(found[0]), drawable(text))


def address(url: str) -> str:
    """Return *url* as people read it, with places to break at its joints."""
    return _JOINT.sub("\\g<0>\u200b", drawable(url.partition("://")[2]))


def _logo(view: Release, bench: Workbench) -> str:
    side = paper.LOGO
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
        f'<image href="{paper.logo(bench.blob(view.logo))}" width="{side}" height="{side}"/></svg>'
    )


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69].rpartition(' ')[0] or text[:69]}…"


def _pairs(lines: tuple[Line, ...]) -> list[list[str]]:
    return [[shown(line.name), shown(line.text)] for line in lines]


def _item(item: Item) -> dict[str, Any]:
    return {"number": item.number, "text": shown(item.text), "items": [_item(inner) for inner in item.items]}


def _block(block: Block) -> dict[str, Any]:
    rows = [[*map(shown, row)] for row in block.rows]
    return {
        "kind": block.kind,
        "text": "\n".join(map(shown, block.text.split("\n"))),
        "level": block.level,
        "items": [_item(item) for item in nested(block.items)],
        "rows": rows,
        "head": block.head,
        "weights": [max(4, min(30, max(map(len, column)))) for column in zip(*rows, strict=True)],
    }
