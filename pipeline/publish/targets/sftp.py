"""A server that gives SFTP: many files at once over one connection, each taking its place by renaming.

Keys come from where ``ssh`` has them (agent, ``~/.ssh``, its config), a password only from the environment. A server is
trusted by ``~/.ssh/known_hosts`` and by nothing else.
"""

import asyncio
import os
import posixpath
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import asyncssh

from pipeline.config import Terbit
from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.target import CLAIM, MANIFEST, RECORDS, Item

PASSWORD = "WARTA_SFTP_SANDI"  # noqa: S105  the name of a variable
"""The variable of the environment with the password of an account that has no key."""

AT_ONCE = 64
"""Files under way: each waits for four answers, and a village's line answers after a tenth of a second."""

WAITS = (1.0, 3.0, 9.0)
"""Seconds before a connection that was lost is tried again."""

PATIENCE = 20
"""Seconds for a server to answer the first time."""

_BESIDE = "baru-"
"""How names of files begin that have not yet taken their places."""

_NAME = re.compile(r"[A-Za-z0-9][\w.:-]*")
_FILE = asyncssh.SFTPAttrs(permissions=0o644)
_FOLDER = asyncssh.SFTPAttrs(permissions=0o755)
_HIDDEN = b"Require all denied\n"
"""What keeps an Apache server from showing records; others are told in ``docs/terbit.md``."""

T = TypeVar("T")


def make(name: str, section: Terbit) -> "Server":  # noqa: ARG001  every kind is made from both
    """Return the target that *section* describes; raises ``TargetError`` where its address is none."""
    return Server(section.alamat)


