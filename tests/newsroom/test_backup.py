"""A backup is taken while people work, and everything is there again where it is restored."""

import io
import resource
import subprocess
import sys
import tarfile
import threading

import pytest

from pipeline.errors import OutputError, UsageError
from pipeline.newsroom import backup
from pipeline.newsroom.secret import token
from tests.newsroom.conftest import PHOTO, PINS, Serving
from tests.newsroom.test_writing import FIELDS, pieces, save


def warta(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "newsroom", *words], capture_output=True, text=True, check=False
    )


def test_what_is_restored_elsewhere_is_all_there(web, tmp_path):
    phone, key, photo = web.enter(web.add("Ibu Sari", "kontributor", "alfa")), token(), token()
    save(phone, key, photos=[{"kunci": photo, "izin": True}])
    pieces(phone, key, photo, PHOTO.read_bytes())
    ends = threading.Event()

    def write() -> None:
        while not ends.is_set():
            assert save(phone, token()).status_code == 200

    writer = threading.Thread(target=write)
    writer.start()
    file, there = tmp_path / "cadangan.tar.gz", tmp_path / "lain"
    try:
        assert warta("--root", str(tmp_path / "kabar"), "--cadangan", str(file)).returncode == 0
    finally:
        ends.set()
        writer.join()
    assert file.stat().st_mode & 0o077 == 0
    done = warta("--root", str(there), "--pulihkan", str(file))
    assert done.returncode == 0, done.stderr
    with Serving(there) as again:
        report = again.office.reports.one(key)
        assert again.office.reports.latest(report).answers.fields == FIELDS
        assert again.office.uploads.data(key, photo) == PHOTO.read_bytes()
        other = again.visitor()
        other.cookies.update({name: phone.cookies[name] for name in ("sesi", "perangkat")})
        assert FIELDS["judul"] in other.get(f"/laporan/{key}").text  # devices and PINs are known there too
        other.post("/keluar")
        assert other.post("/masuk", data={"pin": PINS[0]}).status_code == 303
    assert (there / "content/site.toml").read_bytes() == (tmp_path / "kabar/content/site.toml").read_bytes()


def test_nothing_is_restored_over_a_newsroom(web, tmp_path):
    backup.save(tmp_path / "kabar", tmp_path / "c.tar.gz")
    with pytest.raises(UsageError, match="sudah ada ruang redaksi"):
        backup.restore(tmp_path / "c.tar.gz", tmp_path / "kabar")
    with pytest.raises(UsageError, match="di dalam ruang redaksi"):
        backup.save(tmp_path / "kabar", tmp_path / "kabar/content/c.tar.gz")


@pytest.mark.parametrize(
    "name", ["/etc/jahat", "../jahat", "content/../../jahat", "lain/jahat", ".warta/lock", "content"]
)
def test_a_hostile_backup_writes_nothing(tmp_path, name):
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as archive:
        for one in ("content/site.toml", name):
            member = tarfile.TarInfo(one)
            member.size = 3
            archive.addfile(member, io.BytesIO(b"abc"))
    with pytest.raises((UsageError, OutputError)):
        backup.restore(tmp_path / "c.tar.gz", tmp_path / "baru/lagi")
    assert not (tmp_path / "baru/lagi/content").exists()
    assert not list(tmp_path.rglob("jahat"))


def test_links_in_a_backup_are_refused(tmp_path):
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as archive:
        member = tarfile.TarInfo("content/taut")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member)
    with pytest.raises(UsageError, match="bukan cadangan"):
        backup.restore(tmp_path / "c.tar.gz", tmp_path / "baru")


def test_a_damaged_backup_restores_nothing(web, tmp_path):
    file = tmp_path / "c.tar.gz"
    backup.save(tmp_path / "kabar", file)
    for data in (file.read_bytes()[:-200], b"bukan cadangan", b""):
        file.write_bytes(data)
        with pytest.raises(UsageError, match="bukan cadangan"):
            backup.restore(file, tmp_path / "baru")
        assert not (tmp_path / "baru/content").exists()


def test_a_full_disk_is_told_and_leaves_the_last_backup(web, tmp_path):
    file = tmp_path / "c.tar.gz"
    backup.save(tmp_path / "kabar", file)
    before = file.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "newsroom", "--root", str(tmp_path / "kabar"), "--cadangan", str(file)],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)),
    )  # fmt: skip
    assert done.returncode == 2
    assert "Tidak dapat menulis" in done.stderr
    assert file.read_bytes() == before
