"""What a file from the web is called: as its server says, or as its address ends."""

from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pipeline.fetching.fetch import Fetched

LONGEST = 120


def name_of(fetched: Fetched) -> str:
    """Return a name without folders and control characters, never empty."""
    parts = urlsplit(fetched.url)
    return _bare(_told(fetched.disposition)) or _bare(unquote(parts.path)) or _bare(parts.hostname or "") or "berkas"


def _told(disposition: str) -> str:
    """Return the file's name in a ``Content-Disposition`` (RFC 6266), in whatever way it is written there."""
    if not disposition:
        return ""
    message = Message()
    message["content-disposition"] = disposition
    try:
        found = message.get_filename("")
    except (ValueError, LookupError):  # an encoding that nobody knows
        return ""
    try:
        return found.encode("latin-1").decode()  # plain UTF-8, which headers pass on as Latin-1
    except UnicodeError:
        return found


def _bare(name: str) -> str:
    plain = "".join(sign for sign in name.replace("\\", "/") if sign.isprintable())
    last = PurePosixPath(plain).name.strip(". ")
    if len(last) <= LONGEST:
        return last
    suffix = PurePosixPath(last).suffix[:10]
    return last[: LONGEST - len(suffix)] + suffix
