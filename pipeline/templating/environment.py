"""The Jinja environment: undefined names are errors, HTML and XML are escaped, stories are never templates."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from zlib import crc32

from pipeline.errors import RenderError
from pipeline.language import _, catalogue, texts

if TYPE_CHECKING:
    from jinja2 import Environment

_RELATIVE = re.compile(r'(<[a-z][^>]*? (?:href|src)=")(?![a-z][a-z0-9+.-]*:)([^"]*)')
_ROOTED = re.compile(r'(<[a-z][^>]*? (?:href|src)=")/(?!/)')


@lru_cache(8)
def environment(
    searched: tuple[str, ...],
    language: str,
    compiled: str = "",
    edition: str = "",  # noqa: ARG001  it is there for the cache
) -> "Environment":
    """Return the environment over the folders *searched*, speaking *language* (``id``, ``jv``).

    *compiled* is a folder for compiled templates, kept by the hash of their source. *edition* stands for what the
    templates say: an environment reads each of them once, so other templates need another one.
    """
    from jinja2 import (  # noqa: PLC0415  start-up counts
        Environment,
        FileSystemBytecodeCache,
        FileSystemLoader,
        StrictUndefined,
        select_autoescape,
    )

    from pipeline.templating.translated import Translated  # noqa: PLC0415  it imports Jinja

    env = Environment(
        loader=FileSystemLoader(list(searched), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=FileSystemBytecodeCache(compiled, f"{_edition(language)}-%s.cache") if compiled else None,
        extensions=[Translated],
    )
    env.extend(catalogue=texts(language))
    env.filters.update(_filters(language))
    return env


def fill(options: Mapping[str, Any], language: str, name: str, values: dict[str, Any]) -> str:
    """Return the template *name* filled with *values*; *options* tell where templates are, and where compiled ones.

    Raises ``RenderError`` where a template does not compile or is missing: whatever page asked for it, it is not to
    blame.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError  # noqa: PLC0415  start-up counts

    env = environment(options["templates"], language, options["compiled"], options["edition"])
    try:
        return env.get_template(name).render(**values)
    except TemplateSyntaxError as error:
        raise RenderError(f"templates/{error.name or name}:{error.lineno}: {error.message}") from None
    except TemplateNotFound as error:
        said = _("templates/{name} memakai {missing}, yang tidak ada")
        raise RenderError(said.format(name=name, missing=error.name)) from None


def _edition(language: str) -> str:
    """Return a name for the texts of *language*: they are compiled into the templates."""
    path = catalogue(language)
    return language if path is None else f"{language}{crc32(path.read_bytes()):08x}"


def _filters(language: str) -> dict[str, Any]:
    from pipeline.templating import dates  # noqa: PLC0415  start-up counts

    return {
        "hari_iso": date.fromisoformat,
        "tanggal": lambda day: dates.short_date(day, language),
        "hari_tanggal": lambda day: dates.long_date(day, language),
        "angka": lambda number: dates.number(number, language),
        "bulan": lambda month: dates.month_name(int(month[:4]), int(month[5:7]), language),
        "rfc822": dates.rfc822,
        "rfc3339": dates.rfc3339,
        "hari": dates.local_day,
        "jam": lambda moment, zone: dates.clock(moment.clock, moment.zone or zone, language) if moment.clock else "",
        "berakar": rooted,
        "lokal": dates.territory,
        "bahasa": dates.native,
    }


def rooted(html: str, root: str) -> str:
    """Return *html* with links that begin with ``/`` made to begin with *root* (``../../`` or a base address)."""
    return _ROOTED.sub(rf"\1{root}", html) if '="/' in html else html


def absolute(html: str, page: str) -> str:
    """Return *html* with links that start from the address *page* made absolute, those within the page too."""
    return _RELATIVE.sub(lambda found: f"{found[1]}{escape(urljoin(page, unescape(found[2])))}", html)
