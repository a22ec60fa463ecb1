"""Render the SVG files beside this one to JPEG beside their stories: ``python -m docs.illustrations.render``."""

from pathlib import Path

import pyvips

from docs.illustrations.draw import HERE, scenes

STORIES = HERE.parent.parent / "content" / "stories"
LARGEST = 215_000
"""Bytes a picture may have; a busy one is saved a little coarser."""
EDGE = 6
"""Pixels at each side where the cut edges of the drawing show the paper below."""


def render(svg: Path, jpeg: Path) -> int:
    """Render *svg* to *jpeg* and return its size in bytes."""
    plain = pyvips.Image.svgload(str(svg))
    width, height = plain.width, plain.height
    scale = 1 + 2 * EDGE / min(width, height)
    drawn = pyvips.Image.svgload(str(svg), scale=scale).flatten(background=[255, 253, 248])
    drawn = drawn.crop((drawn.width - width) // 2, (drawn.height - height) // 2, width, height).copy_memory()
    data = b""
    for quality in (84, 80, 76, 72, 66, 60):
        data = drawn.jpegsave_buffer(Q=quality, keep="none", optimize_coding=True, interlace=True)
        if len(data) <= LARGEST:
            break
    jpeg.write_bytes(data)
    return len(data)


def main() -> None:
    """Render every picture."""
    for name in scenes():
        render(HERE / f"{Path(name).name}.svg", STORIES / f"{name}.jpg")


if __name__ == "__main__":
    main()
