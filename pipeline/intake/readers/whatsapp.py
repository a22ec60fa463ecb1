"""A WhatsApp chat: an exported ZIP or text file, or what was copied from the telephone. One draft for each report."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pipeline.content.scalar import scalar
from pipeline.content.text import shown
from pipeline.intake import package
from pipeline.intake.chat import Chat, looks_like_chat, parse, senders
from pipeline.intake.chatreport import LONG, ChatReport, choose, reports
from pipeline.intake.clues import where
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Origin, Refusal, UnreadableError, seen
from pipeline.intake.guess import date_in
from pipeline.intake.marks import markdown, plain
from pipeline.intake.plaintext import decoded
from pipeline.intake.privacy import digits, is_number, labels, without_numbers
from pipeline.intake.source import Source
from pipeline.language import _

KIND = "chat"
PICTURES = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp")
STICKER = re.compile(r"(?:STK-|.*-STICKER-)", re.IGNORECASE)
HEAVIEST_PICTURE = 60_000_000
LONGEST_TITLE = 110
LARGEST_CHAT = 60_000_000
"""Bytes of the chat's text: some 500,000 messages."""

Fetch = Callable[[str], bytes | None]


class _Telling(NamedTuple):
    """What all drafts of one chat share: what senders are called, how pictures are had, and what was asked for."""

    names: dict[str, str]
    numbers: dict[str, str]
    fetch: Fetch
    context: Context
    source: Source


def is_export(names: Sequence[str]) -> bool:
    """Tell whether a ZIP with parts of these *names* is an exported chat."""
    return any(_is_chat_name(name) for name in names)


def _is_chat_name(name: str) -> bool:
    return "/" not in name and name.lower().endswith(".txt") and ("chat" in name.lower() or "whatsapp" in name.lower())


