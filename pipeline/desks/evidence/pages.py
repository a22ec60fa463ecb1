"""The pages of evidence: of every area, of the sources behind its numbers, the way to all, and how it is counted."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.archive.entry import EVERYTHING, places
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.config import Site
from pipeline.content.indicator import Indicator
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.data import Data
from pipeline.desks.evidence.records import Records
from pipeline.desks.evidence.seen import Seen
from pipeline.desks.evidence.series import Shown, years
from pipeline.desks.evidence.views import (
    AreaPage,
    Asset,
    Defined,
    DictionaryPage,
    IndexPage,
    MethodPage,
    Province,
    SimPage,
    Source,
    SourcesPage,
    Way,
)
from pipeline.evidence.area import ALL, Area, area
from pipeline.pictures import plates
from pipeline.pictures.deck import Deck, Style
from pipeline.pictures.icon import marks
from pipeline.templating.frame import frame

RENDER = "pipeline.desks.evidence.render:"
AREA = Renderer(f"{RENDER}area", ("evidence/area.html",))
SOURCES = Renderer(f"{RENDER}sources", ("evidence/sources.html",))
INDEX = Renderer(f"{RENDER}index", ("evidence/index.html",))
METHOD = Renderer(f"{RENDER}method", ("evidence/method.html",))
DICTIONARY = Renderer(f"{RENDER}dictionary", ("evidence/data.html",))
SIM = Renderer(f"{RENDER}sim", ("evidence/sim.html",))
SCRIPT = Output(
    addresses.SCRIPT, Asset(name="evidence/salin-tabel.js"), Renderer(f"{RENDER}script", ("evidence/salin-tabel.js",))
)
LOOK = Output(addresses.STYLES, Asset(name="evidence/bukti.css"), Renderer(f"{RENDER}styles", ("evidence/bukti.css",)))


class Pages:
    """Makes the pages of evidence over one visible archive."""

    def __init__(self, site: Site, style: Style, visible: Visible) -> None:
        self._site = site
        self._visible = visible
        self._seen = Seen(visible, site.bahasa)
        self._data = Data(site, self._seen)
        self._shown = Shown(self._seen)
        menu = sorted((page.order, page.address, page.title) for page, _body in visible.pages() if page.order)
        picture = plates.own(site, Deck(site, style, visible)) if site.meja.photos else None
        pairs = tuple((title, address) for _order, address, title in menu)
        self.frame = frame(site, pairs, picture, marks(site, style))
        self._records = Records(visible, self._seen.indicators, self.frame, self.up)

    def outputs(self) -> Iterator[Output]:
        """Yield all pages."""
        for one in self._seen.areas:
            yield self._area(one)
            yield from self._all_sources(one)
            yield from self._records.outputs(one)
            yield from self._sim(one)
            yield from self._data.of_area(one) if one != ALL else self._data.of_all()
        yield self._index()
        yield self._method()
        yield self._dictionary()
        yield from (LOOK, SCRIPT)

    def output(self, path: str) -> Output | None:
        """Return the page at *path*, or ``None`` where there must be none."""
        if path in (addresses.STYLES, addresses.SCRIPT):
            return LOOK if path == addresses.STYLES else SCRIPT
        if not path.endswith("/index.html"):
            return self._data.output(path)
        parts = tuple(path.removeprefix(addresses.SITE).split("/")[:-1])
        alone = {(): self._index, addresses.METHOD: self._method, addresses.DICTIONARY: self._dictionary}
        return alone[parts]() if parts in alone else self._inside(path, parts)

    def _inside(self, path: str, parts: tuple[str, ...]) -> Output | None:
        """Return the page at *path* of the area that the first of *parts* names."""
        one = area(self._visible, parts[0])
        if one is None:
            return None
        if len(parts) == 1:
            return self._area(one)
        if parts[1:] == (addresses.SIM,):
            return next(self._sim(one), None)
        found = self._records.output(one, tuple(parts[1:]))
        return found or next((output for output in self._all_sources(one) if output.path == path), None)

    def up(self, one: Area) -> tuple[Way, ...]:
        """Return the way back from *one*: through all that hold it, the widest first."""
        found = (area(self._visible, key) for key in reversed(one.above))
        return tuple(Way(above.name, addresses.of_area(above.key)) for above in found if above is not None)

    def _area(self, one: Area) -> Output:
        series = self._shown.of(one)
        view = AreaPage(
            frame=self.frame,
            key=one.key,
            level=one.level,
            name=one.name,
            up=self.up(one),
            home=_home(one),
            series=series,
            more=self._records.ways(one),
            aside=self._data.samples_aside and bool(series) and series[0].sample,
            copied=self._data.has_copied(one),
        )
        return Output(addresses.page(one.key), view, AREA, rank=1)

    def _all_sources(self, one: Area) -> Iterator[Output]:
        """Yield the pages of sources of *one*, by year, newest first."""
        found = [evidence for evidence in self._shown.told(one) if years(evidence)]
        for year in sorted({year for evidence in found for year in years(evidence)}, reverse=True):
            told = (
                Source(evidence.sample, tuple(told for told in evidence.told if told.month.startswith(year)))
                for evidence in found
            )
            view = SourcesPage(
                frame=self.frame, key=one.key, name=one.name, year=year,
                up=(*self.up(one), Way(one.name, addresses.of_area(one.key))),
                sources=tuple(source for source in told if source.told),
            )  # fmt: skip
            yield Output(addresses.page(one.key, year), view, SOURCES, rank=1)

    def _sim(self, one: Area) -> Iterator[Output]:
        """Yield the page of rows to copy of the library *one*, where it has any."""
        if copied := self._data.copied(one):
            up = (*self.up(one), Way(one.name, addresses.of_area(one.key)))
            view = SimPage(frame=self.frame, key=one.key, name=one.name, up=up, copied=copied)
            yield Output(addresses.page(one.key, addresses.SIM), view, SIM, rank=1)

    def _index(self) -> Output:
        regencies: defaultdict[str, list[Way]] = defaultdict(list)
        libraries: defaultdict[str, list[Way]] = defaultdict(list)
        provinces: dict[str, Way | None] = {}
        for one in self._seen.areas:
            way = Way(one.name, addresses.of_area(one.key))
            if one.level == "provinsi":
                provinces[one.key] = way
            elif one.level == "kabupaten":
                regencies[one.above[0]].append(way)
            elif one.level == "perpustakaan":
                library = self._visible.library(one.key)
                libraries[places(library.region if library else "")[1]].append(way)
        if libraries[""]:
            provinces[""] = None
        view = IndexPage(
            frame=self.frame,
            provinces=tuple(
                Province(way, tuple(regencies[code]), tuple(libraries[code])) for code, way in sorted(provinces.items())
            ),
        )
        return Output(addresses.page(), view, INDEX, rank=1)

    def _method(self) -> Output:
        defined = tuple(map(_defined, self._seen.indicators))
        return Output(addresses.page(*addresses.METHOD), MethodPage(frame=self.frame, indicators=defined), METHOD)

    def _dictionary(self) -> Output:
        view = DictionaryPage(
            frame=self.frame, licence=self._site.bukti.lisensi, sample=not self._visible.counted(),
            others=self._data.samples_aside,
        )  # fmt: skip
        return Output(addresses.page(*addresses.DICTIONARY), view, DICTIONARY)


def _home(one: Area) -> Way | None:
    """Return the page of news of *one*."""
    if one.key == EVERYTHING:
        return Way("", "")
    return Way(one.name, f"perpustakaan/{one.key}" if one.level == "perpustakaan" else f"wilayah/{one.key}")


def _defined(one: Indicator) -> Defined:
    return Defined(one.code, one.name, one.unit, one.about, (*one.strategies, *one.kinds, *one.topics))
