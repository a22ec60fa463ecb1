"""Mail: its text, the pictures with it, and each document with it as a report of its own.

Plain text is preferred to HTML. Who sent it to whom is not kept, but for the name of the writer, as a guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import policy
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from hashlib import sha256

from pipeline.content.scalar import scalar
from pipeline.content.text import clean, one_line
from pipeline.intake import reader
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Refusal, UnreadableError
from pipeline.intake.guess import Guessed
from pipeline.intake.letter import ADDRESS, Letter, letter, scrubbed
from pipeline.intake.markup import convert
from pipeline.intake.plaintext import decoded
from pipeline.intake.report import drafted
from pipeline.intake.sniff import picture
from pipeline.intake.source import Source
from pipeline.intake.typed import markdown
from pipeline.language import _

HEAVIEST = 80_000_000
"""Bytes of a mail; most services take no more than 25 MB, which BASE64 makes 35."""

MOST = 200
"""Parts of one mail, all its forwarded ones counted."""

COVER = 500
"""Letters of a mail that only says that a document is attached."""

LOCKED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))


@dataclass
class _Pile:
    """What one mail holds: its texts in order, pictures, documents, forwarded mails, and what could not be read."""

    texts: list[str] = field(default_factory=list)
    formatted: list[str] = field(default_factory=list)
    pictures: list[Attachment] = field(default_factory=list)
    documents: list[tuple[str, bytes]] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield a draft of the mail and of each document and forwarded mail in it."""
    message = BytesParser(policy=policy.default).parsebytes(source.read(HEAVIEST))
    if sum(1 for _part in message.walk()) > MOST:
        raise UnreadableError(_("berisi terlalu banyak bagian (paling banyak {most}).").format(most=MOST))
    yield from _mail(message, source, context)


def _mail(message: Message, source: Source, context: Context) -> Iterator[Draft | Refusal]:
    pile = _Pile()
    _sort(message, pile)
    said, formatted = _said(message, pile)
    number = _header(message, "Message-ID")
    found = [one for name, data in pile.documents for one in _document(name, data, number, source, context)]
    found += [one for forwarded in pile.mails for one in _mail(forwarded, source, context)]
    drafts = [one for one in found if isinstance(one, Draft)]
    if not (said.text or pile.pictures or found):
        raise UnreadableError(_("tidak berisi teks, gambar, atau dokumen."))
    if drafts and len(said.text) <= COVER and (len(drafts) == 1 or not pile.pictures):
        # Only a cover: what it says stands in the notes of what it brings.
        cover = (_("Surat pengantarnya:") + "\n" + scrubbed(said.text),) if said.text else ()
        first = drafts[0]
        found[found.index(first)] = first._replace(
            photos=(*first.photos, *pile.pictures), notes=(*first.notes, *cover, *said.notes, *pile.notes)
        )
    elif said.text or pile.pictures:
        yield _draft(message, source, context, pile, said, formatted)
    yield from found


