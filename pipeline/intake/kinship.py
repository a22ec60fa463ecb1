"""Where a file that came from another newsroom is from: one line in its front matter, and nothing else changed.

    # asal: Kabar Sukamaju <https://sukamaju.example/> sidik 6e0f…

The line stands first in the front matter. Without it, file and photos have the hash (*sidik*) that it tells, unless
somebody edited them here. A file that was passed on twice has two such lines; the upper one is the nearest.
"""

import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

_LINE = re.compile(rb"# asal: (?P<name>[^<>\r\n]*)<(?P<url>[^<>\s]*)> sidik (?P<hash>[0-9a-f]{32})\r?\n")
_RULE = re.compile(rb"(?:\xef\xbb\xbf)?\s*---[ \t]*\r?\n")


class Origin(NamedTuple):
    """A newsroom: its name, and its address or, where it has none of its own, what its folder is called."""

    name: str
    url: str


class Kin(NamedTuple):
    """A file as it is here: whose it is, the hash it came with, and its bytes as they were there."""

    origin: Origin
    sign: str
    data: bytes


def signed(data: bytes, origin: Origin, sign: str) -> bytes | None:
    """Return the file *data* with a line that names *origin* and *sign*; ``None`` where it has no front matter."""
    rule = _RULE.match(data)
    if rule is None:
        return None
    end = b"\r\n" if rule[0].endswith(b"\r\n") else b"\n"
    name = re.sub(r"[<>\s]+", " ", origin.name).strip()
    url = re.sub(r"[<>\s]+", "", origin.url)
    line = f"# asal: {name} <{url}> sidik {sign}".encode()
    return data[: rule.end()] + line + end + data[rule.end() :]


def read(data: bytes) -> Kin | None:
    """Return where the file *data* is from, ``None`` for one of our own."""
    rule = _RULE.match(data)
    found = _LINE.match(data, rule.end()) if rule else None
    if found is None:
        return None
    origin = Origin(found["name"].decode("utf-8", "replace").strip(), found["url"].decode("utf-8", "replace"))
    return Kin(origin, found["hash"].decode(), data[: found.start()] + data[found.end() :])


def sign(data: bytes, photos: Iterable[tuple[str, bytes]]) -> str:
    """Return the hash of a file and of its *photos* (name and hash of the bytes of each)."""
    total = blake2b(digest_size=16)
    total.update(blake2b(data).digest())
    for name, hashed in sorted(photos):
        total.update(blake2b(name.encode("utf-8", "surrogateescape")).digest() + hashed)
    return total.hexdigest()
