"""From views of records to pages. Runs in workers."""

from pipeline.build.output import renders
from pipeline.build.workbench import Workbench
from pipeline.desks.evidence import addresses
from pipeline.desks.evidence.record_views import ChoicePage, IssuePage, LedgerPage, PlanPage
from pipeline.desks.evidence.records import ISSUES, PLANS, SELECTIONS, SUPPORT, TITLES
from pipeline.desks.evidence.render import ALL
from pipeline.language import N_, texts
from pipeline.templating.environment import fill

STATES = {
    "diminta": N_("Diminta"),
    "dijanjikan": N_("Dijanjikan"),
    "diterima": N_("Diterima"),
    "ditolak": N_("Ditolak"),
}

PROGRESS = {
    "belum": N_("belum dimulai"),
    "berjalan": N_("berjalan"),
    "selesai": N_("selesai"),
    "tertunda": N_("tertunda"),
    "batal": N_("batal"),
}

LEVELS = {
    "desa": N_("Panel desa"),
    "kecamatan": N_("Panel kecamatan"),
    "kabupaten": N_("Panel kabupaten"),
    "provinsi": N_("Panel provinsi"),
    "nasional": N_("Panel nasional"),
}

CRITERIA = {
    "efektivitas": (N_("Efektivitas"), N_("Apakah hasil yang diinginkan tercapai?")),
    "efisiensi": (N_("Efisiensi"), N_("Seberapa besar hasilnya dibanding usaha dan biayanya?")),
    "kecukupan": (N_("Kecukupan"), N_("Seberapa jauh hasil itu menjawab masalahnya?")),
    "perataan": (N_("Perataan"), N_("Apakah manfaat dan bebannya terbagi adil?")),
    "responsivitas": (N_("Responsivitas"), N_("Apakah hasilnya sesuai kebutuhan dan keinginan warga?")),
    "ketepatan": (N_("Ketepatan"), N_("Apakah tujuannya sendiri berguna dan pantas?")),
}
"""Each criterion with its question."""

Page = LedgerPage | PlanPage | IssuePage | ChoicePage


@renders(LedgerPage)
def ledger(view: LedgerPage, bench: Workbench) -> bytes:
    """The ledger of support of an area."""
    return _page(bench, view, "ledger", (SUPPORT,), TITLES[SUPPORT], STATES)


@renders(PlanPage)
def plans(view: PlanPage, bench: Workbench) -> bytes:
    """The plans of an area beside what came of them."""
    return _page(bench, view, "plans", (PLANS,), TITLES[PLANS], PROGRESS)


@renders(IssuePage)
def issue(view: IssuePage, bench: Workbench) -> bytes:
    """A policy question with its matrix."""
    slug = view.address
    names = {code: name for code, (name, _) in CRITERIA.items()}
    asked = {f"{code}?": question for code, (_, question) in CRITERIA.items()}
    return _page(bench, view, "issue", (ISSUES, slug), view.title, names | asked)


@renders(ChoicePage)
def selections(view: ChoicePage, bench: Workbench) -> bytes:
    """What panels of an area chose."""
    return _page(bench, view, "selections", (SELECTIONS,), TITLES[SELECTIONS], LEVELS)


def _page(
    bench: Workbench, view: Page, template: str, parts: tuple[str, ...], title: str, words: dict[str, str]
) -> bytes:
    """Fill *template*; *words* are what codes are called."""
    say = texts(view.frame.language)
    address = "/".join((addresses.of_area(view.key), *parts))
    values = {
        "page": view,
        "frame": view.frame,
        "lang": view.frame.language,
        "root": "../" * (address.count("/") + 1),
        "canonical": f"{view.frame.url}{address}/",
        "title": say(title),
        "place": view.name or say(ALL),
        "all": say(ALL),
        "words": {code: say(word) for code, word in words.items()},
    }
    return fill(bench.options, view.frame.language, f"evidence/{template}.html", values).encode()
