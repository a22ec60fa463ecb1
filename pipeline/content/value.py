"""One value of front matter as people type it, put into the YAML that it means.

Only what has one sensible reading is changed; a value that YAML reads as meant, or that nobody can read, stays.
"""

import re
from typing import NamedTuple

from pipeline.content.keys import EVERY
from pipeline.content.near import fold

COMMENT = re.compile(r"(?:^|(?<!\s)\s+)#(?:\s.*)?$")
"""A note behind a value: ``#`` and a space. ``#2`` and ``#literasi`` belong to the text."""

SPECIAL = re.compile(r"[@%*&!`|>,\]}#]|[-?:](?:\s|$)")
"""Signs that YAML does not take at the start of a plain text, or takes for something else."""

WHOLE = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"(?:\s+#.*)?'),
    "'": re.compile(r"'(?:[^']|'')*'(?:\s+#.*)?"),
}
"""A text in quotes, complete, by its quote."""

ESCAPE = re.compile(r'\\(?:[0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(.))')
"""A backslash in double quotes; with a group, one that YAML does not know, as in ``"C:\foto"``."""

QUOTED = re.compile(r"""((?<![^\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))""")
"""A text in quotes within brackets; an apostrophe inside a word opens none."""

HASHTAG = re.compile(r"(?<=[\[,{ ])#\w[^,\]}]*")
CURLY = re.compile(r"(?<=[\[{,:])\s*“([^”]*)”(?=\s*[,}\]])")
TIGHT = re.compile(r"(?<=[{,])(\s*)([^\W\d][\w -]{0,40}):(?=[^\s:])")
SIGNED = re.compile(r"(?<=: )[@%*&!`][^,\]}]*")


class Mended(NamedTuple):
    """The YAML of a value. *surprising*: its writer should hear how it was read."""

    yaml: str
    surprising: bool


class Marks(NamedTuple):
    """The names in front matter that follow ``&`` and those that follow ``*``."""

    anchors: frozenset[str]
    aliases: frozenset[str]


def mend(value: str, marks: Marks) -> Mended | None:
    """Return what *value* (one line, not empty) means, or ``None`` where it stays.

    *marks* are those of all the front matter around it.
    """
    if value[0] in WHOLE:
        return _quoted(value)
    if value[0] in "[{":
        return _flow(value, marks)
    return _plain(value, marks)


def quote(text: str) -> str:
    """Return *text* in single quotes, in which YAML takes every sign as it is."""
    return "'" + text.replace("'", "''") + "'"


def in_quotes(yaml: str) -> str:
    """Return the text of *yaml*, which is in single quotes, in double ones where that is easier to read."""
    text = yaml[1:-1].replace("''", "'")
    return yaml if '"' in text or "\\" in text else f'"{text}"'


def marks_of(head: str) -> Marks:
    """Return the marks in *head*, all of the front matter."""
    return Marks(frozenset(re.findall(r"&([\w-]+)", head)), frozenset(re.findall(r"\*([\w-]+)", head)))


def is_markup(value: str, marks: Marks) -> bool:
    """Tell whether *value* uses YAML's own marks as such: a tag, the alias of an anchor, or that anchor."""
    if value.startswith(("!!", "!<")):
        return True
    if found := re.match(r"\*([\w-]+)$", value):
        return found[1] in marks.anchors
    if found := re.match(r"&([\w-]+)(?:\s|$)", value):
        return found[1] in marks.aliases
    return False


def _plain(value: str, marks: Marks) -> Mended | None:
    if is_markup(value, marks):
        return None
    text = COMMENT.sub("", value)
    if SPECIAL.match(text) or ": " in text or text.endswith(":"):
        return Mended(quote(text), surprising=not text.startswith("#"))
    return Mended(quote(text), surprising=False) if " #" in text else None


def _quoted(value: str) -> Mended | None:
    mark = value[0]
    if WHOLE[mark].fullmatch(value):
        return _escaped(value) if mark == '"' else None
    if WHOLE[mark].fullmatch(value.rstrip(" ,;")):
        return Mended(value.rstrip(" ,;"), surprising=False)
    inner = value.find(mark, 1)
    if inner < 0:
        return None
    outer = value[-1] == mark and (value[inner - 1] == " " or value[inner + 1 : inner + 2].isalpha())
    return Mended(quote(value[1:-1] if outer else value), surprising=True)


def _escaped(value: str) -> Mended | None:
    """Return a text in double quotes whose backslashes are meant as backslashes."""
    unknown = any(found[1] for found in ESCAPE.finditer(value))
    return Mended(quote(value[1 : value.rindex('"')]), surprising=False) if unknown else None


def _flow(value: str, marks: Marks) -> Mended | None:
    end = _closing(value)
    if end is None:
        return None
    rest = COMMENT.sub("", value[end:]).strip(" ,")
    if rest:
        return Mended(quote(value), surprising=True)
    inner = _inner(value[:end], marks)
    return Mended(inner, surprising=False) if inner != value else None


def _closing(value: str) -> int | None:
    """Return the place behind the bracket that closes the first one, or ``None``."""
    depth = 0
    for found in re.finditer(r"[\[{\]}]|" + QUOTED.pattern, value):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0:
            return found.end()
    return None


def _inner(value: str, marks: Marks) -> str:
    """Return a list or mapping in brackets with the slips between its quoted texts put right."""
    pieces = QUOTED.split(value)
    pieces[::2] = [_unquoted_piece(piece, marks) for piece in pieces[::2]]
    return "".join(pieces)


def _unquoted_piece(piece: str, marks: Marks) -> str:
    piece = CURLY.sub(lambda found: " " + quote(found[1]), piece)
    piece = HASHTAG.sub(lambda found: quote(found[0].rstrip()), piece)
    piece = TIGHT.sub(_with_space, piece)
    return SIGNED.sub(lambda found: found[0] if is_markup(found[0], marks) else quote(found[0].rstrip()), piece)


def _with_space(found: re.Match[str]) -> str:
    return f"{found[0]} " if fold(found[2]) in EVERY else found[0]
