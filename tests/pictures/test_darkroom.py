"""Photos are opened apart: one that ends its process, or takes too long, costs itself and nothing else."""

import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.pictures.darkroom import Darkroom, Exposure, Limits


def children() -> set[int]:
    """Return the darkroom's processes."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            parent = status.read_text("ascii").rpartition(")")[2].split()[1]
            command = status.with_name("cmdline").read_bytes()
            if parent == f"{os.getpid()}" and b"pipeline.pictures.developing" in command:
                found.add(int(status.parent.name))
    return found


def test_photos_come_back_by_their_keys(photo):
    exposures = [Exposure(str(width), "a.jpg", photo(width, 300)) for width in range(301, 321)]
    found = dict(Darkroom(2, Limits()).develop(exposures))
    assert {key: developed.opened.picture.width for key, developed in found.items()} == {
        str(width): width for width in range(301, 321)
    }
    assert not children()


def test_a_process_that_is_killed_costs_time_only(photo, slow):
    def kill() -> None:
        while not (found := children()):
            time.sleep(0.005)
        time.sleep(0.3)
        for pid in found:
            os.kill(pid, signal.SIGKILL)

    threading.Thread(target=kill, daemon=True).start()
    exposures = [Exposure("slow", "a.jpg", slow), *(Exposure(f"{n}", "a.jpg", photo()) for n in range(6))]
    found = dict(Darkroom(1, Limits()).develop(exposures))
    assert len(found) == 7
    assert all(developed.opened.code == "" for developed in found.values())


def test_one_that_always_ends_its_process_is_told_and_the_others_are_there(photo):
    limits = Limits(memory=300 * 2**20)
    exposures = [Exposure(f"{n}", "a.jpg", photo()) for n in range(4)]
    exposures.insert(1, Exposure("heavy", "a.webp", photo(6_000, 6_000, ".webp", effort=0)))
    found = dict(Darkroom(2, limits).develop(exposures))
    assert found["heavy"].opened.picture is None
    assert found["heavy"].opened.code in ("foto-gagal", "foto-rusak")
    assert all(found[f"{n}"].opened.code == "" for n in range(4))


@pytest.mark.parametrize(
    ("limits", "reason"), [(Limits(seconds=0), "prosesnya terhenti"), (Limits(wait=0.6), "terlalu lama")]
)
def test_one_that_takes_too_long_is_told_and_the_others_are_there(photo, slow, limits, reason):
    exposures = [Exposure(f"{n}", "a.jpg", slow if n == 1 else photo()) for n in range(3)]
    found = dict(Darkroom(1, limits).develop(exposures))
    assert (found["1"].opened.code, found["1"].opened.values) == ("foto-gagal", {"reason": reason})
    assert found["0"].opened.code == found["2"].opened.code == ""


def test_a_process_knows_no_secret_of_its_user(photo, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "rahasia-6f3b")
    found = Darkroom(1, Limits()).develop(Exposure(f"{n}", "a.jpg", photo()) for n in range(3))
    next(found)
    (pid,) = children()
    assert b"rahasia" not in Path(f"/proc/{pid}/environ").read_bytes()
    found.close()


def test_the_newsroom_itself_cannot_lend_the_process_its_code(tmp_path, photo, monkeypatch):
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "pipeline/__init__.py").write_text("raise SystemExit('other code')")
    (tmp_path / "pyvips.py").write_text("raise SystemExit('other code')")
    monkeypatch.chdir(tmp_path)
    assert dict(Darkroom(1, Limits()).develop([Exposure("1", "a.jpg", photo())]))["1"].opened.code == ""


def test_a_caller_who_stops_listening_leaves_no_process(photo):
    found = Darkroom(2, Limits()).develop(Exposure(f"{n}", "a.jpg", photo()) for n in range(50))
    next(found)
    found.close()
    assert not children()
