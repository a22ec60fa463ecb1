"""What a poster shows."""

from typing import ClassVar

from pipeline.build.output import Blob, View
from pipeline.content.moment import Moment
from pipeline.content.picture import Picture


class Poster(View, frozen=True, kw_only=True):
    """One poster. *address* is the story's page in full, *text* the hash of its plain text.

    *invitation* tells that people may still come, at *date* and *place*; *contacts* are ready to be read. *motif*,
    *icon* and *seed* choose the drawing where there is no *photo*, *colours* and *logo* are those of cards.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "title": "judul",
        "kicker": "topik",
        "summary": "ringkasan",
        "text": "isi",
        "quote": "kutipan",
        "speaker": "kutipan",
        "invitation": "jenis",
        "date": "tanggal",
        "zone": "wilayah",
        "place": "lokasi",
        "library": "perpustakaan",
        "contacts": "perpustakaan",
        "site": "site.toml: nama",
        "motif": "wilayah",
        "icon": "topik",
        "seed": "alamat berkas",
        "colours": "site.toml: kartu",
        "logo": "site.toml: kartu",
        "photo": "foto",
        "alt": "foto",
        "language": "bahasa",
        "sample": "contoh",
    }

    address: str
    title: str
    kicker: str
    summary: str
    text: Blob
    quote: str
    speaker: str
    invitation: bool
    date: Moment
    zone: str
    place: str
    library: str
    contacts: tuple[str, ...]
    site: str
    motif: str
    icon: str
    seed: int
    colours: tuple[str, str]
    logo: Blob
    photo: Picture | None
    alt: str
    language: str
    sample: bool
