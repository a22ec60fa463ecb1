"""The pages on which people write: their reports, the form, what is kept while they type, photos, and the preview."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from pipeline.content.story import STRATEGIES
from pipeline.language import N_, texts
from pipeline.newsroom import secret
from pipeline.newsroom.access import Who
from pipeline.newsroom.answers import LIMITS, Answers, Shot, tidy
from pipeline.newsroom.desk import Desk, Written
from pipeline.newsroom.office import Fields, Office, Sent, office_of
from pipeline.newsroom.opinion import Opinion
from pipeline.newsroom.reports import Report
from pipeline.newsroom.stages import CALLED, STAGES, WAITING
from pipeline.newsroom.uploads import KEY, Kept
from pipeline.production.check import Finding

OPEN = tuple(stage for stage in STAGES if stage not in ("ditarik", "dibuang"))

STRATEGY = {
    "layanan-informasi": N_("Layanan informasi"),
    "pelibatan-masyarakat": N_("Pelibatan masyarakat"),
    "advokasi": N_("Advokasi"),
    "publikasi": N_("Publikasi"),
}

BROKEN = N_("Kiriman ini tidak dapat dibaca. Muat ulang halamannya.")


class Row(NamedTuple):
    """A report in a list."""

    report: Report
    title: str
    library: str
    stage: str


class Asked(msgspec.Struct, frozen=True):
    """A photo as a phone tells of it."""

    kunci: str
    keterangan: str = ""
    alt: str = ""
    izin: bool = False
    anak: bool = False


class Saving(msgspec.Struct, frozen=True):
    """What a phone sends to be kept."""

    sunting: str
    dasar: int = 0
    perpustakaan: str = ""
    isian: dict[str, str] = {}
    foto: list[Asked] = []
    tindakan: str = "simpan"


def home(request: Request, who: Who) -> Response:
    """Show what *who* is at work on; for editors what waits for them comes first."""
    office, desk = office_of(request), Desk(office_of(request), who)
    waiting = rows(office, desk.listed(*WAITING, oldest=True)) if who.is_editor else []
    mine = rows(office, desk.listed(*(stage for stage in OPEN if not (who.is_editor and stage in WAITING))))
    return office.page("beranda.html", who, waiting=waiting, mine=mine, works=office.works.state)


def rows(office: Office, reports: Iterable[Report]) -> list[Row]:
    """Return *reports* as they are listed."""
    names = {slug: one.name for slug, one in office.libraries.all().items()}
    return [
        Row(one, office.reports.latest(one).answers.title, names.get(one.library, one.library), CALLED[one.stage])
        for one in reports
    ]


def new(request: Request, who: Who) -> Response:
    """Show an empty form."""
    office, desk = office_of(request), Desk(office_of(request), who)
    libraries = desk.libraries()
    return office.page(
        "tulis.html", who, key=secret.token(), report=None, editing=secret.token(), frames=[], libraries=libraries,
        fields={} if who.is_editor else {"penulis": who.name}, library=next(iter(libraries), ""), fault="", held=(),
        acts=("ubah", "kirim"), opinion=Opinion(()), limits=LIMITS, stage="", strategies=_strategies(), beside=[],
        is_source=False,
    )  # fmt: skip


def show(request: Request, who: Who) -> Response:
    """Show one report: as a form to those who may write on it, with what may be done with it."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    return nobody(request, who) if report is None else form(office, desk, who, report)


def sent(request: Request, who: Who, fields: Fields, files: list[Sent]) -> Response:
    """Keep what came from a form without our script; with photos, whole."""
    office, desk = office_of(request), Desk(office_of(request), who)
    key, editing = fields.get("laporan", ""), fields.get("sunting", "")
    if not KEY.fullmatch(key) or not KEY.fullmatch(editing):
        return nobody(request, who)
    base = int(fields["dasar"]) if fields.get("dasar", "").isdecimal() and len(fields["dasar"]) < 9 else 0
    given = tidy(fields, _shots(fields))
    done = desk.save(key, fields.get("perpustakaan", ""), editing, base, given)
    if done.report is None or done.fault:
        return nobody(request, who)
    faults = []
    if files:
        keys = [secret.token() for _file in files]
        received = [office.uploads.add(key, own, file.data) for own, file in zip(keys, files, strict=True)]
        faults = [one.fault for one in received if one.fault]
        more = tuple(Shot(own) for own, one in zip(keys, received, strict=True) if one.whole)
        number = done.saved.version if done.saved else 0
        done = desk.save(key, "", editing, number, Answers(given.fields, (*given.photos, *more)))
    return _after(office, desk, who, done, faults, send=fields.get("tindakan") == "kirim")


def _after(office: Office, desk: Desk, who: Who, done: Written, faults: list[str], *, send: bool) -> Response:
    report = done.report
    assert report is not None  # noqa: S101  it was saved
    if done.saved is not None and done.saved.aside:
        return RedirectResponse(f"/laporan/{report.id}/banding", 303)
    fault = desk.send(report) if send and not faults else " ".join(faults)
    if fault:
        return form(office, desk, who, office.reports.one(report.id) or report, fault=fault, status=422)
    return RedirectResponse(f"/laporan/{report.id}", 303)


