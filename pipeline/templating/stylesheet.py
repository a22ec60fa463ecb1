"""A stylesheet as it travels: without what browsers skip."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AROUND = re.compile(r"\s*([{};,])\s*")
_AFTER = re.compile(r":\s+")


def squeezed(css: str) -> str:
    """Return *css* without comments, line ends and the spaces around its signs; its texts hold none of them.

    Spaces around ``+ - * / ( )`` and in front of ``:`` mean something, so they stay.
    """
    bare = _AFTER.sub(":", _AROUND.sub(r"\1", _COMMENT.sub("", css)))
    return " ".join(bare.replace(";}", "}").split()) + "\n"
