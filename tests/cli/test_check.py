"""``warta check``: every problem at once, and nothing touched."""

import json
import subprocess
import sys

import pytest

from pipeline.build import lock
from pipeline.content.file import load
from tests.coaching.reports import written

BROKEN = "---\njudul: Kabar\ntanggal: 31 Juni 2025\nperpustakaan: alfa\nringkasan: Ringkas.\n---\nIsi.\n"
"""An impossible date: an error at line 3."""


def test_clippings_are_counted_where_there_are_any(warta, newsroom, story):
    room = newsroom({
        "content/stories/2026/11/a.md": story("A", day="2026-11-20"),
        "content/kliping/2026/11/a.md": "---\njudul: A\ntanggal: 2026-11-20\nmedia: Kabar\nperpustakaan: alfa\n---\n",
    })  # fmt: skip
    assert "0 halaman dan 1 kliping diperiksa:" in warta("check", "--root", room.root).out


def test_content_without_errors_ends_with_0(newsroom, process) -> None:
    room = newsroom({"content/stories/2026/05/a.md": written(perpustakaan="alfa")})

    ran = process("check", "--root", room.root)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Yang sudah baik: 1 laporan angka pesertanya cocok.",
        "1 laporan, 1 profil perpustakaan dan 0 halaman diperiksa: tidak ada masalah.",
    ]


def test_every_problem_of_every_file_is_one_line_by_path_and_line(newsroom, story, process) -> None:
    room = newsroom(
        {
            "content/stories/2025/02/b.md": BROKEN,
            "content/stories/2026/05/a.md": written(perpustakaan="tidak-ada", strategi="ngawur"),
            "content/pages/tentang.md": "tanpa kepala\n",
            "content/libraries/beta.md": "---\nnama: Beta\n---\n",
        }
    )

    ran = process("check", "--root", room.root)

    assert ran.status == 1
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [
        "content/libraries/beta.md:1",
        "content/libraries/beta.md:1",
        "content/pages/tentang.md:1",
        "content/stories/2025/02/b.md:3",
        "content/stories/2026/05/a.md:4",
        "content/stories/2026/05/a.md:8",
    ]
    assert ran.out.endswith(": 5 kesalahan, 1 peringatan, 0 saran.\n")


def test_json_has_every_problem_with_its_code(newsroom, warta) -> None:
    room = newsroom({"content/stories/2025/02/b.md": BROKEN})

    ran = warta("check", "--root", room.root, "--json")

    (error,) = json.loads(ran.out)["problems"]
    assert ran.status == 1
    assert (error["path"], error["line"]) == ("content/stories/2025/02/b.md", 3)
    assert (error["level"], error["code"]) == ("error", "tanggal-mustahil")
    assert "31 Juni" in error["message"]
    assert "30 Juni 2025" in error["fix"]


def test_warnings_and_hints_alone_end_with_0(newsroom, story, warta) -> None:
    room = newsroom({"content/stories/2025/01/a.md": story("Kabar A", strategi="ngawur")})

    ran = warta("check", "--root", room.root)

    assert ran.status == 0
    assert "strategi" in ran.err


def test_what_is_wrong_in_site_toml_is_told_with_the_rest(newsroom, warta) -> None:
    files = {
        "content/site.toml": 'nama = "Kabar"\nslogann = "x"\ntentangg = "y"\n',
        "content/stories/2025/02/b.md": BROKEN,
    }
    room = newsroom(files)

    ran = warta("check", "--root", room.root)
    problems = json.loads(warta("check", "--root", room.root, "--json").out)["problems"]

    assert ran.status == 1
    assert ran.err.startswith("content/site.toml:2: ")
    assert [(p["line"], p["level"], p["code"]) for p in problems[:2]] == [
        (2, "error", "site-toml"),
        (3, "error", "site-toml"),
    ]
    assert problems[-1]["code"] == "tanggal-mustahil"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('warna = ["#123456"]', 'warna harus dua warna seperti ini: warna = ["#9a3412", "#1f4d3a"]'),
        ('warna = ["merah", "#123456"]', 'warna harus dua warna seperti ini: warna = ["#9a3412", "#1f4d3a"]'),
        ('warna = "#123456"', 'kartu.warna harus berupa daftar, misalnya: warna = ["…", "…"].'),
        ("gaya = 5", 'kartu.gaya harus berupa teks atau daftar, misalnya: gaya = "koran".'),
        ('gaya = ["koran", "jendla"]', 'gaya kartu "jendla" tidak dikenal. Maksudnya jendela?'),
        ('logo = "tidak-ada.png"', 'logo "tidak-ada.png" tidak ada di content/.'),
        ('logo = "../rahasia.png"', "logo harus berada di dalam folder content/."),
        ('logo = "libraries/alfa.md"', "logo harus berupa PNG, JPEG atau SVG."),
    ],
)
def test_what_is_wrong_with_the_settings_of_cards_is_told(newsroom, warta, line, said) -> None:
    room = newsroom({"content/site.toml": f"[kartu]\n{line}\n"})
    ran = warta("check", "--root", room.root)
    assert (ran.status, ran.err.splitlines()) == (1, [f"content/site.toml:2: {said}"])


