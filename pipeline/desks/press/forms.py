"""The forms of a release: which files it consists of, and how each is made."""

from collections.abc import Iterable, Iterator

from pipeline.archive.entry import Entry
from pipeline.build.output import Output, Renderer
from pipeline.desks.press.views import Copy, Kit, Release

RENDER = "pipeline.desks.press.render:"
FOLDER = "press/"
FORMS = {
    "siaran-pers.docx": (Renderer(f"{RENDER}word", ("press/siaran-pers.docx",)), 10),
    "siaran-pers.html": (Renderer(f"{RENDER}page", ("press/siaran-pers.html", "press/siaran-pers.css")), 2),
    "siaran-pers.pdf": (Renderer(f"{RENDER}document", ("press/siaran-pers.typ",)), 8),
    "siaran-pers.txt": (Renderer(f"{RENDER}text"), 1),
}
"""A file's name, how it is made, and how dear that is."""

KIT = Renderer(f"{RENDER}archive")
COPY = Renderer(f"{RENDER}copy")


def goes_out(entry: Entry) -> bool:
    """Whether *entry* goes to the press: a translation is read, not sent."""
    return entry.story.release is not None and not entry.story.original


def folder(address: str) -> str:
    """Return the folder of the release of the story at *address*, for those who send it."""
    return f"{FOLDER}{address}/"


def archive(address: str) -> str:
    """Return what the press kit of the story at *address* is called."""
    return f"{address.rpartition('/')[2]}-kit-pers.zip"


def files(inside: str, view: Release, names: Iterable[str], owner: str) -> Iterator[Output]:
    """Yield a release in the forms *names* in the folder *inside*, and its kit, which is made of them."""
    forms = []
    for name in names:
        renderer, weight = FORMS[name]
        forms.append(f"{inside}{name}")
        yield Output(forms[-1], view, renderer, owner=owner, weight=weight)
    kit = Kit(release=view, forms=tuple(forms))
    yield Output(f"{inside}{archive(view.address)}", kit, KIT, made=kit.forms, owner=owner, weight=10)


def copies(inside: str, address: str, names: Iterable[str], owner: str) -> Iterator[Output]:
    """Yield the release of the story at *address* once more, in the folder *inside*, as it is for those who send it."""
    for name in (*names, archive(address)):
        source = f"{folder(address)}{name}"
        yield Output(f"{inside}{name}", Copy(of=source), COPY, made=(source,), owner=owner, weight=1)


def paths(address: str) -> Iterator[str]:
    """Yield everything that the release of the story at *address* may consist of."""
    yield from (folder(address) + name for name in (*FORMS, archive(address)))
