"""``warta newsroom``."""

import ipaddress
import signal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from pipeline import config
from pipeline.cli import options
from pipeline.errors import UsageError
from pipeline.language import _
from pipeline.newsroom import backup
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.publishing import chosen

if TYPE_CHECKING:
    from pipeline.newsroom.office import Office

_FILE = click.Path(path_type=Path, dir_okay=False)

PATIENCE = 10
"""Seconds in which requests at work are ended."""


@click.command("newsroom", help=_("Jalankan ruang redaksi: tulis dari ponsel, periksa, setujui, terbitkan."))
@options.root
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Alamat jaringan; bawaan: komputer ini saja."))
@click.option("--port", type=click.IntRange(1, 65_535), default=8000, show_default=True, help=_("Nomor port."))
@click.option(
    "--url", default="", metavar="https://redaksi.example", help=_("Alamat yang dibuka orang (lihat docs/pasang.md).")
)
@click.option("--terbit", "target", default="", metavar=_("TUJUAN"), help=_("Terbitkan ke tujuan ini di site.toml."))
@click.option("--admin", default="", metavar=_("NAMA"), help=_("Buat tautan masuk untuk seorang admin, lalu selesai."))
@click.option(
    "--cadangan", "saved", type=_FILE, metavar=_("BERKAS"), help=_("Simpan cadangan ke berkas .tar.gz, lalu selesai.")
)
@click.option(
    "--pulihkan", "restored", type=_FILE, metavar=_("BERKAS"), help=_("Pulihkan cadangan ke --root, lalu selesai.")
)
def command(
    *,
    root: Path,
    host: str,
    port: int,
    url: str,
    target: str,
    admin: str,
    saved: Path | None,
    restored: Path | None,
) -> int:
    """Serve until Ctrl-C, or do the one thing that was asked for."""
    if restored:
        backup.restore(restored, root)
        click.echo(_("Ruang redaksi dipulihkan di {folder}. Jalankan: warta build").format(folder=root))
        return 0
    room = find(root)
    if saved:
        backup.save(room.root, saved)
        click.echo(_("Cadangan disimpan di {path}.").format(path=saved))
        return 0
    base = _base(url, host, port)
    to = _target(room, target)
    office = _office(room, base, to)
    if admin:
        click.echo(_("Tautan untuk {name}: {url}").format(name=admin, url=_invited(office, admin)))
        return 0
    if not any(one.role == "admin" for one in office.people.everybody()):
        said = _("Buka tautan ini untuk masuk pertama kali, dan pilih PIN: {url}")
        click.echo(said.format(url=_invited(office, _("Admin"))))
    click.echo(_("Ruang redaksi di {url} (Ctrl-C untuk berhenti)").format(url=base))
    _serve(office, host, port)
    click.echo(_("Selesai."))
    return 0


def _base(url: str, host: str, port: int) -> str:
    """Return the address that people open; raises ``UsageError`` where their PINs would travel in the clear."""
    parts = urlsplit(url or f"http://{f'[{host}]' if ':' in host else host}:{port}")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise UsageError(_('--url "{url}" bukan alamat. Tulis misalnya: --url https://redaksi.example').format(url=url))
    if parts.scheme == "http" and not _is_here(parts.hostname):
        raise UsageError(
            _(
                "Tanpa TLS, PIN dan laporan terbaca di jalan. Sebutkan alamat https dengan --url, "
                "dan pasang perantara seperti dijelaskan di docs/pasang.md."
            )
        )
    return f"{parts.scheme}://{parts.netloc}"


def _is_here(name: str) -> bool:
    """Whether *name* is this computer."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def _target(room: Newsroom, name: str) -> str:
    """Return the target to publish to: the only one where none is named, none where there is none."""
    site = config.load(room.root)
    if not name and len(site.terbit) != 1:
        return ""
    return chosen(site, name)[0]


def _office(room: Newsroom, base: str, target: str) -> "Office":
    try:
        from pipeline.newsroom.office import Office
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("pipeline"):
            raise
        raise UsageError(
            _('Ruang redaksi memerlukan tambahan. Jalankan: pip install "warta-pustaka[newsroom]"')
        ) from error
    return Office(room, base, target=target)


def _invited(office: "Office", name: str) -> str:
    """Return a link that lets an admin called *name* in, once."""
    known = next((one for one in office.people.everybody() if (one.role, one.name) == ("admin", name)), None)
    who = known or office.people.add(name, "admin", "", at=office.now, maker="")
    return f"{office.base}/masuk/{office.people.invite(who.id, at=office.now, maker='', renew=known is not None)}"


def _serve(office: "Office", host: str, port: int) -> None:
    import uvicorn

    from pipeline.newsroom.app import app

    behind = office.secure
    served = uvicorn.Config(
        app(office, (office.base,)), host=host, port=port, log_level="warning", access_log=False, server_header=False,
        lifespan="off", timeout_graceful_shutdown=PATIENCE, proxy_headers=behind, forwarded_allow_ips="127.0.0.1,::1",
    )  # fmt: skip
    try:
        socket = served.bind_socket()
    except SystemExit:
        said = _("Port {port} di {host} sudah dipakai. Pilih yang lain dengan --port.")
        raise UsageError(said.format(port=port, host=host)) from None
    # uvicorn ends politely and then raises the signal anew: what follows it must happen for a service's SIGTERM too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    office.start()
    try:
        uvicorn.Server(served).run(sockets=[socket])
    except KeyboardInterrupt:
        pass
    finally:
        office.stop()
