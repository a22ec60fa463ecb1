"""A sheet of posts as a kit lays it out: for each platform what is copied, saved and opened, in that order."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from pipeline.desks.kit.preview import Folded, folded
from pipeline.platforms.intent import hands_over, intent, too_long
from pipeline.platforms.limits import LIMITS, Limit
from pipeline.platforms.sheet import Picture, Post, Sheet, Text, Variant


class Slip(NamedTuple):
    """One text to copy. *role* says what it is: ``first``, ``title``, ``variant``, ``part``, ``post``, ``comment``.

    *key* is the same on every page, *file* its name in the ZIP. *variant* is what it begins with, *part* and *of* are
    its place in a thread. *intent* opens the app with it; *long* tells that it is too long for that.
    """

    key: str
    file: str
    role: str
    text: Text
    variant: Variant | None = None
    part: int = 0
    of: int = 0
    intent: str = ""
    long: bool = False


class Frame(NamedTuple):
    """A picture to save. *number* is its place in the kit, *path* lies below ``output/``, *size* is in bytes.

    *alt* is its text alternative, as long as the platform takes one; empty where it takes none.
    """

    number: int
    path: str
    width: int
    height: int
    size: int
    alt: str

    @property
    def name(self) -> str:
        """Return what the file is called when it is saved."""
        return self.path.rpartition("/")[2]


class Block(NamedTuple):
    """All for one platform. *server* tells that its app is reached through a server that is asked for.

    *pastes* tells that its address hands over the link alone, so the text is pasted.
    """

    limit: Limit
    name: str
    title: Slip | None
    first: Slip
    variants: tuple[Slip, ...]
    thread: tuple[Slip, ...]
    comment: tuple[Slip, ...]
    frames: tuple[Frame, ...]
    looks: Folded
    server: bool
    pastes: bool

    @property
    def slips(self) -> Iterator[Slip]:
        """Yield every text of the platform, in its order on the page."""
        if self.title is not None:
            yield self.title
        yield self.first
        yield from (*self.variants, *self.thread, *self.comment)


def blocks(sheet: Sheet, sizes: Mapping[str, int]) -> tuple[Block, ...]:
    """Return the blocks of *sheet*, in its order; *sizes* are the bytes of the pictures that are there, by path."""
    return tuple(_block(number, post, sheet, sizes) for number, post in enumerate(sheet.posts, 1))


def frames(sheet: Sheet, sizes: Mapping[str, int]) -> tuple[Frame, ...]:
    """Return the pictures of *sheet* that are there, with their whole text alternatives."""
    return tuple(_frame(sheet, picture, sizes, None) for picture in sheet.pictures if picture.file in sizes)


def linked(text: str, url: str) -> str:
    """Return the link to *url* as it stands in *text*, also with what counts where readers come from; else *url*."""
    found = re.search(rf"{re.escape(url)}(?:\?[^\s<>\"]*[\w=&%-])?", text)
    return found[0] if found else url


def cut(text: str, most: int | None) -> str:
    """Return *text* with at most *most* UTF-16 units (``None``: any number), cut between two words."""
    if most is None or _units(text) <= most:
        return text
    kept = text[:most]
    while kept and _units(kept) >= most:
        kept = kept[:-1]
    words = kept[: kept.rfind(" ")] if " " in kept[most // 2 :] else kept
    return f"{words.rstrip(' ,.:;–-')}…" if most else ""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _frame(sheet: Sheet, picture: Picture, sizes: Mapping[str, int], most: int | None) -> Frame:
    number = [other.file for other in sheet.pictures].index(picture.file) + 1
    size = sizes[picture.file]
    return Frame(number, picture.file, picture.width, picture.height, size, cut(picture.alt, most))


def _block(number: int, post: Post, sheet: Sheet, sizes: Mapping[str, int]) -> Block:
    limit = LIMITS[post.platform]
    slip = partial(_slip, f"{number:02}-{post.platform}", limit, sheet.url)
    comment = post.first_comment
    pictures = {picture.file: picture for picture in sheet.pictures if picture.file in sizes}
    many = len(post.thread)
    return Block(
        limit=limit,
        name=post.name,
        title=slip("judul", "title", post.title) if post.title else None,
        first=slip("", "first", post, variant=post.variant),
        variants=tuple(slip(text.variant, "variant", text, variant=text.variant) for text in post.variants),
        thread=tuple(slip(f"utas-{at}", "part", text, part=at, of=many) for at, text in enumerate(post.thread, 1)),
        comment=(slip("tanpa-tautan", "post", comment.post), slip("komentar-pertama", "comment", comment.comment))
        if comment
        else (),
        frames=tuple(_frame(sheet, pictures[file], sizes, limit.alt) for file in post.pictures if file in pictures),
        looks=folded(post.text, limit.fold, platform=post.platform),
        server="{server}" in limit.intent,
        pastes=bool(limit.intent) and not hands_over(limit),
    )


OPENED = ("first", "variant", "part", "post")
"""What an app is opened with; a title and a comment have their place inside of it."""


def _slip(
    stem: str, limit: Limit, url: str, what: str, role: str, text: Text,
    *, variant: Variant | None = None, part: int = 0, of: int = 0,
) -> Slip:  # fmt: skip
    key = f"{limit.platform}-{what}" if what else limit.platform
    file = f"{stem}-{what}.txt" if what else f"{stem}.txt"
    link = linked(text.text, url)
    opens = role in OPENED
    address = intent(limit, text.text, link) if opens else ""
    return Slip(key, file, role, text, variant, part, of, address, opens and too_long(limit, text.text, link))
