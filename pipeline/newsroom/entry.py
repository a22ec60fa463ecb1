"""The pages by which people come in: a link, a PIN, and the way out."""

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.language import N_
from pipeline.newsroom import secret
from pipeline.newsroom.office import DEVICE, SESSION, Fields, Office, inside, office_of
from pipeline.newsroom.people import NEVER, Invited, Refused

PLAIN = N_("PIN harus enam angka.")
WEAK = N_("PIN itu terlalu mudah ditebak, misalnya 123456 atau 111111. Pilih enam angka lain.")
UNLIKE = N_("Kedua PIN belum sama. Tulis PIN yang sama dua kali.")
WRONG = N_("PIN-nya belum cocok.")
OFTEN = N_("Terlalu banyak percobaan dari jaringan ini. Tunggu sepuluh menit, lalu coba lagi.")

_SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}
_BROWSERS = {
    "Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "Chrome": "Chrome",
    "Safari": "Safari",
}  # fmt: skip
"""By what an agent says, in the order in which it tells: Edge and Opera say Chrome too, and Chrome says Safari."""


def link(request: Request) -> Response:
    """Show what a link is for. Looking uses nothing up: chats open links by themselves to show a preview."""
    office = office_of(request)
    found = _invited(office, request)
    return found if isinstance(found, Response) else office.page("tautan.html", invited=found, fault="")


def link_used(request: Request, fields: Fields) -> Response:
    """Let in who opened a link, with the PIN that they chose or have."""
    office = office_of(request)
    found = _invited(office, request)
    if isinstance(found, Response):
        return found
    pin = _digits(fields.get("pin", ""))
    fault = _unfit(pin) if found.has_pin else _unfit(pin) or _unwise(pin, _digits(fields.get("ulang", "")))
    if fault:
        return office.page("tautan.html", invited=found, fault=fault, status=422)
    opened = office.people.accept(
        request.path_params["token"], pin, _label(request.headers.get("user-agent", "")), at=office.now
    )
    if opened is None:
        return office.page("tautan-mati.html", status=404)
    if isinstance(opened, Refused):
        return office.page("tautan.html", invited=found, fault=WRONG, refused=_waits(office, opened), status=422)
    return office.let_in(opened, "/")


def door(request: Request) -> Response:
    """Ask for the PIN on a device that is known; elsewhere say how to come in."""
    office = office_of(request)
    to = inside(request.query_params.get("ke", "/"))
    if office.at_work(request):
        return RedirectResponse(to, 303)
    who = office.people.owner(request.cookies.get(office.cookie(DEVICE), ""))
    return office.page("masuk.html", owner=who, to=to, fault="", refused=None)


def unlocked(request: Request, fields: Fields) -> Response:
    """Begin a session on a known device."""
    office = office_of(request)
    to = inside(fields.get("ke", "/"))
    device = request.cookies.get(office.cookie(DEVICE), "")
    who = office.people.owner(device)
    if not office.tries.allows(_from(request), office.clock()):
        return office.page("masuk.html", owner=who, to=to, fault=OFTEN, refused=None, status=429)
    pin = _digits(fields.get("pin", ""))
    if fault := _unfit(pin):
        return office.page("masuk.html", owner=who, to=to, fault=fault, refused=None, status=422)
    opened = office.people.unlock(device, pin, at=office.now)
    if isinstance(opened, Refused):
        waits = _waits(office, opened)
        return office.page("masuk.html", owner=who, to=to, fault=WRONG, refused=waits, status=422)
    if opened is None:
        return office.page("masuk.html", owner=None, to=to, fault="", refused=None, status=422)
    return office.let_in(opened, to)


def left(request: Request, _fields: Fields) -> Response:
    """End the session; the device stays known."""
    office = office_of(request)
    office.people.leave(request.cookies.get(office.cookie(SESSION), ""))
    return office.take(RedirectResponse("/masuk", 303), SESSION)


def _invited(office: Office, request: Request) -> Invited | Response:
    if not office.tries.allows(_from(request), office.clock()):
        return office.page("tautan-mati.html", status=429)
    found = office.people.invited(request.path_params["token"], at=office.now)
    return found or office.page("tautan-mati.html", status=404)


def _from(request: Request) -> str:
    return request.client.host if request.client else ""


def _digits(text: str) -> str:
    """Return *text* without spaces and dots, which keyboards of phones put between digits."""
    return re.sub(r"[\s.\-]", "", text)[:20]


def _unfit(pin: str) -> str:
    return "" if secret.is_pin(pin) else PLAIN


def _unwise(pin: str, again: str) -> str:
    if pin != again:
        return UNLIKE
    return WEAK if secret.is_weak(pin) else ""


def _waits(office: Office, refused: Refused) -> dict[str, int | bool]:
    """Return what a page says of a try that failed: minutes to wait, whether waiting helps, and tries that are left."""
    return {
        "never": refused.until >= NEVER,
        "minutes": -(-max(0, min(refused.until, NEVER) - office.now) // 60) if refused.until else 0,
        "left": refused.left,
    }


def _label(agent: str) -> str:
    """Return what a device is called in the list of devices: ``Chrome, Android``."""
    browser = next((name for mark, name in _BROWSERS.items() if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in agent), "")
    return ", ".join(filter(None, (browser, system))) or "?"
