"""How much the rules for private data find, and how often they are wrong: ``python -m bench.rules``.

Every file of labelled sentences in ``tests/safety/labelled`` by itself. A piece is found where a finding of its kind
overlaps it; numbers and contacts may be taken for one another, for all of them are held. A clean sentence is wrong
where anything holds it (or warns of it) at all.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.safety import Finding, detect
from pipeline.safety.numbers import IDENTITY

FOLDER = Path(__file__).resolve().parent.parent / "tests/safety/labelled"
GROUPS = {
    "numbers and contacts": frozenset({*IDENTITY, "telepon", "surel", "rekening"}),
    "children": frozenset({"anak", "anak-sensitif"}),
    "homes": frozenset({"rt-rw", "alamat", "koordinat"}),
    "health, law, money": frozenset({"kesehatan", "hukum", "ekonomi"}),
}


class Measured(NamedTuple):
    """What came of one file: pieces and found ones by kind, clean sentences, and those wrongly held or warned of."""

    there: Counter[str]
    hit: Counter[str]
    clean: int
    held: tuple[str, ...]
    told: tuple[str, ...]

    def recall(self, kinds: frozenset[str]) -> float:
        """Return which part of the pieces of *kinds* was found."""
        return sum(self.hit[kind] for kind in kinds) / sum(self.there[kind] for kind in kinds)


def measured(path: Path) -> Measured:
    """Return what the rules make of the labelled sentences in *path*."""
    there: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    clean: list[tuple[str, list[Finding]]] = []
    for item in tomllib.loads(path.read_text("utf-8"))["item"]:
        found = _found(item)
        for piece in item["find"]:
            start = item["text"].index(piece["text"])
            end = start + len(piece["text"])
            there[piece["kind"]] += 1
            hit[piece["kind"]] += any(
                _same(piece["kind"], one.kind) and one.start < end and start < one.end for one in found
            )
        if not item["find"]:
            clean.append((item["text"], found))
    held = tuple(text for text, found in clean if any(one.level == "hold" for one in found))
    return Measured(there, hit, len(clean), held, tuple(text for text, found in clean if found))


def _found(item: dict[str, Any]) -> list[Finding]:
    """Return what is found in *item*, without what the library itself made public."""
    public = item.get("public", [])
    return [one for one in detect(item["text"]) if not any(one.text in known or known in one.text for known in public)]


def _same(wanted: str, kind: str) -> bool:
    return wanted == kind or {wanted, kind} <= GROUPS["numbers and contacts"]


def main() -> None:
    """Print one line for each file; the files named on the command line, or all."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.toml"))
    for path in paths:
        made = measured(path)
        print(path.stem)
        for name, kinds in GROUPS.items():
            hits, pieces = (sum(counts[kind] for kind in kinds) for counts in (made.hit, made.there))
            print(f"  {name:22} {hits:3} of {pieces:3}  {made.recall(kinds):.3f}")
        for name, wrong in (("wrongly held", made.held), ("wrongly told of", made.told)):
            print(f"  {name:22} {len(wrong):3} of {made.clean:3}  {len(wrong) / made.clean:.3f}")


if __name__ == "__main__":
    main()
