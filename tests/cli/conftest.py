"""The command line, in this process where speed matters and in one of its own where it does not."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from pipeline.cli import main

WARTA = (sys.executable, "-m", "pipeline")


class Ran(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str


@pytest.fixture
def warta(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command in this process, through the same ``main`` as the script."""

    def run(*args: object, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["warta", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main.main()
        return Ran(ended.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def process() -> Callable[..., Ran]:
    """Run a command in a process of its own, without a terminal."""

    def run(*args: object, stdin: str = "", **environment: str) -> Ran:
        ran = subprocess.run(
            [*WARTA, *map(str, args)],
            input=stdin, text=True, encoding="utf-8", capture_output=True, check=False, timeout=120,
            env={**os.environ, **environment},
        )  # fmt: skip
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return run
