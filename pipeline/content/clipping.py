"""The clipping: one report about us in other people's media, a file in ``content/kliping/``."""

from typing import Literal

import msgspec

from pipeline.content.found import Found
from pipeline.content.library import Level
from pipeline.content.moment import Moment
from pipeline.content.problem import Problem

Medium = Literal["daring", "cetak", "radio", "tv", "medsos"]
MEDIA: tuple[Medium, ...] = ("daring", "cetak", "radio", "tv", "medsos")

Tone = Literal["positif", "netral", "negatif"]
TONES: tuple[Tone, ...] = ("positif", "netral", "negatif")
"""As an editor who read the whole text says; never guessed: a headline often has another tone than its text."""

LONGEST = 300
"""Letters of a snippet: enough to know what it is about, too few to stand in place of the text, which is not ours."""


class Clipping(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One clipping. Texts are plain text, one line each.

    *address* is ``2026/11/kabar-desa-panen``, from its path; it has no page of its own. *page* is a page or section of
    print. *reach* is how far the outlet is read. *stories* are addresses, *libraries* slugs. Clippings of one *event*
    (one report that several outlets printed) are shown together. *sha256* is that of the page as it was fetched.
    """

    address: str
    path: str
    title: str
    date: Moment
    outlet: str
    medium: Medium = "daring"
    url: str = ""
    reporter: str = ""
    page: str = ""
    snippet: str = ""
    reach: Level | None = None
    tone: Tone | None = None
    stories: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    region: str = ""
    event: str = ""
    fetched: Moment | None = None
    sha256: str = ""
    reason: str = ""
    sample: bool = False


class ReadClipping(msgspec.Struct, frozen=True):
    """What reading one clipping gave; *clipping* is ``None`` where an error holds it, or it is a draft."""

    clipping: Clipping | None
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
