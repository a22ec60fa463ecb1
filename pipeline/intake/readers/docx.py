"""Word: headings, lists, tables, emphasis, links, footnotes, boxes, pictures with their captions.

mammoth makes HTML of the meaning of styles, our own converter Markdown of that. What neither knows is found by
comparing: every paragraph of the document must stand in the draft or in its notes.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Protocol

from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Refusal, UnreadableError
from pipeline.intake.kept import described, missing
from pipeline.intake.markup import Image, convert
from pipeline.intake.package import opened
from pipeline.intake.report import drafted
from pipeline.intake.source import Source
from pipeline.intake.word import MAIN, Word, word
from pipeline.language import _

HEAVIEST = 50_000_000
"""Bytes of a document; most of a large one are its photos."""

STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        *(f"p[style-name='{name}'] => p.keterangan:fresh" for name in ("caption", "Illustration", "Figure", "Drawing")),
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "p[style-name='Quotations'] => blockquote > p:fresh",
        *(
            f"p[style-name='List {kind} {depth}'] => {'ul|ol > li > ' * (depth - 1)}{tag} > li:fresh"
            for kind, tag in (("Bullet", "ul"), ("Number", "ol"))
            for depth in (2, 3)
        ),
        "strike => del",
    ]
)
"""What styles mean, besides headings and lists; built-in styles have English names in every language of Word."""

PLACED = "gambar:"
"""What a picture's address in the HTML begins with."""


class _Picture(Protocol):
    """A picture as mammoth hands it out."""

    def open(self) -> Any:  # noqa: ANN401  a context with a stream
        """Open it."""


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the one draft of a document."""
    data = source.read(HEAVIEST)
    with opened(Source(source.name, data=data)) as found:
        if MAIN not in found:
            raise UnreadableError(_("rusak: teksnya tidak ada di dalamnya. Minta dikirim ulang."))
        document = word(found)
        passed = found.notes
    html, pictures = _html(document)
    text = convert(html)
    draft = drafted(source.origin("docx"), context, text.text, photos=_photos(text.images, pictures))
    lost = missing(document.paragraphs, draft)
    yield draft._replace(notes=(*passed, *document.notes, *text.notes, *lost))


def _html(document: Word) -> tuple[str, list[Attachment]]:
    """Return *document* as HTML, and its pictures, which the HTML names by number."""
    import mammoth  # noqa: PLC0415  only where a document comes

    pictures: list[Attachment] = []

    def placed(image: _Picture) -> dict[str, str]:
        try:
            with image.open() as stream:
                data = stream.read()
        except Exception:  # noqa: BLE001  a picture elsewhere, or gone: its text must not be lost for that
            return {"src": ""}
        pictures.append(Attachment(f"foto-{len(pictures) + 1}", data))
        return {"src": f"{PLACED}{len(pictures) - 1}"}

    result = mammoth.convert_to_html(
        BytesIO(document.copy),
        style_map=STYLES,
        include_embedded_style_map=False,
        id_prefix="",
        convert_image=mammoth.images.img_element(placed),
    )
    return str(result.value), pictures


def _photos(images: Iterable[Image], pictures: list[Attachment]) -> tuple[Attachment, ...]:
    """Return the pictures in the order of the text, with what stands beside them."""
    photos: list[Attachment] = []
    for image in images:
        number = image.source.removeprefix(PLACED)
        if number.isdecimal() and int(number) < len(pictures):
            photos.append(pictures[int(number)]._replace(caption=image.caption, alt=described(image.alt)))
    return tuple(photos)
