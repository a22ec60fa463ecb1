"""One row of a registry as a library's profile: a file of front matter that ``warta check`` accepts. Pure."""

import re
from hashlib import blake2b
from typing import NamedTuple

from pipeline import regions
from pipeline.content.library_reader import read_library
from pipeline.content.text import one_line
from pipeline.content.value import in_quotes, quote
from pipeline.intake.cells import Cells
from pipeline.intake.gazetteer import spoken
from pipeline.intake.places import located
from pipeline.language import _

_LEVELS = (
    (
        re.compile(
            r"\b(?:desa|perpusdes|kelurahan|nagari|gampong|pekon|kampung|negeri|tbm|taman baca\w*)\b", re.IGNORECASE
        ),
        "desa",
    ),
    (re.compile(r"\b(?:kecamatan|distrik)\b", re.IGNORECASE), "kecamatan"),
    (re.compile(r"\b(?:kabupaten|kab|kota)\b", re.IGNORECASE), "kabupaten"),
    (re.compile(r"\b(?:provinsi|daerah)\b", re.IGNORECASE), "provinsi"),
    (re.compile(r"\bnasional\b", re.IGNORECASE), "nasional"),
)
_PARTS = {"desa": 3, "kecamatan": 2, "kabupaten": 1, "provinsi": 0}
_ORIGIN = re.compile(rb"# asal: tabel kunci (?P<key>[0-9a-f]{32}) sidik (?P<sign>[0-9a-f]{32})\r?\n")
CANDIDATES = 6


class Profile(NamedTuple):
    """A library to be: *key* names its row, *slugs* are file names to try, first the shortest; *text* is the file."""

    number: int
    key: str
    name: str
    slugs: tuple[str, ...]
    text: str


class Fault(NamedTuple):
    """Why a row became nothing."""

    number: int
    said: str


def profile(row: Cells) -> Profile | Fault:
    """Return the profile that *row* describes, or what is wrong with it and how to mend it."""
    values = {key: one_line(text) for key, text in row.values.items()}
    name = values.get("nama", "")
    if not name:
        return Fault(row.number, _("tidak ada nama perpustakaannya. Isi kolom namanya."))
    level = _level(values)
    if not level:
        return Fault(
            row.number,
            _("{name}: tingkatnya tidak diketahui. Isi kolom tingkat: desa, kecamatan, kabupaten, provinsi.").format(
                name=name
            ),
        )
    code = _region(values, level)
    if isinstance(code, Fault):
        return code._replace(number=row.number)
    text = _text(values, level, code)
    key = blake2b("\0".join(_identity(row, values)).encode(), digest_size=16).hexdigest()
    faults = [
        problem
        for problem in read_library("content/libraries/x.md", text.encode()).problems
        if problem.level == "error"
    ]
    if faults:
        return Fault(row.number, f"{name}: {faults[0].message} {faults[0].fix}")
    return Profile(row.number, key, name, _slugs(values, code), text)


def _identity(row: Cells, values: dict[str, str]) -> tuple[str, ...]:
    if row.id:
        return ("id", row.id)
    return tuple(values.get(key, "").lower() for key in ("nama", "desa", "kecamatan", "kabupaten", "provinsi"))


def _level(values: dict[str, str]) -> str:
    for text in (values.get("tingkat", ""), values.get("nama", "")):
        for pattern, level in _LEVELS:
            if text and pattern.search(text):
                return level
    return "desa" if values.get("desa") else ""


def _region(values: dict[str, str], level: str) -> str | Fault:
    """Return the code of the library's area: as given, else by the names of its places where these mean only one."""
    if level == "nasional":
        return ""
    name = values["nama"]
    if given := values.get("wilayah", ""):
        if code := regions.dotted(given):
            return code
        return Fault(
            0, _('{name}: kode wilayah "{code}" tidak sah; tulis misalnya 32.07.06.2004.').format(name=name, code=given)
        )
    names = [values.get(key, "") for key in ("desa", "kecamatan", "kabupaten", "provinsi")]
    asked = ["" if at < 3 - _PARTS[level] else names[at] for at in range(4)]
    codes = [code for code in located(*asked) if code.count(".") == _PARTS[level]]
    if len(codes) == 1:
        return codes[0]
    if not codes:
        return Fault(
            0,
            _("{name}: wilayahnya tidak ditemukan ({places}). Periksa ejaannya, atau isi kode wilayahnya.").format(
                name=name, places=", ".join(filter(None, names)) or "–"
            ),
        )
    listed = "; ".join(f"{code} {spoken(code)}" for code in codes[:CANDIDATES]) + (
        " …" if len(codes) > CANDIDATES else ""
    )
    return Fault(
        0,
        _("{name}: wilayahnya bisa {count} tempat. Isi kode wilayahnya, misalnya salah satu dari: {listed}").format(
            name=name, count=len(codes), listed=listed
        ),
    )


_ORDER = ("desa", "kecamatan", "alamat")
_CONTACT = ("telepon", "whatsapp", "surel", "situs", "instagram", "facebook")


def _text(values: dict[str, str], level: str, code: str) -> str:
    lines = [f"nama: {scalar(values['nama'])}", f"tingkat: {level}"]
    if code:
        lines.append(f'wilayah: "{code}"')
    lines += [f"{key}: {scalar(values[key])}" for key in _ORDER if values.get(key)]
    contact = [(key, values.get(f"kontak.{key}", "")) for key in _CONTACT]
    if any(text for _key, text in contact):
        lines += ["kontak:", *(f"  {key}: {scalar(text)}" for key, text in contact if text)]
    lines += [f"{key}: {scalar(values[key])}" for key in ("tentang", "umpan") if values.get(key)]
    return "\n".join(["---", *lines, "---", ""])


def scalar(text: str) -> str:
    """Return *text* as a value of YAML that is this text and nothing else."""
    plain = re.fullmatch(r"[^\W\d_][\w .()/-]*", text) and text.lower() not in {
        "null",
        "ya",
        "tidak",
        "true",
        "false",
        "yes",
        "no",
        "on",
        "off",
    }
    return text if plain and not text.endswith(" ") else in_quotes(quote(text))


def _slugs(values: dict[str, str], code: str) -> tuple[str, ...]:
    """Return file names, each less likely to be shared: the name, with district, with regency, with code."""
    from pipeline.content.address import LONGEST, slug  # noqa: PLC0415  python-slugify, for tables only

    name = slug(values["nama"])[:80].strip("-") or "perpustakaan"
    district, regency = slug(values.get("kecamatan", "")), slug(values.get("kabupaten", ""))
    longer = [name]
    for part in (district, regency, code.replace(".", "-")):
        if part and not longer[-1].endswith(part):
            longer.append(f"{longer[-1]}-{part}")
    return tuple(dict.fromkeys(one[:LONGEST].strip("-") for one in longer))


def signed(found: Profile) -> bytes:
    """Return the file of *found* with a line that names its row and the hash of the rest."""
    data = found.text.encode()
    sign = blake2b(data, digest_size=16).hexdigest()
    return data.replace(b"---\n", f"---\n# asal: tabel kunci {found.key} sidik {sign}\n".encode(), 1)


class Known(NamedTuple):
    """A profile that a table made: its row's key, and whether nobody edited it since."""

    key: str
    untouched: bool


def known(data: bytes) -> Known | None:
    """Return what the file *data* tells of the row it came from, ``None`` where people wrote it."""
    found = _ORIGIN.search(data[:2000])
    if found is None:
        return None
    rest = data[: found.start()] + data[found.end() :]
    return Known(found["key"].decode(), blake2b(rest, digest_size=16).hexdigest() == found["sign"].decode())
