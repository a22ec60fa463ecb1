"""The reader for each kind of record behind advocacy."""

from collections.abc import Callable

from pipeline.content.option_reader import read_issue
from pipeline.content.plan_reader import read_plan
from pipeline.content.record import ReadRecord
from pipeline.content.selection_reader import read_selection
from pipeline.content.support_reader import read_support

READERS: dict[str, Callable[[str, bytes], ReadRecord]] = {
    "support": read_support,
    "plan": read_plan,
    "issue": read_issue,
    "selection": read_selection,
}


def read_record(kind: str, path: str, data: bytes) -> ReadRecord:
    """Return what the record *data* of *kind* at *path* says. Pure; never raises for what is in it."""
    return READERS[kind](path, data)
