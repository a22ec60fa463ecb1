"""What a report proves, and by which numbers: ``bukti``, ``sebelum``, ``sesudah``, ``survei``, ``orang``."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.content.fields import Fields
from pipeline.content.keys import MEASURE, PEOPLE, PROOF, SURVEY
from pipeline.content.near import fold
from pipeline.content.node import Group, Scalar
from pipeline.content.number import read_number
from pipeline.content.proof import Answers, Measure, People, Proof, Recipe, Survey
from pipeline.content.story import Participants
from pipeline.content.text import one_line, unquoted
from pipeline.content.when import moment

QUESTIONS = ("pengetahuan", "percaya_diri", "penerapan", "kesadaran")

FUNDING = {
    fold(name): name
    for name in ("APBDes", "APBD", "APBN", "Dana Desa", "CSR", "swadaya", "donatur", "hibah", "sponsor", "iuran")
}
"""Where money comes from, as it is spelled; anything else is kept as it was written."""


def read_proofs(story: Fields) -> tuple[Proof, ...]:
    """Return the ``bukti`` of *story*; one that says nothing is left out, with a problem."""
    return tuple(_proofs(story))


def _proofs(story: Fields) -> Iterator[Proof]:
    for fields in story.each("bukti", PROOF, "apa"):
        text, number = fields.text("apa"), _number(fields)
        source, day = fields.text("sumber"), _day(fields)
        if not text and number is None:
            fields.add("apa", "bukti-kosong")
            continue
        if not source:
            fields.add("sumber", "bukti-tanpa-sumber")
        value, unit = number or (None, "")
        yield Proof(text, fields.text("jenis"), value, unit, source, day)


def _number(fields: Fields) -> tuple[float, str] | None:
    """Return ``nilai`` and its unit: ``satuan``, or what is written behind the number."""
    node = fields.node("nilai")
    if node is None:
        return None
    found = read_number(node.text) if isinstance(node, Scalar) else None
    if found is None:
        fields.add("nilai", "ukuran-tanpa-angka", value=fields.shown("nilai"))
        return None
    value, unit = found
    said = fields.text("satuan")
    if not (said or unit):
        fields.add("nilai", "ukuran-tanpa-satuan", value=fields.shown("nilai"))
    return value, said or unit


def _day(fields: Fields) -> date | None:
    found = moment(fields, "tanggal", wrong="bukti-tanggal")[0]
    return found.day if found else None


def read_change(story: Fields) -> tuple[Measure, Measure] | None:
    """Return what was measured before and after (``sebelum``, ``sesudah``), ``None`` where one of them is not there.

    Two units cannot be compared: that is a problem, and nothing is shown.
    """
    before, after = _measure(story, "sebelum"), _measure(story, "sesudah")
    if before is None or after is None:
        for key, other, lacks in (("sebelum", "sesudah", after), ("sesudah", "sebelum", before)):
            if lacks is None and story.node(key) is not None and story.node(other) is None:
                story.add(key, "sebelum-tanpa-sesudah", other=other)
        return None
    if fold(before.unit) != fold(after.unit):
        story.add("sesudah", "satuan-berbeda", before=before.unit or "…", after=after.unit or "…")
        return None
    return before, after


def _measure(story: Fields, key: str) -> Measure | None:
    node = story.node(key)
    if isinstance(node, Group):
        fields = Fields(node, MEASURE, story.report)
        number = _number(fields)
        if number is None:
            if fields.node("nilai") is None:
                story.add(key, "ukuran-tanpa-angka", value="…")
            return None
        value, unit = number
        return Measure(value, unit, fields.text("apa"), fields.text("keterangan"), fields.text("sumber"), _day(fields))
    if node is None:
        return None
    number = read_number(unquoted(one_line(node.text))) if isinstance(node, Scalar) else None
    if number is None:
        story.add(key, "ukuran-tanpa-angka", value=story.shown(key))
        return None
    if not number[1]:
        story.add(key, "ukuran-tanpa-satuan", value=story.shown(key))
    unit, note = _parted(number[1])
    return Measure(number[0], unit, note=note)


_NOTED = re.compile(r"(?P<unit>[^,(]+?)\s*(?:,\s*(?P<after>.+)|\((?P<within>[^()]+)\)\.?)", re.DOTALL)


def _parted(text: str) -> tuple[str, str]:
    """Return a unit, and what is said beside it: ``pinjaman (Februari 2026)``, ``per bungkus, tanpa label``."""
    found = _NOTED.fullmatch(text)
    return (found["unit"], found["after"] or found["within"]) if found else (text, "")


def read_survey(story: Fields) -> Survey | None:
    """Return the results of the four questions (``survei``): ``18/20``, or ``18`` with ``menjawab: 20``."""
    fields = story.group("survei", SURVEY)
    if fields is None:
        return None
    of = fields.count("menjawab")
    answers = [_answers(fields, key, of) for key in QUESTIONS]
    if not any(answers):
        fields.add("menjawab", "survei-kosong")
        return None
    return Survey(*answers)


def _answers(fields: Fields, key: str, of: int | None) -> Answers | None:
    node = fields.node(key)
    if node is None:
        return None
    parts = node.text.replace("dari", "/").split("/") if isinstance(node, Scalar) else []
    numbers = [read_number(part) for part in parts]
    counts = [int(found[0]) for found in numbers if found and found[0] >= 0 and found[0] == int(found[0])]
    if not counts or len(counts) != len(parts) or len(counts) > 2:
        fields.add(key, "survei-tidak-terbaca", value=fields.shown(key))
        return None
    asked = counts[1] if len(counts) > 1 else of
    if asked is None:
        fields.add(key, "survei-tanpa-penjawab", value=counts[0])
        return None
    if counts[0] > asked:
        fields.add(key, "survei-tidak-cocok", agreed=counts[0], of=asked)
        return None
    return Answers(counts[0], asked) if asked else None


def read_people(story: Fields, participants: Participants | None) -> People | None:
    """Return how many distinct people took part (``orang``); without a source it is no more than an attendance."""
    node = story.node("orang")
    if node is None:
        return None
    fields = Fields(node, PEOPLE, story.report) if isinstance(node, Group) else None
    count = fields.count("jumlah") if fields else story.count("orang")
    source = fields.text("sumber") if fields else ""
    if count is None:
        return None
    if not source:
        story.add("orang", "orang-tanpa-sumber", number=count)
        return None
    came = participants.total if participants else None
    if came is not None and count > came:
        story.add("orang", "orang-lebih-banyak", number=count, total=came)
        return None
    return People(count, source)


def read_funding(story: Fields) -> tuple[str, ...]:
    """Return where the money came from (``sumber_dana``)."""
    return tuple(dict.fromkeys(FUNDING.get(fold(word), word) for word in story.words("sumber_dana")))


def read_recipe(story: Fields) -> Recipe | None:
    """Return what makes the activity repeatable (``resep``, ``kebutuhan``, ``hambatan``), ``None`` for nothing."""
    found = Recipe(story.text("resep"), story.words("kebutuhan"), _lines(story, "hambatan"))
    return None if found == Recipe() else found


def _lines(story: Fields, key: str) -> tuple[str, ...]:
    """Return a list, or a text with one item on each line: commas belong to sentences."""
    node = story.node(key)
    if not isinstance(node, Scalar):
        return story.words(key)
    return tuple(filter(None, (line.strip(" -*•") for line in story.paragraphs(key).splitlines())))
