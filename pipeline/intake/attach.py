"""Pictures that lie beside a report, or came with it."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.content.text import shown
from pipeline.intake.draft import Attachment, Draft
from pipeline.intake.sniff import USABLE, picture
from pipeline.language import _

HEAVIEST = 60_000_000
"""Bytes of one photo; telephones of 200 megapixels write half of that."""


def attached(draft: Draft, paths: Iterable[Path]) -> Draft:
    """Return *draft* with the pictures at *paths*; what is too large to be a photo is noted."""
    photos, notes = list(draft.photos), list(draft.notes)
    for path in paths:
        if path.stat().st_size > HEAVIEST:
            notes.append(_('Gambar "{name}" terlalu besar, jadi tidak disalin.').format(name=shown(path.name)))
            continue
        photos.append(Attachment(path.name, path.read_bytes()))
    return draft._replace(photos=tuple(photos), notes=tuple(notes))


def unusable(photo: Attachment) -> str:
    """Say why *photo* cannot be shown, and what to do; an empty string where it can."""
    kind = picture(photo.data[:32])
    if kind in USABLE:
        return ""
    told = _('Gambar "{name}" disalin, tetapi tidak dapat ditampilkan: bukan JPEG, PNG, WebP, atau HEIC.')
    return told.format(name=shown(photo.name))
