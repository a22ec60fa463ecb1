"""Private data in a file, and the exceptions that somebody looked at (``aman``).

Numbers that name a person hold the file at once. Of all else it is only noted that it is there: whether a telephone
is the library's own, or a photo shows the child that a text names, is judged in the archive.
"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.content.catalogue_private import EXCEPTIONS, NO_CHILD
from pipeline.content.document import Document
from pipeline.content.fields import NO, Fields, as_yes
from pipeline.content.found import Found
from pipeline.content.keys import CONSENT, PHOTO, QUOTE, SAFE, Keys
from pipeline.content.near import nearest
from pipeline.content.node import Group, Many, Node, Scalar
from pipeline.content.passage import Passage, passages, single
from pipeline.content.report import Report
from pipeline.content.text import one_line
from pipeline.safety import detect
from pipeline.safety.children import children
from pipeline.safety.finding import Finding
from pipeline.safety.names import names
from pipeline.safety.numbers import IDENTITY, SHOWN, identity


def read_private(document: Document, report: Report) -> tuple[Found, ...]:
    """Return what *document* tells of persons, but for numbers that name one: those are noted in *report*.

    What is marked safe is noted too, in one line for each code, so that it can be counted and looked at again.
    """
    excepted = _exceptions(document.fields)
    used: defaultdict[str, list[int]] = defaultdict(list)
    kept: list[Found] = []
    for found in _all(document):
        code = f"data-{found.kind}"
        mark = NO_CHILD if found.kind == "anak" and NO_CHILD in excepted else code
        if mark in excepted and not found.safe:
            used[mark].append(found.line)
            found = Found(found.line, found.kind, found.text, safe=True)  # noqa: PLW2901  the same, looked at
        if found.kind in IDENTITY and not found.safe:
            report.add(found.line, code, start=f"{found.text[:SHOWN]}…", mark=code)
        elif mark != NO_CHILD:
            kept.append(found)
    for mark, (reason, line) in excepted.items():
        if mark in used:
            lines = ", ".join(map(str, sorted(set(used[mark]))))
            report.add(line, "aman-dipakai", mark=mark, lines=lines, reason=reason)
        else:
            report.add(line, "aman-tidak-perlu", mark=mark)
    return tuple(kept)


def _exceptions(fields: Fields | None) -> dict[str, tuple[str, int]]:
    """Return the reason and the line of every code that is marked safe; what cannot be understood is noted."""
    known: dict[str, tuple[str, int]] = {}
    if fields is None:
        return known
    for entry in fields.each("aman", SAFE, "kode"):
        code, reason = entry.text("kode").lower(), entry.text("alasan")
        if code not in EXCEPTIONS:
            entry.add("kode", "aman-tidak-dikenal", value=code, near=nearest(code, EXCEPTIONS) or EXCEPTIONS[0])
        elif not reason:
            entry.add("kode", "aman-tanpa-alasan", mark=code)
        else:
            known[code] = (reason, entry.line_of("kode"))
    return known


# -- what is there -----------------------------------------------------------------------------------------------------


def _all(document: Document) -> list[Found]:
    """Return every finding once, by line. The head is looked at as it was written, too: there may be comments in it."""
    head = "".join(document.text.splitlines(keepends=True)[: document.body_line - 1])
    found = [Found(head.count("\n", 0, one.start) + 1, one.kind, one.text) for one in identity(head)]
    told = {(one.line, one.kind) for one in found}
    agreed = _agreed(document.fields)
    for passage in passages(document):
        for one in detect(passage.text, passage.lead):
            line = passage.line(one.start)
            if one.kind not in IDENTITY or (line, one.kind) not in told:
                found.append(Found(line, one.kind, one.text, safe=one.kind == "anak" and _plain(one.text) in agreed))
    if document.fields is not None:
        found += _speakers(document.fields)
        found += _shown(document.fields)
    return sorted(dict.fromkeys(found), key=lambda one: one.line)


def _plain(name: str) -> str:
    return one_line(name).casefold()


def _groups(fields: Fields | None, name: str, keys: Keys) -> Iterator[dict[str, Node]]:
    """Yield the mappings of a list, such as ``kutipan``, by their documented keys; nothing is noted."""
    node = next((node for known, node in fields.nodes() if known == name), None) if fields else None
    for item in node.items if isinstance(node, Many) else (node,):
        if isinstance(item, Group):
            yield {key: entry.node for entry in item.entries if (key := keys.find(entry.key))}


def _scalar(group: dict[str, Node], key: str) -> Scalar:
    node = group.get(key)
    return node if isinstance(node, Scalar) else Scalar("", 1)


def _guarded(group: dict[str, Node]) -> bool:
    """Whether a guardian agreed."""
    consent = group.get("izin")
    guardian = (entry.node for entry in consent.entries if CONSENT.find(entry.key) == "wali") if isinstance(
        consent, Group
    ) else ()  # fmt: skip
    return any(as_yes(node) for node in guardian)


def _refused(group: dict[str, Node]) -> bool:
    return _scalar(group, "izin").text.strip().lower() in NO


def _agreed(fields: Fields | None) -> frozenset[str]:
    """Return the names of the children who are quoted with their guardians' consent."""
    quotes = _groups(fields, "kutipan", QUOTE)
    return frozenset(_plain(_scalar(quote, "nama").text) for quote in quotes if _guarded(quote))


def _speakers(fields: Fields) -> Iterator[Found]:
    """Yield the full names of children who are quoted; who said no is shown to nobody."""
    for quote in _groups(fields, "kutipan", QUOTE):
        name, role = _scalar(quote, "nama"), _scalar(quote, "peran")
        if not _refused(quote):
            for one in _in(single(f"{name.text}, {role.text}.", name.line)):
                yield Found(name.line, one.kind, one.text, safe=_guarded(quote))


def _in(passage: Passage) -> list[Finding]:
    return [one for one in children(passage.text) if one.start == 0]


def _shown(fields: Fields) -> Iterator[Found]:
    """Yield the full names beside photos that show children: a name, a place and a face tell who a child is."""
    for photo in _groups(fields, "foto", PHOTO):
        child = photo.get("ada_anak")
        if child is None or not as_yes(child) or _refused(photo):
            continue
        for key in ("keterangan", "alt"):
            text = _scalar(photo, key)
            for name in names(single(text.text, text.line).text):
                if name.full and not name.adult:
                    yield Found(text.line, "anak", name.text)
