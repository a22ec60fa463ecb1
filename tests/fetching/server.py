"""A server of our own on this computer, which answers as told, badly too, and notes every question."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Question(NamedTuple):
    """What was asked: the path with its query, and the headers."""

    path: str
    headers: dict[str, str]


class Server:
    """Answers by path: ``(status, headers, body)``, or a function that writes to the socket itself."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[Question] = []
        self.answers: dict[str, object] = {}
        self.ended = threading.Event()
        """Set when the test is over: whoever drips must stop."""
        self.most = 0
        """How many questions were being answered at once, at most."""
        self._now = 0
        self._guard = threading.Lock()

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [question.path for question in self.asked]

    @contextmanager
    def counted(self) -> Iterator[None]:
        with self._guard:
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            yield
        finally:
            with self._guard:
                self._now -= 1


@contextmanager
def server(context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Server]:  # noqa: C901  two classes
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with told.counted():
                self._get()

        def _get(self) -> None:
            told.asked.append(Question(self.path, dict(self.headers.items())))
            answer = told.answers.get(self.path, (404, {}, b""))
            self.close_connection = True
            if callable(answer):
                found = answer(self)
                if found is None:
                    return
                answer = found
            status, headers, body = answer
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 300

        def handle_error(self, *_arguments: object) -> None:
            """Whoever was cut off is no news."""

        def get_request(self):
            found, address = super().get_request()
            if context is not None:
                found.settimeout(5)
                found = context.wrap_socket(found, server_side=True, do_handshake_on_connect=False)
            return found, address

    listening = Quiet((host, 0), Handler)
    told = Server(listening.server_address[1])
    thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        told.ended.set()
        listening.shutdown()
        listening.server_close()
        thread.join()


def dripping(told: Server, start: bytes, drop: bytes, every: float = 0.05) -> Callable[..., None]:
    """An answer that begins with *start* and then goes on with *drop* for ever."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        try:
            handler.wfile.write(start)
            while not told.ended.wait(every):
                handler.wfile.write(drop)
                handler.wfile.flush()
        except OSError:
            pass

    return answer


def dead_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
