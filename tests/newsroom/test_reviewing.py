"""Reviewing: from a sent report to a page that is out, and back by a correction or a withdrawal."""

import subprocess
import time

import pytest

from pipeline.newsroom.answers import Answers, Shot
from pipeline.newsroom.correction import is_small
from pipeline.newsroom.secret import token
from pipeline.newsroom.stages import STAGES, acts, after
from tests.newsroom.conftest import PHOTO
from tests.newsroom.test_writing import FIELDS, pieces, save


@pytest.fixture
def people(web):
    sari = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    return sari, web.enter(web.add("Bu Ani", "kabupaten", "32.04"))


def written(web, sari) -> str:
    """Return the id of a report with a photo that was sent."""
    key, photo = token(), token()
    save(sari, key)
    pieces(sari, key, photo, PHOTO.read_bytes())
    shot = {"kunci": photo, "keterangan": "Panen pertama", "alt": "Ibu-ibu memegang kangkung", "izin": True}
    answer = save(sari, key, base=1, photos=[shot], act="kirim")
    assert answer.json()["keadaan"] == "terkirim", answer.text
    return key


def correct(web, sari, key, *, photos=True, **fields):
    """Write on in another sitting, and send it."""
    report = web.office.reports.one(key)
    shots = [
        {"kunci": one.key, "keterangan": one.caption, "alt": one.alt, "izin": one.consent}
        for one in web.office.reports.latest(report).answers.photos
    ][: None if photos else 0]
    return save(sari, key, base=report.head, editing=token(), act="kirim", photos=shots, **fields)


def decide(visitor, key, act, web, **fields):
    return visitor.post(f"/laporan/{key}/{act}", data={"versi": web.office.reports.one(key).head} | fields)


def built(web):
    """Do what the web app does behind its pages, now."""
    web.office.works._once()
    assert web.office.works.state.fault == ""


def test_a_report_goes_from_a_phone_to_a_page_and_its_kit(web, people, tmp_path):
    sari, editor = people
    settings = tmp_path / "kabar/content/site.toml"
    settings.write_text(
        settings.read_text().replace("photos = false\ncards = false\n", "").replace("kit = false\n", "")
    )
    key = written(web, sari)
    assert FIELDS["judul"] in editor.get("/").text
    assert decide(editor, key, "setujui", web).status_code == 303
    report = web.office.reports.one(key)
    assert report.path == "content/stories/2026/11/dua-puluh-ibu-memanen-kangkung-pertama/index.md"
    folder = (tmp_path / "kabar" / report.path).parent
    assert sorted(path.name for path in folder.iterdir()) == ["foto-1.jpg", "index.md"]
    assert (folder / "foto-1.jpg").read_bytes() == PHOTO.read_bytes()
    built(web)
    page = (tmp_path / "kabar/output/site/2026/11/dua-puluh-ibu-memanen-kangkung-pertama/index.html").read_text()
    assert FIELDS["judul"] in page
    kit = sari.get(f"/laporan/{key}/kit").text
    assert "WhatsApp" in kit
    assert FIELDS["judul"] in kit
    card = kit.partition(f"/laporan/{key}/berkas/")[2].partition('"')[0]
    assert sari.get(f"/laporan/{key}/berkas/{card}").headers["content-type"] == "image/jpeg"
    assert [line.what for line in web.office.decisions(key)] == ["disetujui", "dikirim", "ditulis"]
    history = editor.get(f"/laporan/{key}/riwayat").text
    assert "Bu Ani" in history
    assert "menyetujui" in history


