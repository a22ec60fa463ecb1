"""The style sheet of warta's site, which the other tools' sites get, too."""

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.templating.folders import bundled


def sheet() -> str:
    """Return the sheet with what its template includes."""
    loader = FileSystemLoader(bundled("templates"))
    return (
        Environment(loader=loader, undefined=StrictUndefined, autoescape=True).get_template("site/style.css").render()
    )