def is_chat(head: bytes) -> bool:
    """Tell whether a text that begins with *head* is a chat."""
    return looks_like_chat(decoded(head))


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield the reports in the chat *source*; raises ``UnreadableError`` where there is no chat in it."""
    if source.head()[:4] == b"PK\x03\x04":
        with package.opened(source, package.CHAT) as parts:
            name = max((one for one in parts.names if _is_chat_name(one)), key=parts.size, default="")
            if not name:
                raise UnreadableError(_("tidak ada teks chat (.txt) di dalamnya."))
            text = decoded(parts.read(name, LARGEST_CHAT))
            yield from _read(text, parts.notes, source, context, _from_package(parts))
    else:
        text = decoded(source.read(LARGEST_CHAT))
        yield from _read(text, (), source, context, _from_folder(source.path))


def _from_package(parts: package.Package) -> Fetch:
    def fetch(name: str) -> bytes | None:
        return parts.read(name, HEAVIEST_PICTURE) if name in parts else None

    return fetch


def _from_folder(path: Path | None) -> Fetch:
    """Return how files beside an exported text are had: those in the same folder, and no links."""

    def fetch(name: str) -> bytes | None:
        if path is None or "/" in name or "\\" in name or name in {"", ".", ".."}:
            return None
        beside = path.parent / name
        with suppress(OSError):
            if not beside.is_symlink() and beside.is_file() and beside.stat().st_size <= HEAVIEST_PICTURE:
                return beside.read_bytes()
        return None

    return fetch


def _read(text: str, notes: Sequence[str], source: Source, context: Context, fetch: Fetch) -> Iterator[Draft | Refusal]:
    asked = context.options
    chat = parse(text, asked.order)
    if not chat.messages:
        raise UnreadableError(_("tidak ada pesan WhatsApp di dalamnya."))
    if chat.order is None and (asked.since or asked.until) and any(one.day is None for one in chat.messages):
        raise UnreadableError(_order_asked(chat))
    chosen = choose(chat.messages, asked.since, asked.until, asked.senders)
    found = reports(chosen)
    if not found:
        yield Refusal(source.name, _("tidak ada pesan yang cocok dengan pilihan tanggal atau pengirimnya."))
        return
    names = labels(senders(chat))
    numbers = {digits(sender): label for sender, label in names.items() if is_number(sender)}
    telling = _Telling(names, numbers, fetch, context, source)
    general = list(notes)
    if len(chosen) < len(chat.messages):
        general.append(_("{count} pesan di luar pilihan tidak diambil.").format(count=len(chat.messages) - len(chosen)))
    if chat.before:
        general.append(_("Di atas pesan pertama tertulis: {text}").format(text=_bare(chat.before, telling)))
    if chat.order is None and any(one.day is None for one in chosen):
        general.append(_order_asked(chat))
    for number, one in enumerate(found):
        yield _draft(one, telling, general if number == 0 else ())


def _order_asked(chat: Chat) -> str:
    example = next(one.written for one in chat.messages if one.day is None)
    return _(
        "Tanggal seperti {example} bisa dibaca dua cara, dan tidak ada pesan yang memastikan. Ulangi dengan "
        "--urutan hari-bulan atau --urutan bulan-hari."
    ).format(example=example)


def _bare(text: str, telling: _Telling) -> str:
    return without_numbers(text, telling.numbers).text


def _draft(report: ChatReport, telling: _Telling, general: Sequence[str]) -> Draft:
    bare = {one.line: without_numbers(one.text, telling.numbers) for one in (*report.messages, *report.around)}
    photos, media = _media(report, {line: one.text for line, one in bare.items()}, telling)
    captions = {line for line, _name, caption in _captions(report) if caption}
    several = len({one.sender for one in report.messages if one.text}) > 1
    title, rest = _title(bare[report.start.line].text)
    parts = []
    for one in report.messages:
        text = rest if one is report.start else bare[one.line].text
        if one.kind == "pesan" and text and one.line not in captions:
            said = markdown(text)
            parts.append(f"**{telling.names[one.sender]}:**\n\n{said}" if several else said)
    body = "\n\n".join(parts)
    whole = "\n".join(bare[one.line].text for one in report.messages)
    placed = where(whole, telling.context)
    told = date_in(whole)
    sent = report.start.day
    guesses = [*placed.guesses, Guess("judul", _("baris pertama"))]
    if told or sent:
        guesses.append(Guess("tanggal", told.why if told else _("hari pesannya dikirim")))
    author = report.start.sender
    fields = list(placed.fields)
    if not several and author and not is_number(author):
        fields.append(("penulis", scalar(telling.names[author])))
        guesses.append(Guess("penulis", _("nama pengirimnya")))
    notes = [*_about(report, telling, sum(one.left_out for one in bare.values())), *placed.notes, *media, *general]
    return Draft(
        _origin(report, telling.source, photos),
        title=title,
        date=told.value if told else sent.isoformat() if sent else "",
        library=placed.library,
        body=body,
        fields=tuple(fields),
        photos=photos,
        guesses=tuple(guesses),
        notes=(*notes, *_around(report, telling)),
    )


def _origin(report: ChatReport, source: Source, photos: tuple[Attachment, ...]) -> Origin:
    """Name the report by its first text and what was said in it: a longer export of the same chat makes no double."""
    first = sha256(
        "\0".join((report.start.written, str(report.start.clock), report.start.sender, report.start.text)).encode()
    )
    said = "\0".join(
        f"{one.written} {one.clock} {one.sender}: {one.text} {one.files} {one.kind}" for one in report.messages
    )
    origin = source.origin(KIND, part=first.hexdigest()[:16], digest=seen(said, photos))
    return origin._replace(key=f"chat\0{first.hexdigest()}")


def _title(text: str) -> tuple[str, str]:
    """Return a title and what is left of *text*: its first line if that reads as a title, else its first sentence."""
    first, _end, rest = text.strip().partition("\n")
    line = plain(first).strip(" :–-")
    if rest.strip() and 5 <= len(line) <= LONGEST_TITLE and not line.endswith((".", ",", ";")):
        return line, rest.strip()
    sentence = re.split(r"(?<=[.!?])\s", line or plain(rest), maxsplit=1)[0].rstrip(".")
    if len(sentence) > LONGEST_TITLE:
        sentence = sentence[:LONGEST_TITLE].rpartition(" ")[0] + " …"
    return sentence, text


def _captions(report: ChatReport) -> Iterator[tuple[int, str, str]]:
    """Yield each picture with the line of its message and its caption; a long text with a picture is a report's."""
    for one in report.messages:
        pictures = [name for name in one.files if _is_picture(name)]
        caption = one.text if pictures and one is not report.start and len(one.text) < LONG else ""
        for number, name in enumerate(pictures):
            yield one.line, name, caption if number == 0 else ""


