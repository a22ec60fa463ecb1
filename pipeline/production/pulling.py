"""``warta monitor --tarik``: new posts of the libraries' own blogs become drafts in the inbox, with their photos.

A blog is known from its first poll on; what it held then stays there unless everything is asked for. Killed at any
moment, nothing is lost or doubled: a post is noted when its draft lies there, and a draft that lies there is known.
"""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from pipeline import regions
from pipeline.build import lock
from pipeline.content.library import Library
from pipeline.content.moment import tzinfo
from pipeline.errors import UsageError
from pipeline.fetching.address import Resolver
from pipeline.fetching.failure import FetchError
from pipeline.fetching.fetch import Fetched, fetch
from pipeline.fetching.policy import Policy
from pipeline.fetching.rounds import host_of
from pipeline.intake.blogpost import PHOTOS, Blogpost, Photo, Picture, converted, draft_of, photos
from pipeline.intake.context import Context
from pipeline.intake.draft import Refusal
from pipeline.intake.ledger import Ledger, ledger
from pipeline.intake.sniff import picture
from pipeline.intake.write import Written, write
from pipeline.language import _
from pipeline.monitor import ledger as book
from pipeline.monitor import memory, schedule
from pipeline.monitor.feed import Feed, Post
from pipeline.monitor.link import link
from pipeline.monitor.reader import Reader
from pipeline.monitor.schedule import State
from pipeline.monitor.source import Source
from pipeline.production.importing import context_of
from pipeline.production.monitoring import Web, answers
from pipeline.production.newsroom import Newsroom

HEAVIEST = 20 * 2**20
"""Bytes of one photo from a blog; what blogs show is a tenth of that."""

SECONDS = 60.0

Result = Literal["baru", "tetap", "dikenal", "gagal", "hilang", "ditunda"]


class Pulled(NamedTuple):
    """What became of one blog: the drafts made, how many posts were *left* because they are older than our knowing it.

    *dikenal*: it was read for the first time. *said* is what is wrong with it.
    """

    library: Library
    result: Result
    drafts: tuple[Written | Refusal, ...] = ()
    left: int = 0
    said: str = ""


class Asked(NamedTuple):
    """What is asked of a pull: before its time (*at_once*), what the blogs held before we knew them (*everything*)."""

    at_once: bool = False
    everything: bool = False


def blogs(libraries: Sequence[Library], name: str = "") -> tuple[Library, ...]:
    """Return the libraries that have a blog, or the one called *name*; raises ``UsageError`` where there is none."""
    found = tuple(one for one in libraries if one.feed)
    if not found:
        said = _(
            "Belum ada perpustakaan dengan isian umpan. Tulis di profilnya, misalnya: umpan: https://desa.example/feed"
        )
        raise UsageError(said)
    if not name:
        return found
    chosen = tuple(one for one in found if name.casefold() in (one.slug, one.name.casefold()))
    if not chosen:
        said = _('Perpustakaan "{name}" tidak ada, atau profilnya tanpa umpan. Yang punya: {known}.')
        raise UsageError(said.format(name=name, known=", ".join(one.slug for one in found)))
    return chosen


def pull(
    room: Newsroom, db: sqlite3.Connection, now: int, web: Web, asked: Asked = Asked(), *, name: str = ""  # noqa: B008
) -> Iterator[Pulled]:  # fmt: skip
    """Ask the blogs that are due at *now*; yield what became of each, when its drafts lie in the inbox."""
    context = context_of(room, datetime.fromtimestamp(now, UTC), "")
    by_feed: dict[str, Library] = {}
    for one in blogs(context.libraries, name):
        address = link(one.feed)
        if address and address not in by_feed:
            by_feed[address] = one
        else:
            yield Pulled(one, "gagal", said=_unusable(one, by_feed.get(address)))
    states = {address: _state(book.states(db), address, everything=asked.everything) for address in by_feed}
    held = {host_of(state.url) for state in book.states(db).values() if state.hold > now}
    due = [
        (state, Source(library.slug, address))
        for address, library in by_feed.items()
        if schedule.due(state := states[address], now, at_once=asked.at_once or asked.everything)
        and host_of(state.url) not in held
    ]
    with closing(Reader()) as reader:
        desk = _Desk(room, db, web, context)
        for done in answers(due, web):
            library, state = by_feed[done.task.feed], states[done.task.feed]
            feed = _read(reader, done.answer, state, now)
            yield desk.settled(library, state, done.answer, feed, now, everything=asked.everything)


def _unusable(library: Library, other: Library | None) -> str:
    if other is not None:
        return _("{path}: umpan ini sudah dipakai {name}.").format(path=library.path, name=other.name)
    said = _("{path}: umpan harus alamat web lengkap, misalnya: umpan: https://desa.example/feed")
    return said.format(path=library.path)


