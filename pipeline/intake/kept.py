"""Whether all of a document stands in its draft, and what its pictures say of themselves."""

import re
from collections.abc import Iterable, Iterator

from pipeline.intake.draft import Draft
from pipeline.intake.markup import unlabelled
from pipeline.language import _

MACHINE = re.compile(
    r"\.(?:jpe?g|png|heic|gif)$|generated|dibuat secara otomatis|^(?:image|picture|gambar) ?\d*$", re.IGNORECASE
)
"""Descriptions of pictures that no person wrote."""

SIGNS = re.compile(r"\[\^\d+\]|\]\([^)]*\)|&lt;|</?(?:sub|sup|del|br)>")
"""What Markdown writes with letters that are not the text's."""


def described(alt: str) -> str:
    """Return *alt* unless a program wrote it: the name of a file, or what a machine thinks to see."""
    return "" if MACHINE.search(alt) else alt


def missing(paragraphs: Iterable[str], draft: Draft) -> Iterator[str]:
    """Yield every one of *paragraphs* that got lost on the way into *draft*, as a note."""
    kept = _letters(" ".join((draft.title, draft.body, *(photo.caption for photo in draft.photos))))
    place = 0
    for paragraph in paragraphs:
        letters = _letters(paragraph)
        # Nearly all stand in order, so nearly all are found at once.
        if (found := kept.find(letters, place)) >= 0:
            place = found + len(letters)
        elif letters not in kept and _letters(unlabelled(paragraph)) not in kept:
            yield _("Tidak ikut: {text}").format(text=paragraph)


def _letters(text: str) -> str:
    """Return the letters and digits of *text*: marks of Markdown, footnotes and links do not count."""
    return "".join(letter for letter in SIGNS.sub("", text).casefold() if letter.isalnum())
