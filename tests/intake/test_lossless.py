"""Whatever people type: every letter and digit of it can be read on the page."""

import datetime as dt
import random
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.content.markdown import read_body
from pipeline.content.text import clean
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Refusal
from pipeline.intake.markup import convert
from pipeline.intake.reader import read
from pipeline.intake.source import Source
from pipeline.intake.typed import markdown
from tests.intake import making

CONTEXT = Context(Path("/"), dt.datetime(2026, 11, 22, tzinfo=dt.UTC))

SIGNS = [
    "[a]: b", "[^1]: c", "[^1]", "[d](e)", "![f](g)", "<b>h</b>", "<!-- i -->", "&amp;", "&#106;", "`k`", "***l***",
    "_m_", "    n", "\t o", "# p", "> q", "- r", "+ s", "1. t", "10) u", "---", "===", "***", "| v | w |", "|---|---|",
    "~~~", "```", "\\", "\\*", "<http://x>", "https://y.z/_a_", "{: .c }", "*[HTML]: z", "a\\", "<", ">",
    "<script>x</script>",
    ":", "--", "__", "**", "<?php", "<![CDATA[", "]]>", "a_b_c", "1986\\. x", "x  ", "=", "-", "•", "^", "[", "](", "!",
]  # fmt: skip
WORDS = st.sampled_from([*SIGNS, "kata", "Panen 12", "yang", "di", "desa."])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "\n", "\n\n", "\n\n\n    "])), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def read_again(source: str) -> str:
    """Return what a reader of the page sees."""
    body = read_body(source, prefix="x")
    assert body.dropped == (), (source, body.dropped)
    return body.text


@settings(max_examples=300)
@example("[\n[d](e)")
@example("[a\nb](c)")
@example("``` <?php ```")
@given(TEXTS)
def test_typed_text_loses_no_letter(text):
    # The number of an item is not one of its letters: the page counts items itself.
    assert unnumbered(letters(read_again(markdown(text)))) == unnumbered(letters(clean(text))), markdown(text)


@settings(max_examples=300)
@given(TEXTS)
def test_html_loses_no_letter(text):
    paragraphs = "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.split("\n\n"))
    source = convert(paragraphs).text
    assert unnumbered(letters(read_again(source))) == unnumbered(letters(text)), source


def unnumbered(text: str) -> str:
    return "".join(sign for sign in text if not sign.isdigit())


KINDS = {
    "a.docx": making.report(), "a.odt": (making.DOCUMENTS / "libreoffice.odt").read_bytes(),
    "a.eml": making.forwarded_whole(), "b.eml": making.cover_with_document(), "a.doc": making.OTHER,
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_damaged_files_give_drafts_or_sentences(name):
    dice = random.Random(name)
    for _turn in range(40):
        data = bytearray(KINDS[name])
        for _change in range(dice.randint(1, 30)):
            place = dice.randrange(len(data))
            data[place : place + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
        if dice.random() < 0.2:
            del data[dice.randrange(len(data)) :]
        found = list(read(Source(name, data=bytes(data)), CONTEXT))
        assert found
        assert all(isinstance(one, Draft | Refusal) for one in found)


@pytest.mark.parametrize("piece", ["[", "![", "<", "<a ", "<!--", "> "])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_line_without_end_is_read_to_its_end(name, piece):
    """Without limits each of these takes hours."""
    head = "<html>" if name.endswith("html") else "x"
    assert list(read(Source(name, data=(head + piece * 200_000).encode()), CONTEXT))
