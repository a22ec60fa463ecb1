"""The line to one server: the address that was checked is the one that is dialled, and it can be cut at any moment.

The check stands where the socket is made, so nothing lies between it and the dialling: a name that is looked up twice
may lead elsewhere the second time. Names in ``Host``, in SNI and in the certificate stay those of the address.
"""

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from pipeline.fetching.address import Resolver, allowed
from pipeline.fetching.failure import FetchError, SlowError, UnreachableError
from pipeline.fetching.policy import Policy
from pipeline.language import _


class Line:
    """One fetch's connections, one after the other: dialled here, and cut all at once."""

    def __init__(self, policy: Policy, resolver: Resolver) -> None:
        self._policy = policy
        self._resolver = resolver
        self._guard = threading.Lock()
        self._socket: socket.socket | None = None
        self._cut = False
        self.failure: FetchError | None = None
        """Why the last dialling came to nothing; libraries between us and whoever asked would hide it."""

    def dial(self, host: str, port: int) -> socket.socket:
        """Return a connection to *host* at one of its addresses, all of which may be asked."""
        self.failure = None
        try:
            return self._dial(host, port)
        except FetchError as failure:
            self.failure = failure
            raise OSError(str(failure)) from failure

    def _dial(self, host: str, port: int) -> socket.socket:
        try:
            addresses: Sequence[str] = self._resolver(host, port)
        except (OSError, UnicodeError):
            addresses = ()
        if not addresses:
            raise UnreachableError(_("{host}: nama ini tidak dikenal di internet.").format(host=host))
        reason = ""
        for address in allowed(host, addresses, self._policy):
            try:
                return self._connected(address, port)
            except OSError as error:
                reason = error.strerror or str(error)
        said = _("{host}: tidak dapat dihubungi ({reason}).")
        raise UnreachableError(said.format(host=host, reason=reason))

    def _connected(self, address: str, port: int) -> socket.socket:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        found = socket.socket(family, socket.SOCK_STREAM)
        with self._guard:
            if self._cut:
                found.close()
                raise SlowError(_("waktunya habis"))
            self._socket = found
        try:
            found.settimeout(self._policy.connect)
            found.connect((address, port))
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            found.close()
            raise
        return found

    def cut(self) -> None:
        """End the connection, whatever it is at, and let no other be made."""
        with self._guard:
            self._cut = True
            if self._socket is not None:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)


class Exchange(HTTPAdapter):
    """What connects a session of ``requests`` to *line*."""

    def __init__(self, line: Line) -> None:
        self._line = line
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401  as the library has it
        """Have every connection made by our line."""
        super().init_poolmanager(*arguments, **named)
        line = self._line

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return line.dial(self.host, self.port or 80)

        class Safe(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return line.dial(self.host, self.port or 443)

        class Http(HTTPConnectionPool):
            ConnectionCls = Plain

        class Https(HTTPSConnectionPool):
            ConnectionCls = Safe

        self.poolmanager.pool_classes_by_scheme = {"http": Http, "https": Https}
