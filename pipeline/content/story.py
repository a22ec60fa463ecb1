"""The story: what one report says, after reading and before anything is looked up."""

from typing import Literal

import msgspec

from pipeline.content.consent import Consent
from pipeline.content.found import Found
from pipeline.content.moment import Moment
from pipeline.content.picture import Picture
from pipeline.content.problem import Problem
from pipeline.content.proof import Measure, People, Proof, Recipe, Survey
from pipeline.content.support import Support

Status = Literal["draf", "periksa", "terbit", "ralat", "tarik"]
Kind = Literal["kegiatan", "cerita-dampak", "advokasi", "pengumuman", "siaran-pers"]
Strategy = Literal["layanan-informasi", "pelibatan-masyarakat", "advokasi", "publikasi"]

STATUSES: tuple[Status, ...] = ("draf", "periksa", "terbit", "ralat", "tarik")
KINDS: tuple[Kind, ...] = ("kegiatan", "cerita-dampak", "advokasi", "pengumuman", "siaran-pers")
STRATEGIES: tuple[Strategy, ...] = ("layanan-informasi", "pelibatan-masyarakat", "advokasi", "publikasi")


class Participants(msgspec.Struct, frozen=True, omit_defaults=True):
    """How many came (``peserta``); ``None`` where not given."""

    total: int | None = None
    men: int | None = None
    women: int | None = None
    children: int | None = None
    elderly: int | None = None
    disabled: int | None = None


class Photo(msgspec.Struct, frozen=True, omit_defaults=True):
    """One photo. *file* is a path from the newsroom's root, with ``/``; *picture* what was found when it was opened."""

    file: str
    caption: str = ""
    alt: str = ""
    photographer: str = ""
    consent: Consent = Consent()
    shows_child: bool = False
    picture: Picture | None = None


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """One quotation (``kutipan``)."""

    text: str
    name: str = ""
    role: str = ""
    consent: Consent = Consent()


class Correction(msgspec.Struct, frozen=True):
    """One correction (``ralat``): when, and what was put right."""

    date: Moment
    text: str


class Release(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a report says of itself as a press release (``siaran``): its number, and the city of its dateline."""

    number: str = ""
    city: str = ""


class Story(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One report. Texts are plain text, one line each, never markup.

    *address* is ``2023/05/panen-hidroponik``; *path* the file, relative to the newsroom's root, with ``/``.
    *summary* is the report's own or, where it gives none, made from the first sentences of its body. *steps* tell
    how another library may do the same. *asks* and *supports* are its lines of the ledger of support. *release* is
    there where it goes to the press as well, and *about* are the addresses of the stories of which a release tells
    (``berita``). *change* is what was measured before and after, *cost* is in rupiah. *original* is the address of the
    story of which this
    is a translation.
    """

    address: str
    path: str
    title: str
    date: Moment
    library: str
    publish_at: Moment | None = None
    embargo: Moment | None = None
    status: Status = "terbit"
    kind: Kind = "kegiatan"
    strategy: Strategy | None = None
    topics: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    summary: str = ""
    summary_given: bool = False
    author: str = ""
    place: str = ""
    region: str | None = None
    participants: Participants | None = None
    partners: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    quotes: tuple[Quote, ...] = ()
    problem: str = ""
    action: str = ""
    result: str = ""
    outcome: str = ""
    meaning: str = ""
    steps: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    change: tuple[Measure, Measure] | None = None
    survey: Survey | None = None
    people: People | None = None
    cost: int | None = None
    funding: tuple[str, ...] = ()
    recipe: Recipe | None = None
    asks: tuple[Support, ...] = ()
    supports: tuple[Support, ...] = ()
    event: str = ""
    release: Release | None = None
    about: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn_because: str = ""
    aliases: tuple[str, ...] = ()
    language: str = "id"
    original: str = ""
    social: dict[str, str] = {}
    sample: bool = False


class Read(msgspec.Struct, frozen=True):
    """What reading one file gave. *story* is ``None`` where an error holds it back.

    *html* is the body as safe HTML (sanitized), *text* the same as plain paragraphs separated by an empty line,
    *problems* are sorted by line.
    """

    story: Story | None
    html: str = ""
    text: str = ""
    problems: tuple[Problem, ...] = ()
    found: tuple[Found, ...] = ()
