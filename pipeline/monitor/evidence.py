"""The rules: what in an item speaks for a library, a story or a person, and what against it."""

from collections.abc import Iterator

import msgspec

from pipeline.monitor import weights
from pipeline.monitor.entry import KINDS, Entry, Told
from pipeline.monitor.folding import Stem, folded
from pipeline.monitor.glance import Glance, Place, area_reason, reason, scattered, scored
from pipeline.monitor.match import Reason, Target
from pipeline.monitor.names import Person

_GENERAL = frozenset(
    """
    mandiri maju baru jaya mulya makmur sejahtera harapan bakti bersama indah sari damai merdeka pelita cahaya
    """.split()  # noqa: SIM905  a list of words is read more easily so
)
"""Words that say what something is like, as villages are also called: they need *Desa* or the like before them."""

_PLACED = frozenset(("kecamatan", "desa", "kabupaten", "provinsi"))


def named(glance: Glance, entry: Entry, core: Place) -> tuple[Reason, Place] | None:
    """Return how the library of *entry* is named around its *core*: whole, or by what is its own."""
    for place in glance.spans.get(entry.name, ()):
        if core.within(place):
            return reason(glance, "nama", weights.NAME, place), place
    if is_name(glance, core) and _near(glance, entry, core):
        return reason(glance, "inti", weights.CORE, core), core
    return None


def is_name(glance: Glance, place: Place) -> bool:
    """Whether what stands at *place* is meant as a name: a word that is also none needs its kind before it."""
    if place.end - place.start > 1 or glance.texts[place.start] not in _GENERAL:
        return True
    return place.start > 0 and glance.texts[place.start - 1] in KINDS


def _near(glance: Glance, entry: Entry, core: Place) -> bool:
    """Whether a word for a library belongs to *core*: near it, or anywhere where it is the village's name."""
    if entry.core == entry.village:
        return True
    reach = 6 if entry.own else 2
    return any(core.start - reach <= at < core.end + reach for at in glance.library)


def around(glance: Glance, entry: Entry, core: Place) -> list[Reason]:
    """Return what the name itself and the places named beside it say of *entry*, whose name stands at *core*."""
    why: list[Reason] = []
    if entry.own:
        why.append(reason(glance, "inti", weights.OWN, core))
    if entry.library.shared == 1:
        why.append(reason(glance, "langka", weights.RARE, core))
    return why + (_office_around if entry.office else placed)(glance, entry, core)


def placed(glance: Glance, entry: Entry, core: Place) -> list[Reason]:
    """Return what the places named, and who prints it, say for and against the place of *entry*."""
    here = list(_here(glance, entry, core))
    if not here and (against := _elsewhere(glance, entry, core)):
        return [against]
    other = _other_district(glance, entry)
    return [*here, *([other] if other else []), *_printed(glance, entry, placed=bool(here))]


def _here(glance: Glance, entry: Entry, core: Place) -> Iterator[Reason]:
    if entry.district not in {"", entry.core, entry.village} and (places := glance.spans.get(entry.district)):
        yield reason(glance, "kecamatan", weights.DISTRICT, places[0])
    if entry.village not in {"", entry.core}:
        for place in glance.spans.get(entry.village, ())[:1]:
            if not place.within(core):
                yield reason(glance, "desa", weights.VILLAGE, place)
    if entry.regency and _names(glance, entry.regency, core):
        yield area_reason(glance, "kabupaten", weights.REGENCY, entry.regency)
    elif entry.province and _names(glance, entry.province, core):
        yield area_reason(glance, "provinsi", weights.PROVINCE, entry.province)


def _names(glance: Glance, code: str, core: Place) -> bool:
    return code in glance.codes and any(
        code in area.codes and not Place(area.start, area.end).within(core) for area in glance.areas
    )


def _elsewhere(glance: Glance, entry: Entry, core: Place) -> Reason | None:
    """Return what speaks against *entry*: regions are named, and all of them are others."""
    others = [area for area in glance.areas if not Place(area.start, area.end).within(core)]
    if not entry.province or not others:
        return None
    near = any(code.startswith(entry.province) for area in others for code in area.codes)
    weight = weights.NEXT_DOOR if near else weights.ELSEWHERE
    return reason(glance, "tempat-lain", weight, Place(others[0].start, others[0].end))