def _state(states: dict[str, State], address: str, *, everything: bool) -> State:
    """Return what is remembered of a blog, apart from what is remembered of the same feed as a source."""
    found = states.get(f"tarik:{address}") or State(f"tarik:{address}", address)
    return found._replace(etag="", modified="", digest="") if everything else found


def _read(reader: Reader, answer: Fetched | FetchError | None, state: State, now: int) -> Feed | None:
    if not isinstance(answer, Fetched) or answer.status != 200:
        return None
    if schedule.sum_of(answer.body) == state.digest:
        return Feed()
    return reader.read(answer.body, answer.kind, answer.url, now, bodies=True)


class _Desk:
    """Where posts become drafts."""

    def __init__(self, room: Newsroom, db: sqlite3.Connection, web: Web, context: Context) -> None:
        self._room = room
        self._db = db
        self._web = web
        self._context = context
        self._ledger: Ledger | None = None

    def settled(
        self, library: Library, state: State, answer: Fetched | FetchError | None, feed: Feed | None, now: int,
        *, everything: bool,
    ) -> Pulled:  # fmt: skip
        """Make drafts of what *feed* brings, then remember that it was read."""
        after = schedule.after(state, now, answer, feed, random.random())  # noqa: S311  not for secrets
        if answer is None:
            said = _("servernya meminta jangan ditanya dulu; nanti dicoba lagi.")
            return Pulled(library, "ditunda", said=said)
        drafts: list[Written | Refusal] = []
        left: list[Post] = []
        for post in reversed(feed.posts if feed is not None and not after.failures else ()):
            if everything or self._is_new(state, post):
                made = self._draft(library, post, feed.title if feed else "")
                drafts += [made] if made else []
                with memory.transaction(self._db):
                    self._note(state, (post,), now)
            else:
                left.append(post)
        with memory.transaction(self._db):
            self._note(state, left, now)
            book.put(self._db, after)
        if after.gone or after.failures:
            return Pulled(library, "hilang" if after.gone else "gagal", tuple(drafts), said=after.said)
        first = not state.first and not everything
        result: Result = "dikenal" if first else "baru" if drafts else "tetap"
        return Pulled(library, result, tuple(drafts), len(left) if first else 0)

    def _is_new(self, state: State, post: Post) -> bool:
        """Whether *post* came after the blog was known, and was not looked at before."""
        if not state.first or (post.published is not None and post.published <= state.first):
            return False
        query = "SELECT 1 FROM post WHERE feed = ? AND key = ?"
        return self._db.execute(query, (state.address, post.key)).fetchone() is None

    def _note(self, state: State, posts: Sequence[Post], now: int) -> None:
        rows = [(state.address, post.key, now) for post in posts]
        self._db.executemany("INSERT OR IGNORE INTO post (feed, key, seen) VALUES (?, ?, ?)", rows)

    def _draft(self, library: Library, post: Post, blog: str) -> Written | Refusal | None:
        """Write the draft of *post*; ``None`` where the same post was imported before, in whatever way."""
        if not post.url:
            return Refusal(post.title, _("tulisan ini tanpa alamat, jadi tidak diambil."))
        context = self._context._replace(
            library=library.slug, now=self._context.now.astimezone(tzinfo(regions.zone_of(library.region)))
        )
        told = Blogpost(post.url, post.title, post.body, post.published, post.author, blog)
        text = converted(told)
        shown = photos(text.images, told.link)
        draft = draft_of(told, text, (), {}, context)
        with lock.held(self._room.root / ".warta" / "lock-import"):
            self._ledger = self._ledger or ledger(self._room.root)
            if self._ledger.same(draft.origin) or self._ledger.earlier(draft.origin):
                return None
        pictures = {photo.addresses[0]: self._picture(photo) for photo in shown[:PHOTOS]}
        draft = draft_of(told, text, shown, pictures, context)
        with lock.held(self._room.root / ".warta" / "lock-import"):
            return write(draft, context, self._ledger)

    def _picture(self, photo: Photo) -> Picture:
        reason = ""
        for address in photo.addresses:
            found = _fetched(address, self._web.policy, self._web.resolver)
            if found.data:
                return found
            reason = found.reason
        return Picture(b"", reason)


def _fetched(address: str, policy: Policy, resolver: Resolver) -> Picture:
    try:
        found = fetch(
            address,
            policy._replace(most=HEAVIEST, total=SECONDS),
            accept="image/jpeg, image/*;q=0.8",
            resolver=resolver,
        )
    except FetchError as failure:
        return Picture(b"", f"{failure}".partition(": ")[2] or f"{failure}")
    if found.status != 200:
        return Picture(b"", _("jawaban servernya {status}.").format(status=found.status))
    if not picture(found.body[:32]):
        return Picture(b"", _("bukan gambar."))
    return Picture(found.body)
