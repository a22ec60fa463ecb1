"""A work plan as people write it: a list of lines, each a text or a mapping."""

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.content.address import slug
from pipeline.content.fields import Fields
from pipeline.content.keys import PLAN, PLAN_ITEM
from pipeline.content.money import read_money
from pipeline.content.plan import PROGRESS, Item, Plan, Progress
from pipeline.content.record import ReadRecord
from pipeline.content.record_reader import area, deadline, read_file

FOLDER = "content/rencana/"

FIRST, LAST = 1990, 2100
"""Years in which a plan may lie; others are slips of the hand."""

MOST = 10**13

_NUMBER = re.compile(r"(-?)\s*(\d{1,3}(?:\.\d{3})+|\d{1,14})(?:,(\d{1,3}))?\s*(\D*)")
"""Points group thousands, a comma parts the fraction (EYD V, III.A and III.B); a unit may follow."""

_PROGRESS: dict[str, Progress] = {word: word for word in PROGRESS} | {
    "direncanakan": "belum", "planned": "belum", "jalan": "berjalan", "proses": "berjalan", "ongoing": "berjalan",
    "tercapai": "selesai", "done": "selesai", "tunda": "tertunda", "ditunda": "tertunda", "terhambat": "tertunda",
    "dibatalkan": "batal", "cancelled": "batal",
}  # fmt: skip


class Amount(NamedTuple):
    """A number, and the unit that was written behind it (perhaps empty)."""

    number: float
    unit: str


def read_plan(path: str, data: bytes) -> ReadRecord:
    """Return what the plan *data* at *path* says. Pure; never raises for what is in it."""
    return read_file(path, data, FOLDER, PLAN, _plan)


def _plan(fields: Fields, path: str, address: str) -> Plan:
    plan = Plan(
        address=address,
        path=path,
        area=area(fields),
        title=fields.required("judul", "judul-hilang"),
        year=_year(fields),
        items=tuple(item for one in fields.each("butir", PLAN_ITEM, "apa") if (item := _item(one)) is not None),
        sample=fields.yes("contoh") or False,
    )
    if not plan.items:
        fields.add("butir", "rencana-kosong")
    return plan


def _year(fields: Fields) -> int:
    text = fields.text("tahun")
    if not text:
        fields.add("tahun", "tahun-hilang")
    elif not re.fullmatch(r"\d{4}", text, re.ASCII) or not FIRST <= int(text) <= LAST:
        fields.add("tahun", "tahun-tidak-sah", value=text)
    else:
        return int(text)
    return 0


def _item(fields: Fields) -> Item | None:
    what = fields.text("apa")
    if not what:
        fields.report.add(fields.line, "butir-kosong")
        return None
    indicator = slug(fields.text("indikator"))
    target, done = _amount(fields, "target"), _amount(fields, "tercapai")
    unit = fields.text("satuan") or (target.unit if target else "") or (done.unit if done else "")
    if target is not None and not unit and not indicator:
        fields.add("target", "target-tanpa-satuan", value=fields.shown("target"))
        target = None
    if done is not None and done.unit and unit and done.unit.casefold() != unit.casefold():
        fields.add("tercapai", "satuan-tercapai-berbeda", value=done.unit, unit=unit)
        done = None
    return Item(
        what=what, indicator=indicator, target=target.number if target else None, unit=unit,
        done=done.number if done else None, due=deadline(fields, "tenggat"), obstacle=fields.text("hambatan"),
        follow_up=fields.text("tindak_lanjut"),
        status=fields.choice("status", _PROGRESS, wrong="status-butir-tidak-dikenal"),
    )  # fmt: skip


def _amount(fields: Fields, key: str) -> Amount | None:
    """Return the number at *key* with its unit; one that cannot be read, or is below zero, is noted and left out."""
    text = fields.text(key, wrong="bukan-jumlah")
    if not text:
        return None
    if re.match(r"-?\s*(?:rp|idr)\b|-?\s*rp", text, re.IGNORECASE):
        value = fields.money(key)
        return None if value is None else Amount(float(value), "rupiah")
    found = _NUMBER.fullmatch(text.replace("−", "-"))
    if found is None or found[4].strip().casefold() in ("juta", "ribu", "miliar"):
        money = read_money(text)
        if money is not None and 0 <= money <= MOST:
            return Amount(float(money), "rupiah")
        fields.add(key, "bukan-jumlah", value=text)
        return None
    number = Decimal(f"{found[2].replace('.', '')}.{found[3] or 0}")
    if number > MOST or (found[1] and number):
        fields.add(key, "jumlah-mustahil", value=text)
        return None
    return Amount(float(number), found[4].strip())
