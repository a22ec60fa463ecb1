"""From a text with its pictures to a draft: what a report says of itself, and what can be guessed."""

import re

from pipeline.content.text import one_line
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Origin
from pipeline.intake.guess import Guessed, as_guess, date_in, library_in, title_of
from pipeline.language import _

_LABELLED = re.compile(
    r"^[*_]*((?:nama|judul|tema) kegiatan|judul|tema|judul laporan)[*_]*[ \t]*:[*_]*[ \t]*(\S.{2,140})$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that names what the report is about."""

NEAR = 1_500
"""Letters at the head of a text in which such a line is looked for."""

_PAPER = re.compile(
    r"(?:laporan|notulen|berita acara|dokumentasi|berita|artikel|rilis|siaran pers)"
    r"(?: (?:kegiatan|hasil kegiatan|pelaksanaan kegiatan|rapat|acara|bulanan))?",
    re.IGNORECASE,
)
"""What stands above the title of many a report."""


def drafted(
    origin: Origin,
    context: Context,
    body: str,
    *,
    title: Guessed | None = None,
    day: Guessed | None = None,
    photos: tuple[Attachment, ...] = (),
    notes: tuple[str, ...] = (),
    fields: tuple[tuple[str, str], ...] = (),
    guesses: tuple[Guess, ...] = (),
    untitled: bool = False,
) -> Draft:
    """Return the draft of *body* (Markdown).

    *title* and *day* are what the source says itself; where it says none (*untitled*: and must not be asked), the
    first line of *body* becomes the title if it can be one, and leaves the body only then.
    """
    if title is None and not untitled:
        title, body = _titled(body, context)
    elif title is not None:
        body = _without_heading(body, title.value)
    text = f"{title.value if title else ''}\n{body}"
    day = date_in(text) or day
    library = library_in(text, context)
    return Draft(
        origin,
        title=title.value if title else "",
        date=day.value if day else "",
        library=library.value if library else "",
        body=body,
        fields=fields,
        photos=photos,
        guesses=(*as_guess("judul", title), *as_guess("tanggal", day), *as_guess("perpustakaan", library), *guesses),
        notes=notes,
    )


def _titled(text: str, context: Context) -> tuple[Guessed | None, str]:
    """Return the title of *text* and what stands below it; all of *text* where its title is only named in it."""
    title, body = _headed(text)
    if title and title.why == _("judul pertama di dalam teks"):
        return title, body
    if told := _LABELLED.search(text[:NEAR]):
        return Guessed(title_of(told[2]), _('baris "{label}"').format(label=one_line(told[1]))), text
    names = {library.name.casefold() for library in context.libraries}
    return (None, text) if title and title.value.casefold() in names else (title, body)


def _headed(body: str) -> tuple[Guessed | None, str]:
    """Return the title that stands at the head of *body*, and the rest.

    It is a heading, or a line of its own (also in bold) that does not end as a sentence does. A line that only says
    what kind of paper this is stays in the text, and the next one is asked.
    """
    first, _gap, rest = body.lstrip("\n").partition("\n\n")
    line, _break, more = first.partition("\n")
    title = _title(line) if not more or line.startswith("#") or line.endswith("  ") else ""
    left = f"{more}\n\n{rest}".strip("\n")
    if not title or not (left or line.startswith("#")):
        return None, body
    if _PAPER.fullmatch(title):
        further, below = _headed(left)
        if further and further.why == _("baris pertama"):
            return Guessed(further.value, _("baris kedua")), f"{line.rstrip()}\n\n{below}"
    return Guessed(title, _("judul pertama di dalam teks") if line.startswith("#") else _("baris pertama")), left


def _title(line: str) -> str:
    """Return *line* as a title; an empty string where it is a sentence, an item, a quotation or a table."""
    if line.lstrip().startswith(("- ", "* ", "1.", ">", "|", "    ")):
        return ""
    title = title_of(line)
    return "" if title.endswith((".", ",", ";", "!")) and not line.startswith("#") else title


def _without_heading(body: str, title: str) -> str:
    """Return *body* without a heading at its beginning that only says the title again."""
    first, _gap, rest = body.lstrip("\n").partition("\n")
    same = first.startswith("#") and title_of(first).casefold() == title.casefold()
    return rest.lstrip("\n") if same else body
