"""The web app: which page answers at which address."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pipeline.errors import WartaError
from pipeline.newsroom import entry, staff
from pipeline.newsroom.access import Who
from pipeline.newsroom.guard import Guard
from pipeline.newsroom.office import Office, office_of, reads, staff_reads, staff_takes, takes


def app(office: Office, origins: tuple[str, ...]) -> Starlette:
    """Return the app that lets *office* answer at *origins*, the addresses by which people and tests reach it."""
    made = Starlette(
        routes=_routes(),
        middleware=[Middleware(Guard, origins=origins)],
        exception_handlers={HTTPException: _refused, WartaError: _failed},
    )
    made.state.office = office
    return made


def _routes() -> list[Route]:
    gets, posts = ["GET"], ["POST"]
    return [
        Route("/", staff_reads(_first), methods=gets),
        Route("/masuk", reads(entry.door), methods=gets),
        Route("/masuk", takes(entry.unlocked), methods=posts),
        Route("/masuk/{token}", reads(entry.link), methods=gets),
        Route("/masuk/{token}", takes(entry.link_used), methods=posts),
        Route("/keluar", takes(entry.left), methods=posts),
        Route("/saya", staff_reads(staff.own), methods=gets),
        Route("/orang", staff_reads(staff.people), methods=gets),
        Route("/orang", staff_takes(staff.added), methods=posts),
        Route("/orang/{id}", staff_reads(staff.person), methods=gets),
        Route("/orang/{id}/tautan", staff_takes(staff.linked), methods=posts),
        Route("/orang/{id}/cabut", staff_takes(staff.revoked), methods=posts),
        Route("/orang/{id}/percaya", staff_takes(staff.trusted), methods=posts),
        Route("/orang/{id}/keluarkan", staff_takes(staff.removed), methods=posts),
        Route("/aset/{name}", reads(_asset), methods=gets),
    ]


def _first(_request: Request, who: Who) -> Response:
    return RedirectResponse("/orang" if who.is_editor else "/saya", 303)


def _asset(request: Request) -> Response:
    return office_of(request).asset(request.path_params["name"], request.headers.get("if-none-match", ""))


async def _refused(request: Request, error: Exception) -> Response:
    """Say that there is no such page, or that it takes no such request."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    answer = office_of(request).page("tidak-ada.html", status=status)
    answer.headers.update(headers or {})
    return answer


async def _failed(request: Request, error: Exception) -> Response:
    """Say what kept from being saved."""
    return office_of(request).page("gagal.html", fault=str(error), status=503)
