"""Markdown, with or without front matter: what is a key of reports is kept, all else is told."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import yaml

from pipeline.content.encoding import LARGEST
from pipeline.content.keys import PHOTO, STORY
from pipeline.content.scalar import scalar
from pipeline.content.text import shown
from pipeline.intake.attach import HEAVIEST
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Refusal
from pipeline.intake.guess import Guessed
from pipeline.intake.plaintext import decoded
from pipeline.intake.report import drafted
from pipeline.intake.sniff import picture
from pipeline.intake.source import Source
from pipeline.language import _

_HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_IMAGE = re.compile(r"""(?<![ \t])[ \t]*!\[([^\]\n]{0,500})\]\(\s*<?([^)>\s]+)>?(?:\s+["'][^)\n]*["'])?\s*\)[ \t]*""")


class _Head(NamedTuple):
    """Front matter: the values of known keys, and what was not understood."""

    values: dict[str, Any]
    notes: tuple[str, ...] = ()


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the one draft of a Markdown file."""
    text = decoded(source.read(2 * LARGEST))
    found = _HEAD.match(text)
    head = _head(found[1]) if found else _Head({})
    body = text[found.end() :] if found else text
    notes, photos = list(head.notes), []
    for number, given in enumerate(_listed(head.values.get("foto")), 1):
        photo = _photo(source, given)
        if isinstance(photo, str):
            notes.append(_("foto nomor {number}: {why}").format(number=number, why=photo))
        else:
            photos.append(photo)
    for alt, file in _IMAGE.findall(body):
        photo = _photo(source, {"berkas": file, "alt": alt})
        if isinstance(photo, str):
            notes.append(photo)
        else:
            photos.append(photo)
    title = head.values.get("judul")
    day = head.values.get("tanggal")
    draft = drafted(
        source.origin("markdown"),
        context,
        _IMAGE.sub("", body).strip("\n"),
        title=Guessed(title, "") if isinstance(title, str) and title else None,
        photos=tuple(photos),
        notes=tuple(notes),
        fields=tuple(_fields(head.values)),
    )
    yield _as_given(draft, day, head.values.get("perpustakaan"), head.values.get("terbit_pada"))


def _as_given(draft: Draft, day: object, library: object, publish_at: object) -> Draft:
    """Return *draft* with what its writer said of day and library, which is no guess."""
    known = {
        key: value for key, value in (("tanggal", day), ("perpustakaan", library)) if isinstance(value, str) and value
    }
    return draft._replace(
        date=known.get("tanggal", draft.date),
        library=known.get("perpustakaan", draft.library),
        publish_at=publish_at if isinstance(publish_at, str) else "",
        guesses=tuple(guess for guess in draft.guesses if guess.key not in known),
    )


def _head(text: str) -> _Head:
    """Return what front matter says; all values stay text. What is no plain YAML is told as it stands."""
    try:
        aliases = any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader))
        values = None if aliases else yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  it makes plain values only
    except (yaml.YAMLError, RecursionError, ValueError):
        values = None
    if not isinstance(values, dict):
        return _Head({}, (_("Bagian kepala tidak terbaca:") + "\n" + text,) if text.strip() else ())
    known: dict[str, Any] = {}
    notes: list[str] = []
    for key, value in values.items():
        name = STORY.find(str(key))
        if name is None or name in known:
            notes.append(
                _('Isian "{key}" tidak dikenal: {value}').format(key=shown(str(key)), value=shown(_yaml(value)))
            )
        elif name == "status" and value not in {"terbit", "published", "periksa", "review"}:
            notes.append(_("Status aslinya: {value}").format(value=shown(str(value))))
        else:
            known[name] = value
    return _Head(known, tuple(notes))


def _fields(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the other keys with their values as YAML."""
    for key, value in values.items():
        if key in {"judul", "tanggal", "perpustakaan", "terbit_pada", "status", "foto"} or not value:
            continue
        yield key, _yaml(value)


def _yaml(value: object) -> str:
    """Return *value* as YAML on one line."""
    if isinstance(value, str):
        return scalar(value)
    flow: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False)
    return flow.strip()


def _listed(value: object) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else [value] if value else []
    return [item if isinstance(item, dict) else {"berkas": item} for item in items]


def _photo(source: Source, given: dict[str, Any]) -> Attachment | str:
    """Return the photo that *given* names, or why there is none."""
    known = {PHOTO.find(str(key)) or "": value for key, value in given.items()}
    file = str(known.get("berkas", ""))
    if "://" in file or file.startswith(("//", "data:")):
        return _("Gambar tidak diambil: {address}").format(address=shown(file))
    path = _beside(source, file)
    if path is None:
        return _('Gambar "{name}" tidak ada di samping berkas ini.').format(name=shown(file))
    extra = tuple((key, _yaml(known[key])) for key in ("fotografer", "izin", "ada_anak") if known.get(key))
    caption, alt = (value if isinstance(value, str) else "" for value in (known.get("keterangan"), known.get("alt")))
    return Attachment(path.name, path.read_bytes(), caption, alt, extra)


def _beside(source: Source, file: str) -> Path | None:
    """Return the picture *file* beside *source* or in a folder there; ``None`` where there is none to be used."""
    parts = PurePath(file.replace("\\", "/")).parts
    if source.path is None or not parts or ".." in parts or PurePath(file).is_absolute():
        return None
    folder = source.path.parent.resolve()
    path = folder.joinpath(*parts)
    try:
        if path.resolve() != path or not path.is_file() or path.stat().st_size > HEAVIEST:
            return None
        with path.open("rb") as stream:
            return path if picture(stream.read(32)) else None
    except (OSError, ValueError):
        return None
