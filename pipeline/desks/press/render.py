"""From views to files: releases in every form, kits, and the pages of the media room. Runs in workers."""

import base64
import hashlib
from typing import Any

from markupsafe import Markup

from pipeline.build.output import CannotMakeError, renders
from pipeline.build.workbench import Workbench
from pipeline.desks.press import kit, paper, plain
from pipeline.desks.press import word as docx
from pipeline.desks.press.body import nested
from pipeline.desks.press.statement import Statement, composed
from pipeline.desks.press.views import Kit, Release
from pipeline.language import _
from pipeline.pictures import paper as pictures
from pipeline.pictures import typeset
from pipeline.pictures.vips import vips
from pipeline.templating.environment import fill
from pipeline.templating.stylesheet import squeezed

NAME = "siaran-pers"
"""What a release is called in every form, whatever its story is called: its folder tells which one it is."""


@renders(Release)
def text(view: Release, bench: Workbench) -> bytes:
    """The release as plain text."""
    return plain.text(view, told(view, bench)).encode()


@renders(Release)
def page(view: Release, bench: Workbench) -> bytes:
    """The release as one page with everything inside of it."""
    style = squeezed(fill(bench.options, view.language, "press/siaran-pers.css", {})).replace("\n", "")
    policy = f"default-src 'none'; img-src data:; style-src {_allowed(style)}; base-uri 'none'; form-action 'none'"
    values = {
        **values_of(view, told(view, bench)),
        "style": Markup(style),  # noqa: S704  a template of the newsroom
        "policy": policy,
        "logo": pictures.logo(bench.blob(view.logo)) if view.logo else "",
        "pictures": [pictures.address(bench, photo.picture, paper.SMALL) for photo in view.photos],
    }
    return fill(bench.options, view.language, "press/siaran-pers.html", values).encode()


@renders(Release)
def document(view: Release, bench: Workbench) -> bytes:
    """The release as PDF, for printers and for ears."""
    try:
        data = paper.data(view, told(view, bench), bench)
    except vips().Error as error:
        raise CannotMakeError(_("siaran tidak dapat dibuat: {error}").format(error=f"{error}".strip())) from None
    return typeset.printed(f"press/{NAME}.typ", data, bench.options, view.language, name="siaran")


@renders(Release)
def word(view: Release, bench: Workbench) -> bytes:
    """The release as a Word document, to be edited."""
    try:
        return docx.document(view, told(view, bench), bench)
    except vips().Error as error:
        raise CannotMakeError(_("siaran tidak dapat dibuat: {error}").format(error=f"{error}".strip())) from None


@renders(Kit)
def archive(view: Kit, bench: Workbench) -> bytes:
    """The press kit as a ZIP."""
    return kit.archive(view, told(view.release, bench), bench)


def told(view: Release, bench: Workbench) -> Statement:
    """Return *view* in words."""
    return composed(view, bench.blob(view.html).decode() if view.html else "")


def values_of(view: Release, told: Statement) -> dict[str, Any]:
    """Return what every template of a release sees."""
    return {
        "lang": view.language, "release": view, "told": told, "say": told.say, "credited": plain.credited,
        "nested": nested,
    }  # fmt: skip


def _allowed(code: str) -> str:
    """Return how a policy allows *code*, which stands inside of a page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
