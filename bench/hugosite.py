"""The archive as a Hugo site: content with taxonomies, beside a copy of ``bench/hugo``."""

import json
import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from bench.library import PHONE, Library
from bench.sheet import sheet
from bench.story import Story
from bench.words import MONTHS, TOPICS
from pipeline import regions
from pipeline.desks.site import naming

TEMPLATES = Path(__file__).parent / "hugo"
OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}
HUBS = {
    "perpustakaan": "Semua perpustakaan yang mengirim kabar, menurut provinsi.",
    "wilayah": "Kabar menurut provinsi, kabupaten, dan kota.",
    "topik": "Kabar menurut pokok bahasannya.",
    "strategi": "Kabar menurut strategi transformasi perpustakaan berbasis inklusi sosial.",
}
"""The taxonomies, each with its lead."""
GROUPED = ("perpustakaan", "wilayah")
"""Those whose lists are grouped by province."""


def write(root: Path, libraries: list[Library], stories: list[Story]) -> None:
    """Write the site below *root*."""
    shutil.copytree(TEMPLATES, root)
    (root / "static").mkdir()
    (root / "static" / "style.css").write_text(sheet(), "utf-8")
    _lists(root / "content", libraries)
    _months(root / "content", {story.month for story in stories})
    for story in stories:
        path(root, story).write_text(report(story), "utf-8")


def path(root: Path, story: Story) -> Path:
    """Return where *story* lies in the site at *root*."""
    return root / "content" / f"{story.address}.md"


def report(story: Story) -> str:
    """Return a story's file. What its page shows of its library stands in it, so that Hugo need not look it up."""
    home = story.library
    head: dict[str, object] = {
        "title": story.title,
        "date": f"{story.day}T{story.hour:02}:{story.minute:02}:00{OFFSETS[home.zone]}",
        "perpustakaan": [home.slug],
        "nama": home.name,
        "wilayah": [home.regency, home.province],
        "strategi": [story.strategy],
        "topik": story.topics,
        "description": story.summary,
        "penulis": story.author,
        "lokasi": story.place,
        "mitra": story.partners,
    }
    if people := story.participants:
        head["peserta"] = {
            "total": people.total,
            "lakilaki": people.men,
            "perempuan": people.women,
            "anak": people.children,
        }
    if story.quote and story.quote.text not in story.body:
        head["kutipan"] = [{"teks": story.quote.text, "nama": story.quote.name, "peran": story.quote.role}]
    return _file(head, story.body)


def _file(head: Mapping[str, object], body: str = "") -> str:
    """Return front matter, in YAML whose values are written as JSON, and *body*."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value)
    return "\n".join(("---", *lines, "---", body))


def _put(folder: Path, head: Mapping[str, object], body: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "_index.md").write_text(_file(head, body), "utf-8")


def _months(content: Path, months: set[str]) -> None:
    for year in sorted({month[:4] for month in months}):
        _put(content / year, {"title": year, "build": {"render": "never"}})
    for month in sorted(months):
        _put(content / month, {"title": f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"})
    lead = "Semua kabar menurut bulan terbit."
    text = _file({"title": "Arsip", "description": lead, "layout": "arsip"})
    (content / "arsip.md").write_text(text, "utf-8")


def _lists(content: Path, libraries: list[Library]) -> None:
    """Write the page of every library, region, topic and strategy."""
    for name, lead in HUBS.items():
        _put(content / name, {"title": name.capitalize(), "description": lead, "berkelompok": name in GROUPED})
    for library in libraries:
        _put(content / "perpustakaan" / library.slug, _profile(library), f"{library.hours}\n")
    _regions(content / "wilayah", libraries)
    for topic in TOPICS:
        _put(content / "topik" / topic, {"title": naming.words(topic)})
    for strategy, title in naming.STRATEGIES.items():
        head = {"title": title, "description": naming.LEADS[strategy], "outputs": ["html"]}
        _put(content / "strategi" / strategy, head)


def _profile(library: Library) -> dict[str, object]:
    return {
        "title": library.name,
        "description": library.about,
        "kelompok": library.province_name,
        "desa": library.village,
        "kabupaten": library.regency,
        "provinsi": library.province,
        "alamat": library.address,
        "telepon": PHONE,
        "surel": library.email,
    }


def _regions(folder: Path, libraries: list[Library]) -> None:
    """Write the regions' pages; which libraries and regencies lie in them stands there, so that Hugo need not look."""
    inside: dict[str, list[str]] = defaultdict(list)
    for library in sorted(libraries, key=lambda library: library.slug):
        inside[library.regency].append(library.slug)
        inside[library.province].append(library.slug)
    for code, slugs in inside.items():
        found, province = regions.region(code), regions.region(regions.province_of(code))
        if found is None or province is None:
            continue
        head: dict[str, object] = {
            "title": found.name,
            "tingkat": found.kind,
            "kelompok": province.name,
            "provinsi": found.parent,
            "daftar_pustaka": slugs,
            "wilayah_di_dalam": sorted(other for other in inside if other.startswith(f"{code}.")),
        }
        _put(folder / code, head)
