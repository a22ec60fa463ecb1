"""A sound report that nobody would change, and ways to spoil one thing in it."""

from pipeline.coaching.advice import Advice
from pipeline.coaching.coach import coach
from pipeline.content.story_reader import read_whole

PATH = "content/stories/2026/05/panen.md"

HEAD = {
    "judul": "Warga Sukamaju memanen selada pertama",
    "tanggal": "Sabtu, 9 Mei 2026",
    "perpustakaan": "perpustakaan-desa-sukamaju",
    "ringkasan": "Dua puluh empat warga memanen selada dari kebun belajar.",
    "lokasi": "Halaman Perpustakaan Desa Sukamaju",
    "peserta": "{total: 24, laki-laki: 4, perempuan: 20}",
}

BODY = """\
Selada pertama dipotong dengan gunting dapur, Sabtu (9/5). Sebanyak 24 warga menimbangnya di meja baca: sebelas
kilogram.

Kebun itu dibuat karena sayur harus dibeli di pasar kecamatan. Bibitnya dibagikan sebulan lalu, bersama buku pinjaman.
"""


def written(body: str = BODY, **head: str | None) -> str:
    """Return the report with *body* and with other keys; ``None`` takes one out."""
    keys = {key: value for key, value in (HEAD | head).items() if value is not None}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{body}"


def advice(source: str) -> Advice:
    """Return everything that there is to say to *source*."""
    read, document = read_whole(PATH, source.encode())
    assert read.story is not None, [str(problem) for problem in read.problems]
    assert document is not None
    return coach(read.story, read.text, document)
