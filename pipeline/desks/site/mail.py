"""Addresses of mail that can be tapped."""

import re
from urllib.parse import quote

_ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"]{1,64}@[^\W_](?:[\w.-]{0,250}\w)?\.\w{2,}")


def address(text: str) -> str:
    """Return the link that writes to *text*, empty where that is not one address of mail.

    What follows a ``?`` in such a link would set other fields of the letter, so everything is quoted (RFC 6068).
    """
    return f"mailto:{quote(text, safe='@')}" if _ADDRESS.fullmatch(text) else ""
