"""What an editor says of finds: kept ones become files in ``content/kliping/``, which warta never writes over."""

import hashlib
import os
import sqlite3
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline import regions
from pipeline.archive.store import Store
from pipeline.content.address import named_address
from pipeline.content.near import nearest
from pipeline.content.scalar import scalar
from pipeline.errors import OutputError, UsageError
from pipeline.fetching.failure import FetchError
from pipeline.fetching.fetch import fetch
from pipeline.language import _
from pipeline.monitor import finds, memory, source
from pipeline.monitor.clipping_file import Fetched, File, compose
from pipeline.monitor.finds import Find
from pipeline.monitor.link import untracked
from pipeline.monitor.match import Match, Target
from pipeline.production.monitoring import Web
from pipeline.production.newsroom import Newsroom
from pipeline.production.survey import surveyed

PAGES = ".warta/state/kliping"
"""Where the pages of clippings lie as they were fetched, each by its SHA-256; they are never published."""

ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"


class Kept(NamedTuple):
    """What became of a find: the *path* of its clipping from the newsroom's root; *said*: why its page is not kept."""

    path: str
    said: str = ""


class Known(NamedTuple):
    """What clippings may name: stories by address with their titles, libraries by slug; zones and samples of these."""

    stories: dict[str, str]
    libraries: dict[str, str]
    zones: dict[str, str]
    samples: frozenset[str]


def known(room: Newsroom) -> Known:
    """Return the stories and libraries of *room*."""
    with surveyed(room) as store:
        return _known(store)


def _known(store: Store) -> Known:
    libraries = store.profiles()
    return Known(
        {entry.story.address: entry.story.title for entry in store.entries() if entry.live},
        {one.slug: one.name for one in libraries},
        {one.slug: regions.zone_of(one.region) for one in libraries},
        frozenset(one.slug for one in libraries if one.sample),
    )


def retargeted(find: Find, stories: Sequence[str], libraries: Sequence[str], there: Known) -> Find:
    """Return *find* as speaking of *stories* and *libraries* instead, as an editor says.

    Raises ``UsageError`` for one that does not exist, with the nearest.
    """
    targets = []
    for said in stories:
        address = named_address(said) or said.strip("/")
        _check(address, list(there.stories), _('berita "{value}" tidak ada.'))
        targets.append(Target(kind="berita", name=address, score=1.0, why=()))
    for said in libraries:
        _check(said, list(there.libraries), _('perpustakaan "{value}" tidak ada di content/libraries/.'))
        targets.append(Target(kind="perpustakaan", name=said, score=1.0, why=()))
    kept = {(target.kind, target.name): target for target in find.match.targets}
    replaced = {kind for kind, said in (("berita", stories), ("perpustakaan", libraries)) if said}
    rest = [target for target in find.match.targets if target.kind not in replaced]
    chosen = [kept.get((target.kind, target.name), target) for target in targets]
    return msgspec.structs.replace(find, match=Match(score=find.match.score, targets=(*chosen, *rest)))


def _check(value: str, there: Sequence[str], wrong: str) -> None:
    if value in there:
        return
    near = nearest(value, list(there))
    said = wrong.format(value=value)
    raise UsageError(f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said)


def keep(room: Newsroom, db: sqlite3.Connection, find: Find, there: Known, web: Web, now: int) -> Kept:
    """Make a clipping of *find*, with its page as it is now; raises ``UsageError`` where it was kept already.

    The file comes first, then what is remembered: who is killed between finds the file there and takes it for this one.
    """
    if find.state == "simpan":
        raise UsageError(
            _("Temuan {number} sudah disimpan: {path}").format(number=find.number, path=find.clipping or "-")
        )
    fetched = _page(room, find.item.url, web, now)
    libraries = [slug for slug in find.match.libraries if slug in there.libraries]
    zone = next((there.zones[slug] for slug in libraries), "") or regions.zone_of(
        next(iter(find.match.of("wilayah")), "")
    )
    kinds = {one.name: one.kind for one in source.load(room.root)}
    file = compose(
        find, fetched, medium=kinds.get(find.item.source, "daring"), zone=zone,
        sample=bool(libraries) and there.samples.issuperset(libraries),
    )  # fmt: skip
    path = _written(room.root, file, untracked(find.item.url))
    with memory.transaction(db):
        finds.confirm(db, find, path, now)
        finds.arrange(db)
    return Kept(path, fetched.said)


def _page(room: Newsroom, url: str, web: Web, now: int) -> Fetched:
    """Fetch the page at *url* and keep its bytes; what cannot be fetched is said, and no reason to lose a clipping."""
    if not url:
        return Fetched("", now, _("Tanpa alamat halaman."))
    try:
        answer = fetch(url, web.policy, accept=ACCEPT, resolver=web.resolver)
    except FetchError as failure:
        return Fetched("", now, _("Halaman tidak dapat diambil: {reason}").format(reason=failure))
    if answer.status != 200:
        reason = _("server menjawab {status}.").format(status=answer.status)
        return Fetched("", now, _("Halaman tidak dapat diambil: {reason}").format(reason=reason))
    name = hashlib.sha256(answer.body).hexdigest()
    folder = room.root / PAGES
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).exists():
        _put(folder / name, answer.body)
    return Fetched(name, now)


def _put(path: Path, data: bytes) -> None:
    """Write *data* whole: under another name first."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


def _written(root: Path, file: File, url: str) -> str:
    """Write *file* under a name that is free, whole or not at all; returns its path.

    A file that is there already with the same address is this clipping: written before a kill, or by hand.
    """
    data = file.text.encode()
    home, _slash, name = file.path.rpartition("/")
    folder = root / home
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{name}.{os.getpid()}"
        draft.write_bytes(data)
        try:
            for number in count(1):
                path = folder / (name if number == 1 else f"{name.removesuffix('.md')}-{number}.md")
                if path.exists():
                    if url and f"\nurl: {scalar(url)}\n".encode() in path.read_bytes():
                        return path.relative_to(root).as_posix()
                    continue
                if not _claimed(draft, path):
                    continue
                return path.relative_to(root).as_posix()
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        said = _("{path}: tidak dapat ditulis ({reason}).")
        raise OutputError(said.format(path=file.path, reason=error.strerror or error)) from error
    raise AssertionError


def _claimed(draft: Path, path: Path) -> bool:
    """Give *draft* its name *path*, unless something has it; where links are unknown (FAT), the name is changed."""
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError:
        draft.rename(path)
    return True
