"""Stories of one event must agree on who came."""

from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom

STORY = """---
judul: {title}
tanggal: 2026-05-{day:02}
perpustakaan: alfa
kegiatan: panen
peserta: {{total: {total}}}
---
Isi.
"""


def test_counts_that_differ_from_the_earliest_story_are_a_warning_until_they_agree(tmp_path):
    content = tmp_path / "content"
    (content / "libraries").mkdir(parents=True)
    (content / "libraries/alfa.md").write_text('---\nnama: Alfa\ntingkat: desa\nwilayah: "32.04.99.2999"\n---\n')
    stories = content / "stories/2026/05"
    stories.mkdir(parents=True)
    (stories / "b-awal.md").write_text(STORY.format(title="Awal", day=1, total=20))
    (stories / "a-lanjutan.md").write_text(STORY.format(title="Lanjutan", day=9, total=24))

    def clashes() -> list[tuple[str, str]]:
        report = build(Newsroom(tmp_path), Order(jobs=1))
        return [(p.path, p.values["other"]) for p in report.problems if p.code == "peserta-berbeda"]

    assert clashes() == [("content/stories/2026/05/a-lanjutan.md", "2026/05/b-awal")]

    (stories / "a-lanjutan.md").write_text(STORY.format(title="Lanjutan", day=9, total=20))

    assert clashes() == []
