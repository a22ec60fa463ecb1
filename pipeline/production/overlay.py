"""What the preview adds to the pages it serves, and never to a file: a script that follows the builds.

Pages forbid every script but their own (Content-Security-Policy). The preview opens that policy as far as its own
script, style sheet and stream of events need it, and no farther.
"""

import re
from html import escape, unescape
from pathlib import Path

FOLDER = "/.warta/"
"""Below this the preview has files of its own. The site has none there: what begins with a dot is never served."""

SCRIPT, STYLE, EVENTS = f"{FOLDER}warta-serve.js", f"{FOLDER}warta-serve.css", f"{FOLDER}events"
FILES = {SCRIPT: "warta-serve.js", STYLE: "warta-serve.css"}

_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_POLICY = re.compile(r"""\bhttp-equiv\s*=\s*["']?content-security-policy["'\s/>]""", re.IGNORECASE)
_CONTENT = re.compile(r"""(\bcontent\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_NEEDED = ("script-src", "style-src", "connect-src")
_FINER = ("script-src-elem", "style-src-elem")
"""Where a policy has these, they go before those that are needed (CSP 3)."""


def own_file(path: str) -> bytes | None:
    """Return the preview's own file at *path*, ``None`` where it has none there."""
    name = FILES.get(path)
    return None if name is None else (Path(__file__).with_name("browser") / name).read_bytes()


def followed(page: bytes, edition: str) -> bytes:
    """Return the HTML *page* with the script that follows the builds after *edition*."""
    text = page.decode("utf-8", "surrogateescape")
    script = f'<script src="{SCRIPT}?{escape(edition)}" defer></script>'
    end = _HEAD.search(text)
    head, rest = (text[: end.start()], text[end.start() :]) if end else (text, "")
    return f"{_META.sub(_opened, head)}{script}{rest}".encode("utf-8", "surrogateescape")


def _opened(found: re.Match[str]) -> str:
    """Return a meta element as it is, but for one with a policy."""
    element = found[0]
    if not _POLICY.search(element):
        return element
    return _CONTENT.sub(lambda content: f'{content[1]}"{escape(widened(_said(content)))}"', element, count=1)


def _said(content: re.Match[str]) -> str:
    return unescape(content[2] if content[2] is not None else content[3])


def widened(policy: str) -> str:
    """Return *policy* with the site itself allowed for scripts, style sheets and connections (CSP 3)."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    found = {part[0].lower(): part[1:] for part in reversed(parts)}  # of two, the first counts
    for name in (*_NEEDED, *(name for name in _FINER if name in found)):
        allowed = found.get(name, found.get("default-src"))
        if allowed is not None and "'self'" not in allowed:
            found[name] = [*(source for source in allowed if source.lower() != "'none'"), "'self'"]
    order = dict.fromkeys([*(part[0].lower() for part in parts), *_NEEDED])
    return "; ".join(" ".join([name, *found[name]]) for name in order if name in found)
