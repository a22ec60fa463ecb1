"""The body of a report: Markdown to safe HTML and plain text, and what the writer is told."""

import inspect
import re
import subprocess
import sys
import threading

import pytest

from pipeline.content import markdown, safety
from pipeline.content.dropped import Dropped
from pipeline.content.markdown import Body, read_body


def html(source, prefix="panen"):
    return read_body(source, prefix=prefix).html


def told(source):
    return [(one.line, one.kind, one.what) for one in read_body(source, prefix="panen").dropped]


def test_a_body_becomes_paragraphs_headings_lists_and_links():
    body = read_body(
        "Warga **memanen** selada.\n\n## Hasil\n\n- sebelas kilogram\n- dua keranjang\n\n"
        "Lihat [laman desa](https://desa.example.id/berita 'Berita').",
        prefix="panen",
    )

    assert body == Body(
        html="<p>Warga <strong>memanen</strong> selada.</p>\n<h2>Hasil</h2>\n<ul>\n<li>sebelas kilogram</li>\n"
        "<li>dua keranjang</li>\n</ul>\n"
        '<p>Lihat <a href="https://desa.example.id/berita" title="Berita" rel="noopener">laman desa</a>.</p>',
        text="Warga memanen selada.\n\nHasil\n\n• sebelas kilogram\n• dua keranjang\n\nLihat laman desa.",
        dropped=(),
    )


@pytest.mark.parametrize("source", ["", "  \n\n", "\n" * 200_000])
def test_an_empty_body_is_empty(source):
    assert read_body(source, prefix="panen") == Body()


@pytest.mark.parametrize("source", ["{{ judul }}", "{% include 'x' %}", "**a**{{ x }}", "## A {: .b #c onclick=d }"])
def test_template_signs_and_attribute_lists_are_plain_text(source):
    shown = html(source)

    assert source.replace("**", "").removeprefix("## ") in shown.replace("<strong>", "").replace("</strong>", "")
    assert "class" not in shown


def test_headings_are_shifted_below_the_one_that_the_page_owns():
    assert html("# A\n\n### B\n\n## C\n\n# D") == "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n<h2>D</h2>"


def test_headings_in_raw_html_are_shifted_too():
    assert html("<h1>A</h1>\n\n<h4>B</h4>") == "<h2>A</h2>\n\n<h3>B</h3>"


def test_footnotes_of_many_stories_can_stand_on_one_page():
    source = "Satu[^1], dua[^b c], lagi[^1].\n\n[^1]: Catatan.\n\n[^b c]: Lain."

    shown = html(source, "panen")

    assert shown == html(source, "rapat").replace("rapat-", "panen-")
    assert '<sup id="panen-rujukan-1"><a class="footnote-ref" href="#panen-catatan-1">1</a></sup>' in shown
    assert '<li id="panen-catatan-2">' in shown
    assert 'href="#panen-rujukan-1-2"' in shown
    assert '<div class="footnote">' in shown
    assert read_body(source, prefix="x").text == "Satu, dua, lagi."


def test_every_footnote_link_leads_to_an_id():
    shown = html('a[^1] b[^1] c[^x"y]\n\n[^1]: A\n[^x"y]: B\n[^unused]: C\n')

    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(re.findall(r'id="([^"]+)"', shown))
    assert told("a[^1]\n\n[^1]: A\n[^unused]: C\n") == []


@pytest.mark.parametrize("marker", ["///Footnotes Go Here///", "\x02", "x"])
def test_footnotes_stand_at_the_end_whatever_a_body_says(marker):
    shown = html(f"a {marker}[^1]\n\nb\n\n[^1]: c")

    assert shown.index("<p>b</p>") < shown.index('<div class="footnote"')
    assert marker.strip("\x02") in shown


def test_raw_html_cannot_take_the_ids_of_footnotes():
    assert html('a[^1]\n\n<ul><li id="lain">x</li><li id="fn:2">y</li></ul>\n\n[^1]: A').count("id=") == 2


def test_no_section_is_left_without_a_heading_and_no_column_with_an_empty_one():
    shown = html(
        '<section>a</section>\n\n| | Ibu |\n|--:|--|\n| x | 2 |\n\n<table><tr><th scope="col"> </th></tr></table>'
    )

    assert "section" not in shown
    assert "<div>a</div>" in shown
    assert '<td class="rata-kanan"></td>' in shown
    assert "<td></td>" in shown
    assert shown.count("<th") - shown.count("<thead") == 1


def test_a_table_scrolls_by_itself_and_keeps_its_alignment_without_style():
    shown = html("| Kelompok | Jumlah | Ket |\n|:--|--:|:-:|\n| Ibu | 20 | baik |")

    assert shown.startswith('<div class="tabel" tabindex="0" role="region" aria-label="Tabel"><table>')
    assert shown.endswith("</table></div>")
    assert '<td class="rata-kanan">20</td>' in shown
    assert '<td class="rata-tengah">baik</td>' in shown
    assert "style" not in shown
    assert "align=" not in shown


def test_a_table_in_a_title_is_no_table():
    shown = html('<a href="/x" title="<table><script>">x</a>\n\n| a | b |\n|---|---|\n| 1 | 2 |')

    assert shown.count('class="tabel"') == 1
    assert "<script" not in shown


def test_a_list_keeps_the_number_it_starts_with():
    assert html("3. tiga\n4. empat").startswith('<ol start="3">')


def test_an_image_becomes_nothing_and_is_told():
    assert html("![Panen](panen.jpg)\n\nTeks ![kecil](b.png) lagi.") == "<p>Teks  lagi.</p>"
    assert told("Satu.\n\n![Panen](panen.jpg)\n\n![Rapat](rapat.jpg 'x')") == [
        (3, "image", "panen.jpg"),
        (5, "image", "rapat.jpg"),
    ]


