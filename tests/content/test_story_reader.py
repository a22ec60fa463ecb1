from datetime import date, time

import pytest

from pipeline.content.consent import Consent
from pipeline.content.moment import Moment
from pipeline.content.story import Participants, Photo, Quote, Story
from pipeline.content.story_reader import read_story

PATH = "content/stories/2023/05/panen-hidroponik.md"
WHOLE = """---
judul: Panen perdana kebun hidroponik
tanggal: 12 Mei 2023
perpustakaan: perpustakaan-desa-sukamaju
strategi: pelibatan-masyarakat
topik: [pertanian, perempuan]
ringkasan: Dua puluh ibu memanen sayur pertama dari kebun di halaman perpustakaan.
penulis: Pengelola perpustakaan
peserta: {laki-laki: 4, perempuan: 20, anak: 6, disabilitas: 1}
foto:
  - berkas: panen.jpg
    keterangan: Warga memanen selada di halaman perpustakaan.
    alt: Lima ibu memegang keranjang selada di depan rak hidroponik.
    fotografer: Pengelola perpustakaan
    izin: ya
kutipan:
  - {teks: "Dulu saya malu ke perpustakaan.", nama: Ibu S., peran: peserta, izin: ya}
---
Isi laporan.
"""


def story(*lines: str, path: str = PATH, body: str = "Isi laporan.") -> Story:
    """Return the story of a sound report with *lines* added."""
    head = ["judul: Panen", "tanggal: 12 Mei 2023", "perpustakaan: perpustakaan-desa-sukamaju", *lines]
    read = read_story(path, "\n".join(["---", *head, "---", body]).encode())
    assert read.story is not None, read.problems
    return read.story


def codes(*lines: str) -> list[tuple[int, str]]:
    """Return line and code of what is wrong with *lines*, the first of which is line 6."""
    head = ["judul: Panen", "tanggal: 12 Mei 2023", "perpustakaan: p", "ringkasan: Sayur.", *lines]
    read = read_story(PATH, "\n".join(["---", *head, "---", "Isi laporan."]).encode())
    return [(problem.line, problem.code) for problem in read.problems]


def test_the_whole_example_of_the_guide_is_read_without_a_word():
    read = read_story(PATH, WHOLE.encode())

    assert read.problems == ()
    assert read.text == "Isi laporan."
    assert read.story == Story(
        address="2023/05/panen-hidroponik",
        path=PATH,
        title="Panen perdana kebun hidroponik",
        date=Moment(date(2023, 5, 12)),
        library="perpustakaan-desa-sukamaju",
        strategy="pelibatan-masyarakat",
        topics=("pertanian", "perempuan"),
        summary="Dua puluh ibu memanen sayur pertama dari kebun di halaman perpustakaan.",
        summary_given=True,
        author="Pengelola perpustakaan",
        participants=Participants(men=4, women=20, children=6, disabled=1),
        photos=(
            Photo(
                file="content/stories/2023/05/panen.jpg",
                caption="Warga memanen selada di halaman perpustakaan.",
                alt="Lima ibu memegang keranjang selada di depan rak hidroponik.",
                photographer="Pengelola perpustakaan",
                consent=Consent(given=True),
            ),
        ),
        quotes=(Quote("Dulu saya malu ke perpustakaan.", name="Ibu S.", role="peserta", consent=Consent(given=True)),),
    )


def test_english_keys_read_the_same():
    english = (
        WHOLE.replace("judul:", "title:")
        .replace("tanggal:", "date:")
        .replace("perpustakaan: perp", "library: perp")
        .replace("strategi:", "strategy:")
        .replace("topik:", "topics:")
        .replace("ringkasan:", "summary:")
        .replace("penulis:", "author:")
        .replace("peserta: {laki-laki", "participants: {men")
        .replace("perempuan: 20", "women: 20")
        .replace("anak:", "children:")
        .replace("disabilitas:", "disabled:")
        .replace("foto:", "photos:")
        .replace("berkas:", "file:")
        .replace("keterangan:", "caption:")
        .replace("fotografer:", "photographer:")
        .replace("izin: ya", "consent: yes")
        .replace("kutipan:", "quotes:")
        .replace("{teks:", "{text:")
        .replace("nama:", "name:")
        .replace("peran:", "role:")
    )

    assert read_story(PATH, english.encode()) == read_story(PATH, WHOLE.encode())


