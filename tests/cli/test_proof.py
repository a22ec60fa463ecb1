"""``warta izin --bukti``: what was taken down is gone, and what is left of it is found wherever it lies."""

import json
import os
import subprocess
import zipfile
from functools import partial
from io import BytesIO

import pytest

from pipeline.archive.curtail import Withheld
from pipeline.build.keys import digest
from pipeline.pictures.album import Album
from pipeline.production.newsroom import Newsroom
from pipeline.production.taking import Taking
from tests.production.test_taken import LIST, MONTH, SAID, SITE, magenta, photo, quote

AT = "2026-11-22T08:00:00+07:00"
BODY = "Setiap Rabu sore dua belas ibu menanam kangkung di halaman perpustakaan.\n"


@pytest.fixture
def room(newsroom, story):
    """A newsroom in which a photo, a quotation and a story were taken down after they had been shown."""

    def report(title: str, consent: str = "ya", **more: str) -> str:
        return story(title, day="2026-11-02", foto=f"[{photo('a.jpg', consent)}]", kutipan=quote(SAID, consent), **more)

    made = newsroom(
        {
            "content/site.toml": SITE,
            f"{MONTH}panen.md": report("Panen"),
            f"{MONTH}lain.md": story("Lain", day="2026-11-03"),
            f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=BODY),
            f"{MONTH}a.jpg": magenta(),
        }
    )
    made.build()
    withdrawn = {"status": "tarik", "tarik_alasan": "Diminta narasumber"}
    made.write(
        {
            f"{MONTH}panen.md": report("Panen", "{dicabut: 2026-11-20}"),
            f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=BODY, **withdrawn),
        }
    )
    made.build()
    return made


@pytest.fixture
def proof(warta):
    """Ask for the proof of a newsroom, as JSON."""

    def ask(room, *what: str):
        ran = warta("izin", "--root", room.root, "--now", AT, "--json", "--bukti", *what)
        return ran.status, json.loads(ran.out)

    return ask


def places(told: dict) -> set[tuple[str, str]]:
    return {(trace["place"], trace["kind"]) for trace in told["traces"]}


def test_what_was_taken_down_is_proven_to_be_gone(room, proof):
    status, told = proof(room)
    assert (status, told["holds"], told["traces"], told["due"]) == (0, True, [], [])
    assert [(one["kind"], one["files"], one["words"]) for one in told["what"]] == [
        ("berita", [f"{MONTH}turun.md"], 1),
        ("foto", [f"{MONTH}a.jpg"], 0),
        ("kutipan", [f"{MONTH}panen.md"], 1),
    ]
    looked = told["looked"]
    assert looked["rencana"] > 20
    assert looked["berkas"] == looked["teks"] == len(room.tree()) - 1  # all but the marker
    assert looked["simpanan"] > 3


def test_people_are_told_what_was_looked_at_and_what_they_must_do_themselves(room, warta):
    ran = warta("izin", "--root", room.root, "--now", AT, "--bukti")
    assert ran.status == 0
    assert "bersih  " in ran.out
    assert "ADA" not in ran.out
    assert f"content/ masih menyimpan {MONTH}a.jpg, {MONTH}panen.md, {MONTH}turun.md" in ran.out
    assert "WhatsApp" in ran.out
    assert ran.out.rstrip().endswith("Terbukti: di tempat yang dapat dijangkau warta tidak ada lagi.")


def test_the_proof_changes_nothing(room, proof):
    before = {path: path.read_bytes() for path in room.root.rglob("*") if path.is_file() and "sqlite" not in path.name}
    proof(room)
    assert {path: path.read_bytes() for path in before} == before
    assert room.build().made == 0


@pytest.mark.parametrize(
    ("what", "kinds"),
    [
        ("2026/11/turun", ["berita"]),
        (f"{MONTH}turun.md", ["berita"]),
        (f"{MONTH}a.jpg", ["foto"]),
        ("2026/11/panen", ["foto", "kutipan"]),
    ],
)
def test_one_thing_is_asked_for_by_its_address_or_its_file(room, proof, what, kinds):
    status, told = proof(room, what)
    assert (status, [one["kind"] for one in told["what"]]) == (0, kinds)


