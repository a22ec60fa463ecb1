"""Keys: two outputs with the same key have the same bytes, so the second need not be made."""

from collections.abc import Iterable
from hashlib import blake2b
from struct import pack, unpack
from zlib import crc32

import msgspec

from pipeline.build.output import View

DIGEST = 16
_encode = msgspec.json.Encoder(order="deterministic").encode


def digest(data: bytes) -> str:
    """Return the name of *data*: 32 hexadecimal digits."""
    return blake2b(data, digest_size=DIGEST).hexdigest()


def canonical(view: View) -> bytes:
    """Return the one way in which *view* is written down."""
    return _encode(view)


def key(view: bytes, fingerprint: str, made: Iterable[str] = ()) -> bytes:
    """Return the key of an output.

    *view* is canonical, *fingerprint* that of its renderer and templates, *made* the keys (hexadecimal) of the outputs
    it refers to, in the order in which it names them.
    """
    state = blake2b(view, digest_size=DIGEST)
    state.update(fingerprint.encode())
    for other in made:
        state.update(other.encode())
    return state.digest()


class Parts:
    """Small sums of every part of a view, kept only to tell people which input changed."""

    def __init__(self) -> None:
        self._shared: dict[int, tuple[View, tuple[int, ...]]] = {}

    def sums(self, view: View) -> bytes:
        """Return the sums of *view*'s parts, in the order of ``labels``."""
        found = self._sums(view)
        return pack(f"<{len(found)}I", *found)

    def _sums(self, view: View) -> list[int]:
        found: list[int] = []
        for name in view.__struct_fields__:
            value = getattr(view, name)
            if isinstance(value, View):
                found.extend(self._once(value))
            else:
                found.append(crc32(_encode(value)))
        return found

    def _once(self, view: View) -> tuple[int, ...]:
        """Sum up a view inside views once: the frame of a site is the same object on every page."""
        known = self._shared.get(id(view))
        if known is None or known[0] is not view:
            if len(self._shared) > 64:
                self._shared.clear()
            known = self._shared[id(view)] = (view, tuple(self._sums(view)))
        return known[1]


def labels(view: View) -> list[str]:
    """Return the names, for people, of *view*'s parts."""
    found: list[str] = []
    for name in view.__struct_fields__:
        value = getattr(view, name)
        if isinstance(value, View):
            found.extend(labels(value))
        else:
            found.append(type(view).INPUTS.get(name, name))
    return found


def changed(view: View, before: bytes, after: bytes) -> list[str]:
    """Return the names of *view*'s parts whose sums differ; empty where the two cannot be compared."""
    if len(before) != len(after):
        return []
    old, new = (unpack(f"<{len(sums) // 4}I", sums) for sums in (before, after))
    names = [label for label, a, b in zip(labels(view), old, new, strict=False) if a != b]
    return list(dict.fromkeys(names))
