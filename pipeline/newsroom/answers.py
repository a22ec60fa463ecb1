"""From the answers of a form to the file of a report, and back. Pure.

A report is written as answers to a few questions. What its file holds beyond them stays in it word for word
(``lain``), and a file that answers would not give back as it reads is edited as a whole (``sumber``): nothing that
somebody wrote is lost by being edited on a phone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from pipeline.content.address import topic_slug
from pipeline.content.compose import compose as tree_of
from pipeline.content.keys import PARTICIPANTS, PHOTO, QUOTE, STORY, Keys
from pipeline.content.node import BrokenError, Group, Many, Node, Scalar
from pipeline.content.scalar import plain, scalar
from pipeline.content.story_reader import read_story

Fields = Mapping[str, str]

SOURCE = "sumber"
"""The field of a whole file, where it is not edited as answers."""

LIMITS = {
    "judul": 200, "apa": 40_000, "tanggal": 40, "lokasi": 200, "siapa": 10_000, "jumlah": 20, "laki": 20,
    "perempuan": 20, "anak": 20, "kutipan": 2_000, "kutipan_nama": 100, "kutipan_peran": 100, "kutipan_izin": 2,
    "berubah": 2_000, "ringkasan": 600, "strategi": 40, "topik": 300, "penulis": 100, "terbit_pada": 60,
    "embargo": 60, "lain": 16_000, SOURCE: 120_000,
}  # fmt: skip
"""The fields, and how many letters each may have."""

EDITORS = ("terbit_pada", "embargo", "lain", SOURCE)
"""Fields that only editors fill: what others save keeps them as they are."""

PHOTOS = 24
"""Photos of one report."""

WHO = "## Siapa yang ikut?"
"""The heading under which a file tells who came."""

KINDS = {"laki": "laki-laki", "perempuan": "perempuan", "anak": "anak"}


class Shot(NamedTuple):
    """What is said of one photo. *key* is its own, *name* that of its file, *consent* of all people in it."""

    key: str
    caption: str = ""
    alt: str = ""
    consent: bool = False
    child: bool = False
    name: str = ""


class Answers(msgspec.Struct, frozen=True):
    """All that one version of a report says: *fields* by name, and *photos* in order."""

    fields: dict[str, str]
    photos: tuple[Shot, ...] = ()

    @property
    def is_source(self) -> bool:
        """Whether it is a whole file."""
        return bool(self.fields.get(SOURCE))

    @property
    def title(self) -> str:
        """What it is called, as far as that is known."""
        if self.is_source:
            found = re.search(r"^(?:judul|title):[ \t]*(.*)$", self.fields[SOURCE], re.MULTILINE)
            return found[1].strip(" \"'") if found else ""
        return self.fields.get("judul", "")


class Sheet(NamedTuple):
    """The file of a report: its *text*, and which field each of its lines comes from (the first line is 1)."""

    text: str
    origins: tuple[str, ...]

    def field_of(self, line: int) -> str:
        """Return the field that *line* comes from, empty where it is of none."""
        return self.origins[line - 1] if 0 < line <= len(self.origins) else ""


def tidy(given: Mapping[str, object], photos: tuple[Shot, ...] = ()) -> Answers:
    """Return what of *given* is ours: known fields that hold something, none longer than it may be."""
    fields = {
        name: _clean(value)[: LIMITS[name]]
        for name, value in given.items()
        if name in LIMITS and isinstance(value, str) and value.strip()
    }
    return Answers(fields, photos[:PHOTOS])


def carried(given: Answers, before: Answers | None) -> Answers:
    """Return *given*, from somebody who is no editor, with what only editors say as it was *before*."""
    kept = {name: value for name, value in (before.fields if before else {}).items() if name in EDITORS}
    said = {name: value for name, value in given.fields.items() if name not in EDITORS}
    return Answers(said | kept, given.photos)


def named(given: Answers, names: Mapping[str, str]) -> Answers:
    """Return *given* with those photos only that *names* has files for, by their keys."""
    photos = tuple(shot._replace(name=names[shot.key]) for shot in given.photos if names.get(shot.key))
    return Answers(given.fields, photos)


def _clean(text: str) -> str:
    """Return *text* with plain line ends, without what no file can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable() or letter in "\u200d\u200b")


# -- answers to a file -------------------------------------------------------------------------------------------------


