"""The board of plans against what was done, and the report back to whoever gave support."""

from pipeline.content.near import nearest
from pipeline.content.plan import Item, Plan, progress
from pipeline.desks.advocacy.dossier import Dossier
from pipeline.desks.advocacy.part import Paper, Part, heading, listed, note, table, words
from pipeline.desks.advocacy.proposal import STATUS, quantity
from pipeline.evidence.ledger import Matter
from pipeline.language import N_
from pipeline.templating.dates import short_date

PROGRESS = {
    "belum": N_("belum"),
    "berjalan": N_("berjalan"),
    "selesai": N_("selesai"),
    "tertunda": N_("tertunda"),
    "batal": N_("batal"),
}


def board(about: Dossier) -> Paper:
    """Return all plans of an area against what was done of them."""
    say, sheet = about.say, about.sheet
    parts: list[Part] = []
    for plan in about.plans:
        parts += [heading(plan.title), _table(about, plan)]
    lack = say("Belum ada rencana kerja untuk area ini: tulis di content/rencana/.")
    if any(item.indicator for plan in about.plans for item in plan.items):
        parts.append(
            note(say("Yang tercapai pada indikator dihitung dari laporan. {source}").format(source=about.source()))
        )
    return Paper(
        name="papan-rencana",
        title=say("Rencana dan pelaksanaan"),
        owner=sheet.name,
        heading=tuple(filter(None, (sheet.heading, sheet.place))),
        day=sheet.day,
        language=sheet.language,
        parts=tuple(parts) or (note(f"[{lack}]"),),
        missing=() if about.plans else (lack,),
        sample=sheet.sample,
    )


def _table(about: Dossier, plan: Plan) -> Part:
    say, language = about.say, about.sheet.language
    rows = []
    for item in plan.items:
        done = reached(about, plan, item)
        rows.append(
            (
                item.what,
                quantity(item.target, item.unit, language),
                quantity(done, item.unit, language),
                short_date(item.due, language) if item.due else "–",
                say(PROGRESS[progress(item, done)]),
                item.obstacle or "–",
                item.follow_up or "–",
            )
        )
    head = (
        say("Kegiatan"),
        say("Target"),
        say("Tercapai"),
        say("Tenggat"),
        say("Keadaan"),
        say("Hambatan"),
        say("Tindak lanjut"),
    )
    return table(head, tuple(rows), (6, 3, 3, 4, 3, 6, 6))


def reached(about: Dossier, plan: Plan, item: Item) -> float | None:
    """Return what was done of *item*: by its indicator in the year of *plan*, else as somebody wrote."""
    for one in about.measured:
        if one.indicator.code == item.indicator:
            return dict(one.years)[f"{plan.year}"].number if f"{plan.year}" in dict(one.years) else item.done
    return item.done


def given_by(about: Dossier, name: str) -> tuple[Matter, ...]:
    """Return what the party called *name* promised or gave."""
    wanted = _folded(name)
    came = [one for one in about.matters if one.status in ("dijanjikan", "diterima") and one.party]
    exact = [one for one in came if _folded(one.party) == wanted]
    return tuple(exact or (one for one in came if wanted and wanted in _folded(one.party)))


def near(about: Dossier, name: str) -> tuple[str, ...]:
    """Return whom somebody who wrote *name* may have meant: the nearest party, else all."""
    parties = tuple(
        dict.fromkeys(one.party for one in about.matters if one.party and one.status in ("dijanjikan", "diterima"))
    )
    found = nearest(name, parties)
    return (found,) if found else parties


def report(about: Dossier, name: str) -> Paper:
    """Return the report back to *name*: what was received, what it brought about, the stories and numbers of it."""
    say, sheet, language = about.say, about.sheet, about.sheet.language
    found = given_by(about, name)
    party = found[0].party if found else name
    missing: list[str] = []
    rows = tuple(
        (
            one.what,
            about.worth(one) or "–",
            say(STATUS[one.status]),
            short_date(one.since, language) if one.since else "–",
            about.names.get(one.library, one.library),
        )
        for one in found
    )
    head = (say("Dukungan"), say("Nilai"), say("Keadaan"), say("Sejak"), say("Untuk"))
    thanks = say("Terima kasih, {party}. Inilah yang kami terima, dan yang terjadi sesudahnya.").format(party=party)
    parts = [words(thanks), heading(say("Yang kami terima")), table(head, rows, (6, 4, 3, 4, 6))]
    values = [one.value for one in found if one.value is not None and one.status == "diterima"]
    if values:
        parts.append(words(say("Jumlah yang bernilai rupiah: {sum}.").format(sum=about.rupiah(sum(values)))))
    brought = [f"{one.what}: {one.thanks}" for one in found if one.thanks]
    parts.append(heading(say("Hasilnya")))
    lack = say("Belum ditulis: kunci hasil pada catatan dukungan.")
    parts.append(listed(*brought) if brought else note(f"[{lack}]"))
    if len(brought) < len(found):
        missing.append(lack)
    stories = [about.accounts[address] for one in found for address in one.stories if address in about.accounts]
    parts.append(heading(say("Ceritanya")))
    lack = say("Belum ada cerita: tulis laporan, dan sebutkan dukungannya dengan kode yang sama.")
    parts.append(
        listed(*(f"{one.title}. {one.outcome} {one.url}" for one in dict.fromkeys(stories)))
        if stories
        else note(f"[{lack}]")
    )
    if not stories:
        missing.append(lack)
    if about.numbers():
        parts += [heading(say("Angka {name}").format(name=sheet.name)), listed(*about.numbers()), note(about.source())]
    parts.append(
        words(
            say("Kalau ada yang ingin ditanyakan: {contact}.").format(contact=" · ".join(sheet.contacts))
            if sheet.contacts
            else ""
        )
    )
    return Paper(
        name="laporan-dukungan",
        title=say("Laporan untuk {party}").format(party=party),
        owner=sheet.name,
        heading=tuple(filter(None, (sheet.heading, sheet.place))),
        day=sheet.day,
        language=language,
        parts=tuple(part for part in parts if part.kind != "paragraf" or part.text),
        missing=tuple(missing),
        sample=sheet.sample,
    )


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
