"""A policy question as people write it: options with scores from 1 to 5, a reason beside each or not."""

import re
from decimal import Decimal
from urllib.parse import urlsplit

from pipeline.content.fields import Fields
from pipeline.content.keys import CRITERIA as CRITERIA_KEYS
from pipeline.content.keys import ISSUE, MARK, OPTION, REFERENCE
from pipeline.content.node import Group, Many, Scalar
from pipeline.content.option import CRITERIA, LEAST, MOST, Issue, Mark, Option, Reference, View
from pipeline.content.record import ReadRecord
from pipeline.content.record_reader import area, day, read_file
from pipeline.content.text import lines

FOLDER = "content/opsi/"

FEW, MANY = 2, 8
"""A question has so many options: one leaves no choice, and more than eight nobody can weigh."""

THOUSAND = 1_000

_VIEW: dict[str, View] = {
    "prospektif": "prospektif", "prospective": "prospektif", "rencana": "prospektif", "sebelum": "prospektif",
    "retrospektif": "retrospektif", "retrospective": "retrospektif", "pelaksanaan": "retrospektif",
    "evaluasi": "retrospektif", "sesudah": "retrospektif",
}  # fmt: skip

_WEIGHT = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*%?", re.ASCII)

_WITH_REASON = re.compile(
    r"(-?\d{1,6})\s*(?:/\s*5)?\s*(?:[,:;.–—-]\s*|\bkarena\b\s*|\bsebab\b\s*|\(\s*)?(.*?)\)?", re.DOTALL
)


def read_issue(path: str, data: bytes) -> ReadRecord:
    """Return what the policy question *data* at *path* says. Pure; never raises for what is in it."""
    return read_file(path, data, FOLDER, ISSUE, _issue)


def _issue(fields: Fields, path: str, address: str) -> Issue:
    issue = Issue(
        address=address,
        path=path,
        area=area(fields),
        title=fields.required("judul", "judul-hilang"),
        view=fields.choice("jenis", _VIEW, wrong="jenis-opsi-tidak-dikenal") or "prospektif",
        day=day(fields, "tanggal"),
        problem=fields.text("masalah"),
        evidence=texts(fields, "bukti"),
        options=_options(fields),
        weights=_weights(fields),
        recommendation=fields.text("rekomendasi"),
        references=_references(fields),
        sample=fields.yes("contoh") or False,
    )
    if not FEW <= len(issue.options) <= MANY:
        fields.add("opsi", "opsi-jumlah", number=len(issue.options), few=FEW, many=MANY)
    return issue


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the texts of *key*: a list, or a text with one on each line; commas part nothing."""
    node = fields.node(key)
    if isinstance(node, Many):
        found = [" ".join(item.text.split()) for item in node.items if isinstance(item, Scalar)]
        if len(found) < len(node.items):
            fields.add(key, "bukan-daftar")
    else:
        found = lines(node.text).splitlines() if isinstance(node, Scalar) else []
        if isinstance(node, Group):
            fields.add(key, "bukan-daftar")
    return tuple(text for one in found if (text := one.strip().removeprefix("- ").strip()))


def _options(fields: Fields) -> tuple[Option, ...]:
    found: dict[str, Option] = {}
    for one in fields.each("opsi", OPTION, "nama"):
        option = _option(one)
        if option is not None and option.name in found:
            one.add("nama", "opsi-ganda", value=option.name)
        elif option is not None:
            found[option.name] = option
    return tuple(found.values())


def _option(fields: Fields) -> Option | None:
    name = fields.text("nama")
    if not name:
        fields.report.add(fields.line, "opsi-tanpa-nama")
        return None
    option = Option(
        name=name,
        description=fields.text("uraian"),
        cost=fields.money("biaya"),
        pros=texts(fields, "kelebihan"),
        cons=texts(fields, "kekurangan"),
        marks=_marks(fields),
    )
    if not option.complete:
        missing = [name for name, mark in zip(CRITERIA, option.marks, strict=True) if mark.score is None]
        fields.add("skor", "skor-kurang", option=name, missing=", ".join(missing))
    return option


def _marks(fields: Fields) -> tuple[Mark, ...]:
    scores = fields.group("skor", CRITERIA_KEYS)
    return tuple(_mark(scores, name) if scores is not None else Mark() for name in CRITERIA)


def _mark(scores: Fields, name: str) -> Mark:
    node = scores.node(name)
    if isinstance(node, Group):
        said = Fields(node, MARK, scores.report)
        text, reason = said.text("skor"), said.text("alasan")
    else:
        text, reason = scores.text(name), ""
    found = _WITH_REASON.fullmatch(text)
    if not text:
        return Mark(None, reason)
    if found is None or not LEAST <= int(found[1]) <= MOST:
        scores.add(name, "skor-di-luar", value=text)
        return Mark(None, reason)
    return Mark(int(found[1]), reason or found[2].strip())


def _weights(fields: Fields) -> tuple[int, ...]:
    """Return the weights in thousandths of what was written, none where nothing useful was."""
    said = fields.group("bobot", CRITERIA_KEYS)
    if said is None:
        return ()
    found = tuple(_weight(said, name) for name in CRITERIA)
    if not any(found):
        fields.add("bobot", "bobot-kosong")
        return ()
    if sum(found) not in (THOUSAND, 100 * THOUSAND):
        number = Decimal(sum(found)) / THOUSAND
        fields.add("bobot", "bobot-disesuaikan", sum=f"{number.normalize():f}".replace(".", ","))
    return found


def _weight(said: Fields, name: str) -> int:
    text = said.text(name)
    if not text:
        return 0
    found = _WEIGHT.fullmatch(text)
    if found is None:
        said.add(name, "bobot-tidak-sah", value=text)
        return 0
    return int(Decimal(found[1].replace(",", ".")) * THOUSAND)


def _references(fields: Fields) -> tuple[Reference, ...]:
    found = []
    for one in fields.each("acuan", REFERENCE, "judul"):
        title, url = one.text("judul"), one.text("url")
        if not url and is_web(title):
            url = title
        if url and not is_web(url):
            one.add("url", "url-acuan", value=url)
            url = ""
        if title or url:
            found.append(Reference(title or url, url))
    return tuple(found)


def is_web(text: str) -> bool:
    """Whether *text* is a web address to which a page may link."""
    try:
        there = urlsplit(text)
    except ValueError:
        return False
    sound = there.scheme in ("http", "https") and bool(there.hostname) and not there.username
    return sound and not re.search(r"[\s\x00-\x1f\x7f<>\"]", text)
