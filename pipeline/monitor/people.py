"""People in public roles who may be looked for by name: ``[[tokoh]]`` in ``content/press/sumber.toml``."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError
from pipeline.language import _
from pipeline.monitor.names import Person
from pipeline.monitor.source import PATH

_KEYS = ("nama", "peran")


def load(root: Path) -> tuple[Person, ...]:
    """Return the people that the newsroom at *root* lists, in their order; nobody where there is no file.

    Raises ``ConfigError`` with a sentence for each thing that is wrong. What is wrong with the file as a whole is told
    by ``pipeline.monitor.source``, which is asked first.
    """
    try:
        text = (root / PATH).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    entries = tomllib.loads(text.replace("\r\n", "\n")).get("tokoh", [])
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*tokoh\s*\]\]", line)]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError(f"{PATH}:1: " + _("tulis setiap tokoh dengan dua kurung: [[tokoh]]"))
    faults = [
        f"{PATH}:{lines[number] if number < len(lines) else 1}: {said}"
        for number, entry in enumerate(entries)
        for said in _faults(entry)
    ]
    if faults:
        raise ConfigError("\n".join(faults))
    return tuple(Person(name=entry["nama"].strip(), role=entry.get("peran", "").strip()) for entry in entries)


def _faults(entry: dict[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if key not in _KEYS:
            yield _("kunci {key} tidak dikenal pada tokoh; yang ada: nama, peran.").format(key=key)
        elif not isinstance(value, str):
            yield _("{name} harus berupa {kind}.").format(name=key, kind=_("teks dalam tanda kutip"))
    name = entry.get("nama", "")
    if isinstance(name, str) and len(name.split()) < 2:
        yield _('tulis nama lengkap tokoh, paling sedikit dua kata: nama = "Hendra Wiratma"')
