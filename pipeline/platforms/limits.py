"""What each platform allows in one post, how it shows it, how it is reached, and who says so.

One row is all that the program knows of a platform; how its posts are worded stands in one template,
``templates/social/<platform>.txt``. Every number carries its source, how sure it is, and the day it was last checked:
platforms change them without telling anybody. Where a platform does not say in what it counts, the unit here is one
that never counts too little.
"""

from datetime import date
from typing import Literal

import msgspec

Unit = Literal[
    "code-points",
    "utf16-units",
    "utf8-bytes",
    "weighted",
    "graphemes-links-23",
    "graphemes-links-short",
]
"""How a platform counts; each name has one rule in ``pipeline.desks.social.counting``."""

Confidence = Literal["A", "B", "C"]
"""A: the platform's own document or source code. B: several independent sources. C: one source, or common knowledge."""

CHECKED = date(2026, 11, 22)
"""The day on which every row was last compared with its source."""


TALL, FULL, WIDE = "1080x1350", "1080x1920", "1200x630"
"""Sizes of cards: for feeds, for a full screen, for link previews."""

Look = Literal["chat", "caption", "status", "feed", "photo", "short", "video"]
"""What a post looks like in the app: a bubble in a chat, a picture in one with its words, a full screen, text above a
picture, text below one, text with a picture below it, text below a video."""


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """What one platform allows in one post.

    *name* is what people call the platform. *limit* is counted in *unit*; ``None`` where the platform publishes no
    number. *max_bytes* is a second limit that holds at the same time, in UTF-8 bytes. *without* are characters that
    the platform refuses. *hashtags* is how many hashtags
    a post may carry: ``None`` where nothing limits them, 0 where they do nothing. *links* is how many different links
    a post may carry.

    *heading* is the limit of a title that the platform asks for apart from the text, in UTF-16 units; 0 where it asks
    for none. *thread* tells whether a longer text may go out as several posts that answer each other. *comment* tells
    whether the link may stand in a first comment instead. *alt* is the most a picture's text alternative may have, in
    UTF-16 units: ``None`` where no number is published, 0 where the app takes none.

    *fold* is after about how many characters the app folds a text away; 0 where it does not. No platform publishes
    it: common knowledge, for a preview and nothing else. *shapes* are the sizes of pictures that suit it, the best
    first. *intent* is the address that opens the app with the post in it: ``{text}`` and ``{url}`` are
    percent-encoded, ``{rest}`` is the text without its link, ``{server}`` is asked for; empty where there is none.
    """

    platform: str
    name: str
    look: Look
    limit: int | None
    unit: Unit
    hashtags: int | None
    source: str
    confidence: Confidence
    max_bytes: int | None = None
    without: str = ""
    links: int | None = None
    heading: int = 0
    thread: bool = False
    comment: bool = False
    alt: int | None = None
    fold: int = 0
    shapes: tuple[str, ...] = (TALL,)
    intent: str = ""
    note: str = ""
    checked: date = CHECKED


