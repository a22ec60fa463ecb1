"""Settings of the calendar: every key has a default, and what cannot be meant is told in one sentence."""

import re
from datetime import time
from pathlib import Path

import pytest

from pipeline.config import load
from pipeline.errors import ConfigError
from pipeline.platforms.hours import DAYS, USUAL, Settings, Window, fault, rules
from pipeline.platforms.limits import LIMITS

GUIDE = (Path(__file__).parents[2] / "docs/panduan/kalender.md").read_text("utf-8")
WRONG = {
    'saluran = ["whatsap"]': 'kalender: saluran "whatsap" tidak dikenal. Maksudnya whatsapp?',
    "salran = []": "kunci kalender.salran tidak dikenal. Maksudnya kalender.saluran?",
    'libur = "lewat"': 'kalender: libur = "lewat" tidak dikenal. Maksudnya lewati?',
    "libur = true": "kalender.libur harus berupa teks dalam tanda kutip",
    'cuti_bersama = "x"': 'kalender: cuti_bersama = "x" tidak dikenal. Maksudnya tandai?',
    'hindari = ["jumat siang"]': 'kalender: hindari "jumat siang" tidak dimengerti.',
    'hindari = ["jumat 13.00-11.30"]': 'kalender: hindari "jumat 13.00-11.30" tidak dimengerti.',
    'hindari = ["jumaat 11.30-13.00"]': 'kalender: hindari "jumaat 11.30-13.00" tidak dimengerti.',
    "[kalender.aturan.facebok]\nsehari = 1": 'kalender: saluran "facebok" tidak dikenal. Maksudnya facebook?',
    "[kalender.aturan.x]\njams = []": "kunci kalender.aturan.x.jams tidak dikenal. Maksudnya kalender.aturan.x.jam?",
    '[kalender.aturan.x]\nhari = ["snin"]': 'kalender.aturan.x: hari "snin" tidak dikenal. Maksudnya senin?',
    '[kalender.aturan.x]\njam = ["18.15"]': 'kalender.aturan.x: jam "18.15" harus tepat pada jam atau setengah jam',
    '[kalender.aturan.x]\njam = ["24.00"]': 'kalender.aturan.x: jam "24.00" harus tepat pada jam atau setengah jam',
    "[kalender.aturan.x]\nsehari = 0": "kalender.aturan.x: sehari harus antara 1 dan 20.",
    "[kalender.aturan.x]\npaling_lambat = 29": "kalender.aturan.x: paling_lambat harus antara 0 dan 28.",
    "[kalender.aturan.x]\npaling_cepat = -1": "kalender.aturan.x: paling_cepat harus antara 0 dan 672.",
    "[kalender.aturan.x]\npaling_cepat = 96": "paling_cepat (96 jam) melewati paling_lambat (3 hari).",
    '[kalender.aturan.x]\nsehari = "dua"': "sehari harus berupa bilangan bulat, misalnya: sehari = 7.",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_a_wrong_setting_is_told_with_its_line(tmp_path, text, said):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text(f"[kalender]\n{text}\n", "utf-8")

    with pytest.raises(ConfigError, match=r"^content/site\.toml:[23]: ") as told:
        load(tmp_path)
    assert said in f"{told.value}"
    assert "\n" not in f"{told.value}"


def test_without_settings_everything_is_as_usual():
    found = rules(Settings())

    assert fault(Settings()) is None
    assert [name for name, _ in found.platforms] == ["whatsapp", "whatsapp-status", "facebook", "instagram"]
    assert found.avoided == (Window(4, time(11, 30), time(13)),)
    assert (found.holiday, found.leave) == ("tandai", "tandai")


def test_every_platform_has_usual_hours_that_could_stand_in_the_settings():
    assert USUAL.keys() == LIMITS.keys()
    assert fault(Settings(saluran=tuple(USUAL), aturan=USUAL)) is None
    for _, rule in rules(Settings(saluran=tuple(USUAL))).platforms:
        assert rule.hours
        assert rule.days
        assert rule.most >= 1


def test_what_the_guide_shows_can_be_set(tmp_path):
    (tmp_path / "content").mkdir()
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    (tmp_path / "content/site.toml").write_text(shown, "utf-8")

    assert rules(load(tmp_path).kalender) != rules(Settings())


def test_the_guide_tells_the_usual_hours():

    for name, usual in USUAL.items():
        days = "setiap hari" if usual.hari == DAYS else f"{usual.hari[0]} sampai {usual.hari[-1]}"
        cells = [f"`{name}`", days, ", ".join(usual.jam), f"{usual.paling_cepat} jam", f"{usual.paling_lambat} hari"]
        assert f"| {' | '.join(cells)} | {usual.sehari} |" in GUIDE


def test_what_is_set_for_a_platform_leaves_the_rest_as_usual(tmp_path):
    (tmp_path / "content").mkdir()
    text = (
        "[kalender]\nsaluran = ['whatsapp', 'x']\nhindari = ['Jum’at 11:30–13:00', 'Ahad 5.00 - 7.00', '22.00-23.59']\n"
    )
    text += "libur = 'lewati'\n[kalender.aturan.whatsapp]\nhari = [\"Jum'at\", 'Ahad']\njam = ['20:00', '7.00']\n"
    (tmp_path / "content/site.toml").write_text(text, "utf-8")
    found = rules(load(tmp_path).kalender)

    whatsapp, x = (rule for _, rule in found.platforms)
    assert (whatsapp.days, whatsapp.hours) == ({4, 6}, (time(7), time(20)))
    assert (whatsapp.latest, whatsapp.most) == (USUAL["whatsapp"].paling_lambat, USUAL["whatsapp"].sehari)
    assert x == dict(rules(Settings(saluran=("x",))).platforms)["x"]
    assert found.avoided == (
        Window(4, time(11, 30), time(13)), Window(6, time(5), time(7)), Window(None, time(22), time(23, 59)),
    )  # fmt: skip
    assert found.holiday == "lewati"
    assert DAYS[4] == "jumat"
