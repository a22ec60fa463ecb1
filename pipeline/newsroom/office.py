"""What all pages of the web app share: the newsroom, its people, its clock, and how a page is put together."""

import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property, wraps
from hashlib import blake2b
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from pipeline import config
from pipeline.config import Site
from pipeline.errors import ConfigError
from pipeline.language import N_, texts
from pipeline.newsroom import audit, secret
from pipeline.newsroom.access import CALLED, Who
from pipeline.newsroom.answers import PHOTOS
from pipeline.newsroom.database import Database
from pipeline.newsroom.guard import LARGEST
from pipeline.newsroom.libraries import Libraries
from pipeline.newsroom.people import LONGEST, Opened, People
from pipeline.newsroom.rates import Rates
from pipeline.newsroom.reports import Reports
from pipeline.newsroom.uploads import Uploads
from pipeline.newsroom.works import Works
from pipeline.production.newsroom import Newsroom
from pipeline.production.photos import limits
from pipeline.templating.dates import instant_in_words, local_day, short_date
from pipeline.templating.environment import fill
from pipeline.templating.folders import folders

SESSION, DEVICE = "sesi", "perangkat"
"""Cookies: who is at work here, and which device this is. The second one stays when the first is gone."""

YEARS = 2 * 365 * 86_400
"""Seconds for which a device is known."""

ASSETS = {
    "redaksi.css": "text/css",
    "tulis.js": "text/javascript",
    "salin.js": "text/javascript",
    "sw.js": "text/javascript",
}
"""Styles and scripts, and their types."""

TRIES, MINUTES = 30, 600.0
"""So often in so many seconds one address on the network may try links and PINs, whoever they are for."""


class Office:
    """The web app of *room*, which people reach at *base* (``https://redaksi.example``).

    *target* is where the site is published to (empty: nowhere). *clock* gives seconds since 1970.
    """

    def __init__(self, room: Newsroom, base: str, clock: Callable[[], float] = time.time, *, target: str = "") -> None:
        self.room = room
        self.base = base.rstrip("/")
        self.target = target
        self.clock = clock
        state = room.root / ".warta" / "state"
        self.database = Database(state / "ruang.sqlite")
        self.people = People(self.database, secret.pepper(state / "ruang.kunci"))
        self.libraries = Libraries(room.root)
        self.reports = Reports(self.database)
        self.uploads = Uploads(state / "foto", self.database, limits(_site(room)))
        self.filing = Lock()
        """Held by whoever changes ``content/``."""
        self.works = Works(room.root, target, clock)
        self.tries = Rates(TRIES, MINUTES)

    def start(self) -> None:
        """Begin what goes on behind the pages."""
        self.works.start()

    def stop(self) -> None:
        """End it."""
        self.works.stop()

    @property
    def now(self) -> int:
        """This instant."""
        return int(self.clock())

    def decisions(self, subject: str) -> list[audit.Line]:
        """Return what was done to *subject* and by whom, the newest first."""
        return audit.of(self.database.reads, subject)

    @property
    def secure(self) -> bool:
        """Whether people come by TLS."""
        return self.base.startswith("https:")

    def cookie(self, name: str) -> str:
        """Return what the cookie *name* is called here: by TLS no other host may set it (RFC 6265bis, 4.1.3)."""
        return f"__Host-{name}" if self.secure else name

    @cached_property
    def _templates(self) -> dict[str, Any]:
        compiled = self.room.cache / "templates"
        compiled.mkdir(parents=True, exist_ok=True)
        return {"templates": folders(self.room.root), "compiled": str(compiled), "edition": ""}

    def page(self, name: str, who: Who | None = None, *, status: int = 200, **values: object) -> Response:
        """Return the page of the template *name*, for *who* is at work."""
        shown: dict[str, object] = {
            "who": who,
            "lang": "id",
            "say": texts("id"),
            "called": CALLED,
            "at": _at,
            "iso": _iso,
            "moment": _moment,
            "refused": None,
        }
        shown |= values
        return HTMLResponse(fill(self._templates, "id", f"newsroom/{name}", shown), status)

    def asset(self, name: str, known: str) -> Response:
        """Return the style or script *name*; nothing where a browser has it: *known* is its ``ETag`` there."""
        if name not in ASSETS:
            raise HTTPException(404)
        body = fill(self._templates, "id", f"newsroom/{name}", {}).encode()
        tag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
        headers = {"etag": tag, "cache-control": "no-cache"}
        if known == tag:
            return Response(status_code=304, headers=headers)
        return Response(body, media_type=ASSETS[name], headers=headers)

    def let_in(self, opened: Opened, to: str) -> Response:
        """Return the way to *to* with the cookies of a new session."""
        answer = RedirectResponse(to, 303)
        self._give(answer, DEVICE, opened.device, YEARS)
        self._give(answer, SESSION, opened.session, LONGEST)
        return answer

    def _give(self, answer: Response, name: str, value: str, seconds: int) -> None:
        answer.set_cookie(
            self.cookie(name), value, max_age=seconds, path="/", secure=self.secure, httponly=True, samesite="lax"
        )

    def take(self, answer: Response, name: str) -> Response:
        """Return *answer*, with which the cookie *name* is forgotten."""
        answer.delete_cookie(self.cookie(name), path="/", secure=self.secure, httponly=True, samesite="lax")
        return answer

    def at_work(self, request: Request) -> Who | None:
        """Return who sent *request*."""
        given = request.cookies.get(self.cookie(SESSION), "")
        found = self.people.known(given, at=self.now) if given else None
        return found.who if found else None


