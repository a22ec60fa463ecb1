"""A document in parts: words, lists, tables, pairs and signatures, in their order, whatever sets them."""

from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["subjudul", "anak subjudul", "paragraf", "daftar", "data", "tabel", "catatan", "tanda tangan"]


class Part(NamedTuple):
    """One part. *text* is of headings, paragraphs and notes, *items* of lists, *pairs* of data and signatures.

    A table has a *head* and *rows*; *widths* are the shares of its columns.
    """

    kind: Kind
    text: str = ""
    items: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        cells = (*self.items, *(cell for row in (self.head, *self.rows, *self.pairs) for cell in row))
        return sum(len(text.split()) for text in (self.text, *cells))


class Paper(NamedTuple):
    """A document. *letter* are the lines of a letter's head (number, subject), *missing* what nobody wrote yet.

    *name* is its file's, without an ending.
    """

    name: str
    title: str
    owner: str
    heading: tuple[str, ...]
    day: date
    language: str
    parts: tuple[Part, ...]
    letter: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    sample: bool = False

    @property
    def words(self) -> int:
        """How many words its parts have."""
        return sum(part.words for part in self.parts)


def heading(text: str) -> Part:
    """Return a heading."""
    return Part("subjudul", text)


def below(text: str) -> Part:
    """Return a heading below another."""
    return Part("anak subjudul", text)


def words(text: str) -> Part:
    """Return a paragraph."""
    return Part("paragraf", text)


def note(text: str) -> Part:
    """Return a note in small letters."""
    return Part("catatan", text)


def listed(*items: str) -> Part:
    """Return a list."""
    return Part("daftar", items=items)


def data(*pairs: tuple[str, str]) -> Part:
    """Return pairs of name and words, of which those without words are left out."""
    return Part("data", pairs=tuple(pair for pair in pairs if pair[1]))


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...] = ()) -> Part:
    """Return a table."""
    return Part("tabel", head=head, rows=rows, widths=widths or (1,) * len(head))


def signed(left: tuple[str, str], right: tuple[str, str]) -> Part:
    """Return two places to sign, each with what stands above and below it."""
    return Part("tanda tangan", pairs=(left, right))
