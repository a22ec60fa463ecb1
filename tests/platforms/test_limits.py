"""The table of platforms: every row is complete, has its template, and names its source."""

from datetime import date

import pytest

from pipeline.config import Social
from pipeline.platforms.limits import LIMITS
from pipeline.templating.folders import bundled

TEMPLATES = bundled("templates") / "social"


@pytest.mark.parametrize("platform", LIMITS)
def test_every_platform_has_a_template_a_name_and_a_source(platform):
    row = LIMITS[platform]

    assert (TEMPLATES / f"{platform}.txt").is_file()
    assert row.name
    assert row.source
    assert row.checked >= date(2026, 11, 1)
    assert not row.intent or row.intent.startswith("https://")


def test_every_template_belongs_to_a_platform():
    assert {path.stem for path in TEMPLATES.iterdir()} == {*LIMITS, "own", "thread", "comment", "correction"}


def test_all_are_posted_to_unless_told_otherwise_whatsapp_first():
    assert sorted(Social().platform) == sorted(LIMITS)
    assert Social().platform[0] == "whatsapp"
