"""From the bytes of ``content/indikator.toml`` to indicators, and every problem in it."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pipeline.content.address import slug, topic_slug
from pipeline.content.indicator import MEASURES, TIERS, Indicator, Measure, ReadIndicators, Tier
from pipeline.content.near import either, fold, nearest
from pipeline.content.report import Report
from pipeline.content.story import KINDS, STRATEGIES

PATH = "content/indikator.toml"
DEFAULT = Path(__file__).parent.parent / "data" / "indikator.toml"

KEYS = ("kode", "nama", "satuan", "ukur", "jelas", "hanya", "target")
FILTERS = ("strategi", "jenis", "topik")

_TIER: dict[str, Tier] = {tier: tier for tier in TIERS} | {"desa": "perpustakaan", "kota": "kabupaten"}
_MEASURE: dict[str, Measure] = {measure: measure for measure in MEASURES}

W = TypeVar("W", bound=str)


@cache
def default_indicators() -> tuple[Indicator, ...]:
    """Return the indicators that hold where a newsroom defines none."""
    return read_indicators(PATH, DEFAULT.read_bytes()).indicators


def read_indicators(path: str, data: bytes) -> ReadIndicators:
    """Return what the file *data* defines. Pure; never raises for what is in it.

    One that is not sound is left out and the rest holds. A file that is no TOML defines nothing.
    """
    report = Report(path)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        tree = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        at = re.search(r"at line (\d+)", str(error))
        report.add(int(at[1]) if at else 1, "indikator-tidak-terbaca", reason=str(error).partition(" (at ")[0])
        return ReadIndicators((), report.problems)
    return ReadIndicators(tuple(_File(text, report).indicators(tree)), report.problems)


class _File:
    """One file that is being read: its lines, and what is wrong so far."""

    def __init__(self, text: str, report: Report) -> None:
        self._lines = text.splitlines()
        self._report = report
        self._first = 1

    def indicators(self, tree: dict[str, Any]) -> Iterator[Indicator]:
        """Yield the indicators that are sound."""
        for key in tree:
            if key != "indikator":
                self._report.add(self._line(key), "isian-tidak-dikenal", key=key, near="[[indikator]]")
        entries = tree.get("indikator", [])
        if not isinstance(entries, list):
            self._report.add(self._line("indikator"), "indikator-bukan-daftar")
            return
        heads = [number for number, line in enumerate(self._lines, 1) if re.match(r"\s*\[\[\s*indikator\s*\]\]", line)]
        known: set[str] = set()
        for number, entry in enumerate(entries):
            self._first = heads[number] if number < len(heads) else 1
            found = self._one(entry) if isinstance(entry, dict) else None
            if found is not None and found.code in known:
                self._add("kode", "indikator-ganda", value=found.code)
            elif found is not None:
                known.add(found.code)
                yield found

    def _one(self, entry: dict[str, Any]) -> Indicator | None:
        for key in entry:
            if key not in KEYS:
                self._add(key, "isian-tidak-dikenal", key=key, near=nearest(key, KEYS) or either(KEYS[:4]))
        code, unit = slug(self._text(entry, "kode")), self._text(entry, "satuan")
        measure = self._choice(entry, "ukur", _MEASURE)
        name = self._text(entry, "nama") or code
        for key, value, lacks in (("kode", code, "indikator-tanpa-kode"), ("satuan", unit, "indikator-tanpa-satuan")):
            if not value:
                self._add(key, lacks, name=name or "…")
        if not code or not unit or measure is None:
            return None
        only = entry.get("hanya", {})
        if not isinstance(only, dict):
            self._add("hanya", "indikator-hanya", value=only)
            only = {}
        for key in only:
            if key not in FILTERS:
                self._add("hanya", "isian-tidak-dikenal", key=key, near=nearest(key, FILTERS) or either(FILTERS))
        return Indicator(
            code=code,
            name=name,
            unit=unit,
            measure=measure,
            about=self._text(entry, "jelas"),
            strategies=tuple(self._several(only, "strategi", {name: name for name in STRATEGIES})),
            kinds=tuple(self._several(only, "jenis", {name: name for name in KINDS})),
            topics=tuple(filter(None, (topic_slug(str(word)) for word in _list(only.get("topik", []))))),
            targets=dict(self._targets(entry.get("target", {}))),
        )

    def _targets(self, years: object) -> Iterator[tuple[str, dict[Tier, float]]]:
        if not isinstance(years, dict):
            self._add("target", "indikator-target", value=years)
            return
        for year, tiers in years.items():
            if not re.fullmatch(r"20\d\d", str(year), re.ASCII) or not isinstance(tiers, dict):
                self._add(f"{year}", "indikator-target", value=year)
                continue
            yield str(year), dict(self._tiers(tiers))

    def _tiers(self, tiers: dict[str, Any]) -> Iterator[tuple[Tier, float]]:
        for name, number in tiers.items():
            tier = _TIER.get(fold(name))
            if tier is None:
                self._add(name, "indikator-tingkat", value=name, near=nearest(name, TIERS) or TIERS[0])
            elif isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number < 1e15:
                self._add(name, "indikator-target", value=number)
            else:
                yield tier, float(number)

    def _text(self, entry: dict[str, Any], key: str) -> str:
        value = entry.get(key, "")
        if isinstance(value, str):
            return " ".join(value.split())
        self._add(key, "bukan-teks", key=key)
        return ""

    def _choice(self, entry: dict[str, Any], key: str, known: dict[str, W]) -> W | None:
        text = self._text(entry, key)
        found = known.get(fold(text))
        if found is None:
            self._add(key, "indikator-ukur", value=text or "…", near=nearest(text, known) or either(list(known)[:4]))
        return found

    def _several(self, only: dict[str, Any], key: str, known: dict[W, W]) -> Iterator[W]:
        for word in _list(only.get(key, [])):
            found = next((name for name in known if fold(name) == fold(str(word))), None)
            if found is None:
                near = nearest(str(word), list(known)) or either(list(known))
                self._add("hanya", "indikator-hanya", value=word, near=near)
            else:
                yield found

    def _add(self, where: str, code: str, **values: object) -> None:
        self._report.add(self._line(where), code, **({"near": "…"} | values))

    def _line(self, key: str) -> int:
        """Return the line of *key* within the entry at hand, else that of the entry."""
        for number, line in enumerate(self._lines[self._first - 1 :], self._first):
            if number > self._first and re.match(r"\s*\[\[", line):
                break
            if re.match(rf"""\s*\[*(?:[\w.]+\.)?["']?{re.escape(key)}["']?\s*(?:=|\])""", line):
                return number
        return self._first


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
