"""Photos for those who do not see them: an alt text that says nothing helps nobody."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.coaching.manuscript import Manuscript
from pipeline.content.keys import PHOTO
from pipeline.content.node import Group, Many, Scalar
from pipeline.content.problem import Problem
from pipeline.content.text import one_line, unquoted


class Words(NamedTuple):
    """What is written with one photo, and the line of its alt."""

    alt: str
    caption: str
    line: int


def photos(script: Manuscript) -> Iterator[Problem]:
    """Yield alt texts that say nothing, or nothing but the caption."""
    for photo in written(script):
        if not photo.alt:
            continue
        place = script.story.place.partition(",")[0] or "ruang baca"
        example = f"Tiga orang sedang … di {place}"
        if _empty().fullmatch(photo.alt):
            code = "saran-alt-hampa"
        elif _folded(photo.alt) == _folded(photo.caption):
            code = "saran-alt-sama"
        else:
            continue
        cited = script.exactly(photo.alt, head=True) or script.cite(photo.alt, head=True)
        if cited is not None:
            yield script.note(photo.line, code, words=cited.words, example=example)


def written(script: Manuscript) -> Iterator[Words]:
    """Yield what is written with each photo, also with one that may not be shown yet."""
    node = script.fields.node("foto") if script.fields is not None else None
    for item in node.items if isinstance(node, Many) else (node,):
        if isinstance(item, Group):
            found = {PHOTO.find(entry.key): entry.node for entry in item.entries}
            alt, caption = found.get("alt"), found.get("keterangan")
            yield Words(_text(alt), _text(caption), alt.line if alt is not None else item.line)


def _text(node: object) -> str:
    return unquoted(one_line(node.text)) if isinstance(node, Scalar) else ""


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


@cache
def _empty() -> re.Pattern[str]:
    word = (
        "foto|poto|gambar|image|photo|img|picture|dokumentasi|kegiatan|acara|perpustakaan|desa|ilustrasi|bersama"
        "|pelatihan"
    )
    return re.compile(
        rf"\W*(?:(?:{word})\W*(?:\d{{1,4}}\W*)?){{1,4}}|\S+\.(?:jpe?g|png|webp|heic|gif)"
        r"|(?:IMG|DSC|WA|PXL)[-_]?\w*(?:-\w+){0,4}|\W*\w{0,2}\W*",
        re.IGNORECASE,
    )
