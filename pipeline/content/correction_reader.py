"""Corrections that a story carries openly (``ralat``)."""

from collections.abc import Iterator

from pipeline.content.fields import Fields
from pipeline.content.keys import CORRECTION
from pipeline.content.story import Correction
from pipeline.content.when import moment


def read_corrections(story: Fields) -> tuple[Correction, ...]:
    """Return the corrections of *story*; one without a date or a text is left out, with a problem."""
    return tuple(_read(story))


def _read(story: Fields) -> Iterator[Correction]:
    for fields in story.each("ralat", CORRECTION, "teks"):
        date, read = moment(fields, "tanggal", wrong="ralat-tidak-lengkap")
        text = fields.text("teks")
        if date and text:
            yield Correction(date, text)
        elif read:
            fields.add("teks", "ralat-tidak-lengkap", value=text or "…", example="12 Mei 2023")
