"""Which posts of a feed are new: known by the feed's own key, by their page, or by a title that came two days ago."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from pipeline.monitor.feed import Post
from pipeline.monitor.item import Item
from pipeline.monitor.link import normalized
from pipeline.monitor.source import Source

WINDOW = 2 * 86_400
"""Seconds within which a title that comes again is the same post under another key."""

NEAR = 0.9
"""How much of two titles must be equal. Their numerals must be the same: prices and dates differ in nothing else."""

SHORTEST = 20
"""Letters of a title that says something by itself; "Foto hari ini" comes every day."""

TAIL = 60


class Known(NamedTuple):
    """What is kept already: *keys* of this feed, pages (*normals*) of all, and titles of this feed with their times."""

    keys: Collection[str]
    normals: Collection[str]
    titles: Sequence[tuple[str, int]]


def pages(posts: Iterable[Post]) -> dict[str, str]:
    """Return the page that each of *posts* can be known by, by its key.

    A page that several posts of one feed name (its front page) says nothing, and neither does a host alone.
    """
    found = {post.key: normalized(post.url) for post in posts}
    count = Counter(found.values())
    return {key: normal if count[normal] == 1 and normal.count("/") + normal.count("?") > 2 else ""
            for key, normal in found.items()}  # fmt: skip


def fresh(posts: Sequence[Post], known: Known, now: int) -> Iterator[tuple[Post, str]]:
    """Yield those of *posts* that are not *known*, oldest first, each with its page."""
    normals = pages(posts)
    keys, titles = set(known.keys), list(known.titles)
    for post in reversed(posts):
        normal = normals[post.key]
        when = now if post.published is None else post.published
        if post.key in keys or (normal and normal in known.normals) or _again(post.title, when, titles):
            keys.add(post.key)
            continue
        keys.add(post.key)
        titles.append((post.title, when))
        yield post, normal


def _again(title: str, when: int, titles: Iterable[tuple[str, int]]) -> bool:
    if len(title) < SHORTEST:
        return False
    told = title.casefold()
    numerals = _numerals(told)
    matcher: SequenceMatcher[str] | None = None
    for other, then in titles:
        if abs(when - then) > WINDOW or abs(len(other) - len(title)) > len(title) // 4:
            continue
        bare = other.casefold()
        if bare == told:
            return True
        if _numerals(bare) != numerals:
            continue
        if matcher is None:
            matcher = SequenceMatcher(autojunk=False)
            matcher.set_seq2(told)
        matcher.set_seq1(bare)
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR:
            return True
    return False


def _numerals(text: str) -> list[str]:
    return "".join(sign if sign.isdecimal() else " " for sign in text).split()


def item(post: Post, source: Source, now: int) -> Item:
    """Return *post* of *source* as it is kept; of a search the outlet is who it names."""
    title, outlet = post.title, source.name
    if source.search:
        title, outlet = _outlet(post, source.name)
    return Item(
        source=source.name, key=post.key, title=title, url=post.url, seen=now, published=post.published,
        summary=post.summary, author=post.author, outlet=outlet, reach=source.reach,
    )  # fmt: skip


def _outlet(post: Post, otherwise: str) -> tuple[str, str]:
    """Return the title and the outlet of what a search found: named beside it, or behind its title."""
    head, dash, tail = post.title.rpartition(" - ")
    if post.outlet:
        same = dash and tail.strip().casefold() == post.outlet.casefold()
        return (head.strip() if same else post.title), post.outlet
    if dash and head.strip() and len(tail) <= TAIL:
        return head.strip(), tail.strip()
    return post.title, otherwise
