"""What was taken down, as the archive obeys it: a register in its database, and what is newly taken down.

The register holds what ``content/tarik.toml`` says, and what a build has just found out. Reports are read with it (see
``curtail``), photos and addresses are looked up in it where stories are settled.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

import msgspec

from pipeline import regions
from pipeline.archive.entry import publication
from pipeline.archive.privacy import agreed
from pipeline.content.consent import Consent
from pipeline.content.library import Library
from pipeline.content.moment import tzinfo
from pipeline.content.story import Story
from pipeline.content.taken import Kind, Quotes, Taken, quote_name
from pipeline.content.wording import bare

TABLES = """
CREATE TABLE IF NOT EXISTS taken (
    kind TEXT, name TEXT, address TEXT, since TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (kind, name, address)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS curtailed (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_leaving ON source (path)
    WHERE instr(record, '"revoked":') > 0 OR instr(record, '"status":"tarik"') > 0;
CREATE INDEX IF NOT EXISTS source_quoted ON source (path) WHERE instr(record, '"quotes":[') > 0;
"""
"""``curtailed`` names the reports of which less is kept than they say, because of what is in ``taken``."""

_LEAVING = (
    "SELECT path, address, record FROM source"
    ' WHERE (instr(record, \'"revoked":\') > 0 OR instr(record, \'"status":"tarik"\') > 0)'
    " AND kind = 'story' ORDER BY path"
)
_QUOTED = "SELECT path, record FROM source WHERE instr(record, '\"quotes\":[') > 0"

_story = msgspec.json.Decoder(Story).decode
_library = msgspec.json.Decoder(Library).decode


class _Said(msgspec.Struct, frozen=True):
    text: str = ""


class _Quoted(msgspec.Struct, frozen=True):
    """Of a report's record only what was said."""

    quotes: tuple[_Said, ...] = ()


_quoted = msgspec.json.Decoder(_Quoted).decode


class Register:
    """The table ``taken``, and the questions that are asked of it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> tuple[Taken, ...]:
        """Return everything that is taken down, by line."""
        rows = self._db.execute("SELECT kind, name, address, since, line FROM taken ORDER BY line, kind, name, address")
        return tuple(_taken(row) for row in rows)

    def put(self, taken: Iterable[Taken]) -> None:
        """Let this be all that is taken down."""
        self._db.execute("DELETE FROM taken")
        rows = [(one.kind, one.name, one.address, one.since.isoformat(), one.line) for one in taken]
        self._db.executemany("INSERT OR IGNORE INTO taken VALUES (?, ?, ?, ?, ?)", rows)

    def story(self, address: str) -> Taken | None:
        """Return the entry of the story at *address*, ``None`` where it is not taken down."""
        return self._one("kind = 'berita' AND name = '' AND address = ?", address)

    def photo(self, name: str) -> Taken | None:
        """Return the entry of the photo whose bytes have the hash *name*."""
        return self._one("kind = 'foto' AND name = ?", name)

    def stories(self) -> list[str]:
        """Return the addresses of all stories that are taken down."""
        return [row[0] for row in self._db.execute("SELECT address FROM taken WHERE kind = 'berita' ORDER BY address")]

    def _one(self, where: str, value: str) -> Taken | None:
        row = self._db.execute(
            f"SELECT kind, name, address, since, line FROM taken WHERE {where} ORDER BY line LIMIT 1", (value,)
        ).fetchone()
        return None if row is None else _taken(row)

    # -- whom it concerns --------------------------------------------------------------------------------------------

    def curtail(self, path: str, *, cut: bool) -> None:
        """Remember whether less of the report at *path* is kept than it says, because of what is taken down."""
        if cut:
            self._db.execute("INSERT OR IGNORE INTO curtailed VALUES (?)", (path,))
        else:
            self._db.execute("DELETE FROM curtailed WHERE path = ?", (path,))

    def concerned(self, changed: Iterable[Taken]) -> set[str]:
        """Return the paths of the reports to be read again when the entries *changed* came, went or moved."""
        found: set[str] = set()
        changed = tuple(changed)
        for one in changed:
            if one.kind == "berita":
                rows = self._db.execute("SELECT path FROM source WHERE kind = 'story' AND address = ?", (one.address,))
                found.update(path for (path,) in rows)
        if any(one.kind == "kutipan" for one in changed):
            found.update(path for (path,) in self._db.execute("SELECT path FROM curtailed"))
            found.update(self._quoting(Quotes(changed)))
        return found

    def _quoting(self, quotes: Quotes) -> Iterator[str]:
        for path, record in self._db.execute(_QUOTED):
            if any(quotes.may_hold(said.text) for said in _quoted(record).quotes):
                yield path

    def showing(self, changed: Iterable[Taken]) -> set[str]:
        """Return the addresses of the stories that name the photos among *changed*."""
        found: set[str] = set()
        for name in {one.name for one in changed if one.kind == "foto"}:
            rows = self._db.execute(
                "SELECT DISTINCT s.address FROM photo AS f JOIN needs AS n ON n.file = f.path"
                " JOIN source AS s ON s.path = n.path WHERE f.name = ?",
                (name,),
            )
            found.update(address for (address,) in rows)
        return found - {""}

    # -- what is newly taken down ------------------------------------------------------------------------------------

    def noticed(self, now: int, refused: Iterable[tuple[str, str]]) -> list[Taken]:
        """Return what reports say is taken down at the instant *now* and is not in the register, in order.

        *refused* are photos to which somebody says no who agreed before: pairs of the photo's name and the address.
        """
        quotes = Quotes(self.all())
        found: dict[tuple[str, str], Taken] = {}
        for one in sorted(self._leaving(now, quotes) | self._refused(now, refused)):
            if one.kind == "kutipan" or self._one_of(one) is None:
                found.setdefault(one.key, one)
        return list(found.values())

    def _one_of(self, one: Taken) -> Taken | None:
        return self.photo(one.name) if one.kind == "foto" else self.story(one.address)

    def _refused(self, now: int, refused: Iterable[tuple[str, str]]) -> set[Taken]:
        found = set()
        for name, address in refused:
            row = self._db.execute(
                "SELECT record FROM source WHERE kind = 'story' AND address = ?", (address,)
            ).fetchone()
            zone = self._zone(_story(row[0]).library) if row is not None and row[0] else "WIB"
            found.add(Taken("foto", name, address, _day(now, zone)))
        return found

    def _leaving(self, now: int, quotes: Quotes) -> set[Taken]:
        found: set[Taken] = set()
        firsts: dict[str, str] = {}
        for path, address, record in self._db.execute(_LEAVING).fetchall():
            story = _story(record)
            zone = self._zone(story.library)
            # Of files with one address the first by path counts.
            if story.status == "tarik" and firsts.setdefault(address, self._first(address)) == path:
                embargo = story.embargo.instant(zone) if story.embargo else now
                if max(publication(story, zone), embargo) <= now:
                    found.add(Taken("berita", "", address, _day(now, zone)))
            for photo in story.photos:
                name = self._photo_name(photo.file) if (day := _revoked(photo.consent, now, zone)) else ""
                if day and name:
                    found.add(Taken("foto", name, address, day))
            for quote in story.quotes:
                day = _revoked(quote.consent, now, zone)
                words = bare(quote.text)
                if day and words and quotes.find(quote.text) is None:
                    found.add(Taken("kutipan", quote_name(words, address), address, day))
        return found

    def _first(self, address: str) -> str:
        query = "SELECT min(path) FROM source WHERE kind = 'story' AND address = ?"
        return str(self._db.execute(query, (address,)).fetchone()[0])

    def _photo_name(self, file: str) -> str:
        row = self._db.execute("SELECT name FROM photo WHERE path = ?", (file,)).fetchone()
        return "" if row is None else str(row[0])

    def _zone(self, library: str) -> str:
        """Return the zone of *library*; profiles are not settled yet when this is asked."""
        row = self._db.execute(
            "SELECT record FROM source WHERE kind = 'library' AND address = ? ORDER BY path", (library,)
        ).fetchone()
        return regions.zone_of(_library(row[0]).region if row is not None and row[0] else "")


def said(taken: Taken) -> dict[str, str]:
    """Return what a problem says of *taken*."""
    return {"since": taken.since.isoformat(), "address": taken.address, "line": f"{taken.line}"}


class Refusal(NamedTuple):
    """A photo that a report showed before and for which it now says no: its *file*, and the report's *address*."""

    file: str
    address: str


def refusals(before: bytes | None, after: bytes | None) -> list[Refusal]:
    """Return the photos to which one record of a report (JSON) agreed, or said nothing clear, and the next says no."""
    if before is None or after is None or b'"given":false' not in after or b'"photos"' not in before:
        return []
    agreeing = {photo.file for photo in _story(before).photos if agreed(photo.consent) or photo.consent.unclear}
    story = _story(after)
    no = (photo.file for photo in story.photos if photo.consent.given is False and not photo.consent.unclear)
    return [Refusal(file, story.address) for file in no if file in agreeing]


def _revoked(consent: Consent, now: int, zone: str) -> date | None:
    """Return the day since which *consent* is taken back at the instant *now*, ``None`` where it is not."""
    if consent.revoked is None or consent.revoked.instant(zone) > now:
        return None
    return consent.revoked.day


def _day(now: int, zone: str) -> date:
    return datetime.fromtimestamp(now, tzinfo(zone)).date()


def _taken(row: tuple[Kind, str, str, str, int]) -> Taken:
    kind, name, address, since, line = row
    return Taken(kind, name, address, date.fromisoformat(since), line)
