"""``warta izin``: who agreed to what, and the form to ask with."""

import json

import pypdfium2
import pytest

from tests.conftest import NOW

AT = "2026-11-22T08:00:00+07:00"
MONTH = "content/stories/2026/11/"
TWO = "[{{teks: Saya senang membaca, nama: Ibu S., izin: {}}}]"
SAID = "Saya senang membaca"
EDGE = 40
"""Points at the left and the right of a form on which nothing is printed."""


def quote(consent: str) -> str:
    izin = f", izin: {consent}" if consent else ""
    return f"[{{teks: {SAID}, nama: Ibu S.{izin}}}]"


def photo(consent: str, child: str = "tidak") -> str:
    izin = f", izin: {consent}" if consent else ""
    return f"[{{berkas: a.jpg, keterangan: Rak, alt: Rak, ada_anak: {child}{izin}}}]"


@pytest.fixture
def asked(newsroom, story, warta):
    """Ask for the consents of a newsroom with one story of these keys."""

    def ask(*options: str, **keys: str):
        room = newsroom({f"{MONTH}panen.md": story("Panen", day="2026-11-02", **keys)})
        ran = warta("izin", "--root", room.root, "--now", AT, "--json", *options)
        return ran.status, [(row["kind"], row["state"], row["day"]) for row in json.loads(ran.out)["consents"]]

    return ask


@pytest.mark.parametrize(
    ("consent", "found"),
    [
        ("ya", []),
        ("", [("kutipan", "tanpa-izin", None)]),
        ("tidak", [("kutipan", "ditolak", None)]),
        ("{sampai: 2026-11-21}", [("kutipan", "berakhir", "2026-11-21")]),
        ("{sampai: 2026-11-22}", [("kutipan", "segera", "2026-11-22")]),
        ("{sampai: 2027-02-20}", [("kutipan", "segera", "2027-02-20")]),
        ("{sampai: 2027-02-21}", []),
        ("{dicabut: 2026-11-22}", [("kutipan", "dicabut", "2026-11-22")]),
        ("{dicabut: 2026-11-23}", [("kutipan", "segera", "2026-11-22")]),
        ("{sampai: 2030-01-01, dicabut: 2026-12-01}", [("kutipan", "segera", "2026-11-30")]),
    ],
)
def test_each_state_of_a_consent_is_told_with_the_day_that_matters(asked, consent, found):
    assert asked(kutipan=quote(consent)) == (0, found)


def test_how_soon_is_soon_is_for_the_asker_to_say(asked):
    assert asked("--hari", "0", kutipan=quote("{sampai: 2026-11-23}")) == (0, [])


@pytest.mark.parametrize(
    ("consent", "child", "found"),
    [
        ("ya", "ya", (1, [("foto", "tanpa-wali", None)])),
        ("{wali: ya}", "ya", (0, [])),
        ("tidak", "ya", (0, [("foto", "ditolak", None)])),
        ("", "ya", (1, [("foto", "tanpa-wali", None)])),
        ("lisan", "tidak", (1, [("foto", "tidak-jelas", None)])),
        ("", "tidak", (0, [("foto", "tanpa-izin", None)])),
    ],
)
def test_children_without_their_guardians_consent_are_errors(asked, consent, child, found):
    assert asked(foto=photo(consent, child)) == found


def test_exceptions_are_told_with_their_reasons(asked, newsroom, story, warta):
    aman = "[{kode: data-telepon, alasan: nomor kantor}]"
    room = newsroom(
        {f"{MONTH}panen.md": story("Panen", day="2026-11-02", aman=aman, makna="Hubungi Budi di 0812 3456 7890.")}
    )
    ran = warta("izin", "--root", room.root)

    assert "aman data-telepon: nomor kantor" in ran.out
    assert "1 pengecualian aman" in ran.out.splitlines()[-1]


def test_lines_stories_and_counts_are_for_people(newsroom, story, warta):
    files = {
        f"{MONTH}panen.md": story("Panen raya", day="2026-11-02", kutipan=quote("{ref: 12/2026, sampai: 2026-11-30}")),
        f"{MONTH}beres.md": story("Beres", day="2026-11-02", kutipan=quote("ya")),
        f"{MONTH}turun.md": story("Turun", day="2026-11-02", status="tarik", tarik_alasan="Diminta"),
    }
    room = newsroom(files)
    room.build()
    ran = warta("izin", "--root", room.root, "--now", AT)
    lines = ran.out.splitlines()

    assert lines[0] == f"{MONTH}panen.md  Panen raya"
    number = (
        room.root.joinpath(f"{MONTH}panen.md")
        .read_text("utf-8")
        .splitlines()
        .index(f"kutipan: {quote('{ref: 12/2026, sampai: 2026-11-30}')}")
        + 1
    )
    assert lines[1] == f"  baris {number}    kutipan Ibu S.: {SAID}: berlaku sampai Senin, 30 November 2026 (12/2026)"
    assert "Beres" not in ran.out
    assert lines[3] == "  baris 1    berita ini: ditarik sejak Minggu, 22 November 2026 (Diminta)"
    assert lines[-1].startswith("3 laporan: 0 foto anak tanpa izin wali, ")
    assert "1 berakhir dalam 90 hari" in lines[-1]


