"""The contact sheets of the cards in ``docs/kartu/``, drawn again: ``python -m docs.cards`` (or ``make cards``).

Every look in every shape, with a short title and a long one, with a photo and without; then the other cards.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.content.picture import Picture
from pipeline.pictures.card import LOOKS, Cards, Kind, Shape
from pipeline.pictures.drawing import Drawn, draw
from pipeline.pictures.motifs import icon, motif
from pipeline.pictures.tones import tones
from pipeline.pictures.vips import vips
from pipeline.templating.environment import fill

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "kartu"
OPTIONS = {"templates": (f"{ROOT / 'templates'}",), "compiled": "", "edition": "docs"}

WIDE, TALL, LONG = (1_200, 630), (1_080, 1_350), (1_080, 1_920)
SHAPES = (WIDE, TALL, LONG)
GAP, QUALITY = 12, 64
GROUND = [108, 104, 98]
EACH = "1200×630, 1080×1350, 1080×1920  ·  judul pendek, judul panjang  ·  dengan foto, tanpa foto"
OTHER = "kutipan, angka, kartu situs  ·  sampul cerita tanpa foto"


class Sample(NamedTuple):
    """One card of a sheet: what it shows, in which size, and its photo."""

    card: Cards
    kind: Kind
    size: tuple[int, int]
    photo: Path | None = None


def story(
    title: str, library: str, place: str, day: date, province: str, *topics: str, **more: object
) -> dict[str, Any]:
    """Return what the cards of a story show."""
    return {
        "title": title, "library": library, "place": place, "day": day, "site": "Kabar Pustaka",
        "host": "kabar-pustaka.example", "motif": motif(province), "icon": icon(topics, None), "sample": True, **more,
    }  # fmt: skip


SHORT_PHOTO = story(
    "Dongeng Sabtu pagi", "Perpustakaan Desa Bontosastra", "Kab. Takalar", date(2026, 11, 14), "73", "literasi-anak",
    kicker="Layanan informasi", seed=2,
)  # fmt: skip
LONG_PHOTO = story(
    "Musyawarah Negeri Waisastra sepakati anggaran perpustakaan 2027 setelah sepuluh bulan mencatat kunjungan warga "
    "dalam buku tamu yang sudah lusuh, dari Januari sampai Oktober",
    "Perpustakaan Negeri Waisastra", "Kab. Maluku Tengah", date(2026, 11, 17), "81", "anggaran-desa",
    kicker="Advokasi", seed=9,
)  # fmt: skip
SHORT_COVER = story(
    "Rak benih warga", "Perpustakaan Desa Sukabaca", "Kab. Bandung", date(2025, 1, 18), "32", "pertanian",
    kicker="Layanan informasi", seed=1,
)  # fmt: skip
LONG_COVER = story(
    "Kelas komputer membuat lansia Karangwacana makin dekat dengan keluarga di perantauan, dan kini mereka menulis "
    "sendiri kabar desa untuk dibaca para cucu di kota", "Perpustakaan Desa Karangwacana", "Kab. Klaten",
    date(2026, 2, 21), "33", "literasi-digital", "lansia", kicker="Layanan informasi", seed=4,
)  # fmt: skip

SPOKEN = {
    "quote": "Saya tidak minta buku yang istimewa. Saya minta buku yang sama, dengan cara baca yang berbeda.",
    "speaker": "Pak L., pembaca buku braille",
}
COUNTED = {"number": "1.284", "label": "kunjungan tercatat dari Januari sampai Oktober 2026"}


def photos() -> tuple[Path, ...]:
    """Return the pictures of the sample stories: the team's own illustrations."""
    names = ("2026/11/dongeng-sabtu-pagi.jpg", "2026/11/anggaran-perpustakaan-disepakati.jpg")
    return tuple(ROOT / "content" / "stories" / name for name in names)


def drawn(sample: Sample, logo: str | None = None) -> Drawn:
    """Return *sample* as a card."""
    (width, height), picture = sample.size, None
    if sample.photo is not None:
        image = vips().Image.new_from_file(f"{sample.photo}")
        picture = Picture("", image.width, image.height)
    name = sample.card.look if sample.kind == "berita" else sample.kind
    values = {
        "card": sample.card, "shape": Shape(sample.kind, width, height), "w": width, "h": height, "photo": picture,
        "tone": tones(sample.card.colours), "logo": logo,
    }  # fmt: skip
    return draw(fill(OPTIONS, sample.card.language, f"cards/{name}.svg", values), sample.photo, picture)


