"""Proof that what was taken down is gone: from what is published, and from what warta keeps.

It does not trust the build that took it down. Every output is planned anew, and none may show the photo or the story.
Every file in ``output/`` must be, byte for byte, what was made from such a plan. And the words, where ``content/``
still tells them, are looked for in all that people can read.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple

from pipeline.archive.store import Store
from pipeline.build import keys, marker
from pipeline.build.output import Output
from pipeline.build.state import SCHEMA, State
from pipeline.coaching.manuscript import sentences
from pipeline.content import taken
from pipeline.content.address import is_report
from pipeline.content.document import open_document
from pipeline.content.file import HEAVIEST, Loaded, load, load_photo
from pipeline.content.keys import QUOTE, STORY
from pipeline.content.near import nearest
from pipeline.content.report import Report
from pipeline.content.taken import Kind, Quotes, Taken
from pipeline.content.wording import FEW, bare, find
from pipeline.desks.site.pages import TOMBSTONE
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.pictures.album import Album
from pipeline.production.newsroom import Newsroom
from pipeline.production.purging import concerned, shown, signs, unsafe
from pipeline.production.question import address_of
from pipeline.production.standing import Standing, standing
from pipeline.publish.versions import Versions
from pipeline.safety.published import texts

TELLING = 6
"""Words of a sentence by which a story is known; what is shorter anybody may have written."""

Place = Literal["rencana", "berkas", "teks", "album", "simpanan", "versi", "sisa"]
PLACES: tuple[Place, ...] = ("rencana", "berkas", "teks", "album", "simpanan", "versi", "sisa")
"""Where it is looked for: in what is planned, among the files of ``output/``, in their words, among clean copies, in
what builds, checks and previews keep, in versions that can be published again, and among the files of unknown origin
that were put aside.
"""


class Gone(NamedTuple):
    """Something that must be gone: what was *taken* down, its *words* and *files* as far as ``content/`` has them."""

    taken: Taken
    words: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


class Trace(NamedTuple):
    """Where a look at *place* found *gone*: the *path* of a file, below the newsroom."""

    place: Place
    gone: Gone
    path: str


class Proof(NamedTuple):
    """What a look at everything gave. *looked* counts files (plans, for ``rencana``) by place.

    *foreign* are files in ``output/`` of which no build knows, *changed* those whose bytes are not the ones that were
    made, *aside* counts pictures and packed files among those put aside, which cannot be told apart.
    """

    gone: tuple[Gone, ...]
    standing: Standing
    traces: tuple[Trace, ...]
    looked: dict[Place, int]
    foreign: tuple[str, ...]
    changed: tuple[str, ...]
    aside: int

    @property
    def holds(self) -> bool:
        """Whether it is certain that nothing of it is left where warta can look."""
        return not (self.standing.due or self.traces or self.foreign or self.changed or self.aside)


def prove(
    room: Newsroom,
    what: str = "",
    now: int | None = None,
    *,
    step: Callable[[int], None] = lambda _: None,
    waiting: Callable[[], None] = lambda: None,
) -> Proof:
    """Look for *what* was taken down (an address, a photo, a hash of ``tarik.toml``; empty: all of it) everywhere.

    Raises ``UsageError`` where it was not taken down, or where nothing was. *step* hears how many files were looked at.
    """
    search = _Search(room, what, step)
    found = standing(room, now, whole=True, look=search.planned, waiting=waiting, then=search.all_else)
    return search.proof(found)


class _Search:
    """One search through a newsroom, for whatever *what* means."""

    def __init__(self, room: Newsroom, what: str, step: Callable[[int], None]) -> None:
        self._room = room
        self._step = step
        _text, listed = taken.load(room.root)
        self._taken = _chosen(room, listed, what)
        self._gone: tuple[Gone, ...] = ()
        self._looked: dict[Place, int] = dict.fromkeys(PLACES, 0)
        self._plans: dict[tuple[str, str], list[str]] = {}
        self._traces: list[Trace] = []
        self._foreign: list[str] = []
        self._changed: list[str] = []
        self._aside = 0
        self._names = {one.key for one in self._taken}

    def proof(self, found: Standing) -> Proof:
        """Return what was found."""
        return Proof(
            self._gone, found, tuple(dict.fromkeys(self._traces)), self._looked,
            tuple(self._foreign), tuple(self._changed), self._aside,
        )  # fmt: skip

    # -- what is planned -----------------------------------------------------------------------------------------------

    def planned(self, output: Output) -> None:
        """Look at one output that is planned: what it shows is all in its view."""
        self._looked["rencana"] += 1
        view = keys.canonical(output.view)
        shown: set[tuple[str, str]] = {("foto", name.decode()) for name in _HASH.findall(view)}
        for found in _ADDRESS.findall(view):
            address = found.decode()
            if not (output.renderer == TOMBSTONE and output.path == f"site/{address}/index.html"):
                shown.add(("berita", address))
        for key in shown & self._names:
            self._plans.setdefault(key, []).append(f"output/{output.path}")

    # -- what is there -------------------------------------------------------------------------------------------------

    def all_else(self, _found: Standing, state: State, store: Store) -> None:
        """Look at everything that lies on the disk."""
        self._gone = tuple(_told(self._room, store, self._taken))
        for gone in self._gone:
            self._note("rencana", gone, self._plans.get(gone.taken.key, ()))
        self._outputs(state)
        self._album()
        self._caches()
        self._versions(store, state)
        self._put_aside()

    def _outputs(self, state: State) -> None:
        ours: set[str] = set()
        for path, files in state.files():
            for file in files:
                ours.add(path + file.name)
                self._looked["berkas"] += 1
                self._step(self._looked["berkas"])
                data = _bytes(self._room.output / f"{path}{file.name}")
                if data is None or keys.digest(data) != file.hash:
                    self._changed.append(f"output/{path}{file.name}")
                if data is not None:
                    self._original("berkas", f"output/{path}{file.name}", file.hash)
                    self._read(f"output/{path}{file.name}", data)
        self._foreign += (f"output/{path}" for path in marker.contents(self._room.output) if path not in ours)

    def _read(self, path: str, data: bytes, place: Place = "teks") -> None:
        """Look for words in what people can read in a file."""
        if not any(gone.words for gone in self._gone):
            return
        self._looked["teks"] += place == "teks"
        for text in _readable(path, data):
            plain = bare(text)
            for gone in self._gone:
                if any(bare(said) in plain and find(said, text) is not None for said in gone.words):
                    self._note(place, gone, [path])

    def _original(self, place: Place, path: str, name: str) -> None:
        for gone in self._gone:
            if gone.taken.kind == "foto" and gone.taken.name == name:
                self._note(place, gone, [path])

    def _album(self) -> None:
        album = Album(self._room.album)
        self._looked["album"] = sum(1 for _ in self._room.album.glob("??/*"))
        for gone in self._gone:
            if gone.taken.kind == "foto" and album.has(gone.taken.name):
                self._note("album", gone, [self._below(album.path(gone.taken.name))])

    def _caches(self) -> None:
        """Look into the bytes of all other files below ``.warta/``: a database may keep what was deleted from it."""
        for path in _files(self._room.root / ".warta", but=(self._room.album, self._room.aside, self._room.versions)):
            self._looked["simpanan"] += 1
            self._raw("simpanan", path)
        for repository in sorted(self._room.cache.glob("terbit/*.git")):
            self._branches(repository)
        for database in sorted(self._room.cache.glob("*/newsroom.sqlite")):
            known = _known_in(database)
            for gone in self._gone if known is not None else ():
                if known is not None and gone.taken.key not in known:  # a preview or check of before
                    self._note("simpanan", gone, [self._below(database)])

    def _branches(self, repository: Path) -> None:
        """Look at every file that a branch for publishing holds: git packs them, so their bytes alone tell nothing.

        Only the commit that was published last is kept there, until the next one takes its place.
        """
        for name, data in blobs(repository):
            self._looked["simpanan"] += 1
            self._original("simpanan", f"{self._below(repository)}: {name}", keys.digest(data))
            self._read(f"{self._below(repository)}: {name}", data, "simpanan")

    def _versions(self, store: Store, state: State) -> None:
        """Look at every file of the kept versions: for words, originals, and what no build has purged."""
        versions = Versions(self._room.versions)
        present, listed = shown(state), signs(gone.taken for gone in self._gone)
        read: set[tuple[str, str]] = set()
        for _path, version in versions.everything() if versions.exists else ():
            for name, one in listed.items():
                found = unsafe(versions, version, concerned(store, one), present, photos=one.kind == "foto")
                if found and name not in versions.purged():
                    gone = next(gone for gone in self._gone if gone.taken == one)
                    self._note("versi", gone, (f"versi {version.name}: {path}" for path in sorted(found)))
            for path, entry in version.files.items():
                kind = path.rpartition(".")[2]
                if (entry.hash, kind) not in read and present.get(path) != entry.hash:
                    read.add((entry.hash, kind))
                    self._version_file(f"versi {version.name}: {path}", versions.source(entry.hash))
        self._looked["versi"] = len(
            {entry.hash for _path, one in versions.everything() for entry in one.files.values()}
        )

    def _version_file(self, path: str, source: Path) -> None:
        data = _bytes(source)
        if data is not None:
            self._original("versi", path, keys.digest(data))
            self._read(path, data, "versi")

    def _put_aside(self) -> None:
        for path in _files(self._room.aside):
            self._looked["sisa"] += 1
            self._raw("sisa", path)
            data = _bytes(path) or b""
            self._read(self._below(path), data)
            self._aside += path.suffix.lower().lstrip(".") in _UNCLEAR
            self._original("sisa", self._below(path), keys.digest(data))

    def _raw(self, place: Place, path: Path) -> None:
        wanted = [(gone, said.encode()) for gone in self._gone for said in gone.words if len(said.split()) >= FEW]
        data = _bytes(path) if wanted else None
        for gone, said in wanted if data else ():
            if data is not None and said in data:
                self._note(place, gone, [self._below(path)])

    def _note(self, place: Place, gone: Gone, paths: Iterable[str]) -> None:
        self._traces += (Trace(place, gone, path) for path in paths)

    def _below(self, path: Path) -> str:
        return path.relative_to(self._room.root).as_posix()


def blobs(repository: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file in all commits of a bare *repository*; of a damaged one, what can be had."""

    def git(*words: str) -> bytes:
        command = [shutil.which("git") or "git", "--git-dir", f"{repository}", "-c", "core.quotePath=false", *words]
        return subprocess.run(command, capture_output=True, check=False).stdout

    listed = git("rev-list", "--all", "--objects", "--filter=object:type=blob", "--filter-provided-objects").decode()
    for line in dict.fromkeys(listed.splitlines()):
        name, _, path = line.partition(" ")
        yield path or name, git("cat-file", "blob", name)