def test_one_library_or_one_story_may_be_asked_for(newsroom, story, warta):
    other = '---\nnama: Perpustakaan Beta\ntingkat: desa\nwilayah: "32.04.99.2998"\n---\nProfil.\n'
    files = {
        "content/libraries/beta.md": other,
        f"{MONTH}a.md": story("A", day="2026-11-02", kutipan=quote("")),
        f"{MONTH}b.md": story("B", day="2026-11-02", library="beta", kutipan=quote("")),
    }
    room = newsroom(files)

    assert f"{MONTH}a.md" not in warta("izin", "--root", room.root, "--perpustakaan", "beta").out
    assert f"{MONTH}b.md" not in warta("izin", "2026/11/a", "--root", room.root).out
    wrong = warta("izin", "--root", room.root, "--perpustakaan", "bta")
    assert (wrong.status, wrong.err) == (2, 'Tidak ada perpustakaan "bta". Maksudnya beta?\n')


# -- the form ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def printed(newsroom, story, warta):
    """Print the form of a newsroom whose story has this title, and read it back."""

    def run(*options: str, title: str = "Panen raya", name: str = "Perpustakaan Desa Alfa", contact: str = "{}"):
        profile = f'---\nnama: {name}\ntingkat: desa\nwilayah: "32.04.99.2999"\nkontak: {contact}\n---\nProfil.\n'
        room = newsroom({f"{MONTH}panen.md": story(title, day="2026-11-02"), "content/libraries/alfa.md": profile})
        target = room.root / "formulir.pdf"
        ran = warta("izin", *options, "--root", room.root, "--formulir", target)
        assert (ran.status, ran.err) == (0, "")
        return pypdfium2.PdfDocument(target.read_bytes())

    return run


def words(page) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def test_the_form_has_a_page_for_adults_and_one_for_guardians_and_asks_for_each_channel(printed):
    adults, guardians = pages = list(printed())

    for page in pages:
        for channel in ("Situs web", "Media sosial dan WhatsApp", "Pers", "Cetak", "Nomor formulir", "Tanda tangan"):
            assert channel in words(page)
        assert "tidak dimasukkan ke komputer" in words(page)
        assert "boleh dicabut kapan saja" in words(page)
    assert "Nama lengkap saya" in words(adults)
    assert "wali: ya" in words(guardians)
    assert "Nama lengkap saya" not in words(guardians)


def test_library_activity_and_day_are_printed_where_they_are_known(printed):
    contact = '{whatsapp: "0812 3456 7890", surel: alfa@kabar.example}'
    for page in printed("2026/11/panen", contact=contact):
        found = words(page)
        assert "Perpustakaan Desa Alfa" in found
        assert "WhatsApp 0812 3456 7890 · alfa@kabar.example" in found
        assert "Panen raya" in found
        assert "Senin, 2 November 2026" in found
    assert "Panen raya" not in words(printed("--perpustakaan", "alfa")[0])


@pytest.mark.parametrize(
    "title", ["Panen " * 40, '"#let x = 1" $ \\\\ *tebal* _miring_ @siapa <a> // komentar', "ꦥꦤꦺꦤ꧀ 🎉"]
)
def test_whatever_words_there_are_stay_words_on_two_pages_above_the_foot(printed, title):
    name = "Perpustakaan Kalurahan " + "Karangwacana " * 9
    pages = printed(
        "2026/11/panen",
        title=f"'{title}'",
        name=name,
        contact=f'{{whatsapp: "0812 3456 7890", surel: {"a" * 80}@b.example}}',
    )

    assert len(pages) == 2
    for page in pages:
        text = page.get_textpage()
        last, _letters = text.search("Untuk perpustakaan").get_next()
        drawn = [n for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
        boxes = {n: text.get_charbox(n) for n in drawn}
        assert min(boxes[n][1] for n in drawn if n < last) > boxes[last][3]
        assert min(box[0] for box in boxes.values()) > EDGE
        assert max(box[2] for box in boxes.values()) < 595 - EDGE
    if "#let" in title:
        assert "#let x = 1" in words(pages[0])


def test_the_same_form_has_the_same_bytes(newsroom, warta):
    room = newsroom()
    for name in ("a.pdf", "b.pdf"):
        assert warta("izin", "--root", room.root, "--formulir", room.root / name).status == 0
    assert (room.root / "a.pdf").read_bytes() == (room.root / "b.pdf").read_bytes()


def test_a_form_goes_not_into_the_output_and_needs_a_known_story(newsroom, warta):
    room = newsroom()
    room.build(now=NOW)
    inside = warta("izin", "--root", room.root, "--formulir", room.output / "f.pdf")
    unknown = warta("izin", "2026/11/x", "--root", room.root, "--formulir", room.root / "f.pdf")

    assert inside.status == unknown.status == 2
    assert "output/" in inside.err
    assert "Tidak ada berita" in unknown.err
