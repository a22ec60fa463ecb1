"""From views to the files of the index. Runs in worker processes.

``<yyyy>/k-<term>.json``        a block: postings by term
``hasil/<yyyy>/<mm>/<n>.json``  sixteen stories as results show them
``index.json``                  the contents of all years and months, the names for narrowing, the rules of stemming

``isi.json`` in a folder tells ``index.json`` what there is; no browser asks for it.
"""

from typing import Any, TypedDict

import msgspec

from pipeline.build.keys import digest
from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.search import blocks
from pipeline.desks.search.postings import ALPHABET, LEVELS, Text, encode, invert
from pipeline.desks.search.roots import ROOTS, STOPS
from pipeline.desks.search.stem import RULES
from pipeline.desks.search.views import Contents, Month, Told, Year

_json = msgspec.json.Encoder(order="sorted").encode

SHOWN = 16
"""A search shows ten results, which may lie far apart: small files cost the least."""

LIST = "isi.json"


class Volume(TypedDict):
    """What ``index.json`` says of a year: *blocks* are their names, *version* is another when anything is another."""

    year: str
    blocks: str
    version: str


class Part(TypedDict):
    """What ``index.json`` says of a month."""

    month: str
    stories: int
    version: str


@renders(Year)
def year(view: Year, bench: Workbench) -> dict[str, bytes]:
    """The postings of a year."""
    found = invert(_text(story, bench.blob(story.body).decode() if story.body else "") for story in view.stories)
    cut = blocks.cut({term: encode(postings) for term, postings in found.items()})
    files = {f"k-{name}.json": _json(terms) for name, terms in cut.items()}
    volume: Volume = {"year": view.year, "blocks": " ".join(cut), "version": _version(files)}
    return {**files, LIST: _json(volume)}


@renders(Month)
def month(view: Month, bench: Workbench) -> dict[str, bytes]:  # noqa: ARG001  every renderer gets it
    """The stories of a month as results show them."""
    rows = [_json(view.stories[first : first + SHOWN]) for first in range(0, len(view.stories), SHOWN)]
    files = {f"{number}.json": row for number, row in enumerate(rows)}
    part: Part = {"month": view.month[5:], "stories": len(view.stories), "version": _version(files)}
    return {**files, LIST: _json(part)}


@renders(Contents)
def contents(view: Contents, bench: Workbench) -> bytes:
    """The contents of all years."""
    volumes = [
        _made(bench, f"site/cari/{year}/")
        | {"months": [_made(bench, f"site/cari/hasil/{month}/") for month in view.months if month.startswith(year)]}
        for year in view.years
    ]
    return _json(
        {
            "years": volumes,
            "libraries": view.libraries,
            "topics": view.topics,
            "regions": view.regions,
            "shown": SHOWN,
            "levels": LEVELS,
            "letters": ALPHABET,
            "rules": RULES,
            "roots": " ".join(sorted(ROOTS)),
            "stops": " ".join(sorted(STOPS)),
        }
    )


def _made(bench: Workbench, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(bench.made(f"{folder}{LIST}"))
    return found


def _version(files: dict[str, bytes]) -> str:
    """Return a sum of *files*, for the end of their addresses: what a browser keeps of an older one is not asked."""
    return digest(b"".join(name.encode() + data for name, data in files.items()))[:6]


def _text(story: Told, body: str) -> Text:
    """Return the words of a story by where they stand."""
    topics = [topic.replace("-", " ") for topic in story.topics]
    named = " ".join([story.library[1], story.place, story.regency[1], story.province[1], *topics])
    facets = [f"t-{topic}" for topic in story.topics]
    facets += [f"p-{story.library[0]}"]
    facets += [f"w-{code}" for code, _ in (story.regency, story.province) if code]
    return Text(story.title, named, story.summary, body, tuple(facets))
