"""The Jinja environment: undefined names are errors, HTML and XML are escaped, stories are never templates."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.language import LOCALES

if TYPE_CHECKING:
    from jinja2 import Environment

_ROOTED = re.compile(r'(<[a-z][^>]*? (?:href|src)=")/(?!/)')


@cache
def environment(searched: tuple[str, ...], language: str, compiled: str = "") -> "Environment":
    """Return the environment over the folders *searched*, speaking *language* (``id`` or ``en``).

    *compiled* is a folder for compiled templates, kept by the hash of their source.
    """
    from jinja2 import (  # noqa: PLC0415  start-up counts
        Environment,
        FileSystemBytecodeCache,
        FileSystemLoader,
        StrictUndefined,
        select_autoescape,
    )

    env = Environment(
        loader=FileSystemLoader(list(searched), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=FileSystemBytecodeCache(compiled) if compiled else None,
        extensions=["jinja2.ext.i18n"],
    )
    _translate(env, language)
    env.filters.update(_filters(language))
    return env


def _translate(env: Any, language: str) -> None:  # noqa: ANN401  install_* come with the extension
    import gettext  # noqa: PLC0415  start-up counts

    catalogue = gettext.translation("warta", LOCALES, languages=[language], fallback=True)
    env.install_gettext_translations(catalogue, newstyle=True)


def _filters(language: str) -> dict[str, Any]:
    from pipeline.templating import dates  # noqa: PLC0415  start-up counts

    return {
        "tanggal": lambda day: dates.short_date(day, language),
        "hari_tanggal": lambda day: dates.long_date(day, language),
        "angka": lambda number: dates.number(number, language),
        "bulan": lambda month: dates.month_name(int(month[:4]), int(month[5:7]), language),
        "rfc822": dates.rfc822,
        "rfc3339": dates.rfc3339,
        "hari": dates.local_day,
        "jam": lambda moment, zone: dates.clock(moment.clock, moment.zone or zone, language) if moment.clock else "",
        "berakar": rooted,
    }


def rooted(html: str, root: str) -> str:
    """Return *html* with links that begin with ``/`` made to begin with *root* (``../../`` or a base address)."""
    return _ROOTED.sub(rf"\1{root}", html) if '="/' in html else html
