"""The match: what an item speaks of, how sure that is, and why."""

from typing import Literal

import msgspec

Rule = Literal[
    "nama", "inti", "desa", "kecamatan", "kabupaten", "provinsi", "wilayah", "media", "judul", "tanggal", "tokoh",
    "peran", "perpustakaan", "langka", "tempat-lain", "media-lain", "kecamatan-lain", "hal-lain",
]  # fmt: skip
"""What spoke for it (or against it), in the newsroom's words; ``docs/decisions/matching.md`` tells each."""


class Reason(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One rule that applied: the *words* of the item, *at* which sign of its title (or of its summary) they stand.

    *weight* is what the rule added to the score; a few take away. Rules about outlet and date have no place.
    """

    rule: Rule
    words: str
    weight: float
    at: int = -1
    title: bool = True


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """One thing spoken of: a library (slug), a story (address), a person (name) or a region (code)."""

    kind: Literal["perpustakaan", "berita", "tokoh", "wilayah"]
    name: str
    score: float
    why: tuple[Reason, ...]


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What an item speaks of, surest first; *score* (0 to 1) is that of the surest."""

    score: float
    targets: tuple[Target, ...]

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the names of the targets of *kind*, surest first."""
        return tuple(target.name for target in self.targets if target.kind == kind)

    @property
    def libraries(self) -> tuple[str, ...]:
        """Slugs of libraries."""
        return self.of("perpustakaan")

    @property
    def stories(self) -> tuple[str, ...]:
        """Addresses of stories."""
        return self.of("berita")
