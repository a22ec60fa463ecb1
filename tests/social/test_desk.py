"""The posts of every story: whole or well filled, with link, date and place, and marked where the story is a sample."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from pipeline.config import Social
from pipeline.desks.social.counting import count, share
from pipeline.platforms.limits import LIMITS
from pipeline.templating.folders import bundled

BASE = "https://kabar-pustaka.example/"
PLATFORMS = Social().platform
WITH_LIBRARY = {"whatsapp", "facebook", "instagram", "telegram", "tiktok", "linkedin", "youtube"}
HASHTAGS = {
    "facebook": 4, "instagram": 5, "x": 2, "telegram": 4, "telegram-caption": 3, "tiktok": 5, "linkedin": 4,
    "youtube": 3, "threads": 1, "bluesky": 2, "mastodon": 4,
}  # fmt: skip
BODY = "\n\n".join(
    f"Paragraf {n} memuat kabar yang cukup panjang untuk dipotong di tengah jalan." for n in range(1, 40)
)


@pytest.fixture(scope="module")
def built(make_room, tmp_path_factory):
    """The posts of the sample newsroom."""
    root = tmp_path_factory.mktemp("kiriman")
    shutil.copytree(bundled("content"), root / "content")
    room = make_room(root, {})
    room.write({"content/site.toml": (bundled("content") / "site.toml").read_bytes()})
    room.build(only=("social",))
    return room


@pytest.fixture(scope="module")
def folders(built):
    """Every story's folder with what its ``posts.json`` says."""
    found = {path.parent: json.loads(path.read_text("utf-8")) for path in built.output.rglob("posts.json")}
    assert len(found) >= 14
    return found


@pytest.fixture
def posted(newsroom, story):
    """Build one story and return its posts by platform."""

    def build(settings: str = "", **more: str) -> dict[str, dict[str, object]]:
        room = newsroom({"content/stories/2025/01/satu.md": story("Satu", **more)})
        room.write({"content/site.toml": f'url = "{BASE}"\n{settings}'})
        assert room.build(only=("social",)).errors == 0
        known = json.loads(room.page("social/2025/01/satu/posts.json"))
        return {post["platform"]: post for post in known["posts"]}

    return build


def front_matter(room, address: str) -> str:
    folder = room.root / "content/stories"
    path = next(path for path in (folder / f"{address}.md", folder / address / "index.md") if path.exists())
    return path.read_text("utf-8").split("\n---\n")[0]


def value(head: str, key: str) -> str:
    return re.search(rf"^{key}: (.*)$", head, re.MULTILINE)[1].strip("\"'")


# -- the sample newsroom -----------------------------------------------------------------------------------------------


def test_what_posts_json_says_is_what_lies_in_the_files(folders):
    for folder, known in folders.items():
        assert [post["platform"] for post in known["posts"]] == list(PLATFORMS), folder
        corrected = {"ralat.txt"} if known["corrections"] else set()
        files = {"posts.json", *(f"{name}.txt" for name in PLATFORMS), *corrected}
        assert {path.name for path in folder.iterdir()} == files
        for post in known["posts"]:
            platform, text = post["platform"], post["text"]
            assert (folder / post["file"]).read_bytes() == text.encode()
            found = count(platform, text)
            said = (post["count"], post["limit"], post["unit"], post["fits"])
            assert said == (found.count, LIMITS[platform].limit, LIMITS[platform].unit, found.fits), folder


def test_every_post_fits_and_a_shortened_one_uses_its_room(folders):
    shortened = 0
    for folder, known in folders.items():
        for post in known["posts"]:
            assert post["fits"], (folder, post["platform"])
            shortened += post["shortened"]
            if post["shortened"] and post["limit"] <= 1_024:
                assert share(post["platform"], post["text"]) >= 0.8, (folder, post["platform"])
    assert shortened >= 28


def test_link_date_place_and_title_are_never_shortened(built, folders):
    for known in folders.values():
        head = front_matter(built, known["story"])
        for post in known["posts"]:
            where = (known["story"], post["platform"])
            assert known["url"] == f"{BASE}{known['story']}/"
            assert known["url"] in post["text"].split(), where
            if "\nsosial:" in head and post["platform"] in ("x", "whatsapp"):
                continue
            place, title = value(head, "lokasi"), value(head, "judul")
            assert place in post["text"], where
            assert title in post["text"] or len(title) > 90, where
            year = re.search(r"20\d\d", value(head, "tanggal"))[0]
            assert re.search(rf"(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu), [1-9]\d? \w+ {year}", post["text"]), where
            assert ("🏛️ Perpustakaan" in post["text"]) == (post["platform"] in WITH_LIBRARY), where


def test_hashtags_are_few_and_none_where_they_do_nothing(folders):
    most = dict.fromkeys(PLATFORMS, 0)
    for known in folders.values():
        for post in known["posts"]:
            found = len(re.findall(r"(?<!\S)#\w", post["text"]))
            most[post["platform"]] = max(most[post["platform"]], found)
    assert most == {**dict.fromkeys(PLATFORMS, 0), **HASHTAGS}


def test_every_post_of_a_sample_says_so_even_the_writers_own(built, folders):
    for known in folders.values():
        sample = "\ncontoh: ya" in front_matter(built, known["story"])
        assert {("ontoh" in post["text"].split("\n")[0]) for post in known["posts"]} == {sample}, known["story"]


def test_posts_are_laid_out_with_single_empty_lines(folders):
    for folder, known in folders.items():
        for post in known["posts"]:
            assert "\n\n\n" not in post["text"], (folder, post["platform"])
            assert post["text"] == post["text"].strip()
            assert not re.search(r"[^\S\n]$|None|\{\{|%\}", post["text"], re.MULTILINE), (folder, post["platform"])


