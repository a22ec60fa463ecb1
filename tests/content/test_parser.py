"""Our parser makes what stock Python-Markdown makes, only sooner."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content.footnote import Footnotes
from pipeline.content.parser import Parser, stock
from pipeline.content.sign import ANY_BLOCK, ANY_INLINE, BLOCK, INLINE

WORDS = st.sampled_from(
    ["desa", "Buku", "anak-anak", "5", "12. Mei", "“Kata", "(x)", "R&D", "a_b_c", "2*3", "é", "م", "a|b"]
)
PIECES = st.sampled_from(
    [
        "**b**", "*i*", "***bi***", "_u_", "__uu__", "**", "*", "_", "`c`", "``c`c``", "`", "\\*", "\\\\",
        "\\[", "[a](/b)", "[a](</b c> 'd')", '[a](b "c")', "![i](j.jpg)", "[r]", "[r][]", "[s][r]", "![r]",
        "[^1]", "[^x]", "[", "](", "]", "!", "<b>", "</b>", "<br>", "<a@b.id>", "<https://x.id/a_b>", "&amp;",
        "&nbsp;", "&#38;", "&", "<", ">", "<!-- c -->", "  ", "   \t", "\x02", "\x03", "|", "#", "=",
        "{: .x }", "{{ x }}",
    ]
)  # fmt: skip
STARTS = st.sampled_from(
    [
        "", "", "", "# ", "## ", "#", "- ", "* ", "+ ", "1. ", "7. ", "> ", ">", "    ", "        ", "   ",
        " ", "\t", "    - ", "    1. ", "> - ", "> > ", "- - ", "| ", "[r]: /u ", "[^1]: ", "[^x]: ", "<div>",
        "</div>", "<p>", "***", "---", "===", "- - -", "|---|---|", "|:-|-:|", "-|-", "***\n",
    ]
)  # fmt: skip
LINES = st.builds(
    lambda start, parts: start + "".join(parts), STARTS, st.lists(WORDS | PIECES | st.just(" "), max_size=6)
)
BODIES = st.lists(
    st.tuples(LINES, st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\r\n"])), max_size=12
).map(lambda lines: "".join(line + end for line, end in lines))

QUICK = Parser()
STOCK = stock(Footnotes())


def converted(parser, source):
    try:
        return parser.reset().convert(source)
    except Exception as problem:  # noqa: BLE001  what stock fails on, ours fails on too
        parser.parser.state.clear()
        return type(problem)


@settings(max_examples=400, deadline=None)
@given(BODIES)
def test_the_same_html_as_stock_python_markdown(source):
    assert converted(QUICK.markdown, source) == converted(STOCK, source)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab1 \n\n\t#*_-+=>|[]()^:!<&;`\\.\"'{}/", max_size=80))
def test_the_same_html_for_any_signs(source):
    assert converted(QUICK.markdown, source) == converted(STOCK, source)


@pytest.mark.parametrize(
    "block",
    [
        "a\n# b",
        "a\n> b",
        "a | b\n--|--",
        "a\n---",
        "a\n***",
        "a\n  ___",
        "a\n[r]: /b",
        "a[^1]\n\n[^1]:b",
        "٣. a",
        "a\n\n    b",
    ],
)
def test_what_is_no_plain_paragraph_is_not_taken_for_one(block):
    source = f"{block}\n\n[r]"
    expected = converted(STOCK, source)

    assert expected != f"<p>{block}</p>\n<p>[r]</p>"
    assert converted(QUICK.markdown, source) == expected


def test_every_sign_belongs_to_a_part_of_python_markdown():
    parts = {"em_strong2"}  # of releases before 3.11

    assert set(INLINE) - parts <= {name for name in INLINE if name in STOCK.inlinePatterns}
    assert all(name in STOCK.parser.blockprocessors for name in BLOCK)


def test_the_signs_of_any_part_are_among_the_signs_of_all():
    assert all(
        any(one in sign for one in (*ANY_INLINE, "@", "://", "](")) for signs in INLINE.values() for sign in signs
    )
    assert {"|", "#", ">", "]:", "\n=", "\n-"} <= set(ANY_BLOCK)
