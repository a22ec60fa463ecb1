"""Photos on their way from phones: kept piece by piece, opened apart once they are whole, never shown as they came.

They lie in ``.warta/state/foto/<report>/``: the bytes as they were sent, and a clean copy for the form and reviewers.
"""

import os
import re
import shutil
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from pipeline.content.file import HEAVIEST
from pipeline.content.problem import Problem
from pipeline.errors import OutputError
from pipeline.intake.sniff import picture
from pipeline.language import N_, _
from pipeline.newsroom.answers import PHOTOS
from pipeline.newsroom.database import Database
from pipeline.pictures.darkroom import Darkroom, Exposure, Limits

KEY = re.compile(r"[A-Za-z0-9_-]{16,40}", re.ASCII)
"""Ids that phones make: of reports, of sittings, and of photos."""

MANY = N_("Satu laporan memuat paling banyak 24 foto.")
LARGE = N_("Foto ini terlalu besar. Kecilkan dulu, atau potret lagi dengan ukuran sedang.")


class Received(NamedTuple):
    """How much of a photo is there, in bytes, whether that is all of it, and why it cannot be used."""

    had: int
    whole: bool = False
    fault: str = ""
    fits: bool = True
    """Whether the piece began where the last one ended."""


class Kept(NamedTuple):
    """A photo as it is kept: *had* of *size* bytes are there; *name* is that of its file once it is whole."""

    key: str
    number: int
    size: int
    had: int
    name: str

    @property
    def whole(self) -> bool:
        """Whether all of it is there and was looked at."""
        return bool(self.name)


class Uploads:
    """The photos of reports in *folder*, of which *database* keeps the list; opened within *limits*."""

    def __init__(self, folder: Path, database: Database, limits: Limits) -> None:
        self._folder = folder
        self._database = database
        self._limits = limits
        self._lock = Lock()
        self._opening = Lock()

    def of(self, report: str) -> dict[str, Kept]:
        """Return the photos of *report* by their keys, in the order in which they came."""
        rows = self._database.reads.execute(
            "SELECT id, number, size, had, name FROM photo WHERE report = ? ORDER BY number", (report,)
        )
        return {str(row[0]): Kept(*row) for row in rows.fetchall()}

    def receive(self, report: str, key: str, start: int, total: int, piece: bytes) -> Received:
        """Add *piece*, which begins at byte *start* of the photo *key* of *total* bytes.

        It is on the disk when this returns. Where it does not begin at the end of what is there, nothing is added. With
        the last piece the photo is opened, apart; one that cannot be used is forgotten again.
        """
        if not 0 < total <= HEAVIEST or start + len(piece) > total:
            return Received(0, fault=_(LARGE))
        with self._lock:
            known = self.of(report).get(key)
            if known is not None and known.whole:
                return Received(known.size, whole=True)
            if known is None and len(self.of(report)) >= PHOTOS:
                return Received(0, fault=_(MANY))
            part = self._part(report, key)
            there = part.stat().st_size if part.exists() else 0
            if known is not None and known.size != total:
                part.unlink(missing_ok=True)  # another photo under this key: what came of the first one is of no use
                there = 0
            if start != there:
                self._list(report, key, total, there)
                return Received(there, fits=False)
            there = _appended(part, piece)
            self._list(report, key, total, there)
        return self._opened(report, key, total) if there == total else Received(there)

    def add(self, report: str, key: str, data: bytes) -> Received:
        """Keep a photo that came in one piece."""
        there = self.receive(report, key, 0, len(data), data)
        return there if there.fits else self.receive(report, key, there.had, len(data), data[there.had :])

    def data(self, report: str, key: str) -> bytes:
        """Return the bytes of a whole photo as they were sent."""
        return self._part(report, key).read_bytes()

    def copy(self, report: str, key: str) -> Path:
        """Return where the clean copy of a photo lies, a JPEG."""
        return self._folder / report / f"{key}.jpg"

    def forget(self, report: str) -> None:
        """Forget all photos of *report*."""
        with self._lock:
            with self._database.writes() as db:
                db.execute("DELETE FROM photo WHERE report = ?", (report,))
            shutil.rmtree(self._folder / report, ignore_errors=True)

    def _part(self, report: str, key: str) -> Path:
        return self._folder / report / f"{key}.asli"

    def _list(self, report: str, key: str, total: int, had: int) -> None:
        with self._database.writes() as db:
            db.execute(
                "INSERT INTO photo SELECT ?, ?, 1 + COALESCE(max(number), 0), ?, ?, '' FROM photo WHERE report = ?"
                " ON CONFLICT DO UPDATE SET size = excluded.size, had = excluded.had",
                (report, key, total, had, report),
            )

    def _opened(self, report: str, key: str, total: int) -> Received:
        """Look at a photo of which all bytes are there."""
        data = self.data(report, key)
        extension = picture(data[:32]) or "jpg"
        with self._opening:  # one at a time: each may take a gigabyte
            darkroom = Darkroom(1, self._limits)
            (_key, developed), *_rest = darkroom.develop([Exposure(key, f"foto.{extension}", data)])
        opened = developed.opened
        if opened.picture is None:
            with self._lock:
                self._part(report, key).unlink(missing_ok=True)
                with self._database.writes() as db:
                    db.execute("DELETE FROM photo WHERE report = ? AND id = ?", (report, key))
            values = {"file": "foto"} | opened.values
            problem = Problem("foto", 1, opened.code, values)
            return Received(0, fault=f"{problem.message} {problem.fix}")
        with self._lock:
            _written(self.copy(report, key), developed.copy)
            with self._database.writes() as db:
                db.execute(
                    "UPDATE photo SET had = size, name = 'foto-' || number || '.' || ? WHERE report = ? AND id = ?",
                    (extension, report, key),
                )
        return Received(total, whole=True)


def _appended(path: Path, piece: bytes) -> int:
    """Add *piece* to the file *path*, on the disk when this returns; return how many bytes are there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as stream:
            before = stream.tell()
            try:
                stream.write(piece)
                stream.flush()
                os.fsync(stream.fileno())
            except OSError:
                os.truncate(path, before)
                raise
            return before + len(piece)
    except OSError as error:
        raise _unkept(error) from error


def _written(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.baru")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        raise _unkept(error) from error


def _unkept(error: OSError) -> OutputError:
    said = _("Tidak dapat menyimpan: {reason}. Yang sudah tersimpan tetap utuh.")
    return OutputError(said.format(reason=error.strerror or error))