def cards(look: str, what: dict[str, Any]) -> Cards:
    """Return the view of a card in *look*."""
    return Cards(shapes=(), look=look, **what)


def look_sheet(look: str) -> tuple[tuple[Sample, ...], ...]:
    """Return the rows of the sheet of *look*."""
    first, second = photos()
    shown = ((SHORT_PHOTO, first), (LONG_PHOTO, second), (SHORT_COVER, None), (LONG_COVER, None))
    wide, tall, long = (
        tuple(Sample(cards(look, what), "berita", size, photo) for what, photo in shown) for size in SHAPES
    )
    return wide, tuple(sample for pair in zip(tall, long, strict=True) for sample in pair)


def other_sheet() -> tuple[tuple[Sample, ...], ...]:
    """Return the rows of the sheet of quotations, numbers, covers and the site's card."""
    quote, number = cards("koran", {**SHORT_COVER, **SPOKEN}), cards("koran", {**LONG_PHOTO, **COUNTED})
    site = {"title": "Cerita baik dari perpustakaan desa", "site": "Kabar Pustaka", "host": "kabar-pustaka.example"}
    covers = (("53", "budaya"), ("12", "usaha-kecil"), ("63", "layanan-keliling"), ("91", "kesehatan"))
    pictures = tuple(
        Sample(cards("koran", story("", "", "", date(2026, 1, 1), place, topic, seed=n * 5)), "sampul", (1_200, 900))
        for n, (place, topic) in enumerate(covers)
    )
    home = cards("koran", {**site, "motif": "buku", "icon": "buku"})
    short = cards("koran", {**SHORT_PHOTO, "number": "40", "label": "anak mendengarkan dongeng"})
    return (
        (
            Sample(quote, "kutipan", TALL, photos()[0]), Sample(quote, "kutipan", TALL), Sample(number, "angka", TALL),
            Sample(short, "angka", TALL), Sample(home, "situs", WIDE),
        ),
        pictures,
    )  # fmt: skip


def sheets() -> Iterator[tuple[str, tuple[tuple[Sample, ...], ...]]]:
    """Yield the sheets: name and rows."""
    for look in LOOKS:
        yield look, look_sheet(look)
    yield "lainnya", other_sheet()


def label(text: str, width: int) -> Any:  # noqa: ANN401  libvips has no types
    """Return *text* as the head of a sheet."""
    ground = "#{:02x}{:02x}{:02x}".format(*GROUND)
    return draw(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="52"><rect width="100%" height="100%" '
        f'fill="{ground}"/><text data-box="{GAP} 10 {width - 2 * GAP} 34" data-size="24 16" data-weight="600" '
        f'data-valign="middle" data-lines="1" fill="#ffffff">{text}</text></svg>'
    ).image


def sheet(title: str, rows: tuple[tuple[Sample, ...], ...], width: int = 1_600) -> Any:  # noqa: ANN401  as above
    """Return the cards of *rows* below *title* on one picture, each row as wide as *width*."""
    image = label(title, width)
    for row in rows:
        free = width - GAP * (len(row) + 1)
        high = round(free / sum(sample.size[0] / sample.size[1] for sample in row))
        strip = None
        for sample in row:
            wide = round(high * sample.size[0] / sample.size[1])
            small = drawn(sample).image.thumbnail_image(wide, height=high, size="force")
            small = small.embed(GAP, 0, wide + GAP, high + GAP, background=GROUND, extend="background")
            strip = small if strip is None else strip.join(small, "horizontal")
        image = image.join(strip, "vertical", expand=True, background=GROUND)
    return image.crop(0, 0, width, image.height)


def main() -> None:
    """Write every sheet."""
    FOLDER.mkdir(exist_ok=True)
    for name, rows in sheets():
        sheet(f"{name}  ·  {OTHER if name == 'lainnya' else EACH}", rows).write_to_file(
            f"{FOLDER / name}.jpg", Q=QUALITY, keep="none", optimize_coding=True
        )


if __name__ == "__main__":
    main()