def sheet(answers: Answers, library: str, status: str = "") -> Sheet:
    """Return the file of *answers*, a report of *library*."""
    if answers.is_source:
        text = answers.fields[SOURCE].rstrip("\n") + "\n"
        return Sheet(text, (SOURCE,) * (text.count("\n") + 1))
    fields = answers.fields
    rows: list[tuple[str, str]] = [("", "---")]
    rows += _head(fields, answers.photos, library, status)
    rows += [("lain", line) for line in fields.get("lain", "").split("\n") if line.strip()]
    rows += [("", "---"), ("apa", "")]
    rows += [("apa", line) for line in fields.get("apa", "").strip("\n").split("\n")]
    if fields.get("siapa"):
        rows += [("siapa", line) for line in ("", WHO, "", *fields["siapa"].strip("\n").split("\n"))]
    return Sheet("\n".join(line for _name, line in rows) + "\n", tuple(name for name, _line in rows))


def _head(fields: Fields, photos: tuple[Shot, ...], library: str, status: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of the front matter, each with its field."""
    topics = [scalar(topic) for topic in re.split(r"[,;\n]", fields.get("topik", "")) if topic_slug(plain(topic))]
    for name, key, value in (
        ("judul", "judul", scalar(fields.get("judul", ""))),
        ("tanggal", "tanggal", _day(fields.get("tanggal", ""))),
        ("perpustakaan", "perpustakaan", library),
        ("terbit_pada", "terbit_pada", fields.get("terbit_pada", "")),
        ("embargo", "embargo", fields.get("embargo", "")),
        ("status", "status", status),
        ("strategi", "strategi", scalar(fields.get("strategi", ""))),
        ("topik", "topik", f"[{', '.join(topics)}]" if topics else ""),
        ("ringkasan", "ringkasan", scalar(fields.get("ringkasan", ""))),
        ("penulis", "penulis", scalar(fields.get("penulis", ""))),
        ("lokasi", "lokasi", scalar(fields.get("lokasi", ""))),
        ("jumlah", "peserta", _participants(fields)),
        ("berubah", "dampak", scalar(fields.get("berubah", ""))),
    ):
        if value:
            yield name, f"{key}: {value}"
    if fields.get("kutipan"):
        yield "kutipan", "kutipan:"
        yield "kutipan", f"  - teks: {scalar(fields['kutipan'])}"
        for name, key in (("kutipan_nama", "nama"), ("kutipan_peran", "peran")):
            if fields.get(name):
                yield name, f"    {key}: {scalar(fields[name])}"
        yield "kutipan_izin", f"    izin: {'ya' if fields.get('kutipan_izin') else 'tidak'}"
    if photos:
        yield "foto", "foto:"
    for shot in photos:
        yield from ((f"foto-{shot.key}", line) for line in _shot(shot))


def _day(text: str) -> str:
    return text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else scalar(text)


def _participants(fields: Fields) -> str:
    parts = {KINDS[name]: plain(fields[name]) for name in KINDS if fields.get(name)}
    total = plain(fields.get("jumlah", ""))
    if not parts:
        return scalar(total) if total and not total.isdecimal() else total
    given = ({"total": total} if total else {}) | parts
    return (
        "{" + ", ".join(f"{key}: {value if value.isdecimal() else scalar(value)}" for key, value in given.items()) + "}"
    )


def _shot(shot: Shot) -> Iterator[str]:
    """Yield the entry of a photo. Whoever ticks a photo of children says that their guardians agreed as well."""
    yield f"  - berkas: {scalar(shot.name)}"
    if shot.caption:
        yield f"    keterangan: {scalar(shot.caption)}"
    if shot.alt:
        yield f"    alt: {scalar(shot.alt)}"
    if shot.child:
        yield "    ada_anak: ya"
        yield f"    izin: {'{wali: ya}' if shot.consent else 'tidak'}"
    else:
        yield f"    izin: {'ya' if shot.consent else 'tidak'}"


# -- a file to answers -------------------------------------------------------------------------------------------------


class Opened(NamedTuple):
    """A file as answers, and the library that it names."""

    answers: Answers
    library: str


def opened(path: str, data: bytes) -> Opened | None:
    """Return the report *data* of the file *path* as answers, of which photos are named by their files.

    ``None`` where they would not give back the same report: it is then edited as a whole.
    """
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    found = re.match(r"---\n(.*?\n)---[ \t]*\n?", text, re.DOTALL)
    before = read_story(path, data).story
    if found is None or before is None:
        return None
    try:
        tree = tree_of(found[1], 1)
    except BrokenError:
        return None
    if not isinstance(tree, Group):
        return None
    read = _read(tree, found[1].split("\n"), text[found.end() :])
    if read is None:
        return None
    again = sheet(read.answers, read.library)
    return read if read_story(path, again.text.encode()).story == before else None


def _read(tree: Group, lines: list[str], body: str) -> Opened | None:
    """Return what *tree*, with its *lines*, and *body* say; ``None`` where they say it in a way that no form has."""
    said: dict[str, str] = {}
    kept: list[str] = []
    photos: tuple[Shot, ...] = ()
    ends = [*(entry.line for entry in tree.entries[1:]), len(lines) + 1]
    for entry, end in zip(tree.entries, ends, strict=True):
        name = STORY.find(entry.key)
        found = _one(name, entry.node) if name else None
        if name == "foto" and (shots := _shots(entry.node)) is not None:
            photos = shots
        elif found is None:
            kept += lines[entry.line - 1 : end - 1]
        else:
            said |= found
    what, mark, who = body.strip("\n").partition(f"\n{WHO}\n")
    said |= {"apa": what.strip("\n"), "siapa": who.strip("\n") if mark else "", "lain": "\n".join(kept).strip("\n")}
    library = said.pop("perpustakaan", "")
    return Opened(tidy(said, photos), library)


_SAME = ("judul", "tanggal", "perpustakaan", "terbit_pada", "embargo", "strategi", "ringkasan", "penulis", "lokasi")


def _one(name: str, node: Node) -> dict[str, str] | None:
    """Return the fields that the value *node* of the key *name* fills, ``None`` where no field holds it."""
    if isinstance(node, Scalar):
        if name in _SAME:
            return {name: node.text}
        alone = {"dampak": "berubah", "peserta": "jumlah", "topik": "topik"}
        return {alone[name]: node.text} if name in alone else None
    if name == "topik" and isinstance(node, Many):
        topics = [item.text for item in node.items if isinstance(item, Scalar)]
        return {"topik": ", ".join(topics)} if len(topics) == len(node.items) else None
    if name == "peserta" and isinstance(node, Group):
        known = {"total": "jumlah"} | {key: field for field, key in KINDS.items()}
        return _texts(node, PARTICIPANTS, known)
    if name == "kutipan" and isinstance(node, Many) and len(node.items) == 1 and isinstance(node.items[0], Group):
        known = {"teks": "kutipan", "nama": "kutipan_nama", "peran": "kutipan_peran", "izin": "kutipan_izin"}
        found = _texts(node.items[0], QUOTE, known)
        return None if found is None or found.get("kutipan_izin") not in {"ya", "tidak"} else _ticked(found)
    return None


def _ticked(found: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in found.items() if (name, value) != ("kutipan_izin", "tidak")}


def _texts(node: Group, keys: Keys, known: Mapping[str, str]) -> dict[str, str] | None:
    """Return the texts of *node* by the names that *known* gives their keys; ``None`` where it holds anything else."""
    found: dict[str, str] = {}
    for entry in node.entries:
        name = known.get(keys.find(entry.key) or "")
        if name is None or not isinstance(entry.node, Scalar) or name in found:
            return None
        found[name] = entry.node.text
    return found


def _shots(node: Node) -> tuple[Shot, ...] | None:
    """Return the photos of *node*, where each says no more than a form asks."""
    if not isinstance(node, Many):
        return None
    found = []
    for item in node.items:
        known = {name: name for name in ("berkas", "keterangan", "alt", "ada_anak", "izin")}
        agreed = _guardian(item)
        said = _texts(agreed or item, PHOTO, known) if isinstance(item, Group) else None
        if said is None or "/" in said.get("berkas", "/") or said.get("izin") not in {"ya", "tidak"}:
            return None
        child = said.get("ada_anak") == "ya"
        shot = Shot("", said.get("keterangan", ""), said.get("alt", ""), said["izin"] == "ya", child, said["berkas"])
        found.append(shot)
    return tuple(found)


def _guardian(item: Node) -> Group | None:
    """Return *item* with a plain yes where guardians agreed and no more is said of it."""
    if not isinstance(item, Group):
        return None
    return Group(tuple(entry._replace(node=_agreed(entry.node)) for entry in item.entries), item.line)


def _agreed(node: Node) -> Node:
    """Return a plain yes in the place of ``{wali: ya}``."""
    if isinstance(node, Group) and len(node.entries) == 1:
        (entry,) = node.entries
        if entry.key == "wali" and isinstance(entry.node, Scalar) and entry.node.text == "ya":
            return entry.node
    return node
