"""What other texts of the same story begin with: what came of it, a quotation, an invitation.

Nothing here is new: an outcome and a quotation stand in the report as they are, and an invitation says no more than
that there is something to read, to come to, or to try.
"""

from typing import NamedTuple

from pipeline.desks.social.sentences import sentence_ends, sentences
from pipeline.desks.social.views import Posts
from pipeline.language import N_, texts
from pipeline.platforms.sheet import Variant

LONGEST = 220
"""Characters of an outcome or a quotation to begin with: more leaves no room for the news."""

MARKS = ' "“”'


class Opening(NamedTuple):
    """The first words of a text, and what they are."""

    variant: Variant
    text: str


def openings(view: Posts) -> list[Opening]:
    """Return what other texts of *view* may begin with, the most telling first; there is always an invitation.

    Of one variant there may be several, the next for where the one before does not go.
    """
    found = [Opening("hasil", _outcome(view)), *(Opening("kutipan", text) for text in _quoted(view))]
    calls = [Opening("ajakan", text) for text in _invitations(view)]
    others = [opening for opening in found if opening.text]
    return [*calls, *others] if view.kind == "pengumuman" else [*others, *calls]


def _outcome(view: Posts) -> str:
    first = next(iter(sentences(view.outcome)), "")
    return first if len(first) <= LONGEST else ""


def _quoted(view: Posts) -> list[str]:
    """Return the quotation with who said it, then with less of that; of a long one the first sentences."""
    said = view.quote.strip(MARKS)
    if len(said) > LONGEST:
        end = max((end for end in sentence_ends(said) if end <= LONGEST), default=0)
        said = f"{said[:end]} …" if end else ""
    if not said:
        return []
    speakers = dict.fromkeys((view.speaker, view.speaker.partition(",")[0]))
    return [f"“{said}” – {speaker}" if speaker else f"“{said}”" for speaker in speakers]


def _invitations(view: Posts) -> list[str]:
    """Return ways to invite, the fitting one first; the last two differ, whatever a title may say."""
    say = texts(view.language)
    found = []
    if view.kind == "pengumuman":
        found.append(say(N_("Mari datang ke {place}!")).format(place=view.place or view.library))
    elif view.steps:
        found.append(say(N_("Ingin mencobanya di tempat Anda? Caranya ada di kabar ini.")))
    found.append(say(N_("Mari baca kabar dari {library}.")).format(library=view.library))
    found.append(say(N_("Ada kabar dari {library}.")).format(library=view.library))
    return found


def beginning_of(text: str, marked: tuple[str, ...] = ()) -> str:
    """Return the first sentence of *text* as people compare sentences; *marked* are words set before it."""
    for mark in marked:
        text = text.removeprefix(mark).lstrip()
    first = next(iter(sentences(text)), "")
    return " ".join(first.strip("*_“”\"'.!?… ").casefold().split())
