"""Support as people write it: in a report's ``permintaan`` and ``dukungan``, or in a file of its own.

Reading is forgiving in form: a mapping, a list of them, or one line of text, which is kept as what is asked or given.
"""

import re
from datetime import date

from pipeline.content.address import slug
from pipeline.content.fields import Fields
from pipeline.content.keys import SUPPORT, SUPPORT_FILE
from pipeline.content.money import foreign, read_money
from pipeline.content.record import ReadRecord
from pipeline.content.record_reader import day, deadline, is_draft, read_file
from pipeline.content.release_reader import read_stories
from pipeline.content.support import STATES, Form, State, Support, SupportFile

FOLDER = "content/dukungan/"

BARE = 10_000
"""``jumlah: 18500000`` is a sum of rupiah, ``jumlah: 600`` a number of things."""

_SAYS_MONEY = re.compile(
    r"\b(?:rp|idr|rupiah|ribu|rb|juta|jt|mil[iy]ar|tril[iy]u?n)\b|\brp|\d(?:rb|jt)\b", re.IGNORECASE
)

_FORM: dict[str, Form] = {
    "material": "material", "barang": "material", "uang": "material", "dana": "material", "buku": "material",
    "nonmaterial": "nonmaterial", "imaterial": "nonmaterial", "jasa": "nonmaterial", "tenaga": "nonmaterial",
    "kebijakan": "nonmaterial", "kesempatan": "nonmaterial", "pelatihan": "nonmaterial",
}  # fmt: skip

_STATE: dict[str, State] = {state: state for state in STATES} | {
    "minta": "diminta", "diajukan": "diminta", "diusulkan": "diminta", "asked": "diminta",
    "janji": "dijanjikan", "disetujui": "dijanjikan", "promised": "dijanjikan",
    "terima": "diterima", "terwujud": "diterima", "diberikan": "diterima", "received": "diterima",
    "tolak": "ditolak", "refused": "ditolak", "rejected": "ditolak",
}  # fmt: skip

_PERSON = re.compile(
    r"(?:Ibu|Bapak|Pak|Bu|Sdr\.?|Sdri\.?|Saudara|Saudari|H\.|Hj\.)\s+(?!(?:Kepala|Camat|Bupati|Lurah|Gubernur|Wali|"
    r"Ketua|Menteri|Direktur|Sekretaris|Rektor)\b)[A-Z]"
)
"""How the name of one person begins, but not that of an office."""


def read_asks(fields: Fields) -> tuple[Support, ...]:
    """Return what a report asks for (``permintaan``)."""
    return tuple(line for entry in fields.each("permintaan", SUPPORT, "apa") if (line := _support(entry, "diminta")))


def read_supports(fields: Fields) -> tuple[Support, ...]:
    """Return what support a report tells of (``dukungan``)."""
    return tuple(line for entry in fields.each("dukungan", SUPPORT, "apa") if (line := _support(entry, "dijanjikan")))


def read_support(path: str, data: bytes) -> ReadRecord:
    """Return what the file *data* at *path* in ``content/dukungan/`` says. Pure; never raises for what is in it."""
    return read_file(path, data, FOLDER, SUPPORT_FILE, _file)


def _file(fields: Fields, path: str, address: str) -> SupportFile | None:
    library = slug(fields.required("perpustakaan", "perpustakaan-hilang").removesuffix(".md"))
    support = _support(fields, "diminta", draft=is_draft(fields))
    stories, sample = read_stories(fields), fields.yes("contoh") or False
    if support is None:
        return None
    return SupportFile(
        address=address, path=path, library=library, support=support, stories=stories, sample=sample
    )  # fmt: skip


def _support(fields: Fields, usual: State, *, draft: bool = False) -> Support | None:
    """Return the line that *fields* say, *usual* being its status where it says none; ``None`` where it is none."""
    days = {key: day(fields, key) for key in ("tanggal", *STATES)}
    status = "diminta" if draft else _status(fields, {state: days[state] for state in STATES}, usual)
    value, amount = _value(fields)
    anonymous = fields.yes("tampilkan", unclear=False) is False
    party = _party(fields, anonymous=anonymous)
    what = fields.text("apa")
    if status is None:
        return None
    if not (what or party or amount or value is not None):
        fields.report.add(fields.line, "dukungan-kosong")
        return None
    return Support(
        what=what, party=party, anonymous=anonymous,
        form=fields.choice("wujud", _FORM, wrong="wujud-tidak-dikenal") or "",
        value=value, amount=amount, status=status, day=days["tanggal"],
        asked=days["diminta"], promised=days["dijanjikan"], received=days["diterima"], refused=days["ditolak"],
        due=deadline(fields, "tenggat"), matter=_matter(fields), reason=fields.text("alasan"),
        thanks=fields.text("hasil"),
    )  # fmt: skip


def _status(fields: Fields, days: dict[State, date | None], usual: State) -> State | None:
    """Return what ``status`` says, else the newest of *days*, else *usual*; ``None`` where it cannot be understood."""
    if not fields.lacks("status"):
        return fields.choice("status", _STATE, wrong="status-dukungan-tidak-dikenal")
    dated = [(when, STATES.index(state)) for state, when in days.items() if when is not None]
    if dated:
        return STATES[max(dated)[1]]
    if usual == "dijanjikan":
        fields.add("status", "dukungan-tanpa-status")
    return usual


def _value(fields: Fields) -> tuple[int | None, str]:
    """Return rupiah and an amount in words: ``jumlah`` may be either."""
    text = fields.text("jumlah")
    number = read_money(text)
    if foreign(text) or (number is not None and (_SAYS_MONEY.search(text) or abs(number) >= BARE)):
        said = fields.money("jumlah")
        return (said if fields.lacks("nilai") else fields.money("nilai")), ""
    return fields.money("nilai"), text


def _party(fields: Fields, *, anonymous: bool) -> str:
    """Return whom the line names: who gives or, where it names nobody, who was asked."""
    key = "kepada" if fields.lacks("dari") else "dari"
    name = fields.text(key)
    if anonymous:
        return ""
    if fields.lacks("tampilkan") and _PERSON.match(name):
        fields.add(key, "dukungan-perorangan", value=name)
    return name


def _matter(fields: Fields) -> str:
    """Return ``kode`` as ``<slug>`` or ``<library>/<slug>``, empty where it says none."""
    text = fields.text("kode")
    owner, _, name = text.rpartition("/")
    code = slug(name)
    if text and (not code or (owner and not slug(owner))):
        fields.add("kode", "kode-tidak-sah", value=text)
        return ""
    return f"{slug(owner)}/{code}" if owner else code
