"""Word documents of sheets in a real office: whatever there is, one page with the contact at its end."""

import subprocess

import msgspec
import pytest
from pypdf import PdfReader

from pipeline.desks.advocacy.render import word
from tests.advocacy.conftest import TALE, sheet
from tests.advocacy.test_sheet import LONG, NOTHING, long
from tests.browser.install import program

pytestmark = pytest.mark.office


def test_an_office_prints_a_sheet_on_one_page_however_long_its_texts_are(studio, tmp_path):
    whole = {"tale": msgspec.structs.replace(TALE, photo=studio.photo(1_600, 1_200), photographer="Budi")}
    views = {"biasa": whole, "kosong": NOTHING, "panjang": long(LONG, studio)}
    for name, what in views.items():
        (tmp_path / f"{name}.docx").write_bytes(word(sheet(**what), studio.bench))
    command = [program("libreoffice-writer"), "--headless", "--norestore"]
    command += [f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--convert-to", "pdf", "--outdir"]
    command += [f"{tmp_path}", *(f"{tmp_path / name}.docx" for name in views)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    for name in views:
        printed = tmp_path / f"{name}.pdf"
        assert printed.is_file(), ran.stderr
        (page,) = PdfReader(printed).pages
        assert "Hubungi" in page.extract_text(), name
