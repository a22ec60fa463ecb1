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
from pipeline.desks.press.views import Asset, Copy, Kit, Release, ReleasePage, Room
from pipeline.language import N_, _, texts
from pipeline.pictures import paper as pictures
from pipeline.pictures import typeset
from pipeline.pictures.rendition import thumb
from pipeline.pictures.vips import vips
from pipeline.templating.environment import fill
from pipeline.templating.stylesheet import squeezed

NAME = "siaran-pers"
"""What a release is called in every form, whatever its story is called: its folder tells which one it is."""


MEDIA = N_("Ruang media")


@renders(Release)
def text(view: Release, bench: Workbench) -> bytes:
    """The release as plain text."""
    return plain.text(view, told(view, bench)).encode()


@renders(Copy)
def copy(view: Copy, bench: Workbench) -> bytes:
    """A file that was made already."""
    return bench.made(view.of)


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


@renders(ReleasePage)
def twin(view: ReleasePage, bench: Workbench) -> bytes:
    """The page of a release in the media room. Search engines are sent to the story, which says the same."""
    release = view.release
    shots = (thumb(release.address, photo.picture, "") if view.pictured else None for photo in release.photos)
    values = {
        **values_of(release, told(release, bench)),
        "page": view,
        "frame": view.frame,
        "root": "../" * (release.address.count("/") + 2),
        "canonical": release.url,
        "thumbs": list(shots),
        "terms": texts(release.language)(kit.TERMS),
    }
    return fill(bench.options, release.language, "press/page.html", values).encode()


@renders(Room)
def room(view: Room, bench: Workbench) -> bytes:
    """The media room, or its older releases of one year."""
    say = texts(view.frame.language)
    values = {
        "page": view,
        "frame": view.frame,
        "lang": view.frame.language,
        "root": "../../" if view.year else "../",
        "canonical": f"{view.frame.url}pers/{f'{view.year}/' if view.year else ''}",
        "title": f"{say(MEDIA)}: {view.year}" if view.year else say(MEDIA),
        "terms": say(kit.TERMS),
    }
    return fill(bench.options, view.frame.language, "press/room.html", values).encode()


@renders(Asset)
def styles(view: Asset, bench: Workbench) -> bytes:
    """The stylesheet of the media room."""
    return squeezed(fill(bench.options, "id", view.name, {})).encode()


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