def test_a_site_toml_that_is_no_toml_is_one_problem(newsroom, warta) -> None:
    room = newsroom({"content/site.toml": 'nama = "Kabar"\nurl = \n'})

    ran = warta("check", "--root", room.root)

    assert ran.status == 1
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("content/site.toml:2: ")


def test_a_report_that_waits_for_its_day_is_a_warning_until_then(newsroom, story, warta) -> None:
    room = newsroom({"content/stories/2026/12/a.md": story("Kabar", day="2026-12-24")})

    before = warta("check", "--root", room.root, "--now", "2026-12-01T00:00:00+07:00")
    after = warta("check", "--root", room.root, "--now", "2026-12-24T00:00:00+07:00")

    assert "belum tiba" in before.err
    assert "belum tiba" not in after.err


def test_a_mended_file_is_seen_at_once(newsroom, story, warta) -> None:
    room = newsroom({"content/stories/2025/02/b.md": BROKEN})
    assert warta("check", "--root", room.root).status == 1

    room.write({"content/stories/2025/02/b.md": story("Kabar", day="2025-02-01")})

    assert warta("check", "--root", room.root).status == 0


def test_nothing_is_built_and_no_build_is_disturbed(newsroom, story, warta, tree) -> None:
    room = newsroom({"content/stories/2025/01/a.md": story("Kabar A")})
    room.build()
    room.write({"content/stories/2025/01/b.md": story("Kabar B"), "content/stories/2025/01/a.md": None})
    before = tree(room.output), (room.root / ".warta/cache/newsroom.sqlite").read_bytes()

    warta("check", "--root", room.root)

    assert before == (tree(room.output), (room.root / ".warta/cache/newsroom.sqlite").read_bytes())
    assert room.build().removed > 0


def test_without_output_none_is_made(newsroom, warta) -> None:
    room = newsroom()

    warta("check", "--root", room.root)

    assert not room.output.exists()


def test_it_works_while_a_build_holds_the_newsroom(newsroom, warta) -> None:
    room = newsroom()

    with lock.held(room.root / ".warta" / "lock"):
        ran = warta("check", "--root", room.root)

    assert ran.status == 0
    assert ran.err == ""


def test_only_changed_files_are_read_again(newsroom, story, warta, monkeypatch) -> None:
    room = newsroom({f"content/stories/2025/01/{name}.md": story(name) for name in "abc"})
    monkeypatch.setattr("pipeline.archive.reading.RACY_NS", -(10**12))  # these files are old enough to be trusted
    warta("check", "--root", room.root)
    read: list[str] = []
    monkeypatch.setattr("pipeline.content.file.load", lambda root, path: read.append(path) or load(root, path))
    room.write({"content/stories/2025/01/b.md": story("B lagi")})

    warta("check", "--root", room.root)

    assert read == ["content/stories/2025/01/b.md"]


def test_outside_of_a_newsroom_it_could_not_be_done(tmp_path, warta) -> None:
    ran = warta("check", "--root", tmp_path)

    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1


HEAVY = "2025/01/satu/index.html"


def test_a_page_that_is_too_heavy_is_told_with_its_weight(newsroom, story, process) -> None:
    words = " ".join(f"kata{number * 7919 % 100_003}" for number in range(9_000))
    room = newsroom({"content/stories/2025/01/satu.md": story("Satu", body=words)})
    room.build()
    light = process("check", "--root", room.root, "--site", "--json")
    path = room.output / "site" / HEAVY
    before = {found["path"] for found in json.loads(light.out)["problems"]}

    assert (light.status, before) == (1, {f"output/site/{HEAVY}"})
    told = process("check", "--root", room.root, "--site")
    (line,) = [line for line in told.err.splitlines() if "HTML dan CSS" in line]
    assert line.startswith(f"output/site/{HEAVY}:1: HTML dan CSS halaman ini ")
    assert "paling berat 14 KB. Persingkat isinya" in line
    assert told.out.endswith("halaman ditimbang: 1 terlalu berat.\n")
    path.write_bytes(b"<p>x</p>")
    assert process("check", "--root", room.root, "--site").status == 0


def test_without_a_site_there_is_nothing_to_weigh(newsroom, process) -> None:
    ran = process("check", "--root", newsroom().root, "--site")

    assert ran.status == 2
    assert "Bangun dulu: warta build" in ran.err


SHORT = {"judul": "Kegiatan", "perpustakaan": "alfa"}