def test_a_hash_of_the_register_names_its_entry(room, proof):
    _status, told = proof(room)
    for one in told["what"][1:]:
        assert [found["hash"] for found in proof(room, one["hash"])[1]["what"]] == [one["hash"]]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("2026/11/turum", "Maksudnya 2026/11/turun?"),
        ("content/stories/2026/11/b.jpg", "Foto content/stories/2026/11/b.jpg belum ditarik."),
    ],
)
def test_what_was_not_taken_down_is_a_question_gone_wrong(room, warta, what, said):
    room.write({f"{MONTH}b.jpg": magenta(300, 200)})
    ran = warta("izin", "--root", room.root, "--bukti", what)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_where_nothing_was_taken_down_or_built_that_is_said(newsroom, story, warta):
    room = newsroom({f"{MONTH}a.md": story("Kabar")})
    ran = warta("izin", "--root", room.root, "--bukti")
    assert (ran.status, "Belum ada yang ditarik" in ran.err) == (2, True)
    room.write({LIST: '[[berita]]\nalamat = "2026/11/x"\nsejak = 2026-11-01\n'})
    ran = warta("izin", "--root", room.root, "--bukti")
    assert (ran.status, "jalankan warta build" in ran.err) == (2, True)


# -- what is left is found ---------------------------------------------------------------------------------------------


def test_a_change_since_the_last_build_leaves_it_open(room, proof, story):
    room.write({f"{MONTH}lain.md": story("Lain sekali", day="2026-11-03")})
    status, told = proof(room)
    assert (status, told["holds"]) == (1, False)
    assert "site/2026/11/lain/index.html" in told["due"]


def test_a_file_that_warta_did_not_make_leaves_it_open(room, proof):
    (room.root / "output/site/2026/11/panen/foto-lama.jpg").write_bytes(magenta(400, 300))
    status, told = proof(room)
    assert (status, told["foreign"]) == (1, ["output/site/2026/11/panen/foto-lama.jpg"])


