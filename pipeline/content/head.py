"""From the text of front matter to its tree, whatever its writer's slips."""

from pipeline.content.node import BrokenError, Group
from pipeline.content.report import Report


def read_head(source: str, line: int, report: Report) -> Group:
    """Return the mapping that *source* (first line: *line*) says; empty, with a problem noted, where it says none."""
    from pipeline.content.compose import compose  # noqa: PLC0415  PyYAML is loaded only where something is read

    try:
        node = compose(source, line)
    except BrokenError as error:
        report.add(error.line, error.code)
        return Group((), line)
    if isinstance(node, Group):
        return node
    if node is not None:
        report.add(node.line, "kepala-baris-tanpa-isian")
    return Group((), line)
