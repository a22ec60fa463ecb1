"""Stored bytes by their hash."""

import pytest

from pipeline.build.blobs import Blobs
from pipeline.errors import OutputError


@pytest.fixture
def blobs(tmp_path):
    found = Blobs(tmp_path / "blobs.sqlite", write=True)
    yield found
    found.close()


def test_what_is_stored_is_found_also_by_another_reader(blobs):
    blobs.put([("a", b"isi"), ("b", b"")])
    reader = Blobs(blobs.path)
    assert (reader.get("a"), reader.get("b")) == (b"isi", b"")
    blobs.put([("c", b"\0\xff")])
    assert reader.get("c") == b"\0\xff"
    reader.close()


def test_what_is_not_there_is_a_sentence_that_says_what_to_do(blobs):
    with pytest.raises(OutputError, match=r"Hapus folder \.warta/cache"):
        blobs.get("tidak-ada")


def test_what_is_there_already_stays(blobs):
    blobs.put([("a", b"isi")])
    blobs.put([("a", b"lain"), ("b", b"b")])
    assert blobs.get("a") == b"isi"


def test_a_batch_that_fails_halfway_stores_nothing_and_the_next_one_works(blobs):
    def half():
        yield "a", b"isi"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        blobs.put(half())
    with pytest.raises(OutputError):
        blobs.get("a")
    blobs.put([("b", b"b")])
    assert blobs.get("b") == b"b"


def test_only_what_is_named_is_kept(blobs):
    blobs.put([("a", b"a"), ("b", b"b"), ("c", b"c")])
    assert blobs.keep({"b", "x"}) == 2
    assert blobs.get("b") == b"b"
    with pytest.raises(OutputError):
        blobs.get("a")


def test_a_store_keeps_its_identity_and_a_new_one_has_another(blobs, tmp_path):
    first = blobs.identity
    blobs.close()
    again = Blobs(tmp_path / "blobs.sqlite", write=True)
    assert again.identity == first
    again.close()
    other = Blobs(tmp_path / "other.sqlite", write=True)
    assert other.identity != first
    other.close()
