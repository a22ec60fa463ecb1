"""A table of a form, CSV or XLSX: one draft for each row, by the newsroom's own mapping of columns."""

import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pipeline.content.address import topic_slug
from pipeline.content.near import fold
from pipeline.content.scalar import scalar
from pipeline.content.story import KINDS, STRATEGIES
from pipeline.content.text import one_line, shown
from pipeline.errors import OutputError, UsageError
from pipeline.intake import mapping, package
from pipeline.intake.cells import Cells, cells, count, day, order_of, several
from pipeline.intake.chatdates import Order
from pipeline.intake.clues import where
from pipeline.intake.context import Context
from pipeline.intake.draft import Attachment, Draft, Guess, Refusal, seen
from pipeline.intake.mapping import Mapped, Purpose
from pipeline.intake.marks import markdown
from pipeline.intake.privacy import without_numbers
from pipeline.intake.profile import Fault, Profile, profile
from pipeline.intake.source import Source
from pipeline.intake.table import Table, read_csv, read_xlsx
from pipeline.language import _

LARGEST = 50_000_000
HEAVIEST_PICTURE = 60_000_000
FOLDERS = 2_000
"""Folders beside a table in which pictures are looked for: one for each row of a form's export."""

PARTICIPANTS = ("total", "laki-laki", "perempuan", "anak", "lansia", "disabilitas")
LINES = ("ringkasan", "lokasi", "masalah", "tindakan", "hasil", "dampak", "biaya", "sumber_dana")
"""Keys that take a line of text as it is."""


def read(source: Source, context: Context) -> Iterator[Draft | Refusal]:
    """Yield a draft for each row of the table *source*, a refusal for each row that cannot be one.

    A mapping that is not known yet is proposed and written down for the editor. Raises ``UnreadableError`` where there
    is no table in it.
    """
    tables = _tables(source)
    if not tables:
        yield Refusal(source.name, _("tidak ada tabel dengan judul kolom di dalamnya."))
    for table in tables:
        yield from _wrong(source, table)
        mapped = mapped_by(table, "laporan", source, context)
        yield from _rows(table, mapped, source, context)


class Profiles(NamedTuple):
    """The profiles in a table of libraries, and why other rows gave none."""

    profiles: tuple[Profile, ...]
    faults: tuple[Refusal, ...]
    proposed: bool


def read_profiles(source: Source, context: Context) -> Profiles:
    """Return the libraries of the table *source*; raises ``UnreadableError`` where there is no table in it."""
    made: list[Profile] = []
    faults: list[Refusal] = []
    proposed = False
    for table in _tables(source):
        faults += _wrong(source, table)
        mapped = mapped_by(table, "perpustakaan", source, context)
        proposed = proposed or not mapped.known
        for row in table.rows:
            found = profile(cells(row.number, zip(table.headings, row.cells, strict=True), mapped.columns))
            if isinstance(found, Fault):
                faults.append(Refusal(_place(source, table, found.number), found.said))
            else:
                made.append(found)
    return Profiles(tuple(made), tuple(faults), proposed)


def _tables(source: Source) -> list[Table]:
    if source.head()[:4] != b"PK\x03\x04":
        return [table for table in [read_csv(source.read(LARGEST))] if table.headings]
    with package.opened(source):
        pass  # looked at for bombs; openpyxl opens it again
    return read_xlsx(BytesIO(source.read(LARGEST)))


def _place(source: Source, table: Table, number: int) -> str:
    sheet = _(", lembar {name}").format(name=table.name) if table.name else ""
    return _("{file}{sheet}, baris {number}").format(file=source.name, sheet=sheet, number=number)


def _wrong(source: Source, table: Table) -> list[Refusal]:
    return [Refusal(_place(source, table, number), said) for number, said in table.wrong]


def mapped_by(table: Table, purpose: Purpose, source: Source, context: Context) -> Mapped:
    """Return what the columns of *table* mean; a proposal is added to the file of mappings, unless it is a trial."""
    path = context.options.mapping or context.root / mapping.PATH
    name = str(path) if context.options.mapping else mapping.PATH
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}:1: " + _("tidak dapat dibaca: {error}.").format(error=error)) from error
    found = mapping.settle(table.headings, purpose, mapping.parse(text, name))
    if not found.known and not context.options.trial:
        title = f"{source.name} – {table.name}" if table.name else source.name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(mapping.appended(text, found, title), "utf-8")
        except OSError as error:
            said = _("{path} tidak dapat ditulis: {reason}.")
            raise OutputError(said.format(path=name, reason=error.strerror or error)) from error
    return found


