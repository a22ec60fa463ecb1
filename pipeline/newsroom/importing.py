"""The page on which a document is uploaded or a WhatsApp text pasted: what it says fills the form, to be looked at."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.content.scalar import plain
from pipeline.intake.compose import compose
from pipeline.intake.draft import Attachment, Draft, Refusal
from pipeline.intake.reader import read
from pipeline.intake.source import Source
from pipeline.language import N_
from pipeline.newsroom import answers, secret
from pipeline.newsroom.access import Who
from pipeline.newsroom.answers import Answers, Shot
from pipeline.newsroom.desk import SOMEWHERE, Desk
from pipeline.newsroom.office import Fields, Office, Sent, office_of
from pipeline.production.importing import context_of

MOST = 20
"""Reports that one document may give."""

PASTED = "tempelan.txt"
"""What a pasted text is called."""

NOTHING = N_("Tempel teksnya, atau pilih berkasnya dulu.")
EMPTY = N_("Tidak ada laporan yang dapat dibaca di situ.")


class Taken(NamedTuple):
    """What came of one source: ids of the drafts that were made, and what could not be read."""

    keys: list[str]
    faults: list[str]


def ask(request: Request, who: Who) -> Response:
    """Show the page."""
    return _page(office_of(request), who)


def _page(office: Office, who: Who, *, faults: tuple[str, ...] = (), status: int = 200) -> Response:
    libraries = Desk(office, who).libraries()
    return office.page("impor.html", who, libraries=libraries, faults=faults, status=status)


def taken(request: Request, who: Who, fields: Fields, files: list[Sent]) -> Response:
    """Make a draft of each report that was sent."""
    office, desk = office_of(request), Desk(office_of(request), who)
    library, text = fields.get("perpustakaan", ""), fields.get("teks", "").strip()
    if library not in desk.libraries():
        return _page(office, who, status=422)
    sources = [Source(plain(file.name)[-80:] or PASTED, data=file.data) for file in files]
    if text:
        sources.append(Source(PASTED, data=text.encode("utf-8", "replace")))
    if not sources:
        return _page(office, who, faults=(NOTHING,), status=422)
    done = _all(office, desk, library, sources)
    if not done.keys:
        return _page(office, who, faults=tuple(done.faults) or (EMPTY,), status=422)
    return RedirectResponse(f"/laporan/{done.keys[0]}" if len(done.keys) == 1 else "/", 303)


def _all(office: Office, desk: Desk, library: str, sources: list[Source]) -> Taken:
    context = context_of(office.room, datetime.fromtimestamp(office.now, UTC), library)
    keys: list[str] = []
    faults: list[str] = []
    for source in sources:
        for found in read(source, context):
            if isinstance(found, Refusal):
                faults.append(f"{found.name}: {found.reason}")
            elif len(keys) < MOST and (key := _kept(office, desk, library, found)):
                keys.append(key)
    return Taken(keys, faults)


def _kept(office: Office, desk: Desk, library: str, draft: Draft) -> str:
    """Keep *draft* as a report, with its photos; return its id."""
    key, editing = secret.token(), secret.token()
    given = as_answers(draft)
    done = desk.save(key, library, editing, 0, given)
    if done.report is None or done.saved is None:
        return ""
    shots = tuple(_shots(office, key, draft.photos))
    if shots:
        desk.save(key, library, editing, done.saved.version, Answers(given.fields, shots))
    return key


def as_answers(draft: Draft) -> Answers:
    """Return what *draft* says as answers; where a form has no question for it, its whole text. Pure."""
    file = compose(draft._replace(photos=(), library="perpustakaan"), "").files["index.md"]
    kept = b"\n".join(line for line in file.split(b"\n") if not line.startswith((b"# ", b"status:")))
    found = answers.opened(SOMEWHERE, kept)
    if found is not None:
        return found.answers
    return answers.tidy({"judul": draft.title, "tanggal": draft.date, "apa": draft.body} | dict(draft.fields))


def _shots(office: Office, key: str, photos: tuple[Attachment, ...]) -> Iterator[Shot]:
    """Yield the photos of a draft as they are kept; nobody's consent is taken for granted."""
    for photo in photos[: answers.PHOTOS]:
        own = secret.token()
        if office.uploads.add(key, own, photo.data).whole:
            yield Shot(own, photo.caption, photo.alt)
