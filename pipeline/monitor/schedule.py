"""When a feed is asked, with what, and what its answer means for the next time: decisions, without any effect.

An unconditional question (the whole feed comes) at most once a day, a conditional one at most hourly. Both are a little
shorter than they sound, or a job that runs every day at seven would come five seconds too early and wait another day.
"""

from hashlib import sha256
from typing import NamedTuple

from pipeline.fetching import retry
from pipeline.fetching.failure import FetchError
from pipeline.fetching.fetch import Fetched, Validators
from pipeline.language import _
from pipeline.monitor.feed import Feed

MINUTE, HOUR, DAY = 60, 3_600, 86_400

SOON = HOUR - 5 * MINUTE
LATER = DAY - HOUR
SPREAD = 5 * MINUTE
"""By chance so much later, so that a hundred newsrooms do not come at the same second."""


class State(NamedTuple):
    """What is remembered of a feed between polls; times are seconds since 1970, 0 for never.

    *address* is as the newsroom wrote it, *url* where it is asked now. *first* is when it was read for the first time.
    It is asked again from *due* on, and never before *hold*, for that its server said. *said*: why it failed last.
    *digest* is the sum of the bytes that were read last: many servers know no validators and send the same again.
    """

    address: str
    url: str
    etag: str = ""
    modified: str = ""
    first: int = 0
    asked: int = 0
    whole: int = 0
    due: int = 0
    hold: int = 0
    failures: int = 0
    gone: int = 0
    said: str = ""
    digest: str = ""

    @property
    def validators(self) -> Validators:
        """What to send back, byte for byte."""
        return Validators(self.etag, self.modified)


def due(state: State, now: int, *, at_once: bool = False) -> bool:
    """Whether the feed is asked at *now*; *at_once* asks before its time, but not what its server forbade."""
    return not state.gone and now >= state.hold and (at_once or now >= state.due)


def after(state: State, now: int, answer: Fetched | FetchError | None, feed: Feed | None, chance: float) -> State:
    """Return what is to be remembered after *answer*: ``None`` where its host had enough before its turn came.

    *feed* is what came of an answer with the status 200. *chance* is between 0 and 1.
    """
    if answer is None:
        return state
    asked = state._replace(asked=now)
    if isinstance(answer, FetchError):
        return _failed(asked, now, f"{answer}", chance)
    if answer.status == 304 and any(state.validators):
        validators = Validators(answer.validators.etag or state.etag, answer.validators.modified or state.modified)
        return _well(asked, now, answer, validators, chance)
    if answer.status == 200 and feed is not None and not feed.fault:
        return _well(asked._replace(whole=now, digest=sum_of(answer.body)), now, answer, answer.validators, chance)
    return _refused(asked, now, answer, feed, chance)


def _refused(state: State, now: int, answer: Fetched, feed: Feed | None, chance: float) -> State:
    if answer.status == 410:
        return state._replace(gone=now, said=gone(state))
    failed = _failed(state, now, reason(answer, feed), chance)
    if answer.status not in (429, 503):
        return failed
    wait = retry.seconds(answer.retry, now)
    hold = now + (HOUR if wait is None else wait)
    return failed._replace(hold=hold, due=max(hold, failed.due))


def _well(state: State, now: int, answer: Fetched, validators: Validators, chance: float) -> State:
    wait = SOON if any(validators) else LATER
    return state._replace(
        url=answer.permanent or state.url, etag=validators.etag, modified=validators.modified, first=state.first or now,
        due=now + wait + round(SPREAD * chance), hold=0, failures=0, said="",
    )  # fmt: skip


def _failed(state: State, now: int, said: str, chance: float) -> State:
    wait = min(SOON * 2 ** min(state.failures, 10), LATER)
    return state._replace(due=now + wait + round(SPREAD * chance), failures=state.failures + 1, said=said)


def sum_of(body: bytes) -> str:
    """Return the sum by which the same bytes are known again."""
    return sha256(body).hexdigest()


def gone(state: State) -> str:
    """Return what is said of a feed that is gone for good."""
    said = _("{url}: sudah dihapus untuk seterusnya (410); tidak ditanya lagi. Ganti alamatnya atau hapus sumbernya.")
    return said.format(url=state.url)


def reason(answer: Fetched, feed: Feed | None) -> str:
    """Return why *answer* is of no use."""
    if feed is not None and feed.fault:
        return _("{url}: {fault}.").format(url=answer.url, fault=_(feed.fault))
    return _("{url}: jawaban servernya {status}.").format(url=answer.url, status=answer.status)
