"""One release as the last build made it: its files, its length, and what an editor would ask about it."""

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from pipeline import config
from pipeline.archive import clock
from pipeline.archive.entry import RELEASES, Entry
from pipeline.archive.update import StoryChange
from pipeline.archive.visible import Visible
from pipeline.build.blobs import Blobs
from pipeline.config import Site
from pipeline.content.near import nearest
from pipeline.content.story import Story
from pipeline.desks.press import forms
from pipeline.desks.press.questions import Question, open_questions
from pipeline.desks.press.release import Releases
from pipeline.desks.press.statement import LONG, SHORT, composed, timing
from pipeline.desks.press.views import Release
from pipeline.errors import UsageError
from pipeline.language import _, current, texts
from pipeline.pictures.deck import Style
from pipeline.production.built import last_build
from pipeline.production.newsroom import Newsroom


class Released(NamedTuple):
    """A release with the story that it is, and that one's body, as *html* and as plain *text*."""

    view: Release
    entry: Entry
    html: str
    text: str


def released(room: Newsroom, site: Site, address: str, now: int) -> Released:
    """Return the release of the story at *address* as the last build of *room* knew it; *now* in seconds since 1970.

    Raises ``UsageError`` where there is none, or where something about it changed by the clock since that build.
    """
    with last_build(room) as (state, store):
        passed = clock.passed(store, int(state.meta("now") or now), now)
        if any(isinstance(change, StoryChange) and address in _addresses(change) for change in passed):
            raise UsageError(
                _("Sejak warta build terakhir ada izin atau waktu tayang yang berubah: jalankan warta build dulu.")
            )
        visible = Visible(store, "pers", now)
        entry = visible.entry(address)
        if entry is None or not forms.goes_out(entry):
            raise UsageError(_none(address, visible))
        with closing(Blobs(room.blobs)) as blobs:
            html, text = blobs.get(entry.html).decode(), blobs.get(entry.text).decode()
        return Released(Releases(site, Style(), visible).of(entry), entry, html, text)


def _addresses(change: StoryChange) -> set[str]:
    return {entry.story.address for entry in (change.old, change.new) if entry is not None}


def _none(address: str, visible: Visible) -> str:
    """Return why there is no release of the story at *address*."""
    if visible.entry(address) is not None:
        said = _("{story} belum menjadi siaran pers. Tulis siaran: ya di laporannya, lalu jalankan warta build.")
        return said.format(story=address)
    near = nearest(address, [card.address for card in visible.whole(RELEASES)])
    hint = f" {_('Maksudnya {near}?').format(near=near)}" if near else ""
    said = _("Tidak ada berita yang sudah boleh untuk pers di alamat {story}. Periksa: warta why {story}")
    return said.format(story=address) + hint


class Look(NamedTuple):
    """What there is to know of a release before it is sent.

    *files* are below ``output/``. *words* counts what editors may print. *questions* are those that are open, *notes*
    are sentences. *until* is the end of its embargo (seconds since 1970), 0 where there is none, *timing* says so.
    """

    title: str
    files: tuple[str, ...]
    words: int
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    until: int
    timing: str


def look(room: Newsroom, address: str, now: int) -> Look:
    """Return what there is to know of the release of the story at *address*; raises as ``released`` does."""
    found = released(room, config.load(room.root), address, now)
    folder = room.output / forms.folder(address)
    files = sorted(path.relative_to(room.output).as_posix() for path in folder.glob("*") if path.is_file())
    words = composed(found.view, found.html).words
    return Look(
        title=found.view.title,
        files=tuple(files),
        words=words,
        questions=open_questions(found.entry.story, found.text),
        notes=tuple(_notes(found.view, found.entry.story, words)),
        until=found.view.until,
        timing=timing(found.view, texts(current())),
    )


def _notes(view: Release, story: Story, words: int) -> Iterator[str]:
    """Yield what an editor would stumble over, beside questions that are open."""
    if words > LONG:
        said = _("{words} kata: redaktur memotong dari belakang, jadi dahulukan yang penting. Cukup {short}–{long}.")
        yield said.format(words=words, short=SHORT, long=LONG)
    elif words < SHORT:
        yield _("{words} kata: pendek untuk dimuat utuh. Cukup {short}–{long}.").format(
            words=words, short=SHORT, long=LONG
        )
    for said_ in view.quotes:
        if not said_.name or not said_.role:
            told = _('Kutipan "{start}" belum menyebut nama dan peran yang berbicara.')
            yield told.format(start=_start(said_.text))
    if view.contact is None:
        yield _("Belum ada narahubung: tulis narahubung: {nama: …, telepon: …} di profil perpustakaannya.")
    unsure = sum(photo.picture is not None and photo.consent.given is None for photo in story.photos)
    if unsure:
        yield _("{number} foto belum mencatat izin: tanyakan dulu sebelum dikirim.").format(number=unsure)


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")
