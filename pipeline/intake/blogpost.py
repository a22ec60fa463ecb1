"""A post of a library's own blog, as its feed has it, and the draft that comes of it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from pipeline.content.moment import tzinfo
from pipeline.content.scalar import scalar
from pipeline.content.text import one_line, shown
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Origin, seen
from pipeline.intake.guess import date_in
from pipeline.intake.markup import Converted, Image, convert
from pipeline.intake.privacy import without_numbers
from pipeline.intake.wxr import media_name, unsized, whole
from pipeline.language import _

PHOTOS = 20
"""Photos of one post that are fetched; a report shows a few."""


class Blogpost(NamedTuple):
    """One post. *html* is from a stranger; *published* is in seconds since 1970, ``None`` where the feed gives none."""

    link: str
    title: str
    html: str
    published: int | None = None
    author: str = ""
    blog: str = ""


class Photo(NamedTuple):
    """One photo that a post shows: where it may lie, the best first, and what is said of it."""

    addresses: tuple[str, ...]
    image: Image


class Picture(NamedTuple):
    """What became of one photo: its bytes, or (empty) why it could not be had."""

    data: bytes
    reason: str = ""


def converted(post: Blogpost) -> Converted:
    """Return the text of *post* and its pictures."""
    return convert(whole(post.html))


_SIZED = re.compile(r"/(?:s|w)\d{2,4}(?:-[a-z0-9-]+)?/(?=[^/]*$)")
_SMALL = re.compile(r"=(?:s|w)\d{2,4}(?:-[a-z0-9-]+)*$")
_BLOGGER = re.compile(r"(?:^|\.)(?:bp\.blogspot\.com|googleusercontent\.com)$")


def photos(images: tuple[Image, ...], link: str) -> tuple[Photo, ...]:
    """Return the photos among *images* of the post at *link*, each once, with the addresses of their largest form."""
    found: dict[str, Photo] = {}
    for image in images:
        try:
            address = urljoin(link, image.source.strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme not in ("http", "https") or not parts.hostname:
            continue
        large = unsized(address)
        if _BLOGGER.search(parts.hostname):
            large = _SMALL.sub("=s1600", _SIZED.sub("/s1600/", address))
        found.setdefault(large, Photo(tuple(dict.fromkeys((large, address))), image))
    return tuple(found.values())


_CUT = re.compile(
    r"(?:\[(?:…|\.{3})\]|(?:read more|continue reading|selengkapnya|lanjutkan membaca)\W*)\s*$", re.IGNORECASE
)


def draft_of(
    post: Blogpost, text: Converted, shown_: tuple[Photo, ...], pictures: Mapping[str, Picture], context: Context
) -> Draft:
    """Return the draft of *post* for the library of *context*.

    *text* and *shown_* are what was made of it, *pictures* what became of each photo by its first address.
    """
    bare = without_numbers(text.text, {})
    title = one_line(post.title)
    taken, notes = _taken(shown_, pictures)
    day = date_in(f"{title}\n{bare.text}")
    when = _published(post, context)
    guesses = []
    if day:
        guesses.append(Guess("tanggal", day.why))
    elif when:
        guesses.append(Guess("tanggal", _("hari terbit di blognya")))
    if _CUT.search(bare.text[-200:].rstrip("*_ \n")):
        notes.insert(0, _("Umpan blognya hanya memuat cuplikan. Salin isi lengkapnya dari alamat asalnya."))
    if bare.left_out:
        notes.append(_("{count} nomor telepon di dalam isian tidak disalin.").format(count=bare.left_out))
    host = urlsplit(post.link).hostname or post.blog
    said = f"{post.title}\0{post.html}"
    return Draft(
        Origin("blog", host, seen(said, taken), post.link, key=f"wordpress\0{post.link}"),
        title=title,
        date=day.value if day else f"{when:%Y-%m-%d}" if when else "",
        library=context.library,
        body=f"{bare.text.rstrip()}\n\n{attribution(post)}",
        fields=(("penulis", scalar(one_line(post.author))),) if one_line(post.author) else (),
        photos=taken,
        guesses=tuple(guesses),
        notes=(_("Alamat asal: {address}").format(address=post.link), *text.notes, *notes),
        publish_at=f"{when:%Y-%m-%d %H.%M} {when.tzname()}" if when else "",
    )


def attribution(post: Blogpost) -> str:
    """Return the last line of a draft, which readers see: where it was printed first."""
    name = re.sub(r"[\[\]\\<>*_`&]", "", one_line(post.blog)) or urlsplit(post.link).hostname or ""
    address = post.link.replace("(", "%28").replace(")", "%29")
    return _("Pertama kali terbit di [{name}]({address}).").format(name=name, address=address)


def _published(post: Blogpost, context: Context) -> datetime | None:
    """Return when the post was published, by the clock of its library."""
    if post.published is None:
        return None
    return datetime.fromtimestamp(post.published, UTC).astimezone(context.now.tzinfo or tzinfo("WIB"))


def _taken(shown_: tuple[Photo, ...], pictures: Mapping[str, Picture]) -> tuple[tuple[Attachment, ...], list[str]]:
    """Return the photos that are here, and say of each other one where it lies and why it is not."""
    taken, notes = [], []
    for photo in shown_:
        picture = pictures.get(photo.addresses[0], Picture(b""))
        image = photo.image
        if picture.data:
            name = media_name(photo.addresses[0]).rpartition("/")[2]
            taken.append(Attachment(name, picture.data, one_line(image.caption), one_line(image.alt)))
        else:
            reason = picture.reason or _("lebih dari {most} foto").format(most=PHOTOS)
            said = _("Gambar tidak diambil: {address} – {reason}")
            notes.append(said.format(address=shown(photo.addresses[-1]), reason=reason))
    return tuple(taken), notes
