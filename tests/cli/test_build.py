"""What ``warta build`` says of what is to come."""

import pytest

A, B = "content/stories/2026/11/satu.md", "content/stories/2026/11/dua.md"
NOW = "2026-11-22T08:00:00+07:00"
EAST = '---\nnama: Perpustakaan Gama\ntingkat: desa\nwilayah: "91.03.99.2999"\n---\nProfil.\n'


@pytest.fixture
def build(newsroom, warta, monkeypatch):
    """Build a newsroom with these reports and return the lines that are printed."""

    def run(*reports: tuple[str, str], now: str = NOW, language: str = "id") -> list[str]:
        monkeypatch.setenv("WARTA_LANG", language)
        room = newsroom({"content/libraries/gama.md": EAST, **dict(reports)})
        ran = warta("build", "--root", room.root, "--now", now)
        assert ran.status == 0
        return ran.out.splitlines()

    return run


def test_the_next_instant_is_told_in_words_by_the_clock_of_the_library(build, story):
    lines = build(
        (A, story("Satu", day="2026-11-20", terbit_pada="2026-11-25")),
        (B, story("Dua", day="2026-11-20", library="gama", terbit_pada="2026-11-25")),
    )
    assert lines[1] == "Build berikutnya: Rabu, 25 November 2026 pukul 00.00 WIT, saat 2026/11/dua terbit."


def test_it_is_told_in_english_too_whatever_zone_the_writer_used(build, story):
    lines = build((A, story("Satu", day="2026-11-20", embargo="2026-11-25 10.30 WITA")), language="en")
    assert lines[1] == "Next build: Wednesday, November 25, 2026 09:30 WIB, when 2026/11/satu is published."


def test_the_end_of_a_consent_and_of_two_days_of_news_are_told_too(build, story):
    quote = "[{teks: Saya senang., nama: Ibu S., izin: {sampai: 2026-11-22}}]"
    report = (A, story("Satu", day="2026-11-21", kutipan=quote))
    assert build(report)[1] == (
        "Build berikutnya: Senin, 23 November 2026 pukul 00.00 WIB, saat sebuah izin di 2026/11/satu berakhir."
    )
    news = build((A, story("Satu", day="2026-11-21")))[1]
    assert news.endswith("pukul 00.00 WIB, saat 2026/11/satu keluar dari peta situs berita.")


def test_where_nothing_is_to_come_nothing_is_told(build, story):
    assert not [line for line in build((A, story("Satu", day="2026-01-20"))) if "berikutnya" in line]


def test_of_two_things_at_one_instant_the_story_that_opens_is_told(build, story):
    quote = "[{teks: Saya senang., nama: Ibu S., izin: {sampai: 2026-11-24}}]"
    lines = build(
        (A, story("Satu", day="2026-11-02", kutipan=quote)),
        (B, story("Dua", day="2026-11-20", terbit_pada="2026-11-25")),
    )
    assert "2026/11/dua terbit" in lines[1]
