"""Support: one line of the ledger of what a library asked for, and what was promised, given or refused.

Lines come from reports (``permintaan``, ``dukungan``) and from files in ``content/dukungan/``.
"""

from datetime import date
from typing import Literal

import msgspec

Form = Literal["", "material", "nonmaterial"]
"""Money and goods, or people's time, rules and chances; empty where nobody said."""

State = Literal["diminta", "dijanjikan", "diterima", "ditolak"]
STATES: tuple[State, ...] = ("diminta", "dijanjikan", "diterima", "ditolak")
"""In the order in which one follows another."""


class Support(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one line says.

    *what* is asked for or given, *party* the institution that is asked or gives; of an *anonymous* one the name is not
    kept. *value* is in rupiah, *amount* in words (``3 unit``). *due* is the last day by which it is asked for or
    promised. *matter* is ``<kode>`` or ``<library>/<kode>``, empty where the line stands for itself. *thanks* tells
    what it brought about. *day* is that of *status* where only one day was written (``tanggal``).
    """

    what: str = ""
    party: str = ""
    anonymous: bool = False
    form: Form = ""
    value: int | None = None
    amount: str = ""
    status: State = "diminta"
    day: date | None = None
    asked: date | None = None
    promised: date | None = None
    received: date | None = None
    refused: date | None = None
    due: date | None = None
    matter: str = ""
    reason: str = ""
    thanks: str = ""

    def on(self, state: State) -> date | None:
        """Return the day on which it was asked for, promised, received or refused, where the line says it."""
        days = {
            "diminta": self.asked, "dijanjikan": self.promised, "diterima": self.received, "ditolak": self.refused,
        }  # fmt: skip
        return days[state] or (self.day if state == self.status else None)


class SupportFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One file in ``content/dukungan/``: *address* is its name as a slug, *stories* addresses of what tells of it."""

    address: str
    path: str
    library: str
    support: Support
    stories: tuple[str, ...] = ()
    sample: bool = False


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the ledger in its place.

    *library* is the slug of whom the support is for, *region* the code of that library's area (empty where unknown),
    *source* the path of the file that says it, and *number* its place there. *day* is the day of the source where it
    has one, for lines without days of their own. *stories* are addresses of stories that tell of it. *key* is the
    matter to which the line belongs, ``<library>/<kode>``.
    """

    support: Support
    library: str
    source: str
    key: str
    number: int = 0
    region: str = ""
    day: date | None = None
    stories: tuple[str, ...] = ()
    sample: bool = False

    @property
    def story(self) -> str:
        """The address of the first story that tells of it, empty where none does."""
        return self.stories[0] if self.stories else ""

    def on(self, state: State) -> date | None:
        """Return the day of *state* as the line says it; of its own status, else the day of its source."""
        return self.support.on(state) or (self.day if state == self.support.status else None)

    @property
    def when(self) -> date:
        """The day from which its status holds; the first of all days where nobody said one."""
        return self.on(self.support.status) or date.min
