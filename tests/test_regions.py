"""Provinces and regencies: the data, the codes, the zones, the names."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.regions import (
    DATA,
    ZONES,
    dotted,
    find,
    level_of,
    province_of,
    provinces,
    regencies,
    regency_of,
    region,
    short_name,
    suggest,
    valid_code,
    zone_of,
)

ZONE_OF_PROVINCE = {
    "WIB": """Aceh, Sumatera Utara, Sumatera Barat, Riau, Jambi, Sumatera Selatan, Bengkulu, Lampung, Kepulauan Bangka
        Belitung, Kepulauan Riau, Daerah Khusus Ibukota Jakarta, Jawa Barat, Jawa Tengah, Daerah Istimewa Yogyakarta,
        Jawa Timur, Banten, Kalimantan Barat, Kalimantan Tengah""",
    "WITA": """Bali, Nusa Tenggara Barat, Nusa Tenggara Timur, Kalimantan Selatan, Kalimantan Timur, Kalimantan Utara,
        Sulawesi Utara, Sulawesi Tengah, Sulawesi Selatan, Sulawesi Tenggara, Gorontalo, Sulawesi Barat""",
    "WIT": """Maluku, Maluku Utara, Papua, Papua Barat, Papua Selatan, Papua Tengah, Papua Pegunungan,
        Papua Barat Daya""",
}
EVERY = [found for province in provinces() for found in (province, *regencies(province.code))]


def test_there_are_38_provinces_and_514_regencies_and_cities():
    kinds = [found.kind for found in EVERY]
    assert [kinds.count(kind) for kind in ("provinsi", "kabupaten", "kota")] == [38, 416, 98]
    assert [found.code for found in EVERY] == sorted({found.code for found in EVERY})
    assert all(found.parent == found.code[:2] for found in EVERY if found.kind != "provinsi")


@pytest.mark.parametrize("zone", ZONE_OF_PROVINCE)
def test_each_province_has_its_time_zone(zone):
    names = {" ".join(name.split()) for name in ZONE_OF_PROVINCE[zone].split(",")}
    assert {found.name for found in provinces() if found.zone == zone} == names
    assert {ZONES[found.code] for found in provinces() if found.name in names} == {zone}


@pytest.mark.parametrize(
    ("code", "name", "kind", "short"),
    [
        ("32", "Jawa Barat", "provinsi", "Jawa Barat"),
        ("31", "Daerah Khusus Ibukota Jakarta", "provinsi", "DKI Jakarta"),
        ("34", "Daerah Istimewa Yogyakarta", "provinsi", "DI Yogyakarta"),
        ("32.04", "Kabupaten Bandung", "kabupaten", "Kab. Bandung"),
        ("32.73", "Kota Bandung", "kota", "Kota Bandung"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "kabupaten", "Kab. Kepulauan Seribu"),
        ("31.74", "Kota Administrasi Jakarta Selatan", "kota", "Kota Jakarta Selatan"),
        ("71.09", "Kabupaten Kepulauan Siau Tagulandang Biaro", "kabupaten", "Kab. Kepulauan Siau Tagulandang Biaro"),
        ("63.02", "Kabupaten Kotabaru", "kabupaten", "Kab. Kotabaru"),
        ("96.71", "Kota Sorong", "kota", "Kota Sorong"),
    ],
)
def test_a_region_has_the_name_that_people_write(code, name, kind, short):
    found = region(code)
    assert found is not None
    assert (found.name, found.kind, short_name(found)) == (name, kind, short)


def test_no_name_is_in_capitals_or_cut_short():
    assert all(found.name == found.name.strip() and "." not in found.name for found in EVERY)
    assert not any(word.isupper() for found in EVERY for word in found.name.split())


@pytest.mark.parametrize("code", ["", "99", "32.99", "32.04.05", "3204", "Bandung"])
def test_an_unknown_code_is_no_region(code):
    assert region(code) is None


@pytest.mark.parametrize(
    ("code", "level", "province", "regency", "zone"),
    [
        ("32", "provinsi", "32", "", "WIB"),
        ("32.04", "kabupaten", "32", "32.04", "WIB"),
        ("73.71", "kabupaten", "73", "73.71", "WITA"),
        ("32.04.99", "kecamatan", "32", "32.04", "WIB"),
        ("32.04.99.2999", "desa", "32", "32.04", "WIB"),
        ("91.03.01.1001", "desa", "91", "91.03", "WIT"),
        ("99.01.01.2001", "desa", "99", "99.01", "WIB"),
        ("", None, "", "", "WIB"),
        ("32.4", None, "", "", "WIB"),
        ("73-71", None, "", "", "WIB"),
        ("32.04.99.299", None, "", "", "WIB"),
        ("32.04.99.2999.1", None, "", "", "WIB"),
        ("32.04.99.2999\n", None, "", "", "WIB"),
        ("٣٢", None, "", "", "WIB"),
    ],
)
def test_a_code_tells_its_level_and_where_it_lies(code, level, province, regency, zone):
    assert (level_of(code), province_of(code), regency_of(code), zone_of(code)) == (level, province, regency, zone)
    assert valid_code(code) == (level is not None)


def codes(name: str) -> list[str]:
    return [found.code for found in find(name)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("bandung", ["32.04", "32.73"]),
        ("Kota Bandung", ["32.73"]),
        ("KAB. BANDUNG", ["32.04"]),
        ("kabupaten bandung", ["32.04"]),
        ("Bandung Barat", ["32.17"]),
        ("Provinsi Jawa Barat", ["32"]),
        ("DKI Jakarta", ["31"]),
        ("Daerah Khusus Jakarta", ["31"]),
        ("jakarta", ["31"]),
        ("Jakarta Selatan", ["31.74"]),
        ("DIY", ["34"]),
        ("D.I. Yogyakarta", ["34"]),
        ("Yogyakarta", ["34", "34.71"]),
        ("Kota Yogyakarta", ["34.71"]),
        ("Kepulauan Seribu", ["31.01"]),
        ("Kab. Kep. Seribu", ["31.01"]),
        ("Tolitoli", ["72.04"]),
        ("Fakfak", ["92.03"]),
        ("Kota Waringin Barat", ["62.01"]),
        ("Kotabaru", ["63.02"]),
        ("Lima Puluh Kota", ["13.07"]),
        ("gorontalo", ["75", "75.01", "75.71"]),
        ("", []),
        ("Bandungan", []),
    ],
)
def test_a_region_is_found_by_name(name, found):
    assert codes(name) == found


@pytest.mark.parametrize("known", EVERY, ids=lambda found: found.code)
def test_every_region_is_found_by_its_own_names(known):
    kind = "Provinsi " if known.kind == "provinsi" else ""
    assert find(kind + known.name) == [known]
    assert known in find(known.name)
    assert known in find(short_name(known))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3204", ["Kabupaten Bandung"]),
        ("32-04-05-2003", ["Kabupaten Bandung"]),
        ("32.99", ["Jawa Barat"]),
        ("99", []),
        ("Bandug", ["Kabupaten Bandung", "Kota Bandung", "Kabupaten Badung"]),
        ("Kota Bandung", ["Kota Bandung"]),
        ("Jawa Barta", ["Jawa Barat"]),
        ("xyzzy", []),
    ],
)
def test_a_mistake_gets_the_nearest_regions(text, names):
    assert [found.name for found in suggest(text)][: len(names) or 3] == names


@pytest.mark.parametrize(
    ("text", "code"),
    [("3204052003", "32.04.05.2003"), ("32 04", "32.04"), ("32", "32"), ("3", ""), ("32045", ""), ("Bandung", "")],
)
def test_digits_get_their_dots(text, code):
    assert dotted(text) == code


@given(st.text())
def test_any_text_may_be_asked_about(text):
    assert level_of(text) is None or valid_code(text)
    assert zone_of(text) in {"WIB", "WITA", "WIT"}
    assert len(suggest(text)) <= 3
    assert dotted(text) == "" or valid_code(dotted(text))


@given(st.from_regex(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", fullmatch=True))
def test_every_code_nests_in_its_regency_and_province(code):
    assert code.startswith(province_of(code))
    assert code.startswith(regency_of(code))
    assert dotted(code) == code == dotted(code.replace(".", ""))


def test_importing_reads_no_file():
    program = "import pipeline.regions as r, sys; sys.exit(r._regions.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_data_names_its_basis_and_its_licence():
    assert "300.2.2-2138/2025" in DATA.read_text("utf-8").splitlines()[0]
    notice = DATA.with_name("LICENSE-regions.txt").read_text("utf-8")
    assert "Cahya DSN" in notice
    assert notice.count("Permission is hereby granted") == 2
