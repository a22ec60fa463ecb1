"""Builds as people run them: as processes, several at a time, killed from outside, on full disks and read-only ones."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.build.engine import BATCH
from tests.conftest import BASE

NOW = "2026-11-22T08:00:00+07:00"
MANY = 2 * BATCH + 1
"""More stories than are read or made in one process, and enough batches of them for two."""


def _command(root: Path, *more: str) -> list[str]:
    code = "from pipeline.cli.main import main; main()"
    return [sys.executable, "-c", code, "build", "--root", str(root), "--now", NOW, *more]


def _run(root: Path, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``warta build``, to its end."""
    return subprocess.run(
        _command(root, *more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


def _start(root: Path, *more: str) -> subprocess.Popen[str]:
    """Start ``warta build`` as the leader of a session of its own."""
    return subprocess.Popen(
        _command(root, *more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def _session(leader: int) -> dict[int, int]:
    """Return the living processes of a session, each with its parent."""
    found: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, _, session = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(session) == leader and state not in "ZX":
            found[int(path.parent.name)] = int(parent)
    return found


def _until(true: Callable[[], Any], seconds: float = 30) -> Any:
    """Return what *true* returns as soon as that is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.01)
    raise AssertionError("it did not come true")


def _workers(leader: int) -> list[int]:
    """Return the worker processes of a build: those started by its fork server, not by itself."""
    session = _session(leader)
    return [pid for pid, parent in session.items() if leader not in (pid, parent) and parent in session]


def _one_line(ran: subprocess.CompletedProcess[str]) -> str:
    assert (ran.returncode, ran.stdout) == (2, ""), ran
    assert ran.stderr.count("\n") == 1, ran.stderr
    return ran.stderr


def _stories(story: Callable[..., str], number: int = MANY, **more: str) -> dict[str, str]:
    return {
        f"content/stories/2025/{1 + n % 3:02}/kabar-{n}.md": story(
            f"Kabar {n}", day=f"2025-{1 + n % 3:02}-{1 + n % 28:02}", topik=f"[panen, t{n % 7}]", **more
        )
        for n in range(number)
    }


@pytest.fixture(scope="module")
def many(make_room, story, tmp_path_factory) -> Any:
    """A newsroom with many stories, built once; tests copy it."""
    room = make_room(tmp_path_factory.mktemp("banyak") / "ruang", _stories(story))
    room.build(jobs=2)
    return room


@pytest.fixture
def large(many, make_room, quick_path) -> Any:
    """A copy of that newsroom for one test."""
    shutil.copytree(many.root, quick_path / "besar")
    return make_room(quick_path / "besar", {})


# -- determinism -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("jobs", "seed"), [("1", "1"), ("4", "2")])
def test_clean_builds_have_the_same_bytes_in_one_process_and_in_four_with_any_hash_seed(
    large, many, difference, jobs, seed
):
    shutil.rmtree(large.output)
    shutil.rmtree(large.root / ".warta")
    ran = _run(large.root, "--jobs", jobs, PYTHONHASHSEED=seed)
    assert ran.returncode == 0, ran.stderr
    assert difference(large.tree(), many.tree()) == ""


def test_a_lost_cache_gives_the_same_bytes(large, many, difference):
    shutil.rmtree(large.root / ".warta" / "cache")
    large.build(jobs=4)
    assert difference(large.tree(), many.tree()) == ""
    assert not (large.root / ".warta" / "state").exists()


def test_many_stories_are_read_and_made_in_worker_processes_and_few_are_not(large, story, monkeypatch):
    from pipeline.build import executors, workbench

    made, read = [0], [0]
    real = executors.ProcessPoolExecutor.submit

    def submit(self: Any, fn: Any, batch: list[Any], /) -> Any:
        (made if fn is workbench.make else read).append(len(batch))
        return real(self, fn, batch)

    monkeypatch.setattr(executors.ProcessPoolExecutor, "submit", submit)
    large.write({"content/stories/2025/01/kabar-0.md": story("Judul lain")})
    large.build(jobs=2)
    assert made == [0]
    assert sum(read) > MANY  # the copies of all stories are new files
    shutil.rmtree(large.root / ".warta")
    report = large.build(jobs=2)
    assert sum(made) > MANY
    assert report.made == report.planned


# -- killed from outside ---------------------------------------------------------------------------------------------


def _slow(room: Any) -> None:
    """Make pages slow to make, so that there is a middle."""
    from pipeline.templating.folders import bundled

    text = (bundled("templates") / "site/story.html").read_text("utf-8")
    slow = "{% for i in range(400000) %}{% endfor %}"
    room.write({"templates/site/story.html": text.replace("{% block main %}", "{% block main %}" + slow)})


def test_a_worker_that_is_killed_ends_the_build_with_one_line_and_the_old_site(large, many, difference):
    _slow(large)
    process = _start(large.root, "--jobs", "2")
    workers = _until(lambda: len(_workers(process.pid)) == 2 and _workers(process.pid))
    time.sleep(0.5)
    os.kill(workers[0], signal.SIGKILL)
    out, err = process.communicate(timeout=60)
    said = _one_line(subprocess.CompletedProcess([], process.returncode, out, err))
    assert "Satu proses kerja mati" in said
    _until(lambda: not _session(process.pid))
    assert difference(large.tree(), many.tree()) == ""


@pytest.mark.parametrize("whom", ["parent", "group"])
def test_workers_die_with_a_killed_parent_and_write_nothing_more(large, many, difference, whom):
    _slow(large)
    process = _start(large.root, "--jobs", "2")
    _until(lambda: len(_workers(process.pid)) == 2)
    time.sleep(0.5)
    (os.kill if whom == "parent" else os.killpg)(process.pid, signal.SIGKILL)
    process.communicate()
    _until(lambda: not _session(process.pid), 10)
    assert difference(large.tree(), many.tree()) == ""
    large.write({"templates/site/story.html": None})
    large.build(jobs=2)
    assert difference(large.tree(), many.tree()) == ""
    assert not list((large.root / ".warta" / "cache").glob("stage-*"))


def test_ctrl_c_ends_all_processes_with_one_line_and_the_old_site(large, many, difference):
    _slow(large)
    process = _start(large.root, "--jobs", "2")
    _until(lambda: len(_workers(process.pid)) == 2)
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    _one_line(subprocess.CompletedProcess([], process.returncode, out, err.lstrip("\n")))
    _until(lambda: not _session(process.pid), 10)
    assert difference(large.tree(), many.tree()) == ""


def _edits(room: Any, story: Callable[..., str], turn: int) -> None:
    """Change many stories, add and delete some."""
    rng = random.Random(turn)
    files: dict[str, str | None] = dict(_stories(story, MANY, penulis=f"Penulis {turn}"))
    for path in rng.sample(sorted(files), 10):
        files[path] = None
    files[f"content/stories/2025/04/baru-{turn}.md"] = story(f"Baru {turn}", day="2025-04-01")
    for path, text in files.items():
        if text is None:
            (room.root / path).unlink(missing_ok=True)
        else:
            room.write({path: text})


def _random_kills(room: Any, story: Any, difference: Any, kills: int, seed: int) -> None:
    """Kill builds of ever other content at random moments; after each, recover and build."""
    from pipeline.production.newsroom import Newsroom
    from pipeline.production.recovery import recover

    rng, longest = random.Random(seed), 3.0
    old = room.clean()
    for turn in range(kills):
        _edits(room, story, turn + seed)
        new = room.clean()
        begun = time.monotonic()
        process = _start(room.root, "--jobs", "2")
        try:
            process.communicate(timeout=rng.uniform(0.1, longest))
            longest = max(0.5, time.monotonic() - begun)
        except subprocess.TimeoutExpired:
            rng.choice((os.kill, os.killpg))(process.pid, signal.SIGKILL)
            process.communicate()
        _until(lambda leader=process.pid: not _session(leader), 10)
        recover(Newsroom(room.root))
        found = room.tree()
        assert "" in (difference(found, old), difference(found, new)), turn
        if rng.random() < 0.7:
            room.build(jobs=1)
            assert difference(room.tree(), new) == "", turn
            found = new
        old = found


def test_kills_at_random_moments_leave_the_old_site_or_the_new_one(large, story, difference):
    _random_kills(large, story, difference, 3, seed=11)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 104))
def test_hundreds_of_kills_at_random_moments(large, story, difference, seed):
    _random_kills(large, story, difference, 100, seed=seed)


# -- two at a time ---------------------------------------------------------------------------------------------------


def test_two_builds_at_once_both_end_well_and_one_of_them_waits(large, story, difference):
    _edits(large, story, 1)
    both = [_start(large.root, "--jobs", "2") for _ in range(2)]
    answers = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(err for _, err in answers) == ["", "Menunggu perintah warta lain selesai …\n"]
    assert difference(large.tree(), large.clean()) == ""


def test_settings_changed_while_a_build_waits_are_those_it_builds_with(newsroom, story, difference):
    from threading import Thread

    from pipeline.build import lock
    from pipeline.production.newsroom import Newsroom

    room = newsroom({"content/stories/2025/01/a.md": story("A")})
    room.build()
    told: list[bool] = []
    with lock.held(Newsroom(room.root).lock):
        thread = Thread(target=lambda: told.append(_run(room.root).returncode == 0))
        thread.start()
        time.sleep(1)
        room.write({"content/site.toml": BASE["content/site.toml"].replace("Kabar", "Nama baru")})
    thread.join()
    assert told == [True]
    assert difference(room.tree(), room.clean()) == ""


# -- disks -----------------------------------------------------------------------------------------------------------


def _unshared() -> bool:
    return subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0


mounts = pytest.mark.skipif(not shutil.which("unshare") or not _unshared(), reason="no mounts for this user")


def _mounted(root: Path, script: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run a shell *script* that may mount, in which ``warta`` builds *root*."""
    build = " ".join(f"'{part}'" for part in _command(root, *more))
    code = f"warta() {{ {build}; }}\ncd '{root}'\n{script}"
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", code], capture_output=True, text=True, timeout=120, check=False
    )


COPY = "mkdir -p kecil && mount -t tmpfs -o size={size} t kecil && cp -a .warta output content kecil/ && cd kecil"


@pytest.fixture
def small(newsroom, story) -> Any:
    """A built newsroom of a few stories, and edits that make new pages."""
    room = newsroom(_stories(story, 6))
    room.build()
    return room


@mounts
@pytest.mark.parametrize("room_left", [0, 16, 64, 200, 300])
def test_a_full_disk_ends_the_build_with_one_line_and_the_old_site(small, tree, difference, room_left):
    """All of the newsroom lies on a small disk, of which so many KiB are left when the build begins."""
    root, before = small.root, small.tree()
    new = "".join(
        f"mkdir -p content/stories/2026/01; printf -- '---\\njudul: Baru {n}\\ntanggal: 2026-01-02\\n"
        f"perpustakaan: alfa\\n---\\n{'Isi. ' * 400}\\n' > content/stories/2026/01/baru-{n}.md\n"
        for n in range(12)
    )
    fill = f"head -c {room_left * 1024} /dev/zero > sisa; cat /dev/zero > isi 2>/dev/null; rm sisa\n"
    back = "rm -rf ../dulu ../nanti; cp -a output ../dulu"
    again = f"rm isi\n{_shell(root / 'kecil')}\nhasil=$?\ncp -a output ../nanti; cp -a content ../isi-baru\nexit $hasil"
    script = (
        f"{COPY.format(size='6m')}\n{new}{fill}{_shell(root / 'kecil')} 2>../galat\necho $? > ../kode\n{back}\n{again}"
    )
    ran = _mounted(root, script)
    assert ran.returncode == 0, ran.stderr
    said = (root / "galat").read_text()
    assert (root / "kode").read_text() == "2\n", said
    assert said.count("\n") == 1, said
    assert "kesalahan di dalam warta" not in said
    assert difference(tree(root / "dulu"), before) == ""
    shutil.rmtree(root / "content")
    (root / "isi-baru").rename(root / "content")
    assert difference(tree(root / "nanti"), small.clean()) == ""


def _shell(root: Path) -> str:
    return " ".join(f"'{part}'" for part in _command(root, "--jobs", "1"))


@mounts
@pytest.mark.parametrize("what", ["output", ".warta", "."])
def test_a_read_only_folder_is_one_line(small, difference, what, story):
    before = small.tree()
    small.write({"content/stories/2025/01/lain.md": story("Lain")})
    script = f"mount --bind {what} {what} && mount -o remount,bind,ro {what} && cd '{small.root}' && warta"
    said = _one_line(_mounted(small.root, script, "--jobs", "1"))
    assert "Read-only file system" in said or "hanya-baca" in said
    assert "kesalahan di dalam warta" not in said
    assert difference(small.tree(), before) == ""
    small.build()
    assert difference(small.tree(), small.clean()) == ""


@pytest.fixture
def elsewhere(tmp_path) -> Iterator[Path]:
    """A folder on another file system than ``tmp_path``."""
    folder = Path("/dev/shm") / f"warta-lain-{os.getpid()}-{time.time_ns()}"
    if not folder.parent.is_dir() or folder.parent.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is one file system only")
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


def test_output_may_lie_on_another_file_system(tmp_path, elsewhere, make_room, story, tree, difference):
    room = make_room(tmp_path / "ruang", _stories(story, 6))
    room.output.symlink_to(elsewhere, target_is_directory=True)
    room.build()
    assert difference(tree(elsewhere), room.clean()) == ""
    assert room.build().made == 0
    room.write(
        {"content/stories/2025/01/kabar-0.md": None, "content/stories/2026/01/a.md": story("A", day="2026-01-01")}
    )
    (elsewhere / "site" / "index.html").write_text("diubah")
    room.build()
    assert difference(tree(elsewhere), room.clean()) == ""
    shutil.rmtree(room.root / ".warta")
    (elsewhere / "milik.txt").write_text("milik orang")
    room.build()
    assert difference(tree(elsewhere), room.clean()) == ""
    assert (room.root / ".warta/state/sisa/milik.txt").read_text() == "milik orang"
    assert room.output.is_symlink()
