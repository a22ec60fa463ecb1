"""A release as a Word document, set by a template that an office may restyle in Word.

What the template sees is named in Indonesian (``docs/siaran.md``), for those who edit it are no programmers. Words are
data: they are escaped, and can be neither markup of Word nor commands to the template.
"""

import base64
import re
import zipfile
from io import BytesIO
from typing import Any

from pipeline.build.output import CannotMakeError
from pipeline.build.parcel import packed
from pipeline.build.workbench import Workbench
from pipeline.desks.press import plain
from pipeline.desks.press.body import Block
from pipeline.desks.press.statement import Statement
from pipeline.desks.press.views import Release
from pipeline.language import _
from pipeline.pictures import paper
from pipeline.templating.folders import read

TEMPLATE = "press/siaran-pers.docx"

LOGO = 17
"""Millimetres that a logo is high."""

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""


def document(view: Release, told: Statement, bench: Workbench) -> bytes:
    """Return the release *told* as Word opens it; the same of the same. Raises ``CannotMakeError`` with the fault."""
    from docxtpl import DocxTemplate  # noqa: PLC0415  start-up counts
    from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415  as above
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415  as above

    try:
        template = DocxTemplate(BytesIO(read(bench.options["templates"], TEMPLATE)))
        values = _clean(values_of(view, told))
        values["logo"] = _logo(template, view, bench)
        environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
        template.render(values, jinja_env=environment, autoescape=True)
        made = BytesIO()
        template.save(made)
    except (TemplateError, zipfile.BadZipFile, KeyError, ValueError) as error:
        said = _("siaran tidak dapat dibuat: {error}")
        raise CannotMakeError(said.format(error=f"templates/{TEMPLATE}: {error}")) from None
    with zipfile.ZipFile(made) as parts:
        return packed({name: parts.read(name) for name in parts.namelist()}, view.day)


def values_of(view: Release, told: Statement) -> dict[str, Any]:
    """Return all that the template is told, but for the logo."""
    say = told.say
    return {
        "perpustakaan": view.library,
        "kop": [line for line in (view.heading, view.home, " · ".join(view.ways)) if line],
        "label": say["label"].upper(),
        "nomor": told.number,
        "waktu": told.timing.upper(),
        "embargo": told.embargoed,
        "contoh": view.sample,
        "judul": told.title,
        "dateline": told.dateline,
        "teras": told.lead,
        "isi": [_part(block) for block in told.blocks],
        "kutipan": list(told.quotes),
        "data": [{"nama": line.name, "teks": line.text} for line in told.facts],
        "sumber": told.source,
        "alamat": view.url,
        "kabar": [{"judul": one.title, "alamat": one.url} for one in view.stories],
        "ralat": [{"nama": line.name, "teks": line.text} for line in told.corrections],
        "tentang": [{"nama": say["about"].format(name=one.name), "teks": one.text} for one in told.about],
        "narahubung": [
            {"nama": ", ".join(filter(None, (one.name, one.role))), "cara": " · ".join(one.ways)}
            for one in told.contacts
        ],
        "foto": list(plain.photos(told)),
        "kata": {
            "nomor": say["number"],
            "contoh": say["sample"],
            "selesai": say["end"],
            "data": say["facts"],
            "sumber": say["source"],
            "kabar": say["stories"],
            "ralat": say["corrections"],
            "narahubung": say["contacts"],
            "foto": say["photos"],
        },
    }


def _part(block: Block) -> dict[str, Any]:
    kinds = {"heading": "subjudul" if block.level == 2 else "anak subjudul", "list": "daftar", "table": "tabel"}
    marks = ((depth, f"{number}." if number else "•", text) for depth, number, text in block.items)
    return {
        "jenis": kinds.get(block.kind, "kutipan" if block.kind == "quote" else "paragraf"),
        "teks": block.text,
        "butir": [{"dalam": depth > 0, "tanda": mark, "teks": text} for depth, mark, text in marks],
        "kepala": list(block.rows[0]) if block.head else [],
        "baris": [list(row) for row in block.rows[1 if block.head else 0 :]],
    }


def _clean(value: Any) -> Any:  # noqa: ANN401  texts at any depth
    if isinstance(value, str):
        return _FORBIDDEN.sub("", value)
    if isinstance(value, list):
        return [_clean(one) for one in value]
    return {name: _clean(one) for name, one in value.items()} if isinstance(value, dict) else value


def _logo(template: Any, view: Release, bench: Workbench) -> Any:  # noqa: ANN401  docxtpl has no types
    if not view.logo:
        return ""
    from docx.shared import Mm  # noqa: PLC0415  start-up counts
    from docxtpl import InlineImage  # noqa: PLC0415  as above

    data = base64.b64decode(paper.logo(bench.blob(view.logo)).partition(",")[2])
    return InlineImage(template, BytesIO(data), height=Mm(LOGO))
