"""What each platform allows in one post: how much, counted how, how many hashtags, and who says so.

Every number carries its source, how sure it is, and the day it was last checked: platforms change them without
telling anybody. Where a platform does not say in what it counts, the unit here is one that never counts too little.
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


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """What one platform allows in one post.

    *limit* is counted in *unit*; ``None`` where the platform publishes no number. *max_bytes* is a second limit that
    holds at the same time, in UTF-8 bytes. *hashtags* is how many hashtags a post may carry: ``None`` where nothing
    limits them, 0 where they do nothing. *links* is how many different links a post may carry.
    """

    platform: str
    limit: int | None
    unit: Unit
    hashtags: int | None
    source: str
    confidence: Confidence
    max_bytes: int | None = None
    links: int | None = None
    note: str = ""
    checked: date = CHECKED


_ROWS = (
    Limit(
        platform="whatsapp",
        limit=65_536,
        unit="utf16-units",
        hashtags=0,
        source="common guides; the Cloud API's body of 4,096 does not bind the app",
        confidence="B",
        note="WhatsApp publishes neither number nor unit for the app; hashtags have no function.",
    ),
    Limit(
        platform="whatsapp-status",
        limit=700,
        unit="utf16-units",
        hashtags=0,
        source="five guides that agree",
        confidence="B",
        note="A text status. WhatsApp publishes neither number nor unit; hashtags have no function.",
    ),
    Limit(
        platform="facebook",
        limit=None,
        unit="utf16-units",
        hashtags=None,
        source="Graph API reference, page/feed",
        confidence="B",
        note="No first-party number exists; the 63,206 that is often quoted has no source at Meta.",
    ),
    Limit(
        platform="instagram",
        limit=2_200,
        unit="utf16-units",
        hashtags=5,
        source="Meta, Instagram User Media reference; hashtags: @creators on Threads, 2025-12-18",
        confidence="A",
        note="The API reference still says 30 hashtags; the app has taken 5 since December 2025.",
    ),
    Limit(
        platform="x",
        limit=280,
        unit="weighted",
        hashtags=None,
        source="docs.x.com/fundamentals/counting-characters; twitter-text config v3",
        confidence="A",
        note="An account without Premium.",
    ),
    Limit(
        platform="threads",
        limit=500,
        unit="utf8-bytes",
        hashtags=1,
        links=5,
        source="developers.facebook.com/documentation/threads/posts; bytes: postiz-app pull request 1946",
        confidence="B",
        note="The document counts emoji in UTF-8 bytes; the API refused a post that only fitted if quotes were not.",
    ),
    Limit(
        platform="telegram",
        limit=4_096,
        unit="code-points",
        hashtags=None,
        source="Bot API, sendMessage; TDLib MessageContent.cpp (utf8_length)",
        confidence="A",
    ),
    Limit(
        platform="telegram-caption",
        limit=1_024,
        unit="code-points",
        hashtags=None,
        source="Bot API, sendPhoto; TDLib MessageContent.cpp (utf8_length)",
        confidence="A",
        note="The text under a photo or an album, from an account without Premium.",
    ),
    Limit(
        platform="bluesky",
        limit=300,
        unit="graphemes-links-short",
        max_bytes=3_000,
        hashtags=None,
        source="lexicon app.bsky.feed.post; bluesky-social/social-app src/lib/strings/url-helpers.ts",
        confidence="A",
        note="The app shortens links before it counts; a program that posts through the API must do so itself.",
    ),
    Limit(
        platform="mastodon",
        limit=500,
        unit="graphemes-links-23",
        hashtags=None,
        source="docs.joinmastodon.org, /api/v2/instance; mastodon StatusLengthValidator",
        confidence="A",
        note="The default; a server may set configuration.statuses.max_characters to another number.",
    ),
    Limit(
        platform="linkedin",
        limit=3_000,
        unit="utf16-units",
        hashtags=None,
        source="linkedin.com/help/linkedin/answer/a528176",
        confidence="A",
        note="The unit is not published.",
    ),
    Limit(
        platform="tiktok",
        limit=2_200,
        unit="utf16-units",
        hashtags=5,
        source="developers.tiktok.com, Direct Post reference; hashtags: notice in the app, August 2025",
        confidence="B",
        note="The caption of a video. The five hashtags have no official page.",
    ),
    Limit(
        platform="youtube",
        limit=5_000,
        unit="utf8-bytes",
        hashtags=60,
        source="YouTube Data API, videos resource; support.google.com/youtube/answer/6390658",
        confidence="A",
        note="The description of a video. With more than 60 hashtags all are ignored.",
    ),
)

LIMITS: dict[str, Limit] = {row.platform: row for row in _ROWS}
"""The table, by platform, in the order in which platforms are shown."""
