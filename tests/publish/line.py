"""A line that can be cut: everything goes on to a server, until a number of bytes went through it."""

import contextlib
import socket
import threading


class Line:
    """Listens on a port of its own and passes on to *port*; after *most* bytes it is cut for good."""

    def __init__(self, port: int, most: int | None = None) -> None:
        self._to = port
        self._most = most
        self._lock = threading.Lock()
        self.passed = 0
        self.calls = 0
        self._sockets: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _address = self._listening.accept()
                self.calls += 1
                there = socket.create_connection(("127.0.0.1", self._to))
                for end in (here, there):
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # small answers go on at once
                self._sockets += [here, there]
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65_536):
                with self._lock:
                    self.passed += len(data)
                    cut = self._most is not None and self.passed > self._most
                if cut:
                    self.cut()
                    break
                other.sendall(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let everything through from now on."""
        self._most = None

    def cut(self) -> None:
        """End all calls."""
        for end in self._sockets:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._sockets.clear()

    def close(self) -> None:
        """End all calls and listen no more."""
        self._listening.close()
        self.cut()