def test_the_preview_is_the_page_that_will_be(web, people):
    sari, _editor = people
    key = written(web, sari)
    page = sari.get(f"/laporan/{key}/pratinjau").text
    assert "WhatsApp" in page
    frame = page.partition('src="/laporan')[2].partition('"')[0]
    shown = sari.get(f"/laporan{frame}")
    assert FIELDS["judul"] in shown.text
    assert shown.headers["x-frame-options"] == "SAMEORIGIN"
    assert "sandbox" in shown.headers["content-security-policy"]
    assert not (web.office.room.output).exists()
    for path in ("../../../../../state/ruang.kunci", "..%2f..%2f..%2fcontent/site.toml", "/etc/passwd"):
        assert sari.get(f"/laporan/{key}/pratinjau/situs/{path}").status_code == 404


def test_what_an_error_holds_back_is_not_approved_and_told(web, people, tmp_path):
    sari, editor = people
    key = token()
    save(sari, key, tanggal="kapan-kapan", act="kirim")
    answer = decide(editor, key, "setujui", web)
    assert answer.status_code == 409
    assert "Belum dapat terbit" in answer.text
    assert web.office.reports.one(key).stage == "terkirim"
    assert not (tmp_path / "kabar/content/stories").exists()


def test_an_editor_asks_back_and_the_writer_answers(web, people):
    sari, editor = people
    key = written(web, sari)
    assert decide(editor, key, "tinjau", web).status_code == 303
    assert decide(editor, key, "minta", web, pertanyaan="Siapa yang menanam?").status_code == 303
    assert "Siapa yang menanam?" in sari.get(f"/laporan/{key}").text
    head = web.office.reports.one(key).head
    assert save(sari, key, base=head, siapa="Kelompok wanita tani", act="kirim").json()["keadaan"] == "terkirim"
    assert decide(editor, key, "setujui", web).status_code == 303
    assert "Siapa yang menanam?" not in sari.get(f"/laporan/{key}").text


def test_who_looked_at_an_older_version_does_not_approve_a_newer_one(web, people):
    sari, editor = people
    key = written(web, sari)
    head = web.office.reports.one(key).head
    save(sari, key, base=head, editing="z" * 22, apa="Semuanya lain.")
    assert editor.post(f"/laporan/{key}/setujui", data={"versi": head}).status_code == 409
    assert web.office.reports.one(key).stage == "terkirim"


def test_small_corrections_of_trusted_people_go_out_at_once_and_others_wait(web, people, tmp_path):
    sari, editor = people
    key = written(web, sari)
    decide(editor, key, "setujui", web)
    file = tmp_path / "kabar" / web.office.reports.one(key).path
    first = correct(web, sari, key, apa="Dua puluh ibu memanen kangkung dari kebun kami.")
    assert first.json()["keadaan"] == "ralat"
    decide(editor, key, "setujui", web)
    assert "kebun kami" in file.read_text()
    (who,) = [one for one in web.office.people.everybody() if one.name == "Ibu Sari"]
    web.office.people.trust(who.id, trusted=True, at=web.office.now, maker="")
    small = correct(web, sari, key, apa="Dua puluh ibu memanen kangkung dari kebun mereka.")
    assert small.json()["keadaan"] == "terbit"
    assert "kebun mereka" in file.read_text()
    assert web.office.decisions(key)[0].what == "ralat-kecil"
    large = correct(web, sari, key, jumlah="200")
    assert large.json()["keadaan"] == "ralat"
    assert "peserta: 20\n" in file.read_text()


def test_a_photo_that_leaves_a_report_leaves_its_folder(web, people, tmp_path):
    sari, editor = people
    key = written(web, sari)
    decide(editor, key, "setujui", web)
    correct(web, sari, key, photos=False)
    decide(editor, key, "setujui", web)
    folder = (tmp_path / "kabar" / web.office.reports.one(key).path).parent
    assert [path.name for path in folder.iterdir()] == ["index.md"]


def test_a_withdrawn_report_leaves_a_page_that_says_so(web, people, tmp_path):
    sari, editor = people
    key = written(web, sari)
    decide(editor, key, "setujui", web)
    built(web)
    assert decide(sari, key, "tarik", web, alasan="Diminta").status_code == 404
    assert decide(editor, key, "tarik", web, alasan="Diminta narasumber").status_code == 303
    built(web)
    page = (tmp_path / "kabar/output/site/2026/11/dua-puluh-ibu-memanen-kangkung-pertama/index.html").read_text()
    assert FIELDS["apa"] not in page
    assert "Diminta narasumber" in page
    assert decide(editor, key, "setujui", web).status_code == 404


