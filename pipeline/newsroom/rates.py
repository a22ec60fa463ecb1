"""How often an address on the network may try something that is worth guessing."""

from collections import OrderedDict
from threading import Lock

KEPT = 10_000
"""Addresses that are remembered, the last ones."""


class Rates:
    """Lets each key do something *most* times in *seconds*, and then once in *seconds* / *most*."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._every = seconds / most
        self._free: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def allows(self, key: str, at: float) -> bool:
        """Whether *key* may go ahead at the instant *at*; if so, that counts."""
        with self._lock:
            start = max(self._free.pop(key, 0.0), at - self._most * self._every)
            allowed = start + self._every <= at
            self._free[key] = start + self._every if allowed else start
            while len(self._free) > KEPT:
                self._free.popitem(last=False)
            return allowed
