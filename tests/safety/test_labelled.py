"""The labelled sentences are well formed, of every kind, and no two files share a sentence.

Failures name places (file and number), never a sentence: who reads them may be making the detectors.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
import regex

BY_KIND = ("first", "second", "third", "fourth")
"""Written to a list of kinds; the author of the others put in what came to mind."""

FILES = (*BY_KIND, "fifth")
FEWEST = {
    "nik": 4,
    "kk": 4,
    "npwp": 4,
    "nip": 4,
    "nisn": 4,
    "bpjs": 4,
    "akta": 4,
    "paspor": 4,
    "plat": 4,
    "telepon": 10,
    "surel": 4,
    "rekening": 4,
    "rt-rw": 4,
    "alamat": 4,
    "koordinat": 4,
    "kesehatan": 4,
    "hukum": 4,
    "ekonomi": 4,
    "anak": 10,
    "anak-sensitif": 4,
}
WORDS = {"kesehatan", "hukum", "ekonomi", "anak-sensitif", "rt-rw"}
FAMOUS = 5
"""So many names may be invented by two authors."""

MAY_BE_LOOKED_AT = {"alamat", "rt-rw", "kesehatan", "hukum", "ekonomi"}


def _items(name: str) -> list[dict]:
    return tomllib.loads((Path(__file__).parent / "labelled" / f"{name}.toml").read_text("utf-8"))["item"]


def _plain(text: str) -> str:
    return regex.sub(r"[\W_]+", " ", text.casefold()).strip()


def _places(name: str, wrong) -> list[int]:
    return [number for number, item in enumerate(_items(name), 1) if wrong(item)]


@pytest.mark.parametrize("name", FILES)
def test_every_item_has_its_fields_and_no_others(name: str):
    needed, known = {"text", "find", "level"}, {"text", "find", "level", "public", "note"}
    assert _places(name, lambda item: not needed <= item.keys() <= known) == []
    assert _places(name, lambda item: any(piece.keys() != {"kind", "text"} for piece in item["find"])) == []


@pytest.mark.parametrize("name", FILES)
def test_every_piece_stands_in_its_sentence(name: str):
    assert _places(name, lambda item: any(piece["text"] not in item["text"] for piece in item["find"])) == []
    assert _places(name, lambda item: any(piece not in item["text"] for piece in item.get("public", []))) == []
    assert _places(name, lambda item: {piece["text"] for piece in item["find"]} & set(item.get("public", []))) == []


@pytest.mark.parametrize("name", FILES)
def test_the_level_follows_from_the_pieces(name: str):
    def wrong(item: dict) -> bool:
        kinds = {piece["kind"] for piece in item["find"]}
        if not kinds:
            return item["level"] != "none"
        return item["level"] != ("warn" if kinds <= MAY_BE_LOOKED_AT else "hold")

    assert _places(name, wrong) == []


@pytest.mark.parametrize("name", BY_KIND)
def test_every_kind_is_there_often_enough(name: str):
    items = _items(name)
    assert len(items) >= 160
    kinds = Counter(piece["kind"] for item in items for piece in item["find"])
    assert kinds.keys() == FEWEST.keys()
    assert {kind: kinds[kind] for kind, fewest in FEWEST.items() if kinds[kind] < fewest} == {}
    assert 0.5 < sum(item["level"] != "none" for item in items) / len(items) < 0.6


def test_no_sentence_stands_twice_and_no_piece_in_two_files():
    texts = [_plain(item["text"]) for name in FILES for item in _items(name)]
    assert len(set(texts)) == len(texts)
    pieces = [
        {_plain(piece["text"]) for item in _items(name) for piece in item["find"] if piece["kind"] not in WORDS}
        for name in FILES
    ]
    assert sum(map(len, pieces)) - len(set().union(*pieces)) <= FAMOUS
