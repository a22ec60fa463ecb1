"""WhatsApp chats in the forms of Android, iOS and copied text, in two languages."""

from datetime import date, time

import pytest

from pipeline.content.markdown import read_body
from pipeline.intake.chat import looks_like_chat, parse
from pipeline.intake.chatdates import read_clock, solve
from pipeline.intake.chatreport import choose, reports
from pipeline.intake.marks import markdown, plain
from pipeline.intake.privacy import labels, without_numbers

LONG = "Warga Desa Sukamaju berkumpul di perpustakaan untuk belajar menanam sayur tanpa tanah. " * 3

HEADS = [
    "12/08/26 14.05 - Bu Rini: Halo",
    "12/08/2026, 14:05 - Bu Rini: Halo",
    "8/12/26, 2:05\u202fPM - Bu Rini: Halo",
    "12/08/26 2.05 PM - Bu Rini: Halo",
    "12 Agu 2026 14.05 - Bu Rini: Halo",
    "12 Aug 2026, 14:05 - Bu Rini: Halo",
    "[12/08/26 14.05.33] Bu Rini: Halo",
    "\u200e[12/08/26, 14:05:33] Bu Rini: Halo",
    "[8/12/26, 2:05:33\u202fPM] ~\u00a0Bu Rini: Halo",
    "[14.05, 12/8/2026] Bu Rini: Halo",
    "[2026-08-12, 14:05:33] Bu Rini: Halo",
    "2026-08-12 14:05 - Bu Rini: Halo",
]


@pytest.mark.parametrize("head", HEADS)
def test_every_form_of_a_head_is_read(head):
    american = head.startswith(("8/", "[8/"))
    (message,) = parse(head, "bulan-hari" if american else "hari-bulan").messages
    assert (message.day, message.clock.replace(second=0)) == (date(2026, 8, 12), time(14, 5))
    assert (message.sender, message.text) == ("Bu Rini", "Halo")
    assert looks_like_chat(head)


@pytest.mark.parametrize("text", ["Rapat 12/08/26 pukul 14.05 - usai", "2026 tahun kita", "- 12/08/26", "[1] catatan"])
def test_what_only_looks_like_a_head_is_text(text):
    assert parse(text).messages == ()
    assert not looks_like_chat(text)


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["12/08/26", "13/08/26"], "hari-bulan"),
        (["8/12/26", "8/13/26"], "bulan-hari"),
        (["1/2/26", "2/1/26"], "bulan-hari"),  # day first, the second would lie before the first
        (["05/06/26", "06/06/26"], None),
        (["05/06/26", "05/07/26"], None),
        (["05/05/26"], "hari-bulan"),
        (["2026-08-12"], "hari-bulan"),
        (["31/12/26", "12/31/26"], None),
        ([], "hari-bulan"),
    ],
)
def test_the_whole_chat_tells_which_number_is_the_day(days, order):
    assert solve([(day, "14:05") for day in days]) == order


def test_what_cannot_be_told_is_not_guessed():
    chat = parse("05/06/26, 14:05 - A: satu\n05/07/26, 14:05 - A: dua")
    assert chat.order is None
    assert [message.day for message in chat.messages] == [None, None]
    assert [message.written for message in chat.messages] == ["05/06/26", "05/07/26"]


def test_a_clock_with_dots_is_a_telephone_that_writes_the_day_first():
    assert solve([("05/06/26", "14.05")]) == "hari-bulan"


@pytest.mark.parametrize(
    ("text", "clock"),
    [("12.05 AM", time(0, 5)), ("12:05 pm", time(12, 5)), ("25.00", None), ("13:05 PM", None)],
)
def test_hours(text, clock):
    assert read_clock(text) == clock


