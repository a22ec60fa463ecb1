"""Telephone numbers that can be tapped: most readers hold a phone."""

import re

_SIGNS = str.maketrans("", "", " .-()/")


def dialled(number: str) -> str:
    """Return the digits of *number*, with a ``+`` where it has one; empty where it is more than one number."""
    digits = number.translate(_SIGNS)
    return digits if re.fullmatch(r"\+?\d{5,15}", digits, re.ASCII) else ""


def whatsapp(number: str) -> str:
    """Return the address that opens a chat with *number* (``0812…``, ``+62812…``), empty where there is none.

    WhatsApp wants the number with its country, digits only (faq.whatsapp.com/5913398998672934).
    """
    digits = dialled(number)
    if digits.startswith("0"):
        digits = f"62{digits[1:]}"
    return f"https://wa.me/{digits.lstrip('+')}" if digits else ""
