"""``warta import`` with chats, tables, registries and newsrooms; from the box to the published page."""

import io
import json

import pytest

from pipeline.intake.draft import Refusal
from pipeline.production.accepting import accept
from pipeline.production.newsroom import Newsroom
from tests.conftest import LIBRARY, Room, difference, story
from tests.intake.boxes import ANDROID_ID, BLOGS, CHATS, LONG, PASTED, TABLES, UNCLEAR
from tests.intake.conftest import zipped
from tests.intake.test_boxes import BESIDE
from tests.intake.test_boxes_hostile import swapped


@pytest.fixture
def warta(monkeypatch, capsys, desk):
    """Run a command in the desk's newsroom; return its status, what it printed, and what it complained of."""

    def run(*words: object, stdin: str = "") -> tuple[int, str, str]:
        from pipeline.cli.main import main

        argv = ["warta", "import", *map(str, words), "--root", str(desk.root), "--now", "2026-11-22T08:00:00+07:00"]
        monkeypatch.setattr("sys.argv", argv)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return end.value.code or 0, said.out, said.err

    return run


@pytest.mark.parametrize(
    "name", ["Chat WhatsApp dengan Perpusdes.zip", "google-forms.csv", "kobo.xlsx", "blog-lama.xml"]
)
def test_import_check_accept_build(desk, name):
    for beside, data in BESIDE.get(name, {}).items():
        desk.put(beside, data)
    drafts = [one for one in desk.take(desk.put(name, (CHATS | TABLES | BLOGS)[name])) if not isinstance(one, Refusal)]
    assert desk.room.build().stories == 0, "the inbox is never published"
    accepted = [accept(Newsroom(desk.root), draft.path) for draft in drafts]
    assert [finding for one in accepted for finding in one.findings if finding.level == "error"] == []
    report = desk.room.build()
    assert (report.stories, report.errors) == (len(drafts), 0)
    assert difference(desk.room.tree(), desk.room.clean()) == ""


def test_what_is_pasted_becomes_a_draft(warta, desk):
    status, out, _err = warta("-", stdin=PASTED)
    assert (status, len(desk.drafts())) == (0, 2)
    assert "Draf baru: content/inbox/2026-08-13-" in out


def test_messages_are_chosen(warta, desk):
    chat = desk.put("chat.zip", CHATS["Chat WhatsApp dengan Perpusdes.zip"])
    _status, out, _err = warta(chat, "--sejak", "14 Agustus 2026", "--dari", "tono", "--json")
    (only,) = json.loads(out)["drafts"]
    assert only["title"] == "Kelas Komputer Malam"
    assert any("di luar pilihan" in note for note in only["notes"])


def test_dates_that_can_be_read_in_two_ways_are_asked(warta, desk):
    chat = desk.put("chat.txt", UNCLEAR)
    status, _out, err = warta(chat, "--sejak", "1 Juni 2026")
    assert (status, "--urutan" in err, desk.drafts()) == (1, True, {})
    _status, out, _err = warta(chat, "--sejak", "1 Juni 2026", "--urutan", "hari-bulan", "--json")
    assert [one["date"] for one in json.loads(out)["drafts"]] == ["2026-06-05"]


def test_a_longer_export_of_the_same_chat_makes_no_double(desk):
    def chat(*lines: str) -> str:
        return "".join(f"13/08/26 {line}\n" for line in lines)

    first = chat(f"09.00 - Bu Rini: {LONG}")
    desk.take(desk.put("chat.txt", first))
    longer = chat(
        f"09.00 - Bu Rini: {LONG}", "18.00 - Bu Rini: Besok rapat", f"20.00 - Pak Tono: *Rapat*\n{LONG[::-1]}"
    )
    states = [one.state for one in desk.take(desk.put("chat.txt", longer))]
    assert states == ["sama", "baru"]


def test_a_mapping_that_was_mended_updates_the_drafts(warta, desk):
    table = desk.put("form.csv", "Judul,Tanggal,Kisahnya\nPanen,12 Agustus 2026,Kami memanen sayur.\n")
    warta(table)
    mapping = desk.root / "content/inbox/pemetaan.toml"
    assert '"Kisahnya" = "catatan"' in mapping.read_text("utf-8")
    mapping.write_text(mapping.read_text("utf-8").replace('"Kisahnya" = "catatan"', '"Kisahnya" = "isi"'), "utf-8")
    _status, out, _err = warta(table)
    assert "Draf diperbarui" in out
    (report,) = [data.decode() for name, data in desk.drafts().items() if name.endswith("index.md")]
    assert "Kami memanen sayur." in report.partition("\n---\n")[2]

    mapping.write_text(mapping.read_text("utf-8").replace('"isi"', '"isii"'), "utf-8")
    status, _out, err = warta(table)
    assert status == 2
    assert err.startswith("content/inbox/pemetaan.toml:")


def test_a_rehearsal_writes_nothing(warta, desk):
    status, out, _err = warta(desk.put("form.csv", TABLES["google-forms.csv"]), "--coba")
    assert (status, desk.drafts()) == (0, {})
    assert "Akan menjadi draf baru" in out


def test_a_registry_becomes_profiles(warta, desk):
    name = "Perpustakaan Desa Sukamaju"
    rows = f"Nama,Desa,Kecamatan,Kabupaten\n{name},Sukamaju,Cihaurbeuti,Ciamis\n{name},Sukamaju,,\n"
    status, out, err = warta(desk.put("daftar.csv", rows), "--profil")
    assert status == 1
    assert "1 profil baru" in out
    assert "daftar.csv, baris 3: Perpustakaan Desa Sukamaju: wilayahnya bisa" in err
    made = desk.root / "content/libraries/perpustakaan-desa-sukamaju.md"
    assert 'wilayah: "32.07.06.2004"' in made.read_text("utf-8")
    assert desk.room.build().errors == 0


def test_a_newsroom_is_taken_in(warta, desk, tmp_path):
    village = Room(tmp_path / "desa", {
        "content/site.toml": 'nama = "Kabar Sukamaju"\nurl = "https://sukamaju.example/"\n',
        "content/libraries/sukamaju.md": LIBRARY.format(name="Sukamaju"),
        "content/stories/2026/11/panen.md": story("Panen", day="2026-11-02", library="sukamaju"),
    })  # fmt: skip
    status, out, _err = warta(village.root)
    assert (status, out) == (0, "Kabar Sukamaju: 1 baru, 0 diperbarui, 0 tetap; 1 profil, 0 foto\n")
    assert desk.room.build().stories == 1
    status, out, _err = warta(village.root, "--json")
    assert json.loads(out)["stories"] == {"tetap": 1}


@pytest.mark.parametrize("name", ["kobo.xlsx", "Chat WhatsApp dengan Perpusdes.zip", "blog-lama.xml"])
def test_the_same_under_another_name_updates_what_nobody_edited(desk, name):
    first, second = {
        "kobo.xlsx": lambda data: (data, swapped(data, "xl/worksheets/sheet1.xml", b"Panen", b"Panen raya")),
        "Chat WhatsApp dengan Perpusdes.zip": lambda data: (zipped({"_chat.txt": ANDROID_ID}), data),
        "blog-lama.xml": lambda data: (data, data.replace(b"Baris satu", b"Baris kesatu")),
    }[name]((CHATS | TABLES | BLOGS)[name])
    desk.take(desk.put(f"lama-{name}", first))
    states = [one.state for one in desk.take(desk.put(f"baru (1) {name}", second)) if not isinstance(one, Refusal)]
    assert states[0] == "diperbarui"
    assert set(states[1:]) <= {"sama"}
