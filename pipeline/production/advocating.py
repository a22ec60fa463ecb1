"""Papers for advocacy on demand: for another audience, or of another kind, in a folder that somebody names.

Nothing of this lies in ``output/``: builds make the sheets there, and know nothing of what was made beside them.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

from pipeline import config, regions
from pipeline.archive import clock
from pipeline.archive.entry import EVERYTHING
from pipeline.archive.visible import Visible
from pipeline.build.output import CannotMakeError
from pipeline.build.workbench import Setting, Workbench
from pipeline.config import Site
from pipeline.content.near import nearest
from pipeline.desks.advocacy import board, forms, policy, render
from pipeline.desks.advocacy.desk import folder
from pipeline.desks.advocacy.dossier import Dossier
from pipeline.desks.advocacy.part import Paper
from pipeline.desks.advocacy.proposal import proposal
from pipeline.desks.advocacy.sheet import composed
from pipeline.desks.advocacy.sheets import Sheets, Told
from pipeline.errors import OutputError, UsageError
from pipeline.evidence.area import Area, area, areas
from pipeline.language import N_, _
from pipeline.production.built import last_build
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom

T = TypeVar("T")

KINDS = ("lembar", "proposal", "ringkasan", "matriks", "papan", "laporan-dukungan")
"""What can be made (``--dokumen``)."""

SENT = "kirim"
"""The folder of a newsroom for what is to be handed over, where nobody names another."""

ABOUT = {
    "lembar": N_("selembar A4 untuk dibaca sambil berdiri"),
    "proposal": N_("proposal dengan jadwal, indikator, dan anggaran"),
    "ringkasan": N_("ringkasan kebijakan dari content/opsi/"),
    "matriks": N_("pilihan kebijakan menurut enam kriteria, dari content/opsi/"),
    "papan": N_("rencana kerja dan pelaksanaannya, dari content/rencana/"),
    "laporan-dukungan": N_("laporan balik kepada pemberi dukungan; sebutkan dengan --dari"),
}


class Look(NamedTuple):
    """What there is of an area: its name, whom it turns to first, its files below ``output/``, and what is missing."""

    key: str
    name: str
    audience: str
    files: tuple[str, ...]
    missing: tuple[str, ...]


class Made(NamedTuple):
    """What was made: the files, and what nobody has written yet."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]


class _Desk(NamedTuple):
    """What the last build knows of one area."""

    site: Site
    area: Area
    sheets: Sheets
    told: Told
    text: str
    bench: Workbench
    logo: str


def look(room: Newsroom, name: str, now: int) -> Look:
    """Return what there is of the area that *name* means; raises ``UsageError`` where there is none."""
    return _at_work(room, name, "", now, _looked)


def make(
    room: Newsroom, name: str, audience: str, kind: str, now: int, *, of: str = "", into: Path | None = None
) -> Made:
    """Make the paper of *kind* (one of ``KINDS``) about the area that *name* means, and write it *into* a folder.

    *audience* is whom it is for (empty: whom the area turns to first), *of* whose support a report tells. Raises
    ``UsageError`` where there is nothing to make it of, ``OutputError`` where it cannot be made or written.
    """

    def papers(found: _Desk) -> Made:
        place = into or room.root / SENT / found.area.key
        _refuse(room, place)
        files, missing = _made(found, kind, of)
        return Made(_written(place, files), missing)

    return _at_work(room, name, audience, now, papers)


def _at_work(room: Newsroom, name: str, audience: str, now: int, work: Callable[[_Desk], T]) -> T:
    site = config.load(room.root)
    with last_build(room) as (state, store):
        if any(True for _change in clock.passed(store, int(state.meta("now") or now), now)):
            raise UsageError(
                _("Sejak warta build terakhir ada izin atau tenggat yang berubah: jalankan warta build dulu.")
            )
        visible = Visible(store, "cetak", now)
        recipes = Recipes(room, site)
        sheets = Sheets(site, recipes.style, recipes.grounds, visible)
        found = understood(visible, name)
        whose = audience or sheets.audience(found)
        told = next((one for sample in (False, True) if (one := sheets.of(found, whose, sample=sample))), None)
        if told is None:
            raise UsageError(_("{area} belum punya profil maupun kabar.").format(area=name))
        with closing(Workbench(Setting(room.blobs, room.output, room.cache / "stage", recipes.options))) as bench:
            tale = told.view.tale
            text = bench.blob(tale.text).decode() if tale and tale.text else ""
            return work(_Desk(site, found, sheets, told, text, bench, recipes.style.logo))


