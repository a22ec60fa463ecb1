"""A picture that a page names for others to show: in link previews, search results and feeds."""

import msgspec


class Plate(msgspec.Struct, frozen=True):
    """One picture: its address below the site's root, its size in pixels, and what is to be seen (plain text)."""

    address: str
    width: int
    height: int
    alt: str