def test_a_link_around_an_image_goes_with_it():
    assert html("[![x](a.jpg)](/besar/)\n\nTeks.") == "<p>Teks.</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Satu\n\n<script>alert(1)</script>", [(3, "tag", "<script>")]),
        ("Satu\ndua <iframe src='https://x.id'></iframe>", [(2, "tag", "<iframe>")]),
        ("a\n\nb [c](javascript:alert(1))", [(3, "link", "javascript:")]),
        ("a [b](data:text/html,x) [c](data:text/html,x)", [(1, "link", "data:")]),
        ("[c](//jahat.example/x)", [(1, "link", "//jahat.example/x")]),
        ('<p onclick="x()">a</p>', [(1, "attribute", "onclick")]),
        ("a\n\n<img src=x onerror=alert(1)>", [(3, "attribute", "onerror"), (3, "image", "x")]),
        ("<p style='color: red'>a</p>", [(1, "attribute", "style")]),
        ("<?php echo 1 ?>", [(1, "tag", "<?php>")]),
        ("<b>a</b>\n\n<i>b</i>\n\n<b>c</b>", [(1, "tag", "<b>"), (3, "tag", "<i>"), (5, "tag", "<b>")]),
        ("1. a\n2. b\n\n99999999. c\n\n<!-- 1 < 2 -->", []),
        ("<kbd>Enter</kbd> & <https://x.id/?a=1&copy=2> <a@b.id> 2 < 3", []),
        ("`<script>` dan `onclick`", []),
    ],
)
def test_what_is_dropped_is_told_with_its_line(source, expected):
    assert told(source) == expected


def test_text_in_dropped_tags_stays_but_not_that_of_scripts():
    body = read_body("<center>Tengah</center>\n\n<style>p{}</style>\n\n<script>x</script>Akhir.", prefix="x")

    assert body.text == "Tengah\n\nAkhir."


@pytest.mark.parametrize(
    "link",
    ["/2023/05/x/", "x.html", "../y", "#bagian", "mailto:a@b.id", "tel:+62221234", "http://x.id", "HTTPS://X.ID/"],
)
def test_links_that_may_stay(link):
    assert f'href="{link}"' in html(f"[a]({link})")
    assert told(f"[a]({link})") == []


def test_only_links_that_leave_the_site_have_a_rel():
    assert 'rel="noopener"' in html("[a](http://x.id)")
    assert "rel=" not in html("[a](/x/) [b](#c) [d](mailto:a@b.id)")
    assert "target" not in html("<a href='http://x.id' target='_blank'>a</a>")


def test_control_characters_are_gone():
    assert html("a\x00b\x07c\x7f\r\nd\re") == "<p>abc\nd\ne</p>"
    assert "javascript" not in html("[x](java\x03script:alert(1)) <a href='java&#3;script:alert(1)'>y</a>")


def test_the_same_source_gives_the_same_body_whatever_was_read_before():
    first = "# A[^1]\n\n[x][r] `a` **b\n\n[^1]: c\n\n[r]: /d"
    other = "- a\n\n        b\n\n[x][r] ** a[^1] <div> [^2]\n\n> > - c"
    body = read_body(first, prefix="x")

    read_body(other, prefix="y")

    assert read_body(first, prefix="x") == body
    assert "[x][r]" in read_body(other, prefix="x").text


def test_a_parser_that_failed_is_not_used_again(monkeypatch):
    broken = markdown._parser()
    monkeypatch.setattr(broken.markdown, "convert", lambda _source: 1 / 0)

    assert read_body("*a* & b", prefix="x") == Body(
        "<p>*a* &amp; b</p>", "*a* & b", (Dropped(1, "too-complex", "Markdown"),)
    )
    assert read_body("*a*", prefix="x").html == "<p><em>a</em></p>"


def test_a_missing_library_is_no_fault_of_the_body(monkeypatch):
    monkeypatch.setitem(sys.modules, "nh3", None)
    safety._sweeper.cache_clear()

    with pytest.raises(ImportError, match="nh3"):
        read_body("*a*", prefix="kabar")


def test_a_stack_that_is_almost_full_gives_plain_paragraphs():
    source = "- a\n" + "".join("    " * depth + "- b\n" for depth in range(1, 15)) + "\n**c**"
    read_body(source, prefix="x")

    def deeper(frames):
        return deeper(frames - 1) if frames else read_body(source, prefix="x")

    body = deeper(sys.getrecursionlimit() - len(inspect.stack()) - 40)

    assert body.dropped == (Dropped(1, "too-complex", "Markdown"),)
    assert body.text.endswith("**c**")
    assert read_body("- a", prefix="x").html == "<ul>\n<li>a</li>\n</ul>"


@pytest.fixture
def eager_threads():
    """Threads that take turns at almost every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_threads_do_not_disturb_each_other(eager_threads):
    sources = [f"# {n}\n\n[a][r] b[^1]\n\n[r]: /{n}/\n\n[^1]: {n}" for n in range(8)]
    expected = [read_body(source, prefix="x") for source in sources]
    found = [[] for _ in sources]

    def read(at):
        found[at] = [read_body(sources[at], prefix="x") for _ in range(50)]

    threads = [threading.Thread(target=read, args=(at,)) for at in range(len(sources))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [[body] * 50 for body in expected]


def test_importing_the_reader_does_not_import_the_parsers():
    code = "import sys, pipeline.content.markdown; print([m for m in ('markdown', 'nh3') if m in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