def test_lines_media_deletions_and_the_system():
    chat = parse(
        "12/08/26 14.05 - Pesan dan panggilan terenkripsi secara end-to-end.\n"
        '12/08/26 14.06 - Bu Rini mengubah subjek grup menjadi "Perpus: Maju"\n'
        "12/08/26 14.07 - Bu Rini: baris satu\n\nbaris: dua\n"
        "13/08/26 14.08 - Bu Rini: IMG-20260812-WA0003.jpg (file terlampir)\nWarga memanen\n"
        "13/08/26 14.09 - Pak Tono: <Media tidak disertakan>\n"
        "13/08/26 14.10 - Pak Tono: Pesan ini dihapus\n"
        "13/08/26 14.11 - Pak Tono: sudah benar <Pesan ini diedit>\n"
        "13/08/26 14.12 - Pak Tono: foto tidak disertakan dalam laporan\n"
    )
    system, subject, lines, picture, omitted, deleted, edited, said = chat.messages
    assert (system.kind, subject.kind, subject.sender) == ("sistem", "sistem", "")
    assert lines.text == "baris satu\n\nbaris: dua"
    assert (picture.files, picture.text) == (("IMG-20260812-WA0003.jpg",), "Warga memanen")
    assert (omitted.omitted, omitted.text) == (1, "")
    assert (deleted.kind, deleted.text) == ("dihapus", "")
    assert (edited.edited, edited.text) == (True, "sudah benar")
    assert (said.omitted, said.text) == (0, "foto tidak disertakan dalam laporan")


def test_ios_marks_what_it_says_itself():
    chat = parse(
        "[13/08/26, 14:05:33] Grup: \u200eMessages and calls are end-to-end encrypted.\n"
        "\u200e[13/08/26, 14:06:33] Ani: Keterangan \u200e<attached: 00000012-PHOTO-2026-08-13-14-06-33.jpg>\n"
        "[13/08/26, 14:07:33] Ani: \u200eimage omitted\n"
        "[13/08/26, 14:08:33] Ani: Laporan.pdf \u2022 2 pages \u200edocument omitted\n"
        "[13/08/26, 14:09:33] Ani: \u200eThis message was deleted.\n"
    )
    system, picture, omitted, document, deleted = chat.messages
    assert system.kind == "sistem"
    assert (picture.text, picture.files) == ("Keterangan", ("00000012-PHOTO-2026-08-13-14-06-33.jpg",))
    assert (omitted.omitted, omitted.text) == (1, "")
    assert "Laporan.pdf" in document.text
    assert deleted.kind == "dihapus"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("*tebal* dan _miring_", "**tebal** dan *miring*"),
        ("~salah~ benar", "<del>salah</del> benar"),
        ("```kode``` `x`", "`kode` `x`"),
        ("- satu\n- dua\nlalu", "- satu\n- dua\n\nlalu"),
        ("1. satu\n2. dua", "1. satu\n2. dua"),
        ("> kutipan", "> kutipan"),
        ("#literasi", "\\#literasi"),
        ("5*3*2 nama_berkas_x", "5\\*3\\*2 nama_berkas_x"),
        ("lihat https://a.id/b_c.", "lihat <https://a.id/b_c>."),
        ("satu\ndua\n\ntiga", "satu\n\ndua\n\ntiga"),
        ("a <b>c</b> [x](y)", "a &lt;b>c&lt;/b> [x\\](y)"),
        ("<![CDATA[ [d](e)", "&lt;![CDATA[ [d\\](e)"),
        ("[a]: b", "\\[a]: b"),
        ("[*a*]: b", "\\[**a**]: b"),
        ("- [*a*]: b", "- \\[**a**]: b"),
        ("[*a*](b)", "[**a**\\](b)"),
        ("---", "\\---"),
        ("*tidak tertutup", "\\*tidak tertutup"),
        ("```\na\n  b\n```", "    a\n      b"),
    ],
)
def test_marks_become_markdown(typed, written):
    assert markdown(typed) == written
    assert read_body(written, prefix="x").dropped == ()


