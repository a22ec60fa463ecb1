"""The Word document in a real office: it opens, and everything stands where it belongs."""

import subprocess

import pytest
from pypdf import PdfReader

from tests.browser.install import program
from tests.press.conftest import ALARMING

pytestmark = pytest.mark.office


@pytest.fixture
def opened(tmp_path):
    """Let LibreOffice open a document and print it to PDF; return the text of its pages."""

    def run(document):
        # A profile of its own: one process at a time may use one. Its status is 0 even where nothing could be opened.
        profile = (tmp_path / "profil").as_uri()
        command = [program("libreoffice-writer"), "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "pdf", "--outdir", f"{tmp_path}", f"{document}"]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
        printed = tmp_path / f"{document.stem}.pdf"
        assert printed.is_file(), ran.stderr
        pages = [page.extract_text() for page in PdfReader(printed).pages]
        return " ".join(" ".join(pages).split()), len(pages)

    return run


def test_an_office_opens_the_document_and_prints_all_of_it_in_order(press, opened):
    quoted = f'[{{teks: "{ALARMING} kata.", nama: Bu Ani, peran: warga, izin: ya}}]'
    room = press(f'"{ALARMING}"', siaran="{nomor: 12/SP/2026}", kutipan=quoted)
    room.build()

    text, pages = opened(room.output / "press/2026/11/panen/siaran-pers.docx")

    parts = ["SIARAN PERS", "12/SP/2026", ALARMING, "Pembagian", "Melati", "Kenanga", "bayam", f"{ALARMING} kata"]
    parts += ["Data kegiatan", "Tentang", "Narahubung"]
    places = [text.find(part) for part in parts]
    assert min(places) >= 0, dict(zip(parts, places, strict=True))
    assert places == sorted(places), dict(zip(parts, places, strict=True))
    assert pages <= 2
