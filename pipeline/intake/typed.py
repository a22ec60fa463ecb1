"""Plain text as people type it, as Markdown that says the same: no letter of it gets lost, and lines stay lines."""

import re

from pipeline.content.text import lines

_UNDERLINE = re.compile(r"^(\s*)([-=_*#~+]{3,}\s*)$")
_BRACKET = re.compile(r"^(\d{1,3})\)\s+")
"""Numbers of items as many type them; Markdown knows only those with a full stop."""

_LINK = re.compile(r"\]\s*[(\[:]|\[\^")
"""What makes of brackets a link, a picture or a note, of which a page shows only a part."""

_ITEM = re.compile(r"^(?:[-*+•·–]|\d{1,3}[.)])\s+")
_MARK = re.compile(r"^[•·–]\s+")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def markdown(text: str) -> str:
    """Return *text* as Markdown."""
    return "\n\n".join(filter(None, (_block(block) for block in re.split(r"\n\s*\n", lines(text)))))


def literal(text: str) -> str:
    """Return *text* with what Markdown would take for HTML written so that it stays text."""
    return _TAG.sub(lambda mark: _ENTITIES[mark[0]], text)


def _block(block: str) -> str:
    """Return one paragraph: broken where its writer broke it, joined where only the page's edge did."""
    written = [line.strip() for line in block.split("\n") if line.strip()]
    edge = max((len(line) for line in written), default=0)
    parts: list[str] = []
    for number, line in enumerate(written):
        text = _line(line)
        following = written[number + 1] if number + 1 < len(written) else ""
        if following and _ITEM.match(following) and not _ITEM.match(line):
            parts.append(f"{text}\n\n")
        elif following and not _ITEM.match(following) and _meant(line, following, edge):
            parts.append(f"{text}  \n")
        else:
            parts.append(f"{text}\n")
    return unlinked("".join(parts).rstrip())


def _meant(line: str, following: str, edge: int) -> bool:
    """Tell whether the break after *line* was meant: the next word would still have fitted before the edge."""
    return edge < 50 or len(line) + 1 + len(following.split(" ", 1)[0]) <= edge


def _line(line: str) -> str:
    if _UNDERLINE.match(line):
        return "\\" + line
    line = _BRACKET.sub(r"\1. ", line)
    # A text between backticks would show the signs that literal() writes.
    return literal(_MARK.sub("- ", line)).replace("`", "\\`")


def unlinked(text: str) -> str:
    """Return *text* with its brackets written so that they stay brackets, where Markdown would take them for more."""
    return re.sub(r"(?<!\\)\[", r"\\[", text) if _LINK.search(text) else text