@pytest.mark.parametrize(
    "written",
    ["0123", "no", "12:30", "12:30:45", "2023-05-12", "1.0", "ya", "null dan void", "0x10", "1_000", ".inf", "RT #2"],
)
def test_a_text_stays_as_it_was_written(written):
    assert story(f"lokasi: {written}").place == written


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("“Balai desa”", "Balai desa"),
        ("'Balai desa'", "Balai desa"),
        ('"Balai desa",', "Balai desa"),
        ("„Balai desa“", "Balai desa"),
        ("“Balai” dan “Kebun”", "“Balai” dan “Kebun”"),
        ("Balai: desa", "Balai: desa"),
        ("Balai desa # tanya", "Balai desa"),
        ("Balai #2 # tanya", "Balai #2"),
        ("Balai\t#2", "Balai #2"),
        ("'Balai' dan 'Kebun'", "'Balai' dan 'Kebun'"),
        ('"Balai"desa', '"Balai"desa'),
        ('"Kata "1" itu"', 'Kata "1" itu'),
        ('"Balai # 2" desa', '"Balai # 2" desa'),
        ("Balai: 2 # tanya\n  desa", "Balai: 2 desa"),
        ("Balai: 2\n  # tanya", "Balai: 2"),
        ("|\n  Balai\n\n  penulis: #2 # 3", "Balai penulis: #2 # 3"),
        ("# nanti", ""),
        ("", ""),
        ("~", ""),
        ("null", ""),
        ('""', ""),
        ("@balai", "@balai"),
        ("% balai", "% balai"),
        ("*Balai*", "*Balai*"),
        ("& sekitarnya", "& sekitarnya"),
        ("! balai", "! balai"),
        ("- balai", "- balai"),
        ("> balai", "> balai"),
        ("| balai", "| balai"),
        ("`balai`", "`balai`"),
        ("[Baru] Balai", "[Baru] Balai"),
        ('"Balai" desa', '"Balai" desa'),
        ('"Kata "ayo" itu"', 'Kata "ayo" itu'),
        ("'Jum'at'", "Jum'at"),
        ("Balai\n  desa", "Balai desa"),
        ("Balai\n  dekat: sungai", "Balai dekat: sungai"),
        (">\n  Balai: #2\n  desa", "Balai: #2 desa"),
        ("|\n  Balai: #2\n\n  desa", "Balai: #2 desa"),
        ("[Balai, Kebun]", "Balai, Kebun"),
        ("Bala\u0301i", "Bal\u00e1i"),
        ("Balai\u202e desa\u0007", "Balai desa"),
        ("Balai\u00a0 \tdesa", "Balai desa"),
        ("Balai\u2028desa", "Balai desa"),
        (r'"Balai \d"', r"Balai \d"),
    ],
)
def test_a_text_is_read_as_it_was_meant(written, meant):
    assert story(f"lokasi: {written}").place == meant


def test_a_tab_reads_as_spaces():
    assert story("\tlokasi:\tBalai", "foto:", "\t- berkas: a.jpg").place == "Balai"


def test_a_key_needs_no_space_behind_its_colon():
    read = story("lokasi:Balai", "foto:", "  - berkas:a.jpg", "peserta: {laki-laki:4,perempuan: 20}")

    assert read.place == "Balai"
    assert read.photos[0].file == "content/stories/2023/05/a.jpg"
    assert read.participants == Participants(men=4, women=20)


def test_a_key_in_a_list_needs_no_space_behind_its_colon():
    assert story("foto:", "  - berkas:a.jpg").photos[0].file == "content/stories/2023/05/a.jpg"


def test_curly_quotes_hold_a_comma_together():
    assert story("kutipan: {teks: “Dulu, saya malu”, nama: Ibu S.}").quotes[0].text == "Dulu, saya malu"


def test_signs_within_brackets_are_text():
    read = story('kutipan: {teks: @dia, nama: *Ani*, peran: "#2, @3"}', "topik: [a, jam:9]")

    assert (read.quotes[0].text, read.quotes[0].name, read.quotes[0].role) == ("@dia", "*Ani*", "#2, @3")
    assert read.topics == ("a", "jam-9")


