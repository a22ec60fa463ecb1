"""From the bytes of one free page to its record, and every problem in it."""

from pipeline.content.address import page_address
from pipeline.content.body_reader import read_prose
from pipeline.content.document import open_document
from pipeline.content.fields import Fields
from pipeline.content.keys import PAGE
from pipeline.content.page import Page, ReadPage
from pipeline.content.private_reader import read_private
from pipeline.content.report import Report
from pipeline.content.status import STATUS

PUBLIC = ("terbit", "ralat")


def read_page(path: str, data: bytes) -> ReadPage:
    """Return what the page *data* says. Pure; never raises for what is in it.

    *path* is that of its file, relative to the newsroom's root, with ``/``; it gives the address.
    """
    report = Report(path)
    address = page_address(path, report) or ""
    document = open_document(data, PAGE, report)
    if document is None:
        return ReadPage(None, problems=report.problems)
    body = read_prose(document, report)
    found = read_private(document, report)
    page = _read(document.fields, path, address) if document.fields else None
    return ReadPage(None if report.holds else page, body.html, report.problems, found)


def _read(fields: Fields, path: str, address: str) -> Page | None:
    page = Page(
        address=address,
        path=path,
        title=fields.required("judul", "judul-hilang"),
        summary=fields.text("ringkasan"),
        order=fields.count("urutan") or 0,
    )
    status = fields.choice("status", STATUS, wrong="status-tidak-dikenal") or "terbit"
    if status in PUBLIC:
        return page
    fields.add("status", "halaman-ditahan", value=status)
    return None
