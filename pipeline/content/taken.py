"""``content/tarik.toml``: what was taken down and stays so, until somebody deletes its entry.

A photo is known by the hash of its original's bytes, a quotation by a hash of its words that is slow to guess, a story
by its address. No name and no word of anybody stands there.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from hashlib import blake2b, scrypt
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from pipeline.content.address import ADDRESS
from pipeline.content.near import either, nearest
from pipeline.content.wording import bare
from pipeline.errors import ConfigError
from pipeline.language import _

PATH = "content/tarik.toml"

Kind = Literal["berita", "foto", "kutipan"]
KINDS: tuple[Kind, ...] = get_args(Kind)

HEADER = """\
# Yang sudah ditarik: berita, foto dan kutipan yang tidak boleh tampil lagi di mana pun.
#
# Berkas ini ditulis oleh warta build dan dibaca setiap kali membangun. Simpanlah bersama content/, juga di git: tanpa
# berkas ini warta lupa apa yang sudah ditarik. Di sini tidak ada nama dan tidak ada ucapan siapa pun. Foto dikenali
# dari sidik isinya, kutipan dari sidik kata-katanya, berita dari alamatnya.
#
# Boleh tampil lagi? Hapus catatannya di sini (dari baris [[...]] sampai baris sejak), lalu perbaiki izin atau
# status di laporannya.
"""


class Taken(NamedTuple):
    """One thing that was taken down: its *name* (a hash; empty for a story), where it stood, and since which day.

    *line* is that of its entry in ``tarik.toml``, 0 where it is not written there (yet).
    """

    kind: Kind
    name: str
    address: str
    since: date
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """What is taken down by it: a story's address, or the name of a photo or a quotation."""
        return self.kind, self.name or self.address


# -- names -------------------------------------------------------------------------------------------------------------


def sign(words: str) -> str:
    """Return two digits that quotations of the same *words* (bare) share, with one in 256 of all others."""
    return blake2b(words.encode(), digest_size=1).hexdigest()


@lru_cache(1024)
def quote_name(words: str, address: str) -> str:
    """Return the name of the quotation *words* (bare), taken down in the story at *address*."""
    slow = scrypt(words.encode(), salt=address.encode(), n=2**13, r=8, p=1, dklen=16)
    return f"{sign(words)}-{slow.hex()}"


class Quotes:
    """The quotations among what was taken down, to look others up in."""

    def __init__(self, taken: Iterable[Taken]) -> None:
        self._by_sign: dict[str, list[Taken]] = {}
        for one in taken:
            if one.kind == "kutipan":
                self._by_sign.setdefault(one.name[:2], []).append(one)

    def find(self, text: str) -> Taken | None:
        """Return the entry of the quotation *text*, ``None`` where it may be shown."""
        words = bare(text)
        if not words or not self._by_sign:
            return None
        found = self._by_sign.get(sign(words), ())
        return next((one for one in found if quote_name(words, one.address) == one.name), None)

    def may_hold(self, text: str) -> bool:
        """Tell quickly whether the quotation *text* may be among them: never ``False`` where it is."""
        words = bare(text)
        return bool(words) and sign(words) in self._by_sign


# -- the file ----------------------------------------------------------------------------------------------------------


def load(root: Path) -> tuple[str, tuple[Taken, ...]]:
    """Return the text of the file below *root* (empty where there is none) and what it says.

    Raises ``ConfigError`` with file and line where it cannot be understood: nothing may be published by mistake.
    """
    try:
        text = (root / PATH).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return "", ()
    except UnicodeDecodeError as error:
        raise _wrong(1, _("tidak dapat dibaca: {error}.").format(error=error)) from None
    except OSError as error:
        raise _wrong(1, _("tidak dapat dibaca: {error}.").format(error=error.strerror)) from None
    return text, parse(text)


def parse(text: str) -> tuple[Taken, ...]:
    """Return what *text* says, in its order; raises ``ConfigError`` with file and line."""
    try:
        tree = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise _wrong(line, _("tidak dapat dibaca: {error}.").format(error=error)) from None
    return tuple(sorted(_entries(tree, text), key=lambda one: one.line))


def appended(text: str, new: Iterable[Taken]) -> str:
    """Return the file *text* with entries for all of *new* at its end; what stands there stays as it is."""
    end = "\r\n" if "\r\n" in text else "\n"
    parts = [text or HEADER]
    if not parts[0].endswith("\n"):
        parts.append(end)
    for one in new:
        hashed = f'hash = "{one.name}"\n' if one.name else ""
        entry = f'\n[[{one.kind}]]\n{hashed}alamat = "{one.address}"\nsejak = {one.since.isoformat()}\n'
        parts.append(entry.replace("\n", end))
    return "".join(parts)


def _entries(tree: dict[str, Any], text: str) -> Iterable[Taken]:
    for kind, items in tree.items():
        lines = _lines(kind, text)
        first = lines[0] if lines else 1
        known = next((one for one in KINDS if one == kind), None)
        if known is None:
            near = nearest(kind, KINDS) or either(KINDS)
            raise _wrong(first, _("bagian [[{kind}]] tidak dikenal. Maksudnya {near}?").format(kind=kind, near=near))
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise _wrong(first, _("tulis bagian ini dengan dua kurung: [[{kind}]]").format(kind=kind))
        for number, item in enumerate(items):
            yield _entry(known, item, lines[number] if number < len(lines) else first)


_NAMES = {
    "berita": re.compile(""),
    "foto": re.compile("[0-9a-f]{32}"),
    "kutipan": re.compile("[0-9a-f]{2}-[0-9a-f]{32}"),
}


def _entry(kind: Kind, item: dict[str, Any], line: int) -> Taken:
    name, address, since = item.get("hash", ""), item.get("alamat", ""), item.get("sejak")
    wanted = ("alamat", "sejak") if kind == "berita" else ("hash", "alamat", "sejak")
    for key in item:
        if key not in wanted:
            near = nearest(key, wanted) or either(wanted)
            raise _wrong(line, _("isian {key} tidak dikenal di sini. Maksudnya {near}?").format(key=key, near=near))
    if not isinstance(name, str) or not _NAMES[kind].fullmatch(name):
        raise _wrong(line, _("hash di catatan ini tidak lengkap; kembalikan seperti semula, atau hapus catatannya."))
    if not isinstance(address, str) or not ADDRESS.fullmatch(address):
        raise _wrong(line, _('alamat di catatan ini tidak sah; tulis misalnya: alamat = "2023/05/panen-hidroponik"'))
    if type(since) is not date:
        raise _wrong(line, _("sejak di catatan ini bukan tanggal; tulis misalnya: sejak = 2026-11-22"))
    return Taken(kind, name, address, since, line)


def _lines(kind: str, text: str) -> list[int]:
    """Return the lines in which the entries of *kind* begin."""
    head = re.compile(rf"\s*\[\[?\s*[\"']?{re.escape(kind)}[\"']?\s*\]|\s*{re.escape(kind)}\s*=")
    return [number for number, line in enumerate(text.splitlines(), 1) if head.match(line)]


def _wrong(line: int, said: str) -> ConfigError:
    return ConfigError(f"{PATH}:{line}: {said}")
