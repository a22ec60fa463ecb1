"""Links for a site without a server."""

import pytest

from pipeline.publish.browsable import browsable, to_page


@pytest.mark.parametrize(
    ("link", "page"),
    [
        ("../../", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("topik/#a", "topik/index.html#a"),
        ("../cari/?q=a/b", "../cari/index.html?q=a/b"),
        ("2026/11/panen/", "2026/11/panen/index.html"),
        ("style.css", "style.css"),
        ("#isi", "#isi"),
        ("?q=", "?q="),
        ("", ""),
        ("https://kabar.example/", "https://kabar.example/"),
        ("//kabar.example/", "//kabar.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_to_a_folder_names_its_page(link, page):
    assert to_page(link.encode()) == page.encode()


def test_only_links_of_pages_are_changed():
    html = b'<a class="x" href="../">a</a> <form action="cari/"> <img data-href="b/" src="c/"> href="teks/"'
    assert browsable("index.html", html) == (
        b'<a class="x" href="../index.html">a</a> <form action="cari/index.html"> <img data-href="b/" src="c/">'
        b' href="teks/"'
    )
    refresh = b'<meta http-equiv="refresh" content="0; url=../baru/">'
    assert browsable("index.html", refresh) == b'<meta http-equiv="refresh" content="0; url=../baru/index.html">'
    assert browsable("cari.js", b'href="a/"') == b'href="a/"'
