"""A story's own page: quotation set large, steps, share bar, whom to tell, and who can be reached."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from markupsafe import Markup

from pipeline.content.library import Contact
from pipeline.desks.site import sharing
from pipeline.desks.site.render import halves

PLACE = "content/stories/2025/01/satu.md"
PAGE = "site/2025/01/satu/index.html"


def body(*parts: str) -> Markup:
    return Markup("\n".join(parts))


@pytest.mark.parametrize(
    ("parts", "first"),
    [
        (["<p>1</p>"] * 3, 3),
        (["<p>1</p>", "<p>2</p>", "<p>3</p>", "<p>4</p>"], 2),
        (["<blockquote><p>a</p>", "<p>b</p></blockquote>", "<p>1<br>2</p>", "<p>3</p>", "<p>4</p>", "<p>5</p>"], 4),
        (["<ul><li><p>a</p></li></ul>", "<p>1</p>", "<hr>", "<p>2</p>", "<p>3</p>", "<p>4</p>"], 4),
    ],
)
def test_a_body_is_parted_between_two_paragraphs_that_stand_in_nothing(parts, first):
    one, other = halves(body(*parts))
    assert one + other == body(*parts)
    assert one == body(*parts[:first])


QUOTE = "[{teks: Dulu saya malu., nama: Ibu S., peran: peserta, izin: ya}]"
LONG = "\n\n".join(f"Paragraf {n}." for n in range(5))


def test_a_quotation_is_set_large_in_the_body_unless_it_stands_there(newsroom, story):
    room = newsroom({PLACE: story("Satu", kutipan=QUOTE, body=LONG)})
    room.build(only=("site",))
    page = room.page(PAGE)
    assert page.index("Paragraf 1.") < page.index('<figure class="quote pull">') < page.index("Paragraf 2.")
    assert page.count("Dulu saya malu.") == 1
    assert "<figcaption>Ibu S., peserta</figcaption>" in page

    room.write(
        {PLACE: story("Satu", kutipan=QUOTE, body=f"{LONG}\n\n> “Dulu saya malu,” katanya.\n\n“Dulu saya malu.”")}
    )
    room.build(only=("site",))
    assert '<figure class="quote' not in room.page(PAGE)


def test_steps_tell_how_to_do_the_same(newsroom, story):
    room = newsroom({PLACE: story("Satu", langkah="[Semai <b>bibit</b>, Siram]")})
    room.build(only=("site",))
    page = room.page(PAGE)
    assert "<li>Semai &lt;b&gt;bibit&lt;/b&gt;</li>\n<li>Siram</li>" in page
    room.write({PLACE: story("Satu")})
    room.build(only=("site",))
    assert "Cara mengulang" not in room.page(PAGE)


def test_the_share_bar_hands_on_title_and_address_whole():
    title, url = "Panen & “pesta”: 100% #satu", "https://kabar.example/2025/01/panen/"
    ways = dict(sharing.share(title, url))
    asked = {name: parse_qs(urlsplit(address).query) for name, address in ways.items()}
    assert asked["WhatsApp"] == {"text": [f"{title}\n{url}"]}
    assert asked["Telegram"] == {"url": [url], "text": [title]}
    assert asked["Facebook"] == {"u": [url]}
    assert asked["X"] == {"text": [title], "url": [url]}
    assert not any(urlsplit(address).fragment for address in ways.values())


def test_whoever_asks_for_a_correction_is_told_whom_to_ask():
    url = "https://kabar.example/2025/01/panen/"
    full = Contact(telephone="022 555", whatsapp="0812-3456-789", email="desa@kabar.example")
    ways = sharing.report("Pustaka", full, "Redaksi", "redaksi@kabar.example", url, "id")
    assert [way.address.partition("?")[0] for way in ways] == [
        "https://wa.me/628123456789", "mailto:desa@kabar.example", "mailto:redaksi@kabar.example",
    ]  # fmt: skip
    assert all(url in parse_qs(urlsplit(way.address).query).get("text", [""])[0] for way in ways[:1])
    assert parse_qs(urlsplit(ways[1].address).query)["subject"] == ["Koreksi atau pencabutan izin"]
    only = sharing.report("Pustaka", Contact(telephone="022 555 1234"), "Redaksi", "", url, "en")
    assert [way.address for way in only] == ["tel:0225551234"]
    assert sharing.report("Pustaka", Contact(), "Redaksi", "", url, "id") == []


ASKED = "https://kabar.example/2025/01/panen/"


@pytest.mark.parametrize(
    ("contact", "email", "expected"),
    [
        ({"telephone": "022 555, 022 777"}, "", []),
        ({"telephone": "022 555, 022 777"}, "redaksi@kabar.example", ["mailto:redaksi@kabar.example"]),
        ({"email": "tanya lewat WA saja"}, "", []),
        ({"email": "a@b.id?bcc=x@y.id&body=z"}, "", []),
        ({"email": "ibu&bapak#1@desa.kabar.example"}, "", ["mailto:ibu%26bapak%231@desa.kabar.example"]),
        ({"instagram": "@pustaka.desa"}, "", ["https://www.instagram.com/pustaka.desa"]),
        ({"facebook": "PustakaDesa", "website": "https://desa.kabar.example/"}, "", [
            "https://www.facebook.com/PustakaDesa", "https://desa.kabar.example/",
        ]),
        ({"instagram": "javascript:alert(1)", "website": "javascript:alert(1)"}, "", []),
        ({"instagram": "pustaka", "whatsapp": "08123456789"}, "", ["https://wa.me/628123456789"]),
    ],
)  # fmt: skip
def test_whatever_is_known_of_a_library_leads_to_somebody(contact, email, expected):
    ways = sharing.report("Pustaka", Contact(**contact), "Redaksi", email, ASKED, "id")
    assert [way.address.partition("?")[0] for way in ways] == expected


def test_where_nobody_can_be_written_to_the_library_s_page_says_where_it_is(newsroom, story):
    room = newsroom({PLACE: story("Satu")})
    room.build(only=("site",))
    asked = room.page(PAGE).partition('id="koreksi"')[2].partition("</section>")[0]
    assert '<a href="../../../perpustakaan/alfa/">Perpustakaan Desa Alfa</a>' in asked
    assert (room.output / "site/perpustakaan/alfa/index.html").exists()


def test_a_changed_contact_reaches_the_pages_of_the_library_s_stories(newsroom, story, difference):
    room = newsroom({PLACE: story("Satu")})
    room.build(only=("site",))
    assert "Hubungi perpustakaan" not in room.page(PAGE)
    assert "datang atau titip pesan" in room.page(PAGE)
    text = (room.root / "content/libraries/alfa.md").read_text("utf-8")
    room.write({"content/libraries/alfa.md": text.replace("tingkat", 'kontak: {whatsapp: "0812 3456 789"}\ntingkat')})
    room.build()
    assert re.search(
        r'<a href="https://wa\.me/628123456789" rel="noopener">WhatsApp 0812 3456 789</a>', room.page(PAGE)
    )
    assert difference(room.tree(), room.clean()) == ""
