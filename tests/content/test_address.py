from datetime import date

import pytest

from pipeline.content.address import library_slug, page_address, slug, story_address
from pipeline.content.moment import Moment
from pipeline.content.report import Report


def found(reader, path, *more):
    report = Report(path)
    address = reader(path, *more, report)
    return address, [(problem.code, str(problem)) for problem in report.problems]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/stories/2023/05/panen.md", "2023/05/panen"),
        ("content/stories/2023/05/panen/index.md", "2023/05/panen"),
        ("content/stories/2023/05/Panen Hidroponik!.md", "2023/05/panen-hidroponik"),
        ("content/stories/2023/12/Ibu_ibu & anak.MD", "2023/12/ibu-ibu-anak"),
        ("content/stories/2023/05/ꦥꦤꦺꦤ꧀-2.md", "2023/05/2"),
        ("content/stories/2023/05/panen.v2.md", "2023/05/panen-v2"),
    ],
)
def test_the_address_follows_from_the_path(path, address):
    assert found(story_address, path, None) == (address, [])


@pytest.mark.parametrize(
    "path",
    [
        "content/stories/panen.md",
        "content/stories/2023/panen.md",
        "content/stories/2023/5/panen.md",
        "content/stories/2023/13/panen.md",
        "content/stories/2023/05/kebun/panen.md",
        "content/stories/kebun/index.md",
    ],
)
def test_a_story_outside_its_month_is_told_where_it_belongs(path):
    address, problems = found(story_address, path, Moment(date(2023, 4, 9)))
    name = "kebun.md" if path.endswith("index.md") else "panen.md"

    assert address is None
    assert [code for code, _ in problems] == ["alamat-salah-folder"]
    assert f"content/stories/2023/04/{name}" in problems[0][1]


def test_without_a_date_the_right_folder_is_described():
    assert "content/stories/<tahun>/<bulan>/panen.md" in found(story_address, "content/stories/panen.md", None)[1][0][1]


@pytest.mark.parametrize("name", ["CON", "nul", "aux", "com1", "LPT9", "con.laporan", "Con!", "panen.", "panen "])
def test_names_that_windows_refuses_are_errors(name):
    address, problems = found(story_address, f"content/stories/2023/05/{name}/index.md", None)

    assert (address, [code for code, _ in problems]) == (None, ["nama-terlarang"])


@pytest.mark.parametrize("name", ["!!!", "—", "🌾", "ꦥ"])
def test_a_name_without_letters_is_an_error(name):
    address, problems = found(story_address, f"content/stories/2023/05/{name}.md", None)

    assert (address, [code for code, _ in problems]) == (None, ["nama-kosong"])


def test_a_name_too_long_for_its_photos_is_an_error():
    address, problems = found(story_address, f"content/stories/2023/05/{'panen-' * 30}.md", None)

    assert (address, [code for code, _ in problems]) == (None, ["nama-terlalu-panjang"])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/libraries/perpustakaan-desa.md", "perpustakaan-desa"),
        ("content/libraries/Perpustakaan Desa/index.md", "perpustakaan-desa"),
    ],
)
def test_a_library_is_named_by_its_file(path, name):
    assert found(library_slug, path) == (name, [])


def test_a_library_in_a_folder_of_its_own_choice_is_an_error():
    assert found(library_slug, "content/libraries/jabar/desa.md")[1][0][0] == "perpustakaan-salah-folder"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/pages/tentang.md", "tentang"),
        ("content/pages/Tentang Kami/index.md", "tentang-kami"),
        ("content/pages/a/b.md", "a/b"),
        ("content/pages/a/!!/b.md", None),
    ],
)
def test_a_page_is_published_where_it_lies(path, address):
    assert found(page_address, path)[0] == address


def test_a_slug_is_left_as_it_is():
    assert slug("panen-2") == "panen-2"
    assert slug("Panen -- 2") == "panen-2"
