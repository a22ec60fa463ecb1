"""The catalogues of messages, written again from the code: ``python -m docs.messages`` (or ``make messages``).

Messages are Indonesian in the code. ``pipeline/locale/en`` holds all of them in English; every other language there
holds what readers see. What is new is added without a translation, what is gone is dropped. A test fails until all is
translated into English; in the other languages what is missing stays Indonesian.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.content.catalogue import CODES
from pipeline.content.indicator_reader import DEFAULT, default_indicators
from pipeline.templating.translated import _TEXT

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "pipeline" / "locale"
ENGLISH = LOCALES / "en" / "LC_MESSAGES" / "warta.po"
CLICK = LOCALES / "id" / "LC_MESSAGES" / "click.po"
"""What click itself says, in Indonesian: written by hand."""

MARKS = ("_", "N_", "say")
"""Functions whose argument is a message."""

READERS = ("templates/", "pipeline/desks/", "pipeline/templating/", "pipeline/pictures/", "pipeline/data/")
"""Where the texts of pages, cards and posts stand."""

BEHIND = ("pipeline/pictures/darkroom.py",)
"""Files among those whose texts only the newsroom reads: why a photo could not be used."""

MADE = datetime(2026, 11, 22, tzinfo=UTC)
"""The date in every catalogue: a real one would make a change where there is none."""


class Message(NamedTuple):
    """A text where it stands. *mark* is the function around it: ``_`` speaks to whoever runs warta."""

    path: str
    text: str
    mark: str


def extracted() -> dict[str, list[str]]:
    """Return every message of the code, the catalogue of problems and the templates, with the files it stands in."""
    return _by_text([*_of_code(), *_of_problems(), *_of_indicators(), *_of_templates()])


def shown() -> dict[str, list[str]]:
    """Return the messages that readers see, on pages, cards and in posts, with the files they stand in.

    In templates that is every message. In code it is what is put into the language of the site (``N_``, ``say``) and
    not into that of whoever runs warta (``_``).
    """
    found = [*_of_templates(), *_of_indicators(), *(message for message in _of_code() if message.mark != "_")]
    return _by_text(message for message in found if message.path.startswith(READERS) and message.path not in BEHIND)


def _by_text(messages: Iterable[Message]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path, text in sorted({(message.path, message.text) for message in messages}):
        found.setdefault(text, []).append(path)
    return found


def _of_code() -> Iterator[Message]:
    for path in (ROOT / "pipeline").rglob("*.py"):
        yield from of_code(path.relative_to(ROOT).as_posix(), path.read_bytes())


def of_code(path: str, source: bytes) -> Iterator[Message]:
    """Yield the messages in *source*, the code at *path*. By the syntax tree: it also sees calls in an f-string."""
    for mark, text in _marked(source):
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield Message(path, text.value, mark)


def lost(source: bytes) -> list[int]:
    """Return the lines of code on which a text is marked that no catalogue can hold: put together while it runs."""
    composed = (ast.JoinedStr, ast.BinOp, ast.Call)
    return [text.lineno for mark, text in _marked(source) if isinstance(text, composed) and not _translated(text)]


def _translated(text: ast.expr) -> bool:
    """Whether *text* is itself a marked text: ``say(N_("Contoh"))``."""
    return isinstance(text, ast.Call) and _name(text.func) in MARKS


def _marked(source: bytes) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in MARKS and node.args:
            yield _name(node.func), node.args[0]


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _of_problems() -> Iterator[Message]:
    for code in CODES.values():
        yield Message("pipeline/content/catalogue.py", code.message, "N_")
        yield Message("pipeline/content/catalogue.py", code.fix, "N_")


def _of_indicators() -> Iterator[Message]:
    """Yield what the indicators say that hold where a newsroom defines none."""
    path = DEFAULT.relative_to(ROOT).as_posix()
    for one in default_indicators():
        yield from (Message(path, text, "N_") for text in (one.name, one.unit, one.about) if text)


def _of_templates() -> Iterator[Message]:
    for path in (ROOT / "templates").rglob("*.*"):
        yield from of_template(path.relative_to(ROOT).as_posix(), path.read_text("utf-8", "replace"))


def of_template(path: str, source: str) -> Iterator[Message]:
    """Yield the messages in *source*, the template at *path*."""
    for found in _TEXT.finditer(source):
        yield Message(path, found[1] or found[2], "say")


def translations(path: Path) -> dict[str, str]:
    """Return what the catalogue at *path* says, by message."""
    return {str(entry.id): str(entry.string) for entry in _read(path) if isinstance(entry.id, str) and entry.id}


def catalogues() -> list[Path]:
    """Return the catalogues of warta's own messages, English first."""
    return [ENGLISH, *sorted(path for path in LOCALES.glob("*/LC_MESSAGES/warta.po") if path != ENGLISH)]


def wanted(path: Path) -> dict[str, list[str]]:
    """Return the messages that belong into the catalogue at *path*, with the files they stand in."""
    return extracted() if path == ENGLISH else shown()


def _read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parent.parent.name)


def update(path: Path) -> list[str]:
    """Write the catalogue at *path* again and return the messages that lack a translation.

    Its head (the notes above it, and who translated last) stays.
    """
    old = _read(path)
    known = translations(path)
    catalogue = Catalog(
        locale=old.locale, domain="warta", project="Warta Pustaka", version="1", header_comment=old.header_comment,
        creation_date=MADE, revision_date=MADE, fuzzy=False, msgid_bugs_address="-",
        last_translator=old.last_translator, language_team="Warta Pustaka",
    )  # fmt: skip
    texts = wanted(path)
    for text, paths in texts.items():
        catalogue.add(text, known.get(text, ""), locations=[(path, 1) for path in paths])
    written = io.BytesIO()
    write_po(written, catalogue, width=120, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    # Which Babel wrote it makes no other catalogue.
    path.write_bytes(b"".join(line for line in lines if not line.startswith(b'"Generated-By')))
    return [text for text in texts if not known.get(text)]


def compiled(paths: Iterable[Path]) -> None:
    """Write the ``.mo`` beside each ``.po``."""
    for path in paths:
        catalogue = _read(path)
        catalogue.creation_date = catalogue.revision_date = MADE
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)


def main() -> int:
    """Write all catalogues and tell what they lack; 1 where that is a message in English."""
    for path in reversed(catalogues()):
        missing = update(path)
        print(f"{path.parent.parent.name}: {len(missing)} of {len(wanted(path))} untranslated")  # noqa: T201  a command
        for text in missing:
            print(f"    {text}", file=sys.stderr)  # noqa: T201  this is a command
    compiled((*catalogues(), CLICK))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