def understood(visible: Visible, name: str) -> Area:
    """Return the area that *name* means: a slug, a code, ``semua``, or what it is called.

    Raises ``UsageError`` that names the nearest where there is none.
    """
    wanted = regions.dotted(name) if name.replace(".", "").isdigit() else name.strip().rstrip("/")
    if found := area(visible, wanted):
        return found
    known = areas(visible)
    called = [one for one in known if one.name.casefold() == wanted.casefold()]
    called += [one for region in regions.find(wanted) for one in known if one.key == region.code]
    if called:
        return called[0]
    names = {one.key: one.key for one in known} | {one.name: one.key for one in known if one.name}
    near = nearest(wanted, names)
    hint = f" {_('Maksudnya {near}?').format(near=names[near])}" if near else ""
    said = _("Area {name} tidak ada: tulis nama berkas profil perpustakaan, kode wilayah, atau {all}.")
    raise UsageError(said.format(name=name, all=EVERYTHING) + hint)


def _looked(found: _Desk) -> Look:
    place = found.bench.setting.output / folder(found.area.key)
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else []
    told = composed(found.told.view, found.text)
    lacks = (
        told.no_numbers, told.no_ask, told.no_grounds, told.no_peer, "" if found.told.view.tale else told.story,
        *(told.contact if not (found.told.view.contact or found.told.view.contacts) else ()),
    )  # fmt: skip
    return Look(
        found.area.key, told.name, found.told.view.audience,
        tuple(path.relative_to(found.bench.setting.output).as_posix() for path in files), tuple(filter(None, lacks)),
    )  # fmt: skip


def _made(found: _Desk, kind: str, of: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the files of a paper by name, and what is missing in it."""
    view = found.told.view
    try:
        if kind == "lembar":
            told = composed(view, found.text)
            name = f"lembar-{view.audience}"
            made = {f"{name}.pdf": render.paged(view, found.bench), f"{name}.docx": render.written(view, found.bench)}
            return made, tuple(filter(None, (told.no_numbers, told.no_ask)))
        files: dict[str, bytes] = {}
        missing: list[str] = []
        for paper in _papers(found.sheets.dossier(found.told, found.area, found.text), kind, of):
            files |= forms.files(paper, found.site.kartu.colours, found.logo, found.bench)
            missing += paper.missing
    except CannotMakeError as error:
        raise OutputError(f"{error}") from None
    return files, tuple(dict.fromkeys(missing))


def _papers(about: Dossier, kind: str, of: str) -> list[Paper]:
    if kind == "proposal":
        return [proposal(about)]
    if kind == "papan":
        return [board.board(about)]
    if kind == "laporan-dukungan":
        return [board.report(about, _party(about, of))]
    if not about.issues:
        raise UsageError(
            _("Belum ada pertanyaan kebijakan untuk {name}: tulis di content/opsi/.").format(name=about.sheet.name)
        )
    return [policy.brief(about, one) if kind == "ringkasan" else policy.matrix(about, one) for one in about.issues]


def _party(about: Dossier, of: str) -> str:
    """Return *of* where that party promised or gave something; raises ``UsageError`` that names who did."""
    if of and board.given_by(about, of):
        return of
    near = board.near(about, of)
    if not near:
        said = _("Belum ada dukungan untuk {name}: tulis dukungan di laporan, atau di content/dukungan/.")
        raise UsageError(said.format(name=about.sheet.name))
    if not of:
        raise UsageError(_('Laporan untuk siapa? Tulis --dari, misalnya: --dari "{name}"').format(name=near[0]))
    said = _("Tidak ada dukungan dari {name}. Yang tercatat: {known}.")
    raise UsageError(said.format(name=of, known=", ".join(near)))


def _refuse(room: Newsroom, folder_: Path) -> None:
    place = folder_.resolve()
    for ours in (room.output, room.content, room.root / ".warta"):
        if place.is_relative_to(ours.resolve()):
            said = _("{path} terletak di {folder}/, yang diurus warta sendiri: pilih folder lain.")
            raise UsageError(said.format(path=folder_, folder=ours.name))


def _written(place: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (place / name).write_bytes(data)
    except OSError as error:
        said = _("Tidak dapat menulis {path}: {reason}.")
        raise OutputError(said.format(path=place, reason=error.strerror or error)) from error
    return tuple(place / name for name in files)
