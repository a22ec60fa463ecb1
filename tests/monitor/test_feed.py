import json

import pytest

from pipeline.monitor import feed
from pipeline.monitor.feed import Post
from pipeline.monitor.reader import Limits, Reader

NOW = 1_795_000_000
URL = "https://koran.example/umpan/"

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Koran Désa</title><link>https://koran.example/</link>
<item><title>Perpustakaan &amp;lt;b&amp;gt;Sukabaca&amp;lt;/b&amp;gt; &amp;amp; warga “panen”</title>
<link>https://koran.example/Kabar/1?utm_source=rss</link><guid isPermaLink="false">k-1</guid>
<pubDate>Sen, 05 Agu 2024 10:00:00 WIB</pubDate><dc:creator>Bunga &lt;i&gt;Tanjung&lt;/i&gt;</dc:creator>
<source url="https://lain.example/">Koran Lain</source>
<description><![CDATA[<p>Warga <b>panen</b>.</p><script>alert(1)</script>]]></description>
<content:encoded><![CDATA[<p>Warga <b>panen</b> cabai.</p><img src="https://koran.example/a.jpg">]]></content:encoded></item>
<item><title>Tanpa apa-apa</title><link>javascript:alert(1)</link><guid isPermaLink="false">k-2</guid>
<pubDate>2 jam lalu</pubDate></item>
<item><description>tanpa judul, tanpa tautan</description></item>
</channel></rss>"""


def read(data, kind="text/xml", **asked):
    return feed.read(data if isinstance(data, bytes) else data.encode(), kind, URL, NOW, **asked)


def rss(encoding="UTF-8"):
    return RSS.format(encoding=encoding)


def test_a_feed():
    found = read(rss(), bodies=True)
    assert (found.title, found.fault, found.note, found.encoding) == ("Koran Désa", "", "", "utf-8")
    first, second = found.posts
    assert first == Post(
        key="k-1", title="Perpustakaan Sukabaca & warga “panen”", url="https://koran.example/Kabar/1?utm_source=rss",
        summary="Warga panen.", author="Bunga Tanjung", outlet="Koran Lain", published=1_722_826_800,
        body='<p>Warga <b>panen</b> cabai.</p><img src="https://koran.example/a.jpg">',
    )  # fmt: skip
    assert second == Post(key="k-2", title="Tanpa apa-apa", url="")
    assert read(rss()).posts[0].body == ""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252", "iso-8859-1"]
)
def test_encodings_as_declared_or_marked(encoding):
    text = rss(encoding).replace("“", '"').replace("”", '"')
    assert read(text.encode(encoding)).title == "Koran Désa"


@pytest.mark.parametrize(("data", "kind", "encoding"), [
    (rss("utf-8").encode("cp1252"), "text/xml", "cp1252"),  # declared, and not so
    (rss().encode(), "text/xml; charset=iso-8859-1", "utf-8"),  # the file knows better than the server
    (rss().replace(' encoding="UTF-8"', "").encode("cp1252"), 'text/xml; charset="windows-1252"', "cp1252"),
    (rss().replace(' encoding="UTF-8"', "").encode(), "text/xml", "utf-8"),
    (rss("x-tidak-ada").encode(), "text/xml; charset=rot13", "utf-8"),
    (b"\xef\xbb\xbf" + rss().encode(), "", "utf-8"),
    (b"\n\n  " + rss().encode(), "", "utf-8"),
])  # fmt: skip
def test_encodings_that_are_wrong_or_missing(data, kind, encoding):
    found = read(data, kind)
    assert (found.title, found.encoding) == ("Koran Désa", encoding)


def test_atom_with_relative_links_and_html_titles():
    found = read(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Blog &lt;b&gt;Desa&lt;/b&gt;</title>
    <entry><id>tag:a,1</id><title type="html">Kabar &amp;amp; cerita</title><link rel="alternate" href="../2024/kabar"/>
    <link rel="enclosure" href="x.mp3"/><published>2024-08-05T03:00:00Z</published>
    <updated>2026-01-01T00:00:00Z</updated>
    <author><name>Kader</name></author><content type="html">&lt;p&gt;Isi&lt;/p&gt;</content></entry></feed>""",
        bodies=True,
    )
    (post,) = found.posts
    assert found.title == "Blog Desa"
    assert post == Post(key="tag:a,1", title="Kabar & cerita", url="https://koran.example/2024/kabar", summary="Isi",
                        author="Kader", published=1_722_826_800, body="<p>Isi</p>")  # fmt: skip


