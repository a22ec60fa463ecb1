"""The catalogue of messages, written again from the code: ``python -m docs.messages`` (or ``make messages``).

Messages are Indonesian in the code; ``pipeline/locale/en`` holds them in English. What is new is added without a
translation, what is gone is dropped; a test fails until all is translated.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.content.catalogue import CODES
from pipeline.templating.translated import _TEXT

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "pipeline" / "locale"
ENGLISH = LOCALES / "en" / "LC_MESSAGES" / "warta.po"
CLICK = LOCALES / "id" / "LC_MESSAGES" / "click.po"
"""What click itself says, in Indonesian: written by hand."""

MARKS = ("_", "N_", "say")
"""Functions whose argument is a message."""

MADE = datetime(2026, 11, 22, tzinfo=UTC)
"""The date in every catalogue: a real one would make a change where there is none."""


def extracted() -> dict[str, list[str]]:
    """Return every message of the code, the catalogue of problems and the templates, with the files it stands in."""
    found: dict[str, list[str]] = {}
    for path, text in sorted({*_of_code(), *_of_problems(), *_of_templates()}):
        found.setdefault(text, []).append(path)
    return found


def _of_code() -> Iterator[tuple[str, str]]:
    """Yield pairs of path and message. By the syntax tree: it also sees calls within an f-string."""
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and _name(node.func) in MARKS and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield path.relative_to(ROOT).as_posix(), text.value


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _of_problems() -> Iterator[tuple[str, str]]:
    for code in CODES.values():
        yield "pipeline/content/catalogue.py", code.message
        yield "pipeline/content/catalogue.py", code.fix


def _of_templates() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "templates").rglob("*.*"):
        for found in _TEXT.finditer(path.read_text("utf-8", "replace")):
            yield path.relative_to(ROOT).as_posix(), found[1] or found[2]


def translations(path: Path) -> dict[str, str]:
    """Return what the catalogue at *path* says, by message."""
    with path.open("rb") as stream:
        return {str(entry.id): str(entry.string) for entry in read_po(stream) if isinstance(entry.id, str) and entry.id}


def update() -> list[str]:
    """Write the English catalogue again and return the messages that lack a translation."""
    known = translations(ENGLISH) if ENGLISH.exists() else {}
    catalogue = Catalog(
        locale="en", domain="warta", project="Warta Pustaka", version="1", header_comment="# Warta Pustaka in English.",
        creation_date=MADE, revision_date=MADE, fuzzy=False, msgid_bugs_address="-",
        last_translator="Warta Pustaka", language_team="Warta Pustaka",
    )  # fmt: skip
    for text, paths in extracted().items():
        catalogue.add(text, known.get(text, ""), locations=[(path, 1) for path in paths])
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=120, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    # Which Babel wrote it makes no other catalogue.
    ENGLISH.write_bytes(b"".join(line for line in lines if not line.startswith(b'"Generated-By')))
    return [text for text in extracted() if not known.get(text)]


def compiled(paths: Iterable[Path]) -> None:
    """Write the ``.mo`` beside each ``.po``."""
    for path in paths:
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
            catalogue = read_po(source, locale=path.parent.parent.name)
            catalogue.creation_date = catalogue.revision_date = MADE
            write_mo(target, catalogue)


def main() -> int:
    """Write both catalogues; 1 where a translation is missing."""
    missing = update()
    compiled((ENGLISH, CLICK))
    for text in missing:
        print(f"untranslated: {text}", file=sys.stderr)  # noqa: T201  this is a command
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
