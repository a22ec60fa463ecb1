"""The contact sheet of posters in ``docs/kartu/``, drawn again: ``python -m docs.posters`` (or ``make cards``)."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2

from pipeline.pictures.vips import vips
from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "kartu" / "poster-a4.jpg"
NOW = int(datetime(2026, 12, 2, 1, tzinfo=UTC).timestamp())
SHOWN = (
    "2026/11/dongeng-sabtu-pagi", "2026/12/jadwal-perahu-baca-desember", "2025/01/rak-benih-warga",
    "2025/11/memeriksa-pesan-berantai", "2026/05/panen-perdana-kebun-hidroponik",
    "2027/01/kelas-mengenal-huruf-braille",
)  # fmt: skip
"""With a photo, an invitation without one, an upright photo, no photo, a photo and a quotation, an invitation."""

WIDTH = 420
"""Pixels of one poster."""


def drawn(poster: Path) -> Any:  # noqa: ANN401  libvips has no types
    """Return a poster as a picture."""
    page = pypdfium2.PdfDocument(poster)[0]
    bitmap = page.render(scale=2 * WIDTH / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
    image = vips().Image.new_from_memory(bytes(bitmap.buffer), bitmap.width, bitmap.height, 4, "uchar")
    return image.extract_band(0, n=3).copy(interpretation="srgb").thumbnail_image(WIDTH).copy_memory()


def main() -> None:
    """Write the sheet."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        build(Newsroom(root), Order(only=("posters",), now=NOW))
        posters = [drawn(root / f"output/site/{address}/bagikan/poster.pdf") for address in SHOWN]
    sheet = vips().Image.arrayjoin(posters, across=3, shim=12, background=[108, 104, 98])
    sheet.write_to_file(f"{TARGET}", Q=72, keep="none", optimize_coding=True)


if __name__ == "__main__":
    main()
