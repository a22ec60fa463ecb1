"""The small pictures of the training newsroom, rendered from the samples' drawings: ``python -m docs.training``.

They are drawings of invented people; no photo of a real person is ever used to practise with.
"""

from pathlib import Path

import pyvips

ROOT = Path(__file__).resolve().parent.parent
DRAWINGS = ROOT / "docs" / "illustrations"
STORIES = ROOT / "training" / "content" / "stories"
WIDTH = 720

PICTURES = {
    "2025/09/dongeng.jpg": "dongeng-sabtu-pagi",
    "2025/10/jahit.jpg": "dua-mesin-jahit-tiba",
    "2025/10/benih.jpg": "rak-benih-warga",
}


def main() -> None:
    """Render every picture."""
    for path, name in PICTURES.items():
        drawn = pyvips.Image.thumbnail(str(DRAWINGS / f"{name}.svg"), WIDTH, height=2 * WIDTH).flatten(
            background=[255, 253, 248]
        )
        drawn.jpegsave(str(STORIES / path), Q=55, keep="none", optimize_coding=True, interlace=True)


if __name__ == "__main__":
    main()
