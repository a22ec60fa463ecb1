import pytest

from pipeline.fetching.failure import SlowError
from pipeline.fetching.fetch import Fetched, Validators
from pipeline.monitor.feed import NO_FEED, Feed
from pipeline.monitor.schedule import DAY, HOUR, LATER, SOON, SPREAD, State, after, due, sum_of

NOW = 1_700_000_000
URL = "https://a.example/feed"
NEW = State(URL, URL)
WELL = State(URL, URL, '"a"', "kemarin", first=1, asked=5, whole=5, due=NOW)
FEED = Feed(title="x")


def answer(status, *, etag="", modified="", retry="", permanent=""):
    return Fetched(status, permanent or URL, permanent, Validators(etag, modified), "", "", retry, b"")


def test_a_feed_is_asked_when_it_is_due_and_never_before_its_server_wants():
    assert due(NEW, NOW)
    assert due(WELL, NOW)
    assert not due(WELL, NOW - 1)
    assert due(WELL, NOW - 1, at_once=True)
    assert not due(WELL._replace(hold=NOW + 1), NOW, at_once=True)
    assert not due(WELL._replace(gone=1), NOW, at_once=True)


@pytest.mark.parametrize(("chance", "later"), [(0.0, 0), (1.0, SPREAD)])
def test_whole_answers_come_daily_conditional_ones_hourly(chance, later):
    found = after(NEW, NOW, answer(200), FEED, chance)
    assert found == NEW._replace(first=NOW, asked=NOW, whole=NOW, due=NOW + LATER + later, digest=sum_of(b""))
    found = after(NEW, NOW, answer(200, etag='W/"x"', modified=" Sen "), FEED, chance)
    assert found.validators == Validators('W/"x"', " Sen ")
    assert found.due == NOW + SOON + later
    assert found.due <= NOW + HOUR
    assert after(WELL, NOW, answer(200), FEED, 0).validators == Validators()


def test_unchanged():
    found = after(WELL._replace(failures=3, said="x"), NOW, answer(304), None, 0)
    assert found == WELL._replace(asked=NOW, due=NOW + SOON)
    assert after(WELL, NOW, answer(304, etag='"b"'), None, 0).validators == Validators('"b"', "kemarin")
    assert after(NEW, NOW, answer(304), None, 0).failures == 1  # nobody had asked for that


def test_a_new_address_counts_only_where_a_feed_is():
    there = "https://b.example/feed"
    assert after(WELL, NOW, answer(200, permanent=there), FEED, 0).url == there
    assert after(WELL, NOW, answer(304, permanent=there), None, 0).url == there
    for wrong, feed in ((answer(200, permanent=there), Feed(fault=NO_FEED)), (answer(404, permanent=there), None)):
        assert after(WELL, NOW, wrong, feed, 0).url == URL


def test_gone_is_gone():
    found = after(WELL, NOW, answer(410), None, 0)
    assert found.gone == NOW
    assert "410" in found.said


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_had_enough(status):
    assert after(WELL, NOW, answer(status, retry="7200"), None, 0).hold == NOW + 7200
    assert after(WELL, NOW, answer(status, retry="Tue, 14 Nov 2023 22:23:20 GMT"), None, 0).hold == NOW + 600
    assert after(WELL, NOW, answer(status), None, 0).hold == NOW + HOUR
    late = after(WELL, NOW, answer(status, retry=f"{3 * DAY}"), None, 0)
    assert late.due == late.hold == NOW + 3 * DAY
    assert after(late._replace(), NOW + 3 * DAY, answer(304), None, 0).hold == 0


def test_failures_wait_longer_each_time_and_never_more_than_a_day():
    state, waits = WELL, []
    for failure in (answer(404), answer(500), SlowError("lama"), answer(200), *[answer(403)] * 20):
        state = after(
            state,
            NOW,
            failure,
            Feed(fault=NO_FEED) if failure is not None and getattr(failure, "status", 0) == 200 else None,
            0,
        )
        waits.append(state.due - NOW)
    assert waits[:4] == [SOON, 2 * SOON, 4 * SOON, 8 * SOON]
    assert set(waits[5:]) == {LATER}
    assert state.validators == WELL.validators  # what was known stays: it may be the server's bad day
    assert after(state, NOW, answer(304), None, 0).failures == 0


def test_a_host_that_had_enough_before_its_turn_changes_nothing():
    assert after(WELL, NOW, None, None, 0) == WELL
