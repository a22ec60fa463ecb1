"""What the posts of one story show."""

from typing import ClassVar

from pipeline.build.output import Blob, View
from pipeline.content.moment import Moment
from pipeline.content.story import Correction
from pipeline.templating.plate import Plate


class Posts(View, frozen=True, kw_only=True):
    """The posts of one story, one for each of *platforms*.

    *text* names the body as plain paragraphs; *summary* is empty where it would only repeat the body's beginning.
    *tags* are the sources of hashtags, the most telling first. *own* holds the story's own texts by platform.
    *outcome* is what came of it, *steps* tells whether the report says how to do the same.
    *corrections* come the newest first. *tagged* are the platforms
    whose links tell where a reader came from. *language* is the site's: that of dates and of what the templates say.
    """

    INPUTS: ClassVar[dict[str, str]] = {
        "address": "alamat berkas",
        "url": "site.toml: url",
        "platforms": "site.toml: sosial.platform",
        "title": "judul",
        "summary": "ringkasan",
        "text": "isi laporan",
        "date": "tanggal",
        "zone": "zona waktu wilayah",
        "place": "lokasi",
        "library": "perpustakaan",
        "quote": "kutipan",
        "speaker": "kutipan",
        "tags": "strategi, topik, wilayah, tagar",
        "own": "sosial",
        "pictures": "kartu",
        "sample": "contoh",
        "kind": "jenis",
        "outcome": "dampak, hasil",
        "steps": "langkah",
        "corrections": "ralat",
        "tagged": "site.toml: sosial.utm",
        "language": "site.toml: bahasa",
    }

    address: str
    url: str
    platforms: tuple[str, ...]
    title: str
    summary: str
    text: Blob
    date: Moment
    zone: str
    place: str
    library: str
    quote: str
    speaker: str
    tags: tuple[tuple[str, ...], ...]
    own: dict[str, str]
    pictures: tuple[Plate, ...]
    sample: bool
    kind: str
    outcome: str
    steps: bool
    corrections: tuple[Correction, ...]
    tagged: tuple[str, ...]
    language: str
