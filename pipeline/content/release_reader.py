"""A report as a press release (``siaran``), and the stories of which it tells (``berita``)."""

from pipeline.content.address import named_address
from pipeline.content.fields import Fields
from pipeline.content.keys import RELEASE
from pipeline.content.node import Group
from pipeline.content.story import Kind, Release


def read_release(fields: Fields, kind: Kind) -> Release | None:
    """Return what *fields* say of the report as a release, ``None`` where it is none.

    ``siaran`` is yes, no, or a mapping with ``nomor`` and ``kota``, which is a yes. A report of the kind
    ``siaran-pers`` is one unless it says no.
    """
    node = fields.node("siaran")
    if isinstance(node, Group):
        said = Fields(node, RELEASE, fields.report)
        return Release(number=said.text("nomor"), city=said.text("kota"))
    yes = fields.yes("siaran", unclear=False)
    return Release() if yes or (yes is None and kind == "siaran-pers") else None


def read_stories(fields: Fields) -> tuple[str, ...]:
    """Return the addresses of the stories in ``berita``, each once; what is no address is noted and left out."""
    found: dict[str, None] = {}
    for word in fields.words("berita"):
        if address := named_address(word):
            found[address] = None
        else:
            fields.add("berita", "berita-tidak-sah", value=word)
    return tuple(found)
