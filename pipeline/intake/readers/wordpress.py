"""A WordPress export: one draft for each published post. Pictures come from the folder ``uploads``, none by network."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.content.address import topic_slug
from pipeline.content.moment import Moment, tzinfo
from pipeline.content.scalar import scalar
from pipeline.content.text import one_line, shown
from pipeline.intake.clues import where
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Refusal, seen
from pipeline.intake.guess import date_in
from pipeline.intake.markup import Image, convert
from pipeline.intake.privacy import without_numbers
from pipeline.intake.source import Source
from pipeline.intake.wxr import Blog, Entry, media_name, parse, shortcodes, unsized, whole
from pipeline.language import _

HEAVIEST_PICTURE = 60_000_000


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield a draft for each published post of the export; what else is in it is noted with the first.

    Raises ``UnreadableError`` for an export that is damaged or declares entities.
    """
    with source.opened() as stream:
        blog = parse(stream)
    uploads = _Uploads(source.path)
    news = [one for one in blog.entries if one.kind == "post" and one.status == "publish" and not one.locked]
    general = tuple(_others(blog, [one for one in blog.entries if one not in news]))
    if not news:
        yield Refusal(source.name, " ".join((_("tidak ada tulisan yang terbit di dalamnya."), *general)))
    for entry in news:
        draft = _draft(entry, blog, source, context, uploads)
        yield draft._replace(notes=(*draft.notes, *general))
        general = ()


def _others(blog: Blog, left: Sequence[Entry]) -> Iterator[str]:
    """Say what of the export is no published post."""
    if left:
        said = _("{count} tulisan tidak diimpor, karena bukan berita yang terbit: {titles}.")
        titles = [f"{shown(one.title or one.slug or one.number)} ({one.kind}, {_state(one)})" for one in left]
        yield said.format(count=len(left), titles="; ".join(titles))
    if blog.others:
        kinds = ", ".join(f"{kind}: {count}" for kind, count in sorted(blog.others.items()))
        yield _("Isi lain yang tidak diimpor: {kinds}.").format(kinds=kinds)


def _state(entry: Entry) -> str:
    return "password" if entry.locked else entry.status


def _draft(entry: Entry, blog: Blog, source: Source, context: Context, uploads: "_Uploads") -> Draft:
    found = convert(whole(entry.html))
    bare = without_numbers(found.text, {})
    title = one_line(convert(entry.title).text.replace("\\", "")) or entry.title
    photos, notes = _photos(entry, blog, found.images, uploads)
    day = date_in(f"{title}\n{bare.text}")
    placed = where(f"{title}\n{bare.text}", context)
    fields = [*placed.fields]
    if excerpt := one_line(convert(whole(entry.excerpt)).text):
        fields.append(("ringkasan", scalar(excerpt)))
    topics = [topic for topic in entry.topics if topic_slug(topic)]
    if topics:
        fields.append(("topik", f"[{', '.join(scalar(one_line(topic)) for topic in topics)}]"))
    guesses = [*placed.guesses]
    author = one_line(blog.authors.get(entry.author, ""))
    if author:
        fields.append(("penulis", scalar(author)))
    published, when = _published(entry, context)
    if day:
        guesses.append(Guess("tanggal", day.why))
    elif when:
        guesses.append(Guess("tanggal", _("hari terbit di blognya")))
    notes = [
        *([_("Alamat lamanya: {address}").format(address=shown(entry.link))] if entry.link else []),
        *_about(entry, bare.left_out), *found.notes, *notes, *placed.notes,
    ]  # fmt: skip
    said = "\0".join((entry.title, entry.html, entry.excerpt, *entry.topics, entry.local))
    origin = source.origin("wordpress", part=entry.link or entry.number, digest=seen(said, photos))
    return Draft(
        origin._replace(key=f"wordpress\0{entry.link}" if entry.link else ""),
        title=title, date=day.value if day else when, library=placed.library, body=bare.text, fields=tuple(fields),
        photos=photos, guesses=tuple(guesses), notes=tuple(notes), publish_at=published,
    )  # fmt: skip


def _published(entry: Entry, context: Context) -> tuple[str, str]:
    """Return when the post was published, as a ``terbit_pada`` in the newsroom's zone, and the day of it."""
    if entry.published is not None:
        zone = context.now.tzinfo or tzinfo("WIB")
        local = entry.published.astimezone(zone)
        moment = Moment(local.date(), local.time())
        return f"{moment.day} {local:%H.%M} {local.tzname() or 'WIB'}", moment.day.isoformat()
    found = re.match(r"(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2})", entry.local)
    if not found or found[1].startswith("0000"):
        return "", ""
    return f"{found[1]} {found[2]}.{found[3]} {context.now.tzname() or 'WIB'}", found[1]


def _about(entry: Entry, numbers: int) -> Iterator[str]:
    if names := shortcodes(entry.html):
        yield _("Kode pendek WordPress dibiarkan sebagai teks: {names}").format(
            names=", ".join(f"[{one}]" for one in names)
        )
    if numbers:
        yield _("{count} nomor telepon di dalam isian tidak disalin.").format(count=numbers)
    if entry.comments:
        yield _("{count} komentar pembaca tidak diambil.").format(count=entry.comments)
    bad = [topic for topic in entry.topics if not topic_slug(topic)]
    if bad:
        yield _("{key}: {text} (tidak dapat dipakai)").format(key="topik", text=", ".join(map(shown, bad)))


def _photos(
    entry: Entry, blog: Blog, images: Sequence[Image], uploads: "_Uploads"
) -> tuple[tuple[Attachment, ...], list[str]]:
    """Return the pictures that lie in ``uploads``, each once, and the addresses of the others."""
    library = {one.number: one for one in blog.pictures}
    captions = {unsized(media_name(one.address)): one.caption for one in blog.pictures}
    wanted = [(image.source, one_line(image.caption), one_line(image.alt)) for image in images]
    if featured := library.get(entry.featured):
        wanted.insert(0, (featured.address, "", ""))
    photos: dict[str, Attachment] = {}
    notes: dict[str, str] = {}
    for address, caption, alt in wanted:
        name = unsized(media_name(address))
        if name in photos or name in notes:
            continue
        data = uploads.fetch(name) or uploads.fetch(media_name(address))
        if data is None:
            said = " – ".join(filter(None, (shown(address), caption, alt)))
            notes[name] = _("Gambar tidak diambil: {address}").format(address=said)
        else:
            photos[name] = Attachment(Path(name).name, data, caption or one_line(captions.get(name, "")), alt)
    return tuple(photos.values()), list(notes.values())


class _Place(NamedTuple):
    folder: Path
    real: Path


class _Uploads:
    """A blog's uploads, beside its export: ``uploads`` or ``wp-content/uploads``. Links are not followed."""

    def __init__(self, export: Path | None) -> None:
        found = [export.parent / name for name in ("uploads", "wp-content/uploads")] if export else []
        self._places = [_Place(path, path.resolve()) for path in found if path.is_dir() and not path.is_symlink()]

    def fetch(self, name: str) -> bytes | None:
        if ".." in name.split("/") or name.startswith("/") or "\\" in name or "\0" in name:
            return None
        for folder, real in self._places:
            path = folder / name
            with suppress(OSError, ValueError):
                # What it really is must lie where it says: no part of its path is a link.
                same = path.resolve() == real / name
                if same and path.is_file() and path.stat().st_size <= HEAVIEST_PICTURE:
                    return path.read_bytes()
        return None
