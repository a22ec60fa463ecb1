"""What a file tells of persons is judged by what else is known: contacts that are public, faces beside a name."""

import pytest

from pipeline.archive import private
from pipeline.archive.private import Care, judged
from pipeline.content.found import Found
from pipeline.production.check import check
from pipeline.production.newsroom import Newsroom
from pipeline.safety.rules import RULES, Rule, level
from tests.conftest import BASE, LIBRARY, NOW, Room, story
from tests.pictures.conftest import scene

PHONE, MAIL = "Hubungi Budi di 0812-3456-7890.", "Tulis ke budi.santoso@posel.id."
CHILD = "Rina Ayu Lestari (9) membaca puisi."
PATH = "content/stories/2025/01/a.md"
PAGE = "site/2025/01/a/index.html"


@pytest.fixture(name="room")
def _room(tmp_path):
    """Return a newsroom of one report with a given body and head, and what is known of its library and settings."""

    def make(
        body: str = "Isi.", *, contact: str = "", settings: str = "", files: dict | None = None, **head: str
    ) -> Room:
        profile = LIBRARY.format(name="Alfa").replace(
            "---\nProfil", f"{contact}\n---\nProfil" if contact else "---\nProfil"
        )
        texts = {
            PATH: story("Satu", body=body, **head),
            "content/libraries/alfa.md": profile,
            "content/site.toml": BASE["content/site.toml"] + settings,
        }
        return Room(tmp_path, texts | (files or {}))

    return make


def codes(room: Room) -> dict[str, list[int]]:
    """Return what ``warta check`` says: the lines of each code."""
    found: dict[str, list[int]] = {}
    for problem in check(Newsroom(room.root), now=NOW).all:
        found.setdefault(problem.code, []).append(problem.line)
    return found


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (PHONE, "data-telepon"),
        (MAIL, "data-surel"),
        ("Donasi ke rekening BRI 0123-01-004567-50-9 a.n. Budi Santoso.", "data-rekening"),
        (CHILD, "data-anak"),
        ("Rina Ayu Lestari,\nsiswa kelas 4 SDN 2, membaca puisi.", "data-anak"),
        ("- **Rina** *Ayu Lestari* (9)", "data-anak"),
        ("| Nama | Umur |\n|---|---|\n| Rina Ayu Lestari | 9 tahun |", "data-anak"),
        ("Rina, siswi kelas 5, korban perundungan di sekolahnya.", "data-anak-sensitif"),
        ("0812\u200b-3456\u200b-7890 nomor Budi.", "data-telepon"),
        ("Nomor Budi ０８１２３４５６７８９０.", "data-telepon"),
        ("Nomor Budi 0812&#45;3456&#45;7890.", "data-telepon"),
        ("[Budi](https://wa.me/6281234567890)", "data-telepon"),
        ("[Budi](mailto:budi.santoso@posel.id)", "data-surel"),
    ],
)
def test_what_may_harm_somebody_holds_the_report(room, body, code):
    made = room(f"Baris satu.\n\n{body}")
    report = made.build()

    assert code in {problem.code for problem in report.problems}
    assert codes(made)[code][0] >= 9
    assert not (made.output / PAGE).exists()
    assert report.stories == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Rumah Bapak Budi Santoso di Jl. Melati No. 7.", "data-alamat"),
        ("Ibu Siti Aminah tinggal di RT 03/RW 05.", "data-rt-rw"),
        ("Pak Budi Santoso, mantan narapidana, kini mengajar.", "data-hukum"),
        ("Ibu Siti Aminah menderita skizofrenia sejak lama.", "data-kesehatan"),
    ],
)
def test_what_somebody_should_look_at_is_only_told(room, body, code):
    made = room(body)
    report = made.build()

    assert [problem.level for problem in report.problems if problem.code == code] == ["warning"]
    assert (made.output / PAGE).exists()


def test_what_a_library_makes_public_may_stand(room):
    contact = 'kontak: {telepon: "+62 812 3456 7890", surel: Budi.Santoso@posel.id}\nalamat: Jl. Melati No. 7'
    made = room(f"{PHONE}\n\n{MAIL}\n\nRumah baca Pak Budi Santoso di Jl. Melati No. 7.", contact=contact)

    assert made.build().problems == ()


def test_so_may_what_the_newsroom_makes_public(room):
    made = room(f"{PHONE}\n\n{MAIL}", settings='[aman]\numum = ["Gudang: 0812 3456 7890", "budi.santoso@posel.id"]\n')

    assert made.build().problems == ()


def test_a_contact_that_is_public_no_more_holds_the_report_at_the_next_build(room):
    public = {
        "content/libraries/beta.md": LIBRARY.format(name="Beta").replace(
            "---\nP", 'kontak: {whatsapp: "081234567890"}\n---\nP'
        )
    }
    made = room(PHONE, files=public)
    made.build()
    assert (made.output / PAGE).exists()

    made.write({"content/libraries/beta.md": LIBRARY.format(name="Beta")})
    report = made.build()

    assert "data-telepon" in {problem.code for problem in report.problems}
    assert not (made.output / PAGE).exists()

    made.write({"content/site.toml": BASE["content/site.toml"] + '[aman]\numum = ["0812-3456-7890"]\n'})
    assert made.build().errors == 0
    assert (made.output / PAGE).exists()