def _is_picture(name: str) -> bool:
    return name.lower().endswith(PICTURES) and not STICKER.match(name)


def _media(report: ChatReport, texts: dict[int, str], telling: _Telling) -> tuple[tuple[Attachment, ...], list[str]]:
    """Return the pictures that are there, and notes on what is not or is no picture."""
    photos, notes = [], []
    for line, name, caption in _captions(report):
        data = telling.fetch(name)
        if data is None:
            notes.append(
                _("Foto {name} disebut di baris {line}, tetapi tidak ada di ekspornya.").format(name=name, line=line)
            )
            if caption:
                notes.append(_("Keterangan foto itu: {text}").format(text=texts[line]))
        else:
            photos.append(Attachment(name, data, plain(" ".join(texts[line].split())) if caption else ""))
    other = _("{name} (baris {line}) bukan foto, jadi tidak disalin.")
    for one in report.messages:
        notes += [other.format(name=shown(name), line=one.line) for name in one.files if not _is_picture(name)]
        if one.omitted:
            notes.append(
                _(
                    "Baris {line}: {count} media tidak disertakan dalam ekspor. Ekspor lagi dengan media, "
                    "atau minta fotonya."
                ).format(line=one.line, count=one.omitted)
            )
    return tuple(photos), notes


def _about(report: ChatReport, telling: _Telling, numbers: int) -> Iterator[str]:
    """Yield what was guessed and left out."""
    if report.guessed:
        yield _(
            "Laporan ini dikira mulai di baris {line} ({sender}, {date}), lalu berlanjut dengan pesan dari pengirim "
            "yang sama. Periksa awal dan akhirnya."
        ).format(line=report.start.line, sender=telling.names.get(report.start.sender, ""), date=report.start.written)
    if numbers:
        yield _("{count} nomor telepon di dalam pesan tidak disalin.").format(count=numbers)
    deleted = [one for one in report.messages if one.kind == "dihapus"]
    if deleted:
        yield _("{count} pesan sudah dihapus pengirimnya (baris {lines}).").format(
            count=len(deleted), lines=", ".join(str(one.line) for one in deleted)
        )
    edited = [one for one in report.messages if one.edited]
    if edited:
        yield _("Pesan yang disunting pengirimnya: baris {lines}.").format(
            lines=", ".join(str(one.line) for one in edited)
        )


def _around(report: ChatReport, telling: _Telling) -> Iterator[str]:
    """Yield what others said meanwhile: it is no part of the report, and is not lost."""
    for one in report.around:
        what = without_numbers(one.text, telling.numbers).text
        if one.kind == "sistem":
            yield _("Baris {line}, dari WhatsApp sendiri: {text}").format(line=one.line, text=what)
        else:
            files = " ".join(f"[{name}]" for name in one.files)
            said = " ".join(filter(None, (" ".join(what.split()), files, _("[media]") if one.omitted else "")))
            said = said or (_("(pesan dihapus)") if one.kind == "dihapus" else "")
            yield _("Baris {line}, {sender}: {text}").format(
                line=one.line, sender=telling.names.get(one.sender, ""), text=said
            )
