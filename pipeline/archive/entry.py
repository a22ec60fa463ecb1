"""An entry: a story with everything that its place in the archive decides (time, region, zone, visibility)."""

import msgspec

from pipeline import regions
from pipeline.content.address import topic_slug
from pipeline.content.consent import Consent
from pipeline.content.library import Library
from pipeline.content.moment import Moment
from pipeline.content.picture import Picture
from pipeline.content.story import Participants, Story

DAY = 86_400
NEWS = 2 * DAY
"""How long a story stays in the news sitemap (Google: articles of the last two days)."""

TOPICS = 5
"""A story is listed under at most so many topics: lists stay worth reading, and one edit stays small."""

RELEASES, MEDIA_ROOM = "rilis", "siaran"
"""Sequences of stories that go to the press: as the press may have them, and as everybody may."""

ABOUT = "memuat"
"""``memuat/<address>`` holds the releases that tell of the story at that address, as the press may have them."""

RECIPES = "resep"
"""``resep/<slug>`` holds the stories that tell how to repeat one kind of activity."""

EVERYTHING = "semua"
VERSIONS, TRANSLATED = "versi", "terjemahan"
"""Sequences of the translations of one story, and of those in one month."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One story in the archive.

    *published* and *opens* are seconds since 1970 (UTC): publication time, and the instant from which it may be seen
    (publication or embargo, whichever is later). *released* is the instant from which the press may have it, who are
    told of the embargo. *region* is the story's own code or its library's, *regency* and
    *province* what it lies in (empty where unknown). *live* tells that nothing but time holds it back. *html* and
    *text* name the stored body.
    """

    story: Story
    html: str
    text: str
    published: int
    opens: int
    released: int
    region: str
    regency: str
    province: str
    zone: str
    live: bool

    @property
    def month(self) -> str:
        """The calendar month of the address, ``2023/05``."""
        return self.story.address[:7]

    @property
    def modified(self) -> int:
        """When it last changed for its readers: publication, or its latest correction (seconds since 1970).

        A correction comes after what it corrects, also where only its day was written and that is the day of both.
        """
        after = self.published + 1
        return max([self.published, *(max(after, item.date.instant(self.zone)) for item in self.story.corrections)])

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics under which it is listed."""
        return self.story.topics[:TOPICS]


class Shot(msgspec.Struct, frozen=True, omit_defaults=True):
    """A photo that may stand beside a story in a list, with what its people agreed to."""

    picture: Picture
    alt: str = ""
    consent: Consent = Consent()
    shows_child: bool = False


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a list shows of a story. *regency* and *province* are codes; *shots* are its photos in their order."""

    address: str
    title: str
    summary: str
    library: str
    published: int
    modified: int
    zone: str
    sample: bool
    regency: str = ""
    province: str = ""
    language: str = "id"
    shots: tuple[Shot, ...] = ()


def card(entry: Entry) -> Card:
    """Return what a list shows of *entry*."""
    story = entry.story
    return Card(
        story.address, story.title, story.summary, story.library, entry.published,
        entry.modified, entry.zone, story.sample, entry.regency, entry.province,
        story.language,
        tuple(
            Shot(photo.picture, photo.alt or photo.caption, photo.consent, photo.shows_child)
            for photo in story.photos if photo.picture is not None
        ),
    )  # fmt: skip


def attendance(counts: Participants | None) -> int | None:
    """Return how many came: the total, else men and women where both are given; ``None`` where nobody counted."""
    if counts is None:
        return None
    if counts.total is None and counts.men is not None and counts.women is not None:
        return counts.men + counts.women
    return counts.total


