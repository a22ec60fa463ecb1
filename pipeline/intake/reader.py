"""The table of readers, and the one way in which they are asked.

A reader is a module in ``pipeline/intake/readers/`` with ``read(source, context)``, which yields a ``Draft`` for each
report and a ``Refusal`` for each part that gives none. It may raise ``UnreadableError``; whatever it raises costs its
source and no other.
"""

from collections.abc import Iterator
from importlib import import_module

from pipeline.errors import WartaError
from pipeline.intake.attach import attached
from pipeline.intake.clues import placed
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal, UnreadableError
from pipeline.intake.sniff import NAMES, Sniffed, sniff
from pipeline.intake.source import Source
from pipeline.language import _

READERS = {
    "chat": "pipeline.intake.readers.whatsapp",
    "csv": "pipeline.intake.readers.sheet",
    "docx": "pipeline.intake.readers.docx",
    "email": "pipeline.intake.readers.email",
    "html": "pipeline.intake.readers.web",
    "markdown": "pipeline.intake.readers.markdown",
    "odt": "pipeline.intake.readers.odt",
    "pictures": "pipeline.intake.readers.pictures",
    "text": "pipeline.intake.readers.text",
    "wordpress": "pipeline.intake.readers.wordpress",
    "xlsx": "pipeline.intake.readers.sheet",
}
"""The module that reads each kind (``pipeline.intake.sniff``)."""


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield what *source* gives; never raises for what is in it."""
    try:
        yield from _read(source, context)
    except UnreadableError as error:
        yield Refusal(source.name, str(error))
    except WartaError:
        raise
    except Exception as error:  # noqa: BLE001  a file from strangers must not stop the others
        yield Refusal(source.name, _("tidak dapat dibaca ({kind}).").format(kind=type(error).__name__))


def _read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    kind, notes = _sniffed(source)
    if source.address:
        notes = (_("Alamat asal: {address}").format(address=source.address), *notes)
    if kind == "newsroom":
        raise UnreadableError(_("ruang redaksi lain; impor sendiri dengan menyebut foldernya."))
    if kind not in READERS:
        raise UnreadableError(_("{kind} belum dapat diimpor.").format(kind=_(NAMES[kind])))
    companions = source.companions if kind != "pictures" else ()
    for found in import_module(READERS[kind]).read(source, context):
        if isinstance(found, Draft):
            # What lies beside a source, and is said of it as a whole, goes with the first of its reports.
            yield placed(attached(found._replace(notes=(*notes, *found.notes)), companions), context)
            notes, companions = (), ()
        else:
            yield found


def _sniffed(source: Source) -> Sniffed:
    if source.is_folder:
        return Sniffed("newsroom")
    # Pictures of a folder, with no note to them.
    return Sniffed("pictures") if source.path is None and source.companions else sniff(source)
