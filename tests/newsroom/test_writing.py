"""Writing: what was typed is kept, once, and nobody's words are lost."""

import json
import secrets

from pipeline.newsroom.secret import token
from tests.newsroom.conftest import NOW

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


def photo() -> bytes:
    return (ROOT / "content/stories/2023/05/panen-hidroponik/panen.jpg").read_bytes()
