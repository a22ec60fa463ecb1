"""What becomes of whole documents, as an editor reads it: ``golden/`` (written again with ``WARTA_GOLDEN=1``)."""

import os
import re
from pathlib import Path

import pytest

from tests.intake import making

GOLDEN = Path(__file__).parent / "golden"
SUMS = re.compile(r"^# sidik: .*$", re.MULTILINE)

DOCUMENTS = {
    "laporan.docx": making.report,
    "diperiksa.docx": making.reviewed,
    "polos.docx": making.plain,
    "libreoffice.docx": (making.DOCUMENTS / "libreoffice.docx").read_bytes,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_what_was_agreed(desk, name):
    draft = desk.one(name, DOCUMENTS[name]())
    told = [f"<!-- {name} -->\n", SUMS.sub("# sidik: …", desk.text(draft)), "\n<!-- CATATAN.md -->\n"]
    now = "\n".join([*told, desk.text(draft, "CATATAN.md")])
    path = GOLDEN / f"{name}.md"
    if os.environ.get("WARTA_GOLDEN"):
        path.write_text(now, "utf-8")

    assert now == path.read_text("utf-8")
