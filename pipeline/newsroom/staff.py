"""The pages about people: who is there, links for them, and their devices."""

from typing import NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline import regions
from pipeline.language import N_
from pipeline.newsroom.access import CALLED, ROLES, Place, Role, Who, may_invite
from pipeline.newsroom.office import Fields, Office, office_of
from pipeline.pictures import code

LONGEST = 80
"""Letters of a name."""


class Choice(NamedTuple):
    """A role at a place that may be given, in words; *value* is what the form sends (``kontributor:desa-maju``)."""

    value: str
    role: Role
    name: str


class Shown(NamedTuple):
    """Somebody, in words."""

    who: Who
    role: str
    place: str


def people(request: Request, who: Who) -> Response:
    """Show all whom *who* may invite, and the form for somebody new."""
    if not who.is_editor:
        return _nobody(request, who)
    return _list(office_of(request), who, fault="", typed="")


def added(request: Request, who: Who, fields: Fields) -> Response:
    """Enter somebody new and show their link."""
    office = office_of(request)
    name = " ".join(fields.get("nama", "").split())[:LONGEST]
    role, place = _chosen(fields.get("peran", ""))
    if role is None or not may_invite(who, role, _where(office, role, place)) or not _is_known(office, role, place):
        return _list(office, who, fault=N_("Pilih peran dan tempatnya."), typed=name, status=422)
    if not name.isprintable() or not name:
        return _list(office, who, fault=N_("Tulis namanya."), typed="", status=422)
    found = office.people.add(name, role, place, at=office.now, maker=who.id)
    return _with_link(office, who, found, renew=False)


def person(request: Request, who: Who) -> Response:
    """Show somebody with their devices."""
    office, found = office_of(request), _theirs(request, who)
    if found is None:
        return _nobody(request, who)
    return _one(office, who, found)


def linked(request: Request, who: Who, fields: Fields) -> Response:
    """Show a new link for somebody; with ``pin-baru`` they choose another PIN."""
    office, found = office_of(request), _theirs(request, who)
    if found is None:
        return _nobody(request, who)
    return _with_link(office, who, found, renew=bool(fields.get("pin-baru")))


def revoked(request: Request, who: Who, fields: Fields) -> Response:
    """Let somebody's device in no more."""
    office = office_of(request)
    found = who if request.path_params["id"] == who.id else _theirs(request, who)
    if found is None or not office.people.revoke(found.id, fields.get("perangkat", ""), at=office.now, maker=who.id):
        return _nobody(request, who)
    return RedirectResponse("/saya" if found.id == who.id else f"/orang/{found.id}", 303)


def trusted(request: Request, who: Who, fields: Fields) -> Response:
    """Let small corrections of somebody go out at once, or no more."""
    office, found = office_of(request), _theirs(request, who)
    if found is None or found.role != "kontributor":
        return _nobody(request, who)
    office.people.trust(found.id, trusted=bool(fields.get("percaya")), at=office.now, maker=who.id)
    return RedirectResponse(f"/orang/{found.id}", 303)


def removed(request: Request, who: Who, _fields: Fields) -> Response:
    """Let somebody in no more."""
    office, found = office_of(request), _theirs(request, who)
    if found is None or found.id == who.id:
        return _nobody(request, who)
    office.people.remove(found.id, at=office.now, maker=who.id)
    return RedirectResponse("/orang", 303)


def own(request: Request, who: Who) -> Response:
    """Show one's own devices."""
    office = office_of(request)
    return office.page("saya.html", who, shown=_shown(office, who), devices=office.people.devices(who.id))


# -- what is shown -----------------------------------------------------------------------------------------------------


def _list(office: Office, who: Who, *, fault: str, typed: str, status: int = 200) -> Response:
    mine = [one for one in office.people.everybody() if _is_under(office, who, one)]
    return office.page(
        "orang.html", who, people=[_shown(office, one) for one in mine], choices=_choices(office, who), fault=fault,
        typed=typed, status=status,
    )  # fmt: skip


def _one(office: Office, who: Who, found: Who) -> Response:
    devices = office.people.devices(found.id)
    return office.page("seorang.html", who, shown=_shown(office, found), devices=devices, url="", code="")


def _with_link(office: Office, who: Who, found: Who, *, renew: bool) -> Response:
    """Show the link once: it is kept nowhere."""
    token = office.people.invite(found.id, at=office.now, maker=who.id, renew=renew)
    url = f"{office.base}/masuk/{token}"
    devices = office.people.devices(found.id)
    return office.page(
        "seorang.html",
        who,
        shown=_shown(office, found),
        devices=devices,
        url=url,
        code=Markup(code.svg(url)),  # noqa: S704  our own drawing
    )


def _nobody(request: Request, who: Who) -> Response:
    """What is not there and what one may not see look the same."""
    return office_of(request).page("tidak-ada.html", who, status=404)


def _theirs(request: Request, who: Who) -> Who | None:
    """Return whom the address names, where *who* may invite them."""
    office = office_of(request)
    found = office.people.one(request.path_params["id"])
    return found if found is not None and _is_under(office, who, found) else None


def _is_under(office: Office, who: Who, other: Who) -> bool:
    return may_invite(who, other.role, _where(office, other.role, other.place))


def _where(office: Office, role: Role, place: str) -> Place:
    """Return where somebody with *role* at *place* works."""
    if role == "kontributor":
        return office.libraries.place(place)
    return Place("", regions.regency_of(place), regions.province_of(place))


def _is_known(office: Office, role: Role, place: str) -> bool:
    return any((choice.role, choice.value) == (role, f"{role}:{place}") for choice in _all(office))


def _chosen(value: str) -> tuple[Role | None, str]:
    role, _, place = value.partition(":")
    return next((known for known in ROLES if known == role), None), place


def _choices(office: Office, who: Who) -> list[Choice]:
    """Return what *who* may give."""
    return [one for one in _all(office) if may_invite(who, one.role, _where(office, *_of(one)))]


def _of(choice: Choice) -> tuple[Role, str]:
    return choice.role, choice.value.partition(":")[2]


def _all(office: Office) -> list[Choice]:
    libraries = office.libraries.all()
    codes = {one.region for one in libraries.values()}
    regencies = sorted({regions.regency_of(code) for code in codes} - {""})
    provinces = sorted({regions.province_of(code) for code in codes} - {""})
    return [
        *(Choice(f"kontributor:{slug}", "kontributor", one.name) for slug, one in libraries.items()),
        *(Choice(f"kabupaten:{code}", "kabupaten", _region(code)) for code in regencies),
        *(Choice(f"provinsi:{code}", "provinsi", _region(code)) for code in provinces),
        Choice("nasional:", "nasional", ""),
        Choice("admin:", "admin", ""),
    ]


def _region(of: str) -> str:
    found = regions.region(of)
    return found.name if found else of


def _shown(office: Office, who: Who) -> Shown:
    library = office.libraries.all().get(who.place) if who.role == "kontributor" else None
    place = library.name if library else _region(who.place) if who.place else ""
    return Shown(who, CALLED[who.role], place)
