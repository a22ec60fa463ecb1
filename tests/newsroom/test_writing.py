"""Writing: what was typed is kept, once, and nobody's words are lost."""

from io import BytesIO

import docx
import pytest

from pipeline.newsroom.secret import token
from pipeline.pictures.vips import vips
from tests.newsroom.conftest import PHOTO

FIELDS = {
    "judul": "Dua puluh ibu memanen kangkung pertama",
    "apa": "Dua puluh ibu memanen kangkung dari kebun di halaman perpustakaan.",
    "tanggal": "2026-11-20",
    "lokasi": "Halaman perpustakaan",
    "jumlah": "20",
}


def save(visitor, key, *, base=0, editing="e" * 22, act="simpan", library="alfa", photos=(), **fields):
    said = {"sunting": editing, "dasar": base, "perpustakaan": library, "isian": FIELDS | fields, "tindakan": act}
    return visitor.post(f"/api/laporan/{key}", json=said | {"foto": list(photos)})


def test_a_report_is_kept_and_shown_again(web):
    phone, key = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token()
    done = save(phone, key)
    assert done.status_code == 200, done.text
    assert done.json()["versi"] == 1
    page = phone.get(f"/laporan/{key}")
    assert page.status_code == 200
    assert FIELDS["judul"] in page.text
    assert FIELDS["judul"] in phone.get("/").text
    assert phone.get("/tulis").status_code == 200


def test_what_the_same_person_types_in_one_sitting_is_one_version(web):
    phone, key = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token()
    for number in range(5):
        assert save(phone, key, base=min(number, 1), apa="kata " * (number + 1)).json()["versi"] == 1
    assert len(web.office.reports.versions(key)) == 1


def test_the_same_words_sent_twice_are_one_report(web):
    phone, key = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token()
    for _ in range(3):
        assert save(phone, key, act="kirim").json()["keadaan"] == "terkirim"
    assert len(web.office.reports.versions(key)) == 1
    assert [line.what for line in web.office.decisions(key)] == ["dikirim", "ditulis"]


def test_a_report_is_not_sent_without_what_it_cannot_do_without(web):
    phone, key = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token()
    for name, said in (("judul", "judul"), ("apa", "apa yang terjadi"), ("tanggal", "kapan")):
        answer = save(phone, key, act="kirim", **{name: " "})
        assert answer.status_code == 422
        assert said in answer.json()["pesan"].lower()
    assert web.office.reports.one(key).stage == "draf"


def test_two_who_write_at_once_lose_no_word(web):
    sari, budi = (web.enter(web.add(name, "kontributor", "alfa")) for name in ("Ibu Sari", "Pak Budi"))
    key = token()
    save(sari, key)
    assert not save(budi, key, base=1, editing="b" * 22, apa="Kata Budi.").json()["cabang"]
    late = save(sari, key, base=1, apa="Kata Sari.")
    assert late.json()["cabang"]
    assert save(sari, key, base=1, apa="Kata Sari lagi.").json()["cabang"]
    page = sari.get(f"/laporan/{key}/banding")
    assert "Kata Sari lagi." in page.text
    assert "Kata Budi." in page.text
    (beside,) = web.office.reports.beside(key)
    data = {"samping": beside.number, "dasar": 2, "sunting": "c" * 22, "apa": "Kata Budi. Kata Sari lagi."}
    assert sari.post(f"/laporan/{key}/banding", data=data).status_code == 303
    assert web.office.reports.beside(key) == []
    latest = web.office.reports.latest(web.office.reports.one(key))
    assert latest.answers.fields["apa"] == "Kata Budi. Kata Sari lagi."
    assert latest.answers.fields["judul"] == FIELDS["judul"]
    assert {one.answers.fields["apa"] for one in web.office.reports.versions(key)} >= {"Kata Budi.", "Kata Sari lagi."}


def test_what_is_written_while_an_editor_is_at_work_stands_beside(web):
    sari = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    editor, key = web.enter(web.add("Bu Ani", "kabupaten", "32.04")), token()
    save(sari, key, act="kirim")
    assert editor.post(f"/laporan/{key}/tinjau", data={"versi": 1}).status_code == 303
    assert save(sari, key, base=1, apa="Masih ada yang terlupa.").json()["cabang"]
    assert "Ada dua versi" in editor.get(f"/laporan/{key}").text


def test_a_contributor_never_writes_what_is_the_editors(web):
    sari, key = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token()
    editor = web.enter(web.add("Bu Ani", "kabupaten", "32.04"))
    save(sari, key, lain="aman: ya", terbit_pada="2001-01-01", sumber="---\n---\n")
    assert set(web.office.reports.version(key, 1).answers.fields) == set(FIELDS)
    save(editor, key, base=1, editing="d" * 22, terbit_pada="2026-12-01 08.00 WIB")
    save(sari, key, base=2, editing="f" * 22, apa="Lain lagi.")
    head = web.office.reports.latest(web.office.reports.one(key)).answers.fields
    assert (head["terbit_pada"], head["apa"]) == ("2026-12-01 08.00 WIB", "Lain lagi.")


