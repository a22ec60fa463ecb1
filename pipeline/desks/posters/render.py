"""From views to posters. Runs in workers.

Words reach Typst as data, never as markup, and only in letters that our fonts have.
"""

from typing import Any

from pipeline.build.output import CannotMakeError, renders
from pipeline.build.workbench import Workbench
from pipeline.content.summary import opening
from pipeline.desks.posters.views import Poster
from pipeline.language import _
from pipeline.pictures import code, paper, typeset
from pipeline.pictures.fonts import drawable
from pipeline.pictures.tones import tones
from pipeline.pictures.vips import vips
from pipeline.templating.dates import clock, long_date, short_date
from pipeline.templating.environment import fill

TEMPLATE = "posters/poster.typ"
DRAWINGS = "posters/latar.svg"

SENTENCES = 4
LETTERS, BESIDE = 300, 250
"""So much of a story stands on a poster, alone and beside a quotation: what somebody reads who stands before it."""

FEWEST = 40
"""With fewer letters left nothing more is begun."""

LONELY = 2
"""A summary of fewer sentences is followed by the first ones of the report."""

BAND, MARK = (2_100, 130), (120, 120)
COVERS = ((1_820, 450), (1_820, 640), (1_820, 900), (1_820, 1_250))
"""The sizes of the drawings, in tenths of a millimetre. Covers come in several shapes, for none is good in all."""


@renders(Poster)
def poster(view: Poster, bench: Workbench) -> bytes:
    """Return the poster as PDF: one page of A4."""
    try:
        data = _data(view, bench)
    except vips().Error as error:
        raise CannotMakeError(_("poster tidak dapat dibuat: {error}").format(error=f"{error}".strip())) from None
    return typeset.printed(TEMPLATE, data, bench.options, view.language)


def _data(view: Poster, bench: Workbench) -> dict[str, Any]:
    """Return all that the template is told. Words can be drawn as they are; pictures are SVG."""
    moment = view.date
    logo = paper.logo(bench.blob(view.logo)) if view.logo else ""
    library = drawable(view.library)
    words = {
        "title": drawable(view.title) or library or view.address,
        "kicker": view.kicker.upper(),
        "text": told(view.summary, bench.blob(view.text).decode(), BESIDE if view.quote else LETTERS),
        "quote": view.quote,
        "speaker": view.speaker,
        "site": view.site,
        "library": library,
        "place": view.place,
        "weekday": long_date(moment.day, view.language),
        "hour": clock(moment.clock, moment.zone or view.zone, view.language) if moment.clock else "",
        "day": short_date(moment.day, view.language),
        "address": view.address.removeprefix("https://").removeprefix("http://"),
    }
    return {
        **{name: drawable(text) for name, text in words.items()},
        "contacts": [contact for text in view.contacts if (contact := drawable(text))],
        # What programs that read aloud say of it: no font is needed there.
        "heading": view.title,
        "author": view.library,
        "alt": view.alt or view.title,
        "date": {"year": moment.day.year, "month": moment.day.month, "day": moment.day.day},
        "language": view.language.partition("-")[0],
        "invitation": view.invitation,
        "sample": view.sample,
        "tone": tones(view.colours)._asdict(),
        "qr": code.svg(view.address),
        "photo": None if view.photo is None else _photo(view, bench),
        "band": _drawn("band", BAND, logo, view, bench),
        "mark": _drawn("mark", MARK, logo, view, bench),
        "covers": []
        if view.photo
        else [
            {"svg": _drawn("cover", size, logo, view, bench), "width": size[0], "height": size[1]} for size in COVERS
        ],
    }


def told(summary: str, text: str, letters: int = LETTERS) -> str:
    """Return what a poster tells: the *summary*, with the first sentences of *text* where that is short or missing."""
    said = opening(summary, SENTENCES, letters)
    if len(said) < LONELY:
        room = letters - sum(map(len, said))
        more = opening(text, SENTENCES - len(said), room) if room >= FEWEST else []
        said += [part for part in more if part not in said and (not said or part[-1] != "…")]
    return " ".join(said)


def _photo(view: Poster, bench: Workbench) -> dict[str, Any] | None:
    if view.photo is None:
        return None
    return {
        "svg": paper.photo(bench, view.photo), "width": view.photo.width, "height": view.photo.height,
        "focus": view.photo.focus,
    }  # fmt: skip


def _drawn(part: str, size: tuple[int, int], logo: str, view: Poster, bench: Workbench) -> str:
    """Return one of the drawings that belong to the family of cards."""
    values = {"part": part, "w": size[0], "h": size[1], "logo": logo, "tone": tones(view.colours), "poster": view}
    return fill(bench.options, view.language, DRAWINGS, values)
