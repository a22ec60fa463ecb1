"""A sheet as Typst is told of it: words in letters that our fonts have, pictures as pixels."""

import re
from functools import lru_cache
from typing import Any

from pipeline.build.workbench import Workbench
from pipeline.desks.advocacy.sheet import Cited, Told
from pipeline.desks.advocacy.views import Sheet
from pipeline.pictures import code, paper
from pipeline.pictures.fonts import drawable
from pipeline.pictures.tones import tones

PIXELS = 640
"""Of the longer side of a photo: 240 to an inch at 68 mm."""

GIANT = 24
"""A word of more signs may be broken anywhere: a script without spaces, an address."""

_GIANT = re.compile(rf"\S{{{GIANT},}}")
_CLINGING = re.compile(r" (?=[!),.:;?/\]}%…»”’])")
"""A sign after a space clings to what stands before it (Unicode Standard Annex 14, LB13): a line would never end."""

_JOINT = re.compile("[/.-]+")


def data(view: Sheet, told: Told, bench: Workbench) -> dict[str, Any]:
    """Return all that the template is told of the sheet *told*."""
    day, tale = view.day, view.tale
    words = {name: shown(value) for name, value in told._asdict().items() if isinstance(value, str)}
    lists = (*told.there, *told.missing, *told.contact, *(part for one in told.grounds for part in one))
    letters = sum(map(len, (*words.values(), *lists)))
    return words | {
        "size": quarters(letters, pictured=bool(tale and tale.photo), asking=told.ask is not None),
        # A heading without a letter that can be drawn is none.
        "headline": words["headline"] or shown(told.say["label"]),
        "heading": f"{told.say['label']}: {view.name}",
        "author": view.name,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": view.language.partition("-")[0],
        "tone": tones(view.colours)._asdict(),
        "logo": logo(bench.blob(view.logo)) if view.logo else None,
        "photo": photo(view, bench),
        "alt": (tale.alt or tale.title) if tale else "",
        "numbers": [{"value": one.value, "name": shown(one.name), "note": shown(one.note)} for one in told.numbers],
        "source": address(told.source),
        "there": [*map(shown, told.there)],
        "missing": [*map(shown, told.missing)],
        "ask": None
        if told.ask is None
        else dict(zip(("what", "much", "whom", "when"), map(shown, told.ask), strict=True))
        | {"of": shown(told.ask_of)},
        "grounds": [_cited(one) for one in told.grounds],
        "peer": _cited(told.peer) if told.peer else None,
        "contact": [*map(shown, told.contact)],
        "qr": code.svg(view.url) if view.url else None,
        "url": view.url,
        "shown": address(view.url.partition("://")[2]),
        "sample": view.sample,
        "say": {name: shown(text) for name, text in told.say.items()},
    }


def quarters(letters: int, *, pictured: bool, asking: bool) -> int:
    """Return in which letters, in quarters of a point, a sheet of so many *letters* about fills its page.

    As measured on the sheets of the sample newsroom and of the bench; the template tries others where it does not fit.
    """
    size = 9.5 - (letters - 2_150) * 0.0021 - 0.5 * pictured - 0.25 * asking
    return max(24, min(42, int(size * 4)))


@lru_cache(512)
def shown(text: str) -> str:
    """Return *text* on one line, in letters that our fonts have, with places to break in giant words."""
    return _CLINGING.sub(" \u200b", _GIANT.sub(lambda found: "\u200b".join(found[0]), drawable(text)))


def address(url: str) -> str:
    """Return *url* as people read it, with places to break at its joints."""
    return _GIANT.sub(lambda found: "\u200b".join(found[0]), _JOINT.sub("\\g<0>\u200b", drawable(url)))


def logo(data: bytes) -> str:
    """Return a logo as a drawing of its own."""
    side = paper.LOGO
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">'
        f'<image href="{paper.logo(data)}" width="{side}" height="{side}"/></svg>'
    )


def photo(view: Sheet, bench: Workbench) -> dict[str, Any] | None:
    """Return the photo of the story of *view*, small enough for its place."""
    if view.tale is None or view.tale.photo is None:
        return None
    picture = view.tale.photo
    return {
        "svg": paper.photo(bench, picture, PIXELS), "width": picture.width, "height": picture.height,
        "focus": picture.focus,
    }  # fmt: skip


def _cited(one: Cited) -> dict[str, str]:
    return {"title": shown(one.title), "text": shown(one.text), "source": shown(one.source), "url": one.url}
