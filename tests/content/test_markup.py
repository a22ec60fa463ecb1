"""Last touches on sanitized HTML."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.markup import finish, shift, tidy
from pipeline.content.outline import levels


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], []),
        ([1], [2]),
        ([2, 3, 2], [2, 3, 2]),
        ([1, 3, 6, 3], [2, 3, 4, 3]),
        ([4, 5, 2, 3], [2, 3, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_levels_of_headings(written, expected):
    assert list(levels(written)) == expected


@given(st.lists(st.integers(1, 6)))
def test_no_level_is_skipped(written):
    found = [1, *levels(written)]

    assert all(2 <= below <= above + 1 for above, below in itertools.pairwise(found))


@given(st.lists(st.integers(1, 6)))
def test_shifting_twice_is_shifting_once(written):
    html = "".join(f"<h{level}>x</h{level}>" for level in written)

    assert shift(shift(html)) == shift(html)


def test_headings_within_headings_close_in_turn():
    assert shift("<h1><em><h3>a</h3></em></h1>") == "<h2><em><h3>a</h3></em></h2>"


def test_values_are_not_taken_for_tags():
    html = '<a href="/x" title="<table><td align=&quot;right&quot;>">x</a>'

    assert finish(f"{html}<table></table>").startswith(html)


def test_a_table_within_a_table_scrolls_too():
    assert finish("<table><tr><td><table></table></td></tr></table>").count("</table></div>") == 2


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p> <a href="/x"></a></p>\n<p>a</p>', "<p>a</p>"),
        ("<p>a</p>\n<p></p>", "<p>a</p>\n"),
        ("<p>&nbsp;</p>", "<p>&nbsp;</p>"),
        ('<a href="/x">a</a>', '<a href="/x">a</a>'),
    ],
)
def test_what_lost_all_that_was_in_it_goes(html, expected):
    assert tidy(html) == expected
