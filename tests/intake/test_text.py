"""Plain text, Markdown, saved pages and pictures."""

import pytest

from tests.pictures.conftest import scene

REPORT = "Panen Perdana\n\nPada Rabu, 12 Agustus 2026 pukul 09.00 WIB, dua puluh ibu memanen “sayur”.\n"
PHOTO = scene(300, 200).write_to_buffer(".jpg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(desk, body, encoding):
    draft = desk.one("laporan.txt", REPORT.encode(encoding))

    assert draft.draft.title == "Panen Perdana"
    assert draft.draft.date == "Rabu, 12 Agustus 2026 pukul 09.00 WIB"
    assert "“sayur”" in body(desk.text(draft))


def test_guesses_are_marked_and_missing_keys_are_asked(desk):
    text = desk.text(desk.one("laporan.txt", REPORT))

    assert "judul: Panen Perdana # tebakan baris pertama; periksa\n" in text
    assert "perpustakaan: alfa # tebakan satu-satunya perpustakaan; periksa\n" in text
    assert "\n# ringkasan: Apa intinya, dalam satu kalimat?\n" in text
    assert "\nstatus: periksa\n" in text


def test_a_library_that_was_asked_for_is_no_guess(desk):
    assert "perpustakaan: alfa\n" in desk.text(desk.one("laporan.txt", REPORT, library="Perpustakaan Desa Alfa"))


def test_nothing_is_invented(desk):
    draft = desk.one("laporan.txt", "Kami bertemu di balai desa, lalu pulang.\n")

    assert (draft.draft.title, draft.draft.date) == ("", "")
    assert "# judul: Apa judulnya?" in desk.text(draft)
    assert draft.path == "content/inbox/2026-11-22-laporan-txt"


def test_lines_that_were_meant_stay_and_the_edge_of_the_page_goes(desk, body):
    source = (
        "Rapat\n\nHari: Sabtu\nTempat: Balai\n\n"
        "Rapat ini dihadiri oleh pengurus perpustakaan, kader PKK, dan karang\n"
        "taruna, yang semuanya datang tepat waktu.\n\nYang dibawa:\n• bibit\n• pupuk\n"
    )
    assert body(desk.text(desk.one("a.txt", source))) == (
        "Hari: Sabtu  \nTempat: Balai\n\n"
        "Rapat ini dihadiri oleh pengurus perpustakaan, kader PKK, dan karang\n"
        "taruna, yang semuanya datang tepat waktu.\n\nYang dibawa:\n\n- bibit\n- pupuk\n"
    )


def test_what_looks_like_html_stays_text(desk, body):
    draft = desk.one("a.txt", "Rapat\n\nHarga <b>naik</b> &amp; 3 < 4.\n")
    assert body(desk.text(draft)) == "Harga &lt;b>naik&lt;/b> &amp;amp; 3 < 4.\n"


def test_markdown_keeps_the_keys_it_knows_and_tells_of_the_rest(desk):
    desk.put("foto/rak.jpg", PHOTO)
    source = (
        "---\ntitle: Kelas menjahit\ndate: 2026-08-03\nlibrary: alfa\ntopik: [perempuan]\ncuaca: cerah\nstatus: draf\n"
        "peserta: {perempuan: 12}\n---\n# Kelas menjahit\n\nIsi. ![Rak buku](foto/rak.jpg)\n![x](http://x.example/a.png)\n"
        "![y](../../rahasia.jpg)\n"
    )
    draft = desk.one("kelas.md", source)
    text = desk.text(draft)

    assert "judul: Kelas menjahit\ntanggal: 2026-08-03\nperpustakaan: alfa\n" in text
    assert "topik: [perempuan]\n" in text
    assert "tebakan" not in text
    assert "  - berkas: rak.jpg\n    alt: Rak buku\n" in text
    assert text.endswith("---\nIsi.\n")
    assert len(draft.draft.notes) == 4
    assert "http://x.example/a.png" in desk.text(draft, "CATATAN.md")


def test_front_matter_with_anchors_is_told_and_not_read(desk):
    source = "---\na: &a [x, x]\nb: &b [*a, *a]\njudul: [*b, *b]\n---\nIsi pertemuan.\n"
    draft = desk.one("bom.md", source)
    assert "judul: [*b, *b]" in desk.text(draft, "CATATAN.md")
    assert "# judul:" in desk.text(draft)


def test_a_saved_page_is_its_text(desk, body):
    html = (
        "<!DOCTYPE html><html><head><title>Panen Raya</title><style>p{}</style></head><body><h1>Panen Raya</h1>"
        "<p>Pada <b>12 Agustus 2026</b> kami <i>memanen</i>.<script>alert(1)</script></p><ul><li>satu<li>dua</ul>"
        '<img src="https://x.example/a.png"><a href="javascript:x()">klik</a></body></html>'
    )
    draft = desk.one("panen.html", html)

    assert draft.draft.title == "Panen Raya"
    assert body(desk.text(draft)) == "Pada **12 Agustus 2026** kami *memanen*.\n\n- satu\n- dua\n\nklik\n"
    assert "https://x.example/a.png" in desk.text(draft, "CATATAN.md")
    assert "javascript" in desk.text(draft, "CATATAN.md")


def test_pictures_go_with_the_only_note_beside_them(desk):
    desk.put("a/foto.jpg", PHOTO)
    desk.put("a/catatan.txt", REPORT)
    desk.put("b/IMG_20260812.jpg", PHOTO)
    desk.put("b/IMG_20260812 (1).jpg", PHOTO)
    with_note, alone = desk.take()

    assert [photo.name for photo in with_note.draft.photos] == ["foto.jpg"]
    assert "  - berkas: img-20260812-1.jpg\n" in desk.text(alone)
    assert len(list((desk.root / alone.path).glob("*.jpg"))) == 1, "of equal bytes one is enough"
    assert "ceritanya belum ada" in desk.text(alone, "CATATAN.md")


def test_pictures_beside_two_notes_are_asked_for(desk):
    for name, data in {"a.txt": REPORT, "b.txt": "Rapat\n\nIsi.\n", "foto.jpg": PHOTO}.items():
        desk.put(name, data)
    refusal, *drafts = desk.take()

    assert "foto.jpg" in refusal.reason
    assert [draft.draft.photos for draft in drafts] == [(), ()]


def test_heic_is_kept_as_it_is(desk):
    data = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
    draft = desk.one("IMG_1.HEIC", data)
    assert (desk.root / draft.path / "img-1.heic").read_bytes() == data
