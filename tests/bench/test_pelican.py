"""Pelican's site of the benchmark: the same stories at the same addresses, with the same facts."""

import html
import re
from importlib.util import find_spec

import feedparser
import pytest

from bench.archive import archive, write
from bench.measure import CommandError, run
from bench.tool import Pelican
from pipeline.desks.site import naming

pytestmark = pytest.mark.skipif(
    find_spec("pelican") is None, reason="Pelican is not installed: pip install 'warta-pustaka[bench]'"
)
MADE = archive(20, homes=20)


def _site(folder):
    write(folder, MADE)
    tool = Pelican(folder / "pelican")
    _built(tool)
    return tool


def _built(tool):
    return run(tool.command, tool.root, environment=tool.environment)


def _page(tool, address):
    return html.unescape((tool.output / address / "index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of twenty stories, built once for the tests that only look at it."""
    return _site(tmp_path_factory.mktemp("pelican"))


def test_every_story_has_its_page_with_the_facts_that_the_other_tools_show(site):
    for story in MADE.stories:
        page = _page(site, story.address)
        people = story.participants
        facts = [
            f"<h1>{story.title}</h1>", story.summary, story.author, story.library.name, story.place,
            story.library.regency_name, story.library.province_name, naming.STRATEGIES[story.strategy],
            *(naming.words(topic) for topic in story.topics), *story.partners,
            *([f"{people.total} orang", f"{people.men} laki-laki", f"{people.women} perempuan"] if people else []),
            *([story.quote.text] if story.quote else []), f"{story.day}T{story.hour:02}:{story.minute:02}:00+0",
        ]  # fmt: skip
        assert [fact for fact in facts if fact not in page] == []
        assert "{" not in re.sub(r"<script.*?</script>", "", page)


def test_stories_are_listed_by_library_topic_and_month_and_the_newest_at_home(site):
    for story in MADE.stories:
        link = f'<a href="/{story.address}/">'
        assert link in _page(site, f"perpustakaan/{story.library.slug}")
        assert all(link in _page(site, f"topik/{topic}") for topic in story.topics)
        assert link in _page(site, story.month)
        assert f'href="/{story.month}/"' in _page(site, "arsip")
        assert f"https://kabar-ukur.example/{story.address}/" in (site.output / "sitemap.xml").read_text("utf-8")
    newest = [story.address for story in reversed(MADE.stories)]
    assert re.findall(r'<h2><a href="/(.*?)/">', _page(site, "")) == newest


def test_read_also_names_what_came_before_in_the_same_month(tmp_path):
    made = archive(40, homes=20)
    write(tmp_path / "site", made)
    tool = Pelican(tmp_path / "site" / "pelican")
    month = made.stories[-1].month
    together = [story._replace(slug=f"{story.slug}-lagi", day=made.stories[-1].day) for story in made.stories[:4]]
    for hour, story in enumerate(together):
        tool.put(story._replace(hour=hour, library=made.stories[-1].library))
    _built(tool)
    before = re.findall(r'<h3><a href="/(.*?)/">', _page(tool, together[3].address))
    assert before == [f"{month}/{story.slug}" for story in together[2::-1]]


def test_feeds_have_the_newest_twelve_with_their_bodies(site):
    newest = [f"https://kabar-ukur.example/{story.address}/" for story in reversed(MADE.stories)][:12]
    topic = MADE.stories[0].topics[0]
    for name in ("feed.xml", "atom.xml", f"topik/{topic}/feed.xml"):
        feed = feedparser.parse((site.output / name).read_bytes())
        assert not feed.bozo
        assert all("<p>" in str(entry) for entry in feed.entries)
        if "/" not in name:
            assert [entry.link for entry in feed.entries] == newest


def test_long_lists_go_on_at_a_further_page(tmp_path):
    write(tmp_path / "site", MADE)
    tool = Pelican(tmp_path / "site" / "pelican")
    settings = tool.root / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace('"tag": 24', '"tag": 1'), "utf-8")
    _built(tool)
    topics = [topic for story in MADE.stories for topic in story.topics]
    topic = max(topics, key=topics.count)
    pages = [_page(tool, f"topik/{topic}{'' if number == 1 else f'/page/{number}'}") for number in (1, 2, 3)]
    listed = [re.findall(r'<h2><a href="/(.*?)/">', page) for page in pages]
    newest = [story.address for story in reversed(MADE.stories) if topic in story.topics]
    assert listed == [[address] for address in newest[:3]]
    assert f'href="/topik/{topic}/page/2/"' in pages[0]
    assert f'href="/topik/{topic}/"' in pages[1]


def test_what_is_added_changed_and_restyled_is_shown_though_what_was_read_is_kept(tmp_path):
    tool = _site(tmp_path / "site")
    assert any((tool.root / "cache").iterdir())
    newest, more = MADE.stories[-1], MADE.extras[0]
    tool.put(newest._replace(title="Judul yang lain"))
    tool.put(more)
    tool.restyle("ronde-1")
    _built(tool)
    assert "<h1>Judul yang lain</h1>" in _page(tool, newest.address)
    assert '<article class="story ronde-1">' in _page(tool, MADE.stories[0].address)
    assert f'<a href="/{more.address}/">' in _page(tool, "")
    tool.forget()
    assert not tool.output.exists()
    assert not (tool.root / "cache").exists()


def test_a_story_that_pelican_cannot_read_fails_the_build(tmp_path):
    tool = _site(tmp_path / "site")
    tool.path(MADE.stories[0]).write_text("Title: Tanpa tanggal\nDate: kemarin dulu\n\nIsi.\n", "utf-8")
    with pytest.raises(CommandError):
        _built(tool)
