"""Hostile bodies neither keep a build busy nor break it; ordinary ones never meet a limit."""

import multiprocessing

import pytest

from pipeline.content.limit import EACH, INDENT, WHOLE, capped, exceeded
from pipeline.content.markdown import read_body

N = 10_000
HANG = 20
"""Seconds after which a body is taken to hang: a guard, not a measure."""

HOSTILE = {
    # in kind those of cmark-gfm, test/pathological_tests.py
    "nested brackets": "[" * N + "a" + "]" * N,
    "nested brackets with a definition": "[" * N + "a" + "]" * N + "\n\n[a]: /u",
    "open brackets": "[" * N,
    "nested links": "[" * N + "a" + "](u)" * N,
    "links": "[a](u)" * N,
    "open targets": "[a](<b" * 3 * N,
    "open parentheses": "[a](b" * 3 * N,
    "quotes in targets": "[a](b'c) " * N,
    "open images": "![" * 3 * N,
    "stars": "*" * 5 * N,
    "lines below": "_" * 5 * N,
    "open emphasis": "*a **a " * N,
    "closed emphasis": "a**" * 2 * N,
    "nested emphasis": "*a **b " * 2000 + "c** d*" * 2000,
    "emphasis in turn": "a*_" * 2 * N,
    "nested quotes": "> " * N + "a",
    "deeper and deeper quotes": "\n".join(">" * depth + " a" for depth in range(1, 500)),
    "nested bullets": "* " * N + "a",
    "nested numbers": "1. " * N + "a",
    "quotes and bullets": "> - " * N + "a",
    "deeper and deeper lists": "\n".join("    " * depth + "- a" for depth in range(500)),
    "backticks": "`" * 5 * N,
    "runs of backticks": "".join("a" + "`" * length for length in range(400)),
    "escapes": "\\*" * 5 * N,
    "backslashes": "\\" * 10 * N,
    "entities": "&amp;" * 3 * N,
    "ampersands": "&" * 10 * N,
    "definitions": "".join(f"[a{at}]: /u\n" for at in range(N)),
    "definitions within a paragraph": "a\n[a]: /b\n" * N,
    "nul": "a\0" * N,
    # Python-Markdown's own
    "half tags": "<a " * 3 * N,
    "half values": "<a b='" * 2 * N,
    "half addresses": "<a@" * 3 * N,
    "half comments": "a<!-- " * 2 * N,
    "half instructions": "<?" * 5 * N,
    "less than": "<" * 10 * N,
    "underlines": "a\n---\n" * 3 * N,
    "rules": "a\n***\n" * 3 * N,
    "hashes": "#" * 5 * N,
    "headings": "#\n" * 3 * N,
    "escaped hashes": "#" + "\\#" * 2 * N,
    "one note, many references": "a[^1] " * 2 * N + "\n\n[^1]: b",
    "many notes": "".join(f"a[^{at}]\n\n[^{at}]: b\n\n" for at in range(N)),
    "notes in notes": "[^1]: " * N,
    "placeholders": "\x02klzzwxh:0001\x03\x02wzxhzdk:0\x03" * N,
    "a long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * N,
    "a wide table": "|a" * N + "\n" + "|-" * N + "\n" + "|1" * N,
    "backticks in a table": "|a|b|\n|-|-|\n|" + "a``b```c" * 3000 + "|2|",
    "backslashes in a table": "|" + "\\" * 5 * N + "|b|\n|-|-|\n|1|2|",
    "a long list": "- a\n" * 3 * N,
    "a loose list": "- a\n\n" * 2 * N,
    # the HTML standard's: 13.2.4.3, the list of active formatting elements
    "formatting opened again": "".join(f"<b id={at}>" for at in range(3000)) + "<p>x" * 3000,
    "formatting opened again in paragraphs": "".join(f"<em id={at}>" for at in range(3000)) + "\n\nx" * 3000,
    "nested divisions": "<div>" * N,
    "nested quotations": "<blockquote>" * N,
    "a number too long": '<a title="&#' + "9" * N + ';">a</a>',
    # merely long
    "a megabyte in one paragraph": "kata " * 200_000,
    "a megabyte in lines": "kata kata kata kata\n" * 50_000,
    "a megabyte in paragraphs": "kata kata kata kata kata kata\n\n" * 33_000,
    "a megabyte in small paragraphs": "a\n\n" * 333_000,
    "a megabyte of spaces": "a\n" + " \n" * 300_000,
    "a megabyte of tabs": "a\n" + "\t" * 1_000_000 + "b",
}


@pytest.fixture(scope="module")
def reader():
    """A process that can be given up, which a thread cannot."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield pool


def size(source):
    body = read_body(source, prefix="x")
    return len(body.html), len(body.text)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_body_is_read_in_bounded_time(reader, name):
    html, text = reader.apply_async(size, (HOSTILE[name],)).get(timeout=HANG)

    assert html <= 5_000_000
    assert text <= 1_100_000


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("a\n\n" + "[" * 3000 + "\n\n[a]: /b", 3, "["),
        ("[" * 2000 + "a" + "]" * 2000, 1, "["),
        ("[a](b" * 2000, 1, "]("),
        ("a\n\n" + "b\n---\n" * 3000, 3, "---"),
        ("\\*" * 25_000, 1, "*"),
        ("<a " * 5000, 1, "<"),
        ("<b>" * 1000 + "<p>" * 1000, 1, "<b>"),
        ("a[^1] " * 1000 + "\n\n[^1]: b", 1, "[^"),
        ("a\n\n" * 40_000, 1, "paragraf"),
        ("a\n" * 110_000, 1, "baris"),
    ],
)
def test_beyond_a_limit_a_body_is_plain_paragraphs_and_says_so(source, line, what):
    body = read_body(source, prefix="x")

    assert [tuple(one) for one in body.dropped] == [(line, "too-complex", what)]
    assert body.html.startswith(("<p>a", "<p>[", "<p>\\", "<p>&lt;"))


def test_every_limit_is_shown_to_be_reached():
    assert {limit.what for limit in (*WHOLE, *EACH)} == {
        "[", "](", "---", "*", "<", "<b>", "[^", "paragraf", "baris",
    }  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "- [Perpustakaan Desa](https://desa.example.id/perpustakaan 'Desa') **baik**\n" * 400,
        "| [Desa](/desa/) | *12* |\n" * 800,
        "Kata **tebal** dan [tautan](/a/) serta `kode`.\n\n" * 2000,
        "<p>Kata <b>tebal</b> dan <a href='/a/'>tautan</a>.</p>\n\n" * 150,
        "Teks[^1].\n\n[^1]: Sumber.\n\n" * 100,
    ],
)
def test_long_bodies_that_people_write_stay_within_the_limits(source):
    assert exceeded(source) is None


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "* ", "+ ", "1. ", "12. ", "> - ", "- 1. "])
def test_a_line_nested_too_deep_is_text_and_told(mark):
    body = read_body(f"Satu.\n\n{mark * 30}dua\n\n> - tiga", prefix="x")

    assert [(one.line, one.kind) for one in body.dropped] == [(3, "too-complex")]
    assert "<blockquote>\n<ul>\n<li>tiga" in body.html
    assert body.html.count("<li>") == 1


@pytest.mark.parametrize("line", ["- " * 30, "* " * 40, "*" * 80, "-" * 80, "=" * 80, "   _ _ _ _", "> " * 20 + "a"])
def test_rules_and_ordinary_nesting_are_left_alone(line):
    assert capped(line) == (line, [])


def test_deep_indentation_is_cut_short():
    assert capped(INDENT + "    a\nb") == (INDENT + "a\nb", [])
