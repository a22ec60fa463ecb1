"""``warta new``."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from pipeline.cli import options
from pipeline.content.moment import tzinfo
from pipeline.content.scalar import plain
from pipeline.content.story import KINDS, STRATEGIES
from pipeline.errors import UsageError
from pipeline.language import N_, _
from pipeline.production import draft
from pipeline.production.draft import Draft, Home
from pipeline.production.newsroom import find

T = TypeVar("T")

MOST = 20
"""Libraries that are listed to choose from."""

STRATEGY_NAMES = {
    "layanan-informasi": N_("layanan informasi"),
    "pelibatan-masyarakat": N_("pelibatan masyarakat"),
    "advokasi": N_("advokasi: mencari dukungan"),
    "publikasi": N_("publikasi"),
}


class Asker(NamedTuple):
    """Asks for what was not given, where there is somebody to ask."""

    terminal: bool

    def ask(self, given: str | None, question: str, read: Callable[[str], T], *, default: str = "") -> T | None:
        """Return what *read* makes of *given*, or of the answer; ``None`` for neither.

        An answer that *read* refuses (``UsageError``) is asked for again.
        """
        if given is not None:
            return read(given)
        if not self.terminal:
            return read(default) if default else None
        while True:
            answer = click.prompt(question, default=default, show_default=bool(default), err=True).strip()
            if not answer:
                return None
            try:
                return read(answer)
            except UsageError as error:
                click.echo(str(error), err=True)

    def required(
        self, given: str | None, question: str, read: Callable[[str], T], *, flag: str, default: str = ""
    ) -> T:
        """Return the same, insisting on an answer; where nobody can be asked, the error names *flag*."""
        while (found := self.ask(given, question, read, default=default)) is None:
            if not self.terminal:
                raise UsageError(_("belum disebut: {flag}").format(flag=flag))
        return found


@click.command("new", help=_("Tulis laporan baru di content/stories/. Yang belum disebut ditanyakan."))
@options.root
@click.option("--judul", help=_("Judul laporan."))
@click.option("--tanggal", help=_("Tanggal kegiatan, misalnya: 12 Mei 2023 (bawaan: hari ini)."))
@click.option("--perpustakaan", help=_("Nama atau alamat singkat perpustakaannya (bawaan: satu-satunya)."))
@click.option("--strategi", type=click.Choice(STRATEGIES), help=_("Strategi kegiatan."))
@click.option("--topik", multiple=True, help=_("Topik; boleh diulang, atau dipisah koma."))
@click.option("--ringkasan", help=_("Satu atau dua kalimat inti."))
@click.option("--penulis", default="", help=_("Siapa yang menulis."))
@click.option("--lokasi", default="", help=_("Tempat kegiatan."))
@click.option("--jenis", type=click.Choice(KINDS), default=None, help=_("Jenis laporan (bawaan: kegiatan)."))
@click.option("--peserta", help=_("Berapa orang: 24, atau laki-laki: 4, perempuan: 20."))
@click.option(
    "--isi", type=click.File("rb"), metavar=_("BERKAS"), help=_("Isi laporan dari berkas; - untuk masukan standar.")
)
@click.option("--terbit-pada", help=_("Kapan terbit, misalnya: 1 Juni 2026 pukul 08.00 (bawaan: sekarang)."))
@click.option("--ya", is_flag=True, help=_("Jangan bertanya; pakai yang sudah disebut dan nilai bawaan."))
def command(*, root: Path, isi: Any, ya: bool, **given: Any) -> int:  # noqa: ANN401  an open file, and texts by flag
    """Ask, write, and say what is still missing."""
    room = find(root)
    asker = Asker(terminal=not ya and isi is None and sys.stdin.isatty())
    body = _decoded(isi.read()) if isi is not None else ""
    written = draft.write(room, _draft(asker, draft.homes(room), given, body))
    for problem in written.problems:
        click.echo(str(problem), err=True)
    if written.praise:
        click.echo(_("Yang sudah baik: {praise}").format(praise=written.praise))
    click.echo(_("Laporan baru: {path}").format(path=room.root / written.path))
    if not body:
        told = _(
            "Buka berkas itu dan ganti pertanyaannya dengan cerita Anda, hapus baris status: draf, "
            "lalu jalankan: warta check"
        )
        click.echo(told)
    else:
        click.echo(_("Berikutnya: warta check, lalu warta build"))
    return 0


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise UsageError(_("--isi bukan teks UTF-8. Simpan berkasnya sebagai UTF-8 lebih dahulu.")) from None


def _draft(asker: Asker, known: list[Home], given: dict[str, Any], body: str) -> Draft:
    """Return what was given and answered, in the order in which it is asked."""
    now = datetime.now(UTC)
    title = asker.required(given["judul"], _("Judul"), _title, flag="--judul")
    typed, day = asker.required(
        given["tanggal"], _("Tanggal kegiatan"), _dated, flag="--tanggal", default=_today(now, known)
    )
    home = _home(asker, known, given["perpustakaan"])
    publish_at = given["terbit_pada"]
    return Draft(
        title=title,
        date=typed,
        month=day,
        library=home.slug,
        publish_at=draft.stamp(draft.moment(publish_at), home.zone) if publish_at else draft.stamp_now(now, home.zone),
        kind=given["jenis"] or "",
        strategy=given["strategi"] or _strategy(asker),
        topics=tuple(part.strip() for text in given["topik"] for part in text.split(",") if part.strip()),
        summary=asker.ask(given["ringkasan"], _("Ringkasan, satu kalimat (boleh kosong)"), plain) or "",
        author=given["penulis"],
        place=given["lokasi"],
        participants=asker.ask(given["peserta"], _("Berapa orang yang ikut (boleh kosong)"), draft.participants) or "",
        body=body,
    )


def _title(text: str) -> str:
    title = plain(text)
    if not title:
        raise UsageError(_("judul masih kosong."))
    return title


def _dated(text: str) -> tuple[str, str]:
    """Return a date as typed, and its month (``2026/11``)."""
    return plain(text), f"{draft.moment(text).day:%Y/%m}"


def _today(now: datetime, known: list[Home]) -> str:
    return draft.spoken(now.astimezone(tzinfo(known[0].zone if known else "WIB")).date())


def _home(asker: Asker, known: list[Home], given: str | None) -> Home:
    """Return the library: the one given, the only one, or one chosen from a numbered list."""
    if not known:
        raise UsageError(_("Belum ada perpustakaan. Buat dulu profilnya di content/libraries/."))
    if given is None and len(known) == 1:
        return known[0]
    if given is None and asker.terminal and len(known) <= MOST:
        for number, library in enumerate(known, 1):
            click.echo(f"{number:>4}  {library.name}", err=True)

    def chosen(text: str) -> Home:
        if text.isdecimal() and 1 <= int(text) <= len(known):
            return known[int(text) - 1]
        return draft.home(text, known)

    return asker.required(given, _("Perpustakaan (nomor atau nama)"), chosen, flag="--perpustakaan")


def _strategy(asker: Asker) -> str:
    if not asker.terminal:
        return ""
    for number, strategy in enumerate(STRATEGIES, 1):
        click.echo(f"{number:>4}  {_(STRATEGY_NAMES[strategy])}", err=True)

    def chosen(text: str) -> str:
        if text in STRATEGIES:
            return text
        if text.isdecimal() and 1 <= int(text) <= len(STRATEGIES):
            return STRATEGIES[int(text) - 1]
        raise UsageError(_("Pilih nomor 1 sampai {most}.").format(most=len(STRATEGIES)))

    return asker.ask(None, _("Strategi (nomor; boleh kosong)"), chosen) or ""
