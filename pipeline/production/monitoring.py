"""``warta monitor``: feeds that are due are asked, side by side, and each one's result is kept as soon as it is there.

A poll may be killed at any moment: what was kept is whole, and what was not is asked again.
"""

import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from difflib import get_close_matches
from typing import Literal, NamedTuple

from pipeline import config
from pipeline.build import lock
from pipeline.errors import UsageError
from pipeline.fetching.address import Resolver, resolve
from pipeline.fetching.failure import FetchError
from pipeline.fetching.fetch import Fetched, fetch
from pipeline.fetching.policy import Policy, policy
from pipeline.fetching.rounds import Pause, host_of, visit
from pipeline.language import _
from pipeline.monitor import ledger, memory, schedule, source
from pipeline.monitor.feed import Feed
from pipeline.monitor.identity import fresh, item
from pipeline.monitor.item import Item
from pipeline.monitor.reader import Reader
from pipeline.monitor.schedule import State
from pipeline.monitor.source import Source
from pipeline.production.newsroom import Newsroom

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)

Result = Literal["baru", "tetap", "gagal", "hilang", "ditunda"]


class Polled(NamedTuple):
    """What became of one source: *items* with their numbers are new, *moved* is its new address.

    *said* is what is wrong with it, *note* what is wrong with the form of what was read all the same.
    """

    source: Source
    result: Result
    items: tuple[tuple[int, Item], ...] = ()
    moved: str = ""
    said: str = ""
    note: str = ""


class Web(NamedTuple):
    """How feeds are reached; tests have other names and no pauses."""

    policy: Policy
    pause: Pause = Pause()
    resolver: Resolver = resolve


def web_of(room: Newsroom) -> Web:
    """Return how the newsroom *room* asks: under its own name, at a pace that nobody minds."""
    return Web(policy(config.load(room.root).base))


def chosen(room: Newsroom, name: str = "") -> tuple[Source, ...]:
    """Return the sources that are at work, or the one called *name*; raises ``UsageError`` where there is none."""
    sources = source.load(room.root)
    if not sources:
        said = _("{path} belum berisi sumber. Tulis misalnya:\n{example}")
        raise UsageError(said.format(path=source.PATH, example=source.EXAMPLE.rstrip()))
    if not name:
        return tuple(one for one in sources if one.active)
    found = tuple(one for one in sources if one.name.casefold() == name.strip().casefold())
    if not found:
        names = [one.name for one in sources]
        near = (get_close_matches(name, names, 1, 0.3) or names)[0]
        raise UsageError(_('Sumber "{name}" tidak ada. Maksudnya {near}?').format(name=name, near=near))
    return found


@contextmanager
def opened(room: Newsroom, waiting: Callable[[], None] = lambda: None) -> Iterator[sqlite3.Connection]:
    """Hold the monitor's lock and give what it remembers; raises ``BusyError`` where another does not let go."""
    with lock.held(room.root / ".warta" / "lock-monitor", waiting=waiting), closing(memory.open(room.root)) as db:
        yield db


def poll(
    db: sqlite3.Connection, sources: Sequence[Source], now: int, web: Web, *, at_once: bool = False
) -> Iterator[Polled]:
    """Ask those of *sources* that are due at *now* (*at_once*: all); yield what became of each, as it is kept."""
    before = ledger.states(db)
    states = {one.feed: before.get(one.feed) or State(one.feed, one.feed) for one in sources}
    held = {host_of(state.url) for state in before.values() if state.hold > now}
    asked = [
        one for one in sources
        if schedule.due(states[one.feed], now, at_once=at_once) and host_of(states[one.feed].url) not in held
    ]  # fmt: skip
    with closing(Reader()) as reader:
        for done in answers(((states[one.feed], one) for one in asked), web):
            state, answer = states[done.task.feed], done.answer
            feed = _read(reader, answer, state, now)
            after = schedule.after(state, now, answer, feed, random.random())  # noqa: S311  not for secrets
            posts = feed.posts if feed is not None and not feed.fault else ()
            new = fresh(posts, ledger.known(db, state.address, posts, now), now)
            kept = ledger.keep(db, after, [(item(post, done.task, now), page) for post, page in new])
            yield _polled(done.task, state, after, answer, feed, kept)
    with memory.transaction(db):
        memory.forget(db, now)


class Answered(NamedTuple):
    """What came of asking for one feed; ``None``: its host had enough before its turn came."""

    task: Source
    answer: Fetched | FetchError | None


def answers(asked: Iterable[tuple[State, Source]], web: Web) -> Iterator[Answered]:
    """Ask for feeds, different hosts side by side; yield what they answer."""

    def ask(task: tuple[State, Source]) -> Fetched | FetchError:
        state = task[0]
        try:
            return fetch(state.url, web.policy, validators=state.validators, accept=ACCEPT, resolver=web.resolver)
        except FetchError as failure:
            return failure

    for done in visit([(task[0].url, task) for task in asked], ask, enough=_enough, pause=web.pause):
        yield Answered(done.task[1], done.result)


def _enough(answer: Fetched | FetchError) -> bool:
    return isinstance(answer, Fetched) and answer.status in (429, 503)


def _read(reader: Reader, answer: Fetched | FetchError | None, state: State, now: int) -> Feed | None:
    if not isinstance(answer, Fetched) or answer.status != 200:
        return None
    if schedule.sum_of(answer.body) == state.digest:
        return Feed()  # nothing that was not read before
    return reader.read(answer.body, answer.kind, answer.url, now)


def _polled(
    source_: Source, before: State, after: State, answer: Fetched | FetchError | None, feed: Feed | None,
    kept: list[tuple[int, Item]],
) -> Polled:  # fmt: skip
    moved = after.url if after.url != before.url else ""
    if answer is None:
        said = _("servernya meminta jangan ditanya dulu; nanti dicoba lagi.")
        return Polled(source_, "ditunda", said=said)
    if after.gone:
        return Polled(source_, "hilang", said=after.said)
    if after.failures:
        return Polled(source_, "gagal", said=after.said)
    return Polled(source_, "baru" if kept else "tetap", tuple(kept), moved, note=feed.note if feed else "")
