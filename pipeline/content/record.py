"""What reading one record behind advocacy gave, of whichever kind."""

import msgspec

from pipeline.content.found import Found
from pipeline.content.option import Issue
from pipeline.content.plan import Plan
from pipeline.content.problem import Problem
from pipeline.content.selection import Selection
from pipeline.content.support import SupportFile

Record = SupportFile | Plan | Issue | Selection


class ReadRecord(msgspec.Struct, frozen=True):
    """*record* is ``None`` where an error holds it, or it is a draft."""

    record: Record | None
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
