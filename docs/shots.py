"""Pictures of the sample newsroom's pages in ``docs/gambar/``, taken again: ``python -m docs.shots`` (``make shots``).

One page of each kind on a telephone and on a wide screen, a few by night, and the page that shows them. The newsroom is
built in a temporary folder; Chromium is the one of the browser tests (``tests/browser/install.py``).
"""

import datetime as dt
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.pictures.vips import vips
from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import bundled
from tests.browser.host import Host
from tests.browser.install import FLAGS, program

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gambar"
NOW = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
"""The instant of the build, so that pictures change only with what they show."""

PHONE, WIDE = 360, 1_280
HEIGHTS = {PHONE: 800, WIDE: 900}
"""Height of the window, by its width."""
LONGEST, QUALITY = 1_900, 60
WIDTHS = (PHONE, WIDE)
SETTLED = """() => Promise.all([document.fonts.ready, ...[...document.images].map(image => {
    image.loading = "eager";
    return image.decode().catch(() => {});
})])"""
"""Photos far down are loaded when somebody scrolls; here they must be there at once."""


class Page(NamedTuple):
    """One row of the page of pictures: file name, address, what there is to see, widths, by day or by night."""

    name: str
    address: str
    caption: str
    widths: tuple[int, ...] = WIDTHS
    scheme: str = "light"

    @property
    def shots(self) -> list[tuple[int, str]]:
        """Return width and file name of each picture."""
        return [(width, f"{self.name}-{width}.webp") for width in self.widths]


STORY = "2026/10/warta-dinding-di-warung-dan-dermaga/"
PAGES = (
    Page("beranda", "", "Beranda: berita utama, berita terbaru, angka, dan peta petak."),
    Page("berita", STORY, "Berita dengan foto, data kegiatan, dan tombol berbagi."),
    Page("bagikan", f"{STORY}bagikan/", "Bahan siap kirim: salin, tempel, kirim, untuk tiga belas saluran."),
    Page("perpustakaan", "perpustakaan/perpustakaan-negeri-waisastra/", "Perpustakaan: profil, kontak, dan kabarnya."),
    Page("wilayah", "wilayah/81/", "Wilayah: kabar dan perpustakaan satu provinsi."),
    Page("topik", "topik/pertanian/", "Topik: semua kabar tentang satu hal."),
    Page("bulan", "2026/11/", "Bulan: semua kabar sebulan, dengan jalan ke bulan lain."),
    Page("semua-wilayah", "wilayah/", "Semua wilayah yang punya kabar."),
    Page("cari", "cari/?q=menanam+sayur", "Pencarian, tanpa server."),
    Page("404", "tidak-ada/", "Alamat yang tidak ada."),
    Page("beranda-malam", "", "Beranda, bila perangkat memakai warna gelap.", scheme="dark"),
    Page("berita-malam", STORY, "Berita, bila perangkat memakai warna gelap.", scheme="dark"),
    Page(
        "terjemahan", "2023/05/library-managers-trained-in-west-java/",
        "Terjemahan bahasa Inggris di samping berita aslinya.", (PHONE,),
    ),
)  # fmt: skip
HEAD = """# Rupa situs

Halaman ruang redaksi contoh, di ponsel (lebar 360 piksel) dan di layar lebar (1.280 piksel). Halaman panjang dipotong.
Gambar dan halaman ini dibuat oleh `make shots`; jangan disunting.
"""
SCREENS = {PHONE: "ponsel", WIDE: "layar lebar"}


def page(shown: tuple[Page, ...]) -> str:
    """Return the page of pictures."""
    return HEAD + "".join(map(_section, shown))


def _section(shown: Page) -> str:
    heads = " | ".join(SCREENS[width] for width in shown.widths)
    pictures = " | ".join(f"![{shown.caption[:-1]}, {SCREENS[width]}]({file})" for width, file in shown.shots)
    return f"\n## {shown.caption[:-1]}\n\n| {heads} |\n|{'---|' * len(shown.widths)}\n| {pictures} |\n"


def there(site: Path) -> Iterator[Page]:
    """Yield the pages that *site* has: a desk may be off. The page of what is not there is wherever nothing is."""
    for shown in PAGES:
        address = shown.address.partition("?")[0]
        if shown.name == "404" or (site / address / "index.html").is_file():
            yield shown
        else:
            sys.stderr.write(f"Left out: the site has no {address}\n")


def taken(browser: Any, url: str, shown: Page, width: int) -> bytes:  # noqa: ANN401  playwright's own
    """Return the top of a page as PNG, as a window of *width* shows it when all is loaded."""
    phone = width == PHONE
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHTS[width]}, is_mobile=phone, has_touch=phone,
        color_scheme=shown.scheme, reduced_motion="reduce", locale="id-ID", timezone_id="Asia/Jakarta",
    )  # fmt: skip
    try:
        tab = context.new_page()
        tab.goto(url + shown.address, wait_until="networkidle")
        tab.evaluate(SETTLED)
        high = min(tab.evaluate("document.documentElement.scrollHeight"), LONGEST)
        return bytes(tab.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": high}))
    finally:
        context.close()


def shoot(site: Path, folder: Path) -> None:
    """Write the pictures of *site*, and the page that shows them, into *folder*, which then holds nothing else."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where pictures are taken

    shown = tuple(there(site))
    # Drawing cards leaves a variable that takes all fonts but ours from every program started after it.
    surroundings = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    pictures: dict[str, bytes] = {}
    with Host(site) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=FLAGS, env=surroundings)
        for one in shown:
            for width, name in one.shots:
                image = vips().Image.new_from_buffer(taken(browser, url, one, width), "")
                pictures[name] = image.write_to_buffer(".webp", Q=QUALITY, effort=6, keep="none")
        browser.close()
    # All are there now: old ones may go.
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in pictures.items():
        (folder / name).write_bytes(data)
    (folder / "README.md").write_text(page(shown), "utf-8")
    total = sum(map(len, pictures.values()))
    sys.stderr.write(f"{len(pictures)} pictures, {total / 1e6:.2f} MB, in {folder.relative_to(ROOT)}/\n")


def main() -> int:
    """Build the sample newsroom and take its pictures; return the status for the shell."""
    if not program("chromium"):
        sys.stderr.write("Chromium is not there: apt-get install chromium\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="warta-") as folder:
        root = Path(folder)
        shutil.copytree(bundled("content"), root / "content")
        build(Newsroom(root), Order(now=NOW))
        shoot(root / "output" / "site", FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
