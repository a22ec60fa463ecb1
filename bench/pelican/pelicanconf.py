"""The same newsroom for Pelican. ``python -m bench`` writes ``content/`` and ``pustaka.json`` beside a copy of this.

Everything that the site does not need is off, what is read is kept from build to build; all else is as Pelican sets it.
"""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

SITENAME = "Kabar Ukur"
SITEURL = "https://kabar-ukur.example"
SITESUBTITLE = "Cerita rekaan untuk mengukur kecepatan"
FEED_DOMAIN = SITEURL
ABOUT = "Kabar Ukur adalah arsip buatan. Desa, orang, dan angkanya disusun oleh program untuk mengukur kecepatan."
PUBLISHER = "Redaksi Kabar Ukur"
EMAIL = "redaksi@kabar-ukur.example"
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
PATH = "content"
THEME = "theme"
THEME_STATIC_DIR = "."
READERS = {"rst": None, "html": None}
STATIC_PATHS: list[str] = []
FILENAME_METADATA = ""
FORMATTED_FIELDS: list[str] = []
MARKDOWN = {"extensions": ["markdown.extensions.tables"], "output_format": "html5"}

CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
GZIP_CACHE = False

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
CATEGORY_URL = "perpustakaan/{slug}/"
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
TAG_URL = "topik/{slug}/"
TAG_SAVE_AS = f"{TAG_URL}index.html"
AUTHOR_SAVE_AS = ""
MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = f"{MONTH_ARCHIVE_URL}index.html"
DIRECT_TEMPLATES = ["index", "categories", "tags", "archives", "404", "robots", "sitemap"]
TEMPLATE_EXTENSIONS = [".html", ".xml", ".txt"]
CATEGORIES_URL, CATEGORIES_SAVE_AS = "perpustakaan/", "perpustakaan/index.html"
TAGS_URL, TAGS_SAVE_AS = "topik/", "topik/index.html"
ARCHIVES_URL, ARCHIVES_SAVE_AS = "arsip/", "arsip/index.html"
ROBOTS_SAVE_AS = "robots.txt"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"category": 24, "tag": 24}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_ALL_RSS = "feed.xml"
FEED_ALL_ATOM = "atom.xml"
CATEGORY_FEED_RSS = "perpustakaan/{slug}/feed.xml"
TAG_FEED_RSS = "topik/{slug}/feed.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 12
RSS_FEED_SUMMARY_ONLY = False

LIBRARIES: dict[str, dict[str, str]] = json.loads((Path(__file__).parent / "pustaka.json").read_text("utf-8"))
"""What a library's page shows beside its stories, by its slug."""

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

Thing = Any
"""A story or a library of Pelican's, which has no types."""

places: dict[str, int] = {}
"""Where every story stands among all, newest first; found once in a build."""


def tanggal(day: date) -> str:
    """Return *day* in words: ``2 Januari 2023``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hari(day: date) -> str:
    """Return *day* in words, with its name: ``Senin, 2 Januari 2023``."""
    return f"{DAYS[day.weekday()]}, {tanggal(day)}"


def earlier(article: Thing, articles: list[Thing]) -> list[Thing]:
    """Return the three stories before *article* in the same month; *articles* are all, newest first."""
    if not places:
        places.update((other.slug, place) for place, other in enumerate(articles))
    place = places[article.slug] + 1
    month = article.date.year, article.date.month
    return [other for other in articles[place : place + 3] if (other.date.year, other.date.month) == month]


def provinces(categories: list[tuple[Thing, Thing]]) -> list[tuple[str, list[Thing]]]:
    """Return the libraries among *categories* by province, both by name."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for category, _ in categories:
        found[LIBRARIES[category.slug]["provinsi"]].append(category)
    return sorted(found.items())


JINJA_FILTERS = {"tanggal": tanggal, "hari": hari, "earlier": earlier, "provinces": provinces}
