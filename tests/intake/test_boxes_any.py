"""Whatever a chat, a table, a mapping or an export holds: a draft or a sentence, and never a fault."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.content.library import Library
from pipeline.content.markdown import read_body
from pipeline.errors import UsageError
from pipeline.intake.cells import cells, count, day, several
from pipeline.intake.chat import parse
from pipeline.intake.chatreport import reports
from pipeline.intake.clues import where
from pipeline.intake.context import Context
from pipeline.intake.draft import UnreadableError
from pipeline.intake.mapping import appended, settle
from pipeline.intake.mapping import parse as parse_mapping
from pipeline.intake.marks import markdown
from pipeline.intake.places import guess
from pipeline.intake.profile import profile
from pipeline.intake.table import read_csv

WORDS = ("12/08/26 14.05 - A: ", "Desa ", "<Media omitted>")
SIGNS = st.sampled_from([*"*_~`>#-+[]()<>&;:,.|!\\/@=\"'{}0123456789 \n\u200e\u202f\u00a0", *WORDS])
TEXTS = st.lists(SIGNS | st.characters(exclude_categories=["Cs"]), max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=300)
def test_every_message_is_somewhere_once(text):
    chat = parse(text)
    found = reports(chat.messages)
    placed = sorted(one.line for report in found for one in (*report.messages, *report.around))
    said = any(one.kind == "pesan" and (one.text or one.files) for one in chat.messages)
    assert placed == ([one.line for one in chat.messages] if said else [])


@given(
    st.lists(st.sampled_from([*"ab *_>#-+[]()<&;:.!\\1\n", "[a]: b", "[a](b)", "[*a*]", "![", "]("]), max_size=20).map(
        "".join
    )
)
@settings(max_examples=300)
def test_what_is_typed_loses_no_letter(text):
    read = read_body(markdown(text), prefix="x")
    assert read.dropped == ()
    letters = [sign for sign in text if sign in "ab"]
    assert [sign for sign in read.text if sign in "ab"] == letters


@given(TEXTS)
@settings(max_examples=200)
def test_any_table_is_read_or_refused(text):
    try:
        table = read_csv(text.encode())
    except UnreadableError:
        return
    mapped = settle(table.headings, "laporan", [])
    written = parse_mapping(appended("", mapped, text), "x.toml")
    assert not table.headings or settle(table.headings, "laporan", written).known
    columns = settle(table.headings, "perpustakaan", []).columns
    for row in table.rows:
        assert len(row.cells) == len(table.headings)
        profile(cells(row.number, zip(table.headings, row.cells, strict=True), columns))


@given(TEXTS)
@settings(max_examples=200)
def test_any_cell_is_a_value_or_nothing(text):
    day(text, None)
    day(text, "bulan-hari")
    assert (count(text) or 0) >= 0
    several(text)
    guess(text, ())


@given(TEXTS)
def test_any_mapping_is_read_or_told(text):
    said = "x.toml:"
    try:
        parse_mapping(text, "x.toml")
    except UsageError as error:
        said = str(error)
    assert said.startswith("x.toml:")


def test_a_place_is_asked_of_the_newsroom_s_libraries(tmp_path):
    two = tuple(
        Library(slug=slug, path="", name=f"Perpustakaan Desa {name}", region=code)
        for slug, name, code in (("a", "Sukabaca", "32.04.99.2999"), ("b", "Karangwacana", "33.04.99.2999"))
    )
    context = Context(tmp_path, dt.datetime.now(dt.UTC), two)
    assert where("Kegiatan Perpusdes Karangwacana", context).library == "b"
    asked = where("Panen di Desa Sukamaju", context)
    assert (asked.library, asked.fields) == ("", ())
    assert "Pilih wilayah" in asked.notes[0]
