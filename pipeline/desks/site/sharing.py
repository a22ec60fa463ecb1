"""Ways out of a story's page: to hand it on, and to tell somebody that it should be corrected or taken down."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from pipeline.content.library import Contact
from pipeline.desks.site import mail, phone
from pipeline.language import N_, texts


class Way(NamedTuple):
    """A link: what it is called, and its address."""

    title: str
    address: str


def share(title: str, url: str) -> list[Way]:
    """Return the links that share the page *title* at *url*: only those apps that offer one (Instagram does not).

    WhatsApp: faq.whatsapp.com/5913398998672934; Telegram: core.telegram.org/widgets/share; X: developer.x.com
    (Web Intent); Facebook takes the address alone and reads the page itself.
    """
    text, address = quote(title, ""), quote(url, "")
    return [
        Way("WhatsApp", f"https://wa.me/?text={text}%0A{address}"),
        Way("Telegram", f"https://t.me/share/url?url={address}&text={text}"),
        Way("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
        Way("X", f"https://x.com/intent/tweet?text={text}&url={address}"),
    ]


def report(library: str, contact: Contact, publisher: str, email: str, url: str, language: str) -> list[Way]:
    """Return whom to tell that the page at *url* needs a correction, or that a consent is withdrawn.

    The library first, by what it says of itself in public (its site and its accounts only where there is nothing
    quicker), then the newsroom; empty where neither can be reached.
    """
    say = texts(language)
    subject = quote(say(N_("Koreksi atau pencabutan izin")), "")
    body = quote(say(N_("Halaman: {url}\nYang perlu diperbaiki atau dicabut: ")).format(url=url), "")
    found: list[Way] = []
    chat, call = phone.whatsapp(contact.whatsapp), phone.dialled(contact.telephone)
    if chat:
        found.append(Way(f"{library} (WhatsApp)", f"{chat}?text={body}"))
    if there := mail.address(contact.email):
        found.append(Way(f"{library} ({contact.email})", f"{there}?subject={subject}&body={body}"))
    if call and not found:
        found.append(Way(f"{library} ({contact.telephone})", f"tel:{call}"))
    if not found:
        found.extend(_pages(library, contact))
    if there := mail.address(email):
        found.append(Way(f"{publisher} ({email})", f"{there}?subject={subject}&body={body}"))
    return found


_ACCOUNT = re.compile(r"@?([A-Za-z0-9_](?:[\w.]{0,48}[A-Za-z0-9_])?)", re.ASCII)
"""What Instagram and Facebook take as a name; anything else is a sentence about an account, or a link."""


def _pages(library: str, contact: Contact) -> Iterator[Way]:
    """Yield the library's pages elsewhere, on which it can be written to."""
    for host, said in (("www.instagram.com", contact.instagram), ("www.facebook.com", contact.facebook)):
        if name := _ACCOUNT.fullmatch(said):
            yield Way(f"{library} ({host.split('.')[1].title()}: {name[1]})", f"https://{host}/{name[1]}")
    if contact.website.startswith(("https://", "http://")):
        yield Way(f"{library} ({contact.website})", contact.website)
