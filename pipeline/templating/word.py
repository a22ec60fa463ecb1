"""Word documents: a template that an office may restyle in Word, filled with words and pictures.

Words are data: they are escaped, and can be neither markup of Word nor commands to the template. A template is opened
once in a process; what is done for each document is little.
"""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pipeline.build.output import CannotMakeError
from pipeline.build.parcel import packed
from pipeline.language import _
from pipeline.templating.folders import read

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""

_PART = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml|docProps/core\.xml")
"""The parts of a document in which a template may have its commands."""

_MAIN = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

EMU = 36_000
"""Units of Word's drawings to a millimetre."""


class Image(NamedTuple):
    """A picture in a document: its bytes (*kind* ``png`` or ``jpeg``), its size in millimetres, and what it shows."""

    data: bytes
    kind: str
    width: float
    height: float
    alt: str = ""


class _Template(NamedTuple):
    """A template: its files, and those of them that are filled."""

    parts: dict[str, bytes]
    filled: dict[str, Any]
    tables: Callable[[str], Any]


def document(searched: tuple[str, ...], name: str, values: Mapping[str, Any], day: date, *, what: str) -> bytes:
    """Return the template *name* filled with *values* (texts, numbers, lists, ``Image``); the same of the same.

    *day* is the day that its parts bear, *what* is what a fault says cannot be made. Raises ``CannotMakeError``.
    """
    from jinja2 import TemplateError  # noqa: PLC0415  start-up counts

    try:
        template = _opened(read(searched, name))
        images: list[Image] = []
        told = _told(values, images)
        made = {part: _filled(template, part, told) for part in template.filled}
        return packed(template.parts | made | _with(template, images), day)
    except (TemplateError, zipfile.BadZipFile, KeyError, ValueError) as error:
        said = _("{what} tidak dapat dibuat: {error}")
        raise CannotMakeError(said.format(what=what, error=f"templates/{name}: {error}")) from None


@lru_cache(8)
def _opened(data: bytes) -> _Template:
    from docxtpl import DocxTemplate  # noqa: PLC0415  start-up counts
    from jinja2 import StrictUndefined  # noqa: PLC0415  as above
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415  as above

    template = DocxTemplate(BytesIO(data))
    template.init_docx()
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_broken)
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    sources = {name: template.patch_xml(part.decode()) for name, part in parts.items() if _PART.fullmatch(name)}
    filled = {name: environment.from_string(text) for name, text in sources.items() if "{{" in text or "{%" in text}
    return _Template(parts, filled, template.fix_tables)


def _broken(value: object) -> object:
    """Return what is set for *value*: the lines of a text stay lines."""
    from markupsafe import Markup  # noqa: PLC0415  start-up counts

    if isinstance(value, str) and not isinstance(value, Markup) and "\n" in value:
        return Markup(_BREAK.join(map(escape, value.split("\n"))))  # noqa: S704  each line is escaped
    return value


def _filled(template: _Template, part: str, values: Mapping[str, Any]) -> bytes:
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415  start-up counts

    text = template.filled[part].render(values)
    if part != _MAIN or "<w:tbl>" not in text:
        return bytes(text.encode())
    # Where columns are made in a loop, the grid of the table must count them.
    made: bytes = serialize_part_xml(template.tables(text.encode()))
    return made


def _told(value: Any, images: list[Image]) -> Any:  # noqa: ANN401  texts at any depth
    """Return *value* as the template is told of it; pictures are added to *images*."""
    if isinstance(value, Image):
        images.append(value)
        return _drawing(value, len(images))
    if isinstance(value, str):
        return _FORBIDDEN.sub("", value)
    if isinstance(value, (list, tuple)):
        return [_told(one, images) for one in value]
    return {name: _told(one, images) for name, one in value.items()} if isinstance(value, Mapping) else value


def _with(template: _Template, images: list[Image]) -> dict[str, bytes]:
    """Return the parts that *images* need: themselves, how they are named, and of what kind they are."""
    if not images:
        return {}
    files = {f"word/media/gambar{n}.{image.kind}": image.data for n, image in enumerate(images, 1)}
    related = "".join(
        f'<Relationship Id="gambar{n}" Type="{_IMAGE}" Target="media/gambar{n}.{image.kind}"/>'
        for n, image in enumerate(images, 1)
    )
    relations = template.parts[_RELATIONS].decode().replace("</Relationships>", f"{related}</Relationships>")
    types = template.parts[_TYPES].decode()
    for kind in sorted({image.kind for image in images}):
        if f'Extension="{kind}"' not in types:
            known = f'<Default Extension="{kind}" ContentType="image/{kind}"/></Types>'
            types = types.replace("</Types>", known)
    return files | {_RELATIONS: relations.encode(), _TYPES: types.encode()}


def _drawing(image: Image, number: int) -> str:
    """Return how Word is told to draw *image* within a line of words."""
    from markupsafe import Markup  # noqa: PLC0415  start-up counts

    size = f'cx="{round(image.width * EMU)}" cy="{round(image.height * EMU)}"'
    alt = quoteattr(_FORBIDDEN.sub("", image.alt))
    main = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return Markup(  # noqa: S704  all that comes from elsewhere is the quoted text for ears
        '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="gambar{number}" descr={alt}/><a:graphic xmlns:a="{main}"><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.'
        f'openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="gambar{number}"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships" r:embed="gambar{number}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        '<w:r><w:t xml:space="preserve">'
    )
