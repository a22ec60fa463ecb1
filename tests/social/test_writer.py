"""All texts of any story for any platform: they fit, keep what must stay, use their room and are never cut badly."""

import re
from datetime import date, time
from functools import cache

import msgspec
import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.content.moment import Moment
from pipeline.desks.social.counting import count, share
from pipeline.desks.social.openings import beginning_of
from pipeline.desks.social.views import Posts
from pipeline.desks.social.writer import Writer
from pipeline.language import texts as texts_in
from pipeline.platforms.limits import LIMITS
from pipeline.platforms.sheet import Text
from pipeline.templating.folders import bundled
from pipeline.templating.plate import Plate

URL = "https://kabar.example/2026/05/panen-perdana/"
PLACE = "Balai Desa Sukamaju"
DAY = "Sabtu, 9 Mei 2026, pukul 07.30 WIB"
WITHOUT_HASHTAGS = {name for name, row in LIMITS.items() if row.hashtags == 0}
UNTOUCHED = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]*[\w.]@[\w.-]+|(?<!\w)@\w[\w.]*|[\w.-]+\.\w+/\S*")
"""Links and addresses, which stay as they are."""

ELLIPSES = re.compile("…")

STORY = Posts(
    address="2026/05/panen-perdana", url=URL, platforms=tuple(LIMITS), title="Panen perdana kebun hidroponik",
    summary="Dua puluh ibu memanen sayur pertama.", text="0" * 32, date=Moment(date(2026, 5, 9), time(7, 30), "WIB"),
    zone="WIB", place=PLACE, library="Perpustakaan Desa Sukamaju", quote="Saya jadi berani.",
    speaker="Ibu S., peserta", tags=(("pertanian",), ("Kabupaten Bandung",)), own={}, pictures=(), sample=False,
    kind="kegiatan", outcome="24 ibu kini berjualan daring.", steps=False, corrections=(), tagged=(), language="id",
)  # fmt: skip
BODY = "\n\n".join(
    f"Kalimat pertama alinea {n} cukup panjang untuk dipotong. Kalimat kedua alinea {n} bercerita tentang kebun."
    for n in range(1, 40)
)


@cache
def options() -> dict[str, object]:
    """Return where the templates are."""
    return {"templates": (f"{bundled('templates')}",), "compiled": "", "edition": "uji"}


def writer(body: str = BODY, **changes: object) -> Writer:
    """Return a writer of the story with *changes*."""
    return Writer(msgspec.structs.replace(STORY, **changes), body, options())


def texts(post) -> list[Text]:
    """Return every text of a post that is pasted by itself."""
    comment = post.first_comment
    return [post, *post.variants, *([comment.post, comment.comment] if comment else [])]


LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzABC*_~`“”‘’,;:-–—().!?…123<>@#\u2022")
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=14),
    st.sampled_from([
        "👨‍👩‍👧‍👦", "🇮🇩🇮🇩", "e\u0301le\u0301gi", "ꦥꦸꦱ꧀ꦠꦏ", "pukul 10.30", "Drs.", "selesai.", "sukamaju.desa.id",
        "مكتبة القرية", "*tebal*", "_miring_", "https://sukamaju.desa.id/a_b*c", "@sukamaju", "Rp1.850.000,", "",
    ]),
    st.integers(1, 400).map(lambda size: "a" * size),
    st.integers(1, 60).map(lambda size: "👩🏽‍🏫" * size),
    st.integers(1, 100).map(lambda size: "ꦗꦮꦶ" * size),
)  # fmt: skip


def told(most: int) -> st.SearchStrategy[str]:
    """Return texts of up to *most* words."""
    pairs = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "\n", "\n\n"])), max_size=most)
    return pairs.map(lambda found: "".join(word + gap for word, gap in found).strip())


def line(most: int) -> st.SearchStrategy[str]:
    """Return texts on one line."""
    return told(most).map(lambda text: " ".join(text.split()))


def at_most(size: int) -> st.SearchStrategy[str]:
    """Return texts of up to *size* characters on one line, as a title or a summary is."""
    return line(30).map(lambda text: text[:size].strip())


STORIES = st.fixed_dictionaries({
    "title": at_most(300).filter(bool), "summary": at_most(400), "place": at_most(120), "quote": at_most(400),
    "speaker": at_most(80), "outcome": at_most(300), "kind": st.sampled_from(["kegiatan", "pengumuman", "advokasi"]),
    "steps": st.booleans(), "sample": st.booleans(), "language": st.sampled_from(["id", "en"]),
    "library": at_most(120).map(lambda text: f"Perpustakaan {text}".strip()),
})  # fmt: skip


@given(st.sampled_from(list(LIMITS)), STORIES, told(150))
@example("threads", {"title": "a" * 300}, "")
@example("x", {"title": "🌱" * 150, "summary": ""}, "")
@example("bluesky", {"title": "👨‍👩‍👧‍👦" * 40}, "👨‍👩‍👧‍👦" * 500)
@example("mastodon", {"summary": "ꦥꦸꦱ꧀ꦠꦏ " * 60}, "")
@example("whatsapp-status", {"title": "*Harga* _naik_ " * 15}, "مكتبة القرية " * 80)
def test_every_text_fits_and_keeps_link_date_place_and_hashtag(platform, changes, body):
    post = writer(body, **changes).post(platform)

    for text in texts(post):
        assert text.fits, text
        assert text.count == count(platform, text.text).count
        assert text.text.strip() == text.text != ""
        assert "\n\n\n" not in text.text
    comment = post.first_comment
    for text in (post, *post.variants):
        assert URL in text.text.split()
        assert "2026" in text.text
        assert re.search(r"07[.:]30", text.text)
        assert platform in WITHOUT_HASHTAGS or re.search(r"(?<!\S)#\w", text.text)
    if comment:
        assert URL not in comment.post.text
        assert URL in comment.comment.text
    place = changes.get("place", PLACE)
    if place and len(place) < 40 and not set(place) & set("*_~`<>"):
        assert all(" ".join(place.split()) in text.text for text in (post, *post.variants))


@given(st.sampled_from(list(LIMITS)), STORIES, told(150))
def test_there_are_two_or_three_and_no_two_begin_alike(platform, changes, body):
    post = writer(body, **changes).post(platform)
    say = texts_in(changes["language"])
    mark = say("Contoh, bukan kejadian nyata")
    marked = (f"_{mark}_", say("(Contoh, bukan kejadian nyata)"), say("(Contoh)"))
    begun = [beginning_of(text.text, marked) for text in (post, *post.variants)]

    assert 2 <= len(begun) <= 3
    assert len(set(begun)) == len(begun), begun


@given(st.sampled_from(list(LIMITS)), STORIES, told(150))
def test_a_shortened_text_uses_its_room(platform, changes, body):
    limit = LIMITS[platform].limit
    for text in texts(writer(body, **changes).post(platform)):
        indivisible = max((len(word.encode()) for word in (body + changes["summary"]).split()), default=0) > 60
        if text.shortened and limit and limit <= 1_024 and not indivisible:
            assert share(platform, text.text) >= 0.8, text.text


@given(st.sampled_from(list(LIMITS)), STORIES, told(120))
@example("x", {"summary": "👨‍👩‍👧‍👦" * 60}, "")
@example("bluesky", {"summary": "e\u0301" * 400}, "")
def test_nothing_ends_inside_a_grapheme(platform, changes, body):
    source = " ".join((*(str(value) for value in changes.values()), body, STORY.title, STORY.summary, STORY.quote))
    known = set(regex.findall(r"\X", source))
    post = writer(body, **changes).post(platform)

    for text in [*texts(post), *post.thread]:
        if text.shortened and platform not in ("whatsapp", "whatsapp-status"):
            for cut in ELLIPSES.finditer(text.text):
                before = regex.findall(r"\X", text.text[: cut.start()])
                assert not before or not before[-1].strip() or before[-1] in known or before[-1].isascii(), text.text


@given(STORIES, told(60))
@example({"library": "Perpustakaan 1@", "outcome": "", "quote": "", "kind": "kegiatan", "steps": False}, "")
def test_no_mark_of_whatsapp_is_left_open(changes, body):
    for platform in ("whatsapp", "whatsapp-status"):
        for text in texts(writer(body, **changes).post(platform)):
            bare = UNTOUCHED.sub("", text.text)
            for mark in "*_~":
                lines = [one.count(mark) for one in bare.split("\n")]
                assert all(number in (0, 2) for number in lines), text.text


