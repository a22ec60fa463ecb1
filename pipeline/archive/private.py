"""What files tell of persons, judged by what else is known: whose contacts are public, what photos show beside it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.archive.privacy import agreed
from pipeline.content.catalogue import CODES
from pipeline.content.found import Found
from pipeline.content.library import Library
from pipeline.content.problem import Problem
from pipeline.content.story import Story
from pipeline.safety import detect
from pipeline.safety.contacts import contacts
from pipeline.safety.finding import Kind
from pipeline.safety.numbers import IDENTITY, SHOWN
from pipeline.safety.rules import CHILDREN, SETS, level

CONTACTS: frozenset[Kind] = frozenset(("telepon", "surel", "rekening", "alamat", "rt-rw", "koordinat"))
"""Kinds of which a library may have made its own public."""

HOMES: frozenset[Kind] = frozenset(("alamat", "rt-rw", "koordinat"))

LOCAL = ("desa", "kecamatan")
"""Levels of libraries whose name is a specific place."""


class Care(NamedTuple):
    """What a newsroom says about private data in ``site.toml``: the set of rules, and texts with public contacts."""

    rules: str = SETS[0]
    public: tuple[str, ...] = ()


def marks(text: str) -> frozenset[str]:
    """Return the contacts in *text* in the form in which two ways of writing one are equal."""
    usual, rest = contacts(text)
    found = [(one.kind, one.text) for one in usual]
    found += [(one.kind, one.text) for one in detect(rest) if one.kind in CONTACTS]
    return frozenset(mark(kind, said) for kind, said in found) | {_folded(text)}


def mark(kind: Kind, text: str) -> str:
    """Return a contact, or a number, in the form in which two ways of writing it are equal."""
    if kind in ("telepon", "rekening") or kind in IDENTITY:
        digits = re.sub(r"\D", "", text.replace("o", "0").replace("O", "0"))
        if digits:
            return re.sub(r"^(?:0062|62|0)(?=8|[2-9])", "0", digits)
    return _folded(text)


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "" if "@" in text else " ", text.casefold()).strip()


def public(care: Care, libraries: Iterable[Library]) -> frozenset[str]:
    """Return the marks of everything that the newsroom and its libraries made public."""
    texts = [*care.public]
    for library in libraries:
        contact = library.contact
        texts += [contact.telephone, contact.whatsapp, contact.email, contact.website, library.address]
        if (press := library.press_contact) is not None:
            texts += [press.telephone, press.whatsapp, press.email]
    return frozenset().union(*(marks(text) for text in texts if text)) - {""}


def known(found: Found, public: frozenset[str]) -> bool:
    """Whether what was found is public anyway."""
    if found.kind not in CONTACTS:
        return False
    own = mark(found.kind, found.text)
    return own in public or (found.kind in HOMES and any(own in one for one in public))


def judged(path: str, found: Iterable[Found], public: frozenset[str], care: Care) -> list[Problem]:
    """Return the problems of what was *found* in the file at *path*."""
    open_ = [one for one in found if not one.safe and one.kind not in IDENTITY and not known(one, public)]
    children = any(one.kind in CHILDREN for one in open_)
    return [_problem(path, one, care, child=children) for one in open_]


def met(path: str, found: Iterable[Found], story: Story, library: Library | None) -> list[Problem]:
    """Return a problem for each child whose full name meets the place and a face in one story.

    Save the Children: never a full name, a specific location and an identifying image together.
    """
    faces = any(photo.shows_child and agreed(photo.consent) for photo in story.photos)
    place = bool(story.place) or library is None or library.level in LOCAL
    if not (faces and place):
        return []
    named = {one.text: one for one in reversed([*found]) if one.kind == "anak" and one.safe}
    return [Problem(path, one.line, "anak-dikenali", {"start": _short(one)}) for one in named.values()]


def _problem(path: str, found: Found, care: Care, *, child: bool) -> Problem:
    code = "anak-di-rumah" if child and found.kind in HOMES else f"data-{found.kind}"
    values = {"start": _short(found), "short": found.text.split(" ")[0], "mark": f"data-{found.kind}"}
    mild = CODES[code].holds and code != "anak-di-rumah" and level(found.kind, care.rules) == "warn"
    return Problem(path, found.line, code, values, mild)


def _short(found: Found) -> str:
    """Return enough of *found* to find it by, and too little to be of use to others."""
    if found.kind in CHILDREN - {"anak-sensitif"} or found.kind in HOMES:
        return f"{found.text.split(' ')[0]} …"
    return found.text if found.kind not in CONTACTS else f"{found.text[:SHOWN]}…"
