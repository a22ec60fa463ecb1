"""Starting ``warta``: quick, and in words that its users read."""

import subprocess
import sys

import pytest

from pipeline.cli.main import COMMANDS

HEAVY = ("jinja2", "markdown", "babel", "yaml", "nh3", "watchfiles", "rich", "msgspec", "regex", "slugify")
LOADED = "import sys; sys.argv = ['warta', '--help']\ntry:\n import pipeline.__main__\nfinally:\n print(*sys.modules)"


def test_help_imports_nothing_heavy() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)

    loaded = ran.stdout.split()
    assert "pipeline.cli.main" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_help_names_every_command(process) -> None:
    ran = process("--help")

    assert ran.status == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_the_same_summary_as_the_list(warta, name) -> None:
    ran = warta(name, "--help")

    assert ran.status == 0
    assert f"warta {name}" in ran.out
    assert ran.out.count("\n") > 4


def test_an_unknown_command_ends_with_2_and_no_trace(process) -> None:
    ran = process("bulid")

    assert ran.status == 2
    assert "Traceback" not in ran.err
