"""Records of a target: one way to write them, and nothing in them is trusted."""

import gzip
import json

import pytest

from pipeline.errors import TargetError
from pipeline.publish.manifest import Entry, Manifest, Status, pack, pack_status, unpack, unpack_status

HASH = "0123456789abcdef" * 2


def packed(**tree: object) -> bytes:
    return gzip.compress(json.dumps({"format": 1} | tree).encode())


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


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", gzip.compress(b"[]"), gzip.compress(b"{"), packed(files={"a": ["x", 1]}),
        packed(files={"a": [HASH, -1]}), packed(files={"a": [HASH]}), packed(taken=["x"]), pack(Manifest({}))[:-9],
        gzip.compress(b'{"format":1,"x":' + b"[" * 100_000), gzip.compress(b" " * 200_000_001, 1),
    ],
)  # fmt: skip
def test_damage_is_one_sentence(data):
    with pytest.raises(TargetError, match="--ambil-alih") as told:
        unpack(data)
    assert "\n" not in str(told.value)


def test_another_version_of_warta_is_named():
    with pytest.raises(TargetError, match="versi lain"):
        unpack(gzip.compress(b'{"format":2}'))
