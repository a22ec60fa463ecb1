"""The sheet itself: one page of A4, all ink within it, our fonts alone, a code to scan, and words for the ear."""

import datetime as dt

import page as checker
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.content.moment import Moment
from pipeline.desks.posters.render import told
from pipeline.pictures.fonts import drawable
from pipeline.pictures.vips import vips
from tests.posters.conftest import TEXT

LONG = (
    "Musyawarah Negeri Waisastra sepakati anggaran perpustakaan 2027 setelah sepuluh bulan mencatat kunjungan warga "
    "dalam buku tamu yang sudah lusuh, dari Januari sampai Oktober, dan kini saniri negeri meminta semua kelompok "
    "pembaca menulis laporan pendek setiap bulan untuk ditempel di papan pengumuman"
)
JAVANESE = "ꦥꦼꦂꦥꦸꦱ꧀ꦠꦏꦄꦤ꧀ꦢꦺꦱ"
QUOTE = {"quote": "Saya minta buku yang sama, dengan cara baca yang berbeda.", "speaker": "Pak L., pembaca"}
OURS = {
    "PlusJakartaSans-Regular", "PlusJakartaSans-SemiBold", "PlusJakartaSans-ExtraBold", "NotoSansJavanese-Regular",
    "NotoSansJavanese-Bold", "NotoEmoji-Bold",
}  # fmt: skip
SIZES = (None, (1_600, 1_200), (900, 1_600), (900, 900), (480, 320), (3_000, 500), (500, 3_000), (480, 8_000))


def is_sound(sheet) -> None:
    """Assert what holds for every poster."""
    assert sheet.pages == 1
    assert [round(float(side), 1) for side in sheet.reader.pages[0].mediabox[2:]] == [595.3, 841.9]
    for left, bottom, right, top in sheet.boxes:
        assert left > 10, "ink in the left edge"
        assert right < 200, "ink in the right edge"
        assert bottom > 7, "ink in the lower edge"
        assert top < 296, "ink in the upper edge"
    assert sheet.fonts <= OURS


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "what",
    [
        {},
        {"title": LONG, **QUOTE},
        {"title": LONG, "invitation": True, "place": LONG, "summary": LONG, "sample": True},
        {"title": JAVANESE * 15, "text": JAVANESE * 40},
        {"title": "k" * 300, "text": "w" * 2_000, "place": "x" * 200, "library": "y" * 200, "site": "z" * 100},
        {"title": "Buku 📚 dan 👩‍🌾 panen 🎉", **QUOTE, "sample": True},
        {"title": "مكتبة القرية", "library": "مكتبة", "site": "مكتبة", "text": "", "contacts": ()},
        {"title": "!", "text": "", "place": "", "library": "", "site": "", "kicker": "", "contacts": ()},
        {"contacts": ("a" * 90, "b" * 200, "WhatsApp 0812"), "kicker": "panjang sekali " * 9},
        {"quote": "w" * 200, "speaker": "v" * 200},
    ],
)
def test_whatever_it_shows_is_one_page_with_all_ink_within(studio, what, size):
    is_sound(studio.poster(size, **what))


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=300)


PARTS = ("title", "text", "quote", "place", "library", "kicker", "site", "speaker", "alt", "summary")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    said=st.fixed_dictionaries(dict.fromkeys(PARTS, words)),
    contacts=st.lists(words, max_size=3),
    invitation=st.booleans(),
    size=st.sampled_from(SIZES),
)
def test_so_it_is_with_any_words(studio, said, contacts, invitation, size):
    said["title"] = said["title"] or "!"
    is_sound(studio.poster(size, invitation=invitation, contacts=tuple(contacts), **said))


@pytest.mark.parametrize("length", [1, 12, 40, 80, 150, 220, 300])
@pytest.mark.parametrize("size", [None, (1_600, 1_200), (900, 1_600)])
def test_a_title_of_up_to_300_letters_stands_there_whole(studio, length, size):
    title = (f"{LONG} dan warga lain")[:length].strip()
    sheet = studio.poster(size, title=title)

    assert title.replace("-", "") in sheet.text.replace("-", "")
    assert sheet.title == title


def test_a_short_title_can_be_read_from_three_metres(studio):
    sheet = studio.poster((1_600, 1_200), title="Musyawarah Negeri Waisastra sepakati anggaran perpustakaan 2027")
    tallest = max(top - bottom for _, bottom, _, top in sheet.boxes)

    assert tallest > 10, "a centimetre for three metres, capitals and descenders"


@pytest.mark.parametrize(
    ("address", "level"),
    [
        ("https://a.id/2026/05/a/", "Q"),
        ("https://kabar.example/2026/11/anggaran-perpustakaan-disepakati/", "Q"),
        (f"https://perpustakaan.kabupaten.example/kabar-desa/2026/11/{'panjang-sekali-' * 9}/"[:200], "M"),
    ],
)
@pytest.mark.parametrize("dots", [110, 200])
def test_the_code_leads_to_the_page_and_is_large_enough(studio, address, level, dots):
    found = studio.poster(address=address).scanned(dots)
    corners = found.position
    side = corners.top_right.x - corners.top_left.x

    assert found.text == address
    assert found.ec_level == level
    assert side / dots * 25.4 >= 35


