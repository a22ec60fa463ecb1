"""The languages of warta: that of its commands, and those of the pages that it makes.

Messages are written in Indonesian in the code, so the usual run loads no catalogue at all. Every other language is a
catalogue ``pipeline/locale/<code>/LC_MESSAGES/warta.mo`` (made from the ``.po`` beside it); what it lacks stays
Indonesian. Commands speak Indonesian, or English with ``WARTA_LANG=en``. Pages speak any language that has a catalogue;
the others than those two hold only what readers see (``docs/bahasa.md``).
"""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"

CHECKED = ("id", "en")
"""Languages whose texts somebody who speaks them has checked: a site may use these without ``bahasa_uji``."""


def current() -> str:
    """Return the code of the language asked for by ``WARTA_LANG``: ``id`` or ``en``."""
    return "en" if os.environ.get("WARTA_LANG", "id").startswith("en") else "id"


def _(text: str) -> str:
    """Return *text* (Indonesian) in the language asked for by ``WARTA_LANG``."""
    return text if current() == "id" else _catalogue("en").get(text, text)


def texts(language: str) -> Callable[[str], str]:
    """Return the function that puts a text (Indonesian) into *language*: that of a site, whoever builds it.

    *language* is a tag such as ``jv`` or ``en-GB``, of which the first part counts. A text without a translation, and
    every text where there is no catalogue, stays Indonesian.
    """
    found = catalogue(language)
    return (lambda text: text) if found is None else (lambda text: _catalogue(_first(language)).get(text, text))


def spoken(language: str, accepted: Iterable[str] = ()) -> bool:
    """Whether pages may speak *language* (``id``, ``jv``, ``en-GB``): there are texts, checked or *accepted*.

    *accepted* are the codes in a newsroom's ``bahasa_uji``: those may be used though no speaker has checked them.
    """
    return _first(language) in CHECKED or (catalogue(language) is not None and _first(language) in accepted)


def catalogue(language: str) -> Path | None:
    """Return the file that holds the texts of *language*, ``None`` for Indonesian and where there is none."""
    return _offered().get(_first(language))


def unchecked() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue which nobody who speaks them has checked yet."""
    return tuple(sorted(_offered().keys() - set(CHECKED)))


@cache
def _offered() -> dict[str, Path]:
    return {path.parts[-3]: path for path in LOCALES.glob("*/LC_MESSAGES/warta.mo")}


@cache
def _catalogue(language: str) -> dict[str, str]:
    import gettext  # noqa: PLC0415  start-up counts, and most runs are in Indonesian

    path = catalogue(language)
    if path is None:
        return {}
    with path.open("rb") as stream:
        found: dict[str, str] = getattr(gettext.GNUTranslations(stream), "_catalog", {})
    return {text: translated for text, translated in found.items() if text}  # without the header


def _first(language: str) -> str:
    return language.partition("-")[0].lower()


def N_(text: str) -> str:  # noqa: N802  gettext's own name for "translate this later"
    """Mark *text* for translation where it is shown, and return it as it is."""
    return text
