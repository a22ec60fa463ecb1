"""A site in each of its languages: what it says is said in that one, by every page, feed, card and post."""

import json
import re
import shutil
from pathlib import Path

import html5lib
import pytest

from docs import messages
from pipeline import config, language
from pipeline.errors import ConfigError
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import bundled

NS = "{http://www.w3.org/1999/xhtml}"
LANGUAGES = ("id", "en", "jv", "su")
TERRITORY = {"id": "id_ID", "en": "en_US", "jv": "jv_ID", "su": "su_ID"}
SETTINGS = """nama = "The Reader"
url = "https://reader.example/"
bahasa = "{language}"
bahasa_uji = ["jv", "su"]
penerbit = "The Editor"
surel = "editor@reader.example"
[meja]
photos = false
cards = false
"""
LIBRARY = """---
nama: {name}
tingkat: desa
wilayah: "32.04.99.2999"
alamat: First Street 1
kontak: {{telepon: 022 555 0100, whatsapp: 0812 5550 0100, surel: a@reader.example, situs: "https://a.example/"}}
contoh: true
---
About {name}.
"""
STORY = """---
judul: Harvest {name}
tanggal: {day}
perpustakaan: {library}
wilayah: "32.04"
strategi: {strategy}
topik: [garden]
jenis: {kind}
contoh: true
ringkasan: Twenty harvested {name}.
penulis: A. Writer
lokasi: The yard
mitra: [The Mill]
peserta: {{total: 90, perempuan: 40, laki_laki: 50, anak: 20, lansia: 20, disabilitas: 20}}
masalah: Hunger.
tindakan: Sowing.
hasil: Leaves.
dampak: Soup.
makna: Warmth.
langkah: [Sow., Wait.]
status: ralat
ralat: [{{tanggal: 12 May 2023, teks: "Twenty, not ten."}}]
alias: [old/{name}]
---
They met at nine.
"""
REGENCY = "Kabupaten Bandung"
"""A name, in every language."""

KINDS = ("kegiatan", "pengumuman", "cerita-dampak")
STRATEGIES = ("layanan-informasi", "pelibatan-masyarakat", "advokasi", "publikasi")


def english(language: str) -> dict[str, str]:
    """Return a newsroom that speaks *language* and whose people write English."""
    stories = {
        f"content/stories/{year}/{month:02}/{letter}.md": STORY.format(
            name=letter, day=f"{year}-{month:02}-05", library="alfa" if number % 3 else "beta",
            kind=KINDS[number % 3], strategy=STRATEGIES[number % 4],
        )
        for number, (letter, year, month) in enumerate(
            (letter, 2023 + at % 3, 1 + at % 4) for at, letter in enumerate("abcdefghijkl")
        )
    }  # fmt: skip
    libraries = {
        f"content/libraries/{name}.md": LIBRARY.format(name=f"{name.title()} Library") for name in ("alfa", "beta")
    }
    return {
        **stories,
        **libraries,
        "content/site.toml": SETTINGS.format(language=language),
    }


def pages(room) -> list[Path]:
    return sorted((room.output / "site").rglob("*.html"))


def parsed(path: Path):
    parser = html5lib.HTMLParser()
    return parser.parse(path.read_bytes(), transport_encoding="utf-8"), parser.errors


def said(document) -> list[str]:
    """Return everything that a page says to people: texts, and attributes that are shown or read aloud.

    What a page marks as of another language is left out: headings of a form that is Indonesian, names of columns.
    """
    found: list[str] = []
    foreign = {
        inside for node in document.iter() if node.get("lang", document.get("lang")) != document.get("lang")
        for inside in node.iter()
    }  # fmt: skip
    for node in document.iter():
        if node in foreign:
            found.append(node.tail or "")
            continue
        found += [node.get(name) or "" for name in ("aria-label", "alt", "title", "data-copy", "content")]
        if str(node.tag).removeprefix(NS) not in {"script", "style"}:
            found.append(node.text or "")
        found.append(node.tail or "")
    return [" ".join(text.split()) for text in found if text.strip() and not text.startswith("https://")]


def indonesian(texts: list[str]) -> set[str]:
    """Return the interface's Indonesian messages that stand in *texts*, as whole words."""
    told = messages.translations(messages.ENGLISH)
    everything = "\n".join(texts).replace(REGENCY, "")
    return {
        text
        for text in messages.shown()
        if text != told[text] and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", everything)
    }  # fmt: skip


@pytest.fixture(scope="module", params=LANGUAGES)
def spoken(request, tmp_path_factory, make_room):
    """The sample newsroom without pictures, in one language."""
    root = tmp_path_factory.mktemp(request.param) / "kabar"
    shutil.copytree(bundled("content"), root / "content")
    settings = root / "content/site.toml"
    text = settings.read_text("utf-8").replace(
        'bahasa = "id"', f'bahasa = "{request.param}"\nbahasa_uji = ["jv", "su"]'
    )
    assert "\n[meja]\n" in text
    settings.write_text(text.replace("\n[meja]\n", "\n[meja]\nphotos = false\ncards = false\n"), "utf-8")
    room = make_room(root, None)
    assert room.build().errors == 0
    return room, request.param


def test_every_page_is_sound_and_says_its_language(spoken) -> None:
    room, code = spoken
    found = {path: parsed(path) for path in pages(room)}

    assert len(found) > 40
    assert {path: errors for path, (_document, errors) in found.items() if errors} == {}
    home, _ = found[room.output / "site/index.html"]
    assert home.get("lang") == code
    assert {document.get("lang") for document, _ in found.values()} <= {code, *language.CHECKED}
    assert f'<meta property="og:locale" content="{TERRITORY[code]}">' in room.page("site/index.html")


