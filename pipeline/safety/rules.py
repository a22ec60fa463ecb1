"""Which rules hold a file back and which only warn, by dated set.

A newsroom says which set it goes by (``[aman] aturan`` in ``site.toml``): a program that learns new rules must not
hold back stories that were well yesterday. Rules younger than that set warn; those that protect children, and
numbers that name one person, hold at once.
"""

from typing import NamedTuple

from pipeline.safety.finding import HELD, Kind, Level
from pipeline.safety.numbers import IDENTITY

SETS = ("2026-11",)
"""All sets, oldest first. Without a word of the newsroom the first one counts."""

NEWEST = SETS[-1]
CHILDREN: frozenset[Kind] = frozenset(("anak", "anak-sensitif"))


class Rule(NamedTuple):
    """What a finding of one kind costs, and since which set."""

    level: Level
    since: str = SETS[0]


RULES: dict[Kind, Rule] = dict.fromkeys(HELD, Rule("hold"))
"""The kinds that hold; all others warn."""


def level(kind: Kind, chosen: str, rules: dict[Kind, Rule] = RULES) -> Level:
    """Return what a finding of *kind* costs in a newsroom that goes by the set *chosen*."""
    rule = rules.get(kind, Rule("warn"))
    if rule.level == "hold" and rule.since > chosen and kind not in IDENTITY | CHILDREN:
        return "warn"
    return rule.level
