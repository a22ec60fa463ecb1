"""Policy on paper: the brief of one question, and its options weighed by Dunn's six criteria."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from pipeline.content.option import CRITERIA, Issue, Option
from pipeline.content.summary import opening
from pipeline.desks.advocacy.dossier import Dossier
from pipeline.desks.advocacy.part import Paper, Part, below, heading, listed, note, table, words
from pipeline.evidence.options import Range, ranking, sensitivity, weights
from pipeline.language import N_
from pipeline.templating.dates import number, short_date

MOST = 1_500
"""Words of a brief."""

ROOM = (4_000, 900, 600, 400, 250, 120)
"""Letters that each text of a brief may have: the first with which all of it has at most ``MOST`` words."""

FULL = 8
"""So many options, and points of evidence, references, pros and cons each, stand in a brief."""

NAMES = {
    "efektivitas": N_("efektivitas"),
    "efisiensi": N_("efisiensi"),
    "kecukupan": N_("kecukupan"),
    "perataan": N_("perataan"),
    "responsivitas": N_("responsivitas"),
    "ketepatan": N_("ketepatan"),
}
VIEWS = {
    "prospektif": N_("Prospektif: yang akan dibawa setiap pilihan, dinilai sebelum keputusan."),
    "retrospektif": N_("Retrospektif: yang dibawa setiap pilihan, dinilai sesudah dijalankan."),
}


def brief(about: Dossier, issue: Issue) -> Paper:
    """Return the brief of *issue*: at most ``MOST`` words."""
    for letters in ROOM:
        paper = _brief(about, issue, letters)
        if paper.words <= MOST:
            return paper
    return paper._replace(parts=tuple(_bounded(paper.parts)))


def _bounded(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Yield *parts* as far as they have room: many words of names alone."""
    left = MOST
    for part in parts:
        left -= part.words
        if left >= 0:
            yield part


def _brief(about: Dossier, issue: Issue, letters: int) -> Paper:
    say, sheet = about.say, about.sheet
    missing: list[str] = []

    def part(text: str, lack: str) -> Part:
        if not text:
            missing.append(say(lack))
            return note(f"[{say(lack)}]")
        return words(_short(text, letters))

    summary = " ".join(filter(None, (_first(issue.problem), _short(issue.recommendation, letters))))
    facts = [_short(one, letters) for one in issue.evidence[:FULL]]
    parts = [
        heading(say("Ringkasan")),
        part(summary, N_("Belum ditulis: kunci masalah dan rekomendasi.")),
        heading(say("Masalah")),
        part(issue.problem, N_("Belum ditulis: kunci masalah.")),
        heading(say("Bukti")),
        listed(*facts) if facts else part("", N_("Belum ditulis: kunci bukti.")),
    ]
    if about.numbers():
        parts += [listed(*about.numbers()[:FULL]), note(about.source())]
    parts.append(heading(say("Pilihan")))
    for option in issue.options[:FULL]:
        parts += _option(about, option, letters)
    if not issue.options:
        parts.append(part("", N_("Belum ditulis: kunci opsi.")))
    parts += [note(line) for line in _outcome(issue, say, sheet.language)]
    parts += [heading(say("Rekomendasi")), part(issue.recommendation, N_("Belum ditulis: kunci rekomendasi."))]
    sources = [f"{one.title}. {one.url}" if one.url else one.title for one in issue.references[:FULL]]
    parts += [heading(say("Acuan")), listed(*sources) if sources else part("", N_("Belum ditulis: kunci acuan."))]
    return _paper(about, issue, "ringkasan-kebijakan", parts, missing)


def _option(about: Dossier, option: Option, letters: int) -> Iterator[Part]:
    say = about.say
    cost = about.rupiah(option.cost)
    yield below(f"{option.name} ({cost})" if cost else option.name)
    if option.description:
        yield words(_short(option.description, letters))
    for name, points in ((say("Kelebihan"), option.pros), (say("Kekurangan"), option.cons)):
        if points:
            yield listed(*(f"{name}: {_short(one, letters)}" for one in points[:FULL]))


