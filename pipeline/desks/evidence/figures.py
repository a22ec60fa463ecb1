"""The charts of an area: from what is shown of its evidence to values that can be drawn."""

from collections import defaultdict
from collections.abc import Callable

from pipeline.desks.evidence.views import Inside, Series
from pipeline.language import N_
from pipeline.pictures.charts.time import by_time
from pipeline.pictures.charts.values import (
    Aim,
    Answer,
    Bar,
    Bars,
    Columns,
    Pair,
    Pairs,
    Part,
    Parts,
    Survey,
    Targets,
    Values,
)

STRATEGIES = {
    "layanan-informasi": N_("Layanan informasi"),
    "pelibatan-masyarakat": N_("Pelibatan masyarakat"),
    "advokasi": N_("Advokasi"),
    "publikasi": N_("Publikasi"),
    "": N_("Tanpa strategi"),
}

PLACES = 12
"""So many places are drawn, those with the most attendances; the table beside has all."""

PAIRS = 6
"""So many measures before and after are drawn, the newest; the list beside has more."""

Say = Callable[[str], str]


def through_time(series: Series, say: Say, language: str) -> Columns | None:
    """Return the events of each month by strategy, ``None`` where there are none."""
    used = [slug for slug in STRATEGIES if any(cell.strategy == slug and cell.sums.events for cell in series.cells)]
    months: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * len(used))
    for cell in series.cells:
        if cell.sums.events:
            months[cell.month][used.index(cell.strategy)] += cell.sums.events
    if not months:
        return None
    names = [say(STRATEGIES[slug]) for slug in used]
    return by_time(say(N_("Kegiatan menurut waktu dan strategi")), say(N_("kegiatan")), months, names, language)


def who(series: Series, say: Say) -> Parts | None:
    """Return who took part, ``None`` where nobody says how many came."""
    sums = series.sums
    if not sums.counted:
        return None
    parts = [
        Part(say(N_("Perempuan")), sums.women, _of(say, sums.women_in)),
        Part(say(N_("Laki-laki")), sums.men, _of(say, sums.men_in)),
        Part(say(N_("Tidak dirinci")), sums.unsplit),
    ]
    beside = [
        Part(say(name), number, _of(say, events))
        for name, number, events in (
            (N_("Anak"), sums.children, sums.children_in),
            (N_("Lansia"), sums.elderly, sums.elderly_in),
            (N_("Penyandang disabilitas"), sums.disabled, sums.disabled_in),
        )
        if events
    ]
    note = say(
        N_("Yang dirinci hanya kegiatan yang laporannya merincinya; jumlah yang sangat kecil tidak ditampilkan.")
    )
    return Parts(
        say(N_("Siapa yang hadir")),
        say(N_("kehadiran")),
        tuple(part for part in parts if part.value),
        tuple(beside),
        note,
    )


def _of(say: Say, events: int) -> str:
    return say(N_("dari {count} kegiatan")).format(count=events) if events else ""


def places(series: Series, say: Say) -> Bars | None:
    """Return the attendances of the places within, the most first, ``None`` where there is nothing to compare."""
    found = sorted((one for one in series.inside if one.sums.counted), key=_most)
    if len(found) < 2:
        return None
    note = say(N_("{count} yang terbanyak; semuanya ada di tabel di bawah.")).format(count=PLACES)
    return Bars(
        say(N_("Kehadiran menurut tempat")), say(N_("kehadiran")),
        tuple(Bar(one.way.title, one.sums.came) for one in found[:PLACES]), note if len(found) > PLACES else "",
    )  # fmt: skip


def _most(one: Inside) -> tuple[int, str]:
    return -one.sums.came, one.way.title


def survey(series: Series, say: Say) -> Survey | None:
    """Return what participants said afterwards, ``None`` where nobody was asked."""
    sums = series.sums
    asked = (
        (N_("Bertambah pengetahuannya"), sums.knowledge, sums.knowledge_of),
        (N_("Lebih percaya diri"), sums.confidence, sums.confidence_of),
        (N_("Akan menerapkannya"), sums.application, sums.application_of),
        (N_("Lebih tahu layanan perpustakaan"), sums.awareness, sums.awareness_of),
    )
    answers = tuple(Answer(say(question), agreed, of) for question, agreed, of in asked if of)
    note = say(N_("Survei pada {count} kegiatan.")).format(count=sums.surveyed)
    return Survey(say(N_("Kata peserta sesudah kegiatan")), answers, note) if answers else None


def changes(series: Series, say: Say) -> Pairs | None:
    """Return what was measured before and after, ``None`` where nothing was."""
    pairs = tuple(
        Pair(one.before.what or one.after.what or one.title, one.after.unit, one.before.value, one.after.value)
        for one in series.changes[:PAIRS]
    )
    return Pairs(say(N_("Sebelum dan sesudah")), pairs) if pairs else None


def targets(series: Series, say: Say) -> Targets | None:
    """Return the indicators of the newest year that has targets beside them, ``None`` where none has."""
    for at in reversed(range(len(series.columns))):
        rows = [(row, value) for row in series.rows if (value := row.years[at]) is not None and value.target]
        if rows:
            aims = tuple(Aim(row.name, row.unit, value.number, value.target) for row, value in rows)
            return Targets(say(N_("Target tahun {year}")).format(year=series.columns[at]), aims)
    return None


def figures(series: Series, say: Say, language: str) -> dict[str, Values | None]:
    """Return the charts of *series* by the names under which the page places them, ``None`` where there is nothing."""
    return {
        "target": targets(series, say),
        "waktu": through_time(series, say, language),
        "hadir": who(series, say),
        "survei": survey(series, say),
        "tempat": places(series, say),
        "ubah": changes(series, say),
    }
