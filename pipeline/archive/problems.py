"""All problems of a newsroom at one instant: of single files, of files together, of events and of the clock."""

from pipeline.archive import clock, events
from pipeline.archive.store import Store
from pipeline.content.problem import Problem, in_order


def problems(store: Store, now: int) -> tuple[Problem, ...]:
    """Return every problem, by path and line; *now* is in seconds since 1970."""
    return in_order([*store.problems(), *clock.warnings(store, now), *events.warnings(store, now)])
