"""The signs of Markdown: pieces of text without which a part of Python-Markdown cannot do anything.

Stock Python-Markdown tries every part on every text, and most reports hold few signs. Asking a part only where its
sign occurs changes nothing but the time. Parts that are not listed, as in another release, are always asked.
"""

INLINE: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("](",),
    "image_link": ("](",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("://",),
    "automail": ("@",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "em_strong2": ("_",),
}
"""Signs of the inline patterns, by the names Python-Markdown gives them."""

REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Inline patterns that look an address up, and so do nothing in a body that defines none."""

ANY_INLINE = ("*", "[", "_", "<", "&", "`", "\\", "  \n")
"""A text with none of these goes through all inline patterns unchanged."""

BLOCK: dict[str, tuple[float, tuple[str, ...]]] = {
    "table": (75, ("|",)),
    "hashheader": (70, ("#",)),
    "setextheader": (60, ("\n=", "\n-")),
    "hr": (50, ("--", "**", "__", "- -", "* *", "_ _", "-  -", "*  *", "_  _")),
    "quote": (20, (">",)),
    "footnote": (17, ("]:",)),
    "reference": (15, ("]:",)),
}
"""Priorities (Python-Markdown's own) and signs of the block processors."""

ANY_BLOCK = ("|", "#", ">", "]:", "\n ", "\n=", "\n-", "\n*", "\n_")
"""A block that begins with a letter and has none of these is a paragraph."""

ODD_SPACE = ("\t", "\r", "\n ", "\x02", "\x03")
"""A text with none of these has nothing that Python-Markdown normalizes, but for the empty lines at its end."""

ANY_HTML = ("<", "&")
"""A text with none of these holds no HTML."""


def occurs(signs: tuple[str, ...], text: str) -> bool:
    """Say whether one of *signs* occurs in *text*."""
    for sign in signs:  # noqa: SIM110  any() over a generator takes three times as long
        if sign in text:
            return True
    return False
