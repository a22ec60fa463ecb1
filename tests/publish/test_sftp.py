"""A real server with SFTP: what lies there, what it costs, and what is said where it fails."""

import asyncio
import os
import threading
from collections import Counter
from pathlib import Path

import asyncssh
import pytest

from pipeline.errors import TargetError
from pipeline.publish.targets.sftp import PASSWORD, Server
from tests.publish.conftest import Desk
from tests.publish.line import Line
from tests.publish.sites import published, site

USER = "web"


class Door(asyncssh.SSHServer):
    """Lets one account in, by its key or a password."""

    def __init__(self, host: "Host") -> None:
        self._host = host

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._host.calls.append(conn)

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, "benar")


class Files(asyncssh.SFTPServer):
    """The server's folder; everything that is asked of it is counted."""

    def __init__(self, channel: asyncssh.SSHServerChannel, host: "Host") -> None:
        super().__init__(channel, chroot=os.fsencode(host.root))
        self._host = host

    def open(self, path, pflags, attrs):
        self._host.asked["open"] += 1
        return super().open(path, pflags, attrs)

    def write(self, file_obj, offset, data):
        self._host.write()
        return super().write(file_obj, offset, data)

    def posix_rename(self, oldpath, newpath):
        self._host.asked["rename"] += 1
        return super().posix_rename(oldpath, newpath)

    def mkdir(self, path, attrs):
        self._host.asked["mkdir"] += 1
        return super().mkdir(path, attrs)


class Host:
    """A server for one account with a key or a password, whose folder is *root*; it counts what is asked of it."""

    def __init__(self, root: Path, key: asyncssh.SSHKey, *, room: int | None = None) -> None:
        self.root = root
        self.asked: Counter[str] = Counter()
        self.key = asyncssh.generate_private_key("ssh-ed25519")
        self._allowed = key.export_public_key()
        self._room = room
        self.calls: list[asyncssh.SSHServerConnection] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result()
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def _listen(self) -> asyncssh.SSHAcceptor:
        return await asyncssh.create_server(
            lambda: Door(self), "127.0.0.1", 0, server_host_keys=[self.key],
            sftp_factory=lambda channel: Files(channel, self),
            authorized_client_keys=asyncssh.import_authorized_keys(self._allowed.decode()),
        )  # fmt: skip

    def write(self) -> None:
        """Count what is written, and say when there is no room."""
        if self._room is not None and self.asked["write"] >= self._room:
            raise asyncssh.SFTPFailure("Disk quota exceeded")
        self.asked["write"] += 1

    def full(self, room: int | None) -> None:
        self._room = room

    def close(self) -> None:
        async def end() -> None:
            self._server.close()
            for call in self.calls:
                call.abort()
            await asyncio.gather(self._server.wait_closed(), *(call.wait_closed() for call in self.calls))

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


@pytest.fixture
def home(quick_path, monkeypatch) -> Path:
    """The ``.ssh`` of a person, with a key."""
    folder = quick_path / "rumah" / ".ssh"
    folder.mkdir(parents=True, mode=0o700)
    key = asyncssh.generate_private_key("ssh-ed25519")
    key.write_private_key(f"{folder / 'id_ed25519'}")
    (folder / "id_ed25519").chmod(0o600)
    monkeypatch.setenv("HOME", f"{folder.parent}")
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.delenv(PASSWORD, raising=False)
    return folder


@pytest.fixture
def host(quick_path, home):
    """A server that knows this key, and is known."""
    root = quick_path / "server"
    (root / "www").mkdir(parents=True)
    made = Host(root, asyncssh.read_private_key(f"{home / 'id_ed25519'}"))
    know(home, made.port, made.key)
    yield made
    made.close()


def know(home: Path, port: int, key: asyncssh.SSHKey) -> None:
    with (home / "known_hosts").open("a") as file:
        file.write(f"[127.0.0.1]:{port} {key.export_public_key().decode()}")


@pytest.fixture
def desk(quick_path, host) -> Desk:
    return computer(quick_path / "satu", host.port)


def computer(root: Path, port: int, path: str = "/www/kabar") -> Desk:
    """A computer that publishes to a server; it does not wait long."""

    def target() -> Server:
        made = Server(f"sftp://{USER}@127.0.0.1:{port}{path}")
        made._waits = (0.0, 0.0)
        return made

    return Desk(root, target)


def test_the_server_holds_the_site_and_records_that_apache_hides(desk, host):
    for number in (3, 2):
        desk.publish(site(range(number)), part=1.0)
        assert published(host.root / "www/kabar") == site(range(number))
    records = host.root / "www/kabar/.warta"
    assert sorted(path.name for path in records.iterdir()) == [".htaccess", "manifest.json.gz", "status.json.gz"]
    assert (records / ".htaccess").read_text() == "Require all denied\n"
    assert not (host.root / "www/kabar/2026/11/kabar-2").exists()
    page = host.root / "www/kabar/index.html"
    assert page.stat().st_mode & 0o777 == 0o644


def test_a_rehearsal_makes_nothing_there(desk, host):
    plan = desk.rehearse(site(range(2)))
    assert plan.puts == len(site(range(2)))
    assert [*(host.root / "www").iterdir()] == []
    assert host.asked["mkdir"] == host.asked["write"] == 0


def test_a_server_that_closes_new_files_is_told_to_open_them(desk, host):
    before = os.umask(0o077)
    try:
        desk.publish(site(range(2)))
        desk.publish(site(range(3)))
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (host.root / "www/kabar").rglob("*.*") if path.is_file()
             and path.parent.name != ".warta"}  # fmt: skip
    assert set(modes.values()) == {0o644}, modes