def _rows(table: Table, mapped: Mapped, source: Source, context: Context) -> Iterator[Draft | Refusal]:
    rows = [cells(row.number, zip(table.headings, row.cells, strict=True), mapped.columns) for row in table.rows]
    order = order_of([row.values.get("tanggal", "") for row in rows], [row.sent for row in rows])
    beside = _Beside(source.path)
    columns = "\0".join(f"{heading}={key}" for heading, key in mapped.columns.items())
    first = True
    for row, written in zip(rows, table.rows, strict=True):
        if not row.values:
            yield Refusal(_place(source, table, row.number), _("tidak ada isian yang dikenal di baris ini."))
            continue
        notes = [_("Dari {place}.").format(place=_place(source, table, row.number))]
        if first:
            notes += table.notes
            if not mapped.known:
                notes.append(
                    _("Arti kolomnya dikira dari judulnya. Periksa {path}, lalu impor sekali lagi.").format(
                        path=mapping.PATH
                    )
                )
        first = False
        said = "\0".join((*written.cells, columns))
        part = f"{table.name}/{row.id or sha256(chr(0).join(written.cells).encode()).hexdigest()[:16]}"
        draft = _draft(row, order, context, beside, notes)
        kind = "xlsx" if table.name else "csv"
        origin = source.origin(kind, part=part, digest=seen(said, draft.photos))
        # An answer has one number, also where the table is fetched again under another name.
        yield draft._replace(origin=origin._replace(key=f"tabel\0{row.id}" if row.id else ""))


def _draft(row: Cells, order: Order | None, context: Context, beside: "_Beside", notes: list[str]) -> Draft:
    values, dropped = _bare(row)
    if dropped:
        notes.append(_("{count} nomor telepon di dalam isian tidak disalin.").format(count=dropped))
    placed = where("\n".join(values.get(key, "") for key in ("perpustakaan", "lokasi", "judul")), context)
    guesses = [*placed.guesses]
    fields = [(key, scalar(one_line(values[key]))) for key in LINES if values.get(key)]
    fields += [*placed.fields, *_chosen(values, notes), *_lists(values, row, notes), *_quoted(values)]
    if author := one_line(values.get("penulis", "")):
        fields.append(("penulis", scalar(author)))
    if counts := _participants(values, notes):
        fields.append(("peserta", counts))
    notes += placed.notes
    if (named := one_line(values.get("perpustakaan", ""))) and not placed.library:
        notes.append(_('Perpustakaan "{name}" belum ada di content/libraries/.').format(name=shown(named)))
    title, guessed = _title(values)
    guesses += [Guess("judul", _("kalimat pertama isinya"))] if guessed else []
    when = _date(values.get("tanggal", ""), order, notes)
    if row.sent:
        notes.append(_("Formulir dikirim: {when}").format(when=row.sent))
    photos = _photos(values, beside, notes)
    notes += [f"{heading}: {without_numbers(text, {}).text}" for heading, text in row.notes]
    return Draft(
        _NOWHERE, title=title, date=when, library=placed.library, body=markdown(values.get("isi", "")),
        fields=tuple(fields), photos=photos, guesses=tuple(guesses), notes=tuple(notes),
    )  # fmt: skip


def _bare(row: Cells) -> tuple[dict[str, str], int]:
    """Return the values without telephone numbers, and how many there were."""
    bare = {key: without_numbers(text, {}) for key, text in row.values.items()}
    return {key: one.text for key, one in bare.items()}, sum(one.left_out for one in bare.values())


def _title(values: dict[str, str]) -> tuple[str, bool]:
    """Return the title, and whether it had to be taken from the text."""
    if title := one_line(values.get("judul", "")):
        return title, False
    sentence = re.split(r"(?<=[.!?])\s", one_line(values.get("isi", "")), maxsplit=1)[0].rstrip(".")
    return (sentence if len(sentence) <= 110 else sentence[:110].rpartition(" ")[0] + " …"), bool(sentence)