def _shots(fields: Fields) -> tuple[Shot, ...]:
    """Return the photos that a form tells of, in its order, without those to be removed."""
    keys = dict.fromkeys(found[1] for name in fields if (found := re.fullmatch(r"foto-(.+)-keterangan", name)))
    return tuple(
        Shot(
            key, fields.get(f"foto-{key}-keterangan", "")[:500], fields.get(f"foto-{key}-alt", "")[:500],
            bool(fields.get(f"foto-{key}-izin")), bool(fields.get(f"foto-{key}-anak")),
        )
        for key in keys
        if KEY.fullmatch(key) and not fields.get(f"foto-{key}-hapus")
    )  # fmt: skip


# -- what scripts ask --------------------------------------------------------------------------------------------------


def saved(request: Request, who: Who, body: bytes) -> Response:
    """Keep what a phone sends; say which version it is now, and what the coach says."""
    office, desk = office_of(request), Desk(office_of(request), who)
    key = request.path_params["id"]
    try:
        given = msgspec.json.decode(body, type=Saving)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return _sorry(BROKEN)
    if not KEY.fullmatch(key) or not KEY.fullmatch(given.sunting) or not 0 <= given.dasar < 2**31:
        return _sorry(BROKEN)
    shots = tuple(
        Shot(one.kunci, one.keterangan[:500], one.alt[:500], one.izin, one.anak)
        for one in given.foto
        if KEY.fullmatch(one.kunci)
    )
    done = desk.save(key, given.perpustakaan, given.sunting, given.dasar, tidy(given.isian, shots))
    if done.report is None or done.fault:
        return _sorry(done.fault or BROKEN, 404)
    report = done.report
    aside = done.saved is not None and done.saved.aside
    if given.tindakan == "kirim" and not aside:
        if fault := desk.send(report):
            return _sorry(fault)
        report = office.reports.one(key) or report
    return JSONResponse(_told(office, desk, report, aside=aside))


def _told(office: Office, desk: Desk, report: Report, *, aside: bool) -> dict[str, Any]:
    answers = desk.answers(report, office.reports.latest(report))
    said = desk.opinion(report, answers)
    photos = {one.key: -1 if one.whole else one.had for one in office.uploads.of(report.id).values()}
    remarks = [(one.field, {"tingkat": one.level, "pesan": one.text}) for one in said.remarks]
    fields = dict.fromkeys(name for name, _one in remarks if name)
    return {
        "laporan": report.id, "versi": report.head, "keadaan": report.stage, "cabang": aside,
        "saran": {name: [one for of, one in remarks if of == name] for name in fields},
        "umum": [one for of, one in remarks if not of],
        "foto": photos,
    }  # fmt: skip


def _sorry(said: str, status: int = 422) -> Response:
    return JSONResponse({"pesan": texts("id")(said)}, status)


def piece(request: Request, who: Who, body: bytes) -> Response:
    """Keep one piece of a photo."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report, key = desk.report(request.path_params["id"]), request.path_params["foto"]
    if report is None or not KEY.fullmatch(key):
        return _sorry(BROKEN, 404)
    try:
        start, total = (int(request.query_params.get(name, "")) for name in ("dari", "ukuran"))
    except ValueError:
        return _sorry(BROKEN)
    if not 0 <= start < 2**31:
        return _sorry(BROKEN)
    done = office.uploads.receive(report.id, key, start, total, body)
    if done.fault:
        return JSONResponse({"pesan": done.fault}, 422)
    return JSONResponse({"ada": done.had} | ({"siap": True} if done.whole else {}), 200 if done.fits else 409)


def photo(request: Request, who: Who) -> Response:
    """Show the clean copy of a photo."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report, key = desk.report(request.path_params["id"]), request.path_params["foto"]
    if report is None or not KEY.fullmatch(key) or not (path := office.uploads.copy(report.id, key)).is_file():
        return nobody(request, who)
    return FileResponse(path, media_type="image/jpeg", headers={"cache-control": "private, max-age=86400"})


# -- what is shown -----------------------------------------------------------------------------------------------------


def nobody(request: Request, who: Who) -> Response:
    """What is not there and what one may not see look the same."""
    return office_of(request).page("tidak-ada.html", who, status=404)


class Frame(NamedTuple):
    """A photo in a form."""

    shot: Shot
    kept: Kept | None


def form(
    office: Office,
    desk: Desk,
    who: Who,
    report: Report,
    *,
    fault: str = "",
    held: Sequence[Finding] = (),
    status: int = 200,
) -> Response:
    """Return the page of *report*, with what kept it from what somebody wanted."""
    version = office.reports.latest(report)
    kept = office.uploads.of(report.id)
    return office.page(
        "tulis.html", who, status=status, key=report.id, report=report, editing=secret.token(),
        fields=version.answers.fields, frames=[Frame(shot, kept.get(shot.key)) for shot in version.answers.photos],
        libraries=desk.libraries(), library=report.library, fault=fault, held=held, acts=desk.acts(report),
        opinion=desk.opinion(report, desk.answers(report, version)), limits=LIMITS, stage=CALLED[report.stage],
        strategies=_strategies(), beside=office.reports.beside(report.id), is_source=version.answers.is_source,
    )  # fmt: skip


def _strategies() -> dict[str, str]:
    return {name: STRATEGY[name] for name in STRATEGIES}
