"""XML from strangers: no document type, no entities, no depth or number of elements without end."""

from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from defusedxml.sax import parseString

from pipeline.intake.draft import UnreadableError
from pipeline.language import _

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 150
"""Elements inside each other; the deepest documents of Word and LibreOffice have some 40."""

MOST = 200_000
"""Elements; a page of Word has some 300, and each may cost a parser two kilobytes."""


class _Counter(ContentHandler):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._depth = self._count = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802  SAX's signature
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > self._most:
            raise UnreadableError(_("susunannya terlalu rumit untuk dibaca."))

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802  as above
        self._depth -= 1


def checked(data: bytes, most: int = MOST) -> bytes:
    """Return *data*, which is XML that any parser may be given; raises ``UnreadableError`` where it is not.

    *most*: so many elements it may have.
    """
    try:
        parseString(data, _Counter(most), forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableError(
            _("memuat definisi XML (DTD atau entitas) yang tidak perlu dan berbahaya, jadi tidak dibaca.")
        ) from error
    except UnreadableError:
        raise
    except Exception as error:
        # expat and the codecs raise what they like
        raise UnreadableError(_("rusak: XML di dalamnya tidak utuh. Minta dikirim ulang.")) from error
    return data


def parsed(data: bytes, most: int = MOST) -> "Element":
    """Return the root of *data*; raises ``UnreadableError`` as ``checked`` does."""
    root: Element = fromstring(checked(data, most), forbid_dtd=True)
    return root
