"""How well and how fast news is matched: ``python -m bench.matching``.

Precision and recall are counted over pairs of item and target (library, story, person, region), on both halves of the
labelled headlines in ``tests/monitor/``.
"""

import argparse
import time
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from pipeline import regions
from pipeline.monitor.item import Item
from pipeline.monitor.matching import Index
from pipeline.monitor.names import LibraryName, Newsroom, Outlet, Person, StoryName

LABELLED = Path(__file__).parent.parent / "tests/monitor"
HALVES = ("known", "aside")
KINDS = {"libraries": "perpustakaan", "stories": "berita", "people": "tokoh", "regions": "wilayah"}


class Labelled(NamedTuple):
    """A headline, and what it speaks of: pairs of kind and name."""

    item: Item
    speaks: frozenset[tuple[str, str]]


class Figures(NamedTuple):
    """What was *right*, what was found *wrong*ly, and what was *missed*, as counts of pairs."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / max(1, self.right + self.missed)


def newsroom() -> Newsroom:
    """Return the newsroom that the headlines are labelled for."""
    tree = tomllib.loads((LABELLED / "newsroom.toml").read_text("utf-8"))
    return Newsroom(
        libraries=tuple(LibraryName(**row) for row in tree["library"]),
        stories=tuple(StoryName(day=row.pop("date"), **row) for row in tree["story"]),
        people=tuple(Person(**row) for row in tree["people"]),
        regions=tuple(tree["regions"]),
        outlets=tuple(Outlet(name=name, region=row["region"]) for name, row in tree["outlets"].items()),
    )


def headlines(half: str) -> list[Labelled]:
    """Return one half of the labelled headlines."""
    tree = tomllib.loads((LABELLED / f"headlines_{half}.toml").read_text("utf-8"))
    return [_labelled(row, number) for number, row in enumerate(tree["item"])]


def _labelled(row: dict[str, Any], number: int) -> Labelled:
    when = int(datetime.combine(row["date"], datetime.min.time(), UTC).timestamp())
    speaks = frozenset((kind, name) for key, kind in KINDS.items() for name in row.get(key, ()))
    item = Item(
        source=row["outlet"], key=str(number), title=row["title"], url="", seen=when, published=when,
        summary=row["snippet"], outlet=row["outlet"],
    )  # fmt: skip
    return Labelled(item, speaks)


def found(index: Index, item: Item) -> frozenset[tuple[str, str]]:
    """Return what the rules say *item* speaks of."""
    match = index.match(item)
    return frozenset() if match is None else frozenset((target.kind, target.name) for target in match.targets)


def figures(index: Index, labelled: list[Labelled]) -> Figures:
    """Return how the rules do on *labelled*."""
    pairs = [(found(index, one.item), one.speaks) for one in labelled]
    return Figures(
        sum(len(said & speaks) for said, speaks in pairs),
        sum(len(said - speaks) for said, speaks in pairs),
        sum(len(speaks - said) for said, speaks in pairs),
    )


def many(libraries: int, stories: int) -> Newsroom:
    """Return a newsroom of many libraries all over the country, with stories and villages that share their names."""
    random = Random(8)
    codes = [one.code for province in regions.provinces() for one in regions.regencies(province.code)]
    heads = ("Suka", "Marga", "Karang", "Sumber", "Tanjung", "Sido", "Mekar", "Muara", "Kampung", "Bangun")
    tails = ("maju", "jaya", "sari", "mulyo", "rejo", "wangi", "agung", "harapan", "laksana", "tani", "baru", "indah")
    villages = [f"{head}{tail}" for head in heads for tail in tails] + [f"Desa{n}wana" for n in range(600)]
    names = []
    for number in range(libraries):
        village = random.choice(villages)
        names.append(
            LibraryName(
                slug=f"p{number}", name=f"Perpustakaan Desa {village}", region=f"{random.choice(codes)}.01.2001",
                village=village, district=random.choice(villages),
            )
        )  # fmt: skip
    told = []
    for number in range(stories):
        library = random.choice(names)
        told.append(
            StoryName(
                address=f"s{number}", title=_title(random, library.village), library=library.slug,
                day=date(2026, 1, 1) + timedelta(days=random.randrange(330)),
            )
        )  # fmt: skip
    return Newsroom(libraries=tuple(names), stories=tuple(told), regions=tuple(codes[:40]))


_WHO = ("Ibu-ibu", "Pemuda", "Petani", "Lansia", "Nelayan", "Pelajar", "Pengrajin", "Anak-anak", "Guru", "Kader")
_DO = ("belajar membuat", "berlatih menjual", "menulis buku tentang", "memamerkan", "merawat", "membukukan", "berbagi")
_WHAT = (
    "keripik pisang", "pupuk organik", "batik ecoprint", "anyaman pandan", "kopi bubuk", "madu hutan", "garam tambak",
    "tempe gembus", "jamu kunyit", "sabun cuci", "peta desa", "dongeng lama", "kue kering", "bibit kelapa", "ikan asap",
)  # fmt: skip


def _title(random: Random, village: str) -> str:
    return f"{random.choice(_WHO)} {village} {random.choice(_DO)} {random.choice(_WHAT)}"


def news(count: int, room: Newsroom) -> list[Item]:
    """Return *count* items: one in three retells a story, the rest is of other things."""
    random = Random(9)
    items = []
    for number in range(count):
        story = random.choice(room.stories)
        village = random.choice(room.libraries).village
        title = story.title if number % 3 == 0 else _title(random, village)
        regency = random.choice(("Ciamis", "Garut", "Sragen"))
        summary = f"Kegiatan di Perpustakaan Desa {village}, Kabupaten {regency}, diikuti 24 warga."
        when = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp()) - number * 600
        items.append(Item(source="x", key=str(number), title=title, url="", seen=when, published=when, summary=summary))
    return items


def speed(libraries: int = 4_000, stories: int = 10_000, items: int = 1_000) -> tuple[float, float, int]:
    """Return the CPU seconds for the index and for the items, and how many of these matched."""
    room = many(libraries, stories)
    fresh = news(items, room)
    start = time.process_time()
    index = Index(room)
    ready = time.process_time()
    matched = sum(index.match(item) is not None for item in fresh)
    return ready - start, time.process_time() - ready, matched


def main() -> None:
    """Print how well both halves come out, and how long many take."""
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=__doc__)
    parser.add_argument("--half", choices=HALVES, action="append", help="only this half (default: both)")
    parser.add_argument("--errors", action="store_true", help="print what came out wrong")
    asked = parser.parse_args()
    index = Index(newsroom())
    for half in asked.half or HALVES:
        labelled = headlines(half)
        counted = figures(index, labelled)
        print(
            f"{half:6} {len(labelled)} headlines  right {counted.right}  wrong {counted.wrong}  missed {counted.missed}"
            f"  precision {counted.precision:.3f}  recall {counted.recall:.3f}"
        )
        if asked.errors:
            _errors(index, labelled)
    made, matched, count = speed()
    print(f"4,000 libraries, 10,000 stories: index {made:.2f} s; 1,000 items {matched:.2f} s of CPU, {count} matched")


def _errors(index: Index, labelled: list[Labelled]) -> None:
    for one in labelled:
        said = found(index, one.item)
        if said != one.speaks:
            print(f"  {one.item.title}\n    wrong {sorted(said - one.speaks)}  missed {sorted(one.speaks - said)}")


if __name__ == "__main__":
    main()
