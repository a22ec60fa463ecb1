"""How warta asks: who it says it is, how long it waits, how much it takes, and where it never goes."""

import os
from typing import NamedTuple

from pipeline import __version__

LOCAL = "WARTA_LOKAL"
"""The environment variable that lets warta ask this computer and the office's own network (``1``).

No key of ``site.toml``: a newsroom's folder may come from anybody, and must not open the network of whoever builds it.
"""


class Policy(NamedTuple):
    """One way of asking. All times are seconds.

    *connect* for each address tried, *read* between two pieces of an answer, *total* for everything, from the name's
    look-up to the last byte. *most* bytes, unpacked. *local*: this computer and private networks may be asked, at any
    port. *certificates*: a file of authorities to trust instead of the usual ones.
    """

    agent: str
    connect: float = 8.0
    read: float = 15.0
    total: float = 30.0
    most: int = 15 * 2**20
    redirects: int = 5
    local: bool = False
    certificates: str = ""


def policy(site: str) -> Policy:
    """Return the policy of a newsroom whose site is at the address *site*; the environment says whether it is local."""
    return Policy(agent(site), local=os.environ.get(LOCAL) == "1")


def agent(site: str) -> str:
    """Return who we say we are, with where our owner can be found."""
    said = "".join(sign for sign in site if "!" <= sign <= "~" and sign not in "()")
    return f"WartaPustaka/{__version__} (+{said})"
