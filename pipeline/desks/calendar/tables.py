"""Posts with their hours as tables (RFC 4180): one for people, and one for each tool, channel and time zone.

What the tools ask for, with sources and what could not be checked, stands in docs/panduan/kalender.md.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pipeline.desks.calendar.views import Row
from pipeline.templating.spreadsheet import BOM, FORMULAS, harmless, table

HEAD = (
    "tanggal", "jam", "zona", "saluran", "perpustakaan", "judul", "teks", "tautan", "gambar", "teks_alternatif",
    "catatan", "berkas",
)  # fmt: skip
"""Columns of the table for people. Their names are a contract: add at the end, never rename."""

_UNSEEN = "\u2060"
"""A word joiner: it has no width, so a post that begins with it looks like one that does not."""


class Post(NamedTuple):
    """A row with what is posted: its text, and its picture as an address and in words (empty where there is none)."""

    row: Row
    text: str
    picture: str
    alt: str


class Tool(NamedTuple):
    """A tool that takes a table: its columns, what stands in them, for which channels, and how many rows at most.

    *pictured* are channels on which nothing is posted without a picture.
    """

    head: tuple[str, ...]
    cells: Callable[[Post], tuple[str, ...]]
    channels: frozenset[str]
    most: int
    pictured: frozenset[str] = frozenset({"instagram"})


def people(posts: Iterable[Post]) -> bytes:
    """Return the table for people: every post, also those without an hour."""
    return (BOM + table(HEAD, (_told(post) for post in posts))).encode()


def _told(post: Post) -> tuple[str, ...]:
    row = post.row
    return (
        f"{row.at.year:04}-{row.at:%m-%d}" if row.at else "",
        f"{row.at:%H:%M}" if row.at else "",
        row.zone,
        row.name,
        harmless(row.library),
        harmless(row.title),
        _unseen(post.text),
        row.url,
        post.picture,
        harmless(post.alt),
        row.note,
        f"social/{row.address}/{row.platform}.txt",
    )


def _unseen(text: str) -> str:
    """Return a post's *text* so that no spreadsheet takes it for a formula; whoever posts it posts nothing visible."""
    return f"{_UNSEEN}{text}" if text.startswith(FORMULAS) else text


def tools(posts: Iterable[Post]) -> Iterator[tuple[str, bytes]]:
    """Yield the tables for tools: the end of their names (``-buffer-facebook-wib``), and their bytes."""
    timed = [post for post in posts if post.row.at is not None and post.text]
    for name, tool in TOOLS.items():
        for channel, zone in sorted({(post.row.platform, post.row.zone) for post in timed}):
            if channel not in tool.channels:
                continue
            rows = [
                tool.cells(post)
                for post in timed
                if (post.row.platform, post.row.zone) == (channel, zone)
                and (post.picture or channel not in tool.pictured)
            ]
            for number, start in enumerate(range(0, len(rows), tool.most), 1):
                part = f"-{number}" if number > 1 else ""
                made = table(tool.head, rows[start : start + tool.most])
                yield f"-{name}-{channel}-{zone.lower()}{part}", made.encode()


def _when(post: Post) -> str:
    at = post.row.at
    return f"{at.year:04}-{at:%m-%d %H:%M}" if at else ""


def _buffer(post: Post) -> tuple[str, ...]:
    return _unseen(post.text), post.picture, "", _when(post)


def _publer(post: Post) -> tuple[str, ...]:
    # The text names the link already, and a row is either a link post or a picture post.
    alt = _unseen(post.alt.replace("||", "|"))
    return (_when(post), _unseen(post.text), "", post.picture, "", "", alt, "", "", "", "", "")


TOOLS: dict[str, Tool] = {
    "buffer": Tool(
        ("Text", "Image URL", "Tags", "Posting Time"),
        _buffer,
        frozenset({"facebook", "instagram", "x", "threads", "linkedin", "bluesky", "mastodon"}),
        100,
    ),
    "publer": Tool(
        (
            "Date - Intl. format or prompt", "Text", "Link(s) - Separated by comma for FB carousels",
            "Media URL(s) - Separated by comma", "Title - For the video, pin, PDF ..", "Label(s) - Separated by comma",
            "Alt text(s) - Separated by ||", "Comment(s) - Separated by ||", "Pin board, FB album, or Google category",
            "Post subtype - I.e. story, reel, PDF ..", "CTA - For Facebook links or Google",
            "Reminder - For stories, reels, shorts, and TikToks",
        ),
        _publer,
        frozenset({"facebook", "instagram", "x", "threads", "linkedin", "bluesky", "mastodon", "telegram"}),
        500,
    ),
}  # fmt: skip
"""Tools by the name in their files' names."""
