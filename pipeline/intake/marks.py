"""The marks of a WhatsApp message as Markdown: bold, italic, struck, mono, lists, quotes; all else stays as typed.

WhatsApp's own rules: a mark opens at the start of a word and closes at the end of one, on the same line.
"""

import re

_PIECE = re.compile(
    r"```(?P<block>.+?)```"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?P<link>https?://[^\s<>]+)"
    r"|(?<![\w*])\*(?=\S)(?P<bold>[^*\n]+?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<italic>[^_\n]+?)(?<=\S)_(?![\w_])"
    r"|(?<![\w~])~(?=\S)(?P<struck>[^~\n]+?)(?<=\S)~(?![\w~])",
    re.DOTALL,
)
_ITEM = re.compile(r"(?:[-*•]|\d{1,3}\.) +(?=\S)")
_QUOTED = re.compile(r"> ?(?=\S)")
_TAIL = ".,;:!?)'\"”*_~"
"""Signs at the end of an address that belong to the sentence."""


def markdown(text: str) -> str:
    """Return *text*, a message as typed, as Markdown: each line a paragraph, items and quoted lines together."""
    blocks: list[tuple[str, str]] = []
    for piece in _lines(text):
        kind, line = _line(piece)
        if line:
            blocks.append((kind, line))
    out: list[str] = []
    for number, (kind, line) in enumerate(blocks):
        if number:
            out.append("\n" if kind == blocks[number - 1][0] and kind in {"-", "1.", ">"} else "\n\n")
        out.append(line)
    return "".join(out)


def plain(text: str) -> str:
    """Return *text* without WhatsApp's marks, as a title shows it."""
    previous = None
    while previous != text:
        previous, text = text, _PIECE.sub(lambda found: next(part for part in found.groups() if part), text)
    return text.strip()


def _lines(text: str) -> list[str]:
    """Return the lines of *text*; a block of mono stays in one piece."""
    pieces: list[str] = []
    at = 0
    for found in re.finditer(r"```.+?```", text, re.DOTALL):
        if "\n" in found[0]:
            pieces += text[at : found.start()].split("\n")
            pieces.append(found[0])
            at = found.end()
    return [*pieces, *text[at:].split("\n")]


def _line(piece: str) -> tuple[str, str]:
    """Return what kind of line *piece* is (``-``, ``1.``, ``>`` or nothing) and its Markdown."""
    line = piece.strip()
    if line.startswith("```") and "\n" in line:
        inner = line.strip("`").strip("\n").split("\n")
        return "", "\n".join(f"    {row}".rstrip() for row in inner)
    if found := _ITEM.match(line):
        mark = "1." if found[0][0].isdigit() else "-"
        head = found[0].strip() if mark == "1." else "-"
        return mark, f"{head} {_defining(_inline(line[found.end() :]))}"
    if found := _QUOTED.match(line):
        return ">", f"> {_defining(_inline(line[found.end() :]))}"
    return "", _start(_defining(_inline(line)))


def _defining(line: str) -> str:
    """Return *line* such that it defines no link: such a line is shown nowhere."""
    return f"\\{line}" if line.startswith("[") and "]:" in line else line


def _start(line: str) -> str:
    """Return *line* such that its first signs begin no heading, list or rule."""
    if line.startswith(("#", "+ ", "- ", ">")) or re.fullmatch(r"(?:[-=_*] ?){2,}", line):
        return f"\\{line}" if line[0] in "#+->_*" else f"&#61;{line[1:]}"
    return re.sub(r"^(\d+)\.(?= )", r"\1\\.", line)


def _inline(text: str) -> str:
    out, at = [], 0
    for found in _PIECE.finditer(text):
        out += [escaped(text[at : found.start()]), _marked(found)]
        at = found.end()
    return "".join([*out, escaped(text[at:])])


def _marked(found: re.Match[str]) -> str:
    if found["link"]:
        address = found["link"].rstrip(_TAIL)
        return f"<{address}>{escaped(found['link'][len(address) :])}"
    if code := found["block"] or found["code"]:
        return f"`{code.strip()}`"
    if found["bold"]:
        return f"**{_inline(found['bold'])}**"
    if found["italic"]:
        return f"*{_inline(found['italic'])}*"
    return f"<del>{_inline(found['struck'])}</del>"


_SIGN = re.compile(
    r"\\(?=[\\`*_{}\[\]()>#+\-.!])"
    r"|\*(?=\S)|(?<=\S)\*"
    r"|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|`"
    r"|\[(?=\^|[^\[\]\n]*\]:)|\](?=[(\[])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
)


def escaped(text: str) -> str:
    """Return *text* such that Markdown shows it as it is; only signs that would mean something are changed."""
    return _SIGN.sub(lambda found: {"<": "&lt;", "&": "&amp;"}.get(found[0], f"\\{found[0]}"), text)