def test_the_address_stands_there_for_those_who_type(studio):
    address = f"https://kabar.example/2026/11/{'panen-kangkung-' * 11}"[:200]
    shown = address.removeprefix("https://")

    assert shown in studio.poster(address=address).text.replace(" ", "").replace("\ufffe", "-")


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("size", [None, (1_600, 1_200), (900, 1_600)])
@pytest.mark.parametrize("what", [{}, {"invitation": True, "sample": True}, {"title": f"{JAVANESE} 📚", **QUOTE}])
def test_it_can_be_heard_and_kept(studio, profile, size, what):
    result = checker.validate_pdf_bytes(studio.poster(size, alt="Rak buku", **what).data, profile=profile)

    assert [found.rule_id for found in result.failures] == []
    assert result.is_compliant


def test_the_validator_finds_a_document_that_can_not(studio):
    data = studio.poster().data.replace(b"/Marked true", b"/Marked null")

    assert not checker.validate_pdf_bytes(data, profile="ua1").is_compliant


def test_the_same_content_is_the_same_bytes(studio):
    assert studio.poster((900, 900), **QUOTE).data == studio.poster((900, 900), **QUOTE).data


def test_it_bears_the_day_of_its_story(studio):
    sheet = studio.poster(date=Moment(dt.date(2024, 2, 29), dt.time(9)))

    assert str(sheet.reader.metadata.creation_date_raw).startswith("D:20240229")


def test_words_are_never_markup(studio):
    title = '#panic("x") *tebal* $x^2$ \\ <b> @kata `kode` // catatan'
    sheet = studio.poster(title=title, text=f'= Judul #read("/etc/passwd") {TEXT}', quote="#{1+1}")

    assert title in sheet.text
    assert '#read("/etc/passwd")' in sheet.text


def test_what_no_font_has_is_left_out(studio):
    sheet = studio.poster(title="Baca 書 bersama", text="", library="Taman 图书")

    assert "Baca bersama" in sheet.text
    assert drawable("Taman 图书") == "Taman"
    assert "Taman" in sheet.text


def test_an_invitation_says_first_when_and_where(studio):
    moment = Moment(dt.date(2027, 1, 16), dt.time(9))
    text = studio.poster(invitation=True, date=moment, place="Balai desa").text

    assert "Mari datang" in text
    assert "Sabtu, 16 Januari 2027 pukul 09.00 WIB" in text
    assert "Di mana Balai desa" in text


def test_a_sample_says_so(studio):
    assert "Contoh, bukan kejadian nyata" in studio.poster(sample=True).text
    assert "Contoh" not in studio.poster().text


def test_it_speaks_the_language_of_the_site(studio):
    sheet = studio.poster(language="en", invitation=True, sample=True, date=Moment(dt.date(2027, 1, 16)))

    assert "Scan to read the whole story" in sheet.text
    assert "Saturday, January 16, 2027" in sheet.text
    assert sheet.reader.trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize(
    ("summary", "text", "told"),
    [
        ("Ringkas. Dua kalimat.", TEXT, "Ringkas. Dua kalimat."),
        ("Ringkas saja.", TEXT, f"Ringkas saja. {TEXT}"),
        ("", TEXT, TEXT),
        ("", "", ""),
        ("", "Satu. Dua. Tiga. Empat. Lima.", "Satu. Dua. Tiga. Empat."),
        ("Isi kabar yang pendek.", TEXT, TEXT),
    ],
)
def test_it_tells_the_summary_then_how_the_report_begins(studio, summary, text, told):
    sheet = studio.poster(summary=summary, text=text)

    assert told in sheet.text
    assert sheet.text.count("Lima") == 0


@pytest.mark.parametrize("end", [".png", ".jpg", "svg"])
def test_a_logo_of_any_kind_takes_the_place_of_the_sign(studio, end):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15">Tulisan</text></svg>'
    image = vips().Image.black(300, 200, bands=3) + 128
    data = svg.encode() if end == "svg" else image.cast("uchar").write_to_buffer(end)
    plain, sheet = studio.poster(), studio.poster(logo=data)

    is_sound(sheet)
    assert sheet.data != plain.data
    assert checker.validate_pdf_bytes(sheet.data, profile="2a").is_compliant


def test_what_it_tells_ends_with_a_sentence_or_an_ellipsis():
    long = "Ringkasan satu kalimat yang " + "amat " * 60 + "panjang."

    assert told(long, TEXT).endswith("amat…")
    assert told("Ringkas " + "sekali " * 38 + "saja.", f"Kalimat {'panjang ' * 40}. {TEXT}").endswith("saja.")
    assert told("", "w" * 999).endswith("w…")
