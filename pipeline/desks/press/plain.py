"""A release as plain text, to be pasted into a message or an editor's own program. Lines are as long as paragraphs."""

from collections.abc import Iterator

from pipeline.desks.press.body import Block
from pipeline.desks.press.statement import Statement
from pipeline.desks.press.views import Person, Release


def text(view: Release, told: Statement) -> str:
    """Return the release *told*, parts parted by an empty line."""
    return "\n\n".join([*letterhead(view), *news(told), told.say["end"], *aftermath(view, told)]) + "\n"


def letterhead(view: Release) -> Iterator[str]:
    """Yield who sends it."""
    yield "\n".join(filter(None, (view.library.upper(), view.heading, view.home, " · ".join(view.ways))))


def news(told: Statement) -> Iterator[str]:
    """Yield what editors print, from the label to the last quotation."""
    number = f"{told.say['number']} {told.number}" if told.number else ""
    yield "\n".join(filter(None, (told.say["label"].upper(), number, told.timing.upper())))
    yield told.title
    yield f"{told.dateline} {told.lead}"
    for block in told.blocks:
        yield _block(block)
    yield from told.quotes


def aftermath(view: Release, told: Statement) -> Iterator[str]:
    """Yield what stands below the news: data, corrections, boilerplate, contacts, photos."""
    say = told.say
    yield "\n".join([say["facts"].upper(), *(f"{fact.name}: {fact.text}" for fact in told.facts), _source(view, told)])
    if view.stories:
        yield "\n\n".join([say["stories"].upper(), *(f"{one.title}\n{one.url}" for one in view.stories)])
    if told.corrections:
        yield "\n".join([say["corrections"].upper(), *(f"{item.name}: {item.text}" for item in told.corrections)])
    for about in told.about:
        yield f"{say['about'].format(name=about.name).upper()}\n{about.text}"
    if told.contacts:
        yield "\n".join([say["contacts"].upper(), *map(person, told.contacts)])
    if told.photos:
        yield "\n".join([say["photos"].upper(), *photos(told)])
    if view.sample:
        yield say["sample"]


def photos(told: Statement) -> Iterator[str]:
    """Yield a line for each photo: number, what it shows, who took it, and what was agreed."""
    for number, photo in enumerate(told.photos, 1):
        credit = f"({credited(photo.photographer, told.say['photographer'])})" if photo.photographer else ""
        consent = f"[{told.say['consent']} {photo.consent}]"
        yield " ".join(filter(None, (f"{number}.", photo.caption or photo.alt, credit, consent)))


def credited(photographer: str, said: str) -> str:
    """Return who made a picture, with *said* before a name: an illustration says what it is itself."""
    return photographer if photographer.startswith("Ilustrasi") else f"{said} {photographer}"


def person(found: Person) -> str:
    """Return a person on one line: name, role, how to reach them."""
    who = ", ".join(filter(None, (found.name, found.role)))
    return ": ".join(filter(None, (who, " · ".join(found.ways))))


def _source(view: Release, told: Statement) -> str:
    return f"{told.say['source']} {told.source}\n{view.url}"


def _block(block: Block) -> str:
    if block.kind == "list":
        return "\n".join(f"{'  ' * depth}{f'{n}.' if n else '-'} {words}" for depth, n, words in block.items)
    if block.kind == "table":
        return "\n".join(" | ".join(row) for row in block.rows)
    return f"“{block.text}”" if block.kind == "quote" and block.text[:1] not in '“"' else block.text
