"""Charts on a telephone: letters large enough, and no word beyond its drawing, whatever letters the reader has."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from pipeline.pictures.charts.draw import chart, ink
from pipeline.pictures.charts.time import by_time
from pipeline.pictures.charts.values import Aim, Answer, Bar, Bars, Pair, Pairs, Part, Parts, Survey, Targets

pytestmark = pytest.mark.browser

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LONG = "TAMAN BACAAN MASYARAKAT CAHAYA ILMU MOMMMMWWWW KEPULAUAN DERAWAN KABUPATEN BERAU KALIMANTAN TIMUR"
MONTHS = {f"{2022 + at // 12}-{at % 12 + 1:02}": (at * 997, at * 31, 14) for at in range(22)}
CHARTS = (
    by_time("Kehadiran", "kehadiran", MONTHS, ("Layanan informasi", "Pelibatan masyarakat", LONG)),
    Parts("Siapa", "kehadiran", (Part("Perempuan", 1240), Part(LONG, 860)), (Part("Anak", 420, "dari 8 kegiatan"),)),
    Bars("Tempat", "rupiah", (Bar(LONG, 1_250_000_000), Bar("<b>Sukamaju</b>", 3), Bar("Diam", None))),
    Pairs("Perubahan", (Pair(LONG, "orang per bulan", 40, 12_500_000), Pair("Koleksi", "judul", None, 300))),
    Survey("Survei", (Answer(LONG, 45, 50), Answer("Tahu", 0, 0))),
    Targets("Target", (Aim(LONG, "rupiah", 1_200_000_000, 1_500_000_000), Aim("Mitra", "mitra", 7, None))),
)

FAULTS = """() => [...document.querySelectorAll("svg")].flatMap(svg => {
    const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].flatMap(text => {
        const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize) * scale;
        const inside = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.bottom <= frame.bottom + 3;
        return [inside ? [] : `beyond the drawing: ${text.textContent}`,
                size >= 12 ? [] : `${size} px: ${text.textContent}`].flat();
    });
})"""


def page():
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    templates.globals["_"] = lambda text: text
    css = "".join(templates.get_template(f"{name}.css").render() for name in ("site/style", "evidence/bukti"))
    macros = templates.get_template("evidence/bagan.html").module
    shown = "".join(macros.bagan(chart(one, ink(f"b{at}"))) for at, one in enumerate(CHARTS))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f'<!doctype html><html lang="id"><head>{head}<style>{css}</style></head><main>{shown}</main></html>'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_of_charts_can_be_read_on_a_telephone_and_stay_in_their_drawing(reader, scheme):
    shown = reader.open(width=360, scheme=scheme)
    shown.set_content(page())

    assert shown.locator("svg[role=img]").count() == len(CHARTS)
    assert shown.evaluate(FAULTS) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= 360
