"""The marker that makes a folder ours: without it, a folder that is not empty is never written to."""

import os
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.language import _

MARKER = ".warta"
TEXT = (
    "Folder ini dibuat oleh warta dari isi folder content/. Isinya dibuat ulang setiap kali; jangan disunting.\n"
    "This folder is made by warta from content/. It is made anew every time; do not edit.\n"
)


def owned(output: Path) -> bool:
    """Whether *output* bears the marker."""
    return (output / MARKER).is_file()


def claim(output: Path) -> None:
    """Make sure that *output* may be written to: missing, empty, or marked. Raises ``OutputError`` otherwise."""
    try:
        if output.exists() and not owned(output) and any(output.iterdir()):
            raise OutputError(
                _(
                    "Folder {folder} berisi berkas yang bukan buatan warta, jadi tidak disentuh. "
                    "Pindahkan isinya ke tempat lain, atau pakai folder lain."
                ).format(folder=output)
            )
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        said = _("Folder {folder} tidak dapat ditulisi: {reason}.")
        raise OutputError(said.format(folder=output, reason=error.strerror or error)) from error
    if not os.access(output, os.W_OK | os.X_OK):
        said = _("Folder {folder} tidak dapat ditulisi. Periksa izinnya, atau apakah disknya hanya-baca.")
        raise OutputError(said.format(folder=output))


def mark(output: Path) -> None:
    """Put the marker into *output* (again where an earlier attempt was killed halfway)."""
    output.mkdir(parents=True, exist_ok=True)
    marker = output / MARKER
    if not owned(output) or marker.read_text(encoding="utf-8") != TEXT:
        marker.write_text(TEXT, encoding="utf-8")


def contents(output: Path) -> list[str]:
    """Return the paths, relative to *output*, of every file in it but the marker."""
    found: list[str] = []
    for folder, _folders, names in os.walk(output):
        inside = os.path.relpath(folder, output)
        prefix = "" if inside == "." else inside.replace(os.sep, "/") + "/"
        found.extend(prefix + name for name in names)
    return sorted(path for path in found if path != MARKER)
