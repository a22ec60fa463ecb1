"""A ZIP file from strangers (Word, LibreOffice, a chat), opened without trusting a word of it.

Nothing is ever unpacked to disk: parts are read into memory, by name, so a name can lead nowhere. What a part says of
its own size is held against limits before it is read, and again while it is read.
"""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from pipeline.content.encoding import megabytes
from pipeline.content.text import shown
from pipeline.intake.draft import UnreadableError
from pipeline.intake.source import Source
from pipeline.language import _


class Limits(NamedTuple):
    """How many *files* there may be, how many bytes unpacked, and how much larger (*ratio*) than packed.

    *floor*: bytes below which a part may be packed as tightly as it likes.
    """

    files: int
    unpacked: int
    ratio: int = 100
    floor: int = 1_000_000


DOCUMENT = Limits(files=200, unpacked=100_000_000)
CHAT = Limits(files=5_000, unpacked=2_000_000_000)
"""An export of a group of some years, with its photos; parts are read one by one."""

LARGEST_PART = 100_000_000
"""Bytes of one part that is read into memory."""

METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
"""What documents are packed with; other methods need memory as the file pleases."""


class Package:
    """An opened ZIP: its parts by name. *notes* tell what was passed over."""

    def __init__(self, archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], notes: tuple[str, ...]) -> None:
        self._archive = archive
        self._parts = parts
        self.notes = notes

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts that may be read."""
        return tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def size(self, name: str) -> int:
        """Return how many bytes the part *name* says it has."""
        return self._parts[name].file_size

    def read(self, name: str, most: int = LARGEST_PART) -> bytes:
        """Return the part *name*; raises ``UnreadableError`` where it is damaged or larger than *most*."""
        if self.size(name) > most:
            raise UnreadableError(
                _('bagian "{part}" lebih besar dari {most}.').format(part=shown(name), most=megabytes(most))
            )
        try:
            with self._archive.open(self._parts[name]) as stream:
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise UnreadableError(_('bagian "{part}" rusak. Minta dikirim ulang.').format(part=shown(name))) from error
        except Exception as error:
            if type(error).__module__ != "zlib":
                raise
            raise UnreadableError(_('bagian "{part}" rusak. Minta dikirim ulang.').format(part=shown(name))) from error
        return data


@contextmanager
def opened(source: Source, limits: Limits = DOCUMENT) -> Iterator[Package]:
    """Yield *source* as a package; raises ``UnreadableError`` where it is damaged, locked or made to do harm."""
    with source.opened() as stream, _archive(stream) as archive:
        parts, notes = _checked(archive.infolist(), limits)
        yield Package(archive, parts, notes)


def _archive(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableError(_("rusak atau terpotong. Minta dikirim ulang.")) from error


def _checked(parts: list[zipfile.ZipInfo], limits: Limits) -> tuple[dict[str, zipfile.ZipInfo], tuple[str, ...]]:
    """Return the parts that may be read, by name, and what was passed over."""
    if len(parts) > limits.files:
        raise UnreadableError(
            _("berisi {number} berkas; paling banyak {most}. Bagi menjadi beberapa, lalu impor lagi.").format(
                number=len(parts), most=limits.files
            )
        )
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise UnreadableError(
            _("menjadi lebih besar dari {most} kalau dibuka, jadi tidak dibuka.").format(
                most=megabytes(limits.unpacked)
            )
        )
    kept: dict[str, zipfile.ZipInfo] = {}
    notes: list[str] = []
    for part in parts:
        _refuse(part, limits)
        if part.is_dir():
            continue
        if why := _unsafe(part):
            notes.append(_('Bagian "{part}" dilewati: {why}.').format(part=shown(part.orig_filename), why=why))
        elif part.filename in kept:
            raise UnreadableError(
                _('berisi dua bagian bernama "{part}", jadi tidak jelas mana yang benar.').format(
                    part=shown(part.filename)
                )
            )
        else:
            kept[part.filename] = part
    return kept, tuple(notes)


def _refuse(part: zipfile.ZipInfo, limits: Limits) -> None:
    """Raise ``UnreadableError`` where *part* spoils the whole package."""
    if part.flag_bits & 0x1:
        raise UnreadableError(_("terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu impor lagi."))
    if part.compress_type not in METHODS:
        raise UnreadableError(_("dikemas dengan cara yang tidak biasa. Kemas ulang sebagai ZIP biasa."))
    if part.file_size > limits.floor and part.file_size > limits.ratio * max(part.compress_size, 1):
        raise UnreadableError(
            _('bagian "{part}" membengkak lebih dari {ratio} kali kalau dibuka, jadi tidak dibuka.').format(
                part=shown(part.filename), ratio=limits.ratio
            )
        )


def _unsafe(part: zipfile.ZipInfo) -> str:
    """Say why *part* is passed over; an empty string where it may be read."""
    if stat.S_ISLNK(part.external_attr >> 16):
        return _("berupa tautan ke berkas lain")
    name = part.orig_filename.replace("\\", "/")
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in name:
        return _("namanya menunjuk ke luar berkas ini")
    return ""
