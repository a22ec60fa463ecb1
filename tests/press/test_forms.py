"""A release in every form: what it says, in which order, and that nothing in it is taken for anything but words."""

import datetime as dt
import re

import page
import pypdfium2
import pytest
from pypdf import PdfReader

from tests.pictures.conftest import scene
from tests.press.conftest import ALARMING, BODY, Words, words_of_docx, words_of_pdf

FOLDER = "press/2026/11/panen/"
IN_ORDER = (
    "Perpustakaan Desa Alfa", "Pemerintah Desa Alfa", "Jalan Contoh, Desa Alfa", "Siaran Pers", "12/SP/2026",
    "Untuk disiarkan segera", "Warga Alfa memanen kangkung", "BANDUNG, Perpustakaan Desa Alfa –",
    "Ringkasan", "Warga desa memanen", "Hasilnya dihitung", "Pembagian", "Melati", "12 kg", "bayam", "kecil",
    "Kami senang.", "Boleh dibawa pulang", "“Enak sekali,” kata Ibu Rina, peserta.", "– selesai –", "Data kegiatan",
    "Senin, 2 November 2026", "Kebun Alfa", "32 orang (20 perempuan, 12 laki-laki)", "PKK Alfa",
    "Laporan Perpustakaan Desa Alfa", "Ralat", "Berat diperbaiki.", "Tentang Perpustakaan Desa Alfa",
    "Tentang Dinas Perpustakaan Kabupaten", "Tentang Dinas Perpustakaan Provinsi", "Tentang program ini",
    "Narahubung", "Ibu Sari Contoh", "WhatsApp 0812 3456 7890", "Foto", "Kangkung segar",
)  # fmt: skip
WHOLE = {
    "siaran": "{nomor: 12/SP/2026}",
    "ringkasan": "Ringkasan panen raya.",
    "peserta": "{total: 32, laki-laki: 12, perempuan: 20}",
    "mitra": "[PKK Alfa]",
    "kutipan": "[{teks: Enak sekali., nama: Ibu Rina, peran: peserta, izin: ya},"
    " {teks: 'Boleh dibawa pulang,', nama: Ibu Wati, izin: ya}]",
    "foto": "[{berkas: foto.jpg, keterangan: Kangkung segar, alt: Kangkung, fotografer: Budi, izin: {ref: 14/2026}}]",
    "ralat": "[{tanggal: 2026-11-03, teks: Berat diperbaiki.}]",
}
PHOTO = {"content/stories/2026/11/foto.jpg": scene(1_000, 750).write_to_buffer(".jpg")}


def read(room, name: str) -> str:
    data = (room.output / FOLDER / name).read_bytes()
    if name.endswith(".pdf"):
        return words_of_pdf(data)
    if name.endswith(".docx"):
        return words_of_docx(data)
    return Words(data.decode()).text if name.endswith(".html") else " ".join(data.decode().split())


KIT = "panen-kit-pers.zip"
FORMS = ("siaran-pers.txt", "siaran-pers.html", "siaran-pers.pdf", "siaran-pers.docx")


@pytest.mark.parametrize("name", FORMS)
def test_every_part_stands_where_editors_look_for_it(press, name):
    room = press(files=PHOTO, **WHOLE)
    assert room.build(only=("press",)).problems == ()
    said = read(room, name).casefold()
    at = -1
    for part in IN_ORDER:
        found = said.find(part.casefold(), at + 1)
        assert found > at, f"{part} does not stand behind what comes before it in {said[:at]} || {said[at:]}"
        at = found
    assert said.count("boleh dibawa pulang") == 1


