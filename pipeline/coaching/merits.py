"""What a report does well: the rarest thing that can be pointed at, and nothing where there is nothing to point at."""

import re
from collections.abc import Iterator
from itertools import chain

from pipeline.coaching.advice import Praise
from pipeline.coaching.manuscript import Cited, Manuscript
from pipeline.coaching.numerals import numerals
from pipeline.coaching.photos import written
from pipeline.content.node import Group, Many, Scalar
from pipeline.content.text import one_line, unquoted

MUCH = 12
"""Words that are repeated at most."""

BRIEF = 16
"""Words of an opening sentence that is short."""

TELLING = 8
"""Words from which on an alt text tells what is to be seen."""


def merit(script: Manuscript) -> Praise | None:
    """Return the one thing that *script* does best, ``None`` where nothing stands out."""
    return next(_merits(script), None)


def _merits(script: Manuscript) -> Iterator[Praise]:
    return chain.from_iterable(rule(script) for rule in (_evidence, _voices, _numbers, _photos, _openings))


def _evidence(script: Manuscript) -> Iterator[Praise]:
    before, after = _head(script, "sebelum"), _head(script, "sesudah")
    if before and after:
        yield _praise(script, "puji-sebelum-sesudah", before=before.words, after=after.words)
    if source := _source(script):
        yield _praise(script, "puji-bukti", words=source.words)
    story = script.story
    if story.status != "draf" and (source := _named_source(script)):
        yield _praise(script, "puji-sumber", words=source.words)
    if story.problem and story.action and (result := story.result and script.cite(story.result, most=MUCH, head=True)):
        yield _praise(script, "puji-lengkap", words=result.words)


def _voices(script: Manuscript) -> Iterator[Praise]:
    for quote in script.story.quotes:
        full = quote.name and quote.role and quote.consent.given
        if full and (said := script.cite(quote.text, most=MUCH, head=True)):
            yield _praise(script, "puji-suara", words=said.words)


def _numbers(script: Manuscript) -> Iterator[Praise]:
    if number := _number(script):
        yield _praise(script, "puji-angka-cocok", words=number.words)
    steps = script.story.steps
    if steps and (step := script.cite(steps[0], most=MUCH, head=True)):
        yield _praise(script, "puji-langkah", words=step.words)


def _photos(script: Manuscript) -> Iterator[Praise]:
    for photo in script.story.photos:
        guarded = photo.shows_child and photo.consent.guardian
        if guarded and (said := script.cite(photo.caption, most=MUCH, head=True)):
            yield _praise(script, "puji-izin-wali", words=said.words)
    alts = [photo.alt for photo in written(script)]
    telling = alts and all(len(alt.split()) >= TELLING for alt in alts)
    if telling and (said := script.cite(alts[0], most=MUCH, head=True)):
        yield _praise(script, "puji-alt", words=said.words)


def _openings(script: Manuscript) -> Iterator[Praise]:
    story = script.story
    if story.kind == "pengumuman" and story.date.clock and (day := _head(script, "tanggal")):
        yield _praise(script, "puji-jadwal", words=day.words)
    if story.status == "draf":
        return  # what stands there may be a note to herself
    first = next((one for one in script.sentences if script.lead.startswith(one)), "")
    if 3 < len(first.split()) <= BRIEF and _is_news(first) and (said := script.exactly(first)):
        yield _praise(script, "puji-teras", words=said.words)


def _praise(script: Manuscript, code: str, **values: str) -> Praise:
    return Praise(script.story.path, code, values)


def _head(script: Manuscript, key: str) -> Cited | None:
    """Return the text of a key as it stands in the file."""
    node = script.fields.node(key) if script.fields is not None else None
    return script.cite(unquoted(one_line(node.text)), head=True) if isinstance(node, Scalar) else None


def _source(script: Manuscript) -> Cited | None:
    """Return the source of the first piece of evidence that has one."""
    node = script.fields.node("bukti") if script.fields is not None else None
    for item in node.items if isinstance(node, Many) else (node,):
        for entry in item.entries if isinstance(item, Group) else ():
            if entry.key.strip().lower() in ("sumber", "source") and isinstance(entry.node, Scalar):
                return script.cite(unquoted(one_line(entry.node.text)), head=True)
    return None


def _named_source(script: Manuscript) -> Cited | None:
    """Return where the body itself says from what it knows."""
    found = _SOURCE.search(script.text)
    return script.exactly(found[0]) if found else None


_SOURCE = re.compile(
    r"\b(?:(?:sebagaimana|seperti) diberitakan [A-Z][\w ]{2,40}|(?:menurut|berdasarkan|sesuai dengan)"
    r" (?:daftar hadir|buku tamu|buku pinjam\w*|catatan [^\W\d]+|data [^\W\d]+|nota [^\W\d]+))",
)
"""*Menurut buku tamu*, *sebagaimana diberitakan Jabar Ekspres*."""


def _number(script: Manuscript) -> Cited | None:
    """Return the total of the participants as the body names it, with the word after it."""
    people = script.story.participants
    if people is None or not people.total or people.men is None or people.women is None:
        return None
    if people.men + people.women != people.total:
        return None
    for number in numerals(script.text):
        if number.value == people.total:
            said = re.match(r"\S+(?:\s[^\W\d]+)?", script.text[number.start + len(number.text) - 1 :])
            return script.exactly(number.text[:-1] + said[0]) if said else None
    return None


def _is_news(sentence: str) -> bool:
    """Whether *sentence* tells of somebody or something, and is no ceremony."""
    if _CEREMONY.search(sentence):
        return False
    return any(numerals(sentence)) or re.search(r"\s[A-Z]", sentence) is not None


_CEREMONY = re.compile(
    r"^(?:Dalam rangka|Pada|Telah|Kegiatan|Acara|Puji)\b|\b(?:di(?:laksanakan|adakan|selenggarakan)|berjalan)\b"
)
