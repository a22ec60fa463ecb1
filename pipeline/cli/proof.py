"""What ``warta izin --bukti`` says: what was looked at, what was found, and what nobody but people can reach."""

import json
import sys
from typing import Any

import click

from pipeline.cli.progress import shown
from pipeline.content.text import one_line
from pipeline.language import _, current
from pipeline.production.newsroom import Newsroom
from pipeline.production.proof import PLACES, Gone, Place, Proof, prove
from pipeline.templating.dates import long_date

MOST = 8
"""Files that are named of one kind."""


def run(room: Newsroom, what: str, now: int | None, *, as_json: bool) -> int:
    """Look for *what* was taken down and say what came of it; returns the status."""
    if as_json or not sys.stderr.isatty():
        found = prove(room, what, now)
    else:
        with shown() as tell:
            found = prove(room, what, now, step=lambda done: tell("look", done, 0))
    if as_json:
        click.echo(json.dumps(summary(room, found), ensure_ascii=False))
    else:
        for line in spoken(room, found):
            click.echo(line)
    return 0 if found.holds else 1


def summary(room: Newsroom, found: Proof) -> dict[str, Any]:
    """Return the object that ``--json`` prints."""
    return {
        "holds": found.holds,
        "what": [
            {
                "kind": gone.taken.kind, "hash": gone.taken.name, "address": gone.taken.address,
                "since": gone.taken.since.isoformat(), "files": gone.files, "words": len(gone.words),
            }
            for gone in found.gone
        ],
        "looked": found.looked,
        "traces": [
            {
                "place": trace.place, "path": trace.path,
                "kind": trace.gone.taken.kind, "address": trace.gone.taken.address,
            }
            for trace in found.traces
        ],
        "due": [*found.standing.stale],
        "foreign": found.foreign,
        "changed": found.changed,
        "aside": found.aside,
        "beyond": beyond(room, found),
    }  # fmt: skip


def spoken(room: Newsroom, found: Proof) -> list[str]:
    """Return what is printed for people."""
    lines = [_("Dicari:"), *(f"  {_named(gone)}" for gone in found.gone), ""]
    lines += _looked(found)
    lines += _wrong(found)
    lines += ["", _("Yang tidak dapat dijangkau warta, dan yang dapat Anda kerjakan (docs/panduan/izin.md):")]
    lines += (f"  - {one}" for one in beyond(room, found))
    lines += ["", _verdict(found)]
    return lines


def _named(gone: Gone) -> str:
    one = gone.taken
    kinds = {"berita": _("berita"), "foto": _("foto"), "kutipan": _("kutipan")}
    since = _("sejak {day}").format(day=long_date(one.since, current()))
    said = f"{kinds[one.kind]} {one.address}, {since}"
    if one.kind == "kutipan" and not gone.words:
        said += f" ({_('kata-katanya tidak ada lagi di content/, jadi hanya rencana dan berkas yang diperiksa')})"
    return said


def _looked(found: Proof) -> list[str]:
    """Say what was looked at, each place with whether anything was found there."""
    says: dict[Place, str] = {
        "rencana": _("{number} halaman dan kiriman direncanakan ulang: mana yang menampilkannya"),
        "berkas": _("{number} berkas di output/: persis seperti yang dibuat, dan bukan foto aslinya"),
        "teks": _("{number} berkas di output/ dibaca, juga isi ZIP, DOCX, dan PDF: mana yang memuat kata-katanya"),
        "album": _("{number} salinan foto di .warta/"),
        "simpanan": _("{number} berkas lain di .warta/, juga milik pratinjau dan pemeriksaan"),
        "versi": _("{number} berkas dari versi yang dapat diterbitkan lagi (.warta/state/versi/)"),
        "sisa": _("{number} berkas yang dulu disisihkan ke .warta/state/sisa/"),
    }
    bad = {trace.place for trace in found.traces}
    if found.changed or found.foreign:
        bad.add("berkas")
    if found.aside:
        bad.add("sisa")
    shown = [place for place in PLACES if place not in ("sisa", "versi") or found.looked[place]]
    marks = {True: _("ADA"), False: _("bersih")}
    wide = max(map(len, marks.values()))
    return [f"  {marks[place in bad]:<{wide}}  {says[place].format(number=found.looked[place])}" for place in shown]