def test_profiles_and_pages_are_judged_as_well(room):
    own = LIBRARY.format(name="Beta").replace("Profil", f"{PHONE} Profil")
    made = room(
        files={"content/libraries/beta.md": own, "content/pages/tentang.md": f"---\njudul: Tentang\n---\n{PHONE}\n"}
    )
    report = made.build()

    assert sorted(problem.path for problem in report.problems if problem.code == "data-telepon") == [
        "content/libraries/beta.md", "content/pages/tentang.md",
    ]  # fmt: skip
    assert not (made.output / "site/tentang/index.html").exists()
    assert not (made.output / "site/perpustakaan/beta/index.html").exists()


def test_all_is_told_of_a_report_that_another_error_holds(room):
    made = room(f"NIK 3204125203980001 {PHONE}")

    assert {"data-nik", "data-telepon"} <= codes(made).keys()


def test_a_guardians_consent_lets_a_child_be_quoted_by_name(room):
    quote = "[{teks: Seru!, nama: Rina Ayu Lestari, peran: siswa kelas 4, izin: %s}]"

    assert "data-anak" in codes(room(CHILD, kutipan=quote % "ya"))
    assert "data-anak" not in codes(room(CHILD, kutipan=quote % "{wali: ya}"))


def test_a_name_a_place_and_a_face_never_meet(room):
    """Neither by a guardian's consent nor by a mark: only where the one who is named is no child."""
    photos = {"content/stories/2025/01/a.jpg": scene(700, 500).write_to_buffer(".jpg")}
    photo = "[{berkas: a.jpg, keterangan: Membaca, alt: Membaca, izin: {wali: ya}, ada_anak: %s}]"
    safe = "[{kode: data-anak, alasan: izin wali 3/2025}]"

    held = room(CHILD, files=photos, foto=photo % "ya", aman=safe)
    assert "anak-dikenali" in codes(held)
    assert held.build().stories == 0
    assert "anak-dikenali" not in codes(room(CHILD, files=photos, foto=photo % "tidak", aman=safe))
    assert "anak-dikenali" not in codes(room("Rina (9) membaca puisi.", files=photos, foto=photo % "ya"))
    adult = codes(room(CHILD, files=photos, foto=photo % "ya", aman="[{kode: bukan-anak, alasan: nama pelatih}]"))
    assert {code: lines for code, lines in adult.items() if not code.startswith("saran-")} == {"aman-dipakai": [7]}


def test_a_name_beside_the_photo_of_a_child_is_the_childs_until_somebody_says_otherwise(room):
    photos = {"content/stories/2025/01/a.jpg": scene(700, 500).write_to_buffer(".jpg")}
    said = "keterangan: Rina Ayu Lestari di pojok baca, alt: Anak membaca"
    photo = f"[{{berkas: a.jpg, {said}, izin: {{wali: ya}}, ada_anak: %s}}]"

    assert "data-anak" in codes(room(files=photos, foto=photo % "ya"))
    assert "data-anak" not in codes(room(files=photos, foto=photo % "tidak"))


def test_where_a_child_lives_holds_the_report(room):
    made = room(f"{CHILD}\n\nRumahnya di Jl. Melati No. 7.", aman="[{kode: data-alamat, alasan: x}]")
    assert "anak-di-rumah" not in codes(made)

    assert "anak-di-rumah" in codes(room(f"{CHILD}\n\nRumahnya di Jl. Melati No. 7."))


def test_no_message_repeats_what_it_warns_of(room):
    made = room(f"{PHONE}\n\n{MAIL}\n\n{CHILD}\n\nRumah Bapak Budi di Jl. Melati No. 7.")
    told = "\n".join(map(str, check(Newsroom(made.root), now=NOW).all))

    made.write(
        {"content/stories/2025/01/c.md": f"---\njudul: C\ntanggal: 2025-01-05\nperpustakaan: alfa\n---\n{PHONE}\n"}
    )
    told += "\n".join(map(str, check(Newsroom(made.root), now=NOW).all))
    assert "ringkasan belum ada" in told
    for secret in ("3456", "santoso", "Ayu Lestari", "Melati"):
        assert secret not in told


def test_a_younger_rule_warns_until_the_newsroom_goes_by_it():
    """But for what protects children and numbers that name one person."""
    rules = RULES | {"alamat": Rule("hold", "2027-03"), "anak": Rule("hold", "2027-03")}

    assert level("alamat", "2026-11", rules) == "warn"
    assert level("alamat", "2027-03", rules) == "hold"
    assert level("anak", "2026-11", rules) == "hold"
    assert level("telepon", "2026-11") == "hold"
    assert level("hukum", "2026-11") == "warn"


def test_a_report_is_not_held_by_a_younger_rule_but_told_of_it(monkeypatch):
    monkeypatch.setitem(RULES, "telepon", Rule("hold", "2027-03"))
    (problem,) = judged("a.md", [Found(3, "telepon", "081234567890")], frozenset(), Care("2026-11"))

    assert (problem.level, problem.holds) == ("warning", False)
    assert "Aturan baru" in problem.message
    (problem,) = judged("a.md", [Found(3, "telepon", "081234567890")], frozenset(), Care("2027-03"))
    assert problem.holds


def test_rules_that_do_not_exist_are_an_error(room):
    made = room(settings='[aman]\naturan = "2019-01"\n')

    assert codes(made)["site-toml"] == [BASE["content/site.toml"].count("\n") + 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [("0812-3456-7890", "+62 812 3456 7890"), ("(021) 555 0123", "+6221 5550123"), ("0812 3456 789o", "081234567890")],
)
def test_one_number_is_one_however_it_is_written(one, other):
    assert private.mark("telepon", one) == private.mark("telepon", other)
