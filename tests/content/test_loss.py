"""What the sanitizer took out, and where it stood."""

import pytest

from pipeline.content.dropped import Dropped
from pipeline.content.loss import MOST, Loss, located, losses
from pipeline.content.safety import clean


def lost(raw):
    return [(one.kind, one.what) for one in losses(raw, clean(raw, {}), {})]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<p>a</p>", []),
        ("<u>a</u><u>b</u>", [("tag", "<u>"), ("tag", "<u>")]),
        ("<td>a</td>", [("tag", "<td>")]),
        ('<a href="/a">x</a><a href="javascript:x">y</a>', [("link", "javascript:")]),
        ('<a href="javascript:x">y</a><a href="/a">x</a>', [("link", "javascript:")]),
        ('<a href="http://[x">y</a>', [("link", "http://[x")]),
        ('<a href="/a?b=1&copy=2">y</a>', []),
        ('<p class="a" id="b">x</p>', [("attribute", "class"), ("attribute", "id")]),
        ('<u class="a" onclick="b">x</u>', [("tag", "<u>"), ("attribute", "onclick")]),
        ('<img alt="a" src="b.jpg">', [("image", "b.jpg")]),
        ("<img>", [("image", "")]),
        ("<?php x ?>", [("tag", "<?php>")]),
        ("<![endif]><![CDATA[x]]><!-- x --><!DOCTYPE x>", []),
    ],
)
def test_what_is_lost(raw, expected):
    assert lost(raw) == expected


def test_each_is_found_in_its_turn():
    source = "<U>a</U>\n<ul></ul>\n<u>b</u> <u>c</u>\n<u>"
    found = [Loss("tag", "<u>", "<u(?![a-z0-9])")] * 3

    assert located(found, source) == (Dropped(1, "tag", "<u>"), Dropped(3, "tag", "<u>"))


@pytest.mark.parametrize(
    ("loss", "line"),
    [
        (Loss("image", "ab.jpg", "ab\\.jpg"), 3),
        (Loss("link", "javascript:", "javascript:"), 2),
        (Loss("tag", "<u>", "<u"), 4),
        (Loss("attribute", "onclick", "onclick"), 4),
    ],
)
def test_one_that_is_written_in_riddles_stands_where_its_kind_does(loss, line):
    assert located([loss], "a\n[x](java&#115;cript:)\n![x](a&#98;.jpg)\n<b>\n")[0].line == line


def test_one_that_is_nowhere_stands_on_the_first_line():
    assert located([Loss("tag", "<u>", "<u")], "a\nb") == (Dropped(1, "tag", "<u>"),)


def test_no_more_are_told_than_anybody_reads():
    found = [Loss("tag", f"<u{at}>", "<") for at in range(2 * MOST)]

    assert len(located(found, "<")) == MOST