@pytest.mark.parametrize("name", FORMS)
def test_words_are_words_whatever_they_look_like(press, name):
    said = f'"{ALARMING}"'
    room = press(
        said, body=f"Isi: `{ALARMING}`\n\n- `{ALARMING} butir`\n\n| A |\n|---|\n| `{ALARMING} sel` |\n",
        ringkasan=said, lokasi=said, mitra=f"[{said}]", hasil=said,
        kutipan=f'[{{teks: "{ALARMING} ucapan", nama: {said}, peran: {said}, izin: ya}}]',
    )  # fmt: skip
    assert room.build(only=("press",)).failures == ()
    text = read(room, name)
    assert text.count(ALARMING) >= 9
    assert f"{ALARMING} butir" in text
    assert f"{ALARMING} sel" in text


def test_the_pdf_is_for_ears_and_archives(press):
    room = press(files=PHOTO, **WHOLE)
    room.build(only=("press",))
    path = room.output / FOLDER / "siaran-pers.pdf"
    for profile in ("ua1", "2a"):
        found = page.validate_pdf_bytes(path.read_bytes(), profile=profile)
        assert found.is_compliant, [failure.rule_id for failure in found.failures]
    told = PdfReader(path).metadata
    assert (told.title, told.author) == ("Warga Alfa memanen kangkung", "Perpustakaan Desa Alfa")


def test_the_same_view_gives_the_same_bytes(press, difference):
    room = press(files=PHOTO, **WHOLE)
    room.build()
    assert {f"{FOLDER}{name}" for name in (*FORMS, KIT)} == {path for path in room.tree() if path.startswith("press/")}
    assert difference(room.tree(), room.clean()) == ""


def test_a_page_asks_nobody_for_anything(press):
    room = press(files=PHOTO, **WHOLE)
    room.build(only=("press",))
    text = room.page(f"{FOLDER}siaran-pers.html")
    assert re.findall(r'(?:src|href)="(?!data:|https://kabar\.example/)[^"]*"', text) == []
    assert "<script" not in text
    assert " style=" not in text


@pytest.mark.parametrize("photos", [0, 10])
def test_photos_none_or_ten(press, photos):
    files = {f"content/stories/2026/11/f{n}.jpg": scene(640 + n, 480).write_to_buffer(".jpg") for n in range(photos)}
    listed = ", ".join(f"{{berkas: f{n}.jpg, keterangan: Gambar ke-{n}, alt: Gambar, izin: ya}}" for n in range(photos))
    room = press(files=files, **({"foto": f"[{listed}]"} if photos else {}))
    assert room.build(only=("press",)).failures == ()
    assert read(room, "siaran-pers.pdf").count("Gambar ke-") == photos


def widest(data: bytes) -> float:
    """Return how far to the right a letter stands, in points."""
    found = 0.0
    for sheet in pypdfium2.PdfDocument(data):
        text = sheet.get_textpage()
        found = max(found, *(text.get_charbox(n)[2] for n in range(text.count_chars())))
    return found


def test_long_names_stay_on_the_page(press):
    long = "Perpustakaandesayangnamanyapanjangsekalitanpaspasi" * 3
    room = press(
        f"Warga {long}",
        lokasi=long,
        body=f"{long}\n\n| {long} | B |\n|---|---|\n| {long} | {long} |\n",
        mitra=f"[{long}]",
    )
    assert room.build(only=("press",)).failures == ()
    assert widest((room.output / FOLDER / "siaran-pers.pdf").read_bytes()) < 595 - 60


# -- what is told, and what is not -------------------------------------------------------------------------------------


def test_no_number_is_made_up_and_no_city_is_guessed(press):
    room = press(files={"content/libraries/alfa.md": "---\nnama: Perpustakaan Alfa\ntingkat: nasional\n---\nProfil.\n"})
    room.build(only=("press",))
    text = room.page(f"{FOLDER}siaran-pers.txt")
    assert "Nomor:" not in text
    assert "\nPerpustakaan Alfa – " in text


def test_a_city_of_its_own_and_a_pattern_of_its_own(press):
    room = press(siaran="{kota: Soreang}")
    settings = (room.root / "content/site.toml").read_text("utf-8")
    pattern = '[pers]\ndateline = "{perpustakaan}, {kota} ({tanggal}) –"\n'
    room.write({"content/site.toml": settings.replace("[pers]\n", pattern)})
    room.build(only=("press",))
    assert "\nPerpustakaan Desa Alfa, Soreang (2 November 2026) – " in room.page(f"{FOLDER}siaran-pers.txt")