def _document(name: str, data: bytes, number: str, source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield what the document *name* gives, which came with the mail *number*."""
    for found in reader.read(Source(name, data=data, place=f"{number} {name}"), context):
        yield found if isinstance(found, Draft) else found._replace(name=f"{source.name} › {found.name}")


def _draft(message: Message, source: Source, context: Context, pile: _Pile, said: Letter, formatted: str) -> Draft:
    """Return the draft of the mail's own text."""
    sender = _named(said.sender if said.sender is not None else _header(message, "From"))
    when = _sent(message, context)
    # The way of a mail stands in its heads and is another for each who saves it: what it says is what it is.
    total = sha256(f"{said.subject}\0{said.text}".encode("utf-8", "replace"))
    for photo in pile.pictures:
        total.update(sha256(photo.data).digest())
    return drafted(
        source.origin("email", digest=total.hexdigest(), place=_header(message, "Message-ID")),
        context,
        formatted,
        title=Guessed(said.subject, _("perihal suratnya")) if said.subject else None,
        day=Guessed(when.date().isoformat(), _("hari surat dikirim")) if when else None,
        photos=tuple(pile.pictures),
        notes=(*said.notes, *pile.notes),
        fields=(("penulis", scalar(sender)),) if sender else (),
        guesses=(Guess("penulis", _("nama pengirim surat")),) if sender else (),
    )


def _said(message: Message, pile: _Pile) -> tuple[Letter, str]:
    """Return what the mail says, and the same as Markdown."""
    subject = _header(message, "Subject")
    if pile.texts:
        said = letter("\n\n".join(pile.texts), subject)
        return said, markdown(said.text)
    found = [convert(html) for html in pile.formatted]
    for one in found:
        pile.notes.extend(one.notes)
        pile.notes.extend(
            _("Gambar tidak diambil: {address}").format(address=image.told)
            for image in one.images
            if not image.source.lower().startswith("cid:")
        )
    said = letter("\n\n".join(one.text for one in found), subject)
    return said, said.text


def _sort(part: Message, pile: _Pile) -> None:
    """Put *part* and all within it on the *pile*."""
    kind = part.get_content_type()
    if kind in LOCKED:
        raise UnreadableError(_("terenkripsi, jadi tidak dapat dibaca. Minta dikirim tanpa sandi."))
    if kind == "message/rfc822":
        inner = part.get_payload()
        pile.mails += [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []
    elif kind == "multipart/alternative":
        _alternative(part, pile)
    elif part.is_multipart():
        for child in _children(part):
            _sort(child, pile)
    elif kind in {"text/plain", "text/html"} and not _attached(part):
        (pile.texts if kind == "text/plain" else pile.formatted).append(_text(part))
    else:
        _file(part, pile)


def _alternative(part: Message, pile: _Pile) -> None:
    """Put the plain form of a text on the pile, the other one only where that is empty; pictures of both."""
    inner = _Pile()
    for child in _children(part):
        _sort(child, inner)
    plain = any(text.strip() for text in inner.texts)
    pile.texts += inner.texts if plain else []
    pile.formatted += [] if plain else inner.formatted
    pile.pictures += inner.pictures
    pile.documents += inner.documents
    pile.mails += inner.mails
    pile.notes += inner.notes


def _children(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def _file(part: Message, pile: _Pile) -> None:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data:
        return
    name = one_line(_filename(part)) or part.get_content_type().replace("/", ".")
    if picture(data[:32]):
        pile.pictures.append(Attachment(name, data))
    elif part.get_content_type() in {"application/pgp-signature", "application/pkcs7-signature"}:
        return
    else:
        pile.documents.append((name, data))


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_filename(part))


def _filename(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except Exception:  # noqa: BLE001  the standard library raises what it likes over broken heads
        return ""


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        text = clean(data.decode(part.get_content_charset("utf-8")).replace("\r\n", "\n"))
    except (LookupError, UnicodeDecodeError):
        text = decoded(data)
    if str(part.get_param("format") or "").lower() == "flowed":
        # RFC 3676: a line that ends in a space goes on in the next one.
        text = (
            "\n".join(line.removeprefix(" ") for line in text.split("\n")).replace("-- \n", "--\n").replace(" \n", " ")
        )
    return text


def _header(message: Message, name: str) -> str:
    """Return a head as text on one line, decoded; an empty string where it is none, or broken."""
    try:
        value = message[name]
        return one_line(str(value)) if value else ""
    except Exception:  # noqa: BLE001  as above
        return ""


def _named(sender: str) -> str:
    """Return the name in *sender*; an empty string where only an address is known."""
    name = ADDRESS.sub("", sender).replace("<>", "").strip(" \"'<>[]")
    return name if any(letter.isalpha() for letter in name) and not any(sign.isdigit() for sign in name) else ""


def _sent(message: Message, context: Context) -> datetime | None:
    """Return when the mail was sent, in the zone of the import."""
    try:
        when = parsedate_to_datetime(_header(message, "Date"))
        return when.astimezone(context.now.tzinfo)
    except (ValueError, TypeError, OverflowError):
        return None