def test_the_command_prints_exactly_the_file(built, folders):
    known = next(known for known in folders.values() if known["story"].startswith("2023/05/bimtek"))
    for platform in ("whatsapp", "x"):
        command = [sys.executable, "-m", "pipeline", "social", known["story"], "--platform", platform]
        ran = subprocess.run([*command, "--root", built.root], capture_output=True, check=True)
        assert ran.stdout == (built.output / "social" / known["story"] / f"{platform}.txt").read_bytes()


# -- small newsrooms ---------------------------------------------------------------------------------------------------


def test_what_fits_is_whole_and_what_does_not_is_cut_with_care(posted):
    posts = posted(body=BODY)
    assert not posts["facebook"]["shortened"]
    assert BODY in posts["facebook"]["text"]
    assert "Paragraf 39" not in posts["instagram"]["text"]
    assert [name for name, post in posts.items() if post["shortened"]] == [
        "whatsapp-status", "instagram", "tiktok", "telegram-caption", "x", "threads", "linkedin",
        "bluesky", "mastodon",
    ]  # fmt: skip
    assert posts["whatsapp"]["text"].startswith("*Satu*\n\nRingkasan Satu.\n\n🗓️ Minggu, 5 Januari 2025\n📍 ")


def test_a_summary_made_from_the_body_is_not_told_twice(posted):
    posts = posted(ringkasan="", body="Kalimat pertama. Kalimat kedua.")
    assert {post["text"].count("Kalimat pertama.") for post in posts.values()} == {1}


def test_a_text_of_ones_own_is_pasted_as_it_is_with_the_link(posted):
    own = f"""
  x: Ayo datang!
  telegram: "Daftar: https://formulir.example/1"
  facebook: "*Tebal* dan _miring_"
  mastodon: "{BASE}2025/01/satu/ sudah tayang"
"""
    posts = posted(sosial=own)
    assert posts["x"]["text"] == f"Ayo datang!\n\n{BASE}2025/01/satu/"
    assert posts["telegram"]["text"] == f"Daftar: https://formulir.example/1\n\n{BASE}2025/01/satu/"
    assert posts["facebook"]["text"].startswith("*Tebal* dan _miring_\n")
    assert posts["mastodon"]["text"] == f"{BASE}2025/01/satu/ sudah tayang"
    assert "Ayo datang!" not in posts["whatsapp"]["text"]
    assert (posts["x"]["variant"], [other["variant"] for other in posts["x"]["variants"]]) == (
        "sendiri", ["kabar", "ajakan"],
    )  # fmt: skip
    assert posts["whatsapp"]["variant"] == "kabar"


def test_a_shortened_text_never_ends_in_a_heading(posted):
    body = "Isi pembuka. " * 40 + "\n\n## Judul bagian pertama\n\n" + "Kata " * 300 + "akhir."
    caption = posted(body=body)["telegram-caption"]
    assert caption["shortened"]
    assert "Judul bagian pertama\nKata Kata" in caption["text"]
    last = "Isi. " * 188 + "\n\n## Judul penutup\n\nAkhir kabar yang tidak muat lagi di sini karena panjang sekali."
    assert "Judul penutup" not in posted(body=last)["telegram-caption"]["text"]


def test_a_list_stays_a_list(posted):
    text = posted(body="Bawalah:\n\n- tikar\n- buku\n\nSampai jumpa.")["facebook"]["text"]
    assert "Bawalah:\n\n• tikar\n• buku\n\nSampai jumpa." in text


def test_only_a_quote_with_consent_is_told_and_only_once(posted):
    quotes = "[{teks: Jangan, nama: A, izin: tidak}, {teks: “Saya berani.”, nama: Ibu S., peran: peserta, izin: ya}]"
    text = posted(kutipan=quotes)["whatsapp"]["text"]
    assert "\n\n“Saya berani.” – Ibu S., peserta\n\n🗓️" in text
    assert "Jangan" not in text
    twice = posted(kutipan=quotes, ringkasan="“Saya berani.” Begitu kata Ibu S.")["whatsapp"]["text"]
    assert twice.count("Saya berani.") == 1


def test_an_hour_and_a_venue_stand_in_every_post(posted):
    posts = posted(tanggal="5 Januari 2025 pukul 09.30 WITA", lokasi="Balai Desa")
    for post in posts.values():
        assert "Minggu, 5 Januari 2025, pukul 09.30 WITA" in post["text"]
        assert "Balai Desa" in post["text"]


def test_where_no_venue_is_given_the_regency_is_named(posted):
    assert all("Kabupaten Bandung" in post["text"] for post in posted().values())


def test_marks_that_a_chat_would_read_are_harmless(posted):
    text = posted(judul="Harga *naik* 5*3", ringkasan="_Satu_ dan ~dua~ serta `tiga`.")["whatsapp"]["text"]
    assert text.startswith("*Harga naik 5×3*\n\nSatu dan dua serta 'tiga'.")


def test_only_the_platforms_asked_for_are_made(posted):
    assert list(posted('[sosial]\nplatform = ["x", "whatsapp", "x"]\n')) == ["x", "whatsapp"]


def test_posts_speak_the_language_of_the_site_and_change_with_it(newsroom, story, difference):
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu")})
    room.build()
    room.write({"content/site.toml": f'nama = "Kabar"\nurl = "{BASE}"\nbahasa = "en"\n'})
    room.build()
    text = room.page("social/2025/01/satu/whatsapp.txt")
    assert "Sunday, January 5, 2025" in text
    assert "Read the story: " in text
    assert difference(room.tree(), room.clean()) == ""
