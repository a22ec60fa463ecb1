"""``content/site.toml``: one frozen, typed object, read once and handed down."""

import re
import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from pipeline.errors import ConfigError
from pipeline.language import CHECKED, N_, _, unchecked
from pipeline.platforms import hours
from pipeline.platforms.limits import LIMITS
from pipeline.safety.rules import SETS

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
    """What posts carry (``[sosial]``): *platform* in the order of the share kit.

    *utm* are the platforms whose links tell where a reader came from.
    """

    tagar: tuple[str, ...] = ()
    platform: tuple[str, ...] = (
        "whatsapp", "whatsapp-status", "facebook", "instagram", "tiktok", "telegram", "telegram-caption", "youtube",
        "x", "threads", "linkedin", "bluesky", "mastodon",
    )  # fmt: skip
    utm: tuple[str, ...] = ()


class Desks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which desks work (``[meja]``)."""

    site: bool = True
    social: bool = True
    photos: bool = True
    cards: bool = True
    search: bool = True
    posters: bool = True
    calendar: bool = True
    kit: bool = True
    press: bool = True
    advocacy: bool = True
    evidence: bool = True


class Photos(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What photos may be (``[foto]``): *megapiksel* is the most that is opened."""

    megapiksel: int = 40


LOOKS = ("koran", "jendela", "poster", "pita", "bingkai", "lapis")
"""The looks of cards, each a template ``templates/cards/<look>.svg``."""