@given(st.sampled_from(["x", "threads", "bluesky", "mastodon"]), STORIES, told(200))
@example("x", {}, BODY * 3)
@example("bluesky", {}, "👩🏽‍🏫" * 1200)
@example("threads", {"title": "“" * 300}, "’" * 900)
def test_a_thread_tells_everything_in_numbered_parts_that_fit(platform, changes, body):
    post = writer(body, **changes).post(platform)
    if not post.thread:
        return
    total = len(post.thread)

    assert 2 <= total <= 20
    for number, part in enumerate(post.thread, 1):
        assert part.fits, part
        assert part.text.endswith(f"{number}/{total}")
        assert part.count == count(platform, part.text).count
    assert URL in post.thread[-1].text.split()
    assert not any(part.shortened for part in post.thread[:-1])


def test_a_thread_is_cut_at_sentences_and_leaves_nothing_out():
    for platform in ("x", "threads", "bluesky", "mastodon"):
        body = BODY[:900].rpartition(".")[0] + "."
        thread = writer(body).post(platform).thread
        parts = [re.sub(r"\s*\d+/\d+$", "", part.text) for part in thread]
        told_ = " ".join(" ".join(parts).split())

        assert not any(part.shortened for part in thread)
        assert all(part.endswith((".", "#Pertanian", "#KabupatenBandung")) for part in parts), parts
        for sentence in re.split(r"(?<=\.)\s+", body):
            assert sentence in told_
        assert told_.startswith("Panen perdana kebun hidroponik Dua puluh ibu memanen sayur pertama.")


def test_a_thread_that_would_be_endless_ends_with_the_link_and_says_so():
    thread = writer(BODY * 10).post("x").thread

    assert len(thread) == 20
    assert thread[-1].shortened
    assert URL in thread[-1].text


def test_where_all_stands_in_one_post_there_is_no_thread():
    assert writer("Isi pendek.").post("mastodon").thread == ()
    assert writer(BODY).post("facebook").thread == ()


def test_the_variants_of_an_activity():
    post = writer().post("facebook")

    assert [post.variant, *(text.variant for text in post.variants)] == ["kabar", "hasil", "kutipan"]
    assert post.variants[0].text.startswith("24 ibu kini berjualan daring.\n\nPanen perdana kebun hidroponik\n\nDua")
    assert post.variants[1].text.startswith("“Saya jadi berani.” – Ibu S., peserta\n\nPanen perdana kebun hidroponik")


def test_an_announcement_invites_and_steps_invite_to_try():
    announced = writer(kind="pengumuman").post("x").variants[0]
    tried = writer(steps=True, outcome="", quote="").post("x").variants

    assert announced.text.startswith(f"Mari datang ke {PLACE}!\n\nPanen perdana")
    assert [text.variant for text in tried] == ["ajakan"]
    assert tried[0].text.startswith("Ingin mencobanya di tempat Anda?")


def test_the_librarys_own_words_come_first_and_the_others_stay_to_choose():
    post = writer(own={"x": "Ayo datang, Bapak dan Ibu!"}).post("x")

    assert (post.variant, post.text) == ("sendiri", f"Ayo datang, Bapak dan Ibu!\n\n{URL}")
    assert [text.variant for text in post.variants] == ["kabar", "hasil"]


def test_an_outcome_that_the_summary_tells_too_is_told_once():
    post = writer("Isi.", summary="24 ibu kini berjualan daring. Mereka belajar di perpustakaan.").post("facebook")
    text = next(text.text for text in post.variants if text.variant == "hasil")

    assert text.count("24 ibu kini berjualan daring.") == 1
    assert "Mereka belajar di perpustakaan." in text


def test_a_quotation_is_given_whole_with_its_speaker_or_not_at_all():
    quote = "Dulu saya kira perpustakaan hanya untuk orang sekolahan, " * 3 + "ternyata tidak."
    post = writer(quote=quote, speaker="Ibu S., ketua kelompok wanita tani dan peserta kelas").post("bluesky")

    for text in (post, *post.variants):
        assert "“" not in text.text or ("”" in text.text and "Ibu S." in text.text), text.text


