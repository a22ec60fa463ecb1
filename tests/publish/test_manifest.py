"""Records of a target: one way to write them, and nothing in them is trusted."""

import gzip
import json

import pytest

from pipeline.errors import TargetError
from pipeline.publish.manifest import Entry, Manifest, Status, pack, pack_status, unpack, unpack_status

HASH = "0123456789abcdef" * 2


def squeezed(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def packed(**tree: object) -> bytes:
    return squeezed(json.dumps({"format": 1} | tree).encode())


def test_a_manifest_comes_back_and_is_written_one_way():
    files = {"index.html": Entry(HASH, 3), "2026/11/a/index.html": Entry(HASH, 0)}
    manifest = Manifest(files, frozenset({HASH}))
    again = Manifest(dict(reversed(files.items())), frozenset({HASH}))
    assert unpack(pack(manifest)) == manifest
    assert pack(manifest) == pack(again)
    assert manifest.generation == again.generation != Manifest(files).generation


def test_a_status_comes_back():
    status = Status("a", "b", frozenset({"index.html"}))
    assert unpack_status(pack_status(status)) == status


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd", "/etc/passwd", "a/../../b", "a//b", "", ".", "a/./b", "C:/x", "a\\..\\b", ".warta/claim",
        "a\nb", "a\x00b", "a/",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(path):
    with pytest.raises(TargetError, match="tidak dipercaya"):
        unpack(packed(files={path: [HASH, 1]}))
    with pytest.raises(TargetError, match="tidak dipercaya"):
        unpack_status(packed(dirty=[path]))


DAMAGED = {
    "nothing": lambda: b"",
    "not packed": lambda: b"{}",
    "a list": lambda: squeezed(b"[]"),
    "half": lambda: squeezed(b"{"),
    "no hash": lambda: packed(files={"a": ["x", 1]}),
    "less than nothing": lambda: packed(files={"a": [HASH, -1]}),
    "no size": lambda: packed(files={"a": [HASH]}),
    "no sign": lambda: packed(taken=["x"]),
    "cut off": lambda: pack(Manifest({}))[:-9],
    "deep": lambda: squeezed(b'{"format":1,"x":' + b"[" * 100_000),
    "a bomb": lambda: squeezed(b" " * 200_000_001),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_damage_is_one_sentence(kind):
    with pytest.raises(TargetError, match="--ambil-alih") as told:
        unpack(DAMAGED[kind]())
    assert "\n" not in str(told.value)


def test_another_version_of_warta_is_named():
    with pytest.raises(TargetError, match="versi lain"):
        unpack(squeezed(b'{"format":2}'))
