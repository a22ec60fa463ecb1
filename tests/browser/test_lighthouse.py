"""Lighthouse, as a telephone, gives full marks for accessibility, good practice and what search engines need."""

import pytest

from bench.lighthouse import scores

pytestmark = pytest.mark.browser

KINDS = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize("kind", ["home", "story with photos"])
def test_full_marks(at_the_top, kind):
    """At the top of a host, where search engines look for ``robots.txt``."""
    found = scores(at_the_top.at(at_the_top.kinds()[kind]), kinds=KINDS)

    assert found.marks == dict.fromkeys(KINDS, 100), found.lost
