"""What papers may cite: legal grounds and examples from elsewhere, each dated and with its public source.

Ours are in ``pipeline/data/dasar_hukum.toml``; a newsroom's own ``content/dasar-hukum.toml`` takes their place. How
they were checked: docs/decisions/advocacy.md.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from pipeline.desks.advocacy.audience import PROFILES
from pipeline.errors import ConfigError
from pipeline.language import _

PATH = "content/dasar-hukum.toml"
OURS = Path(__file__).resolve().parents[2] / "data" / "dasar_hukum.toml"

LEVELS = ("desa", "kabupaten", "provinsi", "nasional")

LONGEST = 400
"""Letters of a text that a sheet has room for."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One fact: what it says, where that can be read, as of when (``2024``, ``2024-05`` or ``2024-05-08``), for whom.

    *tingkat* is the level of government that it concerns, *judul* names a rule, *en* is the same in English.
    """

    kode: str
    tingkat: str
    untuk: tuple[str, ...]
    teks: str
    sumber: str
    alamat: str
    tanggal: str
    judul: str = ""
    en: str = ""

    def told(self, language: str) -> str:
        """Return what it says in *language*, as far as it is known there."""
        return self.en if self.en and language.partition("-")[0] == "en" else self.teks


class Grounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that may be cited: legal grounds, and examples of support elsewhere."""

    dasar: tuple[Ground, ...] = ()
    contoh: tuple[Ground, ...] = ()

    def of(self, audience: str) -> tuple[Ground, ...]:
        """Return the legal grounds for *audience*, in the order of the file."""
        return tuple(one for one in self.dasar if audience in one.untuk)

    def example(self, audience: str) -> Ground | None:
        """Return the first example for *audience*."""
        return next((one for one in self.contoh if audience in one.untuk), None)


def load(root: Path) -> Grounds:
    """Return what the newsroom at *root* may cite; raises ``ConfigError`` with a sentence for each thing wrong."""
    path = root / PATH
    own = path.exists()
    try:
        text = (path if own else OURS).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{PATH}:1: " + _("tidak dapat dibaca: {error}").format(error=error)) from None
    return parse(text)


def parse(text: str) -> Grounds:
    """Return the facts in *text*; raises ``ConfigError`` as ``load`` does."""
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = _("tidak dapat dibaca: {error}").format(error=error)
        raise ConfigError(f"{PATH}:{_line_of(error)}: {said}") from None
    faults = [*_unknown(tree), *_faults(tree, text)]
    if faults:
        raise ConfigError("\n".join(f"{PATH}:{line}: {said}" for line, said in faults))
    return msgspec.convert(tree, Grounds)


def _unknown(tree: dict[str, Any]) -> list[tuple[int, str]]:
    said = _("bagian {name} tidak dikenal: tulis [[dasar]] atau [[contoh]].")
    return [(1, said.format(name=name)) for name in tree if name not in ("dasar", "contoh")]


def _faults(tree: dict[str, Any], text: str) -> list[tuple[int, str]]:
    """Return what is wrong with the facts, each with the line at which it begins."""
    found: list[tuple[int, str]] = []
    for kind in ("dasar", "contoh"):
        starts = [n for n, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == f"[[{kind}]]"]
        facts = tree.get(kind, [])
        if not isinstance(facts, list):
            found.append((1, _("{kind} harus berupa daftar: tulis [[{kind}]].").format(kind=kind)))
            continue
        for n, fact in enumerate(facts):
            line = starts[n] if n < len(starts) else 1
            found += ((line, said) for said in _wrong(fact))
    return found


_NEEDED = ("kode", "tingkat", "untuk", "teks", "sumber", "alamat", "tanggal")


def _wrong(fact: Any) -> list[str]:  # noqa: ANN401  what somebody wrote
    try:
        ground = msgspec.convert(fact, Ground)
    except msgspec.ValidationError as error:
        missing = [key for key in _NEEDED if not isinstance(fact, dict) or key not in fact]
        if missing:
            return [_("kunci {keys} belum ditulis.").format(keys=", ".join(missing))]
        return [_("tidak dapat dipakai: {error}").format(error=error)]
    said: list[str] = []
    if unknown := [one for one in ground.untuk if one not in PROFILES]:
        known = ", ".join(PROFILES)
        said.append(_("untuk: {names} tidak dikenal. Pilih: {known}.").format(names=", ".join(unknown), known=known))
    if ground.tingkat not in LEVELS:
        levels = ", ".join(LEVELS)
        said.append(_('tingkat "{value}" tidak dikenal. Pilih: {known}.').format(value=ground.tingkat, known=levels))
    if not ground.alamat.startswith(("http://", "https://")):
        said.append(_('alamat = "{url}" bukan alamat web sumbernya.').format(url=ground.alamat))
    if not _DATE.fullmatch(ground.tanggal):
        said.append(
            _('tanggal = "{value}" tidak terbaca. Tulis misalnya: tanggal = "2024-05"').format(value=ground.tanggal)
        )
    if not ground.teks.strip() or not ground.sumber.strip():
        said.append(_("teks dan sumber tidak boleh kosong."))
    if max(len(ground.teks), len(ground.en)) > LONGEST:
        said.append(_("teks terlalu panjang untuk selembar kertas: paling banyak {most} huruf.").format(most=LONGEST))
    return said


def _line_of(error: Exception) -> int:
    found = re.search(r"line (\d+)", f"{error}")
    return int(found[1]) if found else 1
