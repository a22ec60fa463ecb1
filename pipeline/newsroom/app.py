"""The web app: which page answers at which address."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipeline.errors import WartaError
from pipeline.newsroom import entry, importing, reviewing, showing, staff, writing
from pipeline.newsroom.guard import Guard
from pipeline.newsroom.office import (
    Office,
    office_of,
    reads,
    staff_answers,
    staff_reads,
    staff_sends,
    staff_takes,
    takes,
)


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
        Route("/", staff_reads(writing.home), methods=gets),
        Route("/tulis", staff_reads(writing.new), methods=gets),
        Route("/tulis", staff_sends(writing.sent), methods=posts),
        Route("/tulis/impor", staff_reads(importing.ask), methods=gets),
        Route("/tulis/impor", staff_sends(importing.taken), methods=posts),
        Route("/laporan/{id}", staff_reads(writing.show), methods=gets),
        Route("/laporan/{id}/foto/{foto}", staff_reads(writing.photo), methods=gets),
        Route("/laporan/{id}/banding", staff_reads(reviewing.compared), methods=gets),
        Route("/laporan/{id}/banding", staff_takes(reviewing.settled), methods=posts),
        Route("/laporan/{id}/riwayat", staff_reads(reviewing.history), methods=gets),
        Route("/laporan/{id}/pratinjau", staff_reads(showing.preview), methods=gets),
        Route("/laporan/{id}/pratinjau/situs/{path:path}", staff_reads(showing.previewed), methods=gets),
        Route("/laporan/{id}/kit", staff_reads(showing.kit), methods=gets),
        Route("/laporan/{id}/berkas/{path:path}", staff_reads(showing.card), methods=gets),
        Route("/laporan/{id}/{act}", staff_takes(reviewing.decided), methods=posts),
        Route("/api/laporan/{id}", staff_answers(writing.saved), methods=posts),
        Route("/api/laporan/{id}/foto/{foto}", staff_answers(writing.piece), methods=["PUT"]),
        Route("/sw.js", reads(_worker), methods=gets),
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


def _worker(request: Request) -> Response:
    """Give the service worker at the root: one that lies lower stands before no page (Service Workers, 5.1.1)."""
    return office_of(request).asset("sw.js", request.headers.get("if-none-match", ""))


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
