"""Killed at any moment, the next command finds either the old site or the new one, whole."""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

STORIES = "content/stories"
MEMORY = Path("/dev/shm")


class Killer:
    """The script ``killer.py``: builds in processes that kill themselves."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("killer.py")
        self._process = subprocess.Popen(
            [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __call__(self, root: Path, do: str = "build", *, kill: int = 0, point: str = "any", **more: Any) -> list[str]:
        """Do it and return the events; with *kill*, the process must have died (else the events are empty)."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        task = {"root": str(root), "do": do, "now": 1_795_309_200, "point": point, "kill": kill, **more}
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert answer["status"] == ("killed" if kill else "done"), answer["status"]
        return answer.get("events", [])

    def close(self) -> None:
        self._process.communicate()


class Scene:
    """A newsroom as it stands (*start*), its content before and after an edit, and what clean builds make of both."""

    def __init__(self, start: Any, after: Any, killer: Killer, tree: Callable[[Path], dict[str, bytes]]) -> None:
        self.start, self.after, self.killer, self._tree = start.root, after.root, killer, tree
        self.old, self.new = (start.clean() if start.output.exists() else {}), after.clean()
        self.here = start.root.parent / "sini"

    def begin(self) -> None:
        """Set the newsroom up afresh, with the edit in place."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.start, self.here, symlinks=True)
        self.content(self.after)

    def content(self, source: Path) -> None:
        """Give the newsroom the content and the templates of *source*, touching only what differs."""
        for part in ("content", "templates"):
            want = self._tree(source / part) if (source / part).exists() else {}
            have = self._tree(self.here / part) if (self.here / part).exists() else {}
            for name in (name for name in have.keys() | want.keys() if name[-1] != "/"):
                path = self.here / part / name
                if name not in want:
                    path.unlink()
                elif have.get(name) != want[name]:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(want[name])

    def output(self) -> dict[str, bytes]:
        folder = self.here / "output"
        found = self._tree(folder) if folder.exists() else {}
        return {} if found.keys() <= {".warta"} else found

    def aside(self) -> dict[str, bytes]:
        folder = self.here / ".warta" / "state" / "sisa"
        return self._tree(folder) if folder.exists() else {}

    def events(self) -> list[str]:
        """Return the points that an undisturbed build passes."""
        self.begin()
        return self.killer(self.here)


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    found = Killer()
    yield found
    found.close()


def _before(story: Callable[..., str]) -> dict[str, str]:
    files = {
        f"{STORIES}/2025/01/kabar-{name}.md": story(f"Kabar {name}", topik="[panen]", terbit_pada=f"2025-01-0{n}")
        for n, name in enumerate("abc", 1)
    }
    return files | {"content/pages/tentang.md": "---\njudul: Tentang\nurutan: 1\n---\nTentang kami.\n"}


def _edit(story: Callable[..., str]) -> dict[str, str | None]:
    """Add, edit, delete and retitle a story, delete a page, and edit a template, all in one go."""
    from pipeline.templating.folders import bundled

    return {
        f"{STORIES}/2025/02/kabar-baru/index.md": story("Kabar baru", day="2025-02-01", topik="[lansia]"),
        f"{STORIES}/2025/01/kabar-a.md": story("Kabar a", topik="[panen]", body="Isi lain."),
        f"{STORIES}/2025/01/kabar-b.md": None,
        f"{STORIES}/2025/01/kabar-c.md": story("Judul lain", topik="[panen, budaya]"),
        "content/pages/tentang.md": None,
        "templates/site/list.html": (bundled("templates") / "site/list.html").read_text("utf-8") + "\n",
    }


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="warta-kills-", dir=MEMORY if MEMORY.is_dir() else None) as found:
        yield Path(found)


def _scene(kind: str, folder: Path, killer: Killer, make_room: Any, story: Any, tree: Any) -> Scene:
    home = folder / kind
    before, after = (make_room(home / name, _before(story)) for name in ("awal", "akhir"))
    after.write(_edit(story))
    if kind != "first":
        before.build()
    if kind == "state lost":
        shutil.rmtree(before.root / ".warta")
        before.write({"output/site/milik.txt": "milik orang", "output/site/2025/01/kabar-b/milik.txt": "juga"})
    scene = Scene(before, after, killer, tree)
    scene.events()  # once for nothing: templates are compiled, and all later builds pass the same points
    return scene


@pytest.fixture(scope="module")
def scenes(folder, killer, make_room, story, tree) -> Callable[[str], Scene]:
    known: dict[str, Scene] = {}

    def scene(kind: str) -> Scene:
        if kind not in known:
            known[kind] = _scene(kind, folder, killer, make_room, story, tree)
        return known[kind]

    return scene


def _some(events: list[str], most: int) -> list[int]:
    """Return the numbers (from 1) of the first and the last call of every point, and of some others."""
    ends = {events.index(name) + 1 for name in events}
    ends |= {len(events) - events[::-1].index(name) for name in events}
    others = sorted(set(range(1, len(events) + 1)) - ends)
    return sorted(ends | set(random.Random(7).sample(others, min(len(others), most))))


KINDS = ["first", "incremental", "state lost"]


# -- what must hold after a kill -------------------------------------------------------------------------------------


def _build_finishes(scene: Scene, difference: Any, kill: int, *, begin: bool = True) -> None:
    """Build after the kill: the output is the clean build of what is there now."""
    if begin:
        scene.begin()
        scene.killer(scene.here, kill=kill)
    scene.killer(scene.here)
    assert difference(scene.output(), scene.new) == "", kill
    assert not list((scene.here / ".warta" / "cache").glob("stage-*"))


def _recovery_is_whole(scene: Scene, difference: Any, kill: int) -> bool:
    """Only recover after the kill: the output is the old site or the new one; returns whether it is the new one."""
    scene.begin()
    before = scene.output()
    scene.killer(scene.here, kill=kill)
    scene.killer(scene.here, "recover")
    found = scene.output()
    assert "" in (difference(found, before), difference(found, scene.new)), (
        kill,
        difference(found, before),
        difference(found, scene.new),
    )
    scene.killer(scene.here, "recover")
    assert scene.output() == found
    return found == scene.new


def _undone_edits_are_undone(scene: Scene, difference: Any, kill: int) -> None:
    """Take the edit back between the kill and the next build: the output is the old site."""
    scene.begin()
    scene.killer(scene.here, kill=kill)
    scene.content(scene.start)
    scene.killer(scene.here)
    assert difference(scene.output(), scene.old) == "", kill


def _recovery_killed(scene: Scene, difference: Any, kill: int, again: int) -> None:
    """Kill a build while it swaps its files in, kill the recovery too, and recover at last: it is the new site."""
    scene.begin()
    scene.killer(scene.here, kill=kill)
    scene.killer(scene.here, "recover", kill=again)
    scene.killer(scene.here, "recover")
    assert difference(scene.output(), scene.new) == "", (kill, again)


# -- the proofs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_after_a_kill_the_next_command_finds_the_old_site_or_the_new_one_whole(scenes, difference, kind):
    """Recovery alone leaves the old or the new site; the next build makes exactly the present content, either way."""
    scene = scenes(kind)
    ends = []
    for number, kill in enumerate(_some(scene.events(), 2)):
        if number % 2:
            ends.append(_recovery_is_whole(scene, difference, kill))
        _build_finishes(scene, difference, kill, begin=number % 2 == 0)
        if kind == "state lost":
            assert {"site/milik.txt", "site/2025/01/kabar-b/milik.txt"} <= scene.aside().keys()
    # Old up to the journal, new from there on: it turns once, and it does turn.
    assert ends == sorted(ends)
    assert set(ends) == {False, True}


def test_edits_taken_back_after_a_kill_are_taken_back_in_the_site(scenes, difference):
    scene = scenes("incremental")
    for kill in _some(scene.events(), 0)[::2]:
        _undone_edits_are_undone(scene, difference, kill)


@pytest.mark.parametrize("kind", KINDS)
def test_a_recovery_that_is_killed_itself_is_finished_by_the_next(scenes, difference, kind):
    scene = scenes(kind)
    events = scene.events()
    begun = events.index("journal.apply") + 1
    rng = random.Random(3)
    for kill in (begun, rng.randint(begun, len(events) - 2)):
        scene.begin()
        scene.killer(scene.here, kill=kill)
        for again in _some(scene.killer(scene.here, "recover"), 0)[::3]:
            _recovery_killed(scene, difference, kill, again)


def test_every_named_point_is_passed_so_that_every_kind_of_kill_is_tried(scenes):
    events = {name for kind in KINDS for name in scenes(kind).events()}
    assert events >= {
        "os.replace", "os.rename", "os.unlink", "os.rmdir", "os.mkdir", "os.open", "os.write", "os.fsync", "marker",
        "journal.apply", "journal.step", "sqlite BEGIN", "sqlite COMMIT", "sqlite INSERT INTO journal",
        "sqlite DELETE FROM journal",
    }  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_kills_at_every_single_call(scenes, difference, kind):
    scene = scenes(kind)
    for kill in range(1, len(scene.events()) + 1):
        _build_finishes(scene, difference, kill)
        _recovery_is_whole(scene, difference, kill)
        if kind == "incremental":
            _undone_edits_are_undone(scene, difference, kill)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_kills_at_every_single_call_of_recoveries(scenes, difference, kind):
    scene = scenes(kind)
    events = scene.events()
    for kill in range(events.index("journal.apply") + 1, len(events), 7):
        scene.begin()
        scene.killer(scene.here, kill=kill)
        for again in range(1, len(scene.killer(scene.here, "recover")) + 1):
            _recovery_killed(scene, difference, kill, again)
