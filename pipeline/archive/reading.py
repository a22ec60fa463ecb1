"""From files to records: what changed in ``content/`` is read, in this process or in several, and checked."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.archive.curtail import Withheld, curtailed
from pipeline.archive.records import FOLDERS, KINDS
from pipeline.archive.store import Source, Stamp
from pipeline.coaching.advice import Advice
from pipeline.content.problem import Problem

RACY_NS = 2_000_000_000
"""A file that changed within so long of the scan is hashed again next time: clocks of file systems are coarse."""

INDICATORS = "content/indikator.toml"

_encode = msgspec.json.Encoder().encode


class Task(NamedTuple):
    """One file to read; *known* is its hash when it was last read."""

    path: str
    kind: str
    stamp: Stamp
    known: str


class Outcome(NamedTuple):
    """What reading gave: *source* is ``None`` where the bytes are those already known. *blobs* are its stored texts.

    *advice* is what there is to say to its writer, ``None`` where nobody asked for it. *cut*: less of it is kept than
    the file says, because of what was taken down.
    """

    path: str
    stamp: Stamp
    source: Source | None
    blobs: tuple[tuple[str, bytes], ...] = ()
    advice: Advice | None = None
    cut: bool = False


class Reader:
    """Reads batches of files below *root*, but for what is *withheld*; instances travel to worker processes.

    *advise*: their writers, too.
    """

    def __init__(self, root: Path, withheld: Withheld, *, anew: bool, advise: bool = False) -> None:
        self.root = root
        self.withheld = withheld
        self.anew = anew
        self.advise = advise

    def __call__(self, tasks: list[Task]) -> list[Outcome]:
        """Read *tasks*; never raises for what is in a file."""
        read = [self._one(task) for task in tasks]
        if not self.advise:
            return read
        none = Advice()  # what was said before counts no more
        return [one if one.source is None or one.advice else one._replace(advice=none) for one in read]

    def _one(self, task: Task) -> Outcome:
        if task.kind == "file":
            return Outcome(task.path, task.stamp, _plain(task))
        from pipeline.content.file import load  # noqa: PLC0415  start-up counts

        loaded = load(self.root, task.path)
        if isinstance(loaded, Problem):
            return Outcome(task.path, task.stamp, _refused(task, loaded))
        name = _hash(loaded.data)
        if name == task.known and not self.anew:
            return Outcome(task.path, task.stamp, None)
        return _read(task, name, loaded.data, self.withheld, advise=self.advise)


def kind_of(path: str) -> str:
    """Return what the file at *path* holds: ``story``, ``library``, ``page``, ``clipping``, one of ``records.KINDS``.

    One file holds ``indicators``; all else is a ``file``.
    """
    if path == INDICATORS:
        return "indicators"
    folder = path.split("/", 2)[1] if path.count("/") >= 2 else ""
    kinds = {
        "stories": "story", "press": "story", "libraries": "library", "pages": "page", "kliping": "clipping", **FOLDERS,
    }  # fmt: skip
    return kinds.get(folder, "file") if path.lower().endswith(".md") else "file"


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def _plain(task: Task) -> Source:
    return Source(task.path, task.kind, task.stamp, "", "", None, "", "", ())


def _refused(task: Task, problem: Problem) -> Source:
    # No hash: it is tried again at the next build.
    stamp = task.stamp._replace(racy=True)
    return Source(task.path, task.kind, stamp, "", _address(task), None, "", "", (problem,))


def refusal(problem: Problem) -> Outcome:
    """Return the outcome for a file that may not even be opened (a link out of ``content/``)."""
    task = Task(problem.path, kind_of(problem.path), Stamp(0, 0, 0, 0), "")
    return Outcome(problem.path, task.stamp, _refused(task, problem))


def _address(task: Task) -> str:
    """A profile keeps its slug whatever is wrong with it."""
    return Path(task.path).stem if task.kind == "library" else ""


def _read(task: Task, name: str, data: bytes, withheld: Withheld, *, advise: bool) -> Outcome:
    if task.kind == "story":
        return _story(task, name, data, withheld, advise=advise)
    if task.kind == "clipping":
        return Outcome(task.path, task.stamp, _clipping(task, name, data))
    if task.kind in KINDS:
        return Outcome(task.path, task.stamp, _record(task, name, data))
    if task.kind == "indicators":
        return Outcome(task.path, task.stamp, _indicators(task, name, data))
    html, made = (_library if task.kind == "library" else _page)(task, data)
    blob = html.encode()
    source = made._replace(hash=name, html=_hash(blob))
    return Outcome(task.path, task.stamp, source, ((source.html, blob),))


def _story(task: Task, name: str, data: bytes, withheld: Withheld, *, advise: bool) -> Outcome:
    from pipeline.content.story_reader import read_whole  # noqa: PLC0415  start-up counts

    whole, document = read_whole(task.path, data)
    read, cut = curtailed(whole, data.decode(errors="replace"), withheld)
    html, text = read.html.encode(), read.text.encode()
    record = None if read.story is None else _encode(read.story)
    address = "" if read.story is None else read.story.address
    source = Source(
        task.path, task.kind, task.stamp, name, address, record, _hash(html), _hash(text), read.problems,
        "" if read.story is None else read.story.original, read.found,
    )  # fmt: skip
    advice = None
    if advise and read.story is not None and document is not None and not cut and read.story.status != "tarik":
        from pipeline.coaching.coach import coach  # noqa: PLC0415  builds give no advice

        advice = coach(read.story, read.text, document, read.found)
    return Outcome(task.path, task.stamp, source, ((source.html, html), (source.text, text)), advice, cut)


def _library(task: Task, data: bytes) -> tuple[str, Source]:
    from pipeline.content.library_reader import read_library  # noqa: PLC0415  start-up counts

    read = read_library(task.path, data)
    record = None if read.library is None else _encode(read.library)
    address = _address(task) if read.library is None else read.library.slug
    return read.html, Source(
        task.path, task.kind, task.stamp, "", address, record, "", "", read.problems, found=read.found
    )


def _page(task: Task, data: bytes) -> tuple[str, Source]:
    from pipeline.content.page_reader import read_page  # noqa: PLC0415  start-up counts

    read = read_page(task.path, data)
    record = None if read.page is None else _encode(read.page)
    address = "" if read.page is None else read.page.address
    return read.html, Source(
        task.path, task.kind, task.stamp, "", address, record, "", "", read.problems, found=read.found
    )


def _clipping(task: Task, name: str, data: bytes) -> Source:
    from pipeline.content.clipping_reader import read_clipping  # noqa: PLC0415  start-up counts

    read = read_clipping(task.path, data)
    record = None if read.clipping is None else _encode(read.clipping)
    address = "" if read.clipping is None else read.clipping.address
    return Source(task.path, task.kind, task.stamp, name, address, record, "", "", read.problems, found=read.found)


def _record(task: Task, name: str, data: bytes) -> Source:
    from pipeline.content.records import read_record  # noqa: PLC0415  start-up counts

    read = read_record(task.kind, task.path, data)
    record = None if read.record is None else _encode(read.record)
    address = "" if read.record is None else read.record.address
    return Source(task.path, task.kind, task.stamp, name, address, record, "", "", read.problems, found=read.found)


def _indicators(task: Task, name: str, data: bytes) -> Source:
    """Read what is counted; where nothing of it is sound, the default holds, as it does without the file."""
    from pipeline.content.indicator_reader import read_indicators  # noqa: PLC0415  start-up counts

    read = read_indicators(task.path, data)
    record = _encode(read.indicators) if read.indicators else None
    return Source(task.path, task.kind, task.stamp, name, INDICATORS, record, "", "", read.problems)


def tasks(
    scan: Iterator[tuple[str, Stamp]], known: dict[str, tuple[Stamp, str]], now_ns: int, *, anew: bool
) -> list[Task]:
    """Return the files that must be read: new ones, and those whose stamp changed or was too fresh to be trusted.

    *known* is emptied of all that *scan* names: what is left in it is gone from ``content/``. *now_ns* is the clock
    when the scan began.
    """
    found: list[Task] = []
    for path, stamp in scan:
        old, name = known.pop(path, (None, ""))
        fresh = max(stamp.mtime_ns, stamp.ctime_ns) > now_ns - RACY_NS
        if anew or old != stamp:
            found.append(Task(path, kind_of(path), stamp._replace(racy=fresh), name))
    return found
