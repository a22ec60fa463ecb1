"""How lists and places are called on the site."""

from pipeline import regions
from pipeline.archive.entry import RECIPES, recipe_slug
from pipeline.archive.visible import Visible
from pipeline.content.story import Story
from pipeline.desks.site.views import Link
from pipeline.language import N_, texts

STRATEGIES = {
    "layanan-informasi": N_("Peningkatan layanan informasi"),
    "pelibatan-masyarakat": N_("Pelibatan masyarakat"),
    "advokasi": N_("Advokasi"),
    "publikasi": N_("Publikasi"),
}
"""The strategies of the programme, as its reports name them."""

LEADS = {
    "layanan-informasi": N_("Layanan yang lebih baik: bacaan, komputer, dan bantuan mencari informasi."),
    "pelibatan-masyarakat": N_("Belajar dan berkarya bersama warga di perpustakaan."),
    "advokasi": N_("Mencari dukungan, dan apa yang terjadi dengan dukungan itu."),
    "publikasi": N_("Mengabarkan perpustakaan kepada lebih banyak orang."),
}

HUBS = {
    "perpustakaan": (N_("Perpustakaan"), N_("Semua perpustakaan yang mengirim kabar, menurut provinsi.")),
    "wilayah": (N_("Wilayah"), N_("Kabar menurut provinsi, kabupaten, dan kota.")),
    "topik": (N_("Topik"), N_("Kabar menurut pokok bahasannya.")),
    "strategi": (N_("Strategi"), N_("Kabar menurut strategi transformasi perpustakaan berbasis inklusi sosial.")),
    "resep": (
        N_("Resep kegiatan"),
        N_("Kegiatan yang pernah dilakukan dan dapat diulang: kebutuhan, biaya, langkah, dan siapa yang bisa ditanya."),
    ),
    "arsip": (N_("Arsip"), N_("Semua kabar menurut bulan terbit.")),
}
"""The lists of lists: what each is called, and what it holds."""


def hub(language: str, name: str) -> Link:
    """Return the list of lists to which *name* belongs (``topik/pertanian``: that of topics), named in *language*."""
    kind = name.partition("/")[0]
    return Link(texts(language)(HUBS[kind][0]), kind)


def words(slug: str) -> str:
    """Return a slug as words: ``literasi-anak`` gives ``Literasi anak``."""
    text = slug.replace("-", " ")
    return text[:1].upper() + text[1:]


def strategy(slug: str, language: str, count: int = 0) -> Link:
    """Return the page of a strategy, named in *language*."""
    return Link(texts(language)(STRATEGIES.get(slug, words(slug))), f"strategi/{slug}", count)


def topic(slug: str, count: int = 0) -> Link:
    """Return the page of a topic."""
    return Link(words(slug), f"topik/{slug}", count)


def recipe(story: Story) -> Link | None:
    """Return the page of the recipe to which *story* belongs, ``None`` where it names none."""
    slug = recipe_slug(story)
    return Link(story.recipe.name, f"{RECIPES}/{slug}") if slug and story.recipe else None


def region(code: str, count: int = 0) -> Link | None:
    """Return the page of a province or regency, ``None`` where the code is not known."""
    found = regions.region(code) if code else None
    return None if found is None else Link(found.name, f"wilayah/{code}", count)


def place(code: str) -> str:
    """Return the short name of a province or regency, empty where the code is not known."""
    found = regions.region(code) if code else None
    return "" if found is None else regions.short_name(found)


def library(visible: Visible, slug: str) -> Link:
    """Return the page of a library; one whose profile has errors is called by its slug."""
    found = visible.library(slug)
    return Link(found.name if found else slug, f"perpustakaan/{slug}")


def sequence(visible: Visible, name: str, language: str) -> Link | None:
    """Return the page of a sequence (``topik/pertanian``), named in *language*."""
    kind, _, slug = name.partition("/")
    if kind == "perpustakaan":
        return library(visible, slug)
    if kind == "wilayah":
        return region(slug)
    return topic(slug) if kind == "topik" else strategy(slug, language)
