"""Ways to reach somebody as they are usually written: quick to find, without the rules for all that people may type."""

import re
from typing import NamedTuple

from pipeline.safety.finding import Kind

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_DIGITS = r"(?:\+?62[\s.-]?|\(?0)[2-9]\d{0,3}\)?(?:[\s.-]{0,2}\d){5,9}"
_MAYBE = re.compile(_DIGITS)
_PHONE = re.compile(rf"(?<![\w./-])(?<!\d,)(?<!\s\d\d\s)(?<!\s\d{{3}}\s)(?<!\s\d{{4}}\s){_DIGITS}(?![\d/])")
"""A telephone of Indonesia, with its area or network: nine to thirteen digits."""


HONEST = re.compile(
    r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
    r"|(?<![\d.])[0-2]?\d[.:][0-5]\d(?![\d.])"
    r"|(?<![\d.+])[1-9]\d{0,2}(?:\.\d{3})+(?!\d|[.\-]\d)"
)
"""Dates, times of the day, and numbers in thousands."""


class Contact(NamedTuple):
    """A telephone or an e-mail address, as written."""

    kind: Kind
    text: str


def contacts(line: str) -> tuple[list[Contact], str]:
    """Return the contacts in *line*, and what is left of it without them."""
    found, rest = [], line
    if "@" in line:
        found = [Contact("surel", address) for address in _MAIL.findall(line)]
        rest = _MAIL.sub(_blank, line)
    for phone in phones(rest):
        found.append(Contact("telepon", phone[0]))
        rest = f"{rest[: phone.start()]}{_blank(phone)}{rest[phone.end() :]}"
    return found, rest


def _blank(found: re.Match[str]) -> str:
    """Return as many signs as were found, none of them a digit: what is around it stays where it was."""
    return "~" * len(found[0])


def phones(line: str) -> list[re.Match[str]]:
    """Return where telephones stand in *line*."""
    if not _MAYBE.search(line):
        return []
    return [found for found in _PHONE.finditer(HONEST.sub(_blank, line)) if _shaped(found[0])]


def _shaped(text: str) -> bool:
    """Whether digits are grouped as in a telephone: ``02.06.02.01.048`` is the number of a chair."""
    groups = re.findall(r"\d+", text)
    digits = "".join(groups).removeprefix("62").removeprefix("0")
    least = 9 if digits.startswith("8") else 8
    return len(digits) >= least and len(groups) < 5 and all(len(group) > 2 for group in groups[1:-1])