def _wrong(found: Proof) -> list[str]:
    """Name what was found, and how to mend it."""
    lines: list[str] = []
    if found.standing.due:
        lines.append(_("Isi content/ berubah sesudah build terakhir. Jalankan warta build, lalu ulangi."))
    heads: dict[Place, str] = {
        "rencana": _("masih akan ditampilkan; ini kesalahan warta, mohon laporkan (docs/keamanan.md):"),
        "berkas": _("foto aslinya sendiri ada di sini (hapus, lalu laporkan):"),
        "teks": _("kata-katanya masih terbaca di sini (hapus dari laporan yang memuatnya, lalu warta build):"),
        "album": _("salinan fotonya masih ada (hapus folder .warta/cache, lalu warta build):"),
        "simpanan": _("masih tersimpan di sini (tutup pratinjau, hapus folder .warta/cache, lalu warta build):"),
        "versi": _("masih tersimpan untuk diterbitkan lagi (hapus folder .warta/state/versi):"),
        "sisa": _("masih ada di antara yang disisihkan (hapus berkasnya):"),
    }
    for place, head in heads.items():
        lines += _listed(head, [trace.path for trace in found.traces if trace.place == place])
    lines += _listed(_("diubah atau hilang sesudah dibuat (jalankan warta build):"), found.changed)
    lines += _listed(_("tidak dibuat oleh warta, jadi tidak diketahui isinya (periksa, lalu hapus):"), found.foreign)
    if found.aside:
        said = _("{number} gambar, PDF, atau ZIP di .warta/state/sisa/ tidak dapat dikenali: periksa, lalu hapus.")
        lines.append(said.format(number=found.aside))
    return ["", *lines] if lines else []


def _listed(head: str, paths: tuple[str, ...] | list[str]) -> list[str]:
    if not paths:
        return []
    lines = [f"{head}", *(f"  {one_line(path)}" for path in paths[:MOST])]
    if len(paths) > MOST:
        lines.append(_("  dan {number} lagi").format(number=len(paths) - MOST))
    return lines


def beyond(room: Newsroom, found: Proof) -> list[str]:
    """Return what warta cannot reach, each with what people can do there."""
    files = sorted({path for gone in found.gone for path in gone.files})
    kept = ", ".join(files[:MOST]) + (" …" if len(files) > MOST else "")
    lines = []
    if files:
        said = _("content/ masih menyimpan {files}: tidak diterbitkan; hapus kalau tidak diperlukan lagi.")
        lines.append(said.format(files=kept))
    if any((folder / ".git").exists() for folder in (room.root, *room.root.parents)):
        lines.append(
            _(
                "riwayat git menyimpan semua yang pernah dicatat (lihat: git log --all -- {files}). Kalau "
                "repositorinya terbuka, minta bantuan orang yang paham git untuk menghapusnya dari riwayat."
            ).format(files=files[0] if files else "content")
        )
    return [
        *lines,
        _("situs yang sudah terbit: baru berubah sesudah Anda menerbitkan lagi (warta publish)."),
        _("kiriman di WhatsApp, Instagram, dan lain-lain: hapus sendiri di sana, dan minta grup tidak meneruskannya."),
        _("mesin pencari dan Internet Archive: minta dihapus; alamat formulirnya ada di panduan."),
        _("salinan di peramban pembaca: hilang sendiri dalam beberapa hari."),
        _("media yang sudah memuatnya: hubungi redaksinya."),
        _("cadangan, cetakan, dan salinan orang lain: cari dan hapus, atau mintalah baik-baik."),
    ]


def _verdict(found: Proof) -> str:
    if found.holds:
        return _("Terbukti: di tempat yang dapat dijangkau warta tidak ada lagi.")
    return _("Belum terbukti: selesaikan yang disebut di atas, lalu jalankan perintah ini lagi.")
