"""Numbers with a unit as people write them: ``3 keluarga``, ``2,5 ton``, ``Rp500.000 per bulan``, ``40 %``."""

import re

from pipeline.content.money import read_money

_NUMBER = re.compile(r"-?\s?(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(?P<part>\d{1,6}))?(?P<unit>.*)", re.DOTALL)
_POINT = re.compile(r"-?\s?(?P<whole>\d{1,12})\.(?P<part>\d{1,2})(?P<unit>(?:\D.*)?)", re.DOTALL)
"""``60.5 kg``: points group by three, so before one or two digits it can only part the fraction."""

_RUPIAH = re.compile(
    r"(?P<money>rp\.?\s?\d(?:[\d.,]*\d)?(?:\s?(?:ribu|rb|juta|jt|miliar|milyar)\b)?)(?:,-)?(?P<unit>.*)",
    re.IGNORECASE | re.DOTALL,
)

RUPIAH = "rupiah"


def read_number(text: str) -> tuple[float, str] | None:
    """Return the number that *text* begins with, and the unit that follows it; ``None`` where there is none.

    Points group thousands and a comma parts the fraction (EYD V, III.A). Money has the unit ``rupiah``, before what
    follows: ``rupiah per bulan``.
    """
    clean = " ".join(text.replace("−", "-").replace("\xa0", " ").split())
    if found := _RUPIAH.fullmatch(clean):
        money = read_money(found["money"])
        return None if money is None else (float(money), f"{RUPIAH} {found['unit'].strip()}".strip())
    found = _POINT.fullmatch(clean) or _NUMBER.fullmatch(clean)
    if found is None or re.match(r"/|[\d.,]*\d", found["unit"]):
        return None
    value = float(f"{found['whole'].replace('.', '')}.{found['part'] or 0}")
    return -value if clean.startswith("-") else value, found["unit"].strip()
