"""A proposal: who asks, why, for what, when, and what it costs. What the reports do not say is named as missing."""

from collections.abc import Iterator

from pipeline.desks.advocacy import tale
from pipeline.desks.advocacy.audience import concerns
from pipeline.desks.advocacy.dossier import Dossier
from pipeline.desks.advocacy.part import Paper, Part, data, heading, listed, note, signed, table, words
from pipeline.evidence.ledger import Matter
from pipeline.language import N_
from pipeline.templating.dates import number, short_date

BLANK = "……………………………"


def proposal(about: Dossier) -> Paper:
    """Return the proposal of an area to the audience of its sheet."""
    sheet, say = about.sheet, about.say
    asks = _asks(about)
    first = asks[0] if asks else None
    parts: list[Part] = [words(say("Dengan hormat, bersama surat ini kami sampaikan usulan berikut."))]
    missing: list[str] = []
    for title, found, lack in _sections(about, asks):
        parts.append(heading(title))
        parts += found or [note(f"[{lack}]")]
        if not found:
            missing.append(lack)
    parts += [
        heading(say("Penutup")),
        words(
            say(
                "Demikian usulan ini kami sampaikan. Setiap dukungan kami laporkan kembali, dengan angkanya. "
                "Atas perhatiannya kami ucapkan terima kasih."
            )
        ),
        _signatures(about),
    ]
    party = first.asked_of if first else ""
    return Paper(
        name="proposal",
        title=say("Proposal: {what}").format(what=first.what) if first else say("Proposal dukungan perpustakaan"),
        owner=sheet.name,
        heading=tuple(filter(None, (sheet.heading, sheet.place, " · ".join(sheet.contacts)))),
        day=sheet.day,
        language=sheet.language,
        parts=tuple(parts),
        letter=(
            (say("Nomor"), BLANK),
            (say("Lampiran"), BLANK),
            (say("Perihal"), say("Permohonan dukungan: {what}").format(what=first.what) if first else BLANK),
            (say("Kepada"), say("Yth. {party}").format(party=party) if party else say("Yth.") + f" {BLANK}"),
        ),
        missing=tuple(missing),
        sample=sheet.sample,
    )


def _asks(about: Dossier) -> list[Matter]:
    """Return what is asked of this audience, or of anybody where nothing is; the soonest first."""
    waiting = [one for one in about.matters if one.status == "diminta"]
    waiting.sort(key=lambda one: (one.due is None, one.due, one.key) if one.due else (True, None, one.key))
    meant = [one for one in waiting if concerns(about.sheet.audience, one.asked_of)]
    return meant or waiting


def _sections(about: Dossier, asks: list[Matter]) -> Iterator[tuple[str, list[Part], str]]:
    """Yield each section: its title, its parts, and what to write where there are none."""
    say = about.say
    yield say("Profil lembaga"), _profile(about), say("Belum ditulis: kunci tentang di profil perpustakaan.")
    yield (
        say("Latar belakang"),
        _background(about),
        say("Belum ada cerita: tulis laporan dengan kunci masalah dan hasil."),
    )
    yield (
        say("Tujuan"),
        _aims(about, asks),
        say("Belum ada tujuan: tulis permintaan di laporan, atau rencana di content/rencana/."),
    )
    yield (
        say("Sasaran"),
        [listed(*about.numbers()), note(about.source())] if about.numbers() else [],
        say("Belum ada angka: tulis peserta di setiap laporan."),
    )
    yield (
        say("Kegiatan dan jadwal"),
        _schedule(about),
        say("Belum ada jadwal: tulis butir rencana kerja di content/rencana/."),
    )
    yield say("Indikator keberhasilan"), _goals(about), say("Belum ada target: tulis target di butir rencana kerja.")
    yield (
        say("Rencana anggaran biaya"),
        _budget(about, asks),
        say("Belum ada anggaran: tulis permintaan: [{apa: …, nilai: …, kepada: …, tenggat: …}] di laporan."),
    )
    yield (
        say("Dukungan yang sudah ada"),
        _support(about),
        say("Belum dicatat: tulis dukungan di laporan, atau di content/dukungan/."),
    )


def _profile(about: Dossier) -> list[Part]:
    known, say, sheet = about.library, about.say, about.sheet
    if known is None or not known.about:
        return []
    return [
        words(known.about),
        data(
            (say("Nama"), known.name),
            (say("Alamat"), known.address),
            (say("Wilayah"), sheet.place),
            (say("Kontak"), " · ".join(sheet.contacts)),
            (say("Mitra"), ", ".join(sheet.partners)),
        ),
    ]