def pieces(visitor, key, photo, data, *, start=0, size=100_000):
    """Send a photo in pieces; return the last answer."""
    for begin in range(start, len(data), size):
        where = {"dari": begin, "ukuran": len(data)}
        answer = visitor.put(f"/api/laporan/{key}/foto/{photo}", params=where, data=data[begin : begin + size])
    return answer


def test_a_photo_arrives_in_pieces_and_goes_on_where_it_was_cut_off(web):
    phone, key, photo, data = (
        web.enter(web.add("Ibu Sari", "kontributor", "alfa")),
        token(),
        token(),
        PHOTO.read_bytes(),
    )
    assert pieces(phone, key, photo, data[:10]).status_code == 404  # first the report
    save(phone, key, photos=[{"kunci": photo, "keterangan": "Panen", "izin": True}])
    where = {"dari": 0, "ukuran": len(data)}
    first = phone.put(f"/api/laporan/{key}/foto/{photo}", params=where, data=data[:70_000])
    assert first.json() == {"ada": 70_000}
    again = phone.put(f"/api/laporan/{key}/foto/{photo}", params=where, data=data[:70_000])
    assert (again.status_code, again.json()) == (409, {"ada": 70_000})
    assert save(phone, key).json()["foto"] == {photo: 70_000}
    done = pieces(phone, key, photo, data, start=70_000)
    assert done.json() == {"ada": len(data), "siap": True}
    assert pieces(phone, key, photo, data).json() == {"ada": len(data), "siap": True}
    shown = phone.get(f"/laporan/{key}/foto/{photo}")
    assert shown.headers["content-type"] == "image/jpeg"
    assert web.office.uploads.data(key, photo) == data


@pytest.mark.parametrize(
    ("data", "said"), [(b"%PDF-1.7 bukan foto" * 20, "PDF"), (b"\xff\xd8\xff\xe0" + b"x" * 500, "rusak")]
)
def test_what_is_no_photo_is_told_so_and_forgotten(web, data, said):
    phone, key, photo = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token(), token()
    save(phone, key)
    answer = pieces(phone, key, photo, data)
    assert answer.status_code == 422
    assert said in answer.json()["pesan"]
    assert web.office.uploads.of(key) == {}


def test_without_a_script_a_form_with_photos_is_kept_too(web):
    phone = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    page = phone.get("/tulis").text
    key = page.partition('data-laporan="')[2].partition('"')[0]
    form = FIELDS | {"laporan": key, "sunting": "e" * 22, "dasar": "0", "perpustakaan": "alfa", "tindakan": "simpan"}
    answer = phone.post("/tulis", data=form, files={"berkas": ("IMG_1.jpg", PHOTO.read_bytes())})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/laporan/{key}")
    report = web.office.reports.one(key)
    (shot,) = web.office.reports.latest(report).answers.photos
    form |= {"dasar": "1", f"foto-{shot.key}-keterangan": "Panen pertama", f"foto-{shot.key}-izin": "ya"}
    assert phone.post("/tulis", data=form | {"tindakan": "kirim"}, files={"berkas": ("", b"")}).status_code == 303
    (shot,) = web.office.reports.latest(web.office.reports.one(key)).answers.photos
    assert (shot.caption, shot.consent, shot.child) == ("Panen pertama", True, False)
    assert web.office.reports.one(key).stage == "terkirim"


def png() -> bytes:
    found: bytes = vips().Image.gaussnoise(900, 700, sigma=60, mean=128).cast("uchar").write_to_buffer(".png")
    return found


def test_a_pasted_chat_and_a_document_fill_the_form(web, tmp_path):
    phone = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    text = "*Panen kangkung perdana*\n\nHari ini, 20 November 2026, dua puluh ibu memanen kangkung di halaman."
    answer = phone.post("/tulis/impor", data={"perpustakaan": "alfa", "teks": text}, files={"dokumen": ("", b"")})
    assert answer.status_code == 303, answer.text
    assert "memanen kangkung" in phone.get(answer.headers["location"]).text
    document = docx.Document()
    document.add_heading("Panen selada pertama", 0)
    document.add_paragraph("Dua puluh ibu memanen selada dari rak bambu di halaman perpustakaan.")
    document.add_picture(BytesIO(png()))
    document.save(tmp_path / "laporan.docx")
    files = {"dokumen": ("laporan.docx", (tmp_path / "laporan.docx").read_bytes())}
    answer = phone.post("/tulis/impor", data={"perpustakaan": "alfa", "teks": ""}, files=files)
    page = phone.get(answer.headers["location"]).text
    assert "Panen selada pertama" in page
    assert "rak bambu" in page
    report = web.office.reports.one(answer.headers["location"].rpartition("/")[2])
    assert [one.whole for one in web.office.uploads.of(report.id).values()] == [True]
    (shot,) = web.office.reports.latest(report).answers.photos
    assert not shot.consent  # nobody's consent is taken for granted