def test_one_report_is_checked_by_its_address_or_its_path(newsroom, warta, monkeypatch) -> None:
    files = {"content/stories/2026/05/a.md": written("Pendek.", **SHORT), "content/stories/2025/02/b.md": BROKEN}
    room = newsroom(files)
    monkeypatch.chdir(room.root)

    ways = ["2026/05/a", "/2026/05/a/", "content/stories/2026/05/a.md", room.root / "content/stories/2026/05/a.md"]
    ran = [warta("check", way) for way in ways]

    assert {one.status for one in ran} == {0}
    assert len({(one.out, one.err) for one in ran}) == 1
    assert {line.split(":")[0] for line in ran[0].err.splitlines()} == {"content/stories/2026/05/a.md"}
    assert ran[0].out == "content/stories/2026/05/a.md diperiksa: 0 kesalahan, 0 peringatan, 2 saran.\n"
    assert warta("check", "2025/02/b").status == 1  # a report with errors is found by where it stands


def test_a_report_that_is_not_there_is_an_error_that_names_the_nearest(newsroom, warta) -> None:
    room = newsroom({"content/stories/2026/05/panen.md": written(perpustakaan="alfa")})

    ran = warta("check", "2026/05/pannen", "--root", room.root)

    assert ran.status == 2
    assert ran.err == "Tidak ada laporan 2026/05/pannen. Mungkin maksudnya: 2026/05/panen\n"


def test_what_is_good_is_said_of_one_report_in_her_own_words(newsroom, warta) -> None:
    room = newsroom({"content/stories/2026/05/a.md": written(perpustakaan="alfa")})

    ran = warta("check", "2026/05/a", "--root", room.root)
    (praise,) = json.loads(warta("check", "2026/05/a", "--root", room.root, "--json").out)["praise"]

    assert ran.out.splitlines()[0] == f"Yang sudah baik: {praise['message']}"
    assert praise == {
        "path": "content/stories/2026/05/a.md",
        "code": "puji-angka-cocok",
        "message": 'Angka peserta di isi, "24 warga", cocok dengan bagian kepala.',
    }


def test_never_more_than_three_suggestions_the_most_useful_first(newsroom, warta) -> None:
    head = {"ringkasan": None, "lokasi": None, "peserta": None, "foto": "a.jpg", "judul": "Kegiatan"}
    body = f"Ratusan warga hadir. {'kata ' * 30}dan KWT ikut. Acara berjalan lancar."
    files = {"content/stories/2026/05/a.md": written(body, perpustakaan="alfa", **head)}
    room = newsroom(files)

    told = json.loads(warta("check", "--root", room.root, "--json").out)["problems"]

    hints = [problem["code"] for problem in told if problem["level"] == "hint"]
    assert hints == ["saran-hasil", "saran-siapa", "saran-angka-kabur"]
    assert [problem["level"] for problem in told[: -len(hints)]] == ["warning", "error"]  # no consent, no photo


def test_suggestions_of_old_reports_wait_until_they_are_asked_for(newsroom, warta) -> None:
    months = [f"2025/{month:02}" for month in range(1, 13)]
    room = newsroom({
        f"content/stories/{month}/a.md": written("Pendek.", tanggal=f"{month.replace('/', '-')}-02", **SHORT)
        for month in months
    })  # fmt: skip

    ran = warta("check", "--root", room.root)

    shown = {line.split(":")[0] for line in ran.err.splitlines()}
    assert shown == {f"content/stories/{month}/a.md" for month in months[2:]}
    assert "Saran untuk 2 laporan lain: warta check LAPORAN" in ran.out
    assert ran.out.endswith("24 saran.\n")
    assert "saran" in warta("check", "2025/01/a", "--root", room.root).out


def test_what_was_said_is_kept_until_the_file_changes(newsroom, warta, monkeypatch) -> None:
    path = "content/stories/2026/05/a.md"
    room = newsroom({path: written("Pendek.", perpustakaan="alfa"), f"{path[:-4]}b.md": written(perpustakaan="alfa")})
    before = warta("check", "--root", room.root, "--json").out

    asked = []
    monkeypatch.setattr("pipeline.coaching.coach.coach", lambda *given: asked.append(given))
    again = warta("check", "--root", room.root, "--json").out
    monkeypatch.undo()
    room.write({path: written(perpustakaan="alfa")})
    mended = json.loads(warta("check", "--root", room.root, "--json").out)
    room.write({path: "tanpa kepala"})
    broken = json.loads(warta("check", "--root", room.root, "--json").out)

    assert (again, asked) == (before, [])
    assert "saran-isi-pendek" in before
    assert mended["problems"] == []
    assert {one["path"] for one in mended["praise"]} == {path, f"{path[:-4]}b.md"}
    assert {one["path"] for one in broken["praise"]} == {f"{path[:-4]}b.md"}


def test_builds_give_no_advice(newsroom, process) -> None:
    room = newsroom({"content/stories/2026/05/a.md": written("Pendek.", perpustakaan="alfa")})
    script = (
        "import sys; from pipeline.cli.main import main; sys.argv = ['warta', 'build']\n"
        "try: main()\n"
        "finally: print([name for name in sys.modules if name == 'pipeline.coaching.coach'])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=room.root, capture_output=True, text=True, check=False, timeout=120
    )

    assert ran.stdout.splitlines()[-1] == "[]"
    assert "saran" not in ran.stdout + ran.stderr
