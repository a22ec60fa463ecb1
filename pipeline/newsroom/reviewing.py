"""The pages on which editors decide, two versions are put together, and what happened is told."""

from difflib import SequenceMatcher
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.language import N_
from pipeline.newsroom import secret, writing
from pipeline.newsroom.access import Who
from pipeline.newsroom.answers import LIMITS, Answers, tidy
from pipeline.newsroom.desk import MOVED, Decided, Desk
from pipeline.newsroom.office import Fields, Office, office_of
from pipeline.newsroom.reports import Report, Saving, Version
from pipeline.newsroom.uploads import KEY
from pipeline.newsroom.writing import nobody

LONGEST = 2_000
"""Letters of a question or a reason."""

QUESTIONS = {
    "judul": N_("Judul"), "apa": N_("Apa yang terjadi?"), "tanggal": N_("Kapan?"), "lokasi": N_("Di mana?"),
    "siapa": N_("Siapa yang ikut dan membantu?"), "jumlah": N_("Berapa orang?"), "laki": N_("Laki-laki"),
    "perempuan": N_("Perempuan"), "anak": N_("Anak"), "kutipan": N_("Ucapan"), "kutipan_nama": N_("Siapa"),
    "kutipan_peran": N_("Sebagai apa?"), "kutipan_izin": N_("Izin ucapan"), "berubah": N_("Apa yang berubah?"),
    "ringkasan": N_("Ringkasan"), "strategi": N_("Strategi"), "topik": N_("Topik"), "penulis": N_("Penulis"),
    "terbit_pada": N_("Terbit pada"), "embargo": N_("Embargo sampai"), "lain": N_("Isian lain"),
    "sumber": N_("Seluruh berkasnya"),
}  # fmt: skip
"""What a field is called where its values are compared."""

DONE = {
    "ditulis": N_("menulis laporan ini"), "dikirim": N_("mengirimnya ke penyunting"),
    "ditinjau": N_("mulai memeriksa"), "diminta": N_("bertanya"), "disetujui": N_("menyetujui"),
    "ralat-kecil": N_("meralat sedikit; langsung terbit"), "ditarik": N_("menariknya"), "dibuang": N_("membuangnya"),
    "di-samping": N_("menulis versi lain pada saat yang sama"), "disatukan": N_("menyatukan dua versi"),
}  # fmt: skip
"""What the log of decisions says, in words."""


class Piece(NamedTuple):
    """Some words of a text: *kept*, *gone* or *new*."""

    kind: str
    text: str


class Change(NamedTuple):
    """What became of one field."""

    name: str
    pieces: list[Piece]


class Choice(NamedTuple):
    """A field that two versions fill differently: what the latest says, and what the one beside it says."""

    name: str
    label: str
    ours: str
    theirs: str


class Event(NamedTuple):
    """One line of a history: when, who, what was done, and what changed in it."""

    at: int
    name: str
    what: str
    detail: str
    changes: list[Change]


def decided(request: Request, who: Who, fields: Fields) -> Response:
    """Carry out what somebody decided on a report."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report, act = desk.report(request.path_params["id"]), request.path_params["act"]
    if report is None or act not in {"tinjau", "minta", "setujui", "tarik", "buang"} or act not in desk.acts(report):
        return nobody(request, who)
    if fields.get("versi", "") != str(report.head):
        return writing.form(office, desk, who, report, fault=MOVED, status=409)
    done = _done(desk, report, act, fields)
    if done.fault:
        return writing.form(office, desk, who, report, fault=done.fault, held=done.found, status=409)
    return RedirectResponse("/" if act == "buang" else f"/laporan/{report.id}", 303)


def _done(desk: Desk, report: Report, act: str, fields: Fields) -> Decided:
    match act:
        case "setujui":
            return desk.approve(report)
        case "tarik":
            return Decided(desk.withdraw(report, fields.get("alasan", "")[:LONGEST]))
        case "minta":
            question = fields.get("pertanyaan", "").strip()[:LONGEST]
            done = bool(question) and desk.ask(report, question)
        case "tinjau":
            done = desk.take(report)
        case _:
            done = desk.discard(report)
    return Decided("" if done else MOVED)


# -- two versions ------------------------------------------------------------------------------------------------------


def compared(request: Request, who: Who) -> Response:
    """Show the latest version and the one beside it, side by side."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    if report is None:
        return nobody(request, who)
    beside = office.reports.beside(report.id)
    if not beside:
        return RedirectResponse(f"/laporan/{report.id}", 303)
    ours, theirs = office.reports.latest(report), beside[-1]
    return office.page(
        "banding.html", who, report=report, ours=_signed(office, ours), theirs=_signed(office, theirs),
        choices=choices(ours.answers, theirs.answers), number=theirs.number, editing=secret.token(), limits=LIMITS,
        may_write="ubah" in desk.acts(report), photos=ours.answers.photos != theirs.answers.photos,
    )  # fmt: skip


