"""From views to pages of evidence. Runs in workers."""

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.config import LICENCES
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.figures import figures
from pipeline.desks.evidence.views import AreaPage, Asset, DictionaryPage, IndexPage, MethodPage, SimPage, SourcesPage
from pipeline.evidence.table import TABLES
from pipeline.language import N_, texts
from pipeline.pictures.charts.draw import chart, ink
from pipeline.templating.environment import fill
from pipeline.templating.frame import Frame
from pipeline.templating.stylesheet import squeezed

ALL = N_("Semua perpustakaan")
"""What all areas together are called."""


@renders(AreaPage)
def area(view: AreaPage, bench: Workbench) -> bytes:
    """The evidence of one area."""
    language = view.frame.language
    say = texts(language)
    charts = [
        {
            name: None if values is None else chart(values, ink(f"{name}-{at}", language))
            for name, values in figures(one, say, language).items()
        }
        for at, one in enumerate(view.series)
    ]
    address = addresses.of_area(view.key)
    return _page(
        bench, "evidence/area.html", view, view.frame, address, _title(view.name, view.frame), charts=charts, say=say
    )  # fmt: skip


@renders(SourcesPage)
def sources(view: SourcesPage, bench: Workbench) -> bytes:
    """The events behind the numbers of one year."""
    address = f"{addresses.of_area(view.key)}/{view.year}"
    return _page(
        bench, "evidence/sources.html", view, view.frame, address, f"{_title(view.name, view.frame)}, {view.year}"
    )


@renders(IndexPage)
def index(view: IndexPage, bench: Workbench) -> bytes:
    """The way to all areas."""
    return _page(bench, "evidence/index.html", view, view.frame, addresses.ROOT, "")


@renders(MethodPage)
def method(view: MethodPage, bench: Workbench) -> bytes:
    """How the numbers are made."""
    return _page(bench, "evidence/method.html", view, view.frame, "/".join((addresses.ROOT, *addresses.METHOD)), "")


@renders(DictionaryPage)
def dictionary(view: DictionaryPage, bench: Workbench) -> bytes:
    """What the tables hold."""
    say = texts(view.frame.language)
    tables = [
        {
            "name": one.name,
            "title": say(one.title),
            "about": say(one.about),
            "fields": [(field.name, field.type, say(field.about), field.values) for field in one.fields],
        }
        for one in TABLES
    ]
    address = "/".join((addresses.ROOT, *addresses.DICTIONARY))
    licence = (view.licence, *LICENCES[view.licence])
    return _page(bench, "evidence/data.html", view, view.frame, address, "", tables=tables, licence=licence)


@renders(SimPage)
def sim(view: SimPage, bench: Workbench) -> bytes:
    """Rows that are ready to be copied."""
    address = f"{addresses.of_area(view.key)}/{addresses.SIM}"
    return _page(bench, "evidence/sim.html", view, view.frame, address, view.name)


@renders(Asset)
def script(view: Asset, bench: Workbench) -> bytes:
    """The script that copies a table."""
    return fill(bench.options, "id", view.name, {}).encode()


@renders(Asset)
def styles(view: Asset, bench: Workbench) -> bytes:
    """The stylesheet of evidence."""
    return squeezed(fill(bench.options, "id", view.name, {})).encode()


def _title(name: str, frame: Frame) -> str:
    return name or texts(frame.language)(ALL)


def _page(
    bench: Workbench, template: str, view: object, frame: Frame, address: str, title: str, **more: object
) -> bytes:  # fmt: skip
    values = {
        "page": view,
        "frame": frame,
        "lang": frame.language,
        "root": "../" * (address.count("/") + 1),
        "canonical": f"{frame.url}{address}/",
        "title": title,
        "all": texts(frame.language)(ALL),
        "share": share,
        **more,
    }
    return fill(bench.options, frame.language, template, values).encode()


def share(part: int, whole: int) -> int:
    """Return *part* of *whole* in per cent, rounded; 0 where there is no whole."""
    return round(100 * part / whole) if whole else 0
