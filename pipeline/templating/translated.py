"""Translation at compile time: ``_("Arsip")`` in a template becomes the translated text before Jinja sees it.

A page asks for some thirty texts that are the same on every page; as constants they cost nothing when it is rendered.
Texts must be plain literals in double quotes (what extraction for translators needs, too).
"""

import json
import re

from jinja2.ext import Extension

_TEXT = re.compile(r"""(?<!\w)_\((?:"([^"\\]*)"|'([^'\\]*)')\)""")


class Translated(Extension):
    """Replaces ``_("…")`` by a literal in the language of the environment (``environment.catalogue``)."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  Jinja's
        """Return *source* with every text translated."""
        return _TEXT.sub(self._literal, source)

    def _literal(self, found: re.Match[str]) -> str:
        translated: str = self.environment.catalogue(found[1] or found[2])  # type: ignore[attr-defined]  # set by extend
        literal = json.dumps(translated, ensure_ascii=False)
        return literal if found[1] is not None else "'" + literal[1:-1].replace("'", "\\'").replace('\\"', '"') + "'"
