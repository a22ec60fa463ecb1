"""The short run: always the same inputs, so that a test that passes passes again."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import TARGETS, TooSlowError, bounded

EXAMPLES = {"files": 120, "bodies": 80, "dates": 1_000, "bytes": 200, "persons": 200}
PATIENCE = 10.0
"""Seconds of the processor's time for one input: far more than the two of the long run, for tests run anywhere."""


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_reader(name):
    strategy, target = TARGETS[name]
    seen = []

    @settings(
        max_examples=EXAMPLES[name],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(strategy)
    def run(value):
        seen.append(1)
        with bounded(PATIENCE):
            target(value)

    run()
    assert len(seen) >= EXAMPLES[name] // 2


def test_what_takes_too_long_is_told():
    with pytest.raises(TooSlowError), bounded(0.05):
        re.fullmatch("(a+)+b", "a" * 64)
