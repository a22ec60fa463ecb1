"""The language in which warta speaks to its users: Indonesian, or English with ``WARTA_LANG=en``.

Messages are written in Indonesian in the code, so the usual run loads no catalogue at all. The English catalogue is
``pipeline/locale/en/LC_MESSAGES/warta.mo`` (made from the ``.po`` beside it).
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"


@cache
def _english() -> dict[str, str]:
    import gettext  # noqa: PLC0415  start-up counts, and most runs are in Indonesian

    translation = gettext.translation("warta", LOCALES, languages=["en"], fallback=True)
    catalogue: dict[str, str] = getattr(translation, "_catalog", {})
    return {text: translated for text, translated in catalogue.items() if text}  # without the header


def current() -> str:
    """Return the code of the language asked for by ``WARTA_LANG``: ``id`` or ``en``."""
    return "en" if os.environ.get("WARTA_LANG", "id").startswith("en") else "id"


def _(text: str) -> str:
    """Return *text* (Indonesian) in the language asked for by ``WARTA_LANG``."""
    return text if current() == "id" else _english().get(text, text)


def texts(language: str) -> Callable[[str], str]:
    """Return the function that puts a text (Indonesian) into *language*: that of a site, whoever builds it."""
    return (lambda text: _english().get(text, text)) if language == "en" else (lambda text: text)


def N_(text: str) -> str:  # noqa: N802  gettext's own name for "translate this later"
    """Mark *text* for translation where it is shown, and return it as it is."""
    return text
