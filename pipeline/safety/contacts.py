"""Ways to reach somebody as they are usually written: quick to find, without the rules for all that people may type."""

import re
from typing import NamedTuple

from pipeline.safety.finding import Kind

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_PHONE = re.compile(r"(?<![\w./-])(?<!\d,)(?:\+?62[\s.-]?|\(?0)[2-9]\d{0,3}\)?(?:[\s.-]{0,2}\d){5,9}(?![\d/])")
"""A telephone of Indonesia, with its area or network: nine to thirteen digits."""


class Contact(NamedTuple):
    """A telephone or an e-mail address, as written."""

    kind: Kind
    text: str


def contacts(line: str) -> tuple[list[Contact], str]:
    """Return the contacts in *line*, and what is left of it without them."""
    found = [Contact("surel", address) for address in _MAIL.findall(line)]
    rest = _MAIL.sub(" ~ ", line)
    found += [Contact("telepon", number) for number in _PHONE.findall(rest)]
    return found, _PHONE.sub(" ~ ", rest)
