"""Messages: Indonesian in the code, English beside it, complete, and what readers see in more languages.

The language of a user is not that of a site.
"""

import gettext
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from docs import messages
from pipeline import language
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


def code(path: Path) -> str:
    return path.parent.parent.name


CATALOGUES = messages.catalogues()
OTHERS = [path for path in CATALOGUES if path != messages.ENGLISH]


def stale(told: dict[str, str], wanted: Iterable[str]) -> set[str]:
    """Return the messages that only a catalogue has, and those that it lacks."""
    return set(told) ^ set(wanted)


def wrong(told: dict[str, str]) -> list[str]:
    """Return the messages whose translation has other values, or other space at its end."""
    return [
        text
        for text, said in told.items()
        if said and (fields(text) != fields(said) or text[len(text.rstrip()) :] != said[len(said.rstrip()) :])
    ]


@pytest.mark.parametrize("path", CATALOGUES, ids=code)
def test_every_message_is_in_the_catalogue_and_no_other(path: Path) -> None:
    assert stale(messages.translations(path), messages.wanted(path)) == set()  # else: make messages


def test_every_message_is_translated_into_english() -> None:
    untranslated = [text for text, english in messages.translations(messages.ENGLISH).items() if not english]

    assert untranslated == []


@pytest.mark.parametrize("path", OTHERS, ids=code)
def test_how_much_of_what_readers_see_is_translated(path: Path, record_property) -> None:
    told = messages.translations(path)
    record_property(f"translated-{code(path)}", f"{sum(map(bool, told.values()))} of {len(told)}")

    assert 0 < len(told) < len(messages.extracted())  # only what readers see


@pytest.mark.parametrize("path", CATALOGUES, ids=code)
def test_a_translation_has_the_values_of_its_message(path: Path) -> None:
    assert wrong(messages.translations(path)) == []


def test_what_is_stale_or_wrong_is_found() -> None:
    told = {"Kabar {title}": "Kabar {judul}", "Baru: ": "Anyar:", "Lama": "Lawas", "Kosong {title}": ""}

    assert stale(told, ["Kabar {title}", "Baru: ", "Kosong {title}", "Tambahan"]) == {"Lama", "Tambahan"}
    assert wrong(told) == ["Kabar {title}", "Baru: "]


@pytest.mark.parametrize("path", CATALOGUES, ids=code)
def test_a_catalogue_says_that_no_speaker_checked_it_as_long_as_that_is_so(path: Path) -> None:
    assert ("BELUM DIPERIKSA PENUTUR" in path.read_text("utf-8")) == (code(path) not in language.CHECKED)


def test_code_and_templates_are_searched_for_every_way_to_mark_a_message() -> None:
    source = b'a = _("Satu")\nb = self.say("Dua")\nc = f"{_(\'Tiga\')}"\nd = {"x": N_("Em" "pat")}\n'
    template = """{{ _("Lima") }}<b title="{{ _('Enam') }}">{% set x = [(_("Tujuh"), 1)] %}"""

    assert [(found.text, found.mark) for found in messages.of_code("a.py", source)] == [
        ("Satu", "_"), ("Dua", "say"), ("Empat", "N_"), ("Tiga", "_"),
    ]  # fmt: skip
    assert [found.text for found in messages.of_template("a.html", template)] == ["Lima", "Enam", "Tujuh"]


def test_no_message_is_put_together_while_the_program_runs() -> None:
    broken = b'_(f"{n} kabar")\nsay("Kabar " + name)\n_("ada {n}".format(n=1))\nsay(N_("Contoh"))\n_(name)\n'
    found = {path.name: messages.lost(path.read_bytes()) for path in (messages.ROOT / "pipeline").rglob("*.py")}

    assert messages.lost(broken) == [1, 2, 3]
    assert {name: lines for name, lines in found.items() if lines} == {}


JINJA = re.compile(r"\{% block policy %\}.*?\{% endblock %\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
"""What a page does not show as it stands in the template; its policy is for browsers."""
SPOKEN = re.compile(r">([^<>]*)|\b(?:aria-label|alt|title|placeholder|data-copy)=\"([^\"]*)\"")
NAMES = {"Atom", "JSON", "WhatsApp", "Instagram", "Facebook", "RSS", "KB"}


def unmarked(source: str) -> list[str]:
    """Return the words that a template of pages shows without asking for their translation."""
    bare = JINJA.sub(" ", re.sub(r"<(script|style)\b.*?</\1>", "", JINJA.sub(" ", source), flags=re.DOTALL))
    words = [word for found in SPOKEN.finditer(bare) for word in re.findall(r"[^\W\d_]+", found[1] or found[2] or "")]
    return [word for word in words if word not in NAMES]


def test_no_template_shows_words_that_are_not_marked() -> None:
    pages = sorted((messages.ROOT / "templates").rglob("*.html"))

    assert unmarked('<p>{{ _("Satu") }} dua</p><img alt="Tiga"><a title="{{ page.title }} (Atom)">') == ["dua", "Tiga"]
    assert {path.name: words for path in pages if (words := unmarked(path.read_text("utf-8")))} == {}


def test_every_text_asked_for_in_a_template_is_one_that_is_found() -> None:
    asked = re.compile(r"(?<!\w)_\(")
    kinds = {".html", ".xml", ".txt", ".svg"}
    templates = [path for path in (messages.ROOT / "templates").rglob("*") if path.suffix in kinds]
    other = [
        path.name
        for path in templates
        if len(asked.findall(source := path.read_text("utf-8"))) != len(list(messages.of_template("", source)))
    ]

    assert len(templates) > 20
    assert other == []


def catalogue(path: Path) -> dict[object, str]:
    """Return what the compiled catalogue beside *path* says, without its header (which names the Babel of the day)."""
    with path.with_suffix(".mo").open("rb") as stream:
        found = gettext.GNUTranslations(stream)._catalog
    return {text: translated for text, translated in found.items() if text}


@pytest.mark.parametrize("path", [*CATALOGUES, messages.CLICK], ids=str)
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
