"""The area of a story or library (``wilayah``): a Kemendagri code."""

import re

from pipeline.content.fields import Fields

CODE = re.compile(r"\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?", re.ASCII)


def read_region(fields: Fields) -> str | None:
    """Return the code at ``wilayah``, or ``None`` where there is none that can be read (which is noted)."""
    code = fields.text("wilayah")
    if not code:
        return None
    if CODE.fullmatch(code):
        return code
    fields.add("wilayah", "wilayah-tidak-sah", value=code)
    return None
