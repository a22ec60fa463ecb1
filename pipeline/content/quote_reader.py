"""Quotations in a report (``kutipan``)."""

from collections.abc import Iterator

from pipeline.content.consent import read_consent
from pipeline.content.fields import Fields
from pipeline.content.keys import QUOTE
from pipeline.content.story import Quote


def read_quotes(story: Fields) -> tuple[Quote, ...]:
    """Return the quotations of *story*. One without consent stays in the record, which says so; the gate hides it."""
    return tuple(_read(story))


def _read(story: Fields) -> Iterator[Quote]:
    for fields in story.each("kutipan", QUOTE, "teks"):
        text = fields.text("teks")
        if not text:
            fields.add("teks", "kutipan-tanpa-teks")
            continue
        consent = read_consent(fields, absent="kutipan-tanpa-izin", of=text)
        name = fields.text("nama")
        if not name:
            fields.add("teks", "kutipan-tanpa-nama", text=text)
        yield Quote(text=text, name=name, role=fields.text("peran"), consent=consent)
