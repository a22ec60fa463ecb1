"""Newsrooms small enough to read, and a comparison of folders that says where two differ."""

import datetime as dt
import fcntl
import os
import re
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from pipeline.production.build import Order, Report, build
from pipeline.production.newsroom import Newsroom
from pipeline.templating.folders import bundled
from tests.browser.install import missing

NOW = int(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC).timestamp())
"""The instant at which tests build: 22 November 2026, 08.00 WIB."""

LIBRARY = '---\nnama: Perpustakaan Desa {name}\ntingkat: desa\nwilayah: "32.04.99.2999"\n---\nProfil {name}.\n'
# Pictures and kits are dear to make: tests that are not about them do without.
BASE = {
    "content/site.toml": (
        'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\n'
        "posters = false\nkit = false\nadvocacy = false\nevidence = false\n"
    ),
    "content/libraries/alfa.md": LIBRARY.format(name="Alfa"),
}


def story(title: str, *, day: str = "2025-01-05", library: str = "alfa", body: str = "Isi kabar.", **more: str) -> str:
    """Return a report with *title*; *more* are further keys of its front matter."""
    head = {"judul": title, "tanggal": day, "perpustakaan": library, "ringkasan": f"Ringkasan {title}."}
    head |= more
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + f"---\n{body}\n"


def pytest_configure() -> None:
    """Let no timing decide a test, and Ctrl-C mean what it means.

    A shell's background job ignores Ctrl-C, and so does every process it starts.
    """
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


NEEDING = ("browser", "office")
"""Marks of tests that need what not every computer has."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that need what this computer lacks; under ``CI`` nothing is left out."""
    for marker in NEEDING:
        asked = [item for item in items if item.get_closest_marker(marker)]
        if asked and not os.environ.get("CI") and missing(marker):
            items[:] = [item for item in items if item not in asked]
            config.hook.pytest_deselected(items=asked)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was left out."""
    for marker in NEEDING:
        if (absent := missing(marker)) and not os.environ.get("CI"):
            terminalreporter.write_line(f"Left out: the tests marked {marker}, for want of {', '.join(absent)}")


class Room:
    """A newsroom in a folder of its own: with a library and *files*, or (``None``) as it stands there."""

    def __init__(self, root: Path, files: Mapping[str, str | bytes] | None) -> None:
        self.root = root
        self.output = root / "output"
        root.mkdir(parents=True, exist_ok=True)
        if files is not None:
            self.write(BASE | files)

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files by their paths from the root; ``None`` deletes one."""
        for path, text in files.items():
            target = self.root / path
            if text is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode())

    def build(self, *, preview: bool = False, now: int | None = NOW, jobs: int = 1, **order: object) -> Report:
        """Build, in this process unless *jobs* says otherwise."""
        return build(Newsroom(self.root, preview), Order(now=now, jobs=jobs, **order))

    def clean(self, *, now: int | None = NOW) -> dict[str, bytes]:
        """Return what a clean build of the present content makes, elsewhere."""
        with tempfile.TemporaryDirectory(dir=self.root.parent) as folder:
            other = Path(folder)
            for part in ("content", "templates"):
                if (self.root / part).exists():
                    shutil.copytree(self.root / part, other / part, symlinks=True)
            build(Newsroom(other), Order(now=now, jobs=1))
            return tree(other / "output")

    def tree(self) -> dict[str, bytes]:
        """Return everything in ``output/``."""
        return tree(self.output)

    def page(self, path: str) -> str:
        """Return the text of a file in ``output/``."""
        return (self.output / path).read_text("utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below *folder* with their bytes, and all empty folders (with a slash at the end)."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_dir():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def difference(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> str:
    """Return where two trees first differ, in words; an empty string where they do not."""
    for path in sorted(one.keys() | other.keys()):
        if path not in other:
            return f"{path}: only on the first side"
        if path not in one:
            return f"{path}: only on the second side"
        if one[path] != other[path]:
            at = next((i for i, (a, b) in enumerate(zip(one[path], other[path], strict=False)) if a != b), -1)
            at = min(len(one[path]), len(other[path])) if at < 0 else at
            return f"{path}: byte {at}: {one[path][at - 30 : at + 50]!r} is not {other[path][at - 30 : at + 50]!r}"
    return ""


@pytest.fixture(name="tree", scope="session")
def _tree() -> Callable[[Path], dict[str, bytes]]:
    return tree


@pytest.fixture(name="difference", scope="session")
def _difference() -> Callable[[Mapping[str, bytes], Mapping[str, bytes]], str]:
    return difference


@pytest.fixture(name="story", scope="session")
def _story() -> Callable[..., str]:
    return story


SAMPLE_URL = "https://example.org/kabar/"
"""Where the sample newsroom says that it lives: below a sub-path, the harder case."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Room:
    """The repository's own newsroom, built once for all processes of a run: it takes a while, with photos and cards."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    root = shared / "kabar"
    with (shared / "kabar.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "kabar.done").exists():
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(bundled("content"), root / "content")
            settings = root / "content/site.toml"
            told = re.sub(r'url = ".*"', f'url = "{SAMPLE_URL}"', settings.read_text("utf-8"))
            settings.write_text(told, "utf-8")
            assert build(Newsroom(root), Order(now=NOW)).errors == 0
            (shared / "kabar.done").touch()
    return Room(root, None)


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: many builds need not wait for a disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="warta-", dir=memory, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def make_room() -> type[Room]:
    """Give the newsrooms' class, to those who keep one for several tests."""
    return Room


@pytest.fixture
def newsroom(quick_path: Path) -> Callable[..., Room]:
    """Make a newsroom from a dict of path and text; without one it has a library and no story."""
    count = iter(range(100))
    return lambda files=None: Room(quick_path / f"ruang-{next(count)}", files or {})
