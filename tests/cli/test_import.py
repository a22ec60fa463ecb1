"""``warta import``: what it says, what it writes, how it ends."""

import json

import pytest

REPORT = "Panen Perdana\n\nPada Rabu, 12 Agustus 2026, dua puluh ibu memanen sayur.\n"
AT = "2026-11-22T08:00:00+07:00"
PLACE = "content/inbox/2026-08-12-panen-perdana"


@pytest.fixture
def room(newsroom):
    return newsroom()


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "laporan.txt"
    path.write_text(REPORT, "utf-8")
    return path


def test_it_says_what_became_of_each_file_and_goes_on_after_one_that_cannot_be_read(warta, room, report):
    broken = report.with_name("undangan.pdf")
    broken.write_bytes(b"%PDF-1.7")
    ran = warta("import", broken, report, "--root", room.root, "--now", AT)

    assert ran.status == 1
    assert ran.err.splitlines() == [
        "undangan.pdf: berbentuk PDF. Minta berkas Word-nya, atau salin teksnya ke berkas .txt."
    ]
    assert ran.out.splitlines() == [
        f"Draf baru: {PLACE}",
        "  Panen Perdana",
        "  ditebak: judul, tanggal, perpustakaan",
        "1 draf ditulis, 0 sudah ada, 1 tidak dapat dibaca.",
        "Berikutnya: periksa drafnya, lalu jalankan: warta import --terima DRAF",
    ]


def test_json_tells_the_same(warta, room, report):
    ran = warta("import", report, "--root", room.root, "--now", AT, "--json")
    again = warta("import", report, "--root", room.root, "--now", AT, "--json")

    assert json.loads(ran.out) == {
        "drafts": [
            {
                "path": PLACE, "state": "baru", "source": "laporan.txt", "kind": "text", "title": "Panen Perdana",
                "date": "Rabu, 12 Agustus 2026", "library": "alfa", "photos": 0,
                "guesses": ["judul", "tanggal", "perpustakaan"], "missing": [], "notes": [],
            }
        ],
        "refused": [],
    }  # fmt: skip
    assert [draft["state"] for draft in json.loads(again.out)["drafts"]] == ["sama"]
    assert (ran.status, again.status) == (0, 0)


def test_a_rehearsal_writes_nothing(warta, room, report):
    ran = warta("import", report, "--coba", "--root", room.root)

    assert "Akan menjadi draf baru" in ran.out
    assert not (room.root / "content/inbox").exists()


def test_a_draft_is_accepted_or_says_why_not(warta, room, report):
    warta("import", report, "--root", room.root, "--now", AT)
    path = room.root / PLACE / "index.md"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("perpustakaan: alfa", "perpustakaan: beta"), "utf-8")
    refused = warta("import", "--terima", PLACE, "--root", room.root)

    assert refused.status == 1
    assert refused.err.startswith(f"{PLACE}/index.md:4: ")
    assert "belum diterima" in refused.out

    path.write_text(sound, "utf-8")
    accepted = warta("import", "--terima", PLACE, "--root", room.root)
    assert accepted.status == 0
    assert "Diterima: content/stories/2026/08/panen-perdana/index.md" in accepted.out
    assert "memakai tebakan untuk: judul, tanggal, perpustakaan" in accepted.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "sebutkan berkas atau folder"),
        (("tidak-ada.docx",), "tidak-ada.docx tidak ada"),
        (("--terima", "tidak-ada"), "Tidak ada draf tidak-ada"),
        (("{report}", "--terima", "x"), "sebutkan berkas atau folder"),
        (("{report}", "--library", "beta"), 'perpustakaan "beta" tidak ada'),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_2(warta, room, report, options, said):
    ran = warta("import", *(option.format(report=report) for option in options), "--root", room.root)

    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
