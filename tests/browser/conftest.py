"""The sample newsroom's site in a real Chromium: built once, served from this computer, read as people read it."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from tests.browser.host import Host
from tests.browser.install import FLAGS, MODULES, program
from tests.browser.reader import Reader
from tests.browser.website import Website


@pytest.fixture(scope="package")
def website(sample, tmp_path_factory) -> Iterator[Website]:
    """The sample newsroom's site below a sub-path, ``/kabar/``, as its settings say."""
    web = tmp_path_factory.mktemp("web")
    shutil.copytree(sample.output / "site", web / "kabar", copy_function=os.link)
    os.link(web / "kabar/404.html", web / "404.html")  # where a host looks for it
    with Host(web) as url:
        yield Website(web / "kabar", f"{url}kabar/")


@pytest.fixture(scope="package")
def at_the_top(website) -> Iterator[Website]:
    """The same files at the top of a host."""
    with Host(website.folder) as url:
        yield Website(website.folder, url)


# Of the package, not of the session: Playwright leaves an event loop running, which other tests must not meet.
@pytest.fixture(scope="package")
def player() -> Iterator[Any]:
    """Playwright itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


# Drawing cards leaves a variable that takes all fonts but ours from every program started after it.
def surroundings() -> dict[str, str]:
    """Return the environment in which a Chromium starts."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}


@pytest.fixture(scope="package")
def launch(player) -> Iterator[Callable[..., Any]]:
    """Start a Chromium with further flags; all are ended with the tests."""
    start = partial(player.chromium.launch, executable_path=program("chromium"), env=surroundings())
    started: list[Any] = []
    yield lambda *flags: started.append(start(args=[*FLAGS, *flags])) or started[-1]
    for browser in started:
        browser.close()


@pytest.fixture(scope="package")
def chromium(launch) -> Any:
    """One Chromium for the tests of this process."""
    return launch()


@pytest.fixture
def reader(chromium) -> Iterator[Reader]:
    """Somebody who reads; checked afterwards: no page spoke on the console, asked another host, or missed a file."""
    yield from watched(Reader(chromium))


@pytest.fixture
def reader_of_large_letters(launch) -> Iterator[Reader]:
    """Somebody who has set letters twice as large in the browser; rules of width in ``rem`` follow that."""
    yield from watched(Reader(launch("--blink-settings=defaultFontSize=32")))


def watched(reader: Reader) -> Iterator[Reader]:
    """Give *reader*, and fail on what the pages complained of."""
    yield reader
    complaints = reader.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return (MODULES / "axe-core" / "axe.min.js").read_text("utf-8")