def test_a_tag_within_brackets_is_refused():
    assert (6, "kepala-jangkar") in codes("kutipan: {teks: !!str a}")


def test_front_matter_may_stand_to_the_right_as_a_whole():
    text = (
        b"---\n  judul: a\n  tanggal: 12 Mei 2023\n  perpustakaan: p\n  lokasi:\tb\n  peserta:\n    total: 4\n---\nIsi."
    )
    read = read_story(PATH, text).story

    assert read is not None
    assert (read.title, read.place, read.participants) == ("a", "b", Participants(total=4))


def test_a_key_too_deep_within_a_list_is_read_beside_the_others():
    assert story("foto:", "  - berkas: a.jpg", "      alt: Selada").photos[0].alt == "Selada"


def test_an_unknown_word_with_a_tight_colon_is_no_key():
    assert codes("catatan:lama") == [(6, "kepala-baris-tanpa-isian")]


def test_an_item_above_all_keys_is_told():
    problems = read_story(PATH, b"---\n- x\njudul: a\ntanggal: 12 Mei 2023\nperpustakaan: p\n---\nIsi.").problems

    assert "kepala-rusak" in [problem.code for problem in problems]


def test_a_key_that_stands_too_deep_is_read_beside_the_others():
    read = story("penulis: Ani", "  lokasi: Balai", "  foto:", "    - a.jpg")

    assert (read.author, read.place, len(read.photos)) == ("Ani", "Balai", 1)


@pytest.mark.parametrize("key", ["Penulis", "PENULIS", "author", "Author", "penulis "])
def test_a_key_is_known_in_any_case(key):
    assert story(f"{key}: Ani").author == "Ani"


@pytest.mark.parametrize("key", ["terbit_pada", "terbit-pada", "Terbit pada", "publish_at"])
def test_a_key_of_two_words_is_known_however_they_are_joined(key):
    assert story(f"{key}: 2023-05-13").publish_at == Moment(date(2023, 5, 13))


@pytest.mark.parametrize(
    ("lines", "topics"),
    [
        (["topik: [pertanian, perempuan]"], ("pertanian", "perempuan")),
        (["topik: pertanian, perempuan"], ("pertanian", "perempuan")),
        (["topik:", "  - pertanian", "  - perempuan"], ("pertanian", "perempuan")),
        (["topik:", "- pertanian", "- perempuan"], ("pertanian", "perempuan")),
        (["topik: #pertanian, #perempuan"], ("pertanian", "perempuan")),
        (["topik: [#pertanian, #perempuan]"], ("pertanian", "perempuan")),
        (["topik:", "- #pertanian"], ("pertanian",)),
        (["topik: [Pertanian, pertanian, Literasi Anak, literasi-anak, '']"], ("pertanian", "literasi-anak")),
        (["topik: pertanian"], ("pertanian",)),
    ],
)
def test_a_list_may_be_written_in_any_way(lines, topics):
    assert story(*lines).topics == topics


@pytest.mark.parametrize(
    ("written", "participants"),
    [
        ("24", Participants(total=24)),
        ("24 orang", Participants(total=24)),
        ("1.238 orang", Participants(total=1238)),
        ("{total: 1.238}", Participants(total=1238)),
        ("{L: 4, P: 20}", Participants(men=4, women=20)),
        ("{total: 0, lansia: 0}", Participants(total=0, elderly=0)),
        ("{total: banyak, anak: 6}", Participants(children=6)),
    ],
)
def test_participants_are_counts(written, participants):
    assert story(f"peserta: {written}").participants == participants


def test_dates_keep_their_hour_and_zone():
    read = story("terbit_pada: 13 Mei 2023 pukul 09.00 WITA", "embargo: 2023-05-14")

    assert read.publish_at == Moment(date(2023, 5, 13), time(9), "WITA")
    assert read.embargo == Moment(date(2023, 5, 14))


@pytest.mark.parametrize(
    ("written", "files"),
    [
        ("panen.jpg", ["panen.jpg"]),
        ("a.jpg, b.JPG", ["a.jpg", "b.JPG"]),
        ("[a.jpg, b.png]", ["a.jpg", "b.png"]),
        ("{berkas: a.jpg}", ["a.jpg"]),
        ("Ibu, anak.jpg", ["Ibu, anak.jpg"]),
        (r"foto\a.jpg", ["foto/a.jpg"]),
    ],
)
def test_photos_may_be_written_in_any_way(written, files):
    photos = story(f"foto: {written}").photos

    assert [photo.file for photo in photos] == [f"content/stories/2023/05/{file}" for file in files]


