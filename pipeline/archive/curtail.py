"""What is kept of a report of which something was taken down: what the archive must know, and no word more."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from pipeline.archive.taken import said
from pipeline.content.consent import Consent
from pipeline.content.problem import Problem
from pipeline.content.story import Photo, Quote, Read, Story
from pipeline.content.taken import Quotes, Taken
from pipeline.content.wording import bare, find

SHORT = 8
"""Letters of a value by which a problem is known to repeat what was said."""


class Withheld:
    """What readers of reports withhold: *taken* is everything that was taken down. Travels to worker processes."""

    def __init__(self, taken: Iterable[Taken] = ()) -> None:
        self._taken = tuple(taken)
        self.stories = frozenset(one.address for one in self._taken if one.kind == "berita")
        self.quotes = Quotes(self._taken)


class Curtailed(NamedTuple):
    """A report without what is withheld; *cut* tells that it was cut because of an entry in the register."""

    read: Read
    cut: bool = False


def curtailed(read: Read, text: str, withheld: Withheld) -> Curtailed:
    """Return what is kept of a report that was *read*, whose whole file is *text*."""
    story = read.story
    if story is None:
        return Curtailed(Read(None, problems=read.problems, found=read.found))  # no body that nobody may see
    if story.status == "tarik" or (story.status in ("terbit", "ralat") and story.address in withheld.stories):
        problems = tuple(problem for problem in read.problems if problem.level == "error" or "tarik" in problem.code)
        return Curtailed(Read(_address_only(story), problems=problems), story.address in withheld.stories)
    if not story.quotes:
        return Curtailed(read)
    return _without_quotes(read, story, text, withheld)


def _address_only(story: Story) -> Story:
    """Return *story* without what it tells: whose it is, when, why it went, and what consents were taken back."""
    return Story(
        address=story.address, path=story.path, title="", date=story.date, library=story.library,
        publish_at=story.publish_at, embargo=story.embargo, status=story.status, kind=story.kind,
        withdrawn_because=story.withdrawn_because, aliases=story.aliases, language=story.language,
        original=story.original, sample=story.sample,
        photos=tuple(Photo(photo.file, consent=photo.consent, shows_child=photo.shows_child) for photo in story.photos),
    )  # fmt: skip


def _without_quotes(read: Read, story: Story, text: str, withheld: Withheld) -> Curtailed:
    """Return *read* without the words of those who said no. Who said so stays: translations must obey it too."""
    kept: list[Quote] = []
    problems = list(read.problems)
    cut = False
    for quote in story.quotes:
        entry = withheld.quotes.find(quote.text)
        if entry is None and quote.consent.given is not False:
            kept.append(quote)
            continue
        problems = [problem for problem in problems if not _repeats(problem, quote)]
        consent = quote.consent if entry is None else msgspec.structs.replace(quote.consent, given=False)
        kept.append(Quote("", name=quote.name, consent=consent))
        if entry is not None:
            cut = True
            if _agrees(quote.consent):
                problems.append(_problem(story.path, quote, entry, text))
    story = msgspec.structs.replace(story, quotes=tuple(kept))
    problems.sort(key=lambda problem: (problem.line, problem.code))
    return Curtailed(msgspec.structs.replace(read, story=story, problems=tuple(problems)), cut)


def _agrees(consent: Consent) -> bool:
    return consent.given is not False and consent.revoked is None


def _repeats(problem: Problem, quote: Quote) -> bool:
    """Tell whether *problem* repeats what was said, perhaps shortened."""
    said = bare(quote.text)
    least = min(SHORT, len(said))
    return any(len(word := bare(value)) >= least and said.startswith(word) for value in problem.values.values())


def _problem(path: str, quote: Quote, entry: Taken, text: str) -> Problem:
    line = text.count("\n", 0, find(quote.text, text, few=0) or 0) + 1
    return Problem(path, line, "kutipan-ditarik", said(entry))