class Cards(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cards (``[kartu]``): their looks, of which each library has one, two colours, and a logo in ``content/``."""

    gaya: tuple[str, ...] | str = LOOKS
    warna: tuple[str, ...] = ("#9a3412", "#1f4d3a")
    logo: str = ""

    @property
    def looks(self) -> tuple[str, ...]:
        """The looks to choose from."""
        return (self.gaya,) if isinstance(self.gaya, str) else self.gaya or LOOKS

    @property
    def colours(self) -> tuple[str, str]:
        """The first and the second colour."""
        first, second = self.warna
        return first, second


class Press(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Press releases (``[pers]``): how a dateline is written, and what stands in all of them.

    *dateline* may name ``{kota}``, ``{KOTA}``, ``{perpustakaan}`` and ``{tanggal}``. *program* tells of the programme,
    *kop* is a line below the letterhead's name, *narahubung* whom to ask where a library names nobody.
    """

    dateline: str = "{KOTA}, {perpustakaan} –"
    program: str = ""
    kop: str = ""
    narahubung: str = ""


LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODC-By-1.0": ("Open Data Commons Attribution 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "ODbL-1.0": ("Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
}
"""Licences of open data by their SPDX identifiers: what each is called, and where it stands."""


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Evidence (``[bukti]``): the licence of its data, and the columns of rows that are copied into other systems."""

    lisensi: str = "CC-BY-4.0"
    sim_kolom: tuple[str, ...] = ()


class Kit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Kits, cards and posters (``[kit]``): *sejak* spares older stories."""

    sejak: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a story that was published on *day* has a kit, cards and a poster."""
        return self.sejak is None or day >= self.sejak


class Safe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Private data (``[aman]``): which dated set of rules holds files back, and contacts that are meant for all."""

    aturan: str = SETS[0]
    umum: tuple[str, ...] = ()


class Terbit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place to publish to (``[terbit.NAMA]``): its *jenis*, and what that kind needs. No secret ever stands here.

    *websub* is the hub to tell after publishing; empty: ``umpan_hub``.
    """

    jenis: str = ""
    folder: str = ""
    alamat: str = ""
    ember: str = ""
    awalan: str = ""
    titik_akhir: str = ""
    wilayah: str = ""
    cabang: str = ""
    websub: str = ""


class Site(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of a newsroom. Keys are those of ``site.toml``; every one has a default."""

    nama: str = "Kabar Pustaka"
    url: str = "https://kabar-pustaka.example/"
    bahasa: str = "id"
    bahasa_uji: tuple[str, ...] = ()
    tema: str = ""
    slogan: str = ""
    tentang: str = ""
    penerbit: str = ""
    surel: str = ""
    umpan_hub: str = ""
    akun: Accounts = Accounts()
    sosial: Social = Social()
    meja: Desks = Desks()
    pers: Press = Press()
    bukti: Proof = Proof()
    kit: Kit = Kit()
    kartu: Cards = Cards()
    foto: Photos = Photos()
    kalender: hours.Settings = hours.Settings()
    aman: Safe = Safe()
    terbit: dict[str, Terbit] = {}

    def has_kit(self, day: date) -> bool:
        """Whether a story that was published on *day* has a share kit: it is made of posts, beside a page."""
        return self.meja.kit and self.meja.social and self.meja.site and self.kit.covers(day)

    @property
    def has_media_room(self) -> bool:
        """Whether the site has a room for journalists: whatever releases there are, for pages name it."""
        return self.meja.press and self.meja.site

    @property
    def has_evidence(self) -> bool:
        """Whether the site has pages of evidence."""
        return self.meja.evidence and self.meja.site

    @property
    def unchecked(self) -> bool:
        """Whether the pages speak a language whose texts nobody who speaks it has checked yet."""
        return self.bahasa not in CHECKED

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
    if faults := _secret(tree, text):
        raise ConfigError("\n".join(faults))
    if faults := _unknown(tree, Site, "", text):
        raise ConfigError("\n".join(faults))
    try:
        site = msgspec.convert(tree, Site)
    except msgspec.ValidationError as error:
        raise ConfigError(_wrong_type(str(error), text)) from None
    if fault := _fault(site):
        raise ConfigError(f"{PATH}:{_line(text, fault[0])}: {fault[1]}")
    return site


LONGEST = 200
"""Characters of the site's address: with a story's own they must fit into a post of 500 bytes."""

_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def fault(key: str, said: str, root: Path) -> str:
    """Return the line that says what is wrong with the setting *key* of the newsroom at *root*."""
    return f"{PATH}:{line(key, root)}: {said}"


def line(key: str, root: Path) -> int:
    """Return the number of the line in which the newsroom at *root* sets *key*, 1 where it does not."""
    path = root / PATH
    return _line(path.read_text("utf-8-sig"), key) if path.exists() else 1


def _fault(site: Site) -> tuple[str, str] | None:
    if found := _no_address(site):
        return found
    if not 1 <= site.foto.megapiksel <= 200:
        return "megapiksel", _("foto.megapiksel harus antara 1 dan 200, misalnya: megapiksel = 40")
    for look in site.kartu.looks:
        if look not in LOOKS:
            near = (get_close_matches(look, LOOKS, 1, 0.5) or LOOKS)[0]
            return "gaya", _('gaya kartu "{look}" tidak dikenal. Maksudnya {near}?').format(look=look, near=near)
    if len(site.kartu.warna) != 2 or not all(_COLOUR.fullmatch(colour) for colour in site.kartu.warna):
        return "warna", _('warna harus dua warna seperti ini: warna = ["#9a3412", "#1f4d3a"]')
    return (
        _not_published(site)
        or _not_posted(site)
        or _no_dateline(site)
        or _no_licence(site)
        or hours.fault(site.kalender)
        or _no_rules(site)
        or _not_spoken(site)
    )


def _no_rules(site: Site) -> tuple[str, str] | None:
    if site.aman.aturan in SETS:
        return None
    said = _('aturan "{value}" tidak ada. Pilih: {known}.')
    return "aturan", said.format(value=site.aman.aturan, known=", ".join(f'"{name}"' for name in SETS))


def _no_licence(site: Site) -> tuple[str, str] | None:
    value = site.bukti.lisensi
    if value not in LICENCES:
        near = (get_close_matches(value, LICENCES, 1, 0) or list(LICENCES))[0]
        said = _('lisensi "{value}" tidak dikenal. Maksudnya {near}? Pilih: {known}.')
        return "lisensi", said.format(value=value, near=near, known=", ".join(f'"{name}"' for name in LICENCES))
    for name in site.bukti.sim_kolom:
        if name not in COLUMNS:
            near = (get_close_matches(name, COLUMNS, 1, 0.5) or list(COLUMNS))[0]
            said = _('sim_kolom "{value}" tidak dikenal. Maksudnya {near}? Pilih: {known}.')
            return "sim_kolom", said.format(value=name, near=near, known=", ".join(f'"{one}"' for one in COLUMNS))
    return None


COLUMNS = (
    "perpustakaan", "wilayah", "provinsi", "kabupaten", "kecamatan", "desa", "tahun", "bulan", "strategi", "laporan",
    "kegiatan", "kehadiran", "laki-laki", "perempuan", "tidak-dirinci", "anak", "lansia", "disabilitas", "orang",
    "kerja-sama", "mitra", "biaya", "judul", "tautan",
)  # fmt: skip
"""What rows for other systems may tell, a row for each month and strategy of a library (``pipeline.evidence.sim``)."""

DATELINE = ("kota", "KOTA", "perpustakaan", "tanggal")
"""What a dateline may name."""


def _no_dateline(site: Site) -> tuple[str, str] | None:
    bare = re.sub(rf"\{{(?:{'|'.join(DATELINE)})\}}", "", site.pers.dateline)
    if not site.pers.dateline.strip() or "{" in bare or "}" in bare:
        said = _('dateline "{value}" tidak dapat dipakai. Tulis misalnya: dateline = "{example}"')
        return "dateline", said.format(value=site.pers.dateline, example=Press().dateline)
    return None


def _not_posted(site: Site) -> tuple[str, str] | None:
    for key, names in (("platform", site.sosial.platform), ("utm", site.sosial.utm)):
        for name in names:
            if name not in LIMITS:
                near = (get_close_matches(name, LIMITS, 1, 0.5) or list(LIMITS))[0]
                said = _('saluran "{name}" tidak dikenal. Maksudnya {near}?')
                return key, said.format(name=name, near=near)
    for name in site.sosial.utm:
        if name.startswith("whatsapp"):
            said = _('utm: tautan untuk {name} harus tetap pendek dan bersih; hapus "{name}" dari daftar utm.')
            return "utm", said.format(name=name)
    return None


def _not_spoken(site: Site) -> tuple[str, str] | None:
    for language in site.bahasa_uji:
        if language not in (*CHECKED, *unchecked()):
            said = _('bahasa_uji: terjemahan "{language}" tidak ada. Yang menunggu diperiksa penuturnya: {known}.')
            known = ", ".join(f'"{code}"' for code in unchecked())
            return "bahasa_uji", said.format(language=language, known=known)
    if site.bahasa in (*CHECKED, *site.bahasa_uji):
        return None
    if site.bahasa in unchecked():
        said = _(
            'terjemahan bahasa = "{language}" belum diperiksa penuturnya. '
            'Pilih "id" atau "en", atau terima apa adanya dengan baris: bahasa_uji = ["{language}"]'
        )
        return "bahasa", said.format(language=site.bahasa)
    return "bahasa", _('bahasa = "{language}" belum didukung. Pilih "id" atau "en".').format(language=site.bahasa)


def _no_address(site: Site) -> tuple[str, str] | None:
    if not site.url.startswith(("http://", "https://")):
        said = _('url = "{url}" bukan alamat web. Tulis lengkap, misalnya: url = "https://kabar.desa.id/"')
        return "url", said.format(url=site.url)
    if len(site.url) > LONGEST:
        said = _(
            "url terlalu panjang ({number} huruf): tautannya tidak akan muat dalam kiriman. Paling panjang {most}."
        )
        return "url", said.format(number=len(site.url), most=LONGEST)
    if site.umpan_hub and not site.umpan_hub.startswith(("http://", "https://")):
        said = _('umpan_hub = "{url}" bukan alamat web. Tulis lengkap, atau kosongkan: umpan_hub = ""')
        return "umpan_hub", said.format(url=site.umpan_hub)
    return None


KINDS: dict[str, str] = {"folder": "folder", "zip": "folder", "sftp": "alamat", "s3": "ember", "git": "alamat"}
"""Kinds of places to publish to, each with the key that it cannot do without."""

_SECRET = re.compile("sandi|rahasia|kunci|kata_?kunci|pass|secret|token|key|kredensial|credential", re.IGNORECASE)
_TARGET = re.compile("[a-z0-9][a-z0-9-]*")


def _secret(tree: dict[str, Any], text: str) -> list[str]:
    """Return a sentence for each key of ``[terbit.NAMA]`` that looks like a secret."""
    sections = tree.get("terbit")
    found: list[str] = []
    for name, section in sections.items() if isinstance(sections, dict) else ():
        for key, value in section.items() if isinstance(section, dict) else ():
            if _SECRET.search(key) or (isinstance(value, str) and re.match(r"[a-z0-9+]+://[^/@]*:[^/@]*@", value)):
                said = _(
                    "terbit.{name}.{key} memuat rahasia, padahal berkas ini dibaca orang lain. Hapus, dan ganti "
                    "sandinya. Tempatnya: agen SSH dan ~/.ssh (sftp), AWS_* atau ~/.aws (s3), penyimpan sandi "
                    "git (git); lihat docs/terbit.md"
                )
                found.append(f"{PATH}:{_line(text, key)}: {said.format(name=name, key=key)}")
    return found


def _not_published(site: Site) -> tuple[str, str] | None:
    for name, place in site.terbit.items():
        if not _TARGET.fullmatch(name):
            said = _('nama tujuan "{name}" hanya boleh huruf kecil, angka, dan tanda hubung: [terbit.situs]')
            return f'terbit."{name}', said.format(name=name)
        if place.jenis not in KINDS:
            near = (get_close_matches(place.jenis, KINDS, 1, 0.5) or list(KINDS))[0]
            said = _('jenis "{kind}" untuk tujuan {name} tidak dikenal. Tulis misalnya: jenis = "{near}"')
            return f"terbit.{name}", said.format(kind=place.jenis, name=name, near=near)
        needed = KINDS[place.jenis]
        if not getattr(place, needed):
            said = _('tujuan {name} belum lengkap: jenis "{kind}" memerlukan baris {key} = "…"; lihat docs/terbit.md')
            return f"terbit.{name}", said.format(name=name, kind=place.jenis, key=needed)
        if place.websub and not place.websub.startswith(("http://", "https://")):
            said = _('websub = "{url}" bukan alamat web. Tulis lengkap, atau kosongkan: websub = ""')
            return "websub", said.format(url=place.websub)
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
        elif isinstance(value, dict) and get_origin(hints[name]) is dict:
            kind = get_args(hints[name])[1]
            for key, part in value.items():
                if isinstance(part, dict):
                    found.extend(_unknown(part, kind, f"{prefix}{name}.{key}.", text))
    return found


_WANTED = {
    "`str | array`": N_('teks atau daftar, misalnya: {} = "koran"'),
    "`str`": N_('teks dalam tanda kutip, misalnya: {} = "…"'),
    "`int": N_("bilangan bulat, misalnya: {} = 7"),
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
