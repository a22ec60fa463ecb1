"""What stands before every page: who may ask, how much may be sent, and what browsers may do with the answer.

A request that changes something must come from our own pages: browsers say so themselves (``Origin``,
``Sec-Fetch-Site``; OWASP's sheet on cross-site request forgery), and no other site can make them say otherwise. Cookies
are ``SameSite=Lax`` beside that. A host that we are not called by is refused, so that no other name leads here (DNS
rebinding).
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

CHANGING = frozenset(("POST", "PUT", "PATCH", "DELETE"))

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "content-security-policy": POLICY,
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cache-control": "no-store",
}
"""What every answer says, where its page does not say otherwise (OWASP's list of secure headers)."""

LARGEST = 2_000_000
"""Bytes of a request: photos come in pieces that are smaller."""

LARGEST_FORM = 64_000_000
"""Bytes of a form with photos or documents, from browsers without our script."""

WITH_FILES = ("/tulis", "/tulis/impor")
"""Where such forms are sent to."""


class Guard:
    """Lets through to *app* what comes from the addresses in *origins* (``https://redaksi.example``)."""

    def __init__(self, app: App, origins: Iterable[str]) -> None:
        self._app = app
        self._origins = frozenset(origins)
        self._hosts = frozenset(urlsplit(origin).netloc for origin in self._origins)
        self._secure = all(origin.startswith("https:") for origin in self._origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        answers = self._answering(send)
        if headers.get("host", "") not in self._hosts:
            await _refuse(answers, 421, "Alamat ini bukan alamat ruang redaksi.")
        elif scope["method"] in CHANGING and not self._is_own(headers):
            await _refuse(answers, 403, "Permintaan ini tidak datang dari halaman ruang redaksi. Buka halamannya lagi.")
        elif _announced(headers) > (most := LARGEST_FORM if scope["path"] in WITH_FILES else LARGEST):
            await _refuse(answers, 413, "Kirimannya terlalu besar.")
        else:
            counted = _Counted(receive, most)
            try:
                await self._app(scope, counted, answers)
            except _TooLargeError:
                await _refuse(answers, 413, "Kirimannya terlalu besar.")

    def _is_own(self, headers: dict[str, str]) -> bool:
        """Whether a request that changes something was sent by one of our own pages."""
        if "origin" in headers:
            return headers["origin"] in self._origins
        if "sec-fetch-site" in headers:
            return headers["sec-fetch-site"] == "same-origin"
        parts = urlsplit(headers.get("referer", ""))
        return f"{parts.scheme}://{parts.netloc}" in self._origins

    def _answering(self, send: Send) -> Send:
        """Return what sends an answer with our headers."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _value in message.get("headers", ())}
                wanted = HEADERS | ({"strict-transport-security": "max-age=31536000"} if self._secure else {})
                more = [(name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in said]
                message = {**message, "headers": [*message.get("headers", ()), *more]}
            await send(message)

        return answer


class _TooLargeError(Exception):
    """More was sent than may be, whatever was announced."""


class _Counted:
    """Receives no more than *most* bytes."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._got = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._got += len(message.get("body", b""))
        if self._got > self._most:
            raise _TooLargeError
        return message


def _announced(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() and len(length) < 20 else LARGEST_FORM + 1


async def _refuse(send: Send, status: int, text: str) -> None:
    body = text.encode()
    head = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
