"""What becomes of each thing of another newsroom: taken in, brought up to date, left, or told as a conflict. Pure."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pipeline.content.taken import Taken
from pipeline.intake.kinship import Origin

Action = Literal["baru", "diperbarui", "tetap", "disunting", "bentrok"]
"""New; brought up to date; the same as before; edited here, so left; a conflict, so left."""


class Theirs(NamedTuple):
    """One file as it is there: its *sign* tells its bytes and those of its photos."""

    path: str
    sign: str
    data: bytes


class Ours(NamedTuple):
    """What stands in its place here. *origin* is ``None`` for our own; *sign* is as it came, *now* as it is."""

    path: str
    origin: Origin | None
    sign: str
    now: str
    data: bytes


def decide(theirs: Theirs, ours: Ours | None, origin: Origin) -> Action:
    """Return what becomes of *theirs*, of the newsroom *origin*, where *ours* stands in its place (``None``: nothing).

    A file of our own with the very same bytes is the same thing, whoever wrote it first.
    """
    if ours is None:
        return "baru"
    if ours.origin is None:
        return "tetap" if ours.data == theirs.data else "bentrok"
    if ours.origin.url != origin.url:
        return "bentrok"
    if ours.sign == theirs.sign:
        return "tetap"
    if ours.now != ours.sign:
        return "disunting"
    return "diperbarui" if ours.path == theirs.path else "bentrok"


def carried(
    theirs: tuple[Taken, ...], ours: tuple[Taken, ...], origins: Mapping[str, Origin | None], origin: Origin
) -> tuple[list[Taken], list[Taken]]:
    """Return which entries of their ``tarik.toml`` are added to ours, and which are a conflict.

    *origins* tells whose story stands at each address here. What they took down says nothing of a story that only
    happens to have the same address; photos and quotations are the same wherever they stand.
    """
    have = {(one.kind, one.name, one.address) for one in ours}
    photos = {one.name for one in ours if one.kind == "foto"}
    added, conflicts = [], []
    for one in theirs:
        if (one.kind, one.name, one.address) in have or (one.kind == "foto" and one.name in photos):
            continue
        if one.kind == "berita":
            there = origins.get(one.address, origin)
            if there is None or there.url != origin.url:
                conflicts.append(one)
                continue
        have.add((one.kind, one.name, one.address))
        photos |= {one.name} if one.kind == "foto" else set()
        added.append(one._replace(line=0))
    return added, conflicts
