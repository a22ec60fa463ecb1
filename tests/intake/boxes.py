"""Chats, tables and exports as telephones, forms and blogs write them, made by hand and by other programs.

``documents/libreoffice.xlsx`` is the table ``MERGED``, opened and saved by LibreOffice Calc 7.4, which works its formula out.
"""
# ruff: noqa: E501, DTZ001  lines are as those programs write them; spreadsheets know no zones

import datetime as dt
import io
from pathlib import Path

import openpyxl

from tests.intake.conftest import zipped
from tests.pictures.conftest import scene

LONG = (
    "Dua puluh ibu memanen sayur pertama dari kebun di halaman perpustakaan. Bibitnya mereka semai sendiri sejak Juni, "
    "sesudah membaca buku tentang hidroponik. Hasil panen dibagi, sisanya dijual untuk membeli bibit baru."
)


def jpeg(width: int = 640) -> bytes:
    return scene(width, 480).write_to_buffer(".jpg", Q=80, keep="none")


# -- chats -------------------------------------------------------------------------------------------------------------

ANDROID_ID = f"""\
12/08/26 07.00 - Pesan dan panggilan terenkripsi secara end-to-end. Hanya orang di chat ini yang dapat membacanya.
12/08/26 07.01 - Bu Rini Perpus membuat grup "Perpusdes Sukamaju"
12/08/26 07.02 - Bu Rini Perpus menambahkan +62 812-3456-7890
13/08/26 08.55 - Bu Rini Perpus: IMG-20260813-WA0001.jpg (file terlampir)
Ibu-ibu memetik *selada*
13/08/26 09.00 - Bu Rini Perpus: *Panen Perdana Hidroponik*
{LONG}

Yang dipanen:
- selada
- kangkung
#literasi Info: 0812-3456-7890
13/08/26 09.01 - +62 812-3456-7890: Mantap bu 👍
13/08/26 09.02 - Bu Rini Perpus: VID-20260813-WA0002.mp4 (file terlampir)
13/08/26 09.03 - Bu Rini Perpus: <Media tidak disertakan>
13/08/26 09.04 - Bu Rini Perpus: Pesan ini dihapus
13/08/26 09.05 - Bu Rini Perpus: Hadir juga @6281234567890 dari dinas. <Pesan ini diedit>
14/08/26 10.00 - Pak Tono: *Kelas Komputer Malam*
Dua belas warga belajar mengetik surat lamaran pada 11 Agustus 2026.
"""
ANDROID_EN = f"""\
13/08/2026, 09:00 - Messages and calls are end-to-end encrypted. Only people in this chat can read them.
13/08/2026, 09:01 - Rini: {LONG}
13/08/2026, 09:02 - Rini: IMG-20260813-WA0001.jpg (file attached)
13/08/2026, 09:03 - Rini: <Media omitted>
13/08/2026, 09:04 - Rini: This message was deleted
13/08/2026, 09:05 - Rini: Peserta 20 orang <This message was edited>
"""
ANDROID_US = f"""\
8/12/26, 11:58\u202fPM - Rini: Besok panen ya
8/13/26, 9:01\u202fAM - Rini: {LONG}
"""
IOS_ID = f"""\
[12/08/26 07.00.00] Perpusdes Sukamaju: \u200ePesan dan panggilan terenkripsi secara end-to-end.
[13/08/26 09.00.10] Bu Rini: {LONG}
\u200e[13/08/26 09.00.33] Bu Rini: Panen pagi \u200e<terlampir: 00000012-PHOTO-2026-08-13-09-00-33.jpg>
\u200e[13/08/26 09.01.00] Bu Rini: \u200e<terlampir: 00000013-STICKER-2026-08-13-09-01-00.webp>
[13/08/26 09.02.00] ~\u00a0Ayu: \u200egambar tidak disertakan
"""
IOS_EN = f"""\
[8/13/26, 9:00:10\u202fAM] Bu Rini: {LONG}
\u200e[8/13/26, 9:00:33\u202fAM] Bu Rini: \u200e<attached: 00000012-PHOTO-2026-08-13-09-00-33.jpg>
[8/13/26, 9:05:00\u202fPM] Bu Rini: \u200eThis message was deleted.
"""
PASTED = f"""\
[09.00, 13/8/2026] Bu Rini: {LONG}
[09.05, 13/8/2026] Pak Tono: Siap
"""
WITHOUT_YEAR = f"[13/8 09.00] Bu Rini: {LONG}\n"
DISCUSSION = "13/08/26 09.00 - Ani: Jadi panen?\n13/08/26 09.01 - +62 813 1111 2222: Jadi, _jam_ 8\n"
UNCLEAR = f"05/06/26, 09:00 - Bu Rini: {LONG}\n05/07/26, 09:00 - Bu Rini: Terima kasih\n"

