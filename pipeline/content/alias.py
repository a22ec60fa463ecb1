"""Old addresses of a story (``alias``), from which readers are sent on."""

import re
from collections.abc import Iterator

from pipeline.content.address import RESERVED
from pipeline.content.fields import Fields

OLD = re.compile(r"[^\s/?#\\]+(?:/[^\s/?#\\]+)*")

DEEP, LONG, WHOLE = 12, 200, 400
"""Parts of an address, bytes of a part, and bytes of the whole, at most: file systems end at 255 for a name."""

UNSAFE = re.compile(r"""[<>:"|*%]|^[.~-]""")
"""What Windows refuses in a name, what a server may take for another sign (``%2e`` is a full stop), and how names begin
that are hidden or taken for an option.
"""


def read_aliases(story: Fields) -> tuple[str, ...]:
    """Return the old addresses of *story*, without ``/`` around them; of a whole URL only its path counts."""
    return tuple(dict.fromkeys(_read(story)))


def _read(story: Fields) -> Iterator[str]:
    for word in story.words("alias"):
        address = re.sub(r"^https?://[^/]*", "", word).strip("/")
        if OLD.fullmatch(address) and _fits(address):
            yield address
        else:
            story.add("alias", "alias-tidak-sah", value=word)


def _fits(address: str) -> bool:
    """Whether a page can lie at *address*, on every file system and server."""
    parts = address.split("/")
    return len(parts) <= DEEP and len(address.encode()) <= WHOLE and all(map(_is_name, parts))


def _is_name(part: str) -> bool:
    return len(part.encode()) <= LONG and not UNSAFE.search(part) and not RESERVED.fullmatch(part)
