"""Why an output is as it is, or why it is not there: one sentence."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

import msgspec

from pipeline import config
from pipeline.archive.entry import Entry
from pipeline.archive.records import area_of, decode, folder_of, known_kind
from pipeline.archive.store import Source, Store
from pipeline.build.state import SCHEMA, Row, State
from pipeline.content.near import nearest
from pipeline.content.problem import Problem
from pipeline.content.story import Story
from pipeline.content.taken import PATH
from pipeline.errors import ConfigError, OutputError, UsageError
from pipeline.language import _, current
from pipeline.production.newsroom import Newsroom
from pipeline.production.question import Question, address_of, understood
from pipeline.production.survey import surveyed

MOST = 5_000
"""Paths among which a near one is looked for."""


class Built(NamedTuple):
    """What the last build knew."""

    state: State
    store: Store


def explain(room: Newsroom, text: str, *, now: int | None = None) -> str:
    """Return one line that explains what *text* (an output, an address, or a story's file) means in *room*.

    *now* is in seconds since 1970 (none: the clock). Raises ``UsageError`` where *text* means nothing there.
    """
    try:
        return _explained(room, text, int(time.time()) if now is None else now)
    except sqlite3.DatabaseError as error:
        raise OutputError(
            _("Catatan build terakhir rusak ({reason}): jalankan warta build.").format(reason=error)
        ) from error


def _explained(room: Newsroom, text: str, now: int) -> str:
    asked = understood(room, text)
    with _last_build(room) as built, surveyed(room, now=now) as store:
        facts = Facts(store, built, now)
        if page := facts.page_of_record(asked):
            asked = asked._replace(output=page)
        row, source = _row(built, asked.output), facts.source(asked)
        if row is not None and (taken := facts.taken(asked)):
            return f"{row.path}: {taken}"
        if source is not None:
            return _of_source(room, asked, row, source, facts)
        if row is None:
            raise UsageError(facts.no_story(asked) if asked.address else _unknown(asked, text, built))
        gone = _("Laporannya tidak ada lagi: warta build berikutnya menghapusnya.") if asked.address else ""
        return f"{row.path}: {_made(row)} {gone}".rstrip()


@contextmanager
def _last_build(room: Newsroom) -> Iterator[Built | None]:
    """Yield what the last build left, ``None`` where there was none. Read only: a build may be at work."""
    if not room.database.exists():
        yield None
        return
    with closing(sqlite3.connect(f"{room.database.as_uri()}?mode=ro", uri=True)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        yield Built(State(db), Store(db)) if version == SCHEMA else None


def _row(built: Built | None, path: str) -> Row | None:
    """Return the output at *path*, or the one whose folder holds that file."""
    if built is None or not path:
        return None
    for name in (path, f"{path}/index.html", f"{path}/", f"site/{path}", f"site/{path}/index.html"):
        if row := built.state.output(name):
            return row
    return next((row for row in built.state.beside(path) if _holds(row, path)), None)


def _holds(row: Row, path: str) -> bool:
    """Tell whether *path* is one of the files of an output that has several."""
    return any(row.path + file.name == path for file in row.files)


# -- an output that is there -------------------------------------------------------------------------------------------


def _made(row: Row) -> str:
    """Say which inputs, by name, made an output."""
    if row.why == "baru":
        return _("terakhir dibuat karena sebelumnya belum ada.")
    if row.why == "berkasnya diubah atau hilang di output/":
        return _("terakhir dibuat karena berkasnya diubah atau hilang di output/.")
    return _("terakhir dibuat karena {names} berubah.").format(names=row.why)


def _of_source(room: Newsroom, asked: Question, row: Row | None, source: Source, facts: "Facts") -> str:
    reason = facts.hidden(source, asked)
    if row is None:
        missing = reason or _switched_off(room, asked) or _not_made(asked, facts.built)
        return f"{asked.output or asked.source}: {missing}"
    if reason:
        after = _("Akan dihapus oleh warta build berikutnya: {reason}").format(reason=reason)
    elif facts.changed(source):
        after = _("{path} berubah sejak itu: jalankan warta build.").format(path=source.path)
    else:
        after = ""
    return f"{row.path}: {_made(row)} {after}".rstrip()


# -- an output that is not there ---------------------------------------------------------------------------------------


def _switched_off(room: Newsroom, asked: Question) -> str:
    try:
        desks = config.load(room.root).meja
    except ConfigError as error:
        return _("tidak dapat dibuat: {reason}").format(reason=str(error).splitlines()[0])
    if getattr(desks, asked.desk, True):
        return ""
    return _("tidak dibuat karena [meja] {desk} = false di content/site.toml.").format(desk=asked.desk)


def _not_made(asked: Question, built: Built | None) -> str:
    folder = f"{asked.desk}/{asked.address}/"
    if asked.desk == "social" and built is not None and built.state.output(folder):
        return _("tidak termasuk kiriman yang dibuat: lihat [sosial] di content/site.toml.")
    return _("belum dibangun: jalankan warta build.")


def _unknown(asked: Question, text: str, built: Built | None) -> str:
    if built is None:
        return _("{path}: belum ada yang dibangun. Jalankan dulu: warta build").format(path=text)
    near = nearest(asked.output, _siblings(built, asked.output))
    said = _("{path} bukan keluaran, alamat berita, atau berkas laporan di ruang redaksi ini.").format(path=text)
    return f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said


def _siblings(built: Built, path: str) -> list[str]:
    """Return the paths of outputs in the same part of the site."""
    prefix = "/".join(path.split("/")[:2]) if path.count("/") > 1 else path.partition("/")[0]
    rows = built.state.db.execute(
        "SELECT path FROM output WHERE path >= ? AND path < ? ORDER BY path LIMIT ?", (prefix, f"{prefix}\uffff", MOST)
    )
    return [found for (found,) in rows]


class Facts:
    """What ``content/`` says of stories at the instant *now*: *store* as it is, *built* as the last build saw it."""

    def __init__(self, store: Store, built: Built | None, now: int) -> None:
        self._store = store
        self.built = built
        self._now = now

    def source(self, asked: Question) -> Source | None:
        """Return the file that was asked for, else the story's that is published at the address."""
        if asked.source:
            known = self._store.source(asked.source)
            return known if known is not None and known.kind != "file" else None
        if not asked.address:
            return None
        found = next(self._store.sources("story", asked.address), None)
        # A file with errors claims no address; its path still tells which it would have.
        unread = (source for source in self._store.sources("story", "") if address_of(source.path) == asked.address)
        return found or next(unread, None)

    def page_of_record(self, asked: Question) -> str:
        """Return the page that shows the record that was asked for, empty where none was, or it has no place."""
        source = self.source(asked) if asked.source else None
        kind = known_kind(source.kind) if source else None
        if source is None or kind is None or source.record is None:
            return ""
        record = decode(kind, source.record)
        name = f"/{record.address}" if kind == "issue" else ""
        return f"site/bukti/{area_of(record)}/{folder_of(kind)}{name}/index.html"

    def changed(self, source: Source) -> bool:
        """Whether *source* is another than in the last build."""
        before = self.built.store.source(source.path) if self.built else None
        return before is None or before.hash != source.hash

    def taken(self, asked: Question) -> str:
        """Say that the page at an address tells of a story that was taken down; empty where it does not."""
        address = asked.address or address_of(asked.source)
        found = self._store.taken.story(address)
        entry = self._store.entry(address)
        if found is None or asked.desk != "site" or (entry is not None and entry.live):
            return ""
        said = _("memberi tahu bahwa berita di alamat ini ditarik sejak {since}{status}. Catatannya: {list}:{line}")
        status = ""
        if entry is not None and entry.story.status == "tarik":
            status = " " + _("(status: tarik di {path})").format(path=entry.story.path)
        since = found.since.isoformat()
        return said.format(since=since, status=status, list=PATH, line=found.line)

    def hidden(self, source: Source, asked: Question) -> str:
        """Say why what *source* says is not to be seen now where it was *asked* for; empty where nothing holds it."""
        if problem := next((problem for problem in self._problems(source.path) if problem.holds), None):
            return _("tidak dibuat karena kesalahan ini: {problem}").format(problem=problem)
        if source.record is None:
            return _("tidak terbit; alasannya: warta check.")
        if (kind := known_kind(source.kind)) and self._store.records.one(kind, source.address) is None:
            return _("tidak terbit; alasannya: warta check.")
        if source.kind != "story":
            return ""
        return self._hidden(msgspec.json.decode(source.record, type=Story), asked)

    def _hidden(self, story: Story, asked: Question) -> str:
        if story.status in ("draf", "periksa"):
            return _("belum terbit karena status: {status} di {path}.").format(status=story.status, path=story.path)
        if story.status == "tarik":
            return _("ditarik dari peredaran (status: tarik di {path}).").format(path=story.path)
        if asked.desk == "press" and (story.release is None or story.original):
            return _("belum menjadi siaran pers: tulis siaran: ya di {path}.").format(path=story.path)
        return self._held(self._store.entry(story.address), asked)

    def _problems(self, path: str) -> list[Problem]:
        found = self._store.problems(path)
        if self.built is not None:  # only a build finds out that a page cannot be made
            found += [problem for problem in self.built.store.problems(path) if problem.code == "halaman-gagal"]
        return found

    def _held(self, entry: Entry | None, asked: Question) -> str:
        """Say until when *entry* waits: those who send its release have it before its embargo ends."""
        sent = asked.output.startswith("press/")
        if entry is None or (entry.released if sent else entry.opens) <= self._now:
            return ""
        return _("ditahan sampai {when}: {reason}.").format(
            when=_spoken(entry.released if sent else entry.opens, entry.zone), reason=_reason(entry, sent=sent)
        )

    def no_story(self, asked: Question) -> str:
        """Say that there is no such story, and which is near."""
        month, _slash, name = asked.address.rpartition("/")
        addresses = [source.address or address_of(source.path) for source in self._store.sources("story")]
        same = [address for address in addresses if address.endswith(f"/{name}")]
        inside = [address for address in addresses if address.startswith(f"{month}/")]
        near = next(iter(same), None) or nearest(asked.address, inside) or nearest(asked.address, addresses)
        said = _("Tidak ada berita di alamat {address}.").format(address=asked.address)
        return f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said


def _reason(entry: Entry, *, sent: bool) -> str:
    """Return the key that holds *entry* back; an embargo holds no release from those by whom it is *sent*."""
    story = entry.story
    if not sent and story.embargo is not None and story.embargo.instant(entry.zone) == entry.opens:
        return "embargo"
    return "terbit_pada" if story.publish_at is not None else "tanggal"


def _spoken(instant: int, zone: str) -> str:
    from pipeline.templating.dates import instant_in_words  # noqa: PLC0415  Babel, for this sentence only

    return instant_in_words(instant, zone, current())
