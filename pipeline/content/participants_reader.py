"""How many came (``peserta``), and whether the numbers can be."""

from pipeline.content.fields import Fields
from pipeline.content.keys import PARTICIPANTS
from pipeline.content.node import Scalar
from pipeline.content.story import Participants

MOST = 1_000_000
"""Nobody counts more people at one activity of a library: beyond that a key was held down too long."""


def read_participants(story: Fields) -> Participants | None:
    """Return the ``peserta`` of *story*: a mapping of counts, or one number, which is the total."""
    node = story.node("peserta")
    if node is None:
        return None
    if isinstance(node, Scalar):
        return _read_total(story)
    fields = story.group("peserta", PARTICIPANTS)
    return _read_counts(fields) if fields else None


def _read_total(story: Fields) -> Participants | None:
    total = _count(story, "peserta")
    return None if total is None else Participants(total=total)


def _count(fields: Fields, key: str) -> int | None:
    number = fields.count(key)
    if number is not None and number > MOST:
        fields.add(key, "peserta-mustahil", number=number)
        return None
    return number


def _read_counts(fields: Fields) -> Participants:
    counts = Participants(
        total=_count(fields, "total"),
        men=_count(fields, "laki-laki"),
        women=_count(fields, "perempuan"),
        children=_count(fields, "anak"),
        elderly=_count(fields, "lansia"),
        disabled=_count(fields, "disabilitas"),
    )
    _check(fields, counts)
    return counts


def _check(fields: Fields, counts: Participants) -> None:
    """Note parts that are more than the whole: men and women together, or any part alone."""
    if counts.total is None:
        return
    both = (counts.men or 0) + (counts.women or 0)
    if both > counts.total:
        fields.add("total", "peserta-tidak-cocok", total=counts.total, parts="laki-laki + perempuan", sum=both)
    for key, part in (("anak", counts.children), ("lansia", counts.elderly), ("disabilitas", counts.disabled)):
        if part and part > counts.total:
            fields.add(key, "peserta-tidak-cocok", total=counts.total, parts=key, sum=part)
