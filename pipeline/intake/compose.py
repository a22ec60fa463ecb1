"""The file of a draft: front matter in the guide's order, guesses marked, what is missing asked for."""

import re
from pathlib import PurePath
from typing import NamedTuple

from pipeline.content.address import slug
from pipeline.content.scalar import plain, scalar
from pipeline.content.text import lines
from pipeline.intake.attach import unusable
from pipeline.intake.draft import Attachment, Draft
from pipeline.intake.ledger import NOTES, sum_of_files
from pipeline.intake.sniff import NAMES, picture
from pipeline.language import N_, _

ORDER = (
    "judul", "tanggal", "perpustakaan", "terbit_pada", "embargo", "status", "strategi", "topik", "tagar", "jenis",
    "ringkasan", "penulis", "lokasi", "wilayah", "peserta", "mitra", "foto", "kutipan", "masalah", "tindakan", "hasil",
    "dampak", "makna", "langkah", "kegiatan", "ralat", "alias", "bahasa", "sosial", "contoh", "bukti", "sebelum",
    "sesudah", "permintaan", "dukungan", "biaya", "sumber_dana", "survei", "orang", "resep", "kebutuhan", "hambatan",
    "terjemahan", "aman", "siaran",
)  # fmt: skip
"""Keys in the order of the writers' guide."""

QUESTIONS = {
    "judul": N_("Apa judulnya?"),
    "tanggal": N_("Kapan kegiatannya? Tulis misalnya: 12 Mei 2023"),
    "perpustakaan": N_("Perpustakaan mana? Tulis nama berkas profilnya di content/libraries/, tanpa .md"),
    "strategi": N_("Pilih satu: layanan-informasi, pelibatan-masyarakat, advokasi, publikasi"),
    "topik": N_("Tentang apa? Tulis misalnya: [pertanian, perempuan]"),
    "ringkasan": N_("Apa intinya, dalam satu kalimat?"),
    "penulis": N_("Siapa yang menulis?"),
    "lokasi": N_("Di mana kegiatannya?"),
    "peserta": N_("Berapa orang yang ikut? Tulis misalnya: 24, atau {laki-laki: 4, perempuan: 20}"),
}
"""What is asked where the source does not say it."""

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
"""A date that needs no quotation marks."""

REQUIRED = ("judul", "tanggal", "perpustakaan")
LONGEST_NAME = 60


class Folder(NamedTuple):
    """All files of a draft by name, ``index.md`` among them."""

    files: dict[str, bytes]


def compose(draft: Draft, publish_at: str) -> Folder:
    """Return the files of *draft*; *publish_at* is its ``terbit_pada``, already decided. Pure."""
    photos = _named(draft.photos)
    notes = [*draft.notes, *(told for photo in draft.photos if (told := unusable(photo)))]
    head = [line for key in ORDER for line in _lines(key, draft, publish_at, list(photos.items()))]
    origin = plain(f"{_(NAMES[draft.origin.kind])}, {draft.origin.name}")
    head += [f"# asal: {origin}", f"# sidik: {draft.origin.content} {draft.origin.identity}"]
    text = "\n".join(["---", *head, "---", lines_kept(draft.body), ""])
    files = {name: photo.data for name, photo in photos.items()}
    files["index.md"] = text.encode("utf-8", "replace")
    files[NOTES] = notes_of(draft, origin, notes).encode("utf-8", "replace")
    mark = f"# sidik: {draft.origin.content} {draft.origin.identity}".encode()
    files["index.md"] = files["index.md"].replace(mark, mark + f" {sum_of_files(files)}".encode(), 1)
    return Folder(files)


def lines_kept(body: str) -> str:
    """Return *body* without empty lines around it."""
    return body.strip("\n")


def notes_of(draft: Draft, origin: str, notes: list[str]) -> str:
    """Return the list beside *draft*: what was guessed, what is missing, what was not understood."""
    told = [f"# {_('Catatan impor')}", "", _("Asal: {origin}").format(origin=origin), ""]
    values = _values(draft)
    guesses = [
        f"- {guess.key}: {values[guess.key]}" + (f" ({guess.why})" if guess.why else "")
        for guess in draft.guesses
        if values.get(guess.key)
    ]
    lacking = [f"- {key}: {_(QUESTIONS[key])}" for key in missing(draft)]
    for title, items in (
        (_("Ditebak; periksa"), guesses),
        (_("Wajib, tetapi belum ada"), lacking),
        (_("Tidak ikut atau belum dimengerti"), [_item(note) for note in notes]),
    ):
        told += [f"## {title}", "", *(items or [_("Tidak ada.")]), ""]
    return "\n".join(told)


def _item(note: str) -> str:
    first, *rest = lines(note).split("\n")
    return "\n".join([f"- {first}", *(f"  {line}".rstrip() for line in rest)])


def _values(draft: Draft) -> dict[str, str]:
    """Return the values of all keys that *draft* gives but photos, as YAML."""
    given = {
        "judul": scalar(draft.title),
        "tanggal": draft.date if ISO.fullmatch(draft.date) else scalar(draft.date),
        "perpustakaan": slug(draft.library),
    }
    return given | {key: value for key, value in draft.fields if key in ORDER}


def _lines(key: str, draft: Draft, publish_at: str, photos: list[tuple[str, Attachment]]) -> list[str]:
    """Return the lines of *key*."""
    value = _values(draft).get(key, "")
    if key == "terbit_pada":
        value = value or publish_at
    elif key == "status":
        value = "periksa"
    elif key == "foto":
        return ["foto:", *(line for name, photo in photos for line in _photo(name, photo))] if photos else []
    if not value:
        return [f"# {key}: {_(QUESTIONS[key])}"] if key in QUESTIONS else []
    if "\n" in value:
        return [f"{key}:", *value.strip("\n").split("\n")]
    guess = next((guess for guess in draft.guesses if guess.key == key), None)
    if guess is None:
        return [f"{key}: {value}"]
    why = f" {plain(guess.why)}" if guess.why else ""
    return [f"{key}: {value} # tebakan{why}; {_('periksa')}"]


def _photo(name: str, photo: Attachment) -> list[str]:
    given = {"keterangan": scalar(photo.caption), "alt": scalar(photo.alt)} | dict(photo.fields)
    questions = {
        "keterangan": _("Siapa melakukan apa, di mana?"),
        "alt": _("Apa yang tampak di foto ini?"),
        "izin": _("Apakah orang di dalam foto setuju? Tulis: ya, atau: tidak"),
    }
    told = [f"  - berkas: {name}"]
    told += [f"    {key}: {value}" for key, value in given.items() if value]
    return [*told, *(f"    # {key}: {asked}" for key, asked in questions.items() if not given.get(key))]


def _named(photos: tuple[Attachment, ...]) -> dict[str, Attachment]:
    """Return *photos* by names of their own that any system can hold; of equal bytes only the first, once."""
    named: dict[str, Attachment] = {}
    for photo in photos:
        if any(photo.data == other.data for other in named.values()):
            continue
        written = PurePath(photo.name.replace("\\", "/"))
        extension = picture(photo.data[:32]) or slug(written.suffix) or "bin"
        stem = slug(written.stem)[:LONGEST_NAME].strip("-") or "foto"
        stem = "foto" if stem.removeprefix("image").isdecimal() else stem
        name, number = f"{stem}.{extension}", 1
        while name in named:
            number += 1
            name = f"{stem}-{number}.{extension}"
        named[name] = photo
    return named


def missing(draft: Draft) -> list[str]:
    """Return the keys that a report must have and *draft* lacks."""
    values = _values(draft)
    return [key for key in REQUIRED if not values.get(key)]
