"""From the bytes of a file to its text: UTF-8 only, with kind words for everything else."""

from pipeline.content.report import Report

LARGEST = 1_000_000
"""Bytes of one report, library or page (1 MB); the longest novel chapter is a tenth of it."""

WINDOWS = range(0x80, 0xA0)
"""Bytes that are letters and quotes in Windows-1252 but controls in Latin-1 (WHATWG Encoding, section 9)."""


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of *data* with ``\\n`` line ends and no byte order mark, or ``None`` with a problem noted."""
    if not data.strip():
        return report.add(1, "berkas-kosong")
    if len(data) > LARGEST:
        return report.add(1, "berkas-terlalu-besar", size=f"{len(data) / 1_000_000:.1f} MB".replace(".", ","))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return report.add(1, "berkas-bukan-utf8", encoding="UTF-16")
    if b"\x00" in data:
        return _with_nul(data, report)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, report)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _with_nul(data: bytes, report: Report) -> None:
    """Note UTF-16 without its mark (every other byte empty), or a file damaged on its way."""
    if data.count(0) * 3 > len(data) and data.strip(b"\x00"):
        return report.add(1, "berkas-bukan-utf8", encoding="UTF-16")
    return report.add(_line(data, data.index(0)), "berkas-rusak")


def _not_utf8(data: bytes, start: int, report: Report) -> None:
    old = "Windows-1252" if any(byte in WINDOWS for byte in data) else "Latin-1 (ISO-8859-1)"
    report.add(_line(data, start), "berkas-bukan-utf8", encoding=old)


def _line(data: bytes, position: int) -> int:
    """Return the number of the line of *position*, for all three kinds of line ends."""
    before = data[:position].replace(b"\r\n", b"\n")
    return 1 + before.count(b"\n") + before.count(b"\r")
