"""Sums of money as Indonesians write them: ``Rp5.000.000``, ``Rp 2,5 juta``, ``750 ribu``, ``5000000``."""

import re
from fractions import Fraction

MOST = 10**13
"""Ten trillion rupiah: above that a slip of the hand is far likelier than a sum that a library asked for or got."""

LONGEST = 120
"""Letters that a sum may have, with the same sum in words behind it."""

SCALES = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "m": 10**9,
    "triliun": 10**12, "trilyun": 10**12, "t": 10**12,
}  # fmt: skip

_MONEY = re.compile(
    r"(?:(?:sebesar|senilai|sejumlah)\s+)?"
    r"(?P<minus>-)?\s*(?:(?:rp|idr)\.?\s*)?(?P<sign>-)?\s*"
    r"(?P<number>\d{1,18}(?:[.,]\d+)*)"
    rf"\s*(?P<scale>(?:{'|'.join(sorted(SCALES, key=len, reverse=True))})\b\.?)?"
    r"\s*(?:rupiah\b|idr\b)?\s*(?:,\s*[-–—=]+|\.\s*[-–—=]+|[-–—])?\s*(?:\([^()\d]*\))?\.?",
    re.ASCII | re.IGNORECASE,
)
"""``Rp5.000.000,-`` ends as on receipts; the sum in letters may follow in brackets."""

_GROUPED = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)")
_WITH_CENTS = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+),(?P<part>\d{1,2})|"
                         r"(?P<english>\d{1,3}(?:,\d{3})+)\.(?P<cents>\d{2})")  # fmt: skip
_SCALED = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d{1,6}))?|(?P<point>\d+)\.(?P<tenths>\d{1,2})")

_FOREIGN = re.compile(
    r"(?<![^\W\d_])(?:US\s?\$|S\$|A\$|USD|SGD|AUD|EUR|MYR|JPY|GBP|CNY|SAR|THB|KRW)(?![^\W\d_])"
    r"|[$€£¥₩฿]|(?-i:(?<![^\W_])RM(?=\s?\d))"
    r"|\b(?:dolar|dollars?|euro|ringgit|yen|yuan|riyal|poundsterling|won|baht)\b",
    re.IGNORECASE,
)


def read_money(text: str) -> int | None:
    """Return the rupiah that *text* says (perhaps negative), or ``None`` where it says none, or says another currency.

    Points group thousands and a comma parts the fraction (EYD V, III.A and III.B), but ``1.5 juta`` and
    ``5,000,000`` are understood: they can mean nothing else. Sen are rounded to the rupiah.
    """
    clean = " ".join(text.replace("−", "-").replace("\xa0", " ").split())
    found = _MONEY.fullmatch(clean) if len(clean) <= LONGEST else None
    if found is None or foreign(clean):
        return None
    scale = found["scale"]
    number = _whole(found["number"]) if scale is None else _scaled(found["number"], SCALES[scale.lower().rstrip(".")])
    if number is None:
        return None
    rupiah = int(number + Fraction(1, 2))
    return -rupiah if found["minus"] or found["sign"] else rupiah


def foreign(text: str) -> str:
    """Return the other currency that *text* names, as it is written there; empty where it names none."""
    found = _FOREIGN.search(text)
    return found[0] if found else ""


def rupiah(number: int) -> str:
    """Return *number* as Indonesians write it: ``Rp5.000.000``."""
    return f"Rp{number:,}".replace(",", ".")


def _whole(number: str) -> Fraction | None:
    if _GROUPED.fullmatch(number):
        return Fraction(re.sub(r"\D", "", number))
    found = _WITH_CENTS.fullmatch(number)
    if found is None:
        return None
    whole, part = (found["whole"], found["part"]) if found["whole"] else (found["english"], found["cents"])
    return Fraction(f"{re.sub(r'[.,]', '', whole)}.{part}")


def _scaled(number: str, scale: int) -> Fraction | None:
    found = _SCALED.fullmatch(number)
    if found is None:
        return None
    if found["point"]:
        return Fraction(number) * scale
    return Fraction(f"{found['whole'].replace('.', '')}.{found['part'] or 0}") * scale
