"""The archive: ``python -m bench.archive DIR --stories 10000`` writes it to ``DIR/warta``, ``hugo`` and ``pelican``.

The same seed and number of stories always give the same bytes.
"""

import argparse
from pathlib import Path
from typing import NamedTuple

from bench import hugosite, newsroom, pelicansite
from bench.library import Library, libraries
from bench.story import Story, story

SEED = 2024
LIBRARIES = 619
EXTRAS = 3


class Archive(NamedTuple):
    """Every library and story, and *extras*: newer stories, which are added later."""

    libraries: list[Library]
    stories: list[Story]
    extras: tuple[Story, ...]


def archive(stories: int, *, seed: int = SEED, homes: int = LIBRARIES) -> Archive:
    """Return an archive of so many *stories*, oldest first, from so many libraries (*homes*)."""
    known = libraries(seed, homes)
    found = [story(seed, number, stories, known) for number in range(stories)]
    extras = tuple(story(seed, stories + more, stories, known) for more in range(EXTRAS))
    return Archive(known, found, extras)


def write(folder: Path, made: Archive) -> None:
    """Write *made* as a warta newsroom, a Hugo and a Pelican site below *folder*, which must be empty or absent."""
    folder.mkdir(parents=True, exist_ok=True)
    newsroom.write(folder / "warta", made.libraries, made.stories)
    hugosite.write(folder / "hugo", made.libraries, made.stories)
    pelicansite.write(folder / "pelican", made.libraries, made.stories)


def main() -> None:
    """Write an archive where the command line says."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    made = archive(asked.stories, seed=asked.seed)
    write(asked.folder, made)
    print(f"{len(made.stories)} stories, {len(made.libraries)} libraries in {asked.folder}")


if __name__ == "__main__":
    main()