def test_feeds_and_sitemaps_say_the_language_too(spoken) -> None:
    room, code = spoken

    assert f"<language>{code}</language>" in room.page("site/feed.xml")
    assert f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{code}">' in room.page("site/atom.xml")
    assert json.loads(room.page("site/feed.json"))["language"] == code


def test_pages_use_what_is_translated_and_indonesian_for_the_rest(spoken) -> None:
    room, code = spoken
    say = language.texts(code)
    document, _ = parsed(room.output / "site/404.html")

    assert {say(text) for text in ("Halaman tidak ditemukan", "Ke beranda", "Umpan RSS", "Diterbitkan oleh")} <= {
        text.removesuffix(" Redaksi Kabar Pustaka.") for text in said(document)
    }
    assert (say("Ke beranda") == "Ke beranda") == (code == "id")


def test_a_site_in_english_says_nothing_in_indonesian(newsroom) -> None:
    ours, theirs = newsroom(english("id")), newsroom(english("en"))
    for room in (ours, theirs):
        assert room.build().errors == 0
    before, after = ([text for path in pages(room) for text in said(parsed(path)[0])] for room in (ours, theirs))

    assert len(indonesian(before)) > 80  # what is looked for can be found
    # Tags are the same in every language: whoever looks for one looks for that.
    assert indonesian([re.sub(r"#\w+", "", text) for text in after]) == set()
    posts = [path.read_text("utf-8") for path in (theirs.output / "social").rglob("*.txt")]
    assert len(posts) > 60
    assert indonesian([re.sub(r"#\w+", "", post) for post in posts]) == set()


def settings(room, text: str) -> None:
    room.write({"content/site.toml": text})


def fault(room) -> str:
    with pytest.raises(ConfigError) as caught:
        config.load(room.root)
    return str(caught.value)


@pytest.mark.parametrize("code", language.unchecked())
def test_a_language_that_no_speaker_has_checked_is_refused_unless_the_newsroom_accepts_it(newsroom, code) -> None:
    room = newsroom()

    settings(room, f'nama = "Kabar"\nbahasa = "{code}"\n')
    assert fault(room) == (
        f'content/site.toml:2: terjemahan bahasa = "{code}" belum diperiksa penuturnya. '
        f'Pilih "id" atau "en", atau terima apa adanya dengan baris: bahasa_uji = ["{code}"]'
    )
    settings(room, f'bahasa = "{code}"\nbahasa_uji = ["en"]\n')
    assert fault(room).startswith(f'content/site.toml:1: terjemahan bahasa = "{code}" belum')
    settings(room, f'bahasa = "{code}"\nbahasa_uji = ["en", "{code}"]\n')
    assert config.load(room.root).unchecked


@pytest.mark.parametrize("code", ["ban", "JV", "en-GB", "../en", ""])
def test_a_language_without_texts_is_none(newsroom, code) -> None:
    room = newsroom()

    settings(room, f'bahasa = "{code}"\n')
    assert fault(room) == f'content/site.toml:1: bahasa = "{code}" belum didukung. Pilih "id" atau "en".'
    settings(room, f'bahasa_uji = ["jv", "{code}"]\n')
    assert fault(room).startswith(f'content/site.toml:1: bahasa_uji: terjemahan "{code}" tidak ada.')


@pytest.mark.parametrize("code", language.CHECKED)
def test_a_language_that_was_checked_may_still_stand_among_the_accepted(newsroom, code) -> None:
    room = newsroom()
    settings(room, f'bahasa = "{code}"\nbahasa_uji = ["{code}"]\n')

    assert not config.load(room.root).unchecked
    assert check(Newsroom(room.root)).all == ()


@pytest.mark.parametrize("code", language.unchecked())
def test_check_and_build_warn_once_while_it_is_used(newsroom, story, code) -> None:
    room = newsroom({"content/stories/2025/01/a.md": story("Kabar")})
    rest = f'bahasa_uji = ["{code}"]\n[meja]\nphotos = false\ncards = false\n'
    settings(room, f'nama = "Kabar"\n\nbahasa = "{code}"\n{rest}')

    told = [str(problem) for problem in room.build().problems if problem.path == "content/site.toml"]
    assert told == [
        (
            f'content/site.toml:3: terjemahan bahasa = "{code}" belum diperiksa penuturnya. '
            "Kalau Anda penuturnya, bantu kami: caranya di docs/bahasa.md pada warta."
        )
    ]
    found = [str(problem) for problem in check(Newsroom(room.root)).all if problem.path == "content/site.toml"]
    assert found == told
    settings(room, f'nama = "Kabar"\n{rest}')
    assert room.build().problems == ()


@pytest.mark.parametrize(
    ("code", "accepted", "may"),
    [
        ("id", (), True), ("en", (), True), ("en-GB", (), True),
        *((code, (code,), True) for code in language.unchecked()),
        *((code, ("id",), False) for code in language.unchecked()),
        ("ban", ("ban",), False), ("../en", ("../en",), False), ("", (), False),
    ],
)  # fmt: skip
def test_a_story_is_framed_in_a_language_that_is_there_and_accepted(code, accepted, may) -> None:
    assert language.spoken(code, accepted) == may
