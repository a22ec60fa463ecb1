"""Papers on demand as files: the same parts, set as PDF and as a Word document."""

from typing import Any

from pipeline.build.output import Blob, CannotMakeError
from pipeline.build.workbench import Workbench
from pipeline.desks.advocacy.paper import logo, shown
from pipeline.desks.advocacy.part import Paper, Part
from pipeline.desks.advocacy.sheet import HEADINGS, short
from pipeline.language import _, texts
from pipeline.pictures import paper as pixels
from pipeline.pictures import typeset
from pipeline.pictures.tones import tones
from pipeline.pictures.vips import vips
from pipeline.templating import word

TYPST, WORD = "advocacy/dokumen.typ", "advocacy/dokumen.docx"

WIDE = 7
"""A table of so many columns is read across the long side of the paper."""

LOGO = 16.0
"""Millimetres that a logo is high."""


def files(paper: Paper, colours: tuple[str, str], logo_: Blob, bench: Workbench) -> dict[str, bytes]:
    """Return *paper* in both forms, by file name. Raises ``CannotMakeError`` where it cannot be set."""
    try:
        return {
            f"{paper.name}.pdf": typeset.printed(
                TYPST, _data(paper, colours, logo_, bench), bench.options, paper.language, name="dokumen"
            ),
            f"{paper.name}.docx": word.document(
                bench.options["templates"], WORD, _values(paper, logo_, bench), paper.day, what=paper.title
            ),
        }
    except vips().Error as error:
        said = _("{what} tidak dapat dibuat: {error}")
        raise CannotMakeError(said.format(what=paper.title, error=f"{error}".strip())) from None


def _data(paper: Paper, colours: tuple[str, str], logo_: Blob, bench: Workbench) -> dict[str, Any]:
    day = paper.day
    return {
        "heading": paper.title,
        "author": paper.owner,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": paper.language.partition("-")[0],
        "tone": tones(colours)._asdict(),
        "logo": logo(bench.blob(logo_)) if logo_ else None,
        "owner": shown(paper.owner),
        "letterhead": [*map(shown, paper.heading)],
        "letter": [[*map(shown, pair)] for pair in paper.letter],
        "title": shown(paper.title) or shown(paper.owner) or "–",
        "short": shown(short(f"{paper.owner}: {paper.title}", 90)),
        "wide": any(len(part.head) >= WIDE for part in paper.parts),
        "sample": paper.sample,
        "parts": [_part(part) for part in paper.parts],
        "say": _say(paper),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "text": _lines(part.text) or ("–" if "subjudul" in part.kind else ""),
        "items": [*map(shown, part.items)],
        "pairs": [[*map(_lines, pair)] for pair in part.pairs],
        "head": [*map(shown, part.head)],
        "rows": [[*map(shown, row)] for row in part.rows],
        "widths": list(part.widths),
    }


def _lines(text: str) -> str:
    return "\n".join(map(shown, text.split("\n")))


def _say(paper: Paper) -> dict[str, str]:
    return {"sample": texts(paper.language)(HEADINGS["sample"])}


def _values(paper: Paper, logo_: Blob, bench: Workbench) -> dict[str, Any]:
    """Return all that the template of Word is told. What it is called is told in ``docs/advokasi.md``."""
    made: word.Image | str = ""
    if logo_:
        data, width, height = pixels.pixels(bench.blob(logo_))
        made = word.Image(data, "png", LOGO * width / height, LOGO, paper.owner)
    return {
        "bahasa": paper.language,
        "logo": made,
        "nama": paper.owner,
        "kop": list(paper.heading),
        "surat": [{"nama": name, "teks": text} for name, text in paper.letter],
        "judul": paper.title,
        "contoh": paper.sample,
        "isi": [_told(part) for part in paper.parts],
        "kata": _say(paper),
    }


def _told(part: Part) -> dict[str, Any]:
    (left, right) = part.pairs if part.kind == "tanda tangan" else (("", ""), ("", ""))
    return {
        "jenis": part.kind,
        "teks": part.text,
        "butir": [{"tanda": "–", "teks": item} for item in part.items],
        "pasangan": [{"nama": name, "teks": text} for name, text in part.pairs],
        "kepala": list(part.head),
        "baris": [list(row) for row in part.rows],
        "kiri": {"atas": left[0], "bawah": left[1]},
        "kanan": {"atas": right[0], "bawah": right[1]},
    }
