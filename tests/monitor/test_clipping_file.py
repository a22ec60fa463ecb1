"""The file of a confirmed find: whatever strangers write, it is read back as they wrote it, and as nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.content.clipping_reader import read_clipping
from pipeline.content.scalar import plain
from pipeline.monitor.clipping_file import Fetched, because, compose
from pipeline.monitor.finds import Find
from pipeline.monitor.item import Item
from pipeline.monitor.match import Match, Reason, Target

WHEN = 1_790_000_000
WHY = (Reason(rule="nama", words="Perpusdes: [Sukamaju] #1", weight=0.55, at=0),)
MATCH = Match(
    score=0.9,
    targets=(
        Target(kind="berita", name="2026/09/keripik", score=0.9, why=WHY),
        Target(kind="perpustakaan", name="sukamaju", score=0.9, why=WHY),
        Target(kind="wilayah", name="32.07", score=0.6, why=()),
    ),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=80)


def _find(title: str, **more: str) -> Find:
    item = Item(source="Koran", key="1", title=title, url="https://koran.example/1?a=b#c", seen=WHEN, **more)  # type: ignore[arg-type]
    return Find(number=1, item=item, match=MATCH, event="keripik-2026-09-21", tone="netral")


@given(title=WORDS, outlet=WORDS, author=WORDS, summary=WORDS)
@example(title="Ibu & anak <5 tahun #1 $x$ *a* @b", outlet="null", author="- a: b", summary="---\nstatus: tarik")
@example(title='"Kutip": [a, b]', outlet="~", author="'", summary="{{x}} … “y”")
@example(title=" ", outlet=" ", author=" ", summary=" ")
@example(title="judul: x\nstatus: draf", outlet="ya", author="#", summary="|")
def test_any_words_are_read_back(title: str, outlet: str, author: str, summary: str) -> None:
    """Titles and names are strangers' words: they fill their own key and no other."""
    find = _find(title, outlet=outlet, author=author, summary=summary)
    file = compose(find, Fetched("ab" * 32, WHEN), medium="daring", zone="WITA", sample=False)
    read = read_clipping(file.path, file.text.encode())

    clipping = read.clipping
    assert clipping is not None, (read.problems, file.text)
    assert clipping.title == (plain(title) or find.item.url)
    assert clipping.outlet == (plain(outlet) or "Koran")
    assert (clipping.stories, clipping.libraries, clipping.region) == (("2026/09/keripik",), ("sukamaju",), "32.07")
    assert (clipping.tone, clipping.event, clipping.sha256) == ("netral", "keripik-2026-09-21", "ab" * 32)
    assert clipping.url == find.item.url
    assert not clipping.sample


def test_the_day_is_that_of_the_zone() -> None:
    """Late in the evening in the west is the next day in the east."""
    late = Find(
        number=1, match=MATCH,
        item=Item(source="Koran", key="1", title="Malam", url="", seen=WHEN, published=1_790_003_400),  # 15.50 UTC
    )  # fmt: skip
    days = [
        compose(late, Fetched("", WHEN), medium="daring", zone=zone, sample=True).text.partition("tanggal: ")[2][:10]
        for zone in ("WIB", "WIT")
    ]

    assert days == ["2026-09-21", "2026-09-22"]


def test_why_is_told_once() -> None:
    """A library that is known by its story has no words of its own, and neither has what an editor named."""
    assert because(MATCH) == "berita 2026/09/keripik 0.90: nama +0.55 (Perpusdes: [Sukamaju] #1)"
