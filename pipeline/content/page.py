"""A free page: one file in ``content/pages/``, such as *Tentang kami*."""

import msgspec

from pipeline.content.found import Found
from pipeline.content.problem import Problem


class Page(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One free page, published at ``/<address>/``. *order* sorts the menu (0: not in the menu)."""

    address: str
    path: str
    title: str
    summary: str = ""
    order: int = 0


class ReadPage(msgspec.Struct, frozen=True):
    """What reading one page gave."""

    page: Page | None
    html: str = ""
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
