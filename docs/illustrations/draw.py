"""Draw every illustration again as an SVG file beside this one: ``python -m docs.illustrations.draw``."""

import importlib
from collections.abc import Callable
from pathlib import Path

PLACES = ("bontosastra", "fatuaksara", "karangwacana", "muara_aksara", "perjalanan", "sukabaca", "waisastra")
HERE = Path(__file__).resolve().parent


def scenes() -> dict[str, Callable[[], str]]:
    """Return what draws each picture, by the picture's place within ``content/stories/``, without its ending."""
    found: dict[str, Callable[[], str]] = {}
    for place in PLACES:
        found |= importlib.import_module(f"docs.illustrations.{place}").SCENES
    return found


def main() -> None:
    """Write the SVG files."""
    for name, draw in scenes().items():
        (HERE / f"{Path(name).name}.svg").write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