CHATS: dict[str, bytes] = {
    "Chat WhatsApp dengan Perpusdes.zip": zipped({
        "Chat WhatsApp dengan Perpusdes.txt": ANDROID_ID, "IMG-20260813-WA0001.jpg": jpeg(),
        "VID-20260813-WA0002.mp4": b"\0\0\0\x18ftypmp42", "../../jahat.jpg": jpeg(),
    }),
    "WhatsApp Chat with Library.txt": ANDROID_EN.encode(),
    "WhatsApp Chat US.txt": ANDROID_US.encode(),
    "chat-ios-id.zip": zipped({
        "_chat.txt": IOS_ID, "00000012-PHOTO-2026-08-13-09-00-33.jpg": jpeg(),
        "00000013-STICKER-2026-08-13-09-01-00.webp": b"RIFF\0\0\0\0WEBP",
    }),
    "chat-ios-en.zip": zipped({"_chat.txt": IOS_EN.encode("utf-8-sig"), "00000012-PHOTO-2026-08-13-09-00-33.jpg": jpeg()}),
    "tempelan.txt": PASTED.encode(),
    "tanpa-tahun.txt": WITHOUT_YEAR.encode(),
    "diskusi.txt": DISCUSSION.encode(),
    "dua-cara.txt": UNCLEAR.encode(),
}  # fmt: skip

# -- tables ------------------------------------------------------------------------------------------------------------

GOOGLE_ID = f"""\
Cap waktu,Nama kegiatan,Tanggal pelaksanaan,Nama Perpustakaan,Ceritakan kegiatannya,Laki-laki,Perempuan,Topik,Unggah foto,Nomor HP,Saran
13/08/2026 14:05:33,Panen Perdana,12/08/2026,Perpustakaan Desa Alfa,"{LONG}

Hubungi 0812-3456-7890.",4,20 orang,"pertanian, gizi",https://drive.google.com/open?id=abc,081234567890,"=HYPERLINK(""http://jahat.example"")"
14/08/2026 09:00:00,,10/08/2026,Perpustakaan Desa Alfa,Anak-anak membaca nyaring bersama. Ramai sekali.,,banyak,,,,
,,,,,,,,,,
"""
GOOGLE_US = """\
Timestamp,Title,Date,Library,Description,Participants
8/13/2026 14:05:33,Kelas Komputer,8/2/2026,Perpustakaan Desa Alfa,Belajar mengetik.,12
"""
OLD_EXCEL = 'sep=;\r\nJudul;Tanggal;Isi\r\nKafé baca;12 Agustus 2026;"Baris ""satu"";\r\nbaris dua"\r\n'.encode(
    "cp1252"
)
TABS = "Judul\tTanggal\tIsi\nPanen\t46246\tSerial tanggal Excel.\n".encode("utf-16")


