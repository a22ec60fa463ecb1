"""How many came (``peserta``), and whether the numbers can be."""

from pipeline.content.fields import Fields
from pipeline.content.keys import PARTICIPANTS
from pipeline.content.node import Scalar
from pipeline.content.story import Participants


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
    total = story.count("peserta")
    return None if total is None else Participants(total=total)


def _read_counts(fields: Fields) -> Participants:
    counts = Participants(
        total=fields.count("total"),
        men=fields.count("laki-laki"),
        women=fields.count("perempuan"),
        children=fields.count("anak"),
        elderly=fields.count("lansia"),
        disabled=fields.count("disabilitas"),
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
