"""``warta serve``."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from threading import Thread

import click

from pipeline.cli import options
from pipeline.cli.main import fault
from pipeline.content.problem import Problem
from pipeline.errors import WartaError
from pipeline.language import _
from pipeline.production import notice
from pipeline.production.board import Board
from pipeline.production.build import Order, Report, build
from pipeline.production.newsroom import Newsroom, find
from pipeline.production.preview import changes
from pipeline.production.webserver import Server


@click.command("serve", help=_("Tampilkan situs dengan drafnya di komputer ini; dibangun lagi setiap ada perubahan."))
@options.root
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help=_("Nomor port."))
@click.option("--host", default="127.0.0.1", show_default=True, help=_("Alamat jaringan; bawaan: komputer ini saja."))
def command(*, root: Path, port: int, host: str) -> int:
    """Serve until Ctrl-C."""
    room = find(root, preview=True)
    board = Board()
    with Server(room.output / "site", host, port, board) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        click.echo(_("Buka {url} (Ctrl-C untuk berhenti)").format(url=server.url))
        try:
            rebuild(room, board)
        except KeyboardInterrupt:
            click.echo(_("Selesai."))
        finally:
            server.shutdown()
    return 0


def rebuild(room: Newsroom, board: Board) -> None:
    """Build at once and after every change, and put on *board* what came of it.

    What goes wrong is told, and the site stays as it was.
    """
    told: frozenset[str] = frozenset()
    for _change in changes(room):
        clock = f"{datetime.now().astimezone():%H.%M.%S}"
        try:
            report = build(room, Order())
        except WartaError as error:
            _fault(board, clock, str(error))
        except Exception as error:  # noqa: BLE001  a fault of warta's own must not end the preview
            _fault(board, clock, fault(error))
        else:
            told = _tell(report.problems, told)
            for failure in report.failures:
                click.echo(f"{failure.owner}:1: output/{failure.path}: {failure.error}", err=True)
            click.echo(f"{clock}  {spoken(report)}")
            board.put(notice.of_report(report), anew=report.made + report.removed > 0)


def _fault(board: Board, clock: str, said: str) -> None:
    click.echo(f"{clock}  {said}", err=True)
    board.put(notice.of_fault(said), anew=False)


def _tell(problems: Iterable[Problem], told: frozenset[str]) -> frozenset[str]:
    """Print errors and warnings that were not there at the last build; return those that are there now."""
    found = [str(problem) for problem in problems if problem.level != "hint"]
    for line in found:
        if line not in told:
            click.echo(line, err=True)
    return frozenset(found)


def spoken(report: Report) -> str:
    """Return one line about a build."""
    said = _(
        "{made} berkas dibuat, {removed} dihapus ({seconds:.1f} detik). {errors} kesalahan, {warnings} peringatan."
    )
    return said.format(
        made=report.made, removed=report.removed, seconds=sum(report.seconds.values()),
        errors=report.errors, warnings=report.warnings,
    )  # fmt: skip
