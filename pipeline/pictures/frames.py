"""What the darkroom asks of its processes."""

import msgspec


class Request(msgspec.Struct):
    """A photo to open (its bytes are the next frame): what it is called, and what it may cost.

    *most* pixels, *memory* bytes of address space, *seconds* of work; *keep*: a clean copy is wanted.
    """

    file: str
    most: int
    memory: int
    seconds: int
    keep: bool
