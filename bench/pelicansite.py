"""The archive as a Pelican site: content in its own form of metadata, beside a copy of ``bench/pelican``."""

import json
import shutil
from pathlib import Path

from bench.hugosite import OFFSETS
from bench.library import PHONE, Library
from bench.sheet import sheet
from bench.story import Story
from pipeline.desks.site import naming

TEMPLATES = Path(__file__).parent / "pelican"


def write(root: Path, libraries: list[Library], stories: list[Story]) -> None:
    """Write the site below *root*."""
    shutil.copytree(TEMPLATES, root, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "theme" / "static").mkdir()
    (root / "theme" / "static" / "style.css").write_text(sheet(), "utf-8")
    profiles = {library.slug: _profile(library) for library in libraries}
    (root / "pustaka.json").write_text(json.dumps(profiles, ensure_ascii=False, indent=1), "utf-8")
    for month in sorted({story.month for story in stories}):
        (root / "content" / month).mkdir(parents=True)
    for story in stories:
        path(root, story).write_text(report(story), "utf-8")


def path(root: Path, story: Story) -> Path:
    """Return where *story* lies in the site at *root*."""
    return root / "content" / f"{story.address}.md"


def report(story: Story) -> str:
    """Return a story's file: one line for each fact, in the form of Markdown's metadata, and the body."""
    home, people, quote = story.library, story.participants, story.quote
    head: dict[str, object] = {
        "Title": story.title,
        "Date": f"{story.day}T{story.hour:02}:{story.minute:02}:00{OFFSETS[home.zone]}",
        "Slug": story.slug,
        "Category": home.name,
        "Tags": ", ".join(naming.words(topic) for topic in story.topics),
        "Summary": story.summary,
        "Penulis": story.author,
        "Strategi": naming.STRATEGIES[story.strategy],
        "Lokasi": story.place,
        "Kabupaten": home.regency_name,
        "Provinsi": home.province_name,
        "Mitra": ", ".join(story.partners),
    }
    if people:
        head |= {
            "Peserta": people.total,
            "Lakilaki": people.men,
            "Perempuan": people.women,
            "Anak": people.children,
        }
    if quote and quote.text not in story.body:
        head |= {"Kutipan_teks": quote.text, "Kutipan_nama": quote.name, "Kutipan_peran": quote.role}
    lines = (f"{key}: {value}" for key, value in head.items() if value)
    return "\n".join((*lines, "", story.body))


def _profile(library: Library) -> dict[str, str]:
    return {
        "tentang": library.about,
        "desa": library.village,
        "kabupaten": library.regency_name,
        "provinsi": library.province_name,
        "alamat": library.address,
        "telepon": PHONE,
        "surel": library.email,
        "buka": library.hours,
    }