def _date(text: str, order: Order | None, notes: list[str]) -> str:
    if not text:
        return ""
    found = day(text, order)
    if found is None:
        numeric = re.match(r"\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", text)
        said = _(
            'Tanggal "{text}" bisa dibaca dua cara, dan tidak ada baris yang memastikan. Tulis tanggalnya sendiri.'
        )
        other = _('Tanggal "{text}" tidak terbaca. Tulis tanggalnya sendiri.')
        notes.append((said if numeric else other).format(text=shown(text)))
        return ""
    return found.isoformat()


def _chosen(values: dict[str, str], notes: list[str]) -> Iterator[tuple[str, str]]:
    for key, known in (("strategi", STRATEGIES), ("jenis", KINDS)):
        if text := values.get(key):
            if fold(text) in known:
                yield key, fold(text)
            else:
                notes.append(_("{key}: {text} (bukan salah satu pilihan kami)").format(key=key, text=shown(text)))
    if text := values.get("wilayah"):
        yield "wilayah", scalar(one_line(text))


def _lists(values: dict[str, str], row: Cells, notes: list[str]) -> Iterator[tuple[str, str]]:
    for key in ("topik", "mitra"):
        items = dict.fromkeys((*row.ticks.get(key, ()), *several(values.get(key, ""))))
        good = [item for item in items if key == "mitra" or topic_slug(item)]
        notes += [
            _("{key}: {text} (tidak dapat dipakai)").format(key=key, text=shown(item))
            for item in items
            if item not in good
        ]
        if good:
            yield key, f"[{', '.join(scalar(one_line(item)) for item in good)}]"


def _quoted(values: dict[str, str]) -> Iterator[tuple[str, str]]:
    if said := one_line(values.get("kutipan.teks", "")):
        name = one_line(values.get("kutipan.nama", ""))
        yield "kutipan", "[{teks: " + _flow(said) + (f", nama: {_flow(name)}" if name else "") + "}]"


def _flow(text: str) -> str:
    """Return *text* as a value within brackets, always in quotation marks."""
    written = scalar(text)
    return written if written[:1] in {'"', "'"} else f'"{written}"'


def _participants(values: dict[str, str], notes: list[str]) -> str:
    parts = []
    for name in PARTICIPANTS:
        if text := values.get(f"peserta.{name}"):
            number = count(text)
            if number is None:
                notes.append(_("Jumlah peserta ({name}) bukan angka: {text}").format(name=name, text=shown(text)))
            else:
                parts.append((name, number))
    if [name for name, _number in parts] == ["total"]:
        return str(parts[0][1])
    return "{" + ", ".join(f"{name}: {number}" for name, number in parts) + "}" if parts else ""


def _photos(values: dict[str, str], beside: "_Beside", notes: list[str]) -> tuple[Attachment, ...]:
    photos = []
    caption = one_line(values.get("foto.keterangan", ""))
    for name in several(values.get("foto", "")):
        if "://" in name:
            notes.append(
                _("Foto di alamat ini tidak diambil; unduh sendiri, lalu taruh di folder draf ini: {address}").format(
                    address=name
                )
            )
        elif (data := beside.fetch(name)) is None:
            notes.append(_("Foto {name} tidak ada di samping tabelnya.").format(name=shown(name)))
        else:
            photos.append(Attachment(name, data, caption))
    return tuple(photos)


class _Beside:
    """Pictures that lie beside a table, or in the folders of a form's export below it; links are not followed."""

    def __init__(self, table: Path | None) -> None:
        self._folder = table.parent if table else None

    def fetch(self, name: str) -> bytes | None:
        if self._folder is None or "/" in name or "\\" in name or name in {"", ".", ".."}:
            return None
        with suppress(OSError):
            below = sorted(path for path in self._folder.iterdir() if path.is_dir() and not path.is_symlink())[:FOLDERS]
            for folder in (self._folder, *below):
                path = folder / name
                if path.is_file() and not path.is_symlink() and path.stat().st_size <= HEAVIEST_PICTURE:
                    return path.read_bytes()
        return None


_NOWHERE = Source("", data=b"").origin("csv")
