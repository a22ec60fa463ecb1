"""The libraries of the archive: made-up villages in real regencies, with district numbers that are not assigned."""

from random import Random
from typing import NamedTuple

from bench import words
from pipeline import regions

PHONE = "0800-000-0001"
"""Of every library: a number that is not given out."""


class Library(NamedTuple):
    """One library. *code* is its village's, *zone* WIB, WITA or WIT; *regency* and *province* are codes."""

    slug: str
    name: str
    code: str
    village: str
    regency: str
    province: str
    zone: str
    about: str

    @property
    def regency_name(self) -> str:
        """As in a sentence: ``Kabupaten Bandung``."""
        return _name(self.regency)

    @property
    def province_name(self) -> str:
        """As in a sentence: ``Jawa Barat``."""
        return _name(self.province)

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"Samping Balai Desa {self.village}, {self.regency_name}"

    @property
    def email(self) -> str:
        """Its address for letters, which nobody has."""
        return f"{self.slug}@kabar-ukur.example"

    @property
    def hours(self) -> str:
        """When it is open, in two sentences."""
        return (
            f"Buka Senin sampai Sabtu, pukul 09.00–16.00 {self.zone}. "
            "Siapa saja boleh datang, membaca, dan meminjam tanpa biaya."
        )


def _name(code: str) -> str:
    found = regions.region(code)
    return found.name if found else code


def libraries(seed: int, count: int) -> list[Library]:
    """Return *count* libraries, spread over all provinces as chance has it; the same *seed* gives the same."""
    chance = Random(f"{seed}/libraries")
    names = [f"{start}{end}" for start in words.NAME_STARTS for end in words.NAME_ENDS]
    chance.shuffle(names)
    towns = [town.code for province in regions.provinces() for town in regions.regencies(province.code)]
    chance.shuffle(towns)
    return [_library(names, towns[number % len(towns)], number) for number in range(count)]


def _library(names: list[str], regency: str, number: int) -> Library:
    # More libraries than names: the second round of names bears a direction, as real villages do.
    sides = ("", " Utara", " Selatan", " Timur", " Barat")
    village = names[number % len(names)] + sides[number // len(names)]
    name = f"Perpustakaan Desa {village}"
    province = regions.province_of(regency)
    about = (
        f"{name} adalah perpustakaan rekaan untuk mengukur kecepatan. Ruang bacanya buka enam hari dalam sepekan, "
        f"dengan {300 + number * 7 % 900} judul buku, dua komputer, dan sebuah kebun belajar."
    )
    return Library(
        slug=name.lower().replace(" ", "-"),
        name=name,
        code=f"{regency}.99.{2001 + number % 999}",
        village=village,
        regency=regency,
        province=province,
        zone=regions.zone_of(regency),
        about=about,
    )