def book(*rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> bytes:
    """Return a workbook with one sheet of *rows*."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Laporan"
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


KOBO = book(
    ("start", "judul", "tanggal", "topik", "topik/pertanian", "topik/gizi", "foto", "foto_URL", "_id", "_uuid", "_submission_time"),
    ("2026-08-13", "Panen", dt.date(2026, 8, 12), "pertanian gizi", 1, 1, "panen.jpg", "https://kobo.example/panen.jpg", 7,
     "a1b2", dt.datetime(2026, 8, 13, 9, 30)),
    ("2026-08-14", "Kelas", dt.datetime(2026, 8, 14, 8, 0), "gizi", 0, 1, "hilang.jpg", "", 8, "c3d4", dt.datetime(2026, 8, 14, 9)),
)  # fmt: skip
MERGED = book(
    ("Rekap Kegiatan 2026", None, None, None, None),
    ("Perpustakaan", "Peserta", None, "Tanggal", "Judul"),
    (None, "Laki-laki", "Perempuan", None, None),
    ("Perpustakaan Desa Alfa", 4, 20.0, dt.date(2026, 8, 12), "Panen"),
    (None, "=2+3", 7, 46250, "Kelas"),
    merged=("A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3", "A4:A5"),
)
TABLES: dict[str, bytes] = {
    "google-forms.csv": GOOGLE_ID.encode("utf-8-sig"),
    "google-forms-us.csv": GOOGLE_US.encode(),
    "excel-lama.csv": OLD_EXCEL,
    "tabulasi.tsv": TABS,
    "kobo.xlsx": KOBO,
    "gabungan.xlsx": MERGED,
    "libreoffice.xlsx": (Path(__file__).parent / "documents/libreoffice.xlsx").read_bytes(),
}

# -- blogs -------------------------------------------------------------------------------------------------------------

_HEAD = """\
<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Blog Perpus Alfa</title><link>https://alfa.example</link>
<wp:author><wp:author_login>rini</wp:author_login><wp:author_display_name><![CDATA[Bu Rini]]></wp:author_display_name></wp:author>
"""


def item(title: str, html: str, *, number: int, kind: str = "post", status: str = "publish", more: str = "") -> str:
    """Return one item of an export."""
    return (
        f"<item><title>{title}</title><link>https://alfa.example/{number}/</link><dc:creator>rini</dc:creator>"
        f"<content:encoded><![CDATA[{html}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date>2021-05-03 08:30:00</wp:post_date>"
        f"<wp:post_date_gmt>2021-05-03 01:30:00</wp:post_date_gmt><wp:post_name>tulisan-{number}</wp:post_name>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{more}</item>\n"
    )


def export(*items: str, head: str = _HEAD) -> bytes:
    """Return an export with *items*."""
    return (head + "".join(items) + "</channel></rss>\n").encode()


CLASSIC = export(
    item(
        "Panen &amp; Pasar",
        'Perpustakaan Desa Alfa <strong>panen</strong> pada 2 Mei 2021.\n\n[caption id="a" width="300"]'
        '<img src="https://alfa.example/wp-content/uploads/2021/05/panen-300x200.jpg" alt="Selada" /> Panen pagi[/caption]\n'
        '\nBaris satu\nbaris dua. [gallery ids="1,2"] <script>alert(1)</script>Hubungi 0812-3456-7890.',
        number=5,
        more='<category domain="category" nicename="tani"><![CDATA[Pertanian]]></category>'
        '<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>'
        '<category domain="post_tag" nicename="panen"><![CDATA[panen]]></category>'
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"
        "<wp:comment><wp:comment_author>Ani</wp:comment_author></wp:comment>",
    ),
    item("Tentang kami", "Halaman.", number=6, kind="page"),
    item("Belum jadi", "Draf.", number=7, status="draft"),
    item("panen", "", number=9, kind="attachment", status="inherit", more=(
        "<wp:attachment_url>https://alfa.example/wp-content/uploads/2021/05/sampul.jpg</wp:attachment_url>")),
    item("menu", "", number=10, kind="nav_menu_item"),
)  # fmt: skip
BLOCKS = export(
    item(
        "Kelas komputer",
        "<!-- wp:heading --><h2>Mulai</h2><!-- /wp:heading -->\n<!-- wp:paragraph -->\n<p>Dua belas warga <em>belajar</em>.</p>\n"
        "<!-- /wp:paragraph -->\n<!-- wp:list --><ul><li>mengetik</li><li>menyimpan</li></ul><!-- /wp:list -->"
        '<!-- wp:image {"id":3} --><figure><img src="https://lain.example/a.jpg"/><figcaption>Suasana</figcaption></figure>'
        "<!-- /wp:image -->",
        number=11,
    )
)
BLOGS: dict[str, bytes] = {"blog-lama.xml": CLASSIC, "blog-blok.xml": BLOCKS}
