"""Pictures without a word: a draft that asks for all the rest."""

from collections.abc import Iterator

from pipeline.intake.attach import HEAVIEST, attached
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Refusal
from pipeline.intake.report import drafted
from pipeline.intake.source import Source
from pipeline.language import _


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield one draft with all pictures of a folder, or with the one that *source* is."""
    note = _("Hanya ada gambar; ceritanya belum ada.")
    draft = drafted(source.origin("pictures"), context, "", notes=(note,), untitled=True)
    if source.companions:
        yield attached(draft, source.companions)
    else:
        yield draft._replace(photos=(Attachment(source.name, source.read(HEAVIEST)),))