def test_a_photo_lies_beside_the_report_in_its_folder():
    read = story("foto: [a.jpg, ../b.jpg]", path="content/stories/2023/05/panen/index.md")

    assert read.address == "2023/05/panen"
    assert [photo.file for photo in read.photos] == [
        "content/stories/2023/05/panen/a.jpg",
        "content/stories/2023/05/b.jpg",
    ]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../../../a.jpg", "C:/a.jpg", "https://x.id/a.jpg", "../../../inbox/a.jpg"]
)
def test_a_photo_from_elsewhere_is_left_out(name):
    assert story(f"foto: {{berkas: '{name}', izin: ya}}").photos == ()
    assert (6, "foto-di-luar") in codes(f"foto: {{berkas: '{name}', izin: ya}}")


@pytest.mark.parametrize("consent", ["ya", "{ref: 1}", "{wali: tidak}", "lisan", "~"])
def test_a_child_is_shown_only_with_its_guardians_consent(consent):
    photo = f"foto: {{berkas: a.jpg, ada_anak: ya, izin: {consent}}}"

    assert story(photo).photos == ()
    assert (6, "foto-anak-tanpa-wali") in codes(photo)


@pytest.mark.parametrize("consent", ["tidak", "{tidak, wali: ya}"])
def test_a_no_to_a_photo_of_a_child_is_no_fault(consent):
    photo = f"foto: {{berkas: a.jpg, ada_anak: ya, izin: {consent}}}"

    assert [found.consent.given for found in story(photo).photos] == [False]
    assert "foto-anak-tanpa-wali" not in [code for _, code in codes(photo)]


def test_a_child_is_shown_with_its_guardians_consent():
    photos = story("foto: {berkas: a.jpg, ada_anak: ya, izin: {wali: ya, ref: 12/2023}}").photos

    assert photos == (
        Photo(
            "content/stories/2023/05/a.jpg",
            consent=Consent(given=True, guardian=True, reference="12/2023"),
            shows_child=True,
        ),
    )


def test_a_quote_without_consent_stays_with_its_refusal():
    quotes = story("kutipan: {teks: “Saya malu.”, nama: Ibu S., izin: tidak}").quotes

    assert quotes == (Quote("Saya malu.", name="Ibu S.", consent=Consent(given=False)),)


def test_corrections_bear_a_date():
    read = story("ralat: {tanggal: 2023-06-01, teks: Jumlahnya 24.}")

    assert [(correction.date.day, correction.text) for correction in read.corrections] == [
        (date(2023, 6, 1), "Jumlahnya 24.")
    ]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/2019/panen/", "2019/panen"),
        ("https://lama.id/2019/panen.html", "2019/panen.html"),
        ("2019/panen", "2019/panen"),
    ],
)
def test_an_alias_is_an_old_address(written, address):
    assert story(f"alias: {written}").aliases == (address,)


@pytest.mark.parametrize("written", ["..", "a/../b", "a//b", "a b", "/", "a?b", "a\\\\b"])
def test_an_alias_that_leads_elsewhere_is_left_out(written):
    assert story(f'alias: ["{written}"]').aliases == ()


@pytest.mark.parametrize(
    ("written", "event"),
    [
        ("panen-raya", "perpustakaan-desa-sukamaju/panen-raya"),
        ("Panen raya", "perpustakaan-desa-sukamaju/panen-raya"),
        ("perpustakaan-kabupaten/panen-raya", "perpustakaan-kabupaten/panen-raya"),
    ],
)
def test_an_event_belongs_to_a_library(written, event):
    assert story(f"kegiatan: {written}").event == event


@pytest.mark.parametrize(
    "written", ["perpustakaan-desa-sukamaju", "Perpustakaan Desa Sukamaju", "perpustakaan-desa-sukamaju.md"]
)
def test_a_library_may_be_named(written):
    head = f"---\njudul: Panen\ntanggal: 12 Mei 2023\nperpustakaan: {written}\n---\nIsi."
    read = read_story(PATH, head.encode())

    assert read.story is not None
    assert read.story.library == "perpustakaan-desa-sukamaju"


