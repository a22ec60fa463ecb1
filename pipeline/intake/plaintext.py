"""The text of a file whose encoding nobody wrote down."""

import codecs

from pipeline.content.text import clean
from pipeline.intake.draft import UnreadableError
from pipeline.language import _

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SAMPLE = 4_000


def decoded(data: bytes) -> str:
    """Return *data* as text with plain line ends; raises ``UnreadableError`` where it is none.

    UTF-8 if it can be that, UTF-16 by its mark or by its empty bytes, else Windows-1252: what old programs on Windows
    write, and in which every text that is neither can be read.
    """
    text = _text(data)
    if "\0" in text:
        raise UnreadableError(_("bukan teks: isinya rusak, atau berkas jenis lain."))
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))


def _text(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if silent := _utf16(data):
        return data.decode(silent, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _utf16(data: bytes) -> str:
    """Return the name of UTF-16 without its mark, which shows in every other byte; else an empty string."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    half = min(len(data), SAMPLE) // 2
    if half and odd > half * 0.7 and not even:
        return "utf-16-le"
    return "utf-16-be" if half and even > half * 0.7 and not odd else ""
