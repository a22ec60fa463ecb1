"""The address that opens a platform's app with the post already in it."""

import re
from urllib.parse import quote

from pipeline.platforms.limits import Limit

LONGEST = 2_000
"""Browsers and telephones cut longer addresses (common knowledge, no platform publishes a number): so many bytes of
encoded text at most."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?")


def intent(limit: Limit, text: str, url: str, server: str = "") -> str:
    """Return the address that opens *limit*'s app with *text*, whose link is *url*.

    Empty where the platform has none, where *text* is too long for one, and where a *server* is asked for but not
    given. What the app decodes is exactly *text*; where the platform wants the link apart, *text* without it.
    """
    if not limit.intent or too_long(limit, text, url) or ("{server}" in limit.intent and not server):
        return ""
    return limit.intent.format(
        text=quote(text, safe=""), url=quote(url, safe=""), rest=quote(without(text, url), safe=""), server=server
    )


def hands_over(limit: Limit) -> bool:
    """Whether *limit*'s app takes the text from the address; others take the link alone, and the text is pasted."""
    return "{text}" in limit.intent or "{rest}" in limit.intent


def too_long(limit: Limit, text: str, url: str) -> bool:
    """Whether *text* is what keeps *limit*'s app from being opened by an address."""
    told = without(text, url) if "{rest}" in limit.intent else text
    return hands_over(limit) and len(quote(told, safe="")) > LONGEST


def without(text: str, url: str) -> str:
    """Return *text* without the link *url*, and without a line that only leads to it (``Selengkapnya: …``)."""
    kept = []
    for line in text.split("\n"):
        if url not in line:
            kept.append(line)
            continue
        rest = re.sub(rf"[^\S\n]*{re.escape(url)}(?![^\s)\]”\"'])", "", line)
        if rest.strip() and not rest.rstrip().endswith(":"):
            kept.append(rest)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def host(account: str) -> str:
    """Return the server in *account* (``@nama@server.id``, ``https://server.id/@nama``); empty where it has none."""
    bare = account.strip().lower().removeprefix("https://").removeprefix("http://")
    name = bare.split("/")[0].rpartition("@")[2]
    return name if _HOST.fullmatch(name) else ""
