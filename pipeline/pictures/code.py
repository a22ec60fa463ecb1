"""An address as a QR code."""

import io
from functools import lru_cache

import segno

QUIET = 4
"""So many modules stay white all around (ISO/IEC 18004, 9.1)."""

SHORT = 120
"""An address of up to so many bytes is corrected at level Q (a quarter may be lost), a longer one at M (a sixth).

A code on a wall is torn and rained on; but a long address at Q has modules that a cheap telephone cannot tell apart.
"""


def svg(address: str) -> str:
    """Return the QR code of *address* as a drawing in black, with its quiet zone: one path, so that no seams show."""
    rows = [bytes(row) for row in _code(address).matrix]
    side = len(rows) + 2 * QUIET
    path = "".join(
        f"M{QUIET + start} {QUIET + y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}"><path d="{path}"/></svg>'


@lru_cache(256)
def _code(address: str) -> segno.QRCode:
    """Return the code of *address*: several forms of one paper bear the same."""
    level = "q" if len(address.encode()) <= SHORT else "m"
    return segno.make_qr(address, error=level, boost_error=False)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Return where the dark modules of *row* begin, and how many stand side by side."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and x and row[x - 1]:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((x, 1))
    return found


def png(address: str, dots: int = 6) -> bytes:
    """Return the QR code of *address* as a picture, *dots* for each side of a module."""
    made = io.BytesIO()
    _code(address).save(made, kind="png", scale=dots, border=QUIET)
    return made.getvalue()
