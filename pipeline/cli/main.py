"""The command ``warta``: finds the asked-for command, imports only that, and turns errors into one line."""

import gettext
import os
import sys
from importlib import import_module
from keyword import iskeyword

import click

from pipeline import __version__
from pipeline.errors import WartaError
from pipeline.language import LOCALES, _, current


def _let_click_speak() -> None:
    """Have what click itself says (usage, options) in Indonesian too: it asks gettext, and gettext the environment."""
    if current() == "id":
        os.environ["LANGUAGE"] = "id"
        gettext.bindtextdomain("click", LOCALES)
        gettext.textdomain("click")


_let_click_speak()  # before the first of its texts is asked for

COMMANDS = {
    "init": _("Buat ruang redaksi baru dari contoh."),
    "new": _("Tulis laporan baru dengan beberapa pertanyaan."),
    "import": _("Ubah dokumen, surel, dan foto menjadi draf laporan."),
    "check": _("Periksa semua laporan dan profil."),
    "build": _("Bangun situs dan kiriman dari content/."),
    "serve": _("Bangun, tampilkan di komputer ini, dan bangun lagi setiap ada perubahan."),
    "social": _("Tampilkan kiriman media sosial satu berita, siap ditempel."),
    "publish": _("Terbitkan situs ke tempat pembaca: folder, server, awan, atau diska USB."),
    "press": _("Tunjukkan siaran pers satu berita, dan naskah surel untuk media."),
    "advocacy": _("Tunjukkan kertas advokasi satu area, dan buat yang lain: proposal, ringkasan, laporan balik."),
    "monitor": _("Tanyakan umpan media: berita baru apa yang terbit."),
    "newsroom": _("Ruang redaksi di web: tulis dari ponsel, periksa, setujui, terbitkan."),
    "izin": _("Daftar izin foto dan kutipan, dan formulirnya untuk dicetak."),
    "why": _("Jelaskan mengapa sebuah berkas dibuat, atau mengapa tidak ada."),
}

VALUES = {"text": _("TEKS"), "integer range": _("ANGKA")}
"""How a value is called in the help of an option, by click's name for its type."""


def module_of(name: str) -> str:
    """Return the module of the command *name*: ``import`` means something to Python."""
    return f"{name}_" if iskeyword(name) else name


class Commands(click.Group):
    """Loads a command's module only when it is called: start-up counts."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of all commands, in the order of a first day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        """Return one command."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"pipeline.cli.{module_of(cmd_name)}").command
        found.options_metavar = _("[PILIHAN]")
        for parameter in found.params:
            if parameter.metavar is None:
                parameter.metavar = VALUES.get(parameter.type.name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  as above
        """Write the list of commands without loading any of them."""
        with formatter.section(_("Perintah")):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    options_metavar=_("[PILIHAN]"),
    subcommand_metavar=_("PERINTAH …"),
    help=_("Satu laporan Markdown menjadi halaman berita, kiriman media sosial, siaran pers, dan bukti advokasi."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, "--version", prog_name="warta", message="%(prog)s %(version)s", help=_("Tampilkan versi warta.")
)
def warta() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line; exit with 0 (done), 1 (done, but some content has errors) or 2 (could not do it)."""
    try:
        status = warta.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.Abort:
        click.echo(_("Dibatalkan."), err=True)
        sys.exit(2)
    except WartaError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo(_("Dihentikan. output/ tetap utuh."), err=True)
        sys.exit(2)
    except Exception as error:  # no traceback reaches a user
        if os.environ.get("WARTA_DEBUG"):
            raise
        click.echo(fault(error), err=True)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)


def fault(error: Exception) -> str:
    """Return one line about a fault of warta's own: where it happened, and how to see more."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119
    return _("Ada kesalahan di dalam warta sendiri ({kind}: {text}; {place}). Laporkan, dengan WARTA_DEBUG=1.").format(
        kind=type(error).__name__, text=str(error).splitlines()[0] if str(error) else "", place=place
    )
