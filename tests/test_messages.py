"""Messages: Indonesian in the code, English beside it, complete; the language of a user is not that of a site."""

import gettext
import os
import string
import subprocess
import sys
from pathlib import Path

import pytest

from docs import messages
from pipeline.cli.main import COMMANDS

WARTA = (sys.executable, "-m", "pipeline")


def run(*args: object, language: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("WARTA_LANG", "LANGUAGE")}
    if language:
        environment["WARTA_LANG"] = language
    return subprocess.run(
        [*WARTA, *map(str, args)], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )  # fmt: skip


def fields(text: str) -> set[str]:
    """Return the names of the values in *text*."""
    return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None}


def test_every_message_of_the_code_is_in_the_catalogue_and_no_other() -> None:
    assert set(messages.translations(messages.ENGLISH)) == set(messages.extracted())  # else: make messages


def test_every_message_is_translated() -> None:
    untranslated = [text for text, english in messages.translations(messages.ENGLISH).items() if not english]

    assert untranslated == []


def test_a_translation_has_the_values_of_its_message() -> None:
    catalogue = messages.translations(messages.ENGLISH)
    wrong = [text for text, english in catalogue.items() if fields(text) != fields(english)]

    assert wrong == []


def catalogue(path: Path) -> dict[object, str]:
    """Return what the compiled catalogue beside *path* says, without its header (which names the Babel of the day)."""
    with path.with_suffix(".mo").open("rb") as stream:
        found = gettext.GNUTranslations(stream)._catalog
    return {text: translated for text, translated in found.items() if text}


@pytest.mark.parametrize("path", [messages.ENGLISH, messages.CLICK])
def test_what_is_compiled_is_what_is_written(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.parent.parent.name / "LC_MESSAGES" / path.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(path.read_bytes())
    messages.compiled([copy])

    ours, fresh = map(catalogue, (path, copy))
    assert ours == fresh
    assert len(ours) > 20


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_one_language(name: str) -> None:
    command = [name, "--help"] if name else ["--help"]

    ours, english = run(*command).stdout, run(*command, language="en").stdout

    assert not [word for word in ("Usage", "Options", "Show this", "default:", "TEXT", "INTEGER") if word in ours]
    assert not [word for word in ("Pilihan", "bawaan", " yang ", "berkas", "laporan ") if word in english]
    assert "Cara pakai:" in ours
    assert "Usage:" in english


@pytest.mark.parametrize(
    "mistake",
    [["bulid"], ["why"], ["check", "--jsn"], ["serve", "--port", "z"], ["serve", "--port", "99999"],
     ["social", "--platform", "x1"], ["check", "terlalu", "banyak"], ["why", "--root"], ["new", "--isi", "tidak-ada"]],
)  # fmt: skip
def test_mistakes_on_the_command_line_are_told_in_indonesian(mistake: list[str]) -> None:
    ran = run(*mistake)

    english = ("Error", "No such", "Missing", "Invalid", "Try", "unexpected", "requires", "not a valid", "range")
    assert ran.returncode == 2
    assert not [word for word in english if word in ran.stderr.replace("No such file", "")]


def test_problems_are_told_in_the_language_of_the_user(newsroom, story) -> None:
    room = newsroom({"content/stories/2025/01/a.md": story("Kabar", day="31 Juni 2025")})

    assert "tidak ada di kalender. Tulis misalnya" in run("check", "--root", room.root).stderr
    assert "is not in the calendar. Write for example" in run("check", "--root", room.root, language="en").stderr


def test_a_site_is_the_same_whoever_builds_it(newsroom, story, tree, difference) -> None:
    files = {"content/stories/2025/01/a.md": story("Kabar", strategi="advokasi", topik="[padi]")}
    ours, theirs = newsroom(files), newsroom(files)

    run("build", "--root", ours.root, "--now", "2026-11-22T08:00:00+07:00")
    run("build", "--root", theirs.root, "--now", "2026-11-22T08:00:00+07:00", language="en")

    assert difference(tree(ours.output), tree(theirs.output)) == ""
    assert "Advokasi" in ours.page("site/strategi/advokasi/index.html")


def test_a_site_in_english_says_so_itself(newsroom, story) -> None:
    room = newsroom({"content/stories/2025/01/a.md": story("Kabar", strategi="advokasi")})
    room.write({"content/site.toml": 'nama = "News"\nurl = "https://kabar.example/"\nbahasa = "en"\n'})

    room.build()

    assert "<h1>Advocacy</h1>" in room.page("site/strategi/advokasi/index.html")
    assert ">Home<" in room.page("site/strategi/advokasi/index.html")
    assert "Page not found" in room.page("site/404.html")
