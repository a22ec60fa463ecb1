"""What was taken down is taken from the versions that are kept of what was published, and does not come back."""

import re
import shutil
from types import SimpleNamespace

import pytest

from pipeline.production import purging
from pipeline.production.newsroom import Newsroom
from pipeline.production.proof import prove
from pipeline.production.publishing import Asked, listed, publish
from pipeline.publish.publisher import Tell
from pipeline.publish.versions import Versions
from tests.conftest import NOW
from tests.production.test_taken import MONTH, SAID, SITE, holding, magenta, photo, pink, quote
from tests.publish.sites import published

VERSIONS = ".warta/state/versi"
WORDS = "Setiap Rabu sore dua belas ibu menanam kangkung di halaman perpustakaan."
TARGET = '[terbit.situs]\njenis = "folder"\nfolder = "../web"\n'


@pytest.fixture
def room(newsroom, story):
    """A newsroom that was published with everything: a photo in two stories, a quotation, a story to be withdrawn."""

    def report(title: str, consent: str = "ya", file: str = "a.jpg", **more: str) -> str:
        return story(title, day="2026-11-02", foto=f"[{photo(file, consent)}]", kutipan=quote(SAID, consent), **more)

    made = newsroom(
        {
            "content/site.toml": SITE + "[meja]\nposters = false\ncards = false\nsocial = false\n" + TARGET,
            f"{MONTH}panen.md": report("Panen"),
            f"{MONTH}lain.md": story("Lain", day="2026-11-03", foto=f"[{photo('b.jpg')}]"),
            f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=WORDS),
            f"{MONTH}tetap.md": story("Tetap", day="2026-11-05"),
            f"{MONTH}a.jpg": magenta(),
            f"{MONTH}b.jpg": magenta(),
        }
    )
    made.report = report
    made.web = made.root.parent / "web"
    made.told = []
    made.build()
    made.publish = lambda **asked: publish(
        Newsroom(made.root), "", Asked(now=NOW, **asked), tell=Tell(made.told.append)
    )
    made.publish()
    return made


def versions(room) -> list:
    return listed(Newsroom(room.root))


def test_a_photo_is_gone_from_versions_and_from_the_target(room):
    assert pink(room, VERSIONS)
    before = published(room.web)
    room.write({f"{MONTH}panen.md": room.report("Panen", "{dicabut: 2026-11-20}")})
    room.build()

    assert pink(room, VERSIONS, "output") == []
    assert holding(room, SAID, VERSIONS) == []
    room.publish(held=True)
    assert not [path for path in published(room.web) if path.endswith(".webp")]

    room.publish(back=versions(room)[-1].name, held=True)
    after = published(room.web)
    assert pink(SimpleNamespace(root=room.root.parent), "web") == []
    assert not [path for path in after if path.endswith(".webp")]
    assert not [path for path, data in after.items() if SAID.encode() in data]
    assert after[f"{MONTH[16:]}tetap/index.html"] == before[f"{MONTH[16:]}tetap/index.html"]
    assert any("sudah ditarik" in said for said in room.told)


def test_a_story_is_gone_from_versions_and_its_page_says_so_in_them(room, story):
    assert holding(room, WORDS, VERSIONS)
    reason = {"status": "tarik", "tarik_alasan": "Diminta"}
    room.write({f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=WORDS, **reason)})
    room.build()
    assert holding(room, WORDS, VERSIONS) == []
    assert holding(room, "Ringkasan Turun.", VERSIONS) == []

    room.publish()
    room.publish(back=versions(room)[-1].name)
    shown = published(room.web)
    assert not [path for path, data in shown.items() if WORDS.encode() in data or b"Ringkasan Turun." in data]
    assert shown["2026/11/turun/index.html"] == published(room.output / "site")["2026/11/turun/index.html"]
    assert shown["2026/11/panen/index.html"]


def test_the_photo_of_a_story_that_is_long_deleted_goes_too(room):
    room.write({f"{MONTH}lain.md": None, f"{MONTH}b.jpg": None})
    room.build()
    assert pink(room, VERSIONS)
    room.write({f"{MONTH}panen.md": room.report("Panen", "{dicabut: 2026-11-20}")})
    room.build()
    assert pink(room, VERSIONS) == []


def test_a_version_that_is_just_being_published_is_purged_too(room):
    kept = Versions(room.root / VERSIONS)
    (version,) = kept.all()
    kept.begin(version._replace(name="99991231-000000-ffff"))
    room.write({f"{MONTH}panen.md": room.report("Panen", "{dicabut: 2026-11-20}")})
    room.build()
    assert len(list(kept.everything())) == 2
    assert pink(room, VERSIONS) == []


def test_a_build_that_was_killed_before_it_came_to_this_is_made_up_for(room, monkeypatch):
    room.write({f"{MONTH}panen.md": room.report("Panen", "{dicabut: 2026-11-20}")})
    with monkeypatch.context() as patched:
        patched.setattr("pipeline.production.build.purge", lambda *_: None)
        room.build()
    assert pink(room, VERSIONS)
    room.build()
    assert pink(room, VERSIONS) == []


def test_what_the_present_site_shows_is_kept(room):
    (before,) = versions(room)
    room.write({f"{MONTH}panen.md": room.report("Panen", "{dicabut: 2026-11-20}")})
    room.build()
    (after,) = versions(room)
    assert before.files["style.css"] == after.files["style.css"]
    assert "2026/11/tetap/index.html" in after.files
    assert "2026/11/panen/index.html" in after.removed


def test_taken_down_goes_first_and_uncapped(room, story):
    more = {f"{MONTH}b{number}.md": story(f"B{number}", day="2026-11-06") for number in range(3)}
    room.write(more | {f"{MONTH}panen.md": room.report("Panen", status="tarik", tarik_alasan="Diminta")})
    room.build()
    done = room.publish(held=True, part=0.0)
    first = [step for step in done.plan.steps if step.stage == "tarik"]
    assert list(done.plan.steps[: len(first)]) == first
    assert {path for step in first if step.act == "delete" for path in step.paths} >= {
        path for path in done.there.files if path.startswith("2026/11/panen/") and path.endswith(".webp")
    }
    assert "2026/11/panen/index.html" in {path for step in first if step.act == "put" for path in step.paths}


def test_proof_looks_into_versions(room, story):
    folder = room.root / VERSIONS
    shutil.copytree(folder, room.root / "cadangan")
    reason = {"status": "tarik", "tarik_alasan": "Diminta"}
    room.write({f"{MONTH}turun.md": story("Turun", day="2026-11-04", body=WORDS, **reason)})
    room.build()
    proven = prove(Newsroom(room.root), "2026/11/turun", NOW)
    assert proven.looked["versi"] > 20
    assert not [trace for trace in proven.traces if trace.place == "versi"]

    shutil.rmtree(folder)
    shutil.copytree(room.root / "cadangan", folder)  # somebody puts a backup back
    found = prove(Newsroom(room.root), "2026/11/turun", NOW)
    assert {trace.place for trace in found.traces} >= {"versi"}
    assert not found.holds


def test_addresses_are_found_however_they_are_written():
    named = re.compile("|".join(purging._naming(["2026/11/turun"])).encode())
    for text in (b'href="../../2026/11/turun/"', b'"2026\\/11\\/turun"', b'href="../turun/"', b'["turun"]'):
        assert named.search(text), text
    for text in (b"2026/11/turun-lagi/", b"harga turun", b'"menurun"'):
        assert not named.search(text), text