def test_what_is_no_mark_reads_as_it_was_typed():
    typed = r"# judul? 2*3 _awal <b> &amp; \* [a](b) + satu = 1) dua 2026. tiga"
    assert read_body(markdown(typed), prefix="x").text == typed


def test_a_title_has_no_marks():
    assert plain("*_Panen_ Perdana*") == "Panen Perdana"


def test_senders_are_names_and_never_numbers():
    names = labels(["Bu Rini", "+62 812-3456-7890", "Pak Tono", "+62 813 1111 2222"])
    assert list(names.values()) == ["Bu Rini", "Pengirim 1", "Pak Tono", "Pengirim 2"]


@pytest.mark.parametrize(
    "text",
    [
        "hubungi 0812-3456-7890 ya", "hubungi +62 812 3456 7890 ya", "hubungi https://wa.me/6281234567890 ya",
        "hubungi (022) 250 1234 ya", "hubungi +1 (415) 555-0100 ya", "hubungi @6281234567890 ya",
    ],
)  # fmt: skip
def test_telephone_numbers_are_left_out(text):
    bare = without_numbers(text, {})
    assert (bare.text, bare.left_out) == ("hubungi [nomor telepon dihapus] ya", 1)


@pytest.mark.parametrize(
    "text",
    ["2026 ada 1.200 orang", "12 Agustus 2026 pukul 14.05", "Rp 12.500.000", "kode 32.07.06.2004"],
)
def test_other_numbers_stay(text):
    assert without_numbers(text, {}).text == text


def test_a_number_that_wrote_is_called_as_its_sender():
    assert without_numbers("kata @6281234567890", {"6281234567890": "Pengirim 1"}).text == "kata @Pengirim 1"


def line(clock: str, who: str, text: str) -> str:
    return f"13/08/26 {clock} - {who}: {text}\n"


def test_a_report_begins_with_a_long_text_and_takes_in_its_photos():
    chat = parse(
        line("08.00", "Bu Rini", "Pagi semua")
        + line("08.50", "Bu Rini", "IMG-1.jpg (file terlampir)")
        + line("09.00", "Bu Rini", LONG)
        + line("09.05", "Pak Tono", "Mantap")
        + line("09.10", "Bu Rini", "IMG-2.jpg (file terlampir)\nIbu-ibu")
        + line("15.00", "Bu Rini", "Besok rapat")
        + line("16.00", "Pak Tono", "*Kelas Komputer*\nDiikuti dua belas warga sejak pagi.")
    )
    first, second = reports(chat.messages)
    assert [message.line for message in first.messages] == [2, 3, 5]
    assert [message.line for message in first.around] == [1, 4, 7]
    assert second.start.sender == "Pak Tono"
    said = [one.line for report in (first, second) for one in (*report.messages, *report.around)]
    assert sorted(said) == [message.line for message in chat.messages], "every message is somewhere, once"


def test_without_a_beginning_all_of_it_is_one():
    chat = parse(line("08.00", "A", "Halo") + line("09.00", "B", "Iya"))
    (only,) = reports(chat.messages)
    assert len(only.messages) == 2
    assert only.guessed


def test_messages_are_chosen_by_day_and_sender():
    chat = parse("12/08/26 08.00 - Bu Rini: satu\n13/08/26 08.00 - Bu Rini: dua\n14/08/26 08.00 - Pak Tono: tiga")
    assert [one.text for one in choose(chat.messages, since=date(2026, 8, 13))] == ["dua", "tiga"]
    assert [one.text for one in choose(chat.messages, until=date(2026, 8, 13))] == ["satu", "dua"]
    assert [one.text for one in choose(chat.messages, senders=["rini"])] == ["satu", "dua"]


def test_a_chat_of_many_lines_takes_no_time_that_grows_with_its_square():
    text = "".join(line("08.00", "Bu Rini", "*" * 50 + "_" * 50 + "12/08/26 " * 20) for _ in range(3_000))
    assert len(parse(text).messages) == 3_000
