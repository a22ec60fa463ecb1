"""A small web server for one's own eyes: the files of one folder, as a real host would serve them, never cached.

Pages get one script more than their files have (``overlay.py``), and a stream that tells them of each build.
"""

import errno
import socket
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from pipeline.errors import UsageError
from pipeline.language import _, current
from pipeline.production import overlay
from pipeline.production.board import Board

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


BEAT = 10.0
"""Seconds without news after which a stream says that it still lives: only so is a page that left noticed."""

LOOK = 0.1
"""Seconds after which the server sees that it is to end."""


class Server(ThreadingHTTPServer):
    """Serves the files of *folder*, which need not be there yet, at *host* and *port* (0: any that is free).

    Pages follow what is put on *board*.
    """

    daemon_threads = True

    def __init__(self, folder: Path, host: str, port: int, board: Board) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.board = board
        try:
            super().__init__((host, port), partial(Handler, folder=folder, board=board))
        except OSError as error:
            raise UsageError(_refused(error, host, port)) from None

    def server_bind(self) -> None:
        """Take the address, without asking the network for this computer's name (that may take seconds)."""
        TCPServer.server_bind(self)

    def serve_forever(self, poll_interval: float = LOOK) -> None:
        """Serve until ``shutdown`` is called, from another thread."""
        super().serve_forever(poll_interval)

    def shutdown(self) -> None:
        """End, with all streams."""
        self.board.close()
        super().shutdown()

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

    def __init__(self, *args: Any, folder: Path, board: Board) -> None:  # noqa: ANN401  socketserver's own arguments
        self.folder = folder
        self.board = board
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
        if path.startswith(overlay.FOLDER):
            self._own(path, body=body)
            return
        edition = self.board.edition  # before the file is read: a page may be newer than it says, never older
        file = self._file(path)
        if file is not None and file.is_dir():
            if not path.endswith("/"):
                self._redirect(path)
                return
            file /= "index.html"
        data = _bytes(file)
        if file is not None and data is not None:
            self._send(HTTPStatus.OK, kind_of(file.name), _followed(file.name, data, edition), body=body)
            return
        self._missing(edition, body=body)

    def _missing(self, edition: str, *, body: bool) -> None:
        data = _bytes(self.folder / "404.html") or _nothing()
        self._send(HTTPStatus.NOT_FOUND, TYPES[".html"], overlay.followed(data, edition), body=body)

    def _own(self, path: str, *, body: bool) -> None:
        """Answer with the preview's own file at *path*, or with the stream of events."""
        data = overlay.own_file(path)
        if path == overlay.EVENTS:
            self._stream(body=body)
        elif data is not None:
            self._send(HTTPStatus.OK, kind_of(path), data, body=body)
        else:
            self._missing(self.board.edition, body=body)

    # -- the stream of events (HTML, "Server-sent events") -------------------------------------------------------------

    def _stream(self, *, body: bool) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if body:
            reader = str(self.client_address[0])
            ticket = self.board.enter(reader)
            try:
                self._tell(reader, ticket)
            except OSError:
                pass  # the page was left
            finally:
                self.board.leave(reader, ticket)

    def _tell(self, reader: str, ticket: object) -> None:
        self.wfile.write(b"retry: 1000\n\n")
        told = self.board.after(-1, reader, ticket, BEAT)
        while told.kind not in ("rest", "over"):
            self.wfile.write(b"data: %b\n\n" % told.text if told.text else b":\n\n")
            told = self.board.after(told.said, reader, ticket, BEAT)
        if told.kind == "rest":
            self.wfile.write(b"event: rest\ndata:\n\n")

    # -- files ---------------------------------------------------------------------------------------------------------

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


def _followed(name: str, data: bytes, edition: str) -> bytes:
    return overlay.followed(data, edition) if kind_of(name) == TYPES[".html"] else data


def _nothing() -> bytes:
    """Return the page for a folder in which no site has been built yet."""
    said = escape(_("Belum ada halaman di sini."))
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f'<!doctype html><html lang="{current()}"><head>{head}<title>warta</title></head><p>{said}</p>'.encode()


def _bytes(file: Path | None) -> bytes | None:
    try:
        return None if file is None else file.read_bytes()
    except OSError:
        return None
