"""Telephone numbers in what people send each other: left out, since nobody gave them for a website."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.language import _
from pipeline.safety.contacts import phones

_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com/send\S{0,3}phone=)/?\+?\d{8,15}\S*", re.IGNORECASE
)
_ABROAD = re.compile(r"(?<![\w+])\+\d{1,3}(?:[ .()-]{0,2}\d){7,12}(?!\d)")
_MENTION = re.compile(r"@\+?\d{8,15}(?!\d)")


class Bare(NamedTuple):
    """A text without telephone numbers, and how many were left out."""

    text: str
    left_out: int


def is_number(sender: str) -> bool:
    """Tell whether *sender* is a telephone number and no name."""
    return bool(re.fullmatch(r"[+()\d .-]{7,}", sender)) and sum(sign.isdigit() for sign in sender) >= 7


def digits(number: str) -> str:
    """Return *number* as digits with the country's code: ``0812-3456`` and ``+62 812 3456`` are one."""
    bare = re.sub(r"\D", "", number)
    return f"62{bare[1:]}" if bare.startswith("0") else bare


def labels(senders: Iterable[str]) -> dict[str, str]:
    """Return what each sender is called: the name as saved, and ``Pengirim 1`` and so on for a number."""
    out: dict[str, str] = {}
    for sender in senders:
        number = _("Pengirim {number}").format(number=1 + sum(is_number(one) for one in out))
        out.setdefault(sender, number if is_number(sender) else sender)
    return out


def without_numbers(text: str, known: dict[str, str]) -> Bare:
    """Return *text* without telephone numbers; that of a sender (*known*: digits to label) becomes the label."""
    count = 0
    hidden = _("[nomor telepon dihapus]")

    def said(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        mention = found[0].startswith("@")
        label = known.get(digits(found[0]))
        return f"@{label}" if mention and label else label or hidden

    for pattern in (_LINK, _MENTION, _ABROAD):
        text = pattern.sub(said, text)
    lines = []
    for line in text.split("\n"):
        whole = line
        for found in reversed(phones(line)):
            number = whole[found.start() : found.end()]
            count += 1
            whole = f"{whole[: found.start()]}{known.get(digits(number)) or hidden}{whole[found.end() :]}"
        lines.append(whole)
    return Bare("\n".join(lines), count)
