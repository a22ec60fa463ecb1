"""What events and stories add up to.

Only numbers that may stand on a story's own page are ever added (``pipeline.archive.privacy``), so that no sum tells
more than the pages do, whatever is subtracted from whatever.
"""

from collections.abc import Iterable

import msgspec


class Sums(msgspec.Struct, frozen=True, omit_defaults=True):
    """Numbers that add up: those of any parts of a whole, added, are those of the whole.

    *stories* are reports, *events* the activities that they tell of, each once. *came* are attendances of the
    *counted* events that say how many came: whoever came three times counts three times. *men* and *women* are those
    of *came* of whom that is told, in ``…_in`` events; *split* are those of both, and *split_women* the women among
    them, of events that tell both: only these make a share. *children*, *elderly*, *disabled* are of the ``…_in``
    events that tell them, and overlap. *people* are distinct people, of the *people_in* events where a report states
    them with its source. *ties* count a partner once for each event. *cost* is in rupiah, of the *costed* events;
    *cost_of_came* is that of the *costed_in* which also say how many came, *costed_came*. The survey's answers: of
    *surveyed* events, how many agreed and ``…_of`` how many who answered.
    """

    stories: int = 0
    events: int = 0
    counted: int = 0
    came: int = 0
    split: int = 0
    split_women: int = 0
    men: int = 0
    men_in: int = 0
    women: int = 0
    women_in: int = 0
    children: int = 0
    children_in: int = 0
    elderly: int = 0
    elderly_in: int = 0
    disabled: int = 0
    disabled_in: int = 0
    people: int = 0
    people_in: int = 0
    ties: int = 0
    cost: int = 0
    costed: int = 0
    costed_in: int = 0
    costed_came: int = 0
    cost_of_came: int = 0
    surveyed: int = 0
    knowledge: int = 0
    knowledge_of: int = 0
    confidence: int = 0
    confidence_of: int = 0
    application: int = 0
    application_of: int = 0
    awareness: int = 0
    awareness_of: int = 0

    @property
    def unsplit(self) -> int:
        """Attendances of whom nobody says, or may say, whether they are men or women."""
        return self.came - self.men - self.women

    def __add__(self, other: "Sums") -> "Sums":
        return total((self, other))


NOTHING = Sums()

Adds = tuple[tuple[int, int], ...]
"""What something adds: pairs of the place of a field in ``Sums``, and a number. Most add to few fields."""

PLACES = {name: place for place, name in enumerate(Sums.__struct_fields__)}

_fields = msgspec.structs.astuple


def adds(**numbers: int) -> Adds:
    """Return *numbers*, by the names of fields of ``Sums``, as what they add; zeros add nothing."""
    return tuple((PLACES[name], number) for name, number in numbers.items() if number)


def added(parts: Iterable[Adds]) -> Sums:
    """Return what *parts* add up to."""
    row = [0] * len(PLACES)
    for part in parts:
        for place, number in part:
            row[place] += number
    return Sums(*row)


def total(parts: Iterable[Sums]) -> Sums:
    """Return what *parts* add up to."""
    return Sums(*map(sum, zip(_fields(NOTHING), *map(_fields, parts), strict=True)))
