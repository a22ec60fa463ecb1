"""All advice to one report."""

from collections.abc import Callable, Iterable, Iterator

from pipeline.coaching import claims, ease, figures, needs, photos, title, voices
from pipeline.coaching.advice import Advice
from pipeline.coaching.manuscript import Manuscript
from pipeline.coaching.merits import merit
from pipeline.content.document import Document
from pipeline.content.found import Found
from pipeline.content.problem import Problem
from pipeline.content.story import Story

Rule = Callable[[Manuscript], Iterator[Problem]]

ANY_LANGUAGE: tuple[Rule, ...] = (figures.parts, figures.weekdays, photos.photos)
"""Rules that know no words of Indonesian but the weekdays."""

INDONESIAN: tuple[Rule, ...] = (
    figures.attendance, needs.needs, claims.claims, voices.voices, title.titles, ease.openings, ease.sentences,
    ease.abbreviations,
)  # fmt: skip
"""Rules about Indonesian news."""


def coach(story: Story, text: str, document: Document, found: Iterable[Found] = ()) -> Advice:
    """Return everything that there is to say to *story*, whose body as plain text is *text* and whose file *document*.

    Nothing that the file tells of persons (*found*) is repeated. A report that was withdrawn is let be; a translation
    is not told what its original is told.
    """
    if story.status == "tarik":
        return Advice()
    script = Manuscript(story, text, document, found)
    rules = ANY_LANGUAGE if story.original or story.language != "id" else ANY_LANGUAGE + INDONESIAN
    said = (problem for rule in rules for problem in rule(script))
    return Advice(tuple(one for one in said if not any(map(script.tells, one.values.values()))), merit(script))