def _other_district(glance: Glance, entry: Entry) -> Reason | None:
    """Return what speaks against *entry*: another district is named. In titles every word may have a capital."""
    if not entry.district or entry.district in glance.spans:
        return None
    for at, text in enumerate(glance.texts[:-1]):
        following = glance.words[at + 1]
        if text == "kecamatan" and not glance.words[at].title and following.capital and not following.title:
            return reason(glance, "kecamatan-lain", weights.OTHER_DISTRICT, Place(at, at + 2))
    return None


def _printed(glance: Glance, entry: Entry, *, placed: bool) -> Iterator[Reason]:
    outlet = glance.item.outlet
    if not glance.outlet:
        return
    if glance.outlet == entry.regency:
        yield Reason(rule="media", words=outlet, weight=weights.LOCAL)
    elif glance.outlet == entry.province:
        yield Reason(rule="media", words=outlet, weight=weights.REGIONAL)
    elif not placed:
        yield Reason(rule="media-lain", words=outlet, weight=weights.LOCAL_ELSEWHERE)


def _office_around(glance: Glance, entry: Entry, core: Place) -> list[Reason]:
    if any(Place(area.start, area.end).within(core) for area in glance.areas):
        return []
    region = entry.library.region
    if region in glance.codes:
        return [area_reason(glance, "wilayah", weights.REGENCY, region)]
    return [Reason(rule="media", words=glance.item.outlet, weight=weights.LOCAL)] if region == glance.outlet else []


def retold(glance: Glance, told: Told, place: Place | None, have: dict[Stem, int]) -> Target | None:
    """Return the story *told* where the item tells it again; *have* are the item's stems, and where each stands.

    *place* is where its village or library is named. A closer look is taken only where that could be enough.
    """
    again = told.stems.keys() & have.keys()
    if len(again) < 2:
        return None
    share = sum(told.stems[one] for one in sorted(again)) / told.whole
    if share < weights.LEAST_TOLD:
        return None
    if place is None and not _hinted(glance, told.entry) and weights.TOLD * share + weights.RECENT < weights.ENOUGH:
        return None
    why = [scattered(glance, "judul", round(weights.TOLD * share, 3), (have[one] for one in again))]
    why += _told_here(glance, told.entry, place)
    if abs(glance.day - told.day) <= weights.SOON:
        why.append(Reason(rule="tanggal", words=told.story.day.isoformat(), weight=weights.RECENT))
    score = scored(why, glance)
    if score < weights.ENOUGH:
        return None
    return Target(kind="berita", name=told.story.address, score=score, why=tuple(why))


def _hinted(glance: Glance, entry: Entry | None) -> bool:
    return entry is not None and (entry.province in glance.provinces or entry.district in glance.spans)


def _told_here(glance: Glance, entry: Entry | None, place: Place | None) -> list[Reason]:
    """Return what says that a story of *entry* happened where the item says."""
    if entry is None:
        return []
    if entry.office:
        if entry.library.region in glance.codes:
            return [area_reason(glance, "wilayah", weights.HERE, entry.library.region)]
        others = [Place(area.start, area.end) for area in glance.areas[:1]]
        return [reason(glance, "tempat-lain", weights.NEXT_DOOR, other) for other in others]
    if place is None:
        return _capped(placed(glance, entry, Place(0, 0)))
    return [reason(glance, "desa", weights.HERE, place), *placed(glance, entry, place)]


def _capped(why: list[Reason]) -> list[Reason]:
    """Return *why* with what speaks for a place scaled down: a district and a regency have many villages."""
    whole = sum(one.weight for one in why if one.weight > 0)
    if whole <= weights.NEAR_HERE:
        return why
    part = weights.NEAR_HERE / whole
    return [msgspec.structs.replace(one, weight=round(one.weight * part, 3)) if one.weight > 0 else one for one in why]


def role(glance: Glance, person: Person) -> Reason | None:
    """Return the words of the person's office that stand in the item, where most of them do."""
    wanted = [word for word in folded(person.role) if word not in {"dan", "desa"}]
    said = [glance.texts.index(word) for word in wanted if word in glance.texts]
    if not wanted or len(said) < 0.6 * len(wanted):
        return None
    return scattered(glance, "peran", weights.ROLE, said)
