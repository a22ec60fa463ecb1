"""From drafts to folders in ``content/inbox/``: each source once, and nobody's edits ever lost."""

import os
import re
import shutil
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.content.encoding import LARGEST, megabytes
from pipeline.content.filename import name_for
from pipeline.errors import OutputError
from pipeline.intake.compose import Folder, compose
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal
from pipeline.intake.guess import day_of
from pipeline.intake.ledger import INBOX, Known, Ledger, known
from pipeline.language import _

State = Literal["baru", "diperbarui", "di-samping", "sama"]
"""New; written anew, for nobody had edited it; beside one that somebody had; already there."""

_PUBLISH_AT = re.compile(r"^terbit_pada: (.*)$", re.MULTILINE)


class Written(NamedTuple):
    """What became of one draft: *path* of its folder (or of the report it is already), from the newsroom's root."""

    draft: Draft
    state: State
    path: str


def write(draft: Draft, context: Context, ledger: Ledger, *, rehearse: bool = False) -> Written | Refusal:
    """Write *draft* into the inbox, unless it is there; *rehearse*: only say what would be done.

    Raises ``OutputError`` where nothing can be written.
    """
    root = context.root
    if there := ledger.same(draft.origin):
        return Written(draft, "sama", _relative(root, there))
    earlier = ledger.earlier(draft.origin)
    publish_at = draft.publish_at or stamp(context)
    folder = compose(draft, publish_at)
    if len(folder.files["index.md"]) > LARGEST:
        size = megabytes(len(folder.files["index.md"]))
        return Refusal(draft.origin.name, _("teksnya {size}, terlalu panjang untuk satu laporan.").format(size=size))
    old = next((one for one in reversed(earlier) if _replaceable(one, folder)), None)
    if old:
        kept = _PUBLISH_AT.search(old.path.read_text("utf-8"))
        folder = compose(draft, kept[1] if kept and not draft.publish_at else publish_at)
    place = old.path.parent if old else _free(root / INBOX, draft, context)
    text = folder.files["index.md"].decode()
    if not rehearse:
        _put(place, folder, replace=old is not None)
    if now := known(place / "index.md", text):
        if old:
            ledger.forget(old)
        ledger.add(now)
    state: State = "diperbarui" if old else "di-samping" if earlier else "baru"
    return Written(draft, state, place.relative_to(root).as_posix())


def stamp(context: Context) -> str:
    """Return the instant of the import as a ``terbit_pada``, in the zone that it has."""
    name = context.now.tzname() or ""
    zone = name if name in {"WIB", "WITA", "WIT"} else f"{context.now:%z}"[:3] + ":" + f"{context.now:%z}"[3:]
    return f"{context.now:%Y-%m-%d %H.%M} {zone}"


def _replaceable(one: Known, folder: Folder) -> bool:
    """Tell whether *one* is a draft of the same report that nobody edited."""
    fresh = known(one.path, folder.files["index.md"].decode())
    if fresh is None or not one.waiting or one.edited():
        return False
    # A file that has nothing in common with what it was is another report under an old name.
    return one.title == fresh.title or bool(one.date and one.date == fresh.date)


def _relative(root: Path, one: Known) -> str:
    path = one.path.parent if one.waiting else one.path
    return path.relative_to(root).as_posix()


def _free(inbox: Path, draft: Draft, context: Context) -> Path:
    """Return a folder for *draft* that is not there yet."""
    day = day_of(draft.date) or context.now.date()
    name = f"{day.isoformat()}-{name_for(draft.title or draft.origin.name)}"
    numbered = (inbox / (name if number == 1 else f"{name}-{number}") for number in count(1))
    return next(path for path in numbered if not path.exists())


def _put(place: Path, folder: Folder, *, replace: bool) -> None:
    """Write *folder* to *place*, whole or not at all."""
    fresh, old = place.parent / f".{place.name}.baru", place.parent / f".{place.name}.lama"
    try:
        for rest in (fresh, old):
            shutil.rmtree(rest, ignore_errors=True)
        fresh.mkdir(parents=True)
        for name, data in folder.files.items():
            (fresh / name).write_bytes(data)
        if replace:
            os.replace(place, old)  # noqa: PTH105  a folder, moved in one step
        os.replace(fresh, place)  # noqa: PTH105  as above
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=place, reason=error.strerror or error)) from error
