"""The sheet of a story: every text that is made for posting it, with counts, as ``posts.json`` holds it."""

from datetime import date
from typing import Literal

import msgspec

from pipeline.platforms.limits import Unit

Variant = Literal["sendiri", "kabar", "hasil", "kutipan", "ajakan"]
"""What a text begins with: the library's own words, the news itself, what came of it, a quotation, an invitation."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One text, exactly as it is to be pasted.

    *count*, *limit* and *unit* are the platform's own way of counting; *limit* is ``None`` where it publishes none.
    *fits* is false only where what must stand in the text (link, date, place, hashtags) is too long by itself.
    *shortened*: something of the report was left out. *why* are sentences that explain a count which surprises.
    """

    text: str
    count: int
    limit: int | None
    unit: Unit
    fits: bool
    shortened: bool
    why: tuple[str, ...] = ()


class Alternative(Text, frozen=True, kw_only=True):
    """Another text for the same platform, and what it begins with."""

    variant: Variant


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """The link in a first comment: *post* is the post without it, *comment* the comment with it."""

    post: Text
    comment: Text


class Post(Alternative, frozen=True, kw_only=True):
    """All texts for one platform. Its own fields are those of the first text, which also stands in *file*.

    *title* is a title that the platform asks for apart from the text. *variants* are other texts to choose from: no
    two, the first included, share their first sentence. *thread* is one longer text as several posts in order, empty
    where everything stands in the first one. *pictures* are files of the sheet's pictures that suit the platform, the
    best first.
    """

    platform: str
    name: str
    file: str
    title: Text | None = None
    variants: tuple[Alternative, ...] = ()
    thread: tuple[Text, ...] = ()
    first_comment: Comment | None = None
    pictures: tuple[str, ...] = ()


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A text to be read aloud over a loudspeaker: how many *words*, and about how many *seconds* that takes."""

    text: str
    words: int
    seconds: int


CORRECTION = "ralat.txt"
"""The file with the newest correction; no platform has that name."""


class Erratum(msgspec.Struct, frozen=True, kw_only=True):
    """A correction to send after the story: the *day* on which it was made, and the *text* as it is to be pasted."""

    day: date
    text: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture to post: its path below ``output/``, its size in pixels, and what is to be seen on it."""

    file: str
    width: int
    height: int
    alt: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """All posts of one story. *story* is its address, *url* its page, *language* that of the site (``id``).

    *corrections* come the newest first.
    """

    story: str
    url: str
    title: str
    language: str
    sample: bool
    pictures: tuple[Picture, ...]
    posts: tuple[Post, ...]
    spoken: Spoken
    alt: tuple[str, ...]
    corrections: tuple[Erratum, ...] = ()
