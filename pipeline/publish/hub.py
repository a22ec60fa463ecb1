"""WebSub: the hub is told which feeds are new (W3C WebSub leaves the form to hubs; all take this one)."""

from collections.abc import Sequence

from pipeline.language import _

PATIENCE = 10.0
MOST = 50
"""Feeds that a hub is told of at once; more change only where the design does, and readers ask by themselves."""

FEEDS = ("feed.xml", "atom.xml", "feed.json")


def topics(base: str, paths: Sequence[str]) -> list[str]:
    """Return the addresses of the feeds among *paths*, those of the whole site first."""
    feeds = [path for path in paths if path.rpartition("/")[2] in FEEDS]
    return [base + path for path in sorted(feeds, key=lambda path: (path.count("/"), path))][:MOST]


def ping(hub: str, feeds: Sequence[str]) -> str:
    """Tell *hub* that *feeds* are new; returns a sentence where it did not take it, else nothing."""
    import requests  # noqa: PLC0415  slow to load, and few sites have a hub

    try:
        form = [("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]
        answer = requests.post(hub, data=form, timeout=PATIENCE, allow_redirects=False)
    except requests.RequestException as error:
        reason = type(error).__name__
    else:
        if answer.ok and not answer.is_redirect:
            return ""
        reason = f"HTTP {answer.status_code}"
    return _("Hub {hub} tidak menerima kabar ({reason}); pembaca umpan tetap mendapat beritanya nanti.").format(
        hub=hub, reason=reason
    )
