"""Translation at compile time: ``_("Arsip")`` in a template becomes the translated text before Jinja sees it.

A page asks for some thirty texts that are the same on every page; as constants they cost nothing when it is rendered.
Texts must be plain literals in double quotes (what extraction for translators needs, too).
"""

import json
import re
from collections.abc import Callable

from jinja2.ext import Extension

_TEXT = re.compile(r"""(?<!\w)_\((?:"([^"\\]*)"|'([^'\\]*)')\)""")


class Translated(Extension):
    """Replaces ``_("…")`` by a literal in the language of the environment (``environment.catalogue``)."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  Jinja's
        """Return *source* with every text translated."""
        return translated(source, self.environment.catalogue)  # type: ignore[attr-defined]  # set by extend


def translated(source: str, say: Callable[[str], str]) -> str:
    """Return *source*, a template of Jinja or of Typst (both write texts as JSON does), with its texts put by *say*."""

    def literal(found: re.Match[str]) -> str:
        text = json.dumps(say(found[1] or found[2]), ensure_ascii=False)
        return text if found[1] is not None else "'" + text[1:-1].replace("'", "\\'").replace('\\"', '"') + "'"

    return _TEXT.sub(literal, source)