_HASH = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
_ADDRESS = re.compile(rb"(?<![\w-])\d{4}/\d{2}/[a-z0-9-]+")
_UNCLEAR = frozenset(("avif", "gif", "heic", "jpg", "jpeg", "pdf", "png", "webp", "zip"))
"""Ends of the names of files that may show a photo."""


def _readable(path: str, data: bytes) -> Iterator[str]:
    """Yield what people can read in a file, whatever became of it."""
    try:
        yield from texts(path, data)
    except Exception:  # noqa: BLE001  a damaged ZIP or PDF, told among the changed files: its bytes are looked at as they are
        yield data.decode("utf-8", "replace")


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _files(folder: Path, but: tuple[Path, ...] = ()) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(path.is_relative_to(other) for other in but):
            yield path


def _known_in(database: Path) -> set[tuple[str, str]] | None:
    """Return what *database* knows to be taken down, ``None`` where nothing in it can be read."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            return {one.key for one in Store(db).taken.all()} if version == SCHEMA else None
    except sqlite3.DatabaseError:
        return None


# -- what is looked for ------------------------------------------------------------------------------------------------


def _chosen(room: Newsroom, listed: tuple[Taken, ...], what: str) -> tuple[Taken, ...]:
    """Return those of *listed* that *what* means; raises ``UsageError`` where it means none."""
    if not listed:
        raise UsageError(_("Belum ada yang ditarik: content/tarik.toml belum ada atau kosong."))
    if not what:
        return listed
    named = tuple(one for one in listed if one.name == what)
    if not named and (name := _photo_name(room, what)):
        named = tuple(one for one in listed if one.key == ("foto", name))
        if not named:
            said = _(
                "Foto {path} belum ditarik. Tulis izin: {{dicabut: tanggal}} pada foto itu di laporannya, lalu "
                "jalankan warta build."
            )
            raise UsageError(said.format(path=what))
    address = what.strip("/")
    address = address_of(address) if is_report(address) else address
    named = named or tuple(one for one in listed if one.address == address)
    if named:
        return named
    near = nearest(address, sorted({one.address for one in listed}))
    said = _('Tidak ada yang ditarik dengan nama "{what}".').format(what=what)
    raise UsageError(f"{said} {_('Maksudnya {near}?').format(near=near)}" if near else said)


def _photo_name(room: Newsroom, what: str) -> str:
    """Return the hash of the photo file that *what* names, below the newsroom or from where we are; else nothing."""
    for path in (room.root / what, Path(what)):
        if path.is_file() and path.suffix != ".md" and path.stat().st_size <= HEAVIEST:
            return keys.digest(path.read_bytes())
    return ""


def _told(room: Newsroom, store: Store, listed: Iterable[Taken]) -> Iterator[Gone]:
    """Yield what is looked for, with what ``content/`` still tells of it."""
    quotes = Quotes(one for one in listed if one.kind == "kutipan")
    said = _said(room, store, quotes)
    kinds: dict[Kind, Callable[[Taken], Gone]] = {
        "berita": lambda one: _story(room, store, one),
        "foto": lambda one: Gone(one, files=tuple(_photos(room, store, one.name))),
        "kutipan": lambda one: said.get(one.key, Gone(one)),
    }
    for one in listed:
        yield kinds[one.kind](one)


def _story(room: Newsroom, store: Store, one: Taken) -> Gone:
    words: list[str] = []
    files: list[str] = []
    for source in store.sources("story", one.address):
        files.append(source.path)
        loaded = load(room.root, source.path)
        document = open_document(loaded.data, STORY, Report(source.path)) if isinstance(loaded, Loaded) else None
        if document is None:
            continue
        words += (line for line in _lines(document.body))
        if document.fields is not None:
            words += _lines("\n".join(document.fields.text(key, wrong="") for key in ("judul", "ringkasan")))
    return Gone(one, tuple(dict.fromkeys(words)), tuple(files))


def _lines(text: str) -> Iterator[str]:
    """Yield the sentences of *text* that nobody else would write in the same words."""
    for line in text.split("\n"):
        yield from (one for one in sentences(line) if len(one.split()) >= TELLING)


def _photos(room: Newsroom, store: Store, name: str) -> Iterator[str]:
    """Yield the files in ``content/`` that have the bytes *name*."""
    for (path,) in store.db.execute("SELECT path FROM photo WHERE name = ? ORDER BY path", (name,)).fetchall():
        loaded = load_photo(room.root, path)
        if isinstance(loaded, Loaded) and keys.digest(loaded.data) == name:
            yield path


def _said(room: Newsroom, store: Store, quotes: Quotes) -> dict[tuple[str, str], Gone]:
    """Return the quotations that reports still hold and that were taken down, by what is known of them."""
    found: dict[tuple[str, str], Gone] = {}
    for (path,) in store.db.execute("SELECT path FROM curtailed ORDER BY path").fetchall():
        loaded = load(room.root, path)
        document = open_document(loaded.data, STORY, Report(path)) if isinstance(loaded, Loaded) else None
        if document is None or document.fields is None:
            continue
        for quote in document.fields.each("kutipan", QUOTE, "teks"):
            said = quote.text("teks", wrong="")
            entry = quotes.find(said)
            if entry is not None:
                before = found.get(entry.key, Gone(entry))
                words, files = dict.fromkeys((*before.words, said)), dict.fromkeys((*before.files, path))
                found[entry.key] = Gone(entry, tuple(words), tuple(files))
    return found
