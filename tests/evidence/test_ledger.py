"""The ledger: any parts of it add up to the whole, a changed line moves what it should, promises fall due by day."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.support import STATES, Line, Support
from pipeline.evidence.ledger import Matter, Total, by_status, matters, overdue, today, totals

DAY = dt.date(2026, 11, 1)


def line(library="alfa", code="rak", number=0, source="a.md", sample=False, stories=(), **said):
    return Line(
        support=Support(**said), library=library, source=source, key=f"{library}/{code}", number=number,
        stories=stories, sample=sample,
    )  # fmt: skip


days = st.one_of(st.none(), st.dates(dt.date(2026, 1, 1), dt.date(2026, 2, 1)))
supports = st.builds(
    Support, what=st.sampled_from(["", "rak", "buku"]), party=st.sampled_from(["", "Desa", "Koperasi"]),
    form=st.sampled_from(["", "material", "nonmaterial"]), value=st.one_of(st.none(), st.integers(0, 10**9)),
    status=st.sampled_from(STATES), day=days, due=days,
)  # fmt: skip


@st.composite
def ledgers(draw):
    found = []
    for number in range(draw(st.integers(0, 12))):
        library = draw(st.sampled_from(["alfa", "beta", "gama"]))
        found.append(
            Line(
                support=draw(supports),
                library=library,
                source=f"{draw(st.sampled_from('abc'))}.md",
                number=number,
                key=f"{library}/{draw(st.sampled_from(['rak', 'buku', 'meja']))}",
                sample=draw(st.booleans()),
                stories=draw(st.sampled_from([(), ("2026/01/a",), ("2026/01/b",)])),
            )
        )
    return found


def added(groups):
    found = {}
    for status, form, number, valued, rupiah in (total for group in groups for total in group):
        before = found.get((status, form), (0, 0, 0))
        found[(status, form)] = (before[0] + number, before[1] + valued, before[2] + rupiah)
    return found


@given(ledgers())
def test_any_partition_of_libraries_sums_to_the_whole(lines):
    parts = [totals(matters(one for one in lines if one.library == slug)) for slug in ("alfa", "beta", "gama")]

    assert added(parts) == added([totals(matters(lines))])


@given(ledgers(), st.randoms())
def test_the_order_in_which_lines_come_does_not_matter(lines, random):
    shuffled = [*lines]
    random.shuffle(shuffled)

    assert matters(shuffled) == matters(lines)


@given(ledgers().filter(bool), st.data())
def test_a_changed_line_moves_its_matter_and_no_other(lines, data):
    at = data.draw(st.integers(0, len(lines) - 1))
    changed = [*lines]
    changed[at] = msgspec.structs.replace(lines[at], support=data.draw(supports))
    touched = (lines[at].key, lines[at].sample)

    def others(found):
        return [matter for matter in found if (matter.key, matter.sample) != touched]

    assert others(matters(changed)) == others(matters(lines))


@given(ledgers())
def test_totals_count_every_matter_once_and_add_what_it_states(lines):
    found = matters(lines)
    whole = by_status(totals(found))

    for state in STATES:
        own = [matter for matter in found if matter.status == state]
        values = [matter.value for matter in own if matter.value is not None]
        expected = Total(state, "", len(own), len(values), sum(values)) if own else None
        assert whole.get(state) == expected


def test_lines_of_one_code_are_one_matter_whose_newest_status_holds():
    asked = line(what="rak", party="Pemdes", value=6, asked=dt.date(2026, 1, 1), status="diminta", stories=("x",))
    promised = line(number=1, party="Desa", value=5, day=dt.date(2026, 2, 1), status="dijanjikan", due=DAY)
    got = line(source="b.md", day=dt.date(2026, 3, 1), status="diterima", stories=("y", "x"), thanks="Ramai.")

    (matter,) = matters([got, promised, asked])

    assert matter == Matter(
        key="alfa/rak", library="alfa", status="diterima", since=dt.date(2026, 3, 1), what="rak", asked_of="Pemdes",
        party="Desa", asked=dt.date(2026, 1, 1), promised=dt.date(2026, 2, 1), received=dt.date(2026, 3, 1), due=DAY,
        stories=("x", "y"), sources=("a.md", "b.md"), thanks="Ramai.",
    )  # fmt: skip
    assert matter.value is None, "what was promised is not taken for what came"


def test_who_gives_without_a_name_stays_without_one():
    (matter,) = matters([
        line(what="buku", party="Desa", status="diminta", day=DAY),
        line(number=1, anonymous=True, status="diterima", day=DAY),
    ])  # fmt: skip

    assert (matter.party, matter.anonymous, matter.asked_of) == ("", True, "Desa")


def test_real_lines_and_samples_have_no_matter_in_common():
    assert len(matters([line(what="a"), line(what="b", number=1, sample=True)])) == 2


def test_a_promise_is_overdue_from_the_day_after_its_last():
    found = matters([
        line(code="a", status="dijanjikan", due=DAY), line(code="b", status="dijanjikan", due=dt.date(2026, 10, 1)),
        line(code="c", status="diterima", due=DAY), line(code="d", status="dijanjikan"),
    ])  # fmt: skip

    assert [matter.key for matter in overdue(found, DAY)] == ["alfa/b"]
    assert [matter.key for matter in overdue(found, DAY + dt.timedelta(1))] == ["alfa/b", "alfa/a"]


def test_the_day_of_all_ledgers_is_that_of_jakarta():
    before = int(dt.datetime(2026, 11, 1, 16, 59, 59, tzinfo=dt.UTC).timestamp())

    assert (today(before), today(before + 1)) == (DAY, dt.date(2026, 11, 2))
