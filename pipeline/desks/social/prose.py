"""A story's body as a post tells it."""

import re

_HEADING = re.compile(r"(?:(?<=\n\n)|\A)(?![•\d])([^\n]{1,79}[^\n.,;:!?…”\"')])\n\n(?=[^\s•])")
"""A short line that ends like no sentence, above a paragraph."""


def led(body: str) -> str:
    """Return *body* with each heading right above its paragraph: one that is cut off never ends in a heading."""
    return _HEADING.sub(r"\1\n", body)
