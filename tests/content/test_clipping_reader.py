"""A clipping is read like everything else: all that is wrong at once, with its line, and nothing unsafe kept."""

import datetime as dt

from pipeline.content.clipping_reader import read_clipping

PATH = "content/kliping/2026/11/kabar-panen.md"
WHOLE = """---
judul: Warga panen sayur di perpustakaan
tanggal: Senin, 23 November 2026
media: Kabar Kabupaten
jenis: koran
url: https://kabar.example/panen?id=1
wartawan: Rahmat
halaman: 7, Daerah
cuplikan: Dua puluh ibu memanen sayur.
lingkup: kabupaten
nada: positif
berita: [2026/11/panen, https://situs.example/2026/10/tanam/]
perpustakaan: Perpustakaan Desa Sukamaju
wilayah: "32.04"
peristiwa: Panen Raya
diambil: 2026-11-23 10.00 WIB
sha256: {sum}
alasan: nama desa
---
Catatan redaksi.
"""


def codes(read):
    return [(problem.line, problem.code) for problem in read.problems]


def test_everything_that_a_clipping_says_is_kept():
    read = read_clipping(PATH, WHOLE.replace("{sum}", "AB" * 32).encode())

    found = read.clipping
    assert codes(read) == []
    assert (found.address, found.medium, found.reach, found.tone) == (
        "2026/11/kabar-panen",
        "cetak",
        "kabupaten",
        "positif",
    )
    assert found.date.day == dt.date(2026, 11, 23)
    assert found.stories == ("2026/11/panen", "2026/10/tanam")
    assert found.libraries == ("perpustakaan-desa-sukamaju",)
    assert (found.event, found.sha256, found.page) == ("panen-raya", "ab" * 32, "7, Daerah")


def test_all_that_is_wrong_is_told_at_once_with_its_line():
    text = (
        "---\njudul: Panen\ntanggal: 23 November 2026\njenis: majalah\nurl: javascript:alert(1)\nnada: senang\n"
        f"lingkup: dunia\nsha256: abc\nberita: [panen]\ncuplikan: {'kata ' * 80}\ndiambil: kemarin\n---\n"
    )

    read = read_clipping(PATH, text.encode())

    assert read.clipping is None
    assert sorted(codes(read)) == sorted(
        [(1, "media-hilang"), (4, "jenis-media-tidak-dikenal"), (5, "url-tidak-sah"), (6, "nada-tidak-dikenal"),
         (7, "lingkup-tidak-dikenal"), (8, "sha256-tidak-sah"), (9, "berita-tidak-sah"), (10, "cuplikan-panjang"),
         (11, "diambil-tidak-terbaca"), (1, "kliping-tanpa-sangkutan")]
    )  # fmt: skip


def test_a_snippet_that_is_too_long_is_cut_at_a_word():
    text = f"---\njudul: P\ntanggal: 23 November 2026\nmedia: K\nperpustakaan: alfa\ncuplikan: {'kata ' * 80}\n---\n"

    snippet = read_clipping(PATH, text.encode()).clipping.snippet

    assert len(snippet) <= 300
    assert snippet.endswith("kata…")


def test_addresses_that_hide_something_are_no_link():
    for url in ("https://a:b@kabar.example/", "https://", "ftp://kabar.example/", 'https://kabar.example/"onx', "//x"):
        text = f"---\njudul: P\ntanggal: 23 November 2026\nmedia: K\nperpustakaan: alfa\nurl: '{url}'\n---\n"
        read = read_clipping(PATH, text.encode())

        assert read.clipping.url == "", url
        assert "url-tidak-sah" in {problem.code for problem in read.problems}, url


def test_a_clipping_in_another_folder_is_told_where_it_belongs():
    read = read_clipping("content/kliping/kabar.md", WHOLE.replace("{sum}", "").encode())

    assert read.clipping is None
    problem = next(problem for problem in read.problems if problem.code == "alamat-salah-folder")
    assert problem.values["folder"] == "content/kliping/2026/11/kabar.md"


def test_a_draft_is_no_clipping_yet():
    assert (
        read_clipping(PATH, WHOLE.replace("{sum}", "").replace("nada:", "status: draf\nnada:").encode()).clipping
        is None
    )
