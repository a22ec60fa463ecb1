"""Which library and place a text is about, for drafts that do not say it by key. Guesses, and named as such."""

from typing import NamedTuple

from pipeline.content.scalar import scalar
from pipeline.intake.context import Context
from pipeline.intake.draft import Draft, Guess
from pipeline.intake.places import guess
from pipeline.language import _


class Where(NamedTuple):
    """The library's slug, further keys, which of them are guesses, and what must be asked."""

    library: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    guesses: tuple[Guess, ...] = ()
    notes: tuple[str, ...] = ()


def where(text: str, context: Context) -> Where:
    """Return which library and place *text* is about; what several may mean is a note with the candidates."""
    if context.library:
        return Where(library=context.library)
    if len(context.libraries) == 1:
        only = context.libraries[0].slug
        return Where(library=only, guesses=(Guess("perpustakaan", _("satu-satunya perpustakaan")),))
    known = guess(text, context.libraries)
    why = _("namanya disebut di dalam teks")
    guesses = [Guess(key, why) for key, value in (("perpustakaan", known.library), ("wilayah", known.region)) if value]
    notes = []
    if known.libraries:
        notes.append(
            _("Perpustakaannya belum pasti. Pilih salah satu: {choices}").format(choices="; ".join(known.libraries))
        )
    if known.regions:
        notes.append(
            _("Nama tempatnya dipakai di beberapa daerah. Pilih wilayah: {choices}").format(
                choices="; ".join(known.regions)
            )
        )
    fields = (("wilayah", scalar(known.region)),) if known.region else ()
    return Where(known.library, fields, tuple(guesses), tuple(notes))


def placed(draft: Draft, context: Context) -> Draft:
    """Return *draft* with the library and the place that its text is about, where its reader found no library."""
    if draft.library:
        return draft
    found = where(f"{draft.title}\n{draft.body}", context)
    return draft._replace(
        library=found.library,
        fields=(*draft.fields, *(field for field in found.fields if field[0] not in dict(draft.fields))),
        guesses=(*draft.guesses, *found.guesses),
        notes=(*draft.notes, *(note for note in found.notes if note not in draft.notes)),
    )
