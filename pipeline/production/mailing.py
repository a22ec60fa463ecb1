"""Drafts of mail to the press: one for each outlet, with its own dateline, in a folder that somebody names.

Nothing is sent: a mail program opens the files as drafts. Who the outlets are is the newsroom's own affair, so nothing
of this lies in ``output/``.
"""

import time
import zipfile
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pipeline import config
from pipeline.config import Site
from pipeline.content import outlets
from pipeline.content.address import slug
from pipeline.content.outlets import Outlet
from pipeline.desks.press import forms, plain
from pipeline.desks.press.statement import composed, dated, timing
from pipeline.desks.press.views import Release
from pipeline.errors import OutputError, UsageError
from pipeline.language import N_, _, texts
from pipeline.production.newsroom import Newsroom
from pipeline.production.pressing import released

HEAVIEST = 8_000_000
"""Bytes that are attached at most: what is attached grows by a third, and many refuse mail of more than 10 MB."""

TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "jpg": ("image", "jpeg"),
}


class Mailed(NamedTuple):
    """Which drafts were written, what is wrong with the list (each with its line), and what was too heavy to attach."""

    written: tuple[Path, ...]
    faults: tuple[str, ...]
    left: tuple[str, ...]


class Attachment(NamedTuple):
    """A file beside a mail."""

    name: str
    data: bytes


def write(room: Newsroom, address: str, folder: Path, listed: Path | None = None, *, now: int | None = None) -> Mailed:
    """Write a draft of mail with the release of the story at *address* for each outlet into *folder*.

    *listed* is the list of outlets (none: the newsroom's own), *now* seconds since 1970 (none: the clock). The same
    release and list give the same bytes. Raises ``UsageError`` where there is no such release or list, or *folder* lies
    where all is published or read, ``OutputError`` where it cannot be written.
    """
    _refuse(room, folder)
    outletted = _outlets(room, listed)
    site = config.load(room.root)
    found = released(room, site, address, int(time.time()) if now is None else now)
    attached, left = _attached(room.output / forms.folder(address))
    names = _names(outletted.found)
    drafts = {
        folder / f"{name}.eml": message(found.view, found.html, outlet, site, attached)
        for name, outlet in zip(names, outletted.found, strict=True)
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in drafts.items():
            path.write_bytes(data)
    except OSError as error:
        said = _("Tidak dapat menulis {path}: {reason}.")
        raise OutputError(said.format(path=folder, reason=error.strerror or error)) from error
    return Mailed(tuple(drafts), outletted.faults, left)


def _refuse(room: Newsroom, folder: Path) -> None:
    place = folder.resolve()
    for ours in (room.output, room.content, room.root / ".warta"):
        if place.is_relative_to(ours.resolve()):
            said = _("{path} terletak di {folder}/. Alamat media bukan untuk umum: pilih folder lain.")
            raise UsageError(said.format(path=folder, folder=ours.name))


def _outlets(room: Newsroom, listed: Path | None) -> outlets.Outlets:
    path = listed or room.root / outlets.PATH
    try:
        data = path.read_bytes()
    except OSError as error:
        said = _("Daftar media {path} tidak dapat dibaca ({reason}). Baris pertamanya: media;nama;surel;dateline")
        raise UsageError(said.format(path=listed or outlets.PATH, reason=error.strerror or error)) from error
    found = outlets.read(data, f"{listed or outlets.PATH}")
    if not found.found:
        raise UsageError("\n".join(found.faults) or _("Daftar media belum memuat satu media pun."))
    return found


def _attached(folder: Path) -> tuple[list[Attachment], tuple[str, ...]]:
    """Return what goes with the mail, and the names of what would make it too heavy: photos go last."""
    forms = (path for path in sorted(folder.glob("*")) if path.suffix in (".docx", ".pdf"))
    found = [Attachment(path.name, path.read_bytes()) for path in forms]
    for kit in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(kit) as packed:
            names = sorted(name for name in packed.namelist() if name.endswith(".jpg"))
            found += [Attachment(Path(name).name, packed.read(name)) for name in names]
    taken: list[Attachment] = []
    for one in found:
        if sum(len(other.data) for other in taken) + len(one.data) <= HEAVIEST:
            taken.append(one)
    return taken, tuple(one.name for one in found if one not in taken)


def _names(found: Sequence[Outlet]) -> Iterator[str]:
    """Yield a name for the draft to each outlet; the second of one name gets a number."""
    seen: dict[str, int] = {}
    for outlet in found:
        name = slug(outlet.medium)[:80] or "media"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


# -- the mail ----------------------------------------------------------------------------------------------------------


def message(view: Release, html: str, outlet: Outlet, site: Site, attached: Sequence[Attachment]) -> bytes:
    """Return the draft to *outlet* with the release *view*, whose body is *html*. Pure."""
    say = texts(view.language)
    dateline = dated(outlet.dateline, view) if outlet.dateline else ""
    told = composed(view, html, dateline=dateline)
    parts = [
        letter(view, outlet, site, [one.name for one in attached]),
        plain.text(view, told).rstrip("\n"),
    ]
    made = EmailMessage(policy=SMTP)
    made["X-Unsent"] = "1"  # mail programs open it as a draft
    if site.surel:
        made["From"] = formataddr((site.penerbit or site.nama, site.surel))
    made["To"] = formataddr((outlet.name or outlet.medium, outlet.mail))
    made["Subject"] = (say("EMBARGO. ") if view.until else "") + say("Siaran pers: {title}").format(title=view.title)
    made.set_content("\n\n".join(parts) + "\n", cte="quoted-printable")
    for one in attached:
        kind, subtype = TYPES[one.name.rpartition(".")[2]]
        made.add_attachment(one.data, maintype=kind, subtype=subtype, filename=one.name)
    if attached:
        made.set_boundary(f"warta-{sha256(outlet.mail.encode() + view.address.encode()).hexdigest()[:24]}")
    return made.as_bytes()


GREETING = N_("Yth. {name},")
OFFER = N_("Kami kirimkan siaran pers dari {library}. Silakan dimuat seluruhnya atau sebagian.")
HELD = N_("{timing}. Mohon tidak dimuat sebelumnya.")
WITH = N_("Terlampir: {names}.")
WITH_PHOTOS = N_("Keterangan foto dan izinnya ada di bagian akhir naskah.")
QUESTIONS = N_("Kalau ada yang ingin ditanyakan, narahubungnya tercantum di naskah. Terima kasih.")


def letter(view: Release, outlet: Outlet, site: Site, attached: Sequence[str]) -> str:
    """Return what stands above the release: whom it greets, until when it must wait, and what is *attached*."""
    say = texts(view.language)
    name = outlet.greeting or outlet.name or say("Redaksi {medium}").format(medium=outlet.medium)
    greeting = name if outlet.greeting.endswith(",") else say(GREETING).format(name=name)
    photos = any(one.endswith(".jpg") for one in attached)
    lines = [
        greeting,
        say(OFFER).format(library=view.library),
        say(HELD).format(timing=timing(view, say)) if view.until else "",
        say(WITH).format(names=", ".join(attached)) if attached else "",
        say(WITH_PHOTOS) if photos else "",
        say(QUESTIONS),
        site.penerbit or site.nama,
        "-" * 20,
    ]
    return "\n\n".join(filter(None, lines))
