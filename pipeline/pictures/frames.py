"""How the darkroom and its processes speak: frames of bytes with their length before them."""

from typing import IO

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


def write(stream: IO[bytes], data: bytes) -> None:
    """Send one frame."""
    stream.write(len(data).to_bytes(8, "big"))
    stream.write(data)
    stream.flush()


def read(stream: IO[bytes], most: int = 2**32) -> bytes | None:
    """Return the next frame, ``None`` where the other side has ended, or would send more than *most* bytes."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    data = stream.read(length) if length <= most else b""
    return data if len(data) == length else None
