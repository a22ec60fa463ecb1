"""One story of the archive: everything that both newsrooms are told of it."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bench import prose, words
from bench.library import Library

FIRST = date(2020, 1, 1)
DAYS = 1_827
"""Five years to the end of 2024: in the past by every clock that runs this."""


class Quote(NamedTuple):
    """What somebody said."""

    text: str
    name: str
    role: str


class Participants(NamedTuple):
    """How many came; counts that would point at single people are not given (*children*: 0 or at least 5)."""

    total: int
    men: int
    women: int
    children: int


class Story(NamedTuple):
    """One story. *hour* is that of its publication, on its own day, in the zone of *library*."""

    number: int
    slug: str
    title: str
    day: date
    hour: int
    minute: int
    library: Library
    strategy: str
    topics: tuple[str, ...]
    summary: str
    author: str
    place: str
    participants: Participants | None
    partners: tuple[str, ...]
    quote: Quote | None
    body: str

    @property
    def month(self) -> str:
        """The folder of its month, ``2023/05``."""
        return f"{self.day:%Y/%m}"

    @property
    def address(self) -> str:
        """Where it is published, ``2023/05/kelas-komputer-12``."""
        return f"{self.month}/{self.slug}"


def story(seed: int, number: int, total: int, libraries: list[Library]) -> Story:
    """Return story *number* of *total*; those beyond the last are of the last day."""
    chance = Random(f"{seed}/story/{number}")
    library = chance.choice(libraries)
    title = f"{chance.choice(words.TITLES)} di {library.village} {chance.choice(words.ENDINGS)}"
    quote = _quote(chance) if chance.random() < 0.4 else None
    spoken = quote.text if quote and chance.random() < 0.5 else ""
    return Story(
        number=number,
        slug=f"{title.lower().replace(' ', '-')}-{number}",
        title=title,
        day=FIRST + timedelta(days=min(number * DAYS // total, DAYS - 1)),
        hour=23 if number >= total else chance.randint(7, 20),
        minute=chance.randint(0, 59),
        library=library,
        strategy=chance.choice(words.STRATEGIES),
        topics=tuple(chance.sample(words.TOPICS, chance.randint(1, 4))),
        summary=f"{prose.sentence(chance)} {prose.sentence(chance)}",
        author=f"Pengelola {library.name}",
        place=f"{chance.choice(words.PLACES).removeprefix('di ').capitalize()}, Desa {library.village}",
        participants=_participants(chance) if chance.random() < 0.8 else None,
        partners=tuple(f"{name} {library.village}" for name in chance.sample(words.PARTNERS, chance.randint(0, 2))),
        quote=quote,
        body=prose.body(chance, spoken, f"https://contoh.example/kabar/{number}"),
    )


def _quote(chance: Random) -> Quote:
    return Quote(chance.choice(words.QUOTES), f"Ibu {chance.choice(words.INITIALS)}.", chance.choice(words.ROLES))


def _participants(chance: Random) -> Participants:
    men, women = chance.randint(5, 40), chance.randint(5, 60)
    return Participants(men + women, men, women, chance.choice((0, 0, 5, 8, 10)))
