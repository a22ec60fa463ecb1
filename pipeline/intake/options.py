"""What was asked for beside the sources, by those readers that can be asked."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipeline.intake.chatdates import Order


class Options(NamedTuple):
    """*since*, *until* and *senders* choose messages of a chat, *order* tells how its dates are to be read.

    *mapping* is the file that says which column is which key (none: the newsroom's own); a *trial* writes none.
    """

    since: date | None = None
    until: date | None = None
    senders: tuple[str, ...] = ()
    order: Order | None = None
    mapping: Path | None = None
    trial: bool = False
