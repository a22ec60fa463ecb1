"""From the calendar's views to its files. Runs in workers."""

from urllib.parse import quote

import msgspec

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.calendar import ics, tables
from pipeline.desks.calendar.tables import Post
from pipeline.desks.calendar.views import Agenda, Month, Row
from pipeline.language import N_, texts


class Picture(msgspec.Struct, frozen=True):
    """What is read of a picture in ``posts.json``."""

    file: str
    alt: str


class Text(msgspec.Struct, frozen=True):
    """What is read of a post in ``posts.json``."""

    platform: str
    text: str
    pictures: tuple[str, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """What is read of ``posts.json`` (``pipeline.platforms.sheet`` has all of it)."""

    posts: tuple[Text, ...]
    pictures: tuple[Picture, ...] = ()


@renders(Agenda)
def agenda(view: Agenda, bench: Workbench) -> bytes:  # noqa: ARG001  all that is shown is in the view
    """Return the calendar for telephones."""
    return ics.calendar(view)


@renders(Month)
def month(view: Month, bench: Workbench) -> dict[str, bytes]:
    """Return the tables of one month, by the ends of their names."""
    addresses = dict.fromkeys(row.address for row in view.rows)
    sheets = {address: _sheet(address, bench) for address in addresses}
    lacking = texts(view.language)(N_("Teksnya belum jadi: jalankan warta build."))
    posts = [_post(row, sheets[row.address], view.base, lacking) for row in view.rows]
    files = {f"{name}.csv": data for name, data in tables.tools(posts)}
    return {".csv": tables.people(posts), **files}


def _sheet(address: str, bench: Workbench) -> Sheet:
    """Return the posts of a story, none where they could not be made."""
    path = f"social/{address}/posts.json"
    return msgspec.json.decode(bench.made(path), type=Sheet) if bench.has(path) else Sheet(())


def _post(row: Row, sheet: Sheet, base: str, lacking: str) -> Post:
    text = next((post for post in sheet.posts if post.platform == row.platform), None)
    if text is None:
        return Post(
            msgspec.structs.replace(row, note=" ".join(part for part in (row.note, lacking) if part)), "", "", ""
        )
    best = text.pictures[0] if text.pictures else ""
    alt = next((picture.alt for picture in sheet.pictures if picture.file == best), "")
    return Post(row, text.text, f"{base}{quote(best.removeprefix('site/'))}" if best else "", alt)
