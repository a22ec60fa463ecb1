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
