"""What must hold of every reader whatever it is fed with, and how long it may take."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from hypothesis import strategies as st

from pipeline.content.dates import DateError, read_moment
from pipeline.content.encoding import decode
from pipeline.content.library_reader import read_library
from pipeline.content.markdown import read_body
from pipeline.content.page_reader import read_page
from pipeline.content.problem import check_json
from pipeline.content.report import Report
from pipeline.content.story_reader import read_story
from pipeline.safety import detect
from tests.content.test_safety import assert_safe
from tests.fuzz import inputs
from tests.trust import oracle

FILES = (
    (read_story, "content/stories/2023/05/panen.md"),
    (read_library, "content/libraries/desa.md"),
    (read_page, "content/pages/tentang.md"),
)


class TooSlowError(Exception):
    """One input took more of the processor's time than anybody would wait."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise ``TooSlowError`` after *seconds* of this process's own time: what else the machine does does not count."""

    def stop(_number: int, _frame: object) -> None:
        raise TooSlowError(f"more than {seconds} s of the processor's time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def read_file(data: bytes) -> None:
    """Every reader answers, every problem can be told, and what it took for a body is safe."""
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for reader, path in FILES:
        read = reader(path, data)
        for problem in read.problems:
            assert check_json(problem)["message"]
            assert len(str(problem).splitlines()) == 1
            assert 1 <= problem.line <= lines
        assert_safe(read.html, "")
        assert not list(oracle.controls(read.html))


def read_text(source: str) -> None:
    """A body is safe, says the same when it is read again, and holds nothing unseen."""
    body = read_body(source, prefix="panen")
    assert_safe(body.html, "panen")
    assert not list(oracle.controls(body.html + body.text))
    assert read_body(source, prefix="panen") == body


def read_when(text: str) -> None:
    """A moment is one that the calendar has, or it is told that there is none."""
    with suppress(DateError):
        found = read_moment(text)
        assert 1 <= found.moment.day.year <= 9999
        assert read_moment(text) == found


def read_bytes(data: bytes) -> None:
    """Bytes are a text without a carriage return, or there is one problem that says why not."""
    report = Report("content/stories/2023/05/panen.md")
    text = decode(data, report)
    assert (text is None) == bool(report.problems)
    assert text is None or "\r" not in text


def find_persons(text: str) -> None:
    """Findings lie within the text, in order."""
    found = detect(text)
    assert [item.start for item in found] == sorted(item.start for item in found)
    assert all(0 <= item.start < item.end <= len(text) for item in found)


TARGETS: dict[str, tuple[st.SearchStrategy, Callable[..., None]]] = {
    "files": (inputs.damaged(), read_file),
    "bodies": (inputs.SOUP, read_text),
    "dates": (inputs.MOMENTS, read_when),
    "bytes": (st.one_of(inputs.damaged(), st.binary(max_size=200)), read_bytes),
    "persons": (inputs.PROSE, find_persons),
}
"""Each target by its name: what it is fed with, and what must hold."""
