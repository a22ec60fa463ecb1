"""Libraries and places by the names in a text: what several may mean is asked."""

import pytest

from pipeline.content.library import Library
from pipeline.intake.gazetteer import gazetteer, spoken
from pipeline.intake.places import MOST, guess, located


def library(slug: str, name: str, region: str = "") -> Library:
    return Library(slug=slug, path=f"content/libraries/{slug}.md", name=name, region=region)


SUKABACA = library("sukabaca", "Perpustakaan Desa Sukabaca", "32.04.99.2999")
CIAMIS = library("sukamaju-ciamis", "Perpustakaan Desa Sukamaju", "32.07.06.2004")
KARO = library("sukamaju-karo", "Perpustakaan Desa Sukamaju", "12.06.04.2023")
KNOWN = (SUKABACA, CIAMIS, KARO)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Kegiatan di Perpustakaan Desa Sukabaca hari ini", "sukabaca"),
        ("kegiatan di perpusdes sukabaca", "sukabaca"),
        ("Perpus Desa Sukamaju, Kec. Cihaurbeuti, Kab. Ciamis", "sukamaju-ciamis"),
        ("Perpustakaan Desa Sukamaju Kabupaten Karo", "sukamaju-karo"),
        ("di desa sukamaju kecamatan cihaurbeuti", "sukamaju-ciamis"),
    ],
)
def test_a_library_is_told_by_its_name_and_its_place(text, slug):
    assert guess(text, KNOWN).library == slug


def test_two_libraries_of_one_name_are_asked():
    found = guess("Perpustakaan Desa Sukamaju ramai sekali", KNOWN)
    assert found.library == ""
    assert [one.partition(" ")[0] for one in found.libraries] == ["sukamaju-ciamis", "sukamaju-karo"]


def test_a_name_shared_by_many_villages_is_asked():
    found = guess("Panen di Desa Sukamaju", ())
    assert (found.library, found.region) == ("", "")
    assert len(found.regions) == MOST


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kelurahan Cileunyi Kulon Kecamatan Cileunyi", "32.04.05.2001"),
        ("Kabupaten Bandung", "32.04"),
        ("Kota Bandung", "32.73"),
        ("Kab. Kotawaringin Barat", "62.01"),
        ("Provinsi Jawa Barat", "32"),
        ("Kabupaten Bandung dan Kota Bandung", ""),
        ("warga desa kami, desa mandiri", ""),
        ("tidak ada nama tempat", ""),
    ],
)
def test_a_place_is_told_where_its_name_means_one(text, code):
    assert guess(text, ()).region == code


def test_a_village_is_found_by_what_it_lies_in():
    assert located("Sukamaju", "Cihaurbeuti", "Ciamis", "Jawa Barat") == ("32.07.06.2004",)
    assert len(located("Sukamaju", "", "", "")) > 60
    assert located("Tidakada", "", "", "") == ()


def test_the_country_has_as_many_as_the_decree_says():
    known = gazetteer()
    assert len([code for code in known.names if code.count(".") == 3]) == 83_762
    assert len(known.names) == 83_762 + 7_285
    assert spoken("32.07.06.2004") == "Sukamaju, Kec. Cihaurbeuti, Kab. Ciamis, Jawa Barat"
