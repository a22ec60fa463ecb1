"""The lines of a body before it is parsed, at the price of what they hold: seams of Python-Markdown, see ``sign``."""

from markdown.core import Markdown
from markdown.preprocessors import Preprocessor

from pipeline.content.sign import ANY_HTML, ODD_SPACE, occurs


class SparingWhitespace(Preprocessor):
    """Normalizes white space where there is more than single spaces and line ends."""

    def __init__(self, inner: Preprocessor) -> None:
        super().__init__(inner.md)
        self.inner = inner

    def run(self, lines: list[str]) -> list[str]:
        """Return *lines* with plain spaces and line ends only, and two empty lines at the end."""
        return self.inner.run(lines) if occurs(ODD_SPACE, "\n".join(lines)) else [*lines, "", ""]


class SparingHtml(Preprocessor):
    """Looks for blocks of HTML where there is a tag or an entity."""

    def __init__(self, inner: Preprocessor) -> None:
        super().__init__(inner.md)
        self.inner = inner

    def run(self, lines: list[str]) -> list[str]:
        """Return *lines* with each block of HTML put away until the end."""
        return self.inner.run(lines) if occurs(ANY_HTML, "\n".join(lines)) else lines


def spare_source(md: Markdown) -> None:
    """Make the preprocessors of *md* sparing."""
    steps = md.preprocessors
    steps.register(SparingWhitespace(steps["normalize_whitespace"]), "normalize_whitespace", 30)
    steps.register(SparingHtml(steps["html_block"]), "html_block", 20)
