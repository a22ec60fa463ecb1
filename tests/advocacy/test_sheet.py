"""The sheet itself: one side of A4 whatever it tells, all ink within, nothing invented, and what is missing named."""

import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.build.keys import digest
from pipeline.content.summary import opening
from pipeline.desks.advocacy import audience, tale
from pipeline.desks.advocacy.render import word
from pipeline.desks.advocacy.sheet import HEADLINE, WAY, chosen, composed, headline
from pipeline.desks.advocacy.views import Ask, Figure
from pipeline.language import texts
from tests.advocacy.conftest import ASK, BODY, FACTS, FIGURES, GIVEN, TALE, sheet
from tests.posters.test_page import JAVANESE, OURS
from tests.press.conftest import ALARMING, words_of_docx

LONG = "Perpustakaan Umum Kelurahan Sukamajujaya Raya Utara Kecamatan Panjang Sekali Namanya " * 4
NOTHING = {
    "tale": None, "figures": (), "ask": None, "open": 0, "others": (), "given": (), "peer": None, "example": None,
    "contacts": (), "contact": "", "partners": (), "partnered": 0, "stories": 0, "events": 0,
    "came": 0, "counted": 0, "since": "", "until": "",
    "grounds": (),
}  # fmt: skip


def is_sound(page) -> None:
    """Assert what holds for every sheet."""
    assert page.pages == 1
    assert [round(float(side), 1) for side in page.reader.pages[0].mediabox[2:]] == [595.3, 841.9]
    for left, bottom, right, top in page.boxes:
        assert left > 12, "ink in the left edge"
        assert right < 198, "ink in the right edge"
        assert bottom > 8, "ink in the lower edge"
        assert top < 289, "ink in the upper edge"
    assert page.fonts <= OURS


def long(text: str, studio=None) -> dict:
    """Return a view whose every text is *text*."""
    parts = ("title", "library", "problem", "action", "result", "outcome", "meaning", "summary")
    said = msgspec.structs.replace(
        TALE, **dict.fromkeys(parts, text), quote=text[:180], speaker=text,
        photographer=text, reason=text, photo=studio.photo(900, 1_600) if studio else None,
    )  # fmt: skip
    ask = Ask(what=text, party=text, amount=text, value=10**12, due=dt.date(2027, 1, 31), library=text)
    gift = msgspec.structs.replace(GIVEN, what=text, party=text, library=text, thanks=text)
    return {
        "name": text, "place": text, "addressee": text, "tale": said, "ask": ask, "others": (ask,) * 5, "open": 900,
        "given": (gift,) * 5, "peer": gift, "partners": (text,) * 12, "partnered": 40, "silent": (text,) * 12,
        "mute": 300, "libraries": 619, "contacts": (text[:WAY],) * 3, "contact": text, "sample": True,
        "url": f"https://kabar.example/bukti/{'panjang-' * 20}/",
        "figures": (Figure("a", text, 10**9, 10**5), Figure("b", text, 10**13, 3, "rupiah"), Figure("c", text, 83, 40)),
    }  # fmt: skip


@pytest.mark.parametrize("size", [None, (1_600, 1_200), (900, 1_600), (480, 8_000), (3_000, 500)])
@pytest.mark.parametrize(
    "what", [{}, NOTHING, {"ask": None}, {"figures": FIGURES[:1]}, {"contacts": (), "contact": ""}, {"sample": True}]
)
def test_whatever_there_is_makes_one_page_with_all_ink_within(studio, what, size):
    photo = studio.photo(*size) if size else None
    story = what.get("tale", TALE)
    shown = msgspec.structs.replace(story, photo=photo, photographer="Budi") if story else None
    is_sound(studio.page(**what | {"tale": shown}))


@pytest.mark.parametrize("text", [LONG, "k" * 400, JAVANESE * 12, "مكتبة القرية " * 20, ALARMING, "!", "📚 " * 60])
def test_words_of_any_length_and_script_make_one_page(studio, text):
    is_sound(studio.page(**long(text, studio)))


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=200)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(text=words)
def test_so_it_is_with_any_words(studio, text):
    is_sound(studio.page(**long(text or "!", studio)))


def test_it_can_be_heard_and_kept_and_its_code_leads_to_the_evidence(studio):
    page = studio.page(tale=msgspec.structs.replace(TALE, photo=studio.photo(1_600, 1_200), alt="Warga memetik selada"))
    assert b"pdfuaid:part" in page.data
    assert b"pdfaid:part" in page.data
    assert page.title == "Lembar advokasi: Perpustakaan Desa Alfa"
    assert page.scanned().text == "https://kabar.example/bukti/alfa/"


def test_all_parts_stand_on_it_in_both_forms(studio):
    view = sheet()
    pdf, docx = studio.page().text, words_of_docx(word(view, studio.bench))
    for part in (
        "Empat keluarga kini menanam sayur sendiri", "312", "201", "kehadiran perempuan",
        "dari 9 kegiatan yang merincinya",
        "laporan mandiri perpustakaan, belum diaudit".capitalize(), "kabar.example/bukti/alfa", "Tiga komputer",
        "3 unit, Rp18.500.000", "Pemerintah Desa Alfa", "31 Januari 2027", "Surat Edaran Bersama", "ANTARA",
        "Periksa aturan terbaru", "Perpustakaan Desa Beta menerima Rak buku", "Ibu Sari, pengelola",
        "WhatsApp 0812 3456 7890", "Dulu saya kira perpustakaan", "Ibu S., peserta kelas", "Rak buku anak",
    ):  # fmt: skip
        assert part in pdf, part
        assert part in docx, part


