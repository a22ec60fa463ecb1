"""One fetch: a question asked politely, redirects followed by hand, an answer taken within its limits.

The total deadline is kept by whoever waits, not by whoever reads: a server that sends its headers a byte at a time
keeps every limit of a single read. So the fetch runs in a thread, and when its time is over the line is cut.
"""

import ssl
import threading
import time
from contextlib import closing
from http.client import HTTPException
from queue import Empty, SimpleQueue
from typing import NamedTuple
from urllib.parse import urljoin

import requests
from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead, ReadTimeoutError

from pipeline.fetching.address import Address, Resolver, checked, resolve
from pipeline.fetching.failure import (
    CutError,
    FetchError,
    LargeError,
    RedirectError,
    SlowError,
    UnreachableError,
)
from pipeline.fetching.line import Exchange, Line
from pipeline.fetching.policy import Policy
from pipeline.language import N_, _

MOVED = {301: True, 302: False, 303: False, 307: False, 308: True}
"""The statuses that send us on, and whether for good."""

PIECE = 65_536

PACKED = ("", "identity", "gzip", "x-gzip", "deflate")
"""How a body may be packed: once, as was asked for. Two layers of gzip make a gigabyte of a kilobyte at one blow."""


class Validators(NamedTuple):
    """What a server gave with its last answer and wants back, byte for byte; empty where it gave none."""

    etag: str = ""
    modified: str = ""


class Fetched(NamedTuple):
    """An answer. *url* is where it came from; *permanent* the same if every redirect on the way was for good.

    Without any redirect *permanent* is empty. *validators* are to be sent back next time. *body* is unpacked, and only
    read where the status is 200.
    """

    status: int
    url: str
    permanent: str
    validators: Validators
    kind: str
    disposition: str
    retry: str
    body: bytes


def fetch(
    url: str, policy: Policy, *, validators: Validators | None = None, accept: str = "*/*", resolver: Resolver = resolve
) -> Fetched:
    """Return what the server of *url* answers, within *policy*; raises ``FetchError``.

    *validators* make the question conditional. *accept* is sent as it is. *resolver* looks names up.
    """
    checked(url, policy)
    line = Line(policy, resolver)
    answers: SimpleQueue[Fetched | Exception] = SimpleQueue()
    errand = _Errand(policy, line, validators or Validators(), accept, time.monotonic() + policy.total)
    threading.Thread(target=lambda: answers.put(errand.done(url)), daemon=True).start()
    try:
        answer = answers.get(timeout=policy.total)
    except Empty:
        raise _slow(url, policy) from None
    finally:
        line.cut()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _slow(url: str, policy: Policy) -> SlowError:
    said = _("{url}: belum selesai sesudah {seconds} detik; dihentikan.")
    return SlowError(said.format(url=url, seconds=round(policy.total)))


