"""Somebody who reads a site in Chromium: with a screen of some size, by day or night, with scripts or without."""

import re
from typing import Any

ELSEWHERE = re.compile(r"^(?!http://127\.0\.0\.1[:/]|data:|blob:|about:)")
"""Every address that is not on this computer."""
ABORTED = "net::ERR_ABORTED"
"""What was still on its way when the reader went to another page."""
TELL = """addEventListener("securitypolicyviolation", event => console.error(
    `security policy: ${event.effectiveDirective} forbids ${event.blockedURI} ${event.sample}`));"""


class Reader:
    """Opens pages, and keeps what each complains of: words on the console, failed or foreign requests."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.contexts: list[Any] = []
        self.complaints: list[str] = []

    def open(
        self,
        url: str = "",
        *,
        width: int = 360,
        height: int = 640,
        scheme: str = "light",
        motion: str = "no-preference",
        javascript: bool = True,
        **more: Any,
    ) -> Any:
        """Return a page (of Playwright) in a browser without memory, at *url* where one is given.

        Up to 767 px wide it is a telephone: touch, two dots to the pixel. *more* goes to Playwright's ``new_context``.
        """
        phone = width < 768
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=2 if phone else 1,
            is_mobile=phone,
            has_touch=phone,
            color_scheme=scheme,
            reduced_motion=motion,
            java_script_enabled=javascript,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            **more,
        )
        self.contexts.append(context)
        context.set_default_timeout(20_000)
        context.route(ELSEWHERE, self._refuse)
        context.add_init_script(TELL)
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        if url:
            page.goto(url)
        return page

    def close(self) -> list[str]:
        """Leave all pages; return what they complained of."""
        for context in self.contexts:
            for page in context.pages:
                page.evaluate("0")  # what was said so far has been heard then
            context.close()
        self.contexts.clear()
        said, self.complaints = self.complaints, []
        return said

    def _refuse(self, route: Any) -> None:
        self.complaints.append(f"{route.request.frame.url}: asks for {route.request.url}")
        route.abort()

    def _heard(self, message: Any) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.location.get('url')}: {message.text}")

    def _failed(self, request: Any) -> None:
        if request.failure != ABORTED:
            self.complaints.append(f"{request.url}: {request.failure}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.url}: status {response.status}")