def _site(room: Newsroom) -> Site:
    """Return the settings; those that cannot be read are told by the first build."""
    try:
        return config.load(room.root)
    except ConfigError:
        return Site()


def office_of(request: Request) -> Office:
    """Return the office that answers *request*."""
    found: Office = request.app.state.office
    return found


def inside(path: str) -> str:
    """Return *path* where it leads to a page of ours, else the first page: nobody is sent elsewhere."""
    parts = urlsplit(path)
    sound = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and path.isprintable()
    return path if sound and "\\" not in path else "/"


def _at(instant: int) -> str:
    """Return the day of *instant* in words, in the zone of most readers: which device it was is all that is asked."""
    return short_date(local_day(instant, "WIB"))


def _moment(instant: int) -> str:
    return instant_in_words(instant, "WIB", "id")


def _iso(instant: int) -> str:
    return local_day(instant, "WIB").isoformat()


ENDED = N_("Sesi sudah berakhir. Masuk lagi dengan PIN; tulisan Anda masih ada di ponsel ini.")

Page = Callable[[Request], Awaitable[Response]]
Fields = Mapping[str, str]
"""What was typed into a form, by the names of its fields; of several with one name the last one."""

SIZES = {"max_files": 0, "max_fields": 400, "max_part_size": LARGEST}
FILES = {"max_files": PHOTOS, "max_fields": 400, "max_part_size": LARGEST}


class Sent(NamedTuple):
    """A file that came with a form."""

    name: str
    data: bytes


def reads(page: Callable[[Request], Response]) -> Page:
    """Return *page*, which may wait for the disk, beside the loop that answers others."""

    @wraps(page)
    async def shown(request: Request) -> Response:
        return await run_in_threadpool(page, request)

    return shown


def takes(page: Callable[[Request, Fields], Response]) -> Page:
    """Return *page* with what was typed into its form."""

    @wraps(page)
    async def shown(request: Request) -> Response:
        async with request.form(**SIZES) as form:
            fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
        return await run_in_threadpool(page, request, fields)

    return shown


def staff_reads(page: Callable[[Request, Who], Response]) -> Page:
    """Return *page* for those only who are at work; others are asked for their PIN first."""

    def shown(request: Request) -> Response:
        who = office_of(request).at_work(request)
        return page(request, who) if who else RedirectResponse(f"/masuk?ke={quote(request.url.path)}", 303)

    return reads(wraps(page)(shown))


def staff_takes(page: Callable[[Request, Who, Fields], Response]) -> Page:
    """Return *page* for those only who are at work, with what they typed into its form."""

    def shown(request: Request, fields: Fields) -> Response:
        who = office_of(request).at_work(request)
        return page(request, who, fields) if who else RedirectResponse("/masuk", 303)

    return takes(wraps(page)(shown))


def staff_sends(page: Callable[[Request, Who, Fields, list[Sent]], Response]) -> Page:
    """Return *page* for those only who are at work, with what they typed and the files they chose."""

    @wraps(page)
    async def shown(request: Request) -> Response:
        who = await run_in_threadpool(office_of(request).at_work, request)
        if who is None:
            return RedirectResponse("/masuk", 303)
        async with request.form(**FILES) as form:
            fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
            files = [
                Sent(value.filename or "", await value.read())
                for _name, value in form.multi_items()
                if isinstance(value, UploadFile) and value.size
            ]
        return await run_in_threadpool(page, request, who, fields, files)

    return shown


def staff_answers(page: Callable[[Request, Who, bytes], Response]) -> Page:
    """Return *page*, which scripts ask: it gets the bytes that were sent, and says in JSON when a session ended."""

    @wraps(page)
    async def shown(request: Request) -> Response:
        who = await run_in_threadpool(office_of(request).at_work, request)
        if who is None:
            return JSONResponse({"pesan": texts("id")(ENDED)}, 401)
        return await run_in_threadpool(page, request, who, await request.body())

    return shown
