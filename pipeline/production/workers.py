"""Worker processes for one build: started when first needed, ended with it."""

import os
from concurrent.futures import Executor
from typing import Self

from pipeline.build import workbench
from pipeline.build.executors import InProcess, pool
from pipeline.build.workbench import Setting

PRELOAD = (
    "pipeline.archive.reading",
    "pipeline.build.workbench",
    "pipeline.content.library_reader",
    "pipeline.content.page_reader",
    "pipeline.content.story_reader",
    "pipeline.desks.advocacy.render",
    "pipeline.desks.advocacy.tables",
    "pipeline.desks.calendar.render",
    "pipeline.desks.evidence.render",
    "pipeline.desks.evidence.tables",
    "pipeline.desks.posters.render",
    "pipeline.desks.kit.render",
    "pipeline.desks.press.render",
    "pipeline.desks.search.render",
    "pipeline.desks.site.render",
    "pipeline.desks.social.render",
    "pipeline.pictures.render",
    "pipeline.safety.published",
    "jinja2.ext",
    "markdown",
    "nh3",
    "yaml",
)
FEW = 40
"""Up to so many files are read in this process."""


class Workers:
    """The executor of one build with at most *jobs* processes."""

    def __init__(self, setting: Setting, jobs: int) -> None:
        self.jobs = jobs
        self._setting = setting
        self._pool: Executor | None = None

    def pool(self) -> tuple[Executor, int]:
        """Return an executor with its number of processes, started when first asked for."""
        if self._pool is None:
            if self.jobs == 1:
                workbench.begin(self._setting)
                self._pool = InProcess()
            else:
                self._pool = pool(self.jobs, PRELOAD, workbench.begin, self._setting)
        return self._pool, self.jobs

    def reading(self, files: int) -> tuple[Executor, int]:
        """Return the executor for reading so many files."""
        return (InProcess(), 1) if files <= FEW else self.pool()

    def __enter__(self) -> Self:
        """Return itself; the end of the block ends all processes."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes; what they still have to do is dropped."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            workbench.end()


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
