"""A newsroom built by an older warta is built by a newer one without a word."""

import sqlite3

from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom


def test_tables_of_another_version_are_made_anew(tmp_path):
    (tmp_path / "content/libraries").mkdir(parents=True)
    (tmp_path / "content/libraries/alfa.md").write_text('---\nnama: Alfa\ntingkat: desa\nwilayah: "32.04"\n---\n')
    room = Newsroom(tmp_path)
    build(room, Order(jobs=1))
    before = {path: path.read_bytes() for path in room.output.rglob("*.html")}
    db = sqlite3.connect(room.database)
    db.executescript("DROP TABLE entry; CREATE TABLE entry (old TEXT); PRAGMA application_id = 7")
    db.close()

    report = build(room, Order(jobs=1))

    assert (report.errors, report.made) == (0, 0)
    assert {path: path.read_bytes() for path in room.output.rglob("*.html")} == before