@pytest.mark.parametrize(
    ("word", "status"),
    [("draf", "draf"), ("Draft", "draf"), ("review", "periksa"), ("published", "terbit"), ("TARIK", "tarik")],
)
def test_a_status_is_known_in_both_languages(word, status):
    assert story(f"status: {word}").status == status


def test_own_posts_keep_their_lines():
    read = story("sosial:", "  whatsapp: |", "    Ayo ke perpustakaan!", "", "    #literasi", "  x: Ayo: #literasi")

    assert read.social == {"whatsapp": "Ayo ke perpustakaan!\n\n#literasi", "x": "Ayo: #literasi"}


def test_partners_may_have_details():
    assert story("mitra: [{nama: PKK Desa, bentuk: tenaga}, Karang Taruna]").partners == ("PKK Desa", "Karang Taruna")


def test_steps_are_a_list_or_lines_with_or_without_numbers():
    assert story("langkah: [Semai bibit, 'Pindahkan, lalu siram']").steps == ("Semai bibit", "Pindahkan, lalu siram")
    assert story("langkah: |", "  1. Semai bibit", "  2) Siram", "  - Panen", "  30 hari lagi").steps == (
        "Semai bibit", "Siram", "Panen", "30 hari lagi",
    )  # fmt: skip
    assert [code for _line, code in codes("langkah: {a: b}")] == ["bukan-daftar"]


def test_keys_of_every_part_are_known():
    known = [
        "permintaan: {apa: x, kode: x}",
        "dukungan: {dari: x, status: diterima, kode: x}",
        "biaya: 1",
        "sumber_dana: APBDes",
        "siaran: ya",
        "masalah: a",
        "tindakan: b",
        "hasil: c",
    ]

    assert codes(*known, "dampak: d", "makna: e") == []


@pytest.mark.parametrize(
    ("peserta", "total"),
    [
        ("{total: 1,200, anak: 5}", 1200),
        ("{anak: 5, total: 1,200}", 1200),
        ("{total: 1,200,000, anak: 5}", None),
        ("{total: 12, anak: 5}", 12),
        ("{total: 12, 5}", None),
    ],
)
def test_a_comma_within_a_number_in_braces_cuts_it_in_no_two(peserta, total):
    """``1,200`` cut in two would be one person."""
    read = story(f"peserta: {peserta}").participants

    assert read is not None
    assert read.total == total


def test_narrative_parts_are_one_line_each():
    read = story("masalah: >\n  Sayur\n  mahal", "tindakan: a", "hasil: b", "dampak: c", "makna: d")

    assert (read.problem, read.action, read.result, read.outcome, read.meaning) == ("Sayur mahal", "a", "b", "c", "d")


@pytest.mark.parametrize("code", ["32.04.99.2999", "3204992999", "32.04", "32"])
def test_an_area_is_a_code(code):
    assert story(f"wilayah: {code}").region in {"32.04.99.2999", "32.04", "32"}


def test_an_invitation_may_lie_ahead_of_its_folder():
    head = "---\njudul: Undangan\ntanggal: 2 Juni 2023\nperpustakaan: p\nringkasan: Mari.\n{}\n---\nMari."

    assert read_story(PATH, head.format("jenis: pengumuman").encode()).problems == ()
    assert [problem.code for problem in read_story(PATH, head.format("").encode()).problems] == ["tanggal-beda-folder"]


