"""Nothing is invented: every number and every name in a sample's posts stands in its story."""

import re
import shutil

import msgspec
import pytest

from pipeline.platforms.sheet import Sheet
from pipeline.templating.folders import bundled

WRITTEN = {
    # what the templates say around a story, word by word
    "Contoh", "Selengkapnya", "Tautannya", "Baca", "Mari", "Ada", "Ingin", "Anda", "Caranya", "Ini", "Bapak", "Ibu",
    "Saudara", "Kegiatan", "Kabar", "Waktunya", "Keterangan", "Terima", "Waktu", "Indonesia", "Barat", "Tengah",
    "Timur", "Kecamatan", "Kabupaten", "Kelurahan", "Provinsi", "Jalan", "Nomor",
    "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember", "WIB", "WITA", "WIT",
}  # fmt: skip


@pytest.fixture(scope="module")
def samples(make_room, tmp_path_factory):
    """Return the sheets of the sample newsroom, each with everything that was written for it."""
    root = tmp_path_factory.mktemp("setia")
    shutil.copytree(bundled("content"), root / "content")
    room = make_room(root, {})
    room.write({"content/site.toml": (bundled("content") / "site.toml").read_bytes()})
    room.build(only=("social",))
    sheets = [msgspec.json.decode(path.read_bytes(), type=Sheet) for path in room.output.rglob("posts.json")]
    assert len(sheets) >= 25
    return [(sheet, source(room.root / "content", sheet.story)) for sheet in sheets]


def source(content, address: str) -> str:
    """Return a story's report and the profile of its library, as they were written."""
    stories = content / "stories"
    path = next(path for path in (stories / f"{address}.md", stories / address / "index.md") if path.exists())
    report = path.read_text("utf-8")
    library = re.search(r"^perpustakaan: (\S+)", report, re.MULTILINE)[1]
    return report + (content / "libraries" / f"{library}.md").read_text("utf-8") + address


def texts(sheet: Sheet) -> list[str]:
    """Return every text of *sheet*, without links, hashtags and the numbers of a thread's parts."""
    found = [sheet.spoken.text]
    for post in sheet.posts:
        found += [post.text, *(text.text for text in post.variants)]
        found += [re.sub(r"\d+/\d+\Z", "", text.text) for text in post.thread]
        found += [post.title.text] if post.title else []
        found += [post.first_comment.post.text, post.first_comment.comment.text] if post.first_comment else []
    return [re.sub(r"https?://\S+|#\w+", "", text) for text in found]


def strange_numbers(text: str, written: str) -> set[str]:
    """Return the numbers of *text* that were not written; a day may stand with or without its zero."""
    known = set(re.findall(r"\d+", written))
    known |= {number.lstrip("0") for number in known} | {f"{int(number):02}" for number in known if len(number) < 3}
    return set(re.findall(r"\d+", text)) - known


def strange_names(text: str, written: str) -> set[str]:
    """Return the words with a capital in *text* that were not written, and are none of our own."""
    known = {word.casefold() for word in re.findall(r"\w+", written)} | {word.casefold() for word in WRITTEN}
    return {name for name in re.findall(r"\b[A-Z]\w+", text) if name.casefold() not in known}


def test_every_number_and_every_name_stands_in_its_story(samples):
    for sheet, written in samples:
        for text in texts(sheet):
            assert strange_numbers(text, written) == set(), sheet.story
            assert strange_names(text, written) == set(), sheet.story


def test_what_is_invented_is_noticed(samples):
    for sheet, written in samples:
        text = f"{sheet.posts[0].text} Bupati Budiono memberi 98765 buku."
        assert strange_numbers(text, written) == {"98765"}
        assert {"Budiono"} <= strange_names(text, written) <= {"Bupati", "Budiono"}


def test_every_story_is_told_in_the_name_of_its_library(samples):
    for sheet, written in samples:
        name = re.search(r"^nama: (.+)$", written, re.MULTILINE)[1].strip("\"'")
        assert name in sheet.spoken.text, sheet.story
