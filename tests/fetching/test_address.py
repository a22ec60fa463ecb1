import socket

import pytest

from pipeline.fetching.address import allowed, checked, public
from pipeline.fetching.failure import AddressError, ForbiddenError
from pipeline.fetching.policy import Policy, policy

STRICT = Policy("uji")
LOCAL = Policy("uji", local=True)


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.7", "198.18.0.1", "198.51.100.4", "203.0.113.9", "192.88.99.1", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe", "::7f00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::",
    "2001::1", "2001:db8::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "100::1",
    "5f00::1", "3fff::1", "bukan alamat", "",
])  # fmt: skip
def test_addresses_that_are_not_of_the_public_internet(address):
    assert not public(address)
    with pytest.raises(ForbiddenError, match="WARTA_LOKAL=1"):
        allowed("nama.example", [address], STRICT)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "103.10.67.1", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_public_internet(address):
    assert public(address)


def test_one_private_address_spoils_all():
    with pytest.raises(ForbiddenError, match=r"10\.0\.0\.1"):
        allowed("nama.example", ["8.8.8.8", "10.0.0.1"], STRICT)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "192.168.0.9", "172.20.1.1", "::1", "fd00::1"])
def test_an_office_asks_its_own_network_where_it_says_so(address):
    assert allowed("kantor.example", [address], LOCAL) == [address]


@pytest.mark.parametrize(
    "address", ["169.254.169.254", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "224.0.0.1", "0.0.0.0"]
)
def test_even_then_some_addresses_are_never_asked(address):
    with pytest.raises(ForbiddenError):
        allowed("kantor.example", [address], LOCAL)


@pytest.mark.parametrize("url", [
    "ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "feed:http://a.example/", "//a.example/",
    "a.example", "http://", "http:///x", "http://a.example:22/", "http://a.example:8080/", "http://a.example:99999/",
    "http://user:rahasia@a.example/", "http://user@a.example/", "http://a.example\\@b.example/", "http://a.example/a b",
    "http://a.example/\r\nHost: b", "http://[::1/", "http://" + "a" * 70 + ".example/", "http://a..example/",
    "http://a.example/" + "x" * 3000,
])  # fmt: skip
def test_addresses_that_are_not_asked(url):
    with pytest.raises(AddressError) as failure:
        checked(url, STRICT)
    assert "rahasia" not in str(failure.value)
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize(("url", "sent"), [
    ("http://A.Example/Jalan?q=1#bagian", "http://a.example/Jalan?q=1"),
    ("https://a.example", "https://a.example/"),
    ("https://a.example:443/x", "https://a.example/x"),
    ("http://a.example:443/x", "http://a.example:443/x"),
    ("https://perpustakaan.example/kabar desa".replace(" ", "%20"), "https://perpustakaan.example/kabar%20desa"),
    ("https://désa.example/é?kata=é", "https://xn--dsa-bma.example/%C3%A9?kata=%C3%A9"),
    ("  https://a.example/x\n", "https://a.example/x"),
])  # fmt: skip
def test_addresses_as_they_are_sent(url, sent):
    assert checked(url, STRICT).url == sent


def test_the_environment_says_whether_an_office_is_local(monkeypatch):
    monkeypatch.delenv("WARTA_LOKAL", raising=False)
    assert not policy("https://uji.example/").local
    monkeypatch.setenv("WARTA_LOKAL", "1")
    found = policy("https://uji.example/(x)\r\n")
    assert found.local
    assert found.agent.startswith("WartaPustaka/")
    assert found.agent.endswith(" (+https://uji.example/x)")


def test_the_systems_own_resolver():
    from pipeline.fetching.address import resolve

    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises(socket.gaierror):
        resolve("tidak-ada.invalid", 80)
