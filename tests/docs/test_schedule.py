"""The guide to builds by the clock: its units are sound, and what they run does what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/panduan/terjadwal.md").read_text("utf-8")
UNITS = dict(re.findall(r"`/etc/systemd/system/(\S+)`:\n\n```ini\n(.+?)```", GUIDE, re.DOTALL))
LINES = re.findall(r"^```cron\n(.+?)\n```", GUIDE, re.DOTALL | re.MULTILINE)
ANALYZE = shutil.which("systemd-analyze")


def run(text: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Run what *text* runs, with this program and the newsroom at *root*, in the bare surroundings of a timer."""
    found = re.search(r"/home/siti/warta/bin/warta (build) (--root) /home/siti/kabar", text)
    assert found, text
    asked = [sys.executable, "-m", "pipeline", found[1], found[2], str(root)]
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(root.parent), "LANG": "C"}
    return subprocess.run(asked, capture_output=True, encoding="utf-8", check=False, cwd=ROOT, env=bare)


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not here")
def test_the_units_are_sound(tmp_path):
    assert set(UNITS) == {"warta.service", "warta.timer"}
    for name, text in UNITS.items():
        own = text.replace("/home/siti/warta/bin/warta", sys.executable).replace("User=siti", "User=root")
        (tmp_path / name).write_text(own, "utf-8")
    ran = subprocess.run(
        [ANALYZE, "verify", "--man=no", *tmp_path.iterdir()], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if str(tmp_path) in line]) == (0, [])


@pytest.mark.skipif(ANALYZE is None, reason="systemd is not here")
@pytest.mark.parametrize("when", re.findall(r"OnCalendar=([^\n`]+)", GUIDE))
def test_the_times_are_understood(when):
    subprocess.run([ANALYZE, "calendar", when], check=True, capture_output=True)


@pytest.mark.parametrize("line", [*LINES, UNITS["warta.service"]], ids=["cron", "cron, then sent", "systemd"])
def test_what_the_timers_run_publishes_what_is_due_and_says_what_is_next(newsroom, story, line):
    late = story("Nanti", day="2026-01-02", terbit_pada="2099-11-25 10.00")
    room = newsroom({"content/stories/2026/01/satu.md": story("Satu"), "content/stories/2026/01/nanti.md": late})
    ran = run(line, room.root)
    assert ran.returncode == 0, ran.stderr
    assert "Build berikutnya: Rabu, 25 November 2099 pukul 10.00 WIB, saat 2026/01/nanti terbit." in ran.stdout
    assert "Satu" in room.page("site/index.html")
    again = run(line, room.root)
    assert " 0 berkas dibuat, 0 dihapus " in again.stdout


def test_a_report_with_a_fault_ends_with_the_status_that_the_unit_takes_for_success(newsroom, story):
    room = newsroom({
        "content/stories/2026/01/satu.md": story("Satu"),
        "content/stories/2026/01/dua.md": story("Dua", day="entah"),
    })  # fmt: skip
    ran = run(LINES[0], room.root)
    assert ran.returncode == int(re.search(r"SuccessExitStatus=(\d)", UNITS["warta.service"])[1])
    assert "Satu" in room.page("site/index.html")


def test_the_time_that_two_builds_wait_for_each_other_is_as_told():
    from pipeline.production.build import Order

    assert f"menunggu sampai {Order().patience:.0f} detik" in GUIDE