def test_a_way_to_reach_somebody_stands_there_whole_or_not_at_all(studio):
    mail = "perpustakaan-desa-tanjungkencana@kabar-ukur.example"
    view = sheet(contacts=("Telepon 0800 000 0001", mail, "p" * 60 + "@kabar.example"), contact="")
    for text in (studio.page(contacts=view.contacts, contact="").text, words_of_docx(word(view, studio.bench))):
        assert mail in text.replace("@ ", "@")  # where a line may end
        assert "ppp" not in text


def test_without_anything_it_says_what_to_write_and_asks_for_nothing(studio):
    text = studio.page(**NOTHING).text
    for part in ("Belum ada cerita", "peserta:", "Belum ada permintaan", "permintaan: [{apa:", "Belum ada kontak"):
        assert part in text, part
    assert "Rp" not in text


def test_an_ask_of_somebody_else_is_counted_but_not_made_to_this_reader():
    told = composed(sheet(ask=None, open=3, others=()), BODY)
    assert told.ask is None
    assert "(3 permintaan kepada pihak lain masih menunggu.)" in told.no_ask


@pytest.mark.parametrize("name", audience.PROFILES)
def test_audiences_choose_among_numbers_and_change_none(name):
    view = sheet(audience=name)
    known = {figure.code: figure for figure in FIGURES}
    found = chosen(view)
    assert len(found) == 3
    assert all(known[figure.code] == figure for figure in found)
    assert "312" in headline(view, texts("id")) or "Empat keluarga" in headline(view, texts("id"))
    assert "312" in composed(view, BODY).because


def test_a_headline_is_never_longer_than_its_place():
    told = composed(sheet(name=LONG, tale=None), "")
    assert len(told.headline) <= HEADLINE


# -- the story ---------------------------------------------------------------------------------------------------------


def test_a_story_has_60_to_90_words_all_of_them_its_reports():
    for story, text in (
        (TALE, BODY),
        (msgspec.structs.replace(TALE, problem="", action="", result="", outcome="", meaning=""), BODY * 5),
        (msgspec.structs.replace(TALE, problem="Kalimat yang sangat panjang. " * 40), BODY),
    ):
        words, quoted = tale.told(story, text)
        assert 60 <= len(f"{words} {quoted}".split()) <= 90 or text == BODY * 5
        known = f"{story.summary} {story.problem} {story.action} {story.result} {story.outcome} {story.meaning} {text}"
        for sentence in opening(words, 40, 4_000):
            assert sentence.rstrip(".…") in known


def test_a_story_too_short_is_told_as_it_is_and_one_sentence_too_long_is_cut_at_a_word():
    bare = dict.fromkeys(("problem", "action", "result", "outcome", "meaning", "quote"), "")
    short = msgspec.structs.replace(TALE, summary="Warga datang.", **bare)
    assert tale.told(short, "") == ("Warga datang.", "")
    endless = msgspec.structs.replace(TALE, summary="kata " * 300, **bare)
    told, _ = tale.told(endless, "")
    assert told.endswith("kata…")
    assert len(told.split()) <= 90


def test_a_quotation_too_long_to_be_read_in_passing_stays_away():
    story = msgspec.structs.replace(TALE, quote="kata " * 31)
    assert tale.told(story, BODY)[1] == ""


# -- who is meant ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("party", "whose"),
    [
        ("Pemerintah Desa Alfa", "kades"), ("Kepala Desa", "kades"), ("Musyawarah Negeri Waisastra", "kades"),
        ("Bupati Bandung", "bupati"), ("Dinas Perpustakaan Kabupaten", "bupati"), ("Wali Kota Malang", "bupati"),
        ("Gubernur Jawa Barat", "gubernur"), ("Perpustakaan Nasional", "kementerian"),
        ("Kementerian Desa", "kementerian"),
        ("PT Contoh Tbk", "perusahaan"), ("Bank Contoh", "perusahaan"), ("PKK Alfa", "warga"),
    ],
)  # fmt: skip
def test_whom_an_ask_concerns_follows_from_its_partys_name(party, whose):
    assert audience.concerns(whose, party)
    assert not audience.concerns("media", party)


def test_a_place_called_like_an_office_is_none():
    assert not audience.concerns("perusahaan", "Desa Banknya Jauh")
    assert not audience.concerns("kades", "Dinas Perpustakaan Kabupaten")


def test_every_audience_has_grounds_that_are_dated_and_sourced():
    for name in audience.PROFILES:
        assert FACTS.of(name), name
        assert FACTS.example(name), name
        for fact in (*FACTS.of(name), FACTS.example(name)):
            assert fact.tanggal
            assert fact.sumber
            assert fact.en


def test_two_photos_make_two_documents_and_the_same_view_the_same_bytes(studio):
    story = msgspec.structs.replace(TALE, photo=studio.photo(1_600, 1_200), text=digest(BODY.encode()))
    one, other = (word(sheet(tale=story), studio.bench) for _ in range(2))
    assert one == other
    assert one != word(sheet(), studio.bench)
    assert studio.page(tale=story).data == studio.page(tale=story).data
    assert ASK.what in words_of_docx(one)
