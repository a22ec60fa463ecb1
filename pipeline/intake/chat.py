"""A WhatsApp chat as exported or copied: who wrote what when, in the forms of Android, iOS and the web.

There is no official description of the form. The heads read here are ``12/08/26 14.05 - Nama: …`` (Android),
``[12/08/26 14.05.33] Nama: …`` (iOS) and ``[14.05, 12/8/2026] Nama: …`` (copied), with their variants by language.
"""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import Literal, NamedTuple

from pipeline.content.text import INVISIBLE
from pipeline.intake.chatdates import DATE, TIME, Order, read_clock, read_date, solve

Kind = Literal["pesan", "sistem", "dihapus"]


class Message(NamedTuple):
    """One message. *day* is ``None`` where its date cannot be told (*written*: as it stands there).

    *sender* is as written, empty for what WhatsApp itself says. *text* has no marks of WhatsApp's own; *files* are
    the media that came with it, *omitted* how many are said to have been left out of the export.
    """

    line: int
    written: str
    day: date | None
    clock: time | None
    sender: str
    text: str
    kind: Kind = "pesan"
    files: tuple[str, ...] = ()
    omitted: int = 0
    edited: bool = False


class Chat(NamedTuple):
    """All messages in their order; *before* is text above the first of them, *order* how dates are to be read."""

    messages: tuple[Message, ...]
    order: Order | None
    before: str = ""


_HEADS = (
    re.compile(rf"(?P<date>{DATE})(?:,| pukul|,? at)? (?P<time>{TIME}) [-–] (?P<rest>.*)", re.DOTALL),
    re.compile(rf"\[(?P<date>{DATE})(?:,| pukul|,? at)? (?P<time>{TIME})\] (?P<rest>.*)", re.DOTALL),
    re.compile(rf"\[(?P<time>{TIME}), (?P<date>{DATE})\] (?P<rest>.*)", re.DOTALL),
)

_DIRECTION = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_OWN = "\u200e"
"""iOS writes this mark before what comes from WhatsApp and not from a person."""

LONGEST_SENDER = 60
"""Letters; group names and names of contacts are shorter."""

_SYSTEM = re.compile(
    r"(?:pesan dan panggilan|messages and calls|messages to this) .*(?:enkripsi|encrypted|secured)"
    r"|.{0,80}\b(?:menambahkan|mengeluarkan|mengubah|membuat grup|bergabung|keluar$|menyematkan|telah keluar"
    r"|added|removed|changed|created (?:this )?group|joined|left$|pinned a message|turned (?:on|off)|mengaktifkan"
    r"|menonaktifkan|kode keamanan|security code)\b",
    re.IGNORECASE,
)
"""What WhatsApp says of itself, in Indonesian and English."""

_DELETED = re.compile(
    r"(?:pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini|this message was deleted"
    r"|you deleted this message)(?: oleh admin .*| by admin .*)?\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:pesan ini (?:telah )?diedit|pesan diedit|this message was edited)>\s*$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"<(?:attached|terlampir|lampiran): ([^<>\n]{1,200})>"
    r"|^([^\n<>:]{1,200}\.\w{2,5}) \((?:file attached|file terlampir|berkas terlampir)\)$",
    re.IGNORECASE | re.MULTILINE,
)
_OMITTED = re.compile(
    r"<?(?:media|gambar|foto|video|audio|stiker|dokumen|gif|kartu kontak|catatan video|pesan suara|image|photo|sticker"
    r"|document|contact card|video note|voice message)"
    r" (?:tidak disertakan|dihilangkan|tidak disisipkan|omitted|not included)>?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"<(?:media|pesan) sekali lihat.*>|<view once .*>|null", re.IGNORECASE)


def looks_like_chat(text: str) -> bool:
    """Tell whether *text* begins, but for a few lines, with the head of a message."""
    start = [line for line in text[:20_000].splitlines() if line.strip()][:4]
    return any(_head(line) for line in start)


def parse(text: str, order: Order | None = None) -> Chat:
    """Return the chat *text*; dates are read in *order* where that is given, else as the whole chat tells.

    Never raises: a line that begins no message belongs to the one above it.
    """
    before, raw = _split(text)
    solved = order or solve([(head["date"], head["time"]) for _line, head, _body in raw])
    messages = tuple(_message(line, head, body, solved) for line, head, body in raw)
    return Chat(messages, solved, before)


def _head(line: str) -> re.Match[str] | None:
    plain = line.translate(_SPACES).lstrip("\u200e\u200f\u202a\u202b\ufeff ")
    if plain[:1] not in "[0123456789":
        return None
    return next((found for head in _HEADS if (found := head.fullmatch(plain))), None)


def _split(text: str) -> tuple[str, list[tuple[int, re.Match[str], str]]]:
    """Return what stands above the first message, and each message: its line, its head, and its whole text."""
    before: list[str] = []
    raw: list[tuple[int, re.Match[str], list[str]]] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if head := _head(line):
            raw.append((number, head, [head["rest"]]))
        else:
            (raw[-1][2] if raw else before).append(line)
    return "\n".join(before).strip(), [(line, head, "\n".join(body)) for line, head, body in raw]


def _message(line: int, head: re.Match[str], rest: str, order: Order | None) -> Message:
    day = read_date(head["date"], order) if order else read_date(head["date"], "hari-bulan") if _named(head) else None
    clock = read_clock(head["time"])
    sender, body = _sender(rest)
    own = body.lstrip(" ").startswith(_OWN)
    body = INVISIBLE.sub("", body.translate(_DIRECTION)).strip()
    made = Message(line, head["date"], day, clock, sender, body)
    if not sender or (own and _SYSTEM.match(body)):
        return made._replace(sender="", kind="sistem")
    if _DELETED.fullmatch(body):
        return made._replace(text="", kind="dihapus")
    return _with_media(made, own=own)


def _named(head: re.Match[str]) -> bool:
    """Whether the date names its month, so that no order is needed."""
    return any(sign.isalpha() for sign in head["date"])


def _sender(rest: str) -> tuple[str, str]:
    """Return who wrote *rest*, and what; nobody where it is WhatsApp that speaks."""
    plain = rest.translate(_DIRECTION)
    name, colon, _body = plain.partition(":")
    first = name.translate(_SPACES).strip().removeprefix("~").strip()
    if (
        not colon or not first or len(first) > LONGEST_SENDER or "\n" in name
        or any(mark in name for mark in '"“”') or _SYSTEM.match(plain.partition("\n")[0].partition(": ")[0])
    ):  # fmt: skip
        return "", rest
    return first, rest.partition(":")[2].removeprefix(" ")


def _with_media(made: Message, *, own: bool) -> Message:
    text, edits = _EDITED.subn("", made.text)
    files = tuple((found[1] or found[2]).strip() for found in _ATTACHED.finditer(text))
    text = _ATTACHED.sub("", text)
    omitted, kept = 0, []
    for piece in text.split("\n"):
        # A person may write "foto tidak disertakan" in a sentence; WhatsApp's own note stands alone on its line.
        bare = piece.strip()
        note = _OMITTED.search(bare)
        alone = note and (bare == note[0] or (own and bare.endswith(note[0])))
        if alone and (bare[0] == "<" or own or made.sender):
            omitted += 1
        elif not _NOTHING.fullmatch(bare):
            kept.append(piece)
    return made._replace(text="\n".join(kept).strip(), files=files, omitted=omitted, edited=bool(edits))


def senders(chat: Chat) -> Iterator[str]:
    """Yield every sender once, in the order of their first messages."""
    yield from dict.fromkeys(message.sender for message in chat.messages if message.sender)