def enter(
    story: Story,
    html: str,
    text: str,
    library: Library | None,
    *,
    holds: bool,
    drafts: bool,
    after: int = 0,
) -> Entry:
    """Return *story*'s place in the archive.

    *library* is its library's profile (``None`` where the profile has errors), *holds* tells of an error that holds
    it back; *drafts* shows everything at once, for a preview. It does not open before *after* (seconds since 1970).
    """
    home = library.region if library else ""
    zone = regions.zone_of(home)
    region = story.region or home
    published = publication(story, zone)
    embargo = story.embargo.instant(zone) if story.embargo else published
    shown = story.status in ("terbit", "ralat") or (drafts and story.status != "tarik")
    regency, province = places(region)
    return Entry(
        story=story,
        html=html,
        text=text,
        published=published,
        opens=0 if drafts else max(published, embargo, after),
        released=0 if drafts else max(published, after),
        region=region,
        regency=regency,
        province=province,
        zone=zone,
        live=shown and not holds,
    )


def places(code: str) -> tuple[str, str]:
    """Return the codes of the regency and the province in which *code* lies, empty where they are not known."""
    regency, province = regions.regency_of(code), regions.province_of(code)
    return (regency if regions.region(regency) else "", province if regions.region(province) else "")


def publication(story: Story, zone: str) -> int:
    """Return when *story* is published: ``terbit_pada``, else its day; for an invitation its month's first day."""
    if story.publish_at is not None:
        return story.publish_at.instant(zone)
    if story.kind == "pengumuman":
        year, month = story.address.split("/")[:2]
        return Moment(story.date.day.replace(year=int(year), month=int(month), day=1)).instant(zone)
    return Moment(story.date.day, zone=story.date.zone).instant(zone)


def sequences(entry: Entry) -> dict[str, str]:
    """Return the sequences in which *entry* stands, each with its bucket: the year or month of the list's archive.

    A translation stands in no list: only beside its original, and in its month's sitemap.
    """
    story, month, year = entry.story, entry.month, entry.month[:4]
    if story.original:
        return {f"{VERSIONS}/{story.original}": "", f"{TRANSLATED}/{month}": ""}
    found = {EVERYTHING: "", f"bulan/{month}": "", f"perpustakaan/{story.library}": year}
    if entry.regency:
        found[f"wilayah/{entry.regency}"] = year
    if entry.province:
        found[f"wilayah/{entry.province}"] = month
    for topic in entry.topics:
        found[f"topik/{topic}"] = month
        if entry.regency:
            found[f"topik/{topic}@{entry.regency}"] = ""
    if story.strategy:
        found[f"strategi/{story.strategy}"] = month
        if entry.province:
            found[f"strategi/{story.strategy}@{entry.province}"] = ""
    if recipe := recipe_slug(story):
        found[f"{RECIPES}/{recipe}"] = ""
    if story.release is not None:
        found |= _of_the_press(entry)
    return found


def recipe_slug(story: Story) -> str:
    """Return the address of the recipe to which *story* belongs (``kebun-hidroponik``), empty for none."""
    return topic_slug(story.recipe.name) if story.recipe else ""


def _of_the_press(entry: Entry) -> dict[str, str]:
    """Return the sequences in which a press release stands."""
    around = (
        "",
        f"/perpustakaan/{entry.story.library}",
        *(f"/wilayah/{code}" for code in (entry.regency, entry.province)),
    )
    found = {RELEASES + name: "" for name in around if not name.endswith("/")}
    found[MEDIA_ROOM] = entry.month[:4]
    return found | {f"{ABOUT}/{address}": "" for address in entry.story.about}


def for_all(name: str) -> bool:
    """Whether what stands in the sequence *name* is for everybody, and not for the press before others."""
    return name.partition("/")[0] not in (RELEASES, ABOUT)


def instants(entry: Entry) -> set[int]:
    """Return the instants at which something about *entry* turns true or false, beside its leaving the news sitemap."""
    found = {entry.opens}
    if entry.story.release is not None:
        found.add(entry.released)
    for consent in (*(q.consent for q in entry.story.quotes), *(p.consent for p in entry.story.photos)):
        if consent.until is not None:
            found.add(consent.until.instant(entry.zone) + DAY)
        if consent.revoked is not None:
            found.add(consent.revoked.instant(entry.zone))
    return found
