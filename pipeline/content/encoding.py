"""From the bytes of a file to its text: UTF-8 only, with kind words for everything else."""

from typing import NamedTuple

from pipeline.content.report import Report

LARGEST = 1_000_000
"""Bytes of one report, library or page (1 MB); the longest novel chapter is a tenth of it."""

WINDOWS = range(0x80, 0xA0)
"""Bytes that are letters and quotes in Windows-1252 but controls in Latin-1 (WHATWG Encoding, section 9)."""


class Fault(NamedTuple):
    """Why bytes are no text: the line, the problem's code and its value."""

    line: int
    code: str
    values: dict[str, str]


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of *data* with plain line feeds and no byte order mark, or ``None`` with a problem noted."""
    fault = _fault(data)
    if fault:
        report.add(fault.line, fault.code, **fault.values)
        return None
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def megabytes(size: int) -> str:
    """Return *size* (bytes) as Indonesians write it: ``1,2 MB``."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _fault(data: bytes) -> Fault | None:
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        return Fault(1, "berkas-kosong", {})
    if len(data) > LARGEST:
        return Fault(1, "berkas-terlalu-besar", {"size": megabytes(len(data))})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(1, "berkas-bukan-utf8", {"encoding": "UTF-16"})
    return _with_nul(data) if b"\x00" in data else _not_utf8(data)


def _with_nul(data: bytes) -> Fault:
    """Tell UTF-16 without its mark (every other byte empty) from a file damaged on its way."""
    if data.count(0) * 3 > len(data) and data.strip(b"\x00"):
        return Fault(1, "berkas-bukan-utf8", {"encoding": "UTF-16"})
    return Fault(_line(data, data.index(0)), "berkas-rusak", {})


def _not_utf8(data: bytes) -> Fault | None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        old = "Windows-1252" if any(byte in WINDOWS for byte in data) else "Latin-1 (ISO-8859-1)"
        return Fault(_line(data, error.start), "berkas-bukan-utf8", {"encoding": old})
    return None


def _line(data: bytes, position: int) -> int:
    """Return the number of the line of *position*, for all three kinds of line ends."""
    before = data[:position].replace(b"\r\n", b"\n")
    return 1 + before.count(b"\n") + before.count(b"\r")