def _background(about: Dossier) -> list[Part]:
    known = about.sheet.tale
    if known is None:
        return []
    told, quote = tale.told(known, about.text)
    spoken = f"“{quote}” {f'({known.speaker})' if known.speaker else ''}".strip() if quote else ""
    return [words(part) for part in (told, spoken) if part] + [note(f"{known.title}. {known.url}")]


def _aims(about: Dossier, asks: list[Matter]) -> list[Part]:
    say = about.say
    found = [say("Memperoleh {what}").format(what=_within(one.what)) for one in asks]
    found += [item.what for plan in about.plans[:1] for item in plan.items]
    return [listed(*dict.fromkeys(found))] if found else []


def _within(what: str) -> str:
    """Return *what* as it stands within a sentence; an abbreviation stays as it is."""
    return what if what[1:2].isupper() else what[:1].lower() + what[1:]


def _schedule(about: Dossier) -> list[Part]:
    say, language = about.say, about.sheet.language
    rows = tuple(
        (
            f"{n}",
            item.what,
            quantity(item.target, item.unit, language),
            short_date(item.due, language) if item.due else "",
        )
        for plan in about.plans[:1]
        for n, item in enumerate(plan.items, 1)
    )
    if not rows:
        return []
    head = (say("No."), say("Kegiatan"), say("Target"), say("Paling lambat"))
    return [note(about.plans[0].title), table(head, rows, (1, 8, 4, 4))]


def _goals(about: Dossier) -> list[Part]:
    say, language = about.say, about.sheet.language
    now = {one.indicator.code: one for one in about.measured}
    rows = []
    for item in (item for plan in about.plans[:1] for item in plan.items):
        if item.target is None:
            continue
        known = now.get(item.indicator)
        name = known.indicator.name if known else item.what
        whole = known.whole.number if known else item.done
        rows.append((name, quantity(whole, item.unit, language), quantity(item.target, item.unit, language)))
    head = (say("Indikator"), say("Sekarang"), say("Target"))
    return [table(head, tuple(rows), (6, 3, 3)), note(about.source())] if rows else []


def _budget(about: Dossier, asks: list[Matter]) -> list[Part]:
    say = about.say
    if not asks:
        return []
    unsaid = say("belum dihitung")
    rows = [(f"{n}", one.what, one.amount, about.rupiah(one.value) or unsaid) for n, one in enumerate(asks, 1)]
    valued = [one.value for one in asks if one.value is not None]
    parts: list[Part] = []
    if valued:
        rows.append(("", say("Jumlah"), "", about.rupiah(sum(valued))))
    parts.append(table((say("No."), say("Uraian"), say("Banyaknya"), say("Nilai")), tuple(rows), (1, 8, 4, 4)))
    if len(valued) < len(asks):
        left = say("{number} uraian belum bernilai rupiah dan tidak ikut dijumlahkan: tulis nilai.")
        parts.append(note(left.format(number=len(asks) - len(valued))))
    return parts


def _support(about: Dossier) -> list[Part]:
    say, language = about.say, about.sheet.language
    came = [one for one in about.matters if one.status in ("diterima", "dijanjikan")]
    rows = tuple(
        (
            one.what,
            one.party or say("tidak disebutkan"),
            about.worth(one),
            say(STATUS[one.status]),
            short_date(one.since, language) if one.since else "",
        )
        for one in came
    )
    head = (say("Dukungan"), say("Dari"), say("Nilai"), say("Keadaan"), say("Sejak"))
    return [table(head, rows, (5, 5, 4, 3, 4))] if rows else []


def quantity(value: float | None, unit: str, language: str) -> str:
    """Return *value* with its unit, a dash where nobody said."""
    return "–" if value is None else f"{number(round(value, 1), language)} {unit}".strip()


def _signatures(about: Dossier) -> Part:
    say, sheet = about.say, about.sheet
    above = say("{place}, {day}").format(place="……………………", day="……………………")
    named = sheet.addressee if sheet.audience in ("kades", "bupati", "gubernur") else ""
    knows = named.partition(" ")[2] or say("Kepala desa")
    return signed(
        (f"{say('Mengetahui')},\n{knows[:1].upper()}{knows[1:]}", f"({BLANK})"),
        (f"{above}\n{say('Pengelola {name}').format(name=sheet.name)}", f"({BLANK})"),
    )


STATUS = {
    "diminta": N_("diminta"),
    "dijanjikan": N_("dijanjikan"),
    "diterima": N_("diterima"),
    "ditolak": N_("ditolak"),
}
"""What stands of a matter, in words."""