def test_what_a_killed_run_left_beside_the_site_is_gone_after_the_next(desk, host):
    desk.publish(site(range(1)))
    records = host.root / "www/kabar/.warta"
    for name in ("baru-399", "manifest.json.gz.tmp"):
        (records / name).write_bytes(b"<p>Kata yang dicabut")
    desk.publish(site(range(2)))
    assert sorted(path.name for path in records.iterdir()) == [".htaccess", "manifest.json.gz", "status.json.gz"]


def test_one_story_changed_costs_few_requests(desk, host):
    desk.publish(site(range(60)))
    host.asked.clear()
    files = site(range(60)) | {"2026/11/kabar-7/index.html": b"<p>baru"}
    desk.publish(files)
    assert published(host.root / "www/kabar") == files
    # Read: the status. Written: claim, status, page, manifest, status. No folder is made, nothing is listed.
    assert host.asked["mkdir"] == 0
    assert host.asked["rename"] == 4
    assert host.asked["open"] <= 8
    host.asked.clear()
    desk.publish(files)
    assert host.asked["rename"] == 0


def test_a_password_comes_from_the_environment(desk, host, home, monkeypatch):
    (home / "id_ed25519").unlink()
    with pytest.raises(TargetError, match=f"menolak masuk.*{PASSWORD}"):
        desk.publish(site(range(1)))
    monkeypatch.setenv(PASSWORD, "benar")
    desk.publish(site(range(1)))
    assert published(host.root / "www/kabar") == site(range(1))


def test_two_at_once_the_second_is_refused(desk, host, quick_path):
    first = desk.target()
    first.open()
    assert first.claim(b"satu") is None
    assert first.claim(b"satu") is None  # created, and the answer was lost
    second = desk.target()
    second.open()
    assert second.claim(b"dua") == b"satu"
    second.release()
    assert second.claim(b"dua") is None
    first.close()
    second.close()
    second.close()


def test_what_others_left_there_is_not_touched(desk, host):
    (host.root / "www/kabar").mkdir()
    (host.root / "www/kabar/index.php").write_text("lama")
    with pytest.raises(TargetError, match="--ambil-alih"):
        desk.publish(site(range(1)))
    desk.publish(site(range(1)), force=True)
    assert published(host.root / "www/kabar") == site(range(1)) | {"index.php": b"lama"}


# -- what fails --------------------------------------------------------------------------------------------------------


def test_a_line_that_breaks_is_dialled_again(quick_path, host, home):
    line = Line(host.port, 60_000)
    know(home, line.port, host.key)
    desk = computer(quick_path / "satu", line.port)
    told = desk.target

    def target() -> Server:
        made = told()
        place = made._hang_up

        async def hang_up() -> None:
            line.mend()
            await place()

        made._hang_up = hang_up  # type: ignore[method-assign]  # the line is mended while we hang up
        return made

    desk.target = target
    desk.publish(site(range(60)))
    assert line.calls == 2
    assert published(host.root / "www/kabar") == site(range(60))
    line.close()


def test_a_line_that_stays_cut_is_told_and_the_next_run_goes_on(quick_path, host, home):
    line = Line(host.port, 60_000)
    know(home, line.port, host.key)
    desk = computer(quick_path / "satu", line.port)
    with pytest.raises(TargetError, match=r"putus .*yang sudah sampai aman"):
        desk.publish(site(range(60)))
    line.mend()
    desk.publish(site(range(60)), force=True)  # this process is still alive, so its claim counts
    assert published(host.root / "www/kabar") == site(range(60))
    line.close()


def test_a_server_that_is_not_known_is_not_trusted(desk, host, home):
    (home / "known_hosts").unlink()
    with pytest.raises(TargetError, match=r"belum dikenal.*SHA256:.*ssh -p"):
        desk.publish(site(range(1)))
    know(home, host.port, asyncssh.generate_private_key("ssh-ed25519"))
    with pytest.raises(TargetError, match="BERUBAH"):
        desk.publish(site(range(1)))
    assert not (host.root / "www/kabar").exists()


def test_a_full_server_keeps_the_old_site_and_the_next_run_goes_on(desk, host):
    desk.publish(site(range(3)))
    before = published(host.root / "www/kabar")
    host.full(host.asked["write"] + 8)
    with pytest.raises(TargetError, match="penuh atau jatahnya habis"):
        desk.publish(site(range(30)))
    now = published(host.root / "www/kabar")
    assert {path: now[path] for path in before} == before
    host.full(None)
    desk.publish(site(range(30)))
    assert published(host.root / "www/kabar") == site(range(30))


@pytest.mark.parametrize(
    "address",
    ["sftp://web@-oProxyCommand=x/a", "sftp://host", "sftp://host:x/a", "ftp://host/a", "sftp://web:rahasia@ho st/a"],
)
def test_an_address_that_is_none_is_told_without_its_password(address):
    with pytest.raises(TargetError, match="bukan alamat SFTP") as failed:
        Server(address)
    assert "rahasia" not in f"{failed.value}"


def test_nobody_there_and_no_folder_there_are_told(quick_path, host, home):
    with pytest.raises(TargetError, match="gagal atau putus"):
        computer(quick_path / "a", 1).publish(site(range(1)))
    with pytest.raises(TargetError, match=r"tidak ada, juga folder di atasnya"):
        computer(quick_path / "b", host.port, "/tidak/ada/kabar").publish(site(range(1)))
