"""Private data in what people write: found by rules, judged by level. Pure functions over plain text."""

from pipeline.safety.children import children
from pipeline.safety.finding import Finding
from pipeline.safety.numbers import numbers
from pipeline.safety.sensitive import sensitive

__all__ = ["Finding", "detect"]


def detect(text: str) -> list[Finding]:
    """Return everything that *text* (plain) tells of persons and should not, in order."""
    return sorted([*numbers(text), *children(text), *sensitive(text)], key=lambda finding: (finding.start, finding.end))
