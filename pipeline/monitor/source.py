"""The sources: feeds of outlets and searches of news, listed in ``content/press/sumber.toml``."""

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from pipeline import regions
from pipeline.errors import ConfigError
from pipeline.language import _
from pipeline.monitor.item import Reach
from pipeline.monitor.link import link

PATH = "content/press/sumber.toml"

EXAMPLE = """\
[[sumber]]
nama = "Kabar Kabupaten"
umpan = "https://kabar.example/feed"
lingkup = "kabupaten"
"""

TABLES = ("sumber", "tokoh")
"""What the file may list; who is in public roles is read by ``pipeline.monitor.people``."""

Kind = Literal["daring", "cetak", "radio", "tv", "medsos"]
KINDS: tuple[Kind, ...] = get_args(Kind)
REACHES: tuple[Reach, ...] = get_args(Reach)

MEANT = {
    "kota": "kabupaten", "kelurahan": "desa", "lokal": "kabupaten", "pusat": "nasional", "online": "daring",
    "situs": "daring", "koran": "cetak", "majalah": "cetak", "televisi": "tv", "sosmed": "medsos",
}  # fmt: skip
"""What is meant by words that people use for them."""


class Source(NamedTuple):
    """One feed. *search*: it finds news of many outlets, and each item says whose it is. *line*: where it is listed.

    *region* is the code of where it is read, empty for all the country.
    """

    name: str
    feed: str
    reach: Reach = "kabupaten"
    kind: Kind = "daring"
    search: bool = False
    active: bool = True
    line: int = 0
    region: str = ""


def load(root: Path) -> tuple[Source, ...]:
    """Return the sources of the newsroom at *root*, in their order; nothing where there is no file.

    Raises ``ConfigError`` with a sentence for each thing that is wrong, with its line and how to mend it.
    """
    try:
        text = (root / PATH).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{PATH}:1: " + _("tidak dapat dibaca: {error}").format(error=error)) from None
    return parse(text)


def parse(text: str) -> tuple[Source, ...]:
    """Return the sources that *text* lists; raises ``ConfigError`` as ``load`` does."""
    try:
        tree = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigError(f"{PATH}:{line}: " + _("tidak dapat dibaca: {error}").format(error=error)) from None
    faults = [(_line(text, key), _near(key, TABLES)) for key in tree if key not in TABLES]
    entries = tree.get("sumber", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        faults.append((_line(text, "sumber"), _("tulis setiap sumber dengan dua kurung: [[sumber]]")))
        entries = []
    blocks = list(_blocks(text))
    sources: list[Source] = []
    for number, entry in enumerate(entries):
        first, lines = blocks[number] if number < len(blocks) else (1, {})
        wrong = list(_faults(entry, sources))
        faults += [(lines.get(key, first), said) for key, said in wrong]
        if not wrong:
            sources.append(_source(entry, first))
    if faults:
        raise ConfigError("\n".join(f"{PATH}:{line}: {said}" for line, said in sorted(faults)))
    return tuple(sources)


_KEYS: dict[str, type] = {
    "nama": str, "umpan": str, "lingkup": str, "jenis": str, "wilayah": str, "cari": bool,
    "aktif": bool,
}  # fmt: skip


def _faults(entry: dict[str, Any], before: list[Source]) -> Iterator[tuple[str, str]]:
    """Yield each key of *entry* that is wrong, with a sentence."""
    for key, value in entry.items():
        wanted = _KEYS.get(key)
        if wanted is None:
            yield key, _near(key, tuple(_KEYS))
        elif not isinstance(value, wanted):
            remedy = _("true atau false, tanpa tanda kutip") if wanted is bool else _("teks dalam tanda kutip")
            yield key, _("{name} harus berupa {kind}.").format(name=key, kind=remedy)
    name, feed = entry.get("nama", ""), entry.get("umpan", "")
    if not isinstance(name, str) or not name.strip():
        yield "nama", _('sumber tanpa nama; tulis misalnya: nama = "Kabar Kabupaten"')
    elif any(one.name == name.strip() for one in before):
        yield "nama", _('nama "{name}" sudah dipakai sumber lain; beri nama yang berbeda.').format(name=name)
    if isinstance(feed, str) and not link(feed):
        yield "umpan", _('umpan harus alamat web lengkap, misalnya: umpan = "https://kabar.example/feed"')
    elif any(one.feed == feed for one in before):
        yield "umpan", _("umpan ini sudah ada di sumber lain; hapus salah satunya.")
    yield from _foreign(entry.get("wilayah", ""))
    for key, known in (("lingkup", REACHES), ("jenis", KINDS)):
        value = entry.get(key, known[0])
        if isinstance(value, str) and value not in known:
            near = MEANT.get(value.lower()) or (get_close_matches(value, known, 1, 0.5) or known)[0]
            said = _('{key} "{value}" tidak dikenal. Maksudnya {near}? Pilih: {known}.')
            yield key, said.format(key=key, value=value, near=near, known=", ".join(known))


def _foreign(region: object) -> Iterator[tuple[str, str]]:
    if isinstance(region, str) and region and not regions.region(regions.dotted(region)):
        said = _('wilayah "{value}" bukan kode provinsi, kabupaten, atau kota. Contoh: "32.04"')
        yield "wilayah", said.format(value=region)


def _near(key: str, known: tuple[str, ...]) -> str:
    near = (get_close_matches(key, known, 1, 0.5) or known)[0]
    return _("kunci {key} tidak dikenal. Maksudnya {near}?").format(key=key, near=near)


def _source(entry: dict[str, Any], line: int) -> Source:
    return Source(
        name=entry["nama"].strip(),
        feed=link(entry["umpan"]),
        reach=entry.get("lingkup", "kabupaten"),
        region=regions.dotted(entry.get("wilayah", "")),
        kind=entry.get("jenis", "daring"),
        search=entry.get("cari", False),
        active=entry.get("aktif", True),
        line=line,
    )


def _blocks(text: str) -> Iterator[tuple[int, dict[str, int]]]:
    """Yield for each ``[[sumber]]`` its line, and the lines of its keys."""
    first, lines = 0, dict[str, int]()
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[\[\s*sumber\s*\]\]", line):
            if first:
                yield first, lines
            first, lines = number, {}
        elif re.match(r"\s*\[", line):
            if first:
                yield first, lines
            first, lines = 0, {}
        elif "=" in line:
            lines.setdefault(line.split("=")[0].strip(" \"'"), number)
    if first:
        yield first, lines


def _line(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip(" []\"'") == key:
            return number
    return 1
