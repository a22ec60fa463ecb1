"""One piece of a text that may harm somebody when it is published."""

from typing import Literal, NamedTuple

Kind = Literal[
    "nik", "kk", "npwp", "nip", "nisn", "bpjs", "akta", "paspor", "sim", "plat", "kartu",
    "telepon", "surel", "rekening",
    "rt-rw", "alamat", "koordinat",
    "kesehatan", "hukum", "ekonomi",
    "anak", "anak-sensitif",
]  # fmt: skip
"""What it is: an identity number, a way to reach somebody, where somebody lives, what the law calls specific personal
data (UU 27/2022, article 4), or a child."""

Level = Literal["hold", "warn"]

HELD: frozenset[Kind] = frozenset((
    "nik", "kk", "npwp", "nip", "nisn", "bpjs", "akta", "paspor", "sim", "plat", "kartu",
    "telepon", "surel", "rekening", "anak", "anak-sensitif",
))  # fmt: skip
"""Kinds that hold a story back by themselves."""


class Finding(NamedTuple):
    """A piece of a text: its *kind*, where it stands (*start* to *end*), and what it says."""

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def level(self) -> Level:
        """Whether it holds the story back, or a human should look."""
        return "hold" if self.kind in HELD else "warn"
