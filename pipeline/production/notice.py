"""What the preview tells in the browser of the last build: the same sentences as on the terminal, as plain text."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from pipeline.content.address import is_report, library_slug, page_address, story_address
from pipeline.content.problem import Problem
from pipeline.content.report import Report as Found
from pipeline.content.text import clean
from pipeline.language import _, current
from pipeline.production.build import Report

MOST = 50
"""Errors, and warnings, that are named one by one: a panel in a browser is no place for thousands."""


class Remark(msgspec.Struct, frozen=True):
    """One error or warning: where it stands (``content/…:3``), what is wrong, how to mend it, in the user's language.

    *address* is that of the page which is missing, or stands in its old form, because of it; empty where there is none.
    """

    place: str
    message: str
    fix: str = ""
    address: str = ""


class Notice(msgspec.Struct, frozen=True):
    """All that is wrong after a build. *fatal*: nothing at all could be made; *more*: so many are counted, not told."""

    errors: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    more_errors: int = 0
    more_warnings: int = 0
    fatal: bool = False


def of_report(report: Report) -> Notice:
    """Return what is to be told of a build that was done."""
    failed = [Remark(f"{f.owner}:1", f"output/{f.path}: {f.error}") for f in report.failures]
    errors = [*_remarks(report.problems, "error"), *failed]
    warnings = _remarks(report.problems, "warning")
    return Notice(
        errors=tuple(errors[:MOST]),
        warnings=tuple(warnings[:MOST]),
        more_errors=len(errors[MOST:]),
        more_warnings=len(warnings[MOST:]),
    )


def of_fault(text: str) -> Notice:
    """Return what is to be told of a build that could not be done, because of *text* (one sentence in each line)."""
    lines = text.splitlines()
    return Notice(errors=tuple(Remark("", line) for line in lines[:MOST]), more_errors=len(lines[MOST:]), fatal=True)


def _remarks(problems: Iterable[Problem], level: Literal["error", "warning"]) -> list[Remark]:
    return [_remark(problem) for problem in problems if problem.level == level]


def _remark(problem: Problem) -> Remark:
    place = f"{' '.join(clean(problem.path).splitlines())}:{problem.line}"
    return Remark(place, problem.message, problem.fix, _address(problem.path) if problem.holds else "")


def _address(path: str) -> str:
    """Return the address of the page that the file at *path* should have, empty where it has none."""
    unheard = Found(path)
    if is_report(path):
        return story_address(path, None, unheard) or ""
    if path.startswith("content/pages/"):
        return page_address(path, unheard) or ""
    slug = library_slug(path, unheard) if path.startswith("content/libraries/") else None
    return f"perpustakaan/{slug}" if slug else ""


def words() -> dict[str, str]:
    """Return the panel's own words, in the user's language; ``{n}`` stands for a number."""
    return {
        "language": current(),
        "title": _("Pemeriksaan warta"),
        "errors": _("{n} kesalahan"),
        "warnings": _("{n} peringatan"),
        "more": _("dan {n} lagi: lihat di terminal"),
        "fatal": _("Situs tidak dapat dibangun. Yang tampil adalah bentuk lamanya."),
        "here": _("Laporan halaman ini ditahan sampai dibetulkan:"),
        "close": _("Tutup"),
        "open": _("Tampilkan"),
    }
