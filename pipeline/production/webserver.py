"""A small web server for one's own eyes: the files of one folder, as a real host would serve them, never cached."""

import errno
import socket
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from pipeline.errors import UsageError
from pipeline.language import _

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".ics": "text/calendar; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By the end of a file's name; never by the system's own table, which differs from computer to computer."""

FEEDS = {"feed.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}

NEAR = 20
"""Ports that are tried to name one that is free."""


class Server(ThreadingHTTPServer):
    """Serves the files of *folder*, which need not be there yet, at *host* and *port* (0: any that is free)."""

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), partial(Handler, folder=folder))
        except OSError as error:
            raise UsageError(_refused(error, host, port)) from None

    def server_bind(self) -> None:
        """Take the address, without asking the network for this computer's name (that may take seconds)."""
        TCPServer.server_bind(self)

    @property
    def url(self) -> str:
        """The address to open."""
        host, port = self.server_address[:2]
        name = host.decode() if isinstance(host, bytes | bytearray) else str(host)
        return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401  socketserver's signature
        """Say nothing: a reader who closes the page while it loads is no fault."""


def _refused(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        said = _("Port {port} sedang dipakai program lain. Coba: warta serve --port {other}")
        return said.format(port=port, other=_free(host, port))
    if error.errno == errno.EACCES:
        said = _("Port {port} tidak boleh dipakai. Coba: warta serve --port {other}")
        return said.format(port=port, other=_free(host, 8000))
    return _("Tidak dapat melayani di {host}: {reason}.").format(host=host, reason=error.strerror or error)


def _free(host: str, port: int) -> int:
    """Return a port near *port* on which nobody listens."""
    for other in range(port + 1, min(port + NEAR, 65_536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as attempt:
            if attempt.connect_ex((host, other)) != 0:
                return other
    return 8000 + NEAR


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with the files of *folder*: no listings, nothing outside, ``404.html`` for the rest."""

    server_version = "warta"
    protocol_version = "HTTP/1.1"
    timeout = 30

    def __init__(self, *args: Any, folder: Path) -> None:  # noqa: ANN401  socketserver's own arguments
        self.folder = folder
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer with a file and its bytes."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer as for GET, without the bytes."""
        self._answer(body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of http.server
        """Say nothing: the terminal belongs to the builds."""

    def _answer(self, *, body: bool) -> None:
        path = unquote(urlsplit(self.path).path, errors="replace")
        file = self._file(path)
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                self._redirect(path)
                return
            file /= "index.html"
        data = _bytes(file)
        if file is not None and data is not None:
            self._send(HTTPStatus.OK, kind_of(file.name), data, body=body)
            return
        missing = _bytes(self.folder / "404.html")
        text = _("Belum ada halaman di sini.")
        self._send(HTTPStatus.NOT_FOUND, TYPES[".html"], missing or text.encode(), body=body)

    def _file(self, path: str) -> Path | None:
        """Return the file that *path* means, ``None`` for one outside of the folder."""
        parts = [part for part in path.split("/") if part]
        if any(part.startswith(".") or "\\" in part for part in parts):
            return None
        file = self.folder.joinpath(*parts)
        try:
            inside = file.resolve(strict=True).is_relative_to(self.folder.resolve())
        except (OSError, ValueError):  # not there, or a name that no file can have
            return None
        return file if inside else None

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        # From the root, with a single slash: a second one would name another host.
        self.send_header("Location", f"/{quote(path.strip('/'))}/")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, kind: str, data: bytes, *, body: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if body:
            self.wfile.write(data)


def kind_of(name: str) -> str:
    """Return the media type of a file of that *name*."""
    return FEEDS.get(name) or TYPES.get(Path(name).suffix.lower(), "application/octet-stream")


def _bytes(file: Path | None) -> bytes | None:
    try:
        return None if file is None else file.read_bytes()
    except OSError:
        return None
