"""Which corrections are small enough to go out at once, from libraries that are trusted with them. Pure."""

import re
from difflib import SequenceMatcher

from pipeline.newsroom.answers import Answers

WORDS = 12
"""Words that a small correction changes, at most."""

TEXTS = ("judul", "apa", "siapa", "berubah", "ringkasan", "penulis", "lokasi")
"""What it may change them in: never a number, a day, a quotation, or what is said of a photo's consent."""


def is_small(before: Answers, after: Answers) -> bool:
    """Whether no more than a few words of text were corrected between *before* and *after*."""
    if before.is_source or after.is_source:
        return False
    names = before.fields.keys() | after.fields.keys()
    changed = [name for name in names if before.fields.get(name, "") != after.fields.get(name, "")]
    if any(name not in TEXTS for name in changed) or _shown(before) != _shown(after):
        return False
    return sum(_words(before.fields.get(name, ""), after.fields.get(name, "")) for name in changed) <= WORDS


def _shown(answers: Answers) -> list[tuple[str, bool, bool]]:
    """Return what decides whether and how photos are shown; their captions may be corrected."""
    return [(shot.key, shot.consent, shot.child) for shot in answers.photos]


def _words(before: str, after: str) -> int:
    """Return how many words differ; figures count as many, for a wrong one is no slip of the pen."""
    old, new = before.split(), after.split()
    parts = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    moved = [(old[a:b], new[c:d]) for tag, a, b, c, d in parts if tag != "equal"]
    figures = any(re.search(r"\d", word) for left, right in moved for word in (*left, *right))
    return WORDS + 1 if figures else sum(max(len(left), len(right)) for left, right in moved)
