"""What is to be told of ``site.toml`` though it can be used as it is."""

from pipeline import config
from pipeline.config import Site
from pipeline.content.problem import Problem
from pipeline.production.newsroom import Newsroom


def doubts(room: Newsroom, site: Site) -> list[Problem]:
    """Return the warnings about the settings *site* of *room*."""
    if site.unchecked:
        line = config.line("bahasa", room.root)
        return [Problem(config.PATH, line, "bahasa-belum-diperiksa", {"value": site.bahasa})]
    return []
