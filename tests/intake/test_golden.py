"""What becomes of whole documents, as an editor reads it: ``golden/`` (written again with ``WARTA_GOLDEN=1``)."""

import os
import re
from pathlib import Path

import pytest

from pipeline.intake.draft import Refusal
from pipeline.intake.write import Written
from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.intake import making

GOLDEN = Path(__file__).parent / "golden"
SUMS = re.compile(r"^# sidik: .*$", re.MULTILINE)

DOCUMENTS = {
    "laporan.docx": making.report,
    "diperiksa.docx": making.reviewed,
    "polos.docx": making.plain,
    "libreoffice.docx": (making.DOCUMENTS / "libreoffice.docx").read_bytes,
    "libreoffice.odt": (making.DOCUMENTS / "libreoffice.odt").read_bytes,
    "laporan.txt": lambda: making.TYPED.encode("cp1252"),
    "kelas.md": making.MARKDOWN.encode,
    "panen.html": making.PAGE.encode,
    "surat.eml": making.letter_with_photos,
    "pengantar.eml": making.cover_with_document,
    "terusan.eml": making.forwarded,
    "dua-surat.eml": making.forwarded_whole,
    "lama.eml": making.old_encoding,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_becomes_what_was_agreed(desk, name):
    found = desk.take(desk.put(name, DOCUMENTS[name]()))
    told = [f"<!-- {name} -->\n"]
    for one in found:
        if isinstance(one, Refusal):
            told.append(f"{one.name}: {one.reason}\n")
            continue
        told += [f"<!-- {one.path} -->\n", SUMS.sub("# sidik: …", desk.text(one)), "<!-- CATATAN.md -->\n"]
        told.append(desk.text(one, "CATATAN.md"))
    now = "\n".join(told)
    path = GOLDEN / f"{name}.md"
    if os.environ.get("WARTA_GOLDEN"):
        path.write_text(now, "utf-8")

    assert now == path.read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "lama.eml"])
def test_a_document_is_imported_checked_accepted_and_built(desk, name):
    drafts = [one for one in desk.take(desk.put(name, DOCUMENTS[name]())) if isinstance(one, Written)]
    results = [accept(Newsroom(desk.root), one.path) for one in drafts]
    report = desk.room.build()

    assert [result.findings for result in results if not result.path] == []
    assert (report.stories, report.errors) == (len(drafts), 0)
    # What the body could not hold would be told here: readers write only what it can.
    assert [finding.code for result in results for finding in result.findings if finding.code.startswith("isi-")] == []