_ROWS = (
    Limit(
        platform="whatsapp",
        name="WhatsApp",
        look="chat",
        limit=65_536,
        unit="utf16-units",
        hashtags=0,
        alt=0,
        fold=760,
        intent="https://wa.me/?text={text}",
        source="common guides; the Cloud API's body of 4,096 does not bind the app",
        confidence="B",
        note="WhatsApp publishes neither number nor unit for the app; hashtags have no function.",
    ),
    Limit(
        platform="whatsapp-status",
        name="Status WhatsApp",
        look="status",
        limit=700,
        unit="utf16-units",
        hashtags=0,
        alt=0,
        fold=240,
        shapes=(FULL,),
        source="five guides that agree",
        confidence="B",
        note="A text status. WhatsApp publishes neither number nor unit; hashtags have no function.",
    ),
    Limit(
        platform="facebook",
        name="Facebook",
        look="feed",
        limit=None,
        unit="utf16-units",
        hashtags=None,
        comment=True,
        fold=480,
        intent="https://www.facebook.com/sharer/sharer.php?u={url}",
        source="Graph API reference, page/feed",
        confidence="B",
        note="No first-party number exists; the 63,206 that is often quoted has no source at Meta.",
    ),
    Limit(
        platform="instagram",
        name="Instagram",
        look="photo",
        limit=2_200,
        unit="utf16-units",
        hashtags=5,
        fold=125,
        shapes=(TALL, FULL),
        source="Meta, Instagram User Media reference; hashtags: @creators on Threads, 2025-12-18",
        confidence="A",
        note="The API reference still says 30 hashtags; the app has taken 5 since December 2025.",
    ),
    Limit(
        platform="x",
        name="X",
        look="short",
        limit=280,
        unit="weighted",
        hashtags=None,
        thread=True,
        alt=1_000,
        intent="https://x.com/intent/tweet?text={text}",
        source="docs.x.com/fundamentals/counting-characters; twitter-text config v3",
        confidence="A",
        note="An account without Premium.",
    ),
    Limit(
        platform="threads",
        name="Threads",
        look="short",
        limit=500,
        unit="utf8-bytes",
        hashtags=1,
        links=5,
        thread=True,
        intent="https://www.threads.com/intent/post?text={text}",
        source="developers.facebook.com/documentation/threads/posts; bytes: postiz-app pull request 1946",
        confidence="B",
        note="The document counts emoji in UTF-8 bytes; the API refused a post that only fitted if quotes were not.",
    ),
    Limit(
        platform="telegram",
        name="Telegram",
        look="chat",
        limit=4_096,
        unit="code-points",
        hashtags=None,
        alt=0,
        intent="https://t.me/share/url?url={url}&text={rest}",
        source="Bot API, sendMessage; TDLib MessageContent.cpp (utf8_length)",
        confidence="A",
    ),
    Limit(
        platform="telegram-caption",
        name="Telegram (keterangan foto)",
        look="caption",
        limit=1_024,
        unit="code-points",
        hashtags=None,
        alt=0,
        source="Bot API, sendPhoto; TDLib MessageContent.cpp (utf8_length)",
        confidence="A",
        note="The text under a photo or an album, from an account without Premium.",
    ),
    Limit(
        platform="bluesky",
        name="Bluesky",
        look="short",
        limit=300,
        unit="graphemes-links-short",
        max_bytes=3_000,
        hashtags=None,
        thread=True,
        alt=2_000,
        intent="https://bsky.app/intent/compose?text={text}",
        source="lexicon app.bsky.feed.post; bluesky-social/social-app src/lib/strings/url-helpers.ts",
        confidence="A",
        note="The app shortens links before it counts; a program that posts through the API must do so itself.",
    ),
    Limit(
        platform="mastodon",
        name="Mastodon",
        look="short",
        limit=500,
        unit="graphemes-links-23",
        hashtags=None,
        thread=True,
        alt=1_500,
        intent="https://{server}/share?text={text}",
        source="docs.joinmastodon.org, /api/v2/instance; mastodon StatusLengthValidator",
        confidence="A",
        note="The default; a server may set configuration.statuses.max_characters to another number.",
    ),
    Limit(
        platform="linkedin",
        name="LinkedIn",
        look="feed",
        limit=3_000,
        unit="utf16-units",
        hashtags=None,
        alt=4_086,
        fold=210,
        intent="https://www.linkedin.com/sharing/share-offsite/?url={url}",
        source="linkedin.com/help/linkedin/answer/a528176",
        confidence="A",
        note="The unit is not published.",
    ),
    Limit(
        platform="tiktok",
        name="TikTok",
        look="video",
        limit=2_200,
        unit="utf16-units",
        hashtags=5,
        heading=90,
        fold=100,
        shapes=(FULL,),
        source="developers.tiktok.com, Direct Post reference; hashtags: notice in the app, August 2025",
        confidence="B",
        note="The caption of a video. The five hashtags have no official page.",
    ),
    Limit(
        platform="youtube",
        name="YouTube",
        look="video",
        limit=5_000,
        unit="utf8-bytes",
        hashtags=60,
        without="<>",
        heading=100,
        fold=150,
        shapes=(FULL,),
        source="YouTube Data API, videos resource; support.google.com/youtube/answer/6390658",
        confidence="A",
        note="The description of a video. With more than 60 hashtags all are ignored.",
    ),
)

LIMITS: dict[str, Limit] = {row.platform: row for row in _ROWS}
"""The table, by platform, in the order in which platforms are shown."""
