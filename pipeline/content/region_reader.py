"""The area of a story or library (``wilayah``): a Kemendagri code."""

from pipeline import regions
from pipeline.content.fields import Fields

EXAMPLE = "32.04.05.2003"


def read_region(fields: Fields, *, wrong: str) -> str:
    """Return the code at ``wilayah``, empty where it says none; what is no code is the problem *wrong*.

    A code without dots (``3204052003``) is understood. One of no known province or regency is kept, with a warning.
    """
    text = fields.text("wilayah", wrong="") or ("…" if fields.node("wilayah") is not None else "")
    code = text if regions.valid_code(text) else _dotted(text)
    if not code:
        if text:
            fields.add("wilayah", wrong, value=text, example=_example(text))
        return ""
    if not regions.region(regions.regency_of(code) or regions.province_of(code)):
        fields.add("wilayah", "wilayah-tidak-dikenal", value=code)
    return code


def _dotted(text: str) -> str:
    return "" if text.strip("0123456789. ") else regions.dotted(text)


def _example(text: str) -> str:
    """Return the code of the region that *text* may name, or any."""
    found = regions.suggest(text)
    return found[0].code if found else EXAMPLE
