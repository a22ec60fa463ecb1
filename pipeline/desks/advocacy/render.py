"""From views to papers for advocacy. Runs in workers."""

from pipeline.build.output import CannotMakeError, renders
from pipeline.build.workbench import Workbench
from pipeline.desks.advocacy import paper
from pipeline.desks.advocacy import word as docx
from pipeline.desks.advocacy.sheet import Told, composed
from pipeline.desks.advocacy.views import Sheet
from pipeline.language import _
from pipeline.pictures import typeset
from pipeline.pictures.vips import vips

TEMPLATE = "advocacy/lembar.typ"


@renders(Sheet)
def document(view: Sheet, bench: Workbench) -> bytes:
    """The sheet as PDF: one side of A4."""
    return paged(view, bench)


@renders(Sheet)
def word(view: Sheet, bench: Workbench) -> bytes:
    """The sheet as a Word document, to be edited."""
    return written(view, bench)


def paged(view: Sheet, bench: Workbench) -> bytes:
    """Return the sheet as PDF; raises ``CannotMakeError``."""
    try:
        data = paper.data(view, told(view, bench), bench)
    except vips().Error as error:
        raise _refused(error) from None
    return typeset.printed(TEMPLATE, data, bench.options, view.language, name="lembar")


def written(view: Sheet, bench: Workbench) -> bytes:
    """Return the sheet as a Word document; raises ``CannotMakeError``."""
    try:
        return docx.document(view, told(view, bench), bench)
    except vips().Error as error:
        raise _refused(error) from None


def told(view: Sheet, bench: Workbench) -> Told:
    """Return *view* in words."""
    text = bench.blob(view.tale.text).decode() if view.tale and view.tale.text else ""
    return composed(view, text)


def _refused(error: Exception) -> CannotMakeError:
    return CannotMakeError(_("lembar tidak dapat dibuat: {error}").format(error=f"{error}".strip()))
