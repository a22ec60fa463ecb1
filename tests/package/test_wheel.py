"""The package as others get it: a wheel built from this repository, installed where nothing of the checkout is."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from pipeline import __version__

ROOT = Path(__file__).parents[2]
FOLDERS = ("pipeline", "templates", "content", "training")
CARRIED = {name: f"pipeline/bundled/{name}" for name in FOLDERS[1:]}
DIST_INFO = f"warta_pustaka-{__version__}.dist-info"
NOW = "2026-11-22T08:00:00+07:00"


def tracked() -> list[str]:
    """Return the files of the repository as they would be cloned; where git cannot tell, all but what Python made."""
    git = shutil.which("git")
    if git:
        told = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return [path for path in told.stdout.split("\0") if path and (ROOT / path).is_file()]
    top = [path for path in ROOT.iterdir() if path.is_file()]
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return [path.relative_to(ROOT).as_posix() for path in (*top, *below) if path.is_file()]


def run(*words: object, folder: Path, status: int = 0) -> str:
    """Run a command in *folder* without anything that would lead Python back to the checkout; return what it says."""
    known = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "WARTA"))}
    done = subprocess.run(
        [str(word) for word in words], cwd=folder, env=known, capture_output=True, text=True, check=False
    )

    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Build the wheel from a clean copy of the repository."""
    clone = tmp_path / "clone"
    for path in tracked():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, clone / path)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path, clone, folder=tmp_path)
    (found,) = tmp_path.glob("*.whl")
    shutil.rmtree(clone)
    return found


def test_the_wheel_holds_the_package_with_templates_and_samples_and_nothing_else(wheel):
    wanted = set()
    for path in tracked():
        folder, _, rest = path.partition("/")
        if folder in FOLDERS:
            wanted.add(f"{CARRIED.get(folder, folder)}/{rest}")
    with zipfile.ZipFile(wheel) as file:
        found = {name for name in file.namelist() if not name.startswith(f"{DIST_INFO}/")}

    assert found == wanted
    assert {
        "pipeline/py.typed",
        "pipeline/data/holidays.toml",
        "pipeline/data/regions.tsv",
        "pipeline/bundled/content/site.toml",
        "pipeline/bundled/training/LATIHAN.md",
        "pipeline/bundled/training/content/stories/2025/09/dongeng.jpg",
        "pipeline/bundled/templates/site/story.html",
        "pipeline/bundled/templates/social/whatsapp.txt",
        "pipeline/bundled/templates/cards/koran.svg",
        "pipeline/bundled/templates/posters/poster.typ",
        "pipeline/bundled/templates/posters/parts.typ",
        "pipeline/bundled/templates/site/fonts/plus-jakarta-sans.woff2",
        "pipeline/pictures/fonts/fonts.conf",
        "pipeline/pictures/fonts/PlusJakartaSans_800ExtraBold.ttf",
        "pipeline/pictures/fonts/OFL-PlusJakartaSans.txt",
    } <= found


def test_an_installed_wheel_alone_makes_a_newsroom_and_its_site(wheel, tmp_path):
    venv, empty = tmp_path / "venv", tmp_path / "empty"
    empty.mkdir()
    run(sys.executable, "-m", "venv", "--without-pip", venv, folder=empty)
    python, warta = venv / "bin" / "python", venv / "bin" / "warta"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", wheel, folder=empty)

    (package,) = venv.glob("lib/python*/site-packages/pipeline")
    assert run(python, "-c", "import pipeline; print(*pipeline.__path__)", folder=empty) == f"{package}\n"
    record = (package.parent / DIST_INFO / "RECORD").read_text("utf-8").splitlines()
    tops = {PurePosixPath(line.partition(",")[0]).parts[0] for line in record}
    assert tops == {"pipeline", DIST_INFO, ".."}  # "..": bin/warta

    run(warta, "init", "kabar", folder=empty)
    checked = json.loads(run(warta, "check", "--root", "kabar", "--now", NOW, "--json", folder=empty))
    built = json.loads(run(warta, "build", "--root", "kabar", "--now", NOW, "--json", folder=empty))

    assert [problem for problem in checked["problems"] if problem["level"] != "hint"] == []
    assert (built["errors"], built["warnings"]) == (0, 0)
    assert built["stories"] >= 15

    site = empty / "kabar" / "output" / "site"
    pages = [path for path in site.glob("[0-9]*/[0-9]*/*/index.html") if "contoh" in path.read_text("utf-8").lower()]
    posts = list((empty / "kabar" / "output" / "social").glob("*/*/*/whatsapp.txt"))
    assert len(pages) >= 14
    assert len(posts) == built["stories"]
    assert len(list(site.glob("*/*/*/kartu-1080x1920-*.jpg"))) == built["stories"]
    assert len(list(site.glob("*/*/*/*-480.webp"))) >= 10
    assert len(list(site.glob("*/*/*/bagikan/poster.pdf"))) == built["stories"]
    for name in ("index.html", "style.css", "feed.xml", "sitemap.xml", "404.html"):
        assert (site / name).stat().st_size > 0
    assert [path.name for path in empty.iterdir()] == ["kabar"]

    run(warta, "init", "latihan", "--latihan", folder=empty)
    assert (empty / "latihan" / "LATIHAN.md").is_file()
    assert len(list((empty / "latihan" / "content" / "stories").glob("*/*/*.md"))) == 8