class Server:
    """The folder on a server that *address* names: ``sftp://web@host:2222/var/www/kabar``."""

    transactional = False

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        try:
            port = parts.port
        except ValueError:
            port = 0
        if parts.scheme != "sftp" or not _NAME.fullmatch(parts.hostname or "") or port == 0 or len(parts.path) < 2:
            said = _('alamat = "{address}" bukan alamat SFTP. Tulis misalnya: sftp://web@kabar.desa.id/var/www/kabar')
            raise TargetError(said.format(address=re.sub(r"//[^/@]*@", "//", address)))
        self._host, self._port, self._user = parts.hostname or "", port, unquote(parts.username or "")
        # ~ is the account's own folder: that is where a path without a slash begins.
        self._root = unquote(parts.path).removeprefix("/~/").rstrip("/") or "/"
        self.label = (
            f"sftp://{self._user + '@' if self._user else ''}{self._host}{f':{port}' if port else ''}{parts.path}"
        )
        self._records = posixpath.join(self._root, RECORDS)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._connection: asyncssh.SSHClientConnection | None = None
        self._sftp: asyncssh.SFTPClient | None = None
        self._waits = WAITS
        self._closed: bool | None = None

    # -- the connection ------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Connect, and see that the folder is there, or that only itself is missing: then it is made by the claim."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
        try:
            self._do(self._there)
        except TargetError:
            self.close()
            raise

    def close(self) -> None:
        """Hang up."""
        if self._loop is None:
            return
        with suppress(Exception):  # what is closed anyway may fail
            self._loop.run_until_complete(self._hang_up())
        self._loop.close()
        self._loop = None

    async def _hang_up(self) -> None:
        connection, self._connection, self._sftp = self._connection, None, None
        if connection is not None:
            connection.abort()
            await connection.wait_closed()

    async def _client(self) -> asyncssh.SFTPClient:
        if self._sftp is None:
            self._connection = await asyncssh.connect(
                self._host, self._port or (), username=self._user or (), password=os.environ.get(PASSWORD),
                connect_timeout=PATIENCE, login_timeout=PATIENCE, keepalive_interval=15, keepalive_count_max=3,
            )  # fmt: skip
            self._sftp = await self._connection.start_sftp_client()
        return self._sftp

    def _do(self, work: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        """Run *work*, which may be begun again, and again after a connection was lost; raises ``TargetError``."""
        if self._loop is None:
            raise TargetError(_("Sambungan ke {label} belum dibuka.").format(label=self.label))
        return self._loop.run_until_complete(self._patient(work))

    async def _patient(self, work: Callable[[asyncssh.SFTPClient], Awaitable[T]]) -> T:
        for wait in (*self._waits, None):
            connected = self._sftp is not None
            try:
                return await work(await self._client())
            except (asyncssh.ConnectionLost, asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection, OSError) as error:
                with suppress(Exception):
                    await self._hang_up()
                # Somebody who was never there will not be there in a moment.
                if wait is None or not connected:
                    raise TargetError(self._lost(error)) from error
                await asyncio.sleep(wait)
            except asyncssh.HostKeyNotVerifiable as error:
                raise TargetError(await self._stranger()) from error
            except (asyncssh.Error, asyncssh.KeyImportError) as error:
                raise TargetError(self._refused(error)) from error
        raise AssertionError("the last wait is none")

    async def _there(self, sftp: asyncssh.SFTPClient) -> None:
        try:
            await sftp.stat(self._root)
        except asyncssh.SFTPNoSuchFile:
            await sftp.stat(posixpath.dirname(self._root) or ".")

    async def _prepare(self, sftp: asyncssh.SFTPClient) -> None:
        try:
            await sftp.stat(self._records)
        except asyncssh.SFTPNoSuchFile:
            for folder in (self._root, self._records):
                await _folder(sftp, folder)
            await _write(sftp, posixpath.join(self._records, ".htaccess"), _HIDDEN)

    # -- records -------------------------------------------------------------------------------------------------------

    def read(self, name: str) -> bytes | None:
        """Return a record."""

        async def work(sftp: asyncssh.SFTPClient) -> bytes | None:
            try:
                async with sftp.open(posixpath.join(self._records, name), "rb") as file:
                    data: bytes = await file.read()
                    return data
            except asyncssh.SFTPNoSuchFile:
                return None

        return self._do(work)

    def write(self, name: str, data: bytes) -> None:
        """Write a record beside and rename it."""
        path = posixpath.join(self._records, name)

        async def work(sftp: asyncssh.SFTPClient) -> None:
            await _write(sftp, f"{path}.tmp", data)
            await _rename(sftp, f"{path}.tmp", path)

        self._do(work)

    def claim(self, data: bytes) -> bytes | None:
        """Create the claim, which servers do for one only; one of ours that was created and lost counts as ours."""
        path = posixpath.join(self._records, CLAIM)

        async def work(sftp: asyncssh.SFTPClient) -> bool:
            await self._prepare(sftp)
            try:
                async with sftp.open(path, "xb", _FILE) as file:
                    await file.write(data)
            except (asyncssh.SFTPFileAlreadyExists, asyncssh.SFTPFailure):
                if not await sftp.exists(path):
                    raise
                return False
            return True

        if self._do(work):
            self._do(self._sweep)
            return None
        there = self.read(CLAIM) or b""
        return None if there == data else there

    async def _sweep(self, sftp: asyncssh.SFTPClient) -> None:
        """Delete what runs that were cut off left beside the site: it may have been taken down since."""
        found = [entry.filename async for entry in sftp.scandir(self._records)]
        for name in found:
            if isinstance(name, str) and (name.startswith(_BESIDE) or name.endswith(".tmp")):
                with suppress(asyncssh.SFTPNoSuchFile):
                    await sftp.remove(posixpath.join(self._records, name))

    def release(self) -> None:
        """Delete the claim."""

        async def work(sftp: asyncssh.SFTPClient) -> None:
            with suppress(asyncssh.SFTPNoSuchFile):
                await sftp.remove(posixpath.join(self._records, CLAIM))

        self._do(work)

    def empty(self) -> bool:
        """Whether nothing but our records lies there."""

        async def work(sftp: asyncssh.SFTPClient) -> bool:
            with suppress(asyncssh.SFTPNoSuchFile):
                async for entry in sftp.scandir(self._root):
                    if entry.filename not in (".", "..", RECORDS):
                        return False
            return True

        return self._do(work)

    # -- files ---------------------------------------------------------------------------------------------------------

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Write each beside the site and rename it, many at once."""
        left = dict(enumerate(items))

        async def one(sftp: asyncssh.SFTPClient, number: int) -> None:
            item = left[number]
            beside = posixpath.join(self._records, f"{_BESIDE}{number}")
            await _write(sftp, beside, _bytes(item))
            await self._readable(sftp, beside)
            await self._place(sftp, beside, posixpath.join(self._root, item.path))
            del left[number]
            done(item)

        self._do(lambda sftp: _many(sorted(left), lambda number: one(sftp, number)))

    async def _readable(self, sftp: asyncssh.SFTPClient, path: str) -> None:
        """Let a web server read *path*, where the account's umask took that away: one look tells for all files."""
        if self._closed is None:
            mode = (await sftp.stat(path)).permissions
            self._closed = mode is not None and mode & 0o044 != 0o044
        if self._closed:
            await sftp.chmod(path, 0o644)

    async def _place(self, sftp: asyncssh.SFTPClient, beside: str, path: str) -> None:
        """Let a file take its place; folders are made where it turns out that they are missing."""
        try:
            await _rename(sftp, beside, path)
        except asyncssh.SFTPNoSuchFile:
            folder = posixpath.dirname(path)
            below = posixpath.relpath(folder, self._root).split("/")
            for depth in range(1, len(below) + 1):
                await _folder(sftp, posixpath.join(self._root, *below[:depth]))
            await _rename(sftp, beside, path)

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Delete files, and the folders that are empty then."""
        left = dict.fromkeys(paths)

        async def one(sftp: asyncssh.SFTPClient, path: str) -> None:
            with suppress(asyncssh.SFTPNoSuchFile):
                await sftp.remove(posixpath.join(self._root, path))
            del left[path]
            done(path)

        self._do(lambda sftp: _many(list(left), lambda path: one(sftp, path)))
        folders = {posixpath.dirname(path) for path in paths} - {""}
        self._do(lambda sftp: self._without(sftp, folders))

    async def _without(self, sftp: asyncssh.SFTPClient, folders: set[str]) -> None:
        """Remove *folders* and those above them as long as they are empty."""
        todo = set(folders)
        while todo:
            folder = max(todo, key=lambda one: one.count("/"))
            todo.discard(folder)
            try:
                await sftp.rmdir(posixpath.join(self._root, folder))
            except asyncssh.SFTPNoSuchFile:
                pass
            except (asyncssh.SFTPFailure, asyncssh.SFTPDirNotEmpty, asyncssh.SFTPPermissionDenied):
                continue
            if above := posixpath.dirname(folder):
                todo.add(above)

    def finish(self, manifest: bytes) -> None:
        """Write the manifest."""
        self.write(MANIFEST, manifest)

    # -- what is said --------------------------------------------------------------------------------------------------

    async def _stranger(self) -> str:
        """Say that the server is not the known one, or not known yet, with its fingerprint."""
        key = None
        with suppress(Exception):  # it is only told
            key = await asyncssh.get_server_host_key(self._host, self._port or ())
        print_ = key.get_fingerprint() if key is not None else "?"
        path = Path.home() / ".ssh" / "known_hosts"
        trusted = False
        with suppress(OSError, ValueError):
            trusted = any(asyncssh.match_known_hosts(f"{path}", self._host, "", self._port or None)[0])
        values = {"host": self._host, "print": print_, "port": f"-p {self._port} " if self._port else ""}
        if trusted:
            said = _(
                "Kunci server {host} BERUBAH (sekarang {print}). Mungkin servernya diganti, mungkin ada yang menyamar. "
                "Tanyakan dulu kepada penyedianya; jangan teruskan. Tidak ada yang dikirim."
            )
        else:
            said = _(
                "Server {host} belum dikenal komputer ini (sidiknya {print}). Cocokkan dengan yang diumumkan "
                "penyedianya, masuk sekali dengan ssh {port}{host}, jawab yes, lalu ulangi."
            )
        return said.format(**values)

    def _lost(self, error: Exception) -> str:
        said = _(
            "Sambungan ke {label} gagal atau putus ({reason}). Periksa internet, lalu ulangi; yang sudah sampai aman."
        )
        return said.format(label=self.label, reason=_reason(error))

    def _refused(self, error: Exception) -> str:
        if isinstance(error, asyncssh.PermissionDenied):
            said = _(
                "{label} menolak masuk. Periksa nama pengguna di alamat, dan kuncinya (ssh-add, ~/.ssh) atau sandinya "
                "di variabel lingkungan {variable}."
            )
            return said.format(label=self.label, variable=PASSWORD)
        if isinstance(error, asyncssh.SFTPPermissionDenied):
            said = _("{label} tidak boleh ditulisi akun ini ({reason}). Periksa foldernya di alamat, lalu ulangi.")
        elif isinstance(error, asyncssh.SFTPNoSuchFile):
            said = _("Folder pada {label} tidak ada, juga folder di atasnya. Periksa alamatnya, lalu ulangi.")
        elif isinstance(error, asyncssh.SFTPError):
            said = _(
                "{label} gagal menyimpan ({reason}); mungkin penuh atau jatahnya habis. Kosongkan sebagian, lalu "
                "ulangi: yang sudah sampai tidak dikirim lagi."
            )
        else:
            said = _("{label} memutus sambungan ({reason}). Ulangi nanti, atau tanyakan kepada penyedianya.")
        return said.format(label=self.label, reason=_reason(error))


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else f"{error}"
    return (text or type(error).__name__).splitlines()[0][:120].rstrip(".")


def _bytes(item: Item) -> bytes:
    try:
        return item.source.read_bytes()
    except OSError as error:
        said = _("{path} tidak dapat dibaca ({reason}). Jalankan warta build, lalu ulangi.")
        raise TargetError(said.format(path=item.source, reason=error.strerror or error)) from error


async def _many(what: Sequence[T], work: Callable[[T], Awaitable[None]]) -> None:
    """Do *work* for all of *what*, up to ``AT_ONCE`` at a time; the first failure ends it."""
    todo = iter(what)

    async def next_ones() -> None:
        for one in todo:
            await work(one)

    tasks = [asyncio.ensure_future(next_ones()) for _number in range(min(AT_ONCE, len(what)))]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _write(sftp: asyncssh.SFTPClient, path: str, data: bytes) -> None:
    async with sftp.open(path, "wb", _FILE) as file:
        await file.write(data)


async def _rename(sftp: asyncssh.SFTPClient, old: str, new: str) -> None:
    """Let *old* take the place of *new*: at once, or on servers that cannot do so, after *new* went."""
    try:
        await sftp.posix_rename(old, new)
    except asyncssh.SFTPOpUnsupported:
        with suppress(asyncssh.SFTPNoSuchFile):
            await sftp.remove(new)
        await sftp.rename(old, new)


async def _folder(sftp: asyncssh.SFTPClient, path: str) -> None:
    """Make a folder; somebody else may have been quicker."""
    try:
        await sftp.mkdir(path, _FOLDER)
    except (asyncssh.SFTPFailure, asyncssh.SFTPFileAlreadyExists):
        if not await sftp.isdir(path):
            raise
