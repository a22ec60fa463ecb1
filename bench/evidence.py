"""How fast evidence is added up, and the papers made of it: ``python -m bench.evidence``.

619 libraries and 10,000 stories, as in the archive of the other benches. First the roll-ups alone, in this process:
every area with all its numbers and indicators, then the areas of one story. Then whole builds of the two desks that
show them: from nothing, the one-pagers alone, and after one story has changed. Times are by the clock, and CPU of this
process: what builds from nothing leave to workers is seen by the clock alone.
"""

import argparse
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import archive, newsroom
from bench.story import Story
from pipeline.archive.store import Store
from pipeline.archive.visible import Visible
from pipeline.evidence.area import Area, areas
from pipeline.evidence.evidence import evidence, gathered
from pipeline.evidence.indicator import measured
from pipeline.production.build import Order, Report, build
from pipeline.production.newsroom import Newsroom

LIBRARIES, STORIES = 619, 10_000
DESKS = ("evidence", "advocacy")
NOW = 1_790_000_000
"""22 September 2026: all stories of the archive lie before it."""


class Spent(NamedTuple):
    """Seconds of CPU, and by the clock."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:6.2f} s of CPU, {self.wall:6.2f} s"


def spent(work: Callable[[], object]) -> Spent:
    """Return what *work* takes in this process."""
    before, start = time.process_time(), time.perf_counter()
    work()
    return Spent(time.process_time() - before, time.perf_counter() - start)


def add_up(visible: Visible, found: list[Area]) -> None:
    """Add up everything of the areas *found*: real stories and samples, and all indicators."""
    indicators = visible.indicators()
    for area in found:
        known = gathered(area, visible.facts(area.key))
        for one in evidence(area, known):
            measured(area, known, indicators, sample=one.sample, whole=one)


def roll_ups(room: Newsroom, story: Story) -> None:
    """Print how long the roll-ups take."""
    with closing(sqlite3.connect(room.database)) as db:
        visible = Visible(Store(db), "web", NOW)
        every = areas(visible)
        own = {story.library.slug, story.library.regency, story.library.province, "semua"}
        print(f"{len(every):,} areas, all numbers   {spent(lambda: add_up(visible, every))}")
        mine = [area for area in every if area.key in own]
        print(f"the {len(mine)} areas of one story  {spent(lambda: add_up(visible, mine))}")


def builds(room: Newsroom, story: Story, known: tuple[str, ...], jobs: int) -> None:
    """Print how long builds of the desks take: of each from nothing, and of both after one story has changed."""
    if not known:
        return
    for desk in known:
        print(f"{desk}, from nothing      {_built(room, (desk,), jobs)}")
    print(f"nothing changed          {_built(room, known, jobs)}")
    path = newsroom.path(room.root, story)
    path.write_text(path.read_text("utf-8").replace("strategi:", "biaya: Rp750.000\nstrategi:", 1), "utf-8")
    print(f"one story changed        {_built(room, known, jobs)}")
    if "advocacy" in known:
        for sheet in room.output.glob("advocacy/*/lembar-*"):
            sheet.unlink()
        print(f"one-pagers, from nothing {_built(room, ('advocacy',), jobs, whole=True)}")


def _built(room: Newsroom, only: tuple[str, ...], jobs: int, *, whole: bool = False) -> str:
    reports: list[Report] = []
    order = Order(only=only, whole=whole, now=NOW, jobs=jobs)
    time_spent = spent(lambda: reports.append(build(room, order)))
    (report,) = reports
    return f"{time_spent}; {report.planned:,} planned, {report.made:,} made, {report.errors} errors"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=int, default=LIBRARIES)
    parser.add_argument("--stories", type=int, default=STORIES)
    parser.add_argument("--only", nargs="*", default=DESKS)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with TemporaryDirectory(prefix="warta-bench-") as folder:
        root = Path(folder)
        made = archive.archive(given.stories, homes=given.libraries)
        stories = made.stories
        newsroom.write(root, made.libraries, stories)
        room = Newsroom(root)
        print(f"{len(stories):,} stories read  {_built(room, ('press',), given.jobs)}")
        roll_ups(room, stories[-1])
        builds(room, stories[-1], tuple(given.only), given.jobs)


if __name__ == "__main__":
    main()
