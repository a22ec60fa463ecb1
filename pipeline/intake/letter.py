"""The text of a mail: what its writer says, apart from covers, quotations and signatures. Pure."""

import re
from typing import NamedTuple

from pipeline.content.text import lines, one_line
from pipeline.intake.privacy import without_numbers
from pipeline.language import _

ADDRESS = re.compile(r"<?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b>?")
_CONTACT = re.compile(
    r"\b(?:telp?|telepon|phone|hp|wa|whatsapp|mobile|ponsel|fax|faks|surel|e-?mail|kontak|instagram|ig)\b\s*[.:]",
    re.IGNORECASE,
)

_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{2,}\s*(?:forwarded message|pesan terusan|pesan yang diteruskan|original message|pesan asli)\s*-{2,}"
    r"|(?:begin forwarded message|mulai pesan (?:yang )?diteruskan):)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ \t>]*\*?(?P<key>from|dari|date|sent|tanggal|dikirim|subject|subjek|perihal|hal|to|kepada|untuk|ke|cc|tembusan"
    r"|reply-to|balas ke)\*?[ \t]*:[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"^(?:on\b.{5,200}\bwrote|pada\b.{5,200}\bmenulis)\s*:[ \t]*\n(?=[ \t]*\n?[ \t]*>)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_MACHINE = re.compile(
    r"^(?:dikirim dari|sent from|terkirim dari|dapatkan outlook|get outlook)\b.{0,60}$", re.IGNORECASE | re.MULTILINE
)
_CLOSING = re.compile(
    r"^(?:salam|hormat|wassalam|best regards|regards|sincerely|terima kasih|terimakasih)\b.{0,40}$", re.IGNORECASE
)
_PREFIX = re.compile(r"^(?:(?:re|fw|fwd|bls|trs|terusan)\s*:\s*)+", re.IGNORECASE)

LAST = 12
"""Lines at the end of a letter among which a signature is looked for."""

SENDERS = frozenset(("from", "dari"))
SUBJECTS = frozenset(("subject", "subjek", "perihal", "hal"))


class Letter(NamedTuple):
    """What a mail says: its *text*, its *subject* (of what was forwarded, if anything was), and what was left out.

    *sender* is that of what was forwarded, as written there; ``None`` where nothing was.
    """

    text: str
    subject: str
    sender: str | None = None
    notes: tuple[str, ...] = ()


def letter(text: str, subject: str) -> Letter:
    """Return the letter in *text* (plain, or Markdown, whose line ends stay), the text of a mail with *subject*."""
    notes: list[str] = []
    sender: str | None = None
    subject = _PREFIX.sub("", one_line(subject))
    if found := _FORWARDED.search(text):
        cover, text = text[: found.start()], text[found.end() :]
        text, told, sender = _forwarded(text)
        subject = told or subject
        if cover.strip():
            notes.append(_("Pengantar yang meneruskan:") + "\n" + scrubbed(cover))
    if (found := _REPLY.search(text)) and text[: found.start()].strip():
        notes.append(_("Kutipan surat sebelumnya tidak ikut:") + "\n" + scrubbed(text[found.start() :]))
        text = text[: found.start()]
    text, signature = _signed(_MACHINE.sub("", text))
    if signature:
        notes.append(_("Tanda tangan tidak ikut:") + "\n" + scrubbed(signature))
    text, contacts = _without_contacts(text)
    if contacts:
        notes.append(_("Baris kontak di akhir surat tidak ikut:") + "\n" + scrubbed(contacts))
    return Letter(text.strip("\n") if text.strip() else "", subject, sender, tuple(notes))


def scrubbed(text: str) -> str:
    """Return *text* without addresses and telephone numbers of persons."""
    return lines(ADDRESS.sub(_("[surel dihapus]"), without_numbers(text, {}).text))


def _forwarded(text: str) -> tuple[str, str, str]:
    """Return what was forwarded without its own heads, its subject and its sender."""
    quoted = all(line.lstrip().startswith(">") for line in text.split("\n") if line.strip())
    rest = [re.sub(r"^[ \t]*> ?", "", line) for line in text.split("\n")] if quoted else text.split("\n")
    subject = sender = ""
    while rest:
        found = _HEADER.match(rest[0])
        if found and found["key"].lower() in SUBJECTS:
            subject = _PREFIX.sub("", one_line(found["value"]))
        elif found and found["key"].lower() in SENDERS:
            sender = one_line(found["value"])
        elif not found and rest[0].strip():
            break
        rest.pop(0)
    return "\n".join(rest), subject, sender


def _signed(text: str) -> tuple[str, str]:
    """Return the text before the line that opens a signature (RFC 3676, section 4.3), and the signature."""
    found = re.search(r"^--[ \t]*$", text, re.MULTILINE)
    return (text[: found.start()], text[found.end() :]) if found and text[: found.start()].strip() else (text, "")


def _without_contacts(text: str) -> tuple[str, str]:
    """Return *text* without the lines below its last greeting that only say how to reach its writer, and these."""
    written = text.rstrip().split("\n")
    start = max((number for number, line in enumerate(written) if _CLOSING.match(line.strip())), default=-1)
    if start < 0 or len(written) - start > LAST + 1:
        return text, ""
    below = written[start + 1 :]
    kept = [line for line in below if not _only_contact(line)]
    return "\n".join([*written[: start + 1], *kept]), "\n".join(line for line in below if _only_contact(line))


def _only_contact(line: str) -> bool:
    """Tell whether *line* is a telephone number or an address, with perhaps a word or a name for it."""
    bare = ADDRESS.sub("", without_numbers(line, {}).text.replace(_("[nomor telepon dihapus]"), ""))
    return bare != line and (bool(_CONTACT.search(line)) or len(re.findall(r"[^\W\d_]{2,}", bare)) <= 3)