def test_a_file_that_was_changed_elsewhere_is_never_written_over(web, people, tmp_path):
    sari, editor = people
    key = written(web, sari)
    decide(editor, key, "setujui", web)
    file = tmp_path / "kabar" / web.office.reports.one(key).path
    file.write_text(file.read_text() + "\nDitambah dengan tangan.\n")
    correct(web, sari, key, apa="Dua puluh ibu memanen kangkung lagi.")
    answer = decide(editor, key, "setujui", web)
    assert answer.status_code == 409
    assert "Ditambah dengan tangan." in file.read_text()


def test_in_a_repository_each_approval_is_a_commit(web, people, tmp_path):
    sari, editor = people
    root = tmp_path / "kabar"
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    key = written(web, sari)
    decide(editor, key, "setujui", web)
    log = subprocess.run(
        ["git", "-C", str(root), "log", "--stat", "--format=%s"], capture_output=True, text=True, check=True
    )
    assert FIELDS["judul"] in log.stdout
    assert "foto-1.jpg" in log.stdout


def test_what_was_approved_is_built_and_published_behind_the_pages(web, people, tmp_path):
    sari, editor = people
    target = tmp_path / "terbit"
    toml = tmp_path / "kabar/content/site.toml"
    toml.write_text(toml.read_text() + f'\n[terbit.situs]\njenis = "folder"\nfolder = "{target}"\n')
    web.office.works._target = "situs"
    web.office.start()
    try:
        key = written(web, sari)
        decide(editor, key, "setujui", web)
        page = target / "2026/11/dua-puluh-ibu-memanen-kangkung-pertama/index.html"
        wait(page.is_file)
        wait(lambda: not web.office.works.state.busy)
        assert web.office.works.state.fault == ""
        later = token()
        save(editor, later, judul="Kabar esok pagi", terbit_pada="2026-11-24 08.00 WIB", act="kirim")
        decide(editor, later, "setujui", web)
        wait(lambda: not web.office.works.state.busy)
        hidden = target / "2026/11/kabar-esok-pagi/index.html"
        assert not hidden.exists()
        web.clock.at += 3 * 86_400
        web.office.works.ask()  # wakes who sleeps by the real clock
        wait(lambda: hidden.is_file() or web.office.works.state.fault)
        assert web.office.works.state.fault == ""
    finally:
        web.office.stop()


def wait(done, seconds=90.0):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_every_stage_says_who_may_do_what():
    for stage in STAGES:
        assert set(acts(stage, editor=False)) <= set(acts(stage, editor=True))
        assert not {"setujui", "minta", "tinjau", "tarik"} & set(acts(stage, editor=False))
        for act in acts(stage, editor=True):
            assert after(stage, act, editor=True) in STAGES
    assert acts("ditarik", editor=True) == ()


@pytest.mark.parametrize(
    ("changed", "small"),
    [
        ({"apa": "Dua puluh ibu panen."}, True), ({"apa": "Tiga 30"}, False), ({"judul": "kata " * 30}, False),
        ({"kutipan": "Lain"}, False), ({"tanggal": "2026-11-21"}, False), ({"kutipan_izin": "ya"}, False), ({}, True),
    ],
)  # fmt: skip
def test_which_corrections_are_small(changed, small):
    before = Answers({"judul": "Ibu panen", "apa": "Dua puluh ibu memanen."}, (Shot("k", consent=True),))
    assert is_small(before, Answers(before.fields | changed, before.photos)) is small
    assert not is_small(before, Answers(before.fields, ()))
    assert not is_small(before, Answers(before.fields, (Shot("k", consent=False),)))