def test_a_file_changed_behind_wartas_back_leaves_it_open_even_where_its_stamp_is_the_same(room, proof):
    page = room.root / "output/site/index.html"
    data, stamp = page.read_bytes(), page.stat()
    page.write_bytes(data.replace(b"Kabar", b"Kibar"))
    os.utime(page, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    status, told = proof(room)
    assert (status, told["changed"]) == (1, ["output/site/index.html"])


def test_the_original_itself_is_found(room, proof):
    with zipfile.ZipFile(room.root / "output/site/kumpulan.zip", "w") as packed:
        packed.writestr("x.txt", "x")
    (room.root / ".warta/state/sisa").mkdir(parents=True)
    (room.root / ".warta/state/sisa/lama.jpg").write_bytes(magenta())
    status, told = proof(room)
    assert (status, places(told), told["aside"]) == (1, {("sisa", "foto")}, 1)


def test_a_copy_in_the_album_is_found(room, proof):
    name = proof(room)[1]["what"][1]["hash"]
    Album(Newsroom(room.root).album).put(name, magenta(500, 400))
    status, told = proof(room)
    assert (status, places(told)) == (1, {("album", "foto")})


def test_words_in_another_report_are_found_in_all_that_people_read(room, proof, story):
    room.write({f"{MONTH}lain.md": story("Lain", day="2026-11-03", body=f"Kata seorang ibu, {SAID}\n\n{BODY}")})
    room.build()
    status, told = proof(room)
    assert (status, told["due"]) == (1, [])
    assert places(told) >= {("teks", "kutipan"), ("teks", "berita")}
    paths = {trace["path"] for trace in told["traces"] if trace["place"] == "teks"}
    assert {"output/site/2026/11/lain/index.html", "output/site/feed.json"} <= paths


def test_words_packed_into_a_zip_are_found(room, proof):
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("catatan.txt", f"Ia berkata: {SAID}")
    aside = room.root / ".warta/state/sisa/lama.zip"
    aside.parent.mkdir(parents=True)
    aside.write_bytes(data.getvalue())
    assert places(proof(room)[1]) == {("teks", "kutipan")}


def test_words_in_a_cache_are_found(room, proof):
    (room.root / ".warta/cache/catatan").write_text(f"…{SAID}…", "utf-8")
    status, told = proof(room)
    assert (status, places(told)) == (1, {("simpanan", "kutipan")})


def test_a_preview_of_before_is_found(room, proof, story, monkeypatch):
    room.build(preview=True)
    assert proof(room)[0] == 0
    room.write({f"{MONTH}lain.md": story("Lain", day="2026-11-03", status="tarik")})
    monkeypatch.setattr("pipeline.production.taking.Taking.forget", lambda _self: False)  # a preview is at work
    room.build()
    status, told = proof(room)
    assert (status, places(told)) == (1, {("simpanan", "berita")})
    assert [trace["path"] for trace in told["traces"]] == [".warta/cache/preview/newsroom.sqlite"]


def test_a_plan_that_still_shows_it_is_found(newsroom, story, proof, monkeypatch):
    """Were a build ever to forget what the register says, the proof would still know."""
    monkeypatch.setattr(Taking, "_obey", lambda *_: (set(), Withheld()))
    listed = f'[[foto]]\nhash = "{digest(magenta())}"\nalamat = "2026/11/panen"\nsejak = 2026-11-20\n'
    listed += '[[berita]]\nalamat = "2026/11/lain"\nsejak = 2026-11-20\n'
    room = newsroom(
        {
            "content/site.toml": SITE,
            f"{MONTH}panen.md": story("Panen", day="2026-11-02", foto=f"[{photo('a.jpg')}]"),
            f"{MONTH}lain.md": story("Lain", day="2026-11-02"),
            f"{MONTH}a.jpg": magenta(),
            LIST: listed,
        }
    )
    room.build()
    status, told = proof(room)
    assert (status, told["due"]) == (1, [])
    assert places(told) == {("rencana", "foto"), ("rencana", "berita"), ("album", "foto")}
    paths = {trace["path"] for trace in told["traces"] if (trace["place"], trace["kind"]) == ("rencana", "foto")}
    folder = "output/site/2026/11/panen/"
    assert {f"{folder}bagikan/poster.pdf", f"{folder}kartu-1080x"} <= paths


def test_what_a_branch_for_publishing_still_holds_is_found_until_the_next_publication(newsroom, story, proof, warta):
    run = partial(subprocess.run, check=True, capture_output=True)
    report = partial(story, "Panen", day="2026-11-02")
    files = {
        "content/site.toml": SITE,
        f"{MONTH}panen.md": report(foto=f"[{photo('a.jpg', 'ya')}]"),
        f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=BODY),
        f"{MONTH}a.jpg": magenta(),
    }
    room = newsroom(files)
    run(["git", "init", "--quiet", "--bare", f"{room.root}-jauh.git"])
    room.write({"content/site.toml": f'{SITE}\n[terbit.situs]\njenis = "git"\nalamat = "{room.root}-jauh.git"\n'})
    room.build()
    assert warta("publish", "--root", room.root, "--now", AT).status == 0
    withdrawn = {"status": "tarik", "tarik_alasan": "Diminta narasumber"}
    room.write({
        f"{MONTH}panen.md": report(foto=f"[{photo('a.jpg', '{dicabut: 2026-11-20}')}]"),
        f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=BODY, **withdrawn),
    })  # fmt: skip
    room.build()

    status, told = proof(room)
    assert (status, places(told)) == (1, {("simpanan", "berita")})
    assert told["traces"][0]["path"].startswith(".warta/cache/terbit/situs.git: 2026/11/turun/")

    assert warta("publish", "--root", room.root, "--now", AT).status == 0
    assert proof(room)[1]["traces"] == []
