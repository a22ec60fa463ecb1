"""The row of Lighthouse: which pages of the sample newsroom it scores, and what is said where it cannot."""

from bench import sample as row
from bench import table


def test_home_and_a_story_with_a_photo_are_scored(sample):
    site = sample.output / "site"
    home, story = row.pages(site).values()
    assert (site / home / "index.html").is_file()
    assert '<figure class="photo' in (site / story / "index.html").read_text("utf-8")


def test_scores_stand_in_one_line_and_so_does_why_there_are_none():
    assert list(table.lighthouse({"home": 99.6, "a story": 98.0})) == [
        "Lighthouse, performance, our sample  home 100 of 100, a story 98 of 100"
    ]
    assert list(table.lighthouse("not here: chromium")) == [
        "Lighthouse, performance, our sample  left out, not here: chromium"
    ]
