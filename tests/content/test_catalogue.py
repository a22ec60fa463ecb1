"""Codes are a contract with scripts: each is listed here, none is renamed, and each can be told in words."""

import ast
import re
import string
from pathlib import Path
from typing import get_args

from pipeline.content import catalogue, dropped
from pipeline.content.body_reader import DROPPED
from pipeline.content.catalogue import CODES
from pipeline.content.catalogue_private import IDENTITY
from pipeline.content.problem import Problem, check_json, in_order

PACKAGE = Path(catalogue.__file__).parent
AGREED = (Path(__file__).parent / "golden" / "codes.txt").read_text("utf-8").splitlines()

TOGETHER = set(catalogue.TOGETHER) | set(catalogue.SETTINGS) | set(catalogue.SITE)
"""Found by those who see all files, the settings or the site, not by the reader of one."""


def test_codes_are_added_but_never_renamed():
    assert [f"{code} {CODES[code].level}{'!' if CODES[code].holds else ''}" for code in sorted(CODES)] == AGREED


def test_every_code_is_plain_words_joined_by_hyphens():
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in CODES)


def test_only_an_error_holds_a_file_back():
    assert {entry.level for entry in CODES.values() if entry.holds} == {"error"}


def test_every_code_of_one_file_is_used_by_a_reader():
    files = [
        *PACKAGE.glob("*.py"),
        *PACKAGE.with_name("pictures").glob("*.py"),
        *PACKAGE.with_name("coaching").glob("*.py"),
        PACKAGE.with_name("archive") / "update.py",
    ]
    source = "".join(file.read_text("utf-8") for file in files if not file.name.startswith(("catalogue", "ranking")))
    built = {"foto-tanpa-alt", "foto-tanpa-keterangan"} | {f"data-{kind}" for kind in IDENTITY}

    assert {code for code in CODES if f'"{code}"' not in source} - TOGETHER - built == set()


def test_every_kind_of_thing_left_out_of_a_body_has_its_words():
    assert set(DROPPED) == set(get_args(dropped.Kind))
    assert set(DROPPED.values()) <= set(CODES)


def test_every_sentence_ends_like_one_and_is_one_line():
    for code, entry in CODES.items():
        assert entry.message.endswith((".", "?")), code
        assert "\n" not in entry.message + entry.fix, code
        assert entry.fix, code


def test_every_sentence_can_be_filled():
    for code, entry in CODES.items():
        names = {name for _, name, _, _ in string.Formatter().parse(entry.message + entry.fix) if name}
        problem = Problem("content/a.md", 3, code, dict.fromkeys(names, "nilai"))

        assert "{" not in re.sub(r"\{(?:[a-z][a-z_-]*(?::| =)| \})", "", str(problem)), (
            code
        )  # but for examples of front matter
        assert str(problem).startswith("content/a.md:3: ")


def _said() -> list[tuple[str, str, set[str]]]:
    """Return where the code adds a problem: the file and line, the code, and the values that it is given.

    Calls that pass on what they got (``**values``) are left out.
    """
    found = []
    for path in PACKAGE.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(node, ast.Call) or any(keyword.arg is None for keyword in node.keywords):
                continue
            named = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            codes = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and arg.value in CODES]
            tables = [arg for arg in node.args if isinstance(arg, ast.Dict)]
            if codes and named in ("add", "Problem") and not (named == "Problem" and len(node.args) > 3 and not tables):
                given = {str(keyword.arg) for keyword in node.keywords}
                given |= {key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)}
                found.append((f"{path.name}:{node.lineno}", codes[-1], given))
    return found


def test_every_problem_is_given_what_its_sentences_say():
    found = _said()
    assert len(found) > 100
    for place, code, given in found:
        sentences = CODES[code].message + CODES[code].fix
        wanted = {name for _, name, _, _ in string.Formatter().parse(sentences) if name}
        assert wanted <= given | {"key"}, (place, code)  # the reader of fields adds the key


def test_every_code_stands_in_the_catalogue_once():
    pairs = (
        zip(node.keys, node.values, strict=True)
        for path in PACKAGE.glob("catalogue*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Dict)
    )
    codes = [
        key.value
        for pair in pairs
        for key, value in pair
        if isinstance(key, ast.Constant) and isinstance(value, ast.Call)
    ]
    assert set(codes) >= set(CODES) - {f"data-{kind}" for kind in IDENTITY}
    assert sorted(codes) == sorted(set(codes))


def test_a_problem_is_one_object_for_scripts():
    problem = Problem("content/a.md", 3, "status-tidak-dikenal", {"value": "darf", "near": "draf"})

    assert check_json(problem) == {
        "path": "content/a.md",
        "line": 3,
        "level": "error",
        "code": "status-tidak-dikenal",
        "message": 'status "darf" tidak dikenal; kami tahan supaya draf tidak terbit tanpa sengaja.',
        "fix": "Tulis misalnya: status: draf",
    }


def test_a_problem_is_one_line_even_of_a_file_with_an_odd_name():
    problem = Problem("content/a\n\x1b[31mb.md", 1, "berkas-kosong")

    assert len(str(problem).splitlines()) == 1
    assert "\x1b" not in str(problem)


def test_problems_are_sorted_by_path_and_line():
    late, early, other = (
        Problem("b.md", 9, "berkas-kosong"),
        Problem("b.md", 2, "isian-ganda", {"key": "b"}),
        Problem("a.md", 5, "berkas-kosong"),
    )
    twin = Problem("b.md", 2, "isian-ganda", {"key": "a"})

    assert in_order([late, early, twin, other]) == (other, early, twin, late)
