"""Start tags, read as the HTML standard's tokenizer does; html5lib is the measure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content.tag import Tag, read_tags

PIECES = st.sampled_from(
    [
        "<b>", "</b>", "<I CLASS='x'>", "<a href=y>", '<a href="y>">', "<a b = 'c' d>", "<br/>", "<p/q>",
        "< b>", "<1>", "</p a='>'>", "<!-- <b> -->", "<!-->", "<!--x--!>", "<!DOCTYPE x>", "</ x>", "<>",
        "<script>", "</script>", "<style>", "</STYLE >", "<textarea>", "</textareas>", "</textarea>", "a", " ",
        "'", '"', "<", ">", "/", "=", "<u a==b>", "<u =a>", "&lt;b>",
    ]
)  # fmt: skip


def tokens(html):
    """The names of start tags as html5lib's tokenizer has them, told of raw text as a tree builder would."""
    from html5lib._tokenizer import HTMLTokenizer

    tokenizer = HTMLTokenizer(html, parser=None)
    found = []
    for token in tokenizer:
        if token["type"] in {3, 5}:
            found.append((token["name"], list(token["data"].items())))
            if token["name"] in {"script", "style"}:
                tokenizer.state = tokenizer.rawtextState
            elif token["name"] == "textarea":
                tokenizer.state = tokenizer.rcdataState
    return found


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_same_tags_as_html5lib(html):
    ours = [(tag.name, list(dict(reversed(tag.values)).items())[::-1]) for tag in read_tags(html + ">'>\">")]

    assert ours == tokens(html + ">'>\">")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<?php echo '<b>' ?>", [Tag("?php", [])]),
        ("<a href='a&amp;b' title=c>", [Tag("a", [("href", "a&b"), ("title", "c")])]),
        ("<a b", []),
        ("<!-- <b>", []),
    ],
)
def test_tags_and_values(html, expected):
    found = list(read_tags(html))

    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)