def matrix(about: Dossier, issue: Issue) -> Paper:
    """Return the options of *issue* by the six criteria, with weights, their order, and how firm it is."""
    say, language = about.say, about.sheet.language
    weighed = weights(issue)
    names = tuple(say(NAMES[one]) for one in CRITERIA)
    share = tuple(_percent(one, language) for one in weighed)
    ranks = ranking(issue)
    rows = [
        (
            rank.option.name,
            *(f"{mark.score}" if mark.score else "–" for mark in rank.option.marks),
            number(round(float(rank.score), 2), language) if rank.score is not None else "–",
            f"{rank.place}" if rank.place else "–",
        )
        for rank in ranks
    ]
    head = (say("Pilihan"), *names, say("Nilai"), say("Urutan"))
    parts = [words(say(VIEWS[issue.view])), table(head, ((say("Bobot"), *share, "", ""), *rows), (5, *(3,) * 6, 2, 2))]
    parts += [words(line) for line in _outcome(issue, say, language)]
    partial = (option.name for option in issue.options if not option.complete)
    missing = [say("{option}: skor belum lengkap").format(option=name) for name in partial]
    if not issue.options:
        missing.append(say("Belum ditulis: kunci opsi."))
    for option in issue.options:
        told = [
            f"{say(NAMES[name])}: {mark.reason}"
            for name, mark in zip(CRITERIA, option.marks, strict=True)
            if mark.reason
        ]
        if told:
            parts += [heading(option.name), listed(*told)]
    parts.append(
        note(say("Skor 1 (buruk) sampai 5 (baik), menurut enam kriteria William N. Dunn; ditulis oleh penyusunnya."))
    )
    return _paper(about, issue, "matriks-pilihan", parts, missing)


def _outcome(issue: Issue, say: Callable[[str], str], language: str) -> Iterator[str]:
    """Yield which option comes first, and how much that depends on the weights."""
    found = sensitivity(issue)
    if found is None:
        return
    names = ", ".join(found.first)
    yield say("Urutan pertama: {names}.").format(names=names)
    if found.firm:
        yield say("Urutan pertama tetap, berapa pun bobot satu kriteria diubah.")
    elif found.ranges:
        told = [_range(one, say, language) for one in found.ranges if not one.free]
        yield say("Urutan pertama tetap selama {ranges}.").format(ranges="; ".join(told))
    if not found.holds_equally:
        yield say("Kalau semua kriteria berbobot sama, yang pertama: {names}.").format(names=", ".join(found.equal))


def _range(one: Range, say: Callable[[str], str], language: str) -> str:
    said = say("bobot {name} antara {least} dan {most} (sekarang {now})")
    return said.format(
        name=say(NAMES[one.criterion]),
        least=_percent(one.least, language),
        most=_percent(one.most, language),
        now=_percent(one.weight, language),
    )


def _percent(part: Fraction, language: str) -> str:
    return f"{number(round(100 * float(part)), language)} %"


def _paper(about: Dossier, issue: Issue, name: str, parts: list[Part], missing: list[str]) -> Paper:
    sheet = about.sheet
    day = short_date(issue.day, sheet.language) if issue.day else ""
    return Paper(
        name=f"{name}-{issue.address.rpartition('/')[2]}",
        title=issue.title,
        owner=sheet.name,
        heading=tuple(filter(None, (sheet.heading, sheet.place, day))),
        day=issue.day or sheet.day,
        language=sheet.language,
        parts=tuple(parts),
        missing=tuple(dict.fromkeys(missing)),
        sample=issue.sample,
    )


def _first(text: str) -> str:
    return next(iter(opening(text, 1, 400)), text[:400])


def _short(text: str, letters: int) -> str:
    """Return the first sentences of *text* that have room in so many *letters*."""
    return text if len(text) <= letters else " ".join(opening(text, 99, letters))
