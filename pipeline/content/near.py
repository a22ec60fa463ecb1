"""The nearest known word, for "perhaps you meant"."""

from collections.abc import Iterable

LONGEST = 40
"""Letters that are compared; a key or a choice is never longer, and difflib is slow on long text."""


def fold(word: str) -> str:
    """Return *word* as keys and choices are compared: small letters, ``-`` for spaces and underscores."""
    return "-".join(word.lower().replace("_", " ").replace("-", " ").split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of *known* that looks most like *word*, or ``None`` where none is near."""
    import difflib  # noqa: PLC0415  only where something is misspelt

    spelling = {fold(name): name for name in known}
    found = difflib.get_close_matches(fold(word[:LONGEST]), spelling, n=1, cutoff=0.6)
    return spelling[found[0]] if found else None


def either(known: Iterable[str]) -> str:
    """Return *known* words as a choice, each once: ``web / sosial / pers / cetak``."""
    return " / ".join(dict.fromkeys(known))