def test_all_problems_of_a_file_are_told_in_one_run():
    text = "---\njudul: 'Panen\ntanggal: 32 Mei 2023\nperpustakan: p\nstatus: x\n---\n"
    read = read_story("content/stories/panen.md", text.encode())

    assert [(problem.line, problem.code) for problem in read.problems] == [
        (1, "alamat-salah-folder"),
        (1, "isi-kosong"),
        (1, "perpustakaan-hilang"),
        (2, "kepala-kutip-terbuka"),
        (3, "tanggal-mustahil"),
        (4, "isian-tidak-dikenal"),
        (5, "status-tidak-dikenal"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "a: " + "[" * 10_000,
        "a: " + "{" * 10_000,
        "[" * 10_000,
        "- " * 5_000,
        "? " * 5_000,
        "a: " + "{a: " * 3_000,
        'a: "' + "\\" * 10_000,
        "a: " + "'" * 10_000,
        "a" * 15_000,
        " " * 15_000,
        "a: " + " #" * 7_000,
        "tanggal: " + "1" * 10_000,
        "peserta: " + "1" * 10_000,
        "topik: " + "," * 10_000,
        "\n".join("ab: x" for _ in range(2_500)),
        "&" * 10_000,
        "lokasi: a" + " " * 15_000 + "b: c",
        'lokasi: ["' + '\\"' * 7_000,
        "lokasi: [" + ",“" * 5_000,
        "\n".join(f"k{n}: &a{n}" for n in range(1_200)),
        "a: " + "“" * 10_000,
    ],
    ids=lambda head: head[:8],
)
def test_hostile_front_matter_is_read_in_bounded_time(head):
    from time import process_time

    start = process_time()
    read = read_story(PATH, f"---\n{head}\n---\nIsi.".encode())

    assert read.story is None
    assert process_time() - start < 1.5


@pytest.mark.parametrize("nothing", ["", " ", "~", '""', "# nanti"])
def test_a_required_key_without_a_value_is_missing(nothing):
    head = f"---\njudul: {nothing}\ntanggal: {nothing}\nperpustakaan: {nothing}\nringkasan: a\n---\nIsi."
    problems = read_story(PATH, head.encode()).problems

    assert [(problem.line, problem.code) for problem in problems] == [
        (2, "judul-hilang"),
        (3, "tanggal-hilang"),
        (4, "perpustakaan-hilang"),
    ]


def test_a_library_whose_name_has_no_letters_is_no_library():
    head = "---\njudul: a\ntanggal: 12 Mei 2023\nperpustakaan: '!!'\nringkasan: a\n---\nIsi."

    assert [problem.code for problem in read_story(PATH, head.encode()).problems] == ["wajib-bukan-teks"]


def test_front_matter_above_16_kb_is_refused():
    head = "judul: Panen\ntanggal: 12 Mei 2023\nperpustakaan: p\nringkasan: " + "kata " * 4_000
    read = read_story(PATH, f"---\n{head}\n---\nIsi.".encode())

    assert [problem.code for problem in read.problems] == ["kepala-terlalu-besar"]
    assert read.story is None


def test_an_area_that_is_no_text_is_told_like_any_other():
    head = WHOLE.replace("strategi:", "wilayah: {kode: 32.04}\nstrategi:")
    (problem,) = read_story(PATH, head.encode()).problems

    assert problem.code == "wilayah-tidak-sah"
    assert 'wilayah "…"' in str(problem)


@pytest.mark.parametrize(
    "words",
    [
        "keterangan: Anak-anak membaca", "alt: Tiga siswa dan seorang ibu", "alt: Seorang balita di pangkuan",
        "keterangan: Anak muda dan dua anak kecil", "alt: Two children reading",
        "keterangan: Rak buku anak dan seorang murid",
    ],
)  # fmt: skip
def test_a_photo_that_seems_to_show_a_child_is_asked_about(words):
    found = codes(f"foto: [{{berkas: a.jpg, {words}, izin: ya}}]")
    assert (6, "foto-anak-belum-disebut") in found


@pytest.mark.parametrize(
    "words",
    [
        "keterangan: Rak buku anak", "alt: Pojok baca anak-anak di balai", "alt: Anak tangga menuju perpustakaan",
        "keterangan: Anak muda Karang Taruna", "alt: Ibu-ibu dan kakek", "keterangan: Hari Anak Nasional",
        "keterangan: Anak-anak membaca, ada_anak: tidak", "keterangan: Anak-anak membaca, ada_anak: ya",
        "keterangan: Mahasiswa berdiskusi",
    ],
)  # fmt: skip
def test_a_photo_of_no_child_is_not_asked_about(words):
    consent = "izin: {wali: ya}" if "ada_anak: ya" in words else "izin: ya"
    assert "foto-anak-belum-disebut" not in {
        code for _, code in codes(f"foto: [{{berkas: a.jpg, {words}, {consent}}}]")
    }


def test_of_a_photo_that_nobody_will_see_nothing_is_asked():
    found = codes("foto: [{berkas: a.jpg, keterangan: Anak-anak membaca, izin: tidak}]")
    assert "foto-anak-belum-disebut" not in {code for _, code in found}