def test_a_feed_in_disorder_is_read_with_a_note():
    found = read(rss().replace("</channel></rss>", "").replace("&amp;amp;", "&nbsp;&"))
    assert found.note
    assert found.posts[0].key == "k-1"


def test_json_feed():
    data = {"version": "https://jsonfeed.org/version/1.1", "title": "Koran", "items": [
        {"id": 7, "url": "https://koran.example/7", "title": "Judul <b>tujuh</b>", "content_html": "<p>Isi</p>",
         "date_published": "2024-08-05T10:00:00+07:00", "authors": [{"name": "Bunga"}]},
        {"id": "8", "url": "javascript:alert(1)", "content_text": "a <b> c", "author": {"name": "Lama"}}, "rusak", {},
    ]}  # fmt: skip
    found = read(json.dumps(data), "application/feed+json", bodies=True)
    assert found.posts == (
        Post(key="7", title="Judul tujuh", url="https://koran.example/7", summary="Isi", author="Bunga",
             published=1_722_826_800, body="<p>Isi</p>"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>Halaman tidak ada</body></html>",
        b"/etc/hostname",
        b"http://127.0.0.1/",
        b"{}",
        b"{" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": 5}',
        b"\0" * 1000,
        b"\xff\xd8\xff\xe0" * 100,
        b"<" * 100_000,
    ],
)
def test_what_is_no_feed(data):
    assert read(data).fault == feed.NO_FEED


BOMB = '<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"])
@pytest.mark.parametrize("declared", [
    BOMB, BOMB.lower().replace("doctype", "DocType"), '<!DOCTYPE rss SYSTEM "http://x.example/a.dtd" [\n%x;]>',
    '<!ENTITY a SYSTEM "file:///etc/passwd">',
])  # fmt: skip
def test_declarations_of_its_own_are_refused_in_every_encoding(encoding, declared):
    text = rss(encoding).replace("<rss", declared + "<rss", 1).replace("“", "").replace("”", "")
    assert read(text.encode(encoding)).fault == feed.ENTITIES


@pytest.mark.parametrize(
    "name", ["utf-7", "utf_7", "cp037", "hz", "iso2022_jp", "punycode", "unicode_escape", "rot13", "base64"]
)
def test_encodings_that_hide_declarations_are_not_used(name):
    hidden = b'<?xml version="1.0" encoding="' + name.encode() + b'"?>+ADwAIQ-DOCTYPE rss +AFs-]>' + rss().encode()[38:]
    found = read(hidden, f"text/xml; charset={name}")
    assert found.encoding == "utf-8"


def test_a_document_type_without_declarations_is_read():
    text = rss().replace("<rss", '<!DOCTYPE rss PUBLIC "-//x//DTD//EN" "http://127.0.0.1:9/rss.dtd"><rss', 1)
    assert read(text).posts[0].key == "k-1"


class TestApart:
    @pytest.fixture
    def reader(self):
        made = []

        def make(**limits):
            made.append(Reader(Limits(**limits)))
            return made[-1]

        yield make
        for one in made:
            one.close()

    def test_the_same_comes_from_the_process(self, reader):
        one = reader()
        assert one.read(rss().encode(), "text/xml", URL, NOW, bodies=True) == read(rss(), bodies=True)
        assert one.read(b"bukan", "", URL, NOW).fault == feed.NO_FEED
        assert one.read(rss().encode(), "text/xml", URL, NOW) == read(rss())

    def test_what_takes_too_much_memory_or_time_costs_itself(self, reader):
        large = (
            rss().replace("</channel>", "<item><title>x</title><guid>y</guid></item>" * 200_000 + "</channel>").encode()
        )
        assert reader(memory=150 * 2**20).read(large, "text/xml", URL, NOW).fault in (
            "terlalu berat untuk dibaca",
            feed.NO_FEED,
        )
        assert reader(seconds=0, wait=60).read(large, "text/xml", URL, NOW).fault == "terlalu berat untuk dibaca"
        slow = reader(wait=0.01)
        assert slow.read(large, "text/xml", URL, NOW).fault == "terlalu lama dibaca"

    def test_after_one_that_was_killed_the_next_is_read(self, reader):
        one = reader(seconds=2)
        large = (
            rss().replace("</channel>", "<item><title>x</title><guid>y</guid></item>" * 300_000 + "</channel>").encode()
        )
        assert one.read(large, "text/xml", URL, NOW).fault == "terlalu berat untuk dibaca"
        assert one.read(rss().encode(), "text/xml", URL, NOW).posts[0].key == "k-1"
