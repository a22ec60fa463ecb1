"""All that is wrong in ``content/``, found without building anything."""

import re
import time
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pipeline import config
from pipeline.archive.problems import problems
from pipeline.content.catalogue import Level
from pipeline.content.problem import Problem
from pipeline.content.text import one_line
from pipeline.errors import ConfigError
from pipeline.production.ingredients import logo_of
from pipeline.production.newsroom import Newsroom
from pipeline.production.settings import doubts
from pipeline.production.survey import surveyed

_PLACED = re.compile(re.escape(config.PATH) + r":(\d+): (.*)")


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


class Findings(NamedTuple):
    """What a check found, by path and line, and how many files of each kind were looked at."""

    all: tuple[Finding, ...]
    files: Counter[str]

    def count(self, level: Level) -> int:
        """Return how many problems are of *level*."""
        return sum(finding.level == level for finding in self.all)


def check(
    room: Newsroom,
    *,
    now: int | None = None,
    step: Callable[[int, int], None] = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
) -> Findings:
    """Read all of ``content/`` in *room* and return every problem; *now* is in seconds since 1970 (none: the clock).

    Raises ``WartaError`` where that could not be done. Nothing is written to ``output/``.
    """
    with surveyed(room, step=step, waiting=waiting) as store:
        content = problems(store, int(time.time()) if now is None else now)
        files = Counter(store.kinds())
    found = [*map(_told, content), *_settings(room)]
    return Findings(tuple(sorted(found, key=lambda finding: (finding.path, finding.line, finding.code))), files)


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


def _setting(line: str) -> Finding:
    found = _PLACED.fullmatch(line)
    number, text = (int(found[1]), found[2]) if found else (1, line)
    return Finding(config.PATH, number, "error", "site-toml", one_line(text), "")
