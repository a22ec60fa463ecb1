import pytest

from pipeline.content.library import Contact, Library, ReadLibrary
from pipeline.content.library_reader import read_library

PATH = "content/libraries/perpustakaan-desa-sukamaju.md"
HEAD = ["nama: Perpustakaan Desa Sukamaju", "tingkat: desa", "wilayah: 32.04.99.2999"]


def read(*lines: str, path: str = PATH) -> ReadLibrary:
    return read_library(path, "\n".join(["---", *lines, "---", "Tentang kami."]).encode())


def codes(*lines: str) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in read(*lines).problems]


def test_a_whole_profile_is_read():
    profile = read(
        *HEAD,
        "desa: Sukamaju",
        "kecamatan: Cimaung",
        "alamat: Jalan Raya: 2",
        "kontak: {telepon: 0812, wa: 0813, email: a@b.id, website: https://b.id, ig: '@b', fb: b}",
        "tentang: Buka tiap hari.",
        "umpan: https://b.id/feed.xml",
        "contoh: ya",
    )

    assert profile.slug == "perpustakaan-desa-sukamaju"
    assert [problem.level for problem in profile.problems] == ["hint"]
    assert profile.library == Library(
        slug="perpustakaan-desa-sukamaju",
        path=PATH,
        name="Perpustakaan Desa Sukamaju",
        level="desa",
        region="32.04.99.2999",
        village="Sukamaju",
        district="Cimaung",
        address="Jalan Raya: 2",
        contact=Contact("0812", "0813", "a@b.id", "https://b.id", "@b", "b"),
        about="Buka tiap hari.",
        feed="https://b.id/feed.xml",
        sample=True,
    )


def test_english_keys_read_the_same():
    english = ["name: Perpustakaan Desa Sukamaju", "level: desa", "region: 32.04.99.2999"]

    assert read(*english).library == read(*HEAD).library


@pytest.mark.parametrize("key", ["nama", "tingkat", "wilayah"])
def test_a_profile_without_what_is_required_keeps_its_slug(key):
    profile = read(*(line for line in HEAD if not line.startswith(key)))

    assert profile.library is None
    assert profile.slug == "perpustakaan-desa-sukamaju"
    assert [(problem.line, problem.code) for problem in profile.problems] == [(1, f"{key}-hilang")]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"Tentang kami.", b"---\nnama: [\n---\n"])
def test_a_profile_that_cannot_be_read_keeps_its_slug(data):
    profile = read_library(PATH, data)

    assert (profile.library, profile.slug) == (None, "perpustakaan-desa-sukamaju")
    assert profile.problems


def test_a_national_library_has_no_region():
    profile = read("nama: Perpustakaan Nasional", "tingkat: nasional")

    assert profile.problems == ()
    assert profile.library is not None
    assert profile.library.region == ""


def test_an_unknown_level_is_an_error():
    assert codes(HEAD[0], "tingkat: dsa", HEAD[2]) == [(3, "tingkat-tidak-dikenal")]


def test_a_region_that_is_no_code_is_an_error():
    assert codes(*HEAD[:2], "wilayah: Sukamaju") == [(4, "wilayah-wajib-sah")]


def test_a_region_of_no_known_regency_is_a_warning():
    profile = read(*HEAD[:2], "wilayah: 99.04.99.2999")

    assert [problem.code for problem in profile.problems] == ["wilayah-tidak-dikenal"]
    assert profile.library is not None
    assert profile.library.region == "99.04.99.2999"


@pytest.mark.parametrize(
    ("feed", "sound"),
    [
        ("https://b.id/feed.xml", True),
        ("HTTP://b.id:8080?x=1", True),
        ("b.id/feed", False),
        ("ftp://b.id/", False),
        ("javascript:alert(1)", False),
        ("https://orang:sandi@b.id/", False),
        ("https://b.id/a b", False),
    ],
)
def test_a_feed_that_is_no_address_is_told_and_holds_nothing(feed, sound):
    profile = read(*HEAD, f'umpan: "{feed}"')

    assert profile.library is not None
    assert [problem.code for problem in profile.problems] == ([] if sound else ["umpan-tidak-sah"])
