"""What one story more costs each desk that makes something to hand on: ``python -m bench.kit``.

The sample newsroom is built whole; then every output of every story is made again, in this process, by the engine's own
workbench, and its CPU time taken. What is made of a story depends on nothing but the story, so these figures are the
same in an archive of 10,000. The story's page is the measure beside which the others stand.
"""

import argparse
import shutil
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline import config
from pipeline.archive.store import Store
from pipeline.archive.visible import Visible
from pipeline.build.keys import canonical
from pipeline.build.workbench import Job, Setting, Workbench
from pipeline.production.build import Order, build
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom
from pipeline.production.roster import desks
from pipeline.templating.folders import bundled

PAGE = "page of the story"
ROWS = {
    "pipeline.desks.site.render:story": PAGE,
    "pipeline.desks.social.render:posts": "all texts, thirteen platforms",
    "pipeline.desks.kit.render:page": "page of the kit",
    "pipeline.desks.kit.render:archive": "ZIP of the kit",
    "pipeline.desks.posters.render:poster": "poster",
}
"""Renderers, and what they are called here."""

AIM = 0.050
"""Seconds of CPU for all texts of one story."""


class Made(NamedTuple):
    """One output made once: which row, seconds of CPU, bytes of all its files."""

    row: str
    cpu: float
    size: int


def measured(room: Newsroom, rounds: int) -> Iterator[Made]:
    """Yield every output of every story, made so many times; the first round is not counted, it warms up."""
    site = config.load(room.root)
    recipes = Recipes(room, site)
    stage = room.root / "stage"
    bench = Workbench(Setting(room.blobs, room.output, stage, recipes.options))
    with closing(sqlite3.connect(room.database)) as db:
        store = Store(db)
        jobs = [
            (ROWS[output.renderer.function], Job(output.path, output.renderer.function, canonical(output.view),
                                                 (*output.made, *output.optional), ()))
            for desk in desks(site, recipes.style, recipes.grounds)
            for output in desk.outputs(Visible(store, desk.channel, int(time.time())))
            if output.renderer.function in ROWS
        ]  # fmt: skip
    for count in range(rounds + 1):
        for row, job in jobs:
            start = time.process_time()
            done = bench.make(job)
            cpu = time.process_time() - start
            if done.error:
                raise SystemExit(f"{job.path}: {done.error}")
            if count:
                yield Made(row, cpu, sum(file.size for file in done.files))
        shutil.rmtree(stage)


def main() -> None:
    """Measure as often as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m bench.kit", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(bundled("content"), root / "content")
        room = Newsroom(root)
        report = build(room, Order())
        print(f"The sample newsroom: {report.stories} stories. CPU of one output, and its bytes; medians and the most.")
        found: defaultdict[str, list[Made]] = defaultdict(list)
        for made in measured(room, asked.rounds):
            found[made.row].append(made)
    page = median(made.cpu for made in found[PAGE])
    for row in ROWS.values():
        cpus, sizes = [made.cpu * 1_000 for made in found[row]], [made.size / 1_000 for made in found[row]]
        times = f"{median(cpus):7.1f} ms (most {max(cpus):.1f})"
        sums = f"{median(cpus) / page / 1_000:6.1f} x page {median(sizes):8.1f} kB (most {max(sizes):.1f})"
        print(f"{row:32} {times:26} {sums}")
    texts = max(made.cpu for made in found[ROWS["pipeline.desks.social.render:posts"]])
    print(f"All texts of the longest story: {texts * 1_000:.1f} ms, aim {AIM * 1_000:.0f} ms: "
          f"{'met' if texts <= AIM else 'MISSED'}")  # fmt: skip


if __name__ == "__main__":
    main()
