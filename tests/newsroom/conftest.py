"""A newsroom's web app on a real port, people who are let in, and a clock that can be set."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests
import uvicorn

from pipeline.newsroom.access import Role, Who
from pipeline.newsroom.app import app
from pipeline.newsroom.office import Office
from pipeline.production.newsroom import Newsroom
from tests.conftest import BASE, LIBRARY

NOW = 1_795_392_000
PHOTO = Path(__file__).parents[2] / "content/stories/2026/11/kelor-tumbuh-di-pekarangan.jpg"
PINS = ("270945", "814602", "593817")


@dataclass
class Clock:
    """The time in seconds since 1970, until somebody moves it."""

    at: float = NOW

    def __call__(self) -> float:
        return self.at


class Visitor(requests.Session):
    """A browser on one device: it keeps cookies, says where its forms come from, and follows nothing by itself."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.trust_env = False
        self.headers["Origin"] = base

    def request(self, method: str, url: str, **options) -> requests.Response:
        options["allow_redirects"] = False
        return super().request(method, self.base + url if url.startswith("/") else url, timeout=20, **options)


@dataclass
class Web:
    """A running web app."""

    office: Office
    clock: Clock
    base: str
    pins: dict[str, str] = field(default_factory=dict)

    def visitor(self) -> Visitor:
        return Visitor(self.base)

    def add(self, name: str, role: Role, place: str = "") -> Who:
        return self.office.people.add(name, role, place, at=self.office.now, maker="")

    def token(self, who: Who, *, renew: bool = False) -> str:
        return self.office.people.invite(who.id, at=self.office.now, maker="", renew=renew)

    def enter(self, who: Who, pin: str = PINS[0]) -> Visitor:
        """Return a device on which *who* is at work, let in by a link of their own."""
        found = self.visitor()
        answer = found.post(f"/masuk/{self.token(who)}", data={"pin": pin, "ulang": pin})
        assert answer.status_code == 303, answer.text
        return found


LIBRARIES = {"alfa": "32.04.99.2999", "beta": "32.04.99.2998", "gama": "32.05.99.2999", "delta": "73.05.99.2999"}


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    yield from running(tmp_path / "kabar")


def running(root: Path) -> Iterator[Web]:
    """Make a newsroom with a few libraries at *root*, and give its web app while it runs."""
    files = {
        f"content/libraries/{slug}.md": LIBRARY.format(name=slug.title()).replace("32.04.99.2999", region)
        for slug, region in LIBRARIES.items()
    }
    for path, text in (files | {"content/site.toml": BASE["content/site.toml"]}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    with Serving(root) as found:
        yield found


class Serving:
    """The web app of the newsroom at *root*, on any port that is free."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __enter__(self) -> Web:
        clock = Clock()
        office = Office(Newsroom(self._root), "http://127.0.0.1", clock)
        config = uvicorn.Config(lambda *_: None, host="127.0.0.1", port=0, log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        socket = config.bind_socket()
        socket.listen()
        base = f"http://127.0.0.1:{socket.getsockname()[1]}"
        office.base = base
        config.app = app(office, (base,))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [socket]}, daemon=True)
        self._thread.start()
        return Web(office, clock, base)

    def __exit__(self, *_error: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
