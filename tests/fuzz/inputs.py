"""What the readers are fed with: real files with damage done to them, and words that mean something to one of them."""

from pathlib import Path

from hypothesis import strategies as st

from pipeline.templating.folders import bundled
from tests.content import test_golden
from tests.trust.evil import STRINGS, as_written

CORPUS = [path.read_bytes() for path in sorted(Path(bundled("content")).rglob("*.md"))]
CORPUS += [test_golden.SOUND.format(source).encode() for _, source, _ in test_golden.cases("heads.md")]
CORPUS += [source.encode() for _, source, _ in test_golden.cases("files.md")]

MARKS = (
    "---\n", "---", "\n", "\n\n", "\r\n", "\r", "\t", " ", "    ", ": ", ":", "- ", "#", "[", "]", "{", "}", "'",
    '"', "|", ">", "&a", "*a", "!!x", "%", "@", "`", "```", "~~~", "**", "_", "[a](", ")", "![", "[^1]", "[^1]: ",
    "<", ">", "</", "<!--", "-->", "<b ", "='", "&lt;", "&#x41;", "| a | b |\n|---|---|\n", "1. ", "> ", "# ",
    "***", "\\", "\x00", "\x02", "\x03", "\ufeff", "\u202e", "\u2028", "\ud7ff", "\U0010ffff", "é", "日", "🌾", "{{ ",
    "{% ", "judul: ", "tanggal: ", "foto:\n  - ", "kutipan: [{teks: ", "izin: ", "peserta: ", "sosial: {",
    "ralat: ", "aman: [{kode: ", "12 Mei 2023", "3273014107900001", "0812-3456-7890",
    "Jl. Melati No. 5 RT 03/RW 02", "Dimas (9)", "siswa kelas 4", "a@b.id", "javascript:x", "http://x.id/",
)  # fmt: skip
TOKENS = st.one_of(st.sampled_from(MARKS), st.sampled_from([as_written(text) for text in STRINGS]), st.text(max_size=8))
BYTES = st.one_of(
    st.sampled_from([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x80", b"\x00"]), st.binary(max_size=4)
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Return a real file with a few pieces cut, doubled, put elsewhere or replaced."""
    data = draw(st.sampled_from(CORPUS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 0, 1, 2, 5, 20, 80, 400))))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            piece = draw(TOKENS).encode("utf-8", "replace") * draw(st.sampled_from((1, 1, 1, 2, 7, 60)))
        elif kind == 1:
            piece = data[start:end] * draw(st.sampled_from((0, 2, 3, 30)))
        elif kind == 2:
            piece = draw(BYTES)
        elif kind == 3:
            other = draw(st.sampled_from(CORPUS))
            there = draw(st.integers(0, len(other)))
            piece = other[there : there + 200]
        else:
            piece = b""
        data = data[:start] + piece + data[end:]
    return data


SOUP = st.lists(st.tuples(TOKENS, st.sampled_from((1, 1, 1, 1, 3, 50, 2_000))), max_size=10).map(
    lambda parts: "".join(text * times for text, times in parts)[:60_000]
)
"""Markdown and tags in any order, some of them again and again: what nests deeply is what makes parsers slow."""

_WHEN = """
Senin Jumat sabtu , . - / : T Z + pukul jam s.d. sampai WIB WITA WIT wib UTC +07:00 -05:00 +99:99 0 00 7 07 12
24 31 32 60 99 1900 2023 2026 9999 0001 10000 2023-05-12 12/5/2023 12.30 24.00 ٣ ² ½ Ⅳ Januari Februari Mei Juni
Agustus Ags Okt Desember maret jan. 13
"""
WHEN = st.one_of(st.sampled_from([*_WHEN.split(), "\xa0"]), st.integers(-1, 99_999).map(str), st.text(max_size=3))
MOMENTS = st.lists(st.tuples(WHEN, st.sampled_from(("", " ", "  ", ".", "-", "/"))), max_size=9).map(
    lambda parts: "".join(word + between for word, between in parts)
)

_SAID = """
Ibu Siti Dimas anak korban yatim berusia tahun kelas SD siswa RT RW Jl. No. rekening BRI NIK KK SIM A 1234 AB
nomor HP WA di desa Sukamaju , . ( ) dan 9 16 0812 3456 7890 32.04.99 -6,9147 107,6098
"""
PROSE = st.lists(st.one_of(TOKENS, st.sampled_from(_SAID.split())), max_size=40).map(" ".join)
