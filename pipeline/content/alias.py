"""Old addresses of a story (``alias``), from which readers are sent on."""

import re
from collections.abc import Iterator

from pipeline.content.fields import Fields

OLD = re.compile(r"[^\s/?#\\]+(?:/[^\s/?#\\]+)*")


def read_aliases(story: Fields) -> tuple[str, ...]:
    """Return the old addresses of *story*, without ``/`` around them; of a whole URL only its path counts."""
    return tuple(dict.fromkeys(_read(story)))


def _read(story: Fields) -> Iterator[str]:
    for word in story.words("alias"):
        address = re.sub(r"^https?://[^/]*", "", word).strip("/")
        if OLD.fullmatch(address) and not {".", ".."} & set(address.split("/")):
            yield address
        else:
            story.add("alias", "alias-tidak-sah", value=word)
