"""``warta publish``: whether the site may go out, what of it, where to, and what is kept of it."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline import config
from pipeline.archive.problems import problems
from pipeline.archive.store import Store
from pipeline.build import lock
from pipeline.build.state import State
from pipeline.config import Site, Terbit
from pipeline.content import taken
from pipeline.content.address import is_report, library_slug, page_address, story_address
from pipeline.content.near import nearest
from pipeline.content.report import Report
from pipeline.errors import BusyError, ConfigError, TargetError, UsageError
from pipeline.language import _
from pipeline.production.newsroom import Newsroom
from pipeline.production.purging import SEARCH, SITE, concerned, purge, signs
from pipeline.production.standing import Standing, standing
from pipeline.publish import hub, publisher
from pipeline.publish.manifest import Entry, within
from pipeline.publish.memory import Memory
from pipeline.publish.plan import CAP, Plan
from pipeline.publish.publisher import Orders, Tell, There, Wish
from pipeline.publish.target import Item, Target
from pipeline.publish.versions import Version, Versions

QUIET = Tell()
FIRST = 5
"""So many are named where many are at fault."""


class Asked(NamedTuple):
    """What is asked of a publication.

    *part* of the files there may be deleted; *force* takes over what others left there; *samples* and *held* let
    samples go out, and stories leave that an error holds back; *back* names a version to go back to.
    """

    part: float = CAP
    force: bool = False
    samples: bool = False
    held: bool = False
    back: str = ""
    now: int | None = None


class Here(NamedTuple):
    """The site as it lies here: its files, what is taken down, samples in it, and pages that errors hold back.

    *held* has the reports by the paths of their pages.
    """

    items: Mapping[str, Item]
    taken: Mapping[str, frozenset[str]]
    samples: tuple[str, ...]
    held: Mapping[str, str]


class Result(NamedTuple):
    """What was done, or would be: *sent* bytes; *version* is the one that is kept of it."""

    target: str
    label: str
    plan: Plan
    there: There
    sent: int
    size: int
    generation: str
    version: str
    warnings: tuple[str, ...]


def chosen(site: Site, name: str) -> tuple[str, Terbit]:
    """Return the target *name* (empty: the only one); raises ``UsageError`` where there is none."""
    if not site.terbit:
        raise UsageError(
            _(
                "Belum ada tujuan. Tambahkan di content/site.toml, misalnya: [terbit.situs] lalu baris jenis = "
                '"folder" dan folder = "/srv/www/kabar"; lihat docs/terbit.md'
            )
        )
    if not name and len(site.terbit) == 1:
        return next(iter(site.terbit.items()))
    if name in site.terbit:
        return name, site.terbit[name]
    known = ", ".join(site.terbit)
    if not name:
        raise UsageError(_("Sebutkan tujuannya: warta publish NAMA. Yang ada: {known}.").format(known=known))
    near = nearest(name, tuple(site.terbit)) or next(iter(site.terbit))
    said = _('Tujuan "{name}" tidak ada di content/site.toml. Maksudnya {near}? Yang ada: {known}.')
    raise UsageError(said.format(name=name, near=near, known=known))


def target_of(room: Newsroom, name: str, section: Terbit) -> Target:
    """Return the target that *section* describes; folders are seen from the newsroom."""
    if section.folder:
        path = (room.root / Path(section.folder).expanduser()).resolve()
        inner = (room.content, room.output, room.root / ".warta")
        if room.root.is_relative_to(path) or any(path.is_relative_to(one.resolve()) for one in inner):
            said = _("folder tujuan {name} ada di dalam ruang redaksi sendiri. Pilih folder lain.").format(name=name)
            raise ConfigError(config.fault("folder", said, room.root))
        section = msgspec.structs.replace(section, folder=f"{path}")
    if section.jenis == "git":
        section = msgspec.structs.replace(section, folder=f"{room.cache / 'terbit' / name}.git")
    try:
        kind = import_module(f"pipeline.publish.targets.{section.jenis}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("pipeline."):
            said = _('jenis "{kind}" tidak ada di warta versi ini.').format(kind=section.jenis)
        else:
            said = _('jenis "{kind}" memerlukan tambahan. Jalankan: pip install "warta-pustaka[{kind}]"').format(
                kind=section.jenis
            )
        raise UsageError(said) from error
    made: Target = kind.make(name, section)
    return made


# -- what lies here ----------------------------------------------------------------------------------------------------


def gathered(
    room: Newsroom, asked: Asked, waiting: Callable[[], None], then: Callable[[Here, State, Store], None]
) -> Here:
    """Return the site as it lies here, and call *then* with it while no build can begin.

    Raises ``UsageError`` where it is not what ``content/`` asks for, or was changed since it was built.
    """
    found: list[Here] = []

    def gather(stands: Standing, state: State, store: Store) -> None:
        if stands.due:
            said = _("Isi content/ berubah sesudah build terakhir ({number} berkas). Jalankan dulu: warta build")
            raise UsageError(said.format(number=len(stands.stale) + stands.removed))
        found.append(_site(room, state, store, asked))
        then(found[0], state, store)

    standing(room, asked.now, waiting=waiting, then=gather)
    return found[0]


def _site(room: Newsroom, state: State, store: Store, asked: Asked) -> Here:
    items = _files(room, state)
    _text, listed = taken.load(room.root)
    down = {name: frozenset(concerned(store, one)) for name, one in signs(listed).items()}
    rows = store.db.execute(
        "SELECT path, address FROM source WHERE kind = 'story' AND instr(record, '\"sample\":true') > 0 ORDER BY path"
    )
    samples = tuple(path for path, address in rows if f"{address}/index.html" in items)
    now = int(time.time()) if asked.now is None else asked.now
    return Here(items, down, samples, dict(_held(store, now, items)))


def _files(room: Newsroom, state: State) -> dict[str, Item]:
    """Return the files of the site by what the build noted of them; raises ``UsageError`` where they are others now."""
    items: dict[str, Item] = {}
    changed: list[str] = []
    for path, files in state.files():
        for file in files if path.startswith(SITE) else ():
            whole = f"{path}{file.name}"
            if _stamp(room.output / whole) != (file.size, file.mtime_ns):
                changed.append(f"output/{whole}")
            name = whole.removeprefix(SITE)
            items[name] = Item(name, file.hash, file.size, room.output / whole)
    if changed:
        said = _("{number} berkas di output/ diubah atau hilang sesudah dibuat: {first}. Jalankan dulu: warta build")
        raise UsageError(said.format(number=len(changed), first=_some(sorted(changed))))
    if not items:
        raise UsageError(_("Belum ada situs di output/site/. Nyalakan meja.site, lalu jalankan warta build."))
    return items


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _held(store: Store, now: int, items: Mapping[str, Item]) -> Iterator[tuple[str, str]]:
    """Yield the pages that are not there because of an error, each with its file."""
    for path in sorted({problem.path for problem in problems(store, now) if problem.level == "error"}):
        page = _page_of(path)
        if page and page not in items:
            yield page, path


def _page_of(path: str) -> str:
    """Return the page that the file at *path* makes, by its name: of a file with errors nothing else is known."""
    report = Report(path)
    if is_report(path):
        address = story_address(path, None, report)
    elif path.startswith("content/libraries/"):
        slug = library_slug(path, report)
        address = f"perpustakaan/{slug}" if slug else None
    else:
        address = page_address(path, report) if path.startswith("content/pages/") else None
    return f"{address}/index.html" if address else ""


def _some(names: Iterable[str]) -> str:
    named = list(names)
    more = _(" dan {number} lagi").format(number=len(named) - FIRST) if len(named) > FIRST else ""
    return ", ".join(named[:FIRST]) + more


def _no_samples(site: Here, asked: Asked) -> None:
    if site.samples and not asked.samples:
        said = _(
            "{number} berita masih contoh (contoh: ya): {first}. Hapus dulu, atau ulangi dengan --contoh kalau ini "
            "memang situs peragaan."
        )
        raise UsageError(said.format(number=len(site.samples), first=_some(site.samples)))


def _objection(site: Here, asked: Asked) -> Callable[[There], None]:
    def object_to(there: There) -> None:
        lost = [path for page, path in site.held.items() if page in there.files]
        if lost and not asked.held:
            said = _(
                "{number} berita yang sedang tayang akan hilang karena laporannya keliru: {first}. Perbaiki (lihat: "
                "warta check), lalu warta build; atau ulangi dengan --biarkan."
            )
            raise UsageError(said.format(number=len(lost), first=_some(lost)))

    return object_to


# -- publishing --------------------------------------------------------------------------------------------------------


def rehearse(
    room: Newsroom, name: str, asked: Asked, *, tell: Tell = QUIET, waiting: Callable[[], None] = lambda: None
) -> Result:  # fmt: skip
    """Return what ``publish`` would do now, touching nothing."""
    site = config.load(room.root)
    name, section = chosen(site, name)
    target = target_of(room, name, section)
    here = gathered(room, asked, waiting, lambda *_: None)
    _no_samples(here, asked)
    items = _back(Versions(room.versions), asked.back, here, tell) if asked.back else here.items
    wish = Wish(items, here.taken)
    plan, there = publisher.rehearse(target, Memory(room.targets, name), wish, force=asked.force)
    _objection(here, asked)(there)
    size = sum(items[path].size for step in plan.steps if step.act == "put" for path in step.paths)
    return Result(name, target.label, plan, there, 0, size, wish.manifest.generation, "", ())


def publish(
    room: Newsroom, name: str, asked: Asked, *, tell: Tell = QUIET, waiting: Callable[[], None] = lambda: None
) -> Result:  # fmt: skip
    """Publish the site of *room* to its target *name* (empty: the only one).

    Raises ``UsageError`` where it may not go out as it is, ``TargetError`` where the target fails: run again, it goes
    on.
    """
    site = config.load(room.root)
    name, section = chosen(site, name)
    target = target_of(room, name, section)
    with _alone(room):
        return _published(room, site, name, target, asked, tell, waiting)


@contextmanager
def _alone(room: Newsroom) -> Iterator[None]:
    """Let nobody else publish from *room*."""
    with ExitStack() as stack:
        try:
            stack.enter_context(lock.held(room.root / ".warta" / "lock-terbit", patience=0))
        except BusyError:
            raise BusyError(_("Ruang redaksi ini sedang diterbitkan. Tunggu sampai selesai.")) from None
        yield


def _published(
    room: Newsroom, site: Site, name: str, target: Target, asked: Asked, tell: Tell, waiting: Callable[[], None]
) -> Result:  # fmt: skip
    versions = Versions(room.versions)
    wishes: list[tuple[Wish, Version]] = []

    def keep(here: Here, state: State, store: Store) -> None:
        _no_samples(here, asked)
        purge(room, state, store)
        items = _back(versions, asked.back, here, tell) if asked.back else here.items
        kept = versions.keep(items.values())
        wish = Wish(kept, here.taken)
        version = _version(versions, name, wish)
        versions.begin(version)
        wishes.append((wish, version))

    here = gathered(room, asked, waiting, keep)
    wish, version = wishes[0]
    orders = Orders(asked.part, asked.force, _objection(here, asked))
    try:
        done = publisher.publish(target, Memory(room.targets, name), wish, orders, tell)
    except UsageError:
        versions.drop()
        raise
    versions.settle(version.name)
    feeds = [path for step in done.plan.steps if step.act == "put" for path in step.paths]
    address = site.terbit[name].websub or site.umpan_hub
    warnings = _told(address, hub.topics(site.base, feeds))
    size = sum(wish.items[path].size for path in feeds)
    return Result(
        name, target.label, done.plan, done.there, done.sent, size, done.generation, version.name, warnings
    )  # fmt: skip


def _told(address: str, feeds: list[str]) -> tuple[str, ...]:
    said = hub.ping(address, feeds) if address and feeds else ""
    return (said,) if said else ()


def _version(versions: Versions, name: str, wish: Wish) -> Version:
    """Return the version that publishing *wish* makes: the newest one itself where nothing changed since."""
    now = int(time.time())
    manifest = wish.manifest
    before = versions.all()
    if before and (before[0].target, before[0].generation) == (name, manifest.generation):
        return before[0]
    called = f"{datetime.fromtimestamp(now, UTC):%Y%m%d-%H%M%S}-{manifest.generation[:4]}"
    if before and called <= before[0].name:  # a clock that was set back
        called = f"{before[0].name}a"
    files = {path: Entry(*entry) for path, entry in manifest.files.items()}
    return Version(called, now, name, manifest.generation, files)


def listed(room: Newsroom) -> list[Version]:
    """Return the versions that can be gone back to, newest first."""
    return Versions(room.versions).all()


def _back(versions: Versions, wanted: str, here: Here, tell: Tell) -> dict[str, Item]:
    """Return the files of the version *wanted*; in the place of what is gone from it, the present ones."""
    known = versions.all()
    version = next((one for one in known if one.name == wanted), None)
    if version is None:
        near = nearest(wanted, tuple(one.name for one in known)) or (known[0].name if known else "")
        said = _('Versi "{name}" tidak ada.').format(name=wanted)
        raise UsageError(
            f"{said} {_('Maksudnya {near}? Lihat: warta publish --versi').format(near=near)}" if near else said
        )
    found = {path: one for path, entry in version.files.items() if (one := _kept(versions, version, path, entry, here))}
    found |= _instead(version, here)
    if version.removed:
        tell.note(
            _(
                "{number} berkas versi itu memuat atau menyebut yang sudah ditarik; yang sekarang dipakai, atau "
                "tidak sama sekali."
            ).format(number=len(version.removed))
        )
    return found


def _kept(versions: Versions, version: Version, path: str, entry: Entry, here: Here) -> Item | None:
    """Return one file of *version*, or the present one where its bytes are gone; ``None`` where neither is."""
    present = here.items.get(path)
    item = Item(path, entry.hash, entry.size, versions.source(entry.hash))
    if (present is not None and present.hash == entry.hash) or not item.source.exists():
        return present
    if versions.sound(item):
        return item
    said = _("Simpanan versi {name} rusak ({path}); pilih versi lain, atau terbitkan yang sekarang.")
    raise TargetError(said.format(name=version.name, path=path))


def _instead(version: Version, here: Here) -> dict[str, Item]:
    """Return the present files for what is gone from *version*: of a folder that lost anything all, for they fit."""
    folders = {folder for one in here.taken.values() for folder in one} | {SEARCH.rstrip("/")}
    lost = {folder for folder in folders if any(within(path, [folder]) for path in version.removed)}
    return {path: item for path, item in here.items.items() if path in version.removed or within(path, lost)}
