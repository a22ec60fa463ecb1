"""What was left out of a body, so that its writer can be told."""

from typing import Literal, NamedTuple

Kind = Literal["tag", "link", "attribute", "image", "too-complex"]


class Dropped(NamedTuple):
    """One thing left out. *line* counts from 1 in the body (best effort).

    *what* names it: ``<script>`` for a tag, ``javascript:`` or the address for a link, ``onerror`` for an attribute,
    the file for an image; for ``too-complex`` what there is too much of.
    """

    line: int
    kind: Kind
    what: str