def test_titles_apart_from_the_text():
    youtube = writer(title="Panen <b>kangkung</b> " * 12).post("youtube")
    tiktok = writer(title="👨‍👩‍👧‍👦" * 30).post("tiktok")

    assert youtube.title.count <= 100
    assert youtube.title.text.startswith("Panen ‹b›kangkung‹/b› Panen")
    assert not set("<>") & set(youtube.text + youtube.title.text)
    assert tiktok.title.count <= 90
    assert set(regex.findall(r"\X", tiktok.title.text)) == {"👨‍👩‍👧‍👦", "…"}
    assert writer().post("facebook").title is None


def test_links_tell_where_a_reader_comes_from_only_where_asked():
    posts = {name: writer(tagged=("facebook", "x")).post(name) for name in ("facebook", "x", "whatsapp", "threads")}

    assert f"{URL}?utm_source=facebook&utm_medium=social" in posts["facebook"].text
    assert "utm_source=facebook" in posts["facebook"].first_comment.comment.text
    assert "utm_source=x&" in posts["x"].thread[-1].text
    assert "utm_" not in posts["whatsapp"].text + posts["threads"].text


def test_pictures_are_those_of_the_platforms_sizes():
    plates = tuple(Plate(f"a/{w}x{h}.jpg", w, h, "alt") for w, h in ((1080, 1350), (1080, 1920), (1080, 1350)))
    made = writer(pictures=plates)

    assert made.post("whatsapp-status").pictures == ("site/a/1080x1920.jpg",)
    assert made.post("instagram").pictures == ("site/a/1080x1350.jpg",) * 2 + ("site/a/1080x1920.jpg",)


@pytest.mark.parametrize("platform", LIMITS)
def test_a_link_that_leaves_no_room_is_told_and_never_broken(platform):
    long = "https://kabar.example/" + "a" * 70_000 + "/"
    post = writer("Isi.", url=long).post(platform)

    assert long in post.text
    assert post.fits == (platform in ("bluesky", "facebook"))  # links of over 4,096 are none for X and Mastodon


def test_forty_hashtags_are_as_many_as_the_platform_takes():
    tags = (tuple(f"tagar{n}" for n in range(40)),)
    found = {name: len(re.findall(r"(?<!\S)#\w", writer(tags=tags).post(name).text)) for name in LIMITS}

    assert found == {
        "whatsapp": 0, "whatsapp-status": 0, "facebook": 4, "instagram": 5, "x": 2, "threads": 1, "telegram": 4,
        "telegram-caption": 3, "bluesky": 2, "mastodon": 4, "linkedin": 4, "tiktok": 5, "youtube": 3,
    }  # fmt: skip


def test_a_bare_domain_costs_a_link_on_x_and_nothing_on_mastodon():
    summary = "Lihat sukamaju.desa.id untuk jadwal."
    x, mastodon = (writer("", summary=summary).post(name) for name in ("x", "mastodon"))

    assert "sukamaju.desa.id dibaca sebagai tautan: 23" in x.why
    assert not any("sukamaju" in why for why in mastodon.why)


def test_a_story_of_a_title_alone():
    for platform in LIMITS:
        post = writer("", summary="", quote="", outcome="", place="").post(platform)
        assert not post.shortened
        assert "Panen perdana kebun hidroponik" in post.text
        assert [text.variant for text in post.variants] == ["ajakan"]


def test_where_place_and_hashtags_alone_are_too_long_there_are_fewer_and_it_is_shorter():
    tags = (tuple(f"{'perpustakaan' * 3}Nomor{n}" for n in range(4)),)
    fewer = writer(tags=tags, place=("ꦥꦸꦱ꧀ꦠꦏ " * 9).strip()).post("x")
    shorter = writer(tags=tags, place=("ꦥꦸꦱ꧀ꦠꦏ " * 14).strip()).post("x")

    assert (fewer.fits, fewer.text.count("#"), fewer.text.count("ꦥꦸꦱ꧀ꦠꦏ")) == (True, 1, 9)
    assert (shorter.fits, shorter.text.count("#"), shorter.text.count("ꦥꦸꦱ꧀ꦠꦏ")) == (True, 1, 5)
