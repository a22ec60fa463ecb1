"""``content/site.toml``: one frozen, typed object, read once and handed down."""

import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from pipeline.errors import ConfigError
from pipeline.language import N_, _

PATH = "content/site.toml"


class Accounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The newsroom's own accounts (``[akun]``); empty where there is none."""

    instagram: str = ""
    facebook: str = ""
    x: str = ""
    telegram: str = ""
    whatsapp: str = ""
    threads: str = ""
    bluesky: str = ""
    mastodon: str = ""


class Social(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What posts carry (``[sosial]``)."""

    tagar: tuple[str, ...] = ()
    platform: tuple[str, ...] = (
        "whatsapp", "whatsapp-status", "facebook", "instagram", "x", "telegram", "telegram-caption",
    )  # fmt: skip


class Desks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which desks work (``[meja]``)."""

    site: bool = True
    social: bool = True


class Kit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kits and cards (``[kit]``): *sejak* spares older stories."""

    sejak: date | None = None


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a newsroom. Keys are those of ``site.toml``; every one has a default."""

    nama: str = "Kabar Pustaka"
    url: str = "https://kabar-pustaka.example/"
    bahasa: str = "id"
    slogan: str = ""
    tentang: str = ""
    penerbit: str = ""
    surel: str = ""
    akun: Accounts = Accounts()
    sosial: Social = Social()
    meja: Desks = Desks()
    kit: Kit = Kit()

    @property
    def base(self) -> str:
        """The address of the published site, with a slash at its end."""
        return self.url if self.url.endswith("/") else f"{self.url}/"


def load(root: Path) -> Site:
    """Read ``content/site.toml`` below *root*; without the file everything has its default.

    Raises ``ConfigError`` with one sentence for each thing that is wrong.
    """
    path = root / PATH
    if not path.exists():
        return Site()
    try:
        tree = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(
            f"{PATH}:{_line_of(error)}: " + _("tidak dapat dibaca: {error}").format(error=error)
        ) from None
    text = path.read_text("utf-8-sig")
    if faults := _unknown(tree, Site, "", text):
        raise ConfigError("\n".join(faults))
    try:
        site = msgspec.convert(tree, Site)
    except msgspec.ValidationError as error:
        raise ConfigError(_wrong_type(str(error), text)) from None
    if fault := _fault(site):
        raise ConfigError(f"{PATH}:{_line(text, fault[0])}: {fault[1]}")
    return site


def _fault(site: Site) -> tuple[str, str] | None:
    if not site.url.startswith(("http://", "https://")):
        return (
            "url",
            _('url = "{url}" bukan alamat web. Tulis lengkap, misalnya: url = "https://kabar.desa.id/"').format(
                url=site.url
            ),
        )
    if site.bahasa not in ("id", "en"):
        return "bahasa", _('bahasa = "{language}" belum didukung. Pilih "id" atau "en".').format(language=site.bahasa)
    return None


def _unknown(tree: dict[str, Any], kind: type, prefix: str, text: str) -> list[str]:
    """Return a sentence for every key of *tree* that *kind* does not have, with the nearest that it has."""
    hints = get_type_hints(kind)
    found: list[str] = []
    for name, value in tree.items():
        if name not in hints:
            near = get_close_matches(name, hints, 1, 0.5) or list(hints)[:1]
            said = _("kunci {key} tidak dikenal. Maksudnya {near}?").format(key=prefix + name, near=prefix + near[0])
            found.append(f"{PATH}:{_line(text, name)}: {said}")
        elif isinstance(value, dict) and isinstance(hints[name], type) and issubclass(hints[name], msgspec.Struct):
            found.extend(_unknown(value, hints[name], f"{prefix}{name}.", text))
    return found


_WANTED = {
    "`str`": N_('teks dalam tanda kutip, misalnya: {} = "…"'),
    "`bool`": N_("true atau false, tanpa tanda kutip"),
    "`array`": N_('daftar, misalnya: {} = ["…", "…"]'),
    "`date": N_("tanggal, misalnya: {} = 2025-01-01"),
    "`object`": N_("bagian tersendiri, misalnya: [{}]"),
}


def _wrong_type(message: str, text: str) -> str:
    """Turn msgspec's ``Expected `str`, got `int` - at `$.nama``` into a sentence."""
    what, _at, where = message.partition(" - at `$.")
    name = where.rstrip("`") or "?"
    kind = next((sentence for sign, sentence in _WANTED.items() if f"Expected {sign}" in what), N_("nilai lain"))
    last = name.rpartition(".")[2].partition("[")[0]
    said = _("{name} harus berupa {kind}.").format(name=name, kind=_(kind).format(last))
    return f"{PATH}:{_line(text, last)}: {said}"


def _line(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip(" []\"'") == key:
            return number
    return 1


def _line_of(error: Exception) -> int:
    """Return the line that tomllib names in its message, 1 where it names none."""
    _, _, rest = str(error).partition("(at line ")
    number = rest.split(",")[0]
    return int(number) if number.isdigit() else 1
