"""LibreOffice: the same as of Word, from its own form."""

from collections.abc import Iterator

from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Refusal, UnreadableError
from pipeline.intake.kept import described, missing
from pipeline.intake.markup import convert
from pipeline.intake.odf import odf
from pipeline.intake.package import Package, opened
from pipeline.intake.report import drafted
from pipeline.intake.source import Source
from pipeline.intake.xml import parsed
from pipeline.language import _

LARGEST_XML = 40_000_000
ENCRYPTED = b"encryption-data"


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the one draft of a text."""
    with opened(source) as found:
        if "META-INF/manifest.xml" in found and ENCRYPTED in found.read("META-INF/manifest.xml", LARGEST_XML):
            raise UnreadableError(_("terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu impor lagi."))
        if "content.xml" not in found:
            raise UnreadableError(_("rusak: teksnya tidak ada di dalamnya. Minta dikirim ulang."))
        styles = parsed(found.read("styles.xml", LARGEST_XML)) if "styles.xml" in found else None
        document = odf(parsed(found.read("content.xml", LARGEST_XML)), styles)
        text = convert(document.html)
        photos: list[Attachment] = []
        notes = [*found.notes, *document.notes, *text.notes, *_objects(found)]
        for image in text.images:
            name = image.source.removeprefix("./")
            if name in found:
                photo = Attachment(f"foto-{len(photos) + 1}", found.read(name), image.caption, described(image.alt))
                photos.append(photo)
            else:
                notes.append(_("Gambar tidak diambil: {address}").format(address=image.told))
    draft = drafted(source.origin("odt"), context, text.text, photos=tuple(photos))
    yield draft._replace(notes=(*notes, *missing(document.paragraphs, draft)))


def _objects(found: Package) -> Iterator[str]:
    """Say that there are charts, formulas or other documents within."""
    inner = {name.split("/")[0] for name in found.names if name.startswith("Object ") and name.endswith("/content.xml")}
    if inner:
        yield _("Ada {number} berkas lain di dalam dokumen; tidak dibuka dan tidak ikut.").format(number=len(inner))
