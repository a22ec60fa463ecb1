"""What the index keeps of a library and of a story: folded names, and the words that tell it."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from pipeline import regions
from pipeline.monitor import weights
from pipeline.monitor.folding import Stem, folded, joined, stem
from pipeline.monitor.names import LibraryName, StoryName

KINDS = frozenset(
    """
    perpustakaan desa kelurahan kalurahan nagari gampong kampung negeri pekon tbm kecamatan rumah baca umum dan
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of a library's name that say what it is, not which."""

FILLERS = frozenset(
    """
    yang dan atau di ke dari untuk dengan oleh pada dalam ini itu para kini jadi menjadi serta bagi agar akan tak
    tidak lebih juga saat usai tingkat desa warga kabupaten kota kecamatan perpustakaan tbm se the of a an in to and
    for milik tiga dua satu empat lima enam tujuh delapan sembilan puluh orang peserta
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words of a title that tell nothing of a story by being told again."""


class Entry(NamedTuple):
    """A library as the index keeps it: names joined, codes of its *regency* and *province*.

    *core* is what its name has beside what libraries are called. *office*: the library, or the office for libraries,
    of a regency or a province, which is also called by its region. *own*: its core is a name of two words at least, and
    not the village's.
    """

    library: LibraryName
    core: str
    name: str
    village: str
    district: str
    regency: str
    province: str
    office: bool
    own: bool


def entry_of(library: LibraryName) -> Entry:
    """Return *library* as the index keeps it."""
    name = folded(library.name)
    core = [word for word in name if word not in KINDS]
    village = joined(library.village)
    return Entry(
        library=library,
        core="".join(core),
        name="".join(name),
        village=village,
        district=joined(library.district),
        regency=regions.regency_of(library.region),
        province=regions.province_of(library.region),
        office=library.level in {"kabupaten", "provinsi"} and bool(library.region),
        own="".join(core) != village and len(core) > 1,
    )


class Told(NamedTuple):
    """A story as the index keeps it: *day* as ``date.toordinal``, the weights of its *stems*, and their sum."""

    story: StoryName
    day: int
    entry: Entry | None
    stems: dict[Stem, float]
    whole: float


_day = attrgetter("day")


def all_told(stories: Iterable[StoryName], libraries: dict[str, Entry]) -> list[Told]:
    """Return the stories that can be known by their titles, in the order of their days.

    The words of its place do not tell a story, and a word that few titles have tells more.
    """
    titles = [(story, libraries.get(story.library), folded(story.title)) for story in stories]
    often = Counter(one for _story, _entry, title in titles for one in {stem(word).name for word in title})
    found = []
    for story, entry, title in titles:
        place = _place_words(entry)
        telling = {stem(word) for word in title if word not in FILLERS and word not in place and not word.isdigit()}
        stems = {one: 1 + math.log((len(titles) + 1) / often[one.name]) for one in sorted(telling)}
        if len(stems) > 1:
            found.append(Told(story, story.day.toordinal(), entry, stems, sum(stems.values())))
    return sorted(found, key=_day)


def near_in_time(stories: list[Told], day: int) -> list[Told]:
    """Return those of *stories* (in the order of their days) of which an item of *day* may be the coverage."""
    first = bisect_left(stories, day - weights.AFTER, key=_day)
    return stories[first : bisect_right(stories, day + weights.BEFORE, key=_day)]


def _place_words(entry: Entry | None) -> frozenset[str]:
    """Return the words that say where a story is rather than what it tells."""
    if entry is None:
        return frozenset()
    library = entry.library
    around = (regions.region(entry.regency), regions.region(entry.province))
    named = (library.name, library.village, library.district, *(one.name for one in around if one))
    return frozenset(folded(" ".join(named)))
