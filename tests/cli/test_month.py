"""The share kits of one library and month in one ZIP: all of them, the same bytes each time, and never half."""

import io
import zipfile

import pytest

from pipeline.production.month import pack
from pipeline.production.newsroom import Newsroom
from tests.conftest import LIBRARY, NOW

SETTINGS = 'nama = "Kabar"\nurl = "https://kabar.example/"\n[meja]\nphotos = false\ncards = false\nposters = false\n'
MONTH = "content/stories/2026/11/"


@pytest.fixture
def room(newsroom, story):
    """Two libraries; the first has two stories in November and one in October."""
    found = newsroom({
        "content/site.toml": SETTINGS,
        "content/libraries/beta.md": LIBRARY.format(name="Beta"),
        f"{MONTH}satu.md": story("Satu", day="2026-11-02"),
        f"{MONTH}dua.md": story("<Dua> & tiga", day="2026-11-05"),
        f"{MONTH}lain.md": story("Lain", day="2026-11-05", library="beta"),
        "content/stories/2026/10/lama.md": story("Lama", day="2026-10-05"),
    })  # fmt: skip
    found.build()
    return found


@pytest.fixture
def ask(warta, room, tmp_path):
    """Ask for a ZIP on the command line; ``None`` leaves an option out."""

    def run(library: str | None = "alfa", month: str | None = "2026-11", target=tmp_path / "n.zip"):
        pairs = {"--library": library, "--month": month, "--zip": target}
        more = [part for name, value in pairs.items() if value is not None for part in (name, value)]
        return warta("social", "--root", room.root, *more)

    return run


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {info.filename: found.read(info) for info in found.infolist()}


def test_every_kit_of_the_month_is_in_a_folder_of_its_own_and_in_the_list(room, ask, tmp_path):
    ran = ask()
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"2 berita dikemas: {tmp_path / 'n.zip'}\n"
    found = files((tmp_path / "n.zip").read_bytes())
    assert {name.partition("/")[0] for name in found} == {"daftar.txt", "index.html", "satu", "dua"}
    for name in ("satu", "dua"):
        kit = files((room.output / f"site/2026/11/{name}/bagikan/{name}-bagikan.zip").read_bytes())
        assert {f"{name}/{inside}": data for inside, data in kit.items()}.items() <= found.items()
    page = found["index.html"].decode()
    assert page.index('href="satu/bagikan.html"') < page.index('href="dua/bagikan.html"')
    assert "&lt;Dua&gt; &amp; tiga" in page
    assert "https://kabar.example/2026/11/satu/\nsatu/bagikan.html" in found["daftar.txt"].decode()


def test_the_same_kits_give_the_same_bytes(room, tmp_path):
    for name in ("a.zip", "b.zip"):
        pack(Newsroom(room.root), "alfa", "2026-11", tmp_path / name, now=NOW)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"library": "alfaa"}, 'Tidak ada perpustakaan "alfaa". Maksudnya alfa?'),
        ({"month": "2026-09"}, "alfa tidak menerbitkan berita pada 2026-09. Yang terakhir: 2026-11."),
        ({"month": "November"}, 'bulan "November" tidak dikenal. Tulis misalnya: --month 2026-11'),
        ({"month": None}, "--library, --month, dan --zip dipakai bersama"),
        ({"target": "/dev/null/x.zip"}, "Tidak dapat menulis /dev/null/x.zip"),
    ],
)
def test_what_cannot_be_packed_is_said_in_one_sentence(ask, tmp_path, asked, said):
    ran = ask(**asked)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert list(tmp_path.glob("*.zip*")) == []


def test_output_is_left_to_the_build(room, ask):
    ran = ask(target=room.output / "site/n.zip")
    assert ran.status == 2
    assert "output/" in ran.err
    assert not (room.output / "site/n.zip").exists()


def test_without_kits_it_says_how_to_have_them(room, ask, tmp_path):
    room.write({"content/site.toml": f"{SETTINGS}kit = false\n"})
    room.build()
    ran = ask()
    assert (ran.status, "[meja] kit = true" in ran.err) == (2, True)
    assert not (tmp_path / "n.zip").exists()


def test_without_a_build_it_says_so(newsroom, warta, tmp_path):
    empty = newsroom({})
    ran = warta("social", "--root", empty.root, "--library", "alfa", "--month", "2026-11", "--zip", tmp_path / "n.zip")
    assert (ran.status, "warta build" in ran.err) == (2, True)


def test_a_consent_that_ended_since_the_last_build_keeps_everything_back(room, story, tmp_path):
    quote = "[{teks: Senang, nama: Ibu S., izin: {kanal: [web, sosial], sampai: 2026-11-25}}]"
    room.write({f"{MONTH}satu.md": story("Satu", day="2026-11-02", kutipan=quote)})
    room.build()
    from pipeline.errors import UsageError

    with pytest.raises(UsageError, match="warta build dulu"):
        pack(Newsroom(room.root), "alfa", "2026-11", tmp_path / "n.zip", now=NOW + 30 * 86_400)
    assert not (tmp_path / "n.zip").exists()


def test_a_zip_that_stands_there_is_replaced_whole_or_not_at_all(room, tmp_path):
    target = tmp_path / "n.zip"
    target.write_bytes(b"lama")
    (room.output / "site/2026/11/dua/bagikan/dua-bagikan.zip").write_bytes(b"rusak")
    from pipeline.errors import OutputError

    with pytest.raises(OutputError):
        pack(Newsroom(room.root), "alfa", "2026-11", target, now=NOW)
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]
