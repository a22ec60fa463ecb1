"""All share kits of one library and month in one ZIP, for whoever carries them to those without the network."""

import os
import re
import time
import zipfile
from base64 import b64encode
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from pipeline import config
from pipeline.archive import clock
from pipeline.archive.entry import Card
from pipeline.archive.update import StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.parcel import entry
from pipeline.content.near import nearest
from pipeline.desks.kit.desk import archive
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.production.built import last_build
from pipeline.production.ingredients import Recipes
from pipeline.production.newsroom import Newsroom
from pipeline.templating.dates import local_day
from pipeline.templating.environment import fill
from pipeline.templating.stylesheet import squeezed

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class Packed(NamedTuple):
    """How many stories are in the ZIP, and how many of the month have no kit."""

    stories: int
    without: int


def pack(room: Newsroom, library: str, month: str, target: Path, *, now: int | None = None) -> Packed:
    """Write the kits of *library*'s stories of *month* (``2026-11``) to the ZIP *target*, all of it or nothing.

    *now* is in seconds since 1970 (none: the clock). The same kits give the same bytes. Raises ``UsageError`` where
    there is nothing to pack or *target* lies in ``output/``, and ``OutputError`` where it cannot be written.
    """
    if _MONTH.fullmatch(month) is None:
        raise UsageError(_('bulan "{month}" tidak dikenal. Tulis misalnya: --month 2026-11').format(month=month))
    if target.resolve().is_relative_to(room.output.resolve()):
        raise UsageError(
            _("{path} terletak di output/, yang hanya diisi warta build. Pilih folder lain.").format(path=target)
        )
    cards = _cards(room, library, month, int(time.time()) if now is None else now)
    kits = [card for card in cards if (room.output / archive(card.address)).is_file()]
    if not kits:
        said = _("Perangkat berbagi {library} untuk {month} belum dibuat: jalankan warta build{hint}.")
        hint = "" if config.load(room.root).meja.kit else _(", sesudah [meja] kit = true di content/site.toml")
        raise UsageError(said.format(library=library, month=month, hint=hint))
    _write(target, room, kits, library, month)
    return Packed(len(kits), len(cards) - len(kits))


def _cards(room: Newsroom, library: str, month: str, now: int) -> list[Card]:
    """Return what the last build published of *library* in *month*, the oldest first."""
    with last_build(room) as (state, store):
        if any(isinstance(change, StoryChange) for change in clock.passed(store, int(state.meta("now") or now), now)):
            raise UsageError(
                _("Sejak warta build terakhir ada izin atau waktu tayang yang berubah: jalankan warta build dulu.")
            )
        visible = Visible(store, "sosial", now)
        known = sorted({*visible.slugs(), *visible.names("perpustakaan")})
        if library not in known:
            said = _('Tidak ada perpustakaan "{library}".').format(library=library)
            near = nearest(library, known)
            raise UsageError(f"{said} {_('Maksudnya {near}?').format(near=near)}" if near else said)
        cards = visible.whole(f"perpustakaan/{library}")
    found = [card for card in cards if card.address.startswith(f"{month.replace('-', '/')}/")]
    if not found:
        months = sorted({card.address[:7].replace("/", "-") for card in cards})
        said = _("{library} tidak menerbitkan berita pada {month}.").format(library=library, month=month)
        last = _("Yang terakhir: {month}.").format(month=months[-1]) if months else ""
        raise UsageError(f"{said} {last}".rstrip())
    return sorted(found, key=lambda card: (card.published, card.address))


def _write(target: Path, room: Newsroom, cards: list[Card], library: str, month: str) -> None:
    """Write the ZIP beside its place, then put it there."""
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(part, "w") as made:
            _fill(made, room, cards, library, month)
        part.replace(target)
    except OSError as error:
        said = _("Tidak dapat menulis {path}: {reason}.")
        raise OutputError(said.format(path=target, reason=error.strerror or error)) from error
    except zipfile.BadZipFile as error:
        raise OutputError(_("Sebuah perangkat berbagi di output/ rusak: jalankan warta build.")) from error
    finally:
        _forget(part)


def _forget(part: Path) -> None:
    with suppress(OSError):  # where nothing could be written nothing can be deleted
        part.unlink(missing_ok=True)


def _fill(made: zipfile.ZipFile, room: Newsroom, cards: list[Card], library: str, month: str) -> None:
    site = config.load(room.root)
    first = date(int(month[:4]), int(month[5:]), 1)
    rows = [(card, card.address.rpartition("/")[2], local_day(card.published, card.zone)) for card in cards]
    lines = (f"{day}\n{card.title}\n{site.base}{card.address}/\n{name}/bagikan.html\n" for card, name, day in rows)
    made.writestr(entry("daftar.txt", first), "\n".join(lines))
    options = Recipes(room, site).options
    style = squeezed(fill(options, "id", "kit/kit.css", {"alone": True}))
    values = {
        "lang": site.bahasa,
        "name": site.nama,
        "library": library,
        "month": month,
        "rows": rows,
        "style": Markup(style),  # noqa: S704  a template of the newsroom
        "sum": b64encode(sha256(style.encode()).digest()).decode(),
    }
    made.writestr(entry("index.html", first), fill(options, site.bahasa, "kit/bulan.html", values))
    for card, name, _day in rows:
        with zipfile.ZipFile(room.output / archive(card.address)) as kit:
            for info in kit.infolist():
                day = date(*info.date_time[:3])
                made.writestr(entry(f"{name}/{info.filename}", day), kit.read(info))