def choices(ours: Answers, theirs: Answers) -> list[Choice]:
    """Return the fields in which two versions differ. Pure."""
    found = ((name, ours.fields.get(name, ""), theirs.fields.get(name, "")) for name in LIMITS)
    return [Choice(name, QUESTIONS[name], left, right) for name, left, right in found if left != right]


def _signed(office: Office, version: Version) -> tuple[str, int]:
    return office.people.name(version.person), version.at


def settled(request: Request, who: Who, fields: Fields) -> Response:
    """Keep what was chosen of two versions; what was not chosen stays in the history."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    number, editing = fields.get("samping", ""), fields.get("sunting", "")
    if report is None or "ubah" not in desk.acts(report) or not KEY.fullmatch(editing):
        return nobody(request, who)
    theirs = office.reports.version(report.id, int(number)) if number.isdecimal() and len(number) < 9 else None
    if theirs is None or not theirs.aside:
        return RedirectResponse(f"/laporan/{report.id}", 303)
    ours = office.reports.latest(report).answers
    said = dict(ours.fields)
    for choice in choices(ours, theirs.answers):
        said[choice.name] = fields.get(choice.name, choice.ours)
    photos = ours.photos
    if fields.get("foto") == "semua":
        photos += tuple(shot for shot in theirs.answers.photos if shot.key not in {one.key for one in ours.photos})
    base = int(fields["dasar"]) if fields.get("dasar", "").isdecimal() and len(fields["dasar"]) < 9 else 0
    given = tidy(said, photos)
    desk.settle(report, theirs, Saving(who.id, editing, base, given))
    return RedirectResponse(f"/laporan/{report.id}", 303)


# -- history -----------------------------------------------------------------------------------------------------------


def history(request: Request, who: Who) -> Response:
    """Show who did what, when, and what changed."""
    office, desk = office_of(request), Desk(office_of(request), who)
    report = desk.report(request.path_params["id"])
    if report is None:
        return nobody(request, who)
    return office.page("riwayat.html", who, report=report, events=_events(office, report), questions=QUESTIONS)


def _events(office: Office, report: Report) -> list[Event]:
    """Return what happened to *report*, the newest first."""
    versions = {one.number: one for one in office.reports.versions(report.id)}
    wrote = [
        Event(one.at, office.people.name(one.person), N_("menyimpan") if one.base else "", "", _changes(versions, one))
        for one in versions.values()
    ]
    with_log = [
        Event(line.at, office.people.name(line.person), DONE.get(line.what, line.what), line.detail, [])
        for line in office.decisions(report.id)
    ]
    events = [one for one in wrote if one.what and one.changes] + with_log
    return sorted(events, key=lambda one: one.at, reverse=True)


def _changes(versions: dict[int, Version], one: Version) -> list[Change]:
    before = versions.get(one.base)
    return changes(before.answers, one.answers) if before else []


def changes(before: Answers, after: Answers) -> list[Change]:
    """Return what changed in each field between two versions. Pure."""
    found = ((name, before.fields.get(name, ""), after.fields.get(name, "")) for name in LIMITS)
    return [Change(name, pieces(old, new)) for name, old, new in found if old != new]


def pieces(old: str, new: str) -> list[Piece]:
    """Return *new* with the words that went and came since *old*. Pure."""
    left, right = old.split(" ")[:LONGEST], new.split(" ")[:LONGEST]
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("kept", " ".join(left[a:b])))
        else:
            found += [Piece("gone", " ".join(left[a:b]))] if b > a else []
            found += [Piece("new", " ".join(right[c:d]))] if d > c else []
    return found
