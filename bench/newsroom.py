"""The archive as a warta newsroom: ``content/`` with stories, libraries and ``site.toml``."""

from pathlib import Path

from bench.library import PHONE, Library
from bench.story import Story
from bench.words import MONTHS, WEEKDAYS
from pipeline.config import Desks

NAME = "Kabar Ukur"
URL = "https://kabar-ukur.example/"
TAGLINE = "Cerita rekaan untuk mengukur kecepatan"
ABOUT = "Kabar Ukur adalah arsip buatan. Desa, orang, dan angkanya disusun oleh program untuk mengukur kecepatan."
PUBLISHER = "Redaksi Kabar Ukur"
EMAIL = "redaksi@kabar-ukur.example"

SITE = f"""\
nama = "{NAME}"
url = "{URL}"
slogan = "{TAGLINE}"
tentang = "{ABOUT}"
penerbit = "{PUBLISHER}"
surel = "{EMAIL}"

[sosial]
tagar = ["PerpustakaanDesa"]

# Photos and cards have rows of their own: bench/pictured.py.
[meja]
photos = false
cards = false
"""

SEARCH = "search" in Desks.__struct_fields__
"""Whether this edition of warta makes a search."""


def settings(*, search: bool = False) -> str:
    """Return the text of ``site.toml``, with search on or off where there is one."""
    return f"{SITE}search = {str(search).lower()}\n" if SEARCH else SITE


def write(root: Path, libraries: list[Library], stories: list[Story]) -> None:
    """Write the newsroom below *root*."""
    content = root / "content"
    (content / "libraries").mkdir(parents=True)
    (content / "site.toml").write_text(settings(), "utf-8")
    for library in libraries:
        (content / "libraries" / f"{library.slug}.md").write_text(profile(library), "utf-8")
    for month in sorted({story.month for story in stories}):
        (content / "stories" / month).mkdir(parents=True)
    for story in stories:
        path(root, story).write_text(report(story), "utf-8")


def path(root: Path, story: Story) -> Path:
    """Return where *story* lies in the newsroom at *root*."""
    return root / "content" / "stories" / f"{story.address}.md"


def profile(library: Library) -> str:
    """Return a library's file."""
    return f"""\
---
nama: {library.name}
tingkat: desa
wilayah: "{library.code}"
desa: {library.village}
alamat: {library.address}
kontak:
  telepon: "{PHONE}"
  surel: {library.email}
tentang: {library.about}
---
{library.hours}
"""


def report(story: Story) -> str:
    """Return a story's file."""
    day = story.day
    head = [
        f"judul: {story.title}",
        f"tanggal: {WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"terbit_pada: {day.isoformat()} {story.hour:02}.{story.minute:02} {story.library.zone}",
        f"perpustakaan: {story.library.slug}",
        f"strategi: {story.strategy}",
        f"topik: [{', '.join(story.topics)}]",
        f"ringkasan: {story.summary}",
        f"penulis: {story.author}",
        f"lokasi: {story.place}",
    ]
    if people := story.participants:
        parts = f"total: {people.total}, laki-laki: {people.men}, perempuan: {people.women}"
        parts += f", anak: {people.children}" if people.children else ""
        head.append(f"peserta: {{{parts}}}")
    if story.partners:
        head.append(f"mitra: [{', '.join(story.partners)}]")
    if quote := story.quote:
        head += ["kutipan:", f'  - {{teks: "{quote.text}", nama: {quote.name}, peran: {quote.role}, izin: ya}}']
    return "\n".join(("---", *head, "---", story.body))
