"""What a source was understood to say: a report to be, before anybody has looked at it."""

from hashlib import sha256
from typing import NamedTuple


class UnreadableError(Exception):
    """A source cannot be read; ``str()`` is the sentence for the user, without the source's name."""


class Attachment(NamedTuple):
    """One picture that came with a report. *name* is as it came; its bytes are kept as they are.

    *fields* are further keys of its entry in ``foto`` with their values as YAML, such as ``("izin", "ya")``.
    """

    name: str
    data: bytes
    caption: str = ""
    alt: str = ""
    fields: tuple[tuple[str, str], ...] = ()


class Guess(NamedTuple):
    """A key whose value nobody wrote as such, and *why* it has this value: ``dari baris pertama``."""

    key: str
    why: str = ""


class Origin(NamedTuple):
    """Where a draft came from.

    *kind* is that of its reader, *name* the file's, *digest* the hash of the source, *part* what of it this draft is
    (a row, an attachment; empty: all), *place* what tells apart two sources of one name (the folder, a message's own
    number), *key* what names it wherever it comes from (the number of a form's answer); those two are never written
    down, only hashed.
    """

    kind: str
    name: str
    digest: str
    part: str = ""
    place: str = ""
    key: str = ""

    @property
    def content(self) -> str:
        """Name what was said: equal where the same source comes again, whatever it is called."""
        return _sum(self.digest, self.part)[:32]

    @property
    def identity(self) -> str:
        """Name the source: equal where it comes again with other content."""
        if self.key:
            return _sum(self.key)[:16]
        return _sum(self.kind, self.name, self.place, self.part)[:16]


def seen(said: str, photos: tuple[Attachment, ...]) -> str:
    """Return the hash of what was *said*, and of the pictures that were there: an export with them says more."""
    return _sum(said, *(f"{photo.name} {sha256(photo.data).hexdigest()}" for photo in photos))


class Draft(NamedTuple):
    """A report to be. Texts are plain, *body* is Markdown; empty is what the source does not say.

    *date* is a ``tanggal`` as the reader of reports understands it, *publish_at* a ``terbit_pada`` (empty: the
    instant of the import). *fields* are further keys with their values as YAML (``pipeline.content.scalar``).
    *guesses* name keys whose values were guessed, *notes* what was not understood or left out, with where it stood.
    """

    origin: Origin
    title: str = ""
    date: str = ""
    library: str = ""
    body: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    photos: tuple[Attachment, ...] = ()
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()
    publish_at: str = ""


class Refusal(NamedTuple):
    """A source, or a part of one, that gives no draft, and why, as a sentence."""

    name: str
    reason: str


def _sum(*parts: str) -> str:
    return lettered(sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest())


_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def lettered(total: str) -> str:
    """Return a sum without digits: the rules for private data read whole files, and chance is no number."""
    return total.translate(_LETTERS)
