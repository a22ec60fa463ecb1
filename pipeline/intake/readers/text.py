"""Plain text: a title where the first line can be one, then the report."""

from collections.abc import Iterator

from pipeline.content.encoding import LARGEST
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal
from pipeline.intake.plaintext import decoded
from pipeline.intake.report import drafted
from pipeline.intake.source import Source
from pipeline.intake.typed import markdown


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the one draft of a text."""
    # UTF-16 has two bytes for each letter.
    text = decoded(source.read(2 * LARGEST))
    yield drafted(source.origin("text"), context, markdown(text))