def test_day_and_place_are_told_where_the_body_names_no_day(press):
    room = press(body="Warga memanen kangkung.")
    room.build(only=("press",))
    assert "Kegiatan berlangsung Senin (2/11/2026) di Kebun Alfa." in room.page(f"{FOLDER}siaran-pers.txt")
    room.write({"content/stories/2026/11/panen.md": room.page("../content/stories/2026/11/panen.md").replace(
        "Warga memanen kangkung.", "Warga memanen kangkung pada 2 November.")})  # fmt: skip
    room.build(only=("press",))
    assert "Kegiatan berlangsung" not in room.page(f"{FOLDER}siaran-pers.txt")


def test_small_parts_of_those_who_came_are_not_told(press):
    room = press(peserta="{total: 32, laki-laki: 2, perempuan: 30, lansia: 3}")
    room.build(only=("press",))
    text = room.page(f"{FOLDER}siaran-pers.txt")
    assert "Peserta: 32 orang\n" in text


def test_a_release_under_embargo_says_so_until_it_ends(press):
    at = dt.datetime(2026, 11, 25, 3, tzinfo=dt.UTC)
    room = press(embargo="2026-11-25 10.00 WIB")
    report = room.build()
    assert "EMBARGO S.D. RABU, 25 NOVEMBER 2026 PUKUL 10.00 WIB" in room.page(f"{FOLDER}siaran-pers.txt")
    assert "EMBARGO" in read(room, "siaran-pers.pdf")
    assert not [path for path in room.tree() if path.startswith("site/") and "panen" in path]
    assert report.next_due == int(at.timestamp())
    room.build(now=int(at.timestamp()))
    assert "UNTUK DISIARKAN SEGERA" in room.page(f"{FOLDER}siaran-pers.txt")
    assert (room.output / "site/2026/11/panen/index.html").exists()


@pytest.mark.parametrize(("consent", "shown"), [("ya", True), ("{kanal: [pers]}", True), ("{kanal: [web]}", False)])
def test_people_are_shown_where_they_agreed_to_the_press(press, consent, shown):
    room = press(
        files=PHOTO, foto=f"[{{berkas: foto.jpg, keterangan: Kangkung, alt: Kangkung, izin: {consent}}}]",
        kutipan=f"[{{teks: Senang sekali, nama: Ibu S., izin: {consent}}}]",
    )  # fmt: skip
    room.build(only=("press",))
    for name in FORMS:
        assert ("Senang sekali" in read(room, name)) is shown
        assert ("Kangkung" in read(room, name)) is shown


def test_a_campaign_lists_its_stories(press, story):
    room = press(
        files={"content/press/2026/11/gerakan.md": story("Gerakan", day="2026-11-20", berita="[2026/11/panen]")}
    )
    room.build(only=("press",))
    text = room.page("press/2026/11/gerakan/siaran-pers.txt")
    assert "Warga Alfa memanen kangkung\nhttps://kabar.example/2026/11/panen/" in text
    room.write({"content/stories/2026/11/panen.md": story("Panen besar", day="2026-11-02", body=BODY)})
    room.build(only=("press",))
    assert "Panen besar\nhttps://kabar.example/2026/11/panen/" in room.page("press/2026/11/gerakan/siaran-pers.txt")
    assert not (room.output / FOLDER).exists()


def test_what_is_no_release_has_none(press, newsroom, story):
    room = press(siaran="tidak", files={
        "content/stories/2026/11/harvest.md": story("Harvest", terjemahan="2026/11/panen", bahasa="en", siaran="ya"),
        "content/stories/2026/11/draf.md": story("Draf", siaran="ya", status="draf"),
    })  # fmt: skip
    room.build()
    assert [path for path in room.tree() if path.startswith("press/")] == []
