"""What can go wrong when something is fetched, each as one sentence that names the address.

    FetchError                  nothing came that can be used
    |-- AddressError            the address is not one that warta asks: its scheme, its port, a password in it
    |-- ForbiddenError          its name leads into a private network
    |-- UnreachableError        no such name, nobody answers, or not safely (TLS)
    |-- SlowError               it takes longer than it may
    |-- LargeError              it is larger than it may be
    |-- CutError                it ended before its end, or cannot be unpacked
    `-- RedirectError           it was sent on too often, or to nowhere

An answer with another status than 200 is no failure here: who asked decides what a 404 means.
"""

from pipeline.errors import WartaError


class FetchError(WartaError):
    """Nothing came that can be used. ``str()`` is a sentence for people."""


class AddressError(FetchError):
    """The address is not one that warta asks."""


class ForbiddenError(FetchError):
    """The name leads into a private network."""


class UnreachableError(FetchError):
    """No such name, nobody answers, or not safely."""


class SlowError(FetchError):
    """It takes longer than it may."""


class LargeError(FetchError):
    """It is larger than it may be."""


class CutError(FetchError):
    """It ended before its end, or cannot be unpacked."""


class RedirectError(FetchError):
    """It was sent on too often, or to nowhere."""
