"""Rows to copy into other systems: what one library did in one month by one strategy.

The forms of those systems are not known here and may change, so newsrooms choose the columns. Headings are Indonesian
whatever the site's language, for so are the forms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline import regions
from pipeline.archive.entry import places
from pipeline.content.library import Library
from pipeline.evidence.event import Event
from pipeline.evidence.evidence import Gathered
from pipeline.evidence.sums import Sums, added
from pipeline.evidence.table import Row

Value = str | int | None
"""What stands in a cell, ``None`` where reports say nothing."""

USUAL = ("bulan", "strategi", "kegiatan", "kehadiran", "laki-laki", "perempuan", "kerja-sama", "tautan")
"""The columns where a newsroom chooses none."""

STRATEGIES = {
    "layanan-informasi": "Layanan informasi",
    "pelibatan-masyarakat": "Pelibatan masyarakat",
    "advokasi": "Advokasi",
    "publikasi": "Publikasi",
}


class Done(NamedTuple):
    """What the *events* of one *library* in one *month* (``2023-05``) with one *strategy* show.

    *stories* are addresses of all stories that tell of them; *base* is the address of the site.
    """

    library: Library
    month: str
    strategy: str
    events: tuple[Event, ...]
    sums: Sums
    base: str

    @property
    def stories(self) -> list[str]:
        """The addresses of the stories that tell of it, without doubles."""
        told = (fact.address for event in self.events for fact in (event.leader, *event.others))
        return sorted(set(told))


class Column(NamedTuple):
    """A column: its *heading*, and what stands in it."""

    heading: str
    value: Callable[[Done], Value]


def head(chosen: Sequence[str], *, sample: bool) -> Row:
    """Return the headings of the columns *chosen*, or of the usual ones where there are none."""
    found = tuple(COLUMNS[name].heading for name in _columns(chosen))
    return (*found, "Contoh") if sample else found


def rows(library: Library, known: Gathered, chosen: Sequence[str], base: str, *, sample: bool) -> Iterator[Row]:
    """Yield a row for each month and strategy of *library*, with the columns *chosen* (names of ``COLUMNS``).

    *known* is what stands and happened there; only its real stories count, or (*sample*) its samples, whose rows all
    say so in a column of their own. *base* is the address of the site, with a slash at its end.
    """
    columns = [COLUMNS[name] for name in _columns(chosen)]
    for done in _done(library, (event for event in known.happened if event.leader.sample is sample), base):
        values = (column.value(done) for column in columns)
        row = tuple("" if value is None else f"{value}" for value in values)
        yield (*row, "ya") if sample else row


def _columns(chosen: Sequence[str]) -> Sequence[str]:
    return tuple(dict.fromkeys(chosen)) or USUAL


def _done(library: Library, happened: Iterable[Event], base: str) -> list[Done]:
    groups: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in happened:
        groups[(event.leader.month.replace("/", "-"), event.leader.strategy)].append(event)
    return [
        Done(library, month, strategy, tuple(events), added(event.adds for event in events), base)
        for (month, strategy), events in sorted(groups.items())
    ]


def _told(number: Callable[[Sums], int], events: Callable[[Sums], int]) -> Callable[[Done], Value]:
    """Return what gives a number of a row, and nothing where none of its events tells it: that is not zero."""
    return lambda row: number(row.sums) if events(row.sums) else None


def _named(level: int) -> Callable[[Done], Value]:
    """Return the name of the library's regency (0) or province (1)."""

    def value(row: Done) -> Value:
        found = regions.region(places(row.library.region)[level])
        return found.name if found is not None else None

    return value


def _partners(row: Done) -> Value:
    names = dict.fromkeys(name for event in row.events for name in event.partners)
    return "; ".join(names) or None


COLUMNS = {
    "perpustakaan": Column("Perpustakaan", lambda row: row.library.name),
    "wilayah": Column("Kode wilayah", lambda row: row.library.region or None),
    "provinsi": Column("Provinsi", _named(1)),
    "kabupaten": Column("Kabupaten/kota", _named(0)),
    "kecamatan": Column("Kecamatan", lambda row: row.library.district or None),
    "desa": Column("Desa/kelurahan", lambda row: row.library.village or None),
    "tahun": Column("Tahun", lambda row: int(row.month[:4])),
    "bulan": Column("Bulan", lambda row: row.month),
    "strategi": Column("Strategi", lambda row: STRATEGIES.get(row.strategy)),
    "laporan": Column("Jumlah laporan", lambda row: len(row.stories)),
    "kegiatan": Column("Jumlah kegiatan", lambda row: row.sums.events),
    "kehadiran": Column("Jumlah kehadiran", _told(lambda sums: sums.came, lambda sums: sums.counted)),
    "laki-laki": Column("Kehadiran laki-laki", _told(lambda sums: sums.men, lambda sums: sums.men_in)),
    "perempuan": Column("Kehadiran perempuan", _told(lambda sums: sums.women, lambda sums: sums.women_in)),
    "tidak-dirinci": Column("Kehadiran tidak dirinci", _told(lambda sums: sums.unsplit, lambda sums: sums.counted)),
    "anak": Column("Kehadiran anak", _told(lambda sums: sums.children, lambda sums: sums.children_in)),
    "lansia": Column("Kehadiran lansia", _told(lambda sums: sums.elderly, lambda sums: sums.elderly_in)),
    "disabilitas": Column("Kehadiran difabel", _told(lambda sums: sums.disabled, lambda sums: sums.disabled_in)),
    "orang": Column("Jumlah orang", _told(lambda sums: sums.people, lambda sums: sums.people_in)),
    "kerja-sama": Column("Jumlah kerja sama", _told(lambda sums: sums.ties, lambda sums: sums.ties)),
    "mitra": Column("Mitra", _partners),
    "biaya": Column("Biaya (rupiah)", _told(lambda sums: sums.cost, lambda sums: sums.costed)),
    "judul": Column("Judul kegiatan", lambda row: "; ".join(event.leader.title for event in row.events)),
    "tautan": Column("Tautan laporan", lambda row: " ".join(f"{row.base}{address}/" for address in row.stories)),
}  # fmt: skip
"""Columns by the names that ``[bukti] sim_kolom`` calls them."""
