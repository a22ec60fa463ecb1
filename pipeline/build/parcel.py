"""ZIP files that are the same whenever they are made of the same."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

STORED = frozenset(("jpg", "png", "webp", "pdf", "zip"))
"""Kinds of files that are packed already."""

LARGE = 200_000
"""Bytes from which a text is not one that people wrote."""

_EPOCH = date(1980, 1, 1)
"""ZIP knows no earlier day."""


def entry(name: str, day: date) -> zipfile.ZipInfo:
    """Return the head of the file *name* in a ZIP: it bears midnight of *day*, and everybody may read it."""
    when = max(day, _EPOCH)
    info = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
    info.external_attr = 0o644 << 16
    info.create_system = 3
    stored = name.rpartition(".")[2] in STORED
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    return info


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Return a ZIP of *files*, by name, in the order of their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in sorted(files):
            # What is large is pictures in another spelling: pressing them harder gains nothing.
            level = 1 if len(files[name]) > LARGE else 6
            target.writestr(entry(name, day), files[name], compresslevel=level)
    return made.getvalue()
