"""Warta Pustaka: one Markdown report becomes a news site, social posts, press material and evidence."""

__version__ = "0.1.0"
