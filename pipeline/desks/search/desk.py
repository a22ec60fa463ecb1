"""The search desk: the index under ``output/site/cari/``: postings by year, results by month, a list of contents.

One story plans three outputs, whatever the size of the archive. In files: at most ``blocks.MANY`` and one more for the
postings, one for each sixteen stories of its month and one more for the results, and the list.
"""

from collections.abc import Iterator, Sequence

from pipeline import regions
from pipeline.archive.entry import Entry
from pipeline.archive.update import Change, LibraryChange, StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.output import Output, Renderer
from pipeline.content.consent import Channel
from pipeline.desks.search.views import Contents, Month, Result, Told, Year
from pipeline.templating.dates import local_day

FOLDER = "site/cari/"
RESULTS = f"{FOLDER}hasil/"
CONTENTS = f"{FOLDER}index.json"
YEAR = Renderer("pipeline.desks.search.render:year")
MONTH = Renderer("pipeline.desks.search.render:month")
LIST = Renderer("pipeline.desks.search.render:contents")

WEIGHT = 8
"""A year is as dear as some hundred pages, but it is one piece of work: a few in a batch keep all processes busy, and
one alone is no reason to start any."""


class SearchDesk:
    """The desk that makes the index of what the site shows."""

    name = "search"
    channel: Channel = "web"

    def outputs(self, visible: Visible) -> Iterator[Output]:
        """Yield the years, the months and their contents."""
        months = _months(visible)
        for year in _years(months):
            yield _year(visible, year)
        for month in months:
            yield _month(visible, month)
        yield _contents(visible)

    def output(self, visible: Visible, path: str) -> Output | None:
        """Return the output at *path*, or ``None`` where there must be none."""
        if path == CONTENTS:
            return _contents(visible)
        months = _months(visible)
        if path.startswith(RESULTS):
            month = path.removeprefix(RESULTS).removesuffix("/")
            return _month(visible, month) if month in months else None
        year = path.removeprefix(FOLDER).removesuffix("/")
        return _year(visible, year) if year in _years(months) else None

    def touched(self, visible: Visible, changes: Sequence[Change]) -> set[str]:  # noqa: ARG002  the protocol's
        """Return the year and the month of each changed story, and the contents, which also name libraries."""
        found: set[str] = set()
        for change in changes:
            if isinstance(change, StoryChange):
                for entry in (change.old, change.new):
                    if entry is not None and entry.live:
                        found |= {f"{FOLDER}{entry.month[:4]}/", f"{RESULTS}{entry.month}/", CONTENTS}
            elif isinstance(change, LibraryChange):
                found.add(CONTENTS)
        return found


def _months(visible: Visible) -> list[str]:
    """Return every month (``2023/05``) that holds a story, the oldest first."""
    return sorted(visible.names("bulan"))


def _years(months: list[str]) -> list[str]:
    return sorted({month[:4] for month in months})


def _entries(visible: Visible, month: str) -> list[Entry]:
    """Return the stories of a month in the order in which the index counts them."""
    found = (visible.entry(card.address) for card in reversed(visible.whole(f"bulan/{month}")))
    return [entry for entry in found if entry is not None]


def _year(visible: Visible, year: str) -> Output:
    months = (month for month in _months(visible) if month.startswith(f"{year}/"))
    stories = tuple(_told(visible, entry) for month in months for entry in _entries(visible, month))
    return Output(f"{FOLDER}{year}/", Year(year=year, stories=stories), YEAR, rank=1, weight=WEIGHT)


def _month(visible: Visible, month: str) -> Output:
    stories = tuple(_result(visible, entry) for entry in _entries(visible, month))
    return Output(f"{RESULTS}{month}/", Month(month=month, stories=stories), MONTH, rank=1)


def _told(visible: Visible, entry: Entry) -> Told:
    story = entry.story
    return Told(
        title=story.title,
        summary=story.summary,
        library=(story.library, _library(visible, story.library)),
        topics=entry.topics,
        regency=_region(entry.regency),
        province=_region(entry.province),
        place=story.place,
        body=entry.text,
    )


def _result(visible: Visible, entry: Entry) -> Result:
    story = entry.story
    return Result(
        address=story.address,
        title=story.title,
        summary=story.summary,
        library=_library(visible, story.library),
        place=_region(entry.regency)[1] or _region(entry.province)[1],
        day=local_day(entry.published, entry.zone),
        sample=story.sample,
    )


def _library(visible: Visible, slug: str) -> str:
    found = visible.library(slug)
    return found.name if found else slug


def _region(code: str) -> tuple[str, str]:
    found = regions.region(code) if code else None
    return (code, found.name) if found else ("", "")


def _contents(visible: Visible) -> Output:
    months = _months(visible)
    years = _years(months)
    named = [(slug, _library(visible, slug)) for slug in visible.names("perpustakaan")]
    view = Contents(
        years=tuple(years),
        months=tuple(months),
        libraries=tuple(sorted(named, key=lambda pair: (pair[1].casefold(), pair[0]))),
        topics=tuple(visible.names("topik")),
        regions=tuple(region for code in visible.names("wilayah") if (region := _region(code))[0]),
    )
    made = (*(f"{FOLDER}{year}/" for year in years), *(f"{RESULTS}{month}/" for month in months))
    return Output(CONTENTS, view, LIST, made=made, rank=2)
