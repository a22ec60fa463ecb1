"""A host as people rent it: the files of one folder, text packed by gzip, and ``404.html`` for what is not there."""

import gzip
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from pipeline.production.webserver import kind_of

PACKED = {".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".webmanifest"}


class Host:
    """Serves *folder* on this computer for as long as a ``with`` block lasts; the block gets the address."""

    def __init__(self, folder: Path) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, folder=folder.resolve()))
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Small pieces go at once: waiting for more would cost 40 ms each time.
    disable_nagle_algorithm = True
    timeout = 30

    def __init__(self, *args: Any, folder: Path) -> None:
        self.folder = folder
        super().__init__(*args)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.folder) or not file.exists():
            self._send(HTTPStatus.NOT_FOUND, self.folder / "404.html")
        elif file.is_dir() and not path.endswith("/"):
            self._head(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{self.path}/", "Content-Length": "0"})
        else:
            self._send(HTTPStatus.OK, file / "index.html" if file.is_dir() else file)

    def _send(self, status: HTTPStatus, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError:
            status, data = HTTPStatus.NOT_FOUND, b""
        said = {"Content-Type": kind_of(file.name), "Cache-Control": "max-age=600"}
        if file.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data, 6, mtime=0)
            said |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self._head(status, said | {"Content-Length": str(len(data))})
        self.wfile.write(data)

    def _head(self, status: HTTPStatus, said: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in said.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass
