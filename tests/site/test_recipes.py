"""Recipes, and the numbers that a story proves, on the pages of the site."""

import re

ONE, TWO = "content/stories/2025/01/satu.md", "content/stories/2025/01/dua.md"
RECIPE = "site/resep/kebun-hidroponik/index.html"
ALL = "site/resep/index.html"


def plain(text):
    """Return the words of a page's main part, one space between them."""
    main = text.partition('<main id="isi"')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def made(story):
    return {
        ONE: story(
            "Satu", day="2025-01-05", resep="Kebun hidroponik", kebutuhan="[Pipa, benih.]", biaya="Rp1,5 juta",
            sumber_dana="apbdes", langkah="[Semai, Siram]", mitra="[PKK]", hasil="Panen 11 kg.",
        ),
        TWO: story(
            "Dua", day="2025-01-09", resep="kebun  HIDROPONIK", kebutuhan="[pipa, talang]",
            hambatan="Bibit <b>layu</b>.",
            sebelum="3 keluarga", sesudah="17 keluarga", contoh="ya",
        ),
    }  # fmt: skip


def test_a_recipe_gathers_what_its_stories_say_and_nothing_else(newsroom, story):
    room = newsroom(made(story))
    room.build()
    said = plain(room.page(RECIPE))
    for words in (
        "Kebun hidroponik", "pipa (2 laporan)", "benih", "talang", "Rp1.500.000 (APBDes): Satu", "Semai Siram", "PKK",
        "Bibit &lt;b&gt;layu&lt;/b&gt;. Dua", "Sebelum dan sesudah: dari 3 keluarga menjadi 17 keluarga.",
        "Panen 11 kg.", "Perpustakaan Desa Alfa", "Contoh.",
    ):  # fmt: skip
        assert words in said
    assert "Kebun hidroponik 2" in plain(room.page(ALL))
    assert 'href="../../../resep/kebun-hidroponik/"' in room.page("site/2025/01/satu/index.html")
    assert "resep/kebun-hidroponik/" in room.page("site/sitemap-halaman.xml")


def test_a_recipe_comes_changes_and_goes_with_its_stories(newsroom, story):
    room = newsroom({ONE: made(story)[ONE]})
    room.build()
    for change in (
        {TWO: made(story)[TWO]}, {ONE: story("Satu", resep="Kelas menjahit")}, {TWO: None},
        {ONE: story("Satu", status="draf", resep="Kelas menjahit")},
        {"content/libraries/alfa.md": "---\nnama: Lain\ntingkat: desa\nwilayah: 32.04.99.2999\n---\n", **made(story)},
        {ONE: story("Satu", resep="Kebun hidroponik", status="tarik", tarik_alasan="Diminta")},
    ):  # fmt: skip
        room.write(change)
        room.build()
        assert set(room.tree()) == set(room.clean())
        assert room.tree() == room.clean()
    assert "Kebun hidroponik 1" in plain(room.page(ALL))


def test_a_story_shows_its_numbers_with_their_sources(newsroom, story):
    room = newsroom({ONE: story(
        "Satu", peserta="30", orang="{jumlah: 21, sumber: daftar hadir}", biaya="5 juta", sumber_dana="swadaya",
        sebelum="Rp8.000 per bungkus, polos", sesudah="Rp12.500 per bungkus, berlabel",
        bukti="[{apa: panen, nilai: 60,5 kg, sumber: buku kas, tanggal: 9 Mei 2024}]",
        survei="{menjawab: 20, pengetahuan: 18, kesadaran: 3/4}",
    )})  # fmt: skip
    room.build()
    said = plain(room.page("site/2025/01/satu/index.html"))
    for words in (
        "Sebelum dan sesudah dari Rp8.000 per bungkus (polos) menjadi Rp12.500 per bungkus (berlabel)",
        "panen : 60,5 kg. Sumber: buku kas, 9 Mei 2024", "Orang yang berbeda 21 orang. Sumber: daftar hadir",
        "18 dari 20 bertambah pengetahuannya", "Biaya Rp5.000.000 (swadaya)",
        "Dilaporkan sendiri oleh perpustakaan, belum diaudit.",
    ):  # fmt: skip
        assert words in said
    assert "lebih tahu layanan" not in said  # so few answered that they could be told apart