class _Errand:
    """One fetch, from the first question to the last byte of the last answer."""

    def __init__(self, policy: Policy, line: Line, validators: Validators, accept: str, until: float) -> None:
        self._policy = policy
        self._line = line
        self._until = until
        self._headers: dict[str, str | bytes] = {
            "User-Agent": policy.agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        }
        if validators.etag:
            self._headers["If-None-Match"] = validators.etag
        if validators.modified:
            self._headers["If-Modified-Since"] = validators.modified

    def done(self, url: str) -> Fetched | Exception:
        """Return the answer, or why there is none."""
        try:
            return self._followed(url)
        except FetchError as failure:
            return failure
        except Exception as error:  # noqa: BLE001  it is raised by whoever waits
            return error

    def _followed(self, url: str) -> Fetched:
        permanent = True
        for hop in range(self._policy.redirects + 1):
            address = checked(url, self._policy)
            found = self._asked(address)
            if isinstance(found, Fetched):
                return found._replace(permanent=found.url if hop and permanent else "")
            onward, for_good = found
            permanent = permanent and for_good
            url = urljoin(address.url, onward)
        raise RedirectError(_("{url}: dialihkan terlalu sering.").format(url=url))

    def _asked(self, address: Address) -> Fetched | tuple[str, bool]:
        """Return the answer of one server, or where it sends us and whether for good."""
        try:
            # A session for each question: no cookie, no password, no connection reaches the next.
            with requests.Session() as session:
                session.trust_env = False
                session.mount("https://", Exchange(self._line))
                session.mount("http://", Exchange(self._line))
                with closing(self._question(session, address)) as answer:
                    return self._answer(address, answer)
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            raise self._failure(address, error) from error

    def _question(self, session: requests.Session, address: Address) -> requests.Response:
        policy = self._policy
        return session.get(
            address.url,
            headers=self._headers,
            stream=True,
            timeout=(policy.connect, min(policy.read, max(self._until - time.monotonic(), 0.01))),
            allow_redirects=False,
            verify=policy.certificates or True,
        )

    def _answer(self, address: Address, answer: requests.Response) -> Fetched | tuple[str, bool]:
        status, headers = answer.status_code, answer.headers
        if status in MOVED and headers.get("Location"):
            # As browsers do: what is no ASCII is taken for UTF-8.
            return headers["Location"].encode("latin-1", "replace").decode("utf-8", "replace"), MOVED[status]
        body = self._body(address, answer) if status == 200 else b""
        return Fetched(
            status=status,
            url=address.url,
            permanent="",
            validators=Validators(_kept(headers.get("ETag")), _kept(headers.get("Last-Modified"))),
            kind=_kept(headers.get("Content-Type")),
            disposition=_kept(headers.get("Content-Disposition")),
            retry=_kept(headers.get("Retry-After")),
            body=body,
        )

    def _body(self, address: Address, answer: requests.Response) -> bytes:
        if answer.headers.get("Content-Encoding", "").strip().lower() not in PACKED:
            said = _("{url}: kirimannya dimampatkan dengan cara yang tidak diminta.")
            raise CutError(said.format(url=address.url))
        told = answer.headers.get("Content-Length", "")
        if told.isdecimal() and int(told) > self._policy.most:
            raise self._large(address)
        body = bytearray()
        while piece := answer.raw.read1(PIECE, decode_content=True):
            body += piece
            if len(body) > self._policy.most:
                raise self._large(address)
            if time.monotonic() > self._until:
                raise _slow(address.url, self._policy)
        return bytes(body)

    def _large(self, address: Address) -> LargeError:
        said = _("{url}: lebih besar dari {limit} MB; tidak diambil.")
        return LargeError(said.format(url=address.url, limit=max(round(self._policy.most / 2**20), 1)))

    def _failure(self, address: Address, error: Exception) -> FetchError:
        """Return *error* of some library as ours."""
        if self._line.failure is not None:
            return self._line.failure
        chain = _causes(error)
        if time.monotonic() > self._until:
            return _slow(address.url, self._policy)
        for kinds, failure, said in _FAILURES:
            if any(isinstance(one, kinds) for one in chain):
                return failure(_(said).format(url=address.url))
        said = _("{url}: sambungannya terputus ({reason}).")
        return UnreachableError(said.format(url=address.url, reason=type(chain[-1]).__name__))


_FAILURES: tuple[tuple[tuple[type[BaseException], ...], type[FetchError], str], ...] = (
    ((IncompleteRead,), CutError, N_("{url}: terputus sebelum selesai; isinya tidak dipakai.")),
    ((DecodeError,), CutError, N_("{url}: kiriman termampatnya rusak; isinya tidak dipakai.")),
    ((TimeoutError, ReadTimeoutError, requests.Timeout), SlowError, N_("{url}: servernya terlalu lama diam.")),
    ((ssl.SSLError, requests.exceptions.SSLError), UnreachableError, N_("{url}: sambungan amannya (TLS) keliru.")),
)


def _causes(error: BaseException) -> "list[BaseException]":
    """Return *error* and what it came of, as far as that is told: in its cause, its context, or what it holds."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 20:
        one = waiting.pop()
        if isinstance(one, BaseException) and one not in found:
            found.append(one)
            waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]
    return found


def _kept(value: str | None) -> str:
    """Return a header's value, byte for byte (as Latin-1); nothing where it could not be sent back as it is."""
    if value is None or len(value) > 4_000 or any(sign in "\r\n\0" for sign in value):
        return ""
    return value
