"""The pages that show what comes of a report: the preview before it is approved, the kit when it is out."""

import mimetypes
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from pipeline import config
from pipeline.errors import WartaError
from pipeline.newsroom.access import Who
from pipeline.newsroom.answers import Answers
from pipeline.newsroom.desk import SOMEWHERE, Desk
from pipeline.newsroom.filing import INDEX
from pipeline.newsroom.office import Office, office_of
from pipeline.newsroom.reports import Report
from pipeline.newsroom.writing import nobody
from pipeline.platforms.sheet import Sheet
from pipeline.production.trial import stage

DESKS = ("site", "social", "photos")
"""What a preview needs."""

KEPT = 30
"""Previews that are kept, the last ones."""

LONGEST = 120.0
"""Seconds that a preview may take."""

FRAMED = {
    "x-frame-options": "SAMEORIGIN",
    "content-security-policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
        "frame-ancestors 'self'; sandbox allow-same-origin"
    ),
}
"""Headers of a page within the preview: no script runs in it, and nothing but our own page frames it."""

_making = Lock()


class Preview(NamedTuple):
    """A preview: where its site lies, the story's address in it, and its posts; *fault* where there is none."""

    root: Path
    address: str
    sheet: Sheet | None
    fault: str = ""


def preview(request: Request, who: Who) -> Response:
    """Show a report as the page that it would be, and as the WhatsApp post."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    if report is None:
        return nobody(request, who)
    made = _previewed(office, desk, report)
    post = next((post for post in made.sheet.posts if post.platform == "whatsapp"), None) if made.sheet else None
    return office.page("pratinjau.html", who, report=report, made=made, post=post)


def previewed(request: Request, who: Who) -> Response:
    """Give one file of the preview's site."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    return nobody(request, who) if report is None else _file(request, who, _place(office, report) / "output" / "site")


def _file(request: Request, who: Who, site: Path) -> Response:
    """Give the file that the address names within *site*, never one that lies elsewhere."""
    asked = request.path_params["path"]
    path = site / (f"{asked}index.html" if asked.endswith("/") or not asked else asked)
    try:
        found = path.resolve(strict=True)
        inside = found.is_relative_to(site.resolve()) and found.is_file()
    except (OSError, ValueError):
        inside = False
    if not inside:
        return nobody(request, who)
    return FileResponse(found, media_type=mimetypes.guess_type(found.name)[0], headers=FRAMED)


def _place(office: Office, report: Report) -> Path:
    return office.room.root / ".warta" / "cache" / "pratinjau" / report.id


def _previewed(office: Office, desk: Desk, report: Report) -> Preview:
    """Build *report* as the report that it would be, if that was not done yet."""
    place = _place(office, report)
    answers = desk.answers(report, office.reports.latest(report))
    fields = {name: value for name, value in answers.fields.items() if name not in {"terbit_pada", "embargo"}}
    shown = desk.dated(report, Answers(fields, answers.photos))
    target = report.path or desk.target(report, answers) or SOMEWHERE
    address = target.removeprefix("content/stories/").removesuffix(f"/{INDEX}")
    sign = blake2b(msgspec.json.encode([answers, target]), digest_size=16).hexdigest()
    mark = place / "tanda"
    with _making:
        if not (mark.is_file() and mark.read_text("ascii") == sign):
            try:
                fault = _built(office, place, target, desk.files(report, shown))
            except (WartaError, OSError) as error:
                fault = str(error)
            if fault:
                return Preview(place, address, None, fault)
            mark.write_text(sign, "ascii")
            _sweep(place.parent)
    return Preview(place, address, _sheet(place / "output", address))


def _built(office: Office, place: Path, target: str, files: dict[str, bytes]) -> str:
    """Build the site of one report at *place*; return why that was not possible (empty: it was)."""
    stage(office.room, place, target, files)
    now = datetime.fromtimestamp(office.now + 60, UTC).isoformat()
    only = [word for desk in DESKS for word in ("--only", desk)]
    command = [sys.executable, "-m", "pipeline", "build", "--root", str(place), "--now", now, "--jobs", "1", *only]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LONGEST, check=False)
    address = target.removeprefix("content/stories/").removesuffix(f"/{INDEX}")
    if (place / "output" / "site" / address / "index.html").is_file():
        return ""
    said = [line.partition(": ")[2] for line in done.stderr.splitlines() if line.startswith(target)]
    return " ".join(said[:3]) or done.stderr.strip()


def _sweep(folder: Path) -> None:
    """Forget the oldest previews."""
    places = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for place in places[KEPT:]:
        shutil.rmtree(place, ignore_errors=True)


def _sheet(output: Path, address: str) -> Sheet | None:
    try:
        return msgspec.json.decode((output / "social" / address / "posts.json").read_bytes(), type=Sheet)
    except (OSError, msgspec.DecodeError):
        return None


def kit(request: Request, who: Who) -> Response:
    """Show the texts and pictures of a report that is out, to be copied."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    if report is None or not report.path:
        return nobody(request, who)
    address = report.path.removeprefix("content/stories/").removesuffix(f"/{INDEX}")
    sheet = _sheet(office.room.output, address)
    out = (office.room.output / "site" / address / "index.html").is_file()
    base = config.load(office.room.root).base
    return office.page(
        "kit.html", who, report=report, sheet=sheet, out=out, state=office.works.state,
        url=f"{base.rstrip('/')}/{address}/" if base else "", published=bool(office.target),
    )  # fmt: skip


def card(request: Request, who: Who) -> Response:
    """Give one picture of a report that is out."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    return nobody(request, who) if report is None else _file(request, who, office.room.output / "site")
