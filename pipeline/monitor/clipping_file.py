"""The file that a confirmed find becomes: a clipping in ``content/kliping/``, in the keys that its reader knows."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from pipeline.content.address import slug
from pipeline.content.clipping import LONGEST, Medium
from pipeline.content.moment import tzinfo
from pipeline.content.scalar import plain, scalar
from pipeline.monitor.finds import Find
from pipeline.monitor.link import untracked
from pipeline.monitor.match import Match, Target
from pipeline.monitor.words import shortened

FOLDER = "content/kliping"

NAME = 70
"""Letters of a file's name."""


class Fetched(NamedTuple):
    """The page of a clipping as it was fetched *when*; where it could not be, *said* is why, and *sha256* empty."""

    sha256: str
    when: int
    said: str = ""


class File(NamedTuple):
    """A clipping to be written: its *path* from the newsroom's root, and its *text*."""

    path: str
    text: str


def compose(find: Find, fetched: Fetched, *, medium: Medium, zone: str, sample: bool) -> File:
    """Return the file for *find*; times are told in *zone*, *sample* marks that of an invented library."""
    item, match = find.item, find.match
    printed = datetime.fromtimestamp(item.seen if item.published is None else item.published, tzinfo(zone))
    taken = datetime.fromtimestamp(fetched.when, tzinfo(zone))
    outlet = plain(item.outlet) or plain(item.source)
    regions = match.of("wilayah")
    rows = [
        ("judul", scalar(item.title) or scalar(item.url) or scalar(outlet)),
        ("tanggal", f"{printed:%Y-%m-%d}"),
        ("media", scalar(outlet)),
        ("jenis", medium),
        ("url", scalar(untracked(item.url))),
        ("wartawan", scalar(item.author)),
        ("cuplikan", scalar(shortened(item.summary, LONGEST))),
        ("lingkup", item.reach),
        ("nada", find.tone or ""),
        ("berita", _list(match.stories)),
        ("perpustakaan", _list(match.libraries)),
        ("wilayah", f'"{regions[0]}"' if regions else ""),
        ("peristiwa", find.event),
        ("diambil", f"{taken:%Y-%m-%d %H.%M} {zone}" if fetched.sha256 else ""),
        ("sha256", fetched.sha256),
        ("alasan", scalar(because(match))),
        ("contoh", "ya" if sample else ""),
    ]
    head = "".join(f"{key}: {value}\n" for key, value in rows if value)
    body = f"{fetched.said}\n" if fetched.said else ""
    name = slug(f"{outlet} {item.title}") or "kliping"
    if len(name) > NAME:
        name = name[:NAME].rpartition("-")[0] or name[:NAME]
    return File(f"{FOLDER}/{printed:%Y/%m}/{name}.md", f"---\n{head}---\n{body}")


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(values)}]" if values else ""


def because(match: Match) -> str:
    """Return in a line why an item was found: each target with its score, and the words that spoke for it.

    A library that is known by its story, and what an editor named, have no words of their own.
    """
    own = [target for at, target in enumerate(match.targets) if target.why and _first(match, target) == at]
    return "; ".join(_told(target) for target in own)


def _first(match: Match, target: Target) -> int:
    return next(at for at, one in enumerate(match.targets) if one.why == target.why)


def _told(target: Target) -> str:
    said = ", ".join(
        f"{why.rule} {'+' if why.weight >= 0 else '−'}{abs(why.weight):.2f}" + (f" ({why.words})" if why.words else "")
        for why in target.why
    )
    return f"{target.kind} {target.name} {target.score:.2f}: {said}"
