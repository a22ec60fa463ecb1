"""Typst, kept for as long as this process lives: data and templates in, a document out.

A document sees its template, what that names, our fonts, and its data; no other file, no font of the system, nothing
from the network (docs/decisions/posters.md). Posters, forms and releases are made so.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from pipeline.build.keys import digest
from pipeline.build.output import CannotMakeError
from pipeline.language import _, texts
from pipeline.pictures.vips import FONTS
from pipeline.templating.folders import closure, read, sources
from pipeline.templating.translated import translated

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
"""To be kept for long, and to be read by ear: ISO 19005-2 level A, ISO 14289-1."""

SPOKEN: "list[PDFStandard]" = ["ua-1"]
"""To be read by ear, of no day."""


def printed(
    template: str,
    data: Mapping[str, Any],
    options: Mapping[str, Any],
    language: str,
    standards: "list[PDFStandard]" = STANDARDS,
    *,
    name: str = "poster",
) -> bytes:
    """Return the document that *template* makes of *data* (``sys.inputs.<name>``, as JSON) in *language*.

    *options* are the workbench's, *standards* what the document keeps to. Raises ``CannotMakeError`` where Typst
    refuses or doubts: a warning often tells that something would be drawn that nobody meant.
    """
    from typst import TypstError  # noqa: PLC0415  start-up counts

    own, files = _sources(options["templates"], template, language, options["edition"])
    folder = Path(options["compiled"]) / own
    if not folder.is_dir():
        _written(files, folder)
    try:
        made, doubts = _compiler(folder, template).compile_with_warnings(
            format="pdf", pdf_standards=standards, sys_inputs={name: json.dumps(data, ensure_ascii=False)}
        )
    except TypstError as error:
        raise _refused(name, error.message, error.diagnostic) from None
    if doubts:
        raise _refused(name, doubts[0].message, doubts[0].diagnostic)
    if not isinstance(made, bytes):
        raise _refused(name, f"{type(made)}", template)
    return made


_WHERE = re.compile(r"[\w-]+/[\w./-]+\.typ:\d+")


def _refused(name: str, said: str, diagnostic: str) -> CannotMakeError:
    """Return what is told of a document that cannot be made: what Typst says, and the line of the template."""
    where = _WHERE.search(diagnostic)
    line = f" (templates/{'/'.join(where[0].split('/')[-2:])})" if where else ""
    error = f"{' '.join(said.split())}{line}"
    return CannotMakeError(_("{what} tidak dapat dibuat: {error}").format(what=name, error=error))


@lru_cache(8)
def _compiler(folder: Path, template: str) -> "Compiler":
    from typst import Compiler  # noqa: PLC0415  start-up counts

    nowhere = folder / "paket"  # is not there, so no package is either
    return Compiler(
        str(folder / template), root=str(folder), font_paths=_fonts(), package_path=str(nowhere),
        package_cache_path=str(nowhere),
    )  # fmt: skip


@lru_cache(1)
def _fonts() -> "Fonts":
    """Return our fonts, and no others; processes work side by side, so each needs one thread only."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # read once, when the first document is made
    from typst import Fonts  # noqa: PLC0415  start-up counts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@lru_cache(8)
def _sources(
    searched: tuple[str, ...],
    template: str,
    language: str,
    edition: str,  # noqa: ARG001  it is there for the cache
) -> tuple[str, dict[str, bytes]]:
    """Return *template* with all that it names, by path, its texts in *language*; and a name for just these bytes."""
    say = texts(language)
    files = {}
    for path in closure(searched, sources(searched), template):
        data = read(searched, path)
        files[path] = translated(data.decode("utf-8", "replace"), say).encode() if path.endswith(".typ") else data
    summed = b"\0".join(part for path in sorted(files) for part in (path.encode(), digest(files[path]).encode()))
    return f"typst-{digest(summed)[:16]}", files


def _written(files: Mapping[str, bytes], folder: Path) -> None:
    """Write *files* into *folder*, which appears with all of them or not at all: workers share it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent, ignore_cleanup_errors=True) as place:
        part = Path(place) / "part"
        for name, data in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        with suppress(OSError):  # another worker was quicker
            part.rename(folder)
