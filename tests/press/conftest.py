"""Releases to look at: made by builds, and read back in every form as an editor would."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document
from docx.table import Table
from pypdf import PdfReader

SETTINGS = (
    'nama = "Kabar"\nurl = "https://kabar.example/"\nsurel = "redaksi@kabar.example"\n'
    '[pers]\nprogram = "Program ini menghidupkan perpustakaan desa."\nkop = "Pemerintah Desa Alfa"\n'
    "[meja]\nphotos = false\ncards = false\nsocial = false\nposters = false\nkit = false\nsearch = false\n"
)
LIBRARY = """---
nama: Perpustakaan Desa Alfa
tingkat: desa
wilayah: "32.04.99.2999"
alamat: Jalan Contoh, Desa Alfa
tentang: Perpustakaan Desa Alfa buka setiap hari.
kontak: {surel: alfa@kabar.example}
narahubung: {nama: Ibu Sari Contoh, peran: pengelola, whatsapp: 0812 3456 7890, surel: pers@kabar.example}
juru_bicara:
  - {nama: Pak Gani Contoh, peran: kepala desa, tentang: anggaran dan kebijakan}
---
Profil.
"""
OVER = """---
nama: Dinas Perpustakaan {name}
tingkat: {level}
wilayah: "{code}"
tentang: Dinas {name} membina perpustakaan.
---
Profil.
"""
BODY = """Warga desa memanen kangkung pada Senin (2/11) di Kebun Alfa karena lahan kosong sudah lama menganggur.

Hasilnya dihitung bersama dengan cara ditimbang.

## Pembagian

| Kelompok | Berat |
|---|---|
| Melati | 12 kg |
| Kenanga | 8 kg |

- bayam
- kangkung
    1. besar
    2. kecil

> Kami senang.

“Boleh dibawa pulang,” kata Ibu Wati.
"""
ALARMING = "Ibu & anak <5 tahun #1 $x$ *a* @b"


class Words(HTMLParser):
    """All words of a page, in their order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


def words_of_pdf(data: bytes) -> str:
    pages = (page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return " ".join(" ".join(pages).replace("\u200b", "").split())


def words_of_docx(data: bytes) -> str:
    found: list[str] = []
    for part in Document(BytesIO(data)).iter_inner_content():
        cells = [cell.text for row in part.rows for cell in row.cells] if isinstance(part, Table) else [part.text]
        found += cells
    return " ".join(" ".join(found).split())


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


@pytest.fixture
def press(newsroom, story):
    """Make a newsroom with one release; *more* is its front matter, *files* are further files."""

    def make(
        title: str = "Warga Alfa memanen kangkung",
        *,
        body: str = BODY,
        files: dict | None = None,
        day: str = "2026-11-02",
        **more: str,
    ):
        head = {"siaran": "ya", "lokasi": "Kebun Alfa"} | more
        return newsroom(
            {
                "content/site.toml": SETTINGS,
                "content/libraries/alfa.md": LIBRARY,
                "content/libraries/kabupaten.md": OVER.format(name="Kabupaten", level="kabupaten", code="32.04"),
                "content/libraries/provinsi.md": OVER.format(name="Provinsi", level="provinsi", code="32"),
                "content/stories/2026/11/panen.md": story(title, day=day, body=body, **head),
                **(files or {}),
            }
        )

    return make
