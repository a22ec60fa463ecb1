"""All that is wrong in ``content/``, found without building anything."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from pipeline import config
from pipeline.archive.problems import problems
from pipeline.archive.store import Store
from pipeline.coaching.ranking import chosen
from pipeline.content import taken
from pipeline.content.address import FOLDERS
from pipeline.content.catalogue import Level
from pipeline.content.near import nearest
from pipeline.content.problem import Problem, in_order
from pipeline.content.text import one_line
from pipeline.errors import ConfigError, UsageError
from pipeline.language import _
from pipeline.production.ingredients import logo_of
from pipeline.production.newsroom import Newsroom
from pipeline.production.question import understood
from pipeline.production.settings import doubts
from pipeline.production.survey import surveyed

_PLACED = re.compile(r"(content/[a-z]+\.toml):(\d+): (.*)")


class Finding(NamedTuple):
    """One problem as it is told: in a report, a profile, a page, or ``site.toml``."""

    path: str
    line: int
    level: Level
    code: str
    message: str
    fix: str

    def __str__(self) -> str:
        """Return one line: ``content/stories/2023/05/panen.md:3: what is wrong. How to mend it.``."""
        return f"{one_line(self.path)}:{self.line}: {self.message} {self.fix}".rstrip()


class Praised(NamedTuple):
    """What one report does well."""

    path: str
    code: str
    message: str


class Findings(NamedTuple):
    """What a check found, by path: errors and warnings by line, then suggestions, the most useful first.

    *files* tells how many of each kind were looked at (none: only the one at *path*), *praise* what was done well.
    """

    all: tuple[Finding, ...]
    files: Counter[str]
    praise: tuple[Praised, ...] = ()
    path: str = ""

    def count(self, level: Level) -> int:
        """Return how many problems are of *level*."""
        return sum(finding.level == level for finding in self.all)

    def of(self, path: str) -> "Findings":
        """Return the same of one file."""
        return Findings(
            tuple(finding for finding in self.all if finding.path == path),
            Counter(),
            tuple(praised for praised in self.praise if praised.path == path),
            path,
        )


def check(
    room: Newsroom,
    *,
    asked: str = "",
    now: int | None = None,
    step: Callable[[int, int], None] = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
) -> Findings:
    """Read all of ``content/`` in *room* and return every problem; *now* is in seconds since 1970 (none: the clock).

    Where *asked* names one file (a story by its address, anything by its path), only what concerns that is returned;
    ``UsageError`` where there is none such. Of suggestions each file gets three at most. Raises ``WartaError`` where
    that could not be done. Nothing is written to ``output/``.
    """
    now = int(time.time()) if now is None else now
    with surveyed(room, now=now, step=step, waiting=waiting) as store:
        content = problems(store, now)
        advice = list(store.advice())
        files = Counter(store.kinds())
        path = _path(room, store, asked) if asked else ""
    content = in_order([*content, *(problem for one in advice for problem in one.problems)])
    found = [*map(_told, _few(content)), *_settings(room), *_taken(room)]
    praise = tuple(Praised(one.praise.path, one.praise.code, one.praise.message) for one in advice if one.praise)
    findings = Findings(tuple(sorted(found, key=_place)), files, praise)
    return findings.of(path) if path else findings


def _path(room: Newsroom, store: Store, asked: str) -> str:
    """Return the path of the file that *asked* names."""
    question = understood(room, asked)
    address = question.address
    named = (f"{folder}{address}{end}" for folder in FOLDERS for end in (".md", "/index.md"))
    for path in (question.source, *named):
        source = store.source(path) if path else None
        if source is not None and source.kind != "file":
            return path
    found = next(store.sources("story", address), None) if address else None
    if found is not None:
        return found.path
    near = nearest(address or asked, sorted(set(store.known("story")) - {""}))
    said = _("Tidak ada laporan {asked}.").format(asked=asked)
    raise UsageError(f"{said} {_('Mungkin maksudnya: {near}').format(near=near)}" if near else said)


def _place(finding: Finding) -> tuple[str, bool, int, str]:
    """Return where *finding* stands among the others: suggestions last, as they were ranked."""
    if finding.level == "hint":
        return finding.path, True, 0, ""
    return finding.path, False, finding.line, finding.code


def _few(found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield all errors and warnings, and of each file the suggestions that are shown."""
    for _path, group in groupby(found, key=lambda problem: problem.path):
        here = list(group)
        yield from (problem for problem in here if problem.level != "hint")
        yield from chosen(problem for problem in here if problem.level == "hint")


def _told(problem: Problem) -> Finding:
    return Finding(problem.path, problem.line, problem.level, problem.code, problem.message, problem.fix)


def _settings(room: Newsroom) -> list[Finding]:
    """Return what is wrong in ``site.toml``; each line of a ``ConfigError`` says path, line and the rest."""
    try:
        site = config.load(room.root)
        logo_of(room, site)
    except ConfigError as error:
        return [_setting(line) for line in str(error).splitlines()]
    return [_told(problem) for problem in doubts(room, site)]


def _taken(room: Newsroom) -> list[Finding]:
    """Return what is wrong in ``tarik.toml``."""
    try:
        taken.load(room.root)
    except ConfigError as error:
        return [_setting(f"{error}")._replace(code="tarik-toml")]
    return []


def _setting(line: str) -> Finding:
    found = _PLACED.fullmatch(line)
    path, number, text = (found[1], int(found[2]), found[3]) if found else (config.PATH, 1, line)
    return Finding(path, number, "error", "site-toml", one_line(text), "")
