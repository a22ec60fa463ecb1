"""The long run: ``python -m tests.fuzz --seconds 600``.

Ends with 1, and has told the smallest input it found, if any breaks a reader.
"""

import argparse
import itertools
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings

from tests.fuzz.targets import TARGETS, bounded

ROUND = 200
"""Inputs of one target before the next has its turn."""

PATIENCE = 2.0
"""Seconds of the processor's time for one input."""


def main() -> int:
    """Run all targets in turn until the time is up, then say how many inputs each had."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--seconds", type=float, default=600)
    asked.add_argument("--seed", type=int, default=0, help="begin with another round")
    given_ = asked.parse_args()
    until = time.monotonic() + given_.seconds
    counted: Counter[str] = Counter()
    faults: list[str] = []
    for number in itertools.count(given_.seed):
        for name in TARGETS:
            if time.monotonic() >= until:
                for target, count in sorted(counted.items()):
                    print(f"{target}: {count} inputs")  # noqa: T201  what it is run for
                print(f"{sum(counted.values())} inputs, {number - given_.seed} rounds, {len(faults)} faults")  # noqa: T201
                return 1 if faults else 0
            try:
                _round(name, number, counted)
            except Exception as error:  # noqa: BLE001  whatever a reader raises is what is looked for
                faults.append(name)
                notes = "\n".join(getattr(error, "__notes__", ()))
                print(f"{name}, round {number}: {type(error).__name__}: {error}\n{notes}", flush=True)  # noqa: T201
    return 0


def _round(name: str, number: int, counted: "Counter[str]") -> None:
    strategy, target = TARGETS[name]

    @seed(number)
    @settings(
        max_examples=ROUND, database=None, deadline=None, verbosity=Verbosity.normal, print_blob=False,
        suppress_health_check=[*HealthCheck], phases=[Phase.generate, Phase.shrink],
    )  # fmt: skip
    @given(strategy)
    def run(value: object) -> None:
        counted[name] += 1
        with bounded(PATIENCE):
            target(value)

    run()


if __name__ == "__main__":
    raise SystemExit(main())
