"""How much the rules find of what is unsafe, and how often they are wrong, on sentences open to who made the rules.

The sentences put aside (``labelled/held.toml``) are measured once, when all rules stand.
"""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.safety import Finding, children, detect, sensitive
from pipeline.safety.numbers import IDENTITY, identity
from pipeline.safety.windows import MOST, windows, words

OPEN = Path(__file__).parent / "labelled/open.toml"
ITEMS = tomllib.loads(OPEN.read_text("utf-8"))["item"]
REACH = {*IDENTITY, "telepon", "surel", "rekening"}
CHILDREN = {"anak", "anak-sensitif"}


def found(item: dict) -> list[Finding]:
    """Return what is found in *item*, without what the library itself made public."""
    public = item.get("public", [])
    return [one for one in detect(item["text"]) if not any(one.text in known or known in one.text for known in public)]


def same(wanted: str, kind: str) -> bool:
    """Whether a piece of one kind may be found as another: numbers look alike, and all are held."""
    return wanted == kind or {wanted, kind} <= REACH


@pytest.fixture(scope="module")
def measured():
    """Return, by kind, how many pieces there are and how many were found, and the clean items where something was."""
    there, hit, wrong = Counter(), Counter(), []
    for item in ITEMS:
        all_found = found(item)
        for piece in item["find"]:
            start = item["text"].index(piece["text"])
            end = start + len(piece["text"])
            there[piece["kind"]] += 1
            hit[piece["kind"]] += any(
                same(piece["kind"], one.kind) and one.start < end and start < one.end for one in all_found
            )
        if not item["find"] and all_found:
            wrong.append((item["text"], all_found))
    return there, hit, wrong


def recall(measured, kinds) -> float:
    there, hit, _ = measured
    return sum(hit[kind] for kind in kinds) / sum(there[kind] for kind in kinds)


def test_what_names_or_reaches_a_person_is_found(measured):
    assert recall(measured, REACH) >= 0.95


def test_children_are_found(measured):
    assert recall(measured, CHILDREN) >= 0.85


def test_homes_and_what_hurts_are_mostly_found(measured):
    assert recall(measured, {"rt-rw", "alamat", "koordinat"}) >= 0.85
    assert recall(measured, {"kesehatan", "hukum", "ekonomi"}) >= 0.85


def test_honest_sentences_are_left_alone(measured):
    clean = [item for item in ITEMS if not item["find"]]
    held = [text for text, all_found in measured[2] if any(one.level == "hold" for one in all_found)]

    assert len(clean) > 100
    assert len(held) <= 0.005 * len(clean), held
    assert len(measured[2]) <= 0.05 * len(clean), measured[2]


def test_numbers_that_name_a_person_are_found_by_themselves_too():
    """The quick way, which most reports go, loses nothing."""
    for item in ITEMS:
        wanted = [one for one in detect(item["text"]) if one.kind in IDENTITY]
        assert identity(item["text"]) == wanted, item["text"]


@settings(max_examples=300, derandomize=True)
@given(st.data())
@pytest.mark.parametrize("kind", ["kesehatan", "hukum", "ekonomi", "anak-sensitif"])
def test_no_word_of_the_lists_is_passed_over(kind, data):
    """Whatever a list matches has a word by which a sentence is looked at; the quick way loses nothing."""
    listed = data.draw(st.from_regex(re.compile(sensitive._words(kind).pattern, re.VERBOSE), fullmatch=True))

    assert not words(listed).isdisjoint(sensitive._CUES[kind]), listed


@settings(max_examples=300, derandomize=True)
@given(st.data())
def test_no_sign_of_a_child_is_passed_over(data):
    rule = children._leading().pattern.replace("(?-i:", "(?:").replace(r"\Z", "")
    cue = data.draw(st.from_regex(re.compile(rule), fullmatch=True))

    assert not words(cue).isdisjoint(children._CUES), cue


@pytest.mark.parametrize("evil", ["1" * 50_000, "Jl. " * 9_000, "0812 " * 9_000, "Bapak " * 9_000, "a@" * 9_000,
                                  "Budi Santoso, " * 4_000, "(7) " * 9_000, "NIK " * 9_000, "- " * 20_000])  # fmt: skip
def test_a_hostile_text_costs_no_more_than_its_length(evil):
    """Twice as long takes about twice as long: pieces are bounded. What is counted are pieces, not seconds."""
    pieces = list(windows(evil))
    assert all(len(piece) <= MOST for _, piece in pieces)
    assert "".join(piece for _, piece in pieces).strip() == evil.strip()
    assert all(evil[start : start + len(piece)] == piece for start, piece in pieces)
    detect(evil[:20_000])
