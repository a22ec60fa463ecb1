"""``docs/posts.schema.json`` describes what is made, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pipeline.templating.folders import bundled

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/posts.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def sheets(make_room, tmp_path_factory):
    """Return every ``posts.json`` of the sample newsroom."""
    root = tmp_path_factory.mktemp("skema")
    shutil.copytree(bundled("content"), root / "content")
    room = make_room(root, {})
    room.write({"content/site.toml": (bundled("content") / "site.toml").read_bytes()})
    room.build(only=("social",))
    found = [json.loads(path.read_text("utf-8")) for path in room.output.rglob("posts.json")]
    assert len(found) >= 25
    return found


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_sheet_is_as_described(sheets):
    validator = Draft202012Validator(SCHEMA)
    for sheet in sheets:
        validator.validate(sheet)


def test_all_that_a_sheet_holds_is_described(sheets):
    known = {name: set(kind["properties"]) for name, kind in SCHEMA["$defs"].items()}
    for sheet in sheets:
        assert set(sheet) == known["Sheet"]
        for post in sheet["posts"]:
            assert set(post) == known["Post"]
            assert all(set(text) == known["Alternative"] for text in post["variants"])
            assert all(set(text) == known["Text"] for text in post["thread"])


def test_another_shape_is_refused(sheets):
    validator = Draft202012Validator(SCHEMA)
    post = {**sheets[0]["posts"][0], "unit": "letters"}

    assert not validator.is_valid({**sheets[0], "posts": [post]})
    assert not validator.is_valid({key: value for key, value in sheets[0].items() if key != "url"})
