import pytest

from pipeline.monitor.link import link, normalized, untracked


@pytest.mark.parametrize(
    ("raw", "good"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("  http://a.example/x\n", "http://a.example/x"),
        ("/kabar", "https://dasar.example/kabar"),
        ("?p=12", "https://dasar.example/umpan/?p=12"),
        ("//lain.example/x", "https://lain.example/x"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("ht\ttps://a.example/\x00x", "https://a.example/x"),
        ("javascript:alert(1)", ""),
        ("java\x03script:alert(1)", ""),
        ("JaVaScript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("mailto:a@b.example", ""),
        ("", ""),
        ("https://bank.example@jahat.example/", ""),
        ("https://", ""),
        ("http://[::1", ""),
        ("https://a.example:99999/", ""),
        ("https://a.example/" + "x" * 3000, ""),
    ],
)
def test_links(raw, good):
    assert link(raw, "https://dasar.example/umpan/") == good


SAME = "https://a.example/Kabar/Desa"


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/Kabar/Desa",
        "https://A.EXAMPLE/Kabar/Desa",
        "https://a.example:443/Kabar/Desa",
        "https://www.a.example/Kabar/Desa",
        "http://a.example:80/Kabar/Desa/",
        "https://a.example/Kabar/Desa?utm_source=x&utm_medium=y",
        "https://a.example/Kabar/Desa#top",
        "https://a.example/Kabar/Desa/?fbclid=abc",
        "https://a.example/Kabar/Desa?gclid=1&UTM_Campaign=z",
        "https://a.example./Kabar/Desa",
        " https://a.example/Kabar/Desa ",
    ],
)
def test_one_page(url):
    assert normalized(url) == SAME


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/kabar/desa",
        "https://b.example/Kabar/Desa",
        "https://a.example/Kabar/Desa?p=1",
        "https://a.example:8080/Kabar/Desa",
        "https://m.a.example/Kabar/Desa",
    ],
)
def test_other_pages(url):
    assert normalized(url) not in (SAME, "")


def test_parameters_that_say_what_is_read_stay():
    assert normalized("http://a.example/?p=12&utm_source=x&q=a%26b&kosong=") == "https://a.example?p=12&q=a%26b&kosong="


@pytest.mark.parametrize("url", ["", "a.example/x", "ftp://a.example/", "http://[::1", "https://:80/", "javascript:x"])
def test_no_page(url):
    assert normalized(url) == ""


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://k.example/a?utm_source=x&id=7&fbclid=y#b", "https://k.example/a?id=7#b"),
        ("https://k.example/a?utm_source=x", "https://k.example/a"),
        ("https://k.example/a?q=%20b+c&d", "https://k.example/a?q=%20b+c&d"),
        ("http://K.example/A/", "http://K.example/A/"),
        ("", ""),
    ],
)
def test_what_is_printed_says_nothing_of_how_a_reader_came(url, bare):
    assert untracked(url) == bare
