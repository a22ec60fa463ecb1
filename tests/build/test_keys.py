"""Keys: what must change them does, and nothing else."""

from typing import ClassVar

from pipeline.build import keys
from pipeline.build.output import View


class Frame(View, frozen=True):
    INPUTS: ClassVar[dict[str, str]] = {"name": "site.toml: nama"}

    name: str
    url: str = "https://a.example/"


class Page(View, frozen=True):
    INPUTS: ClassVar[dict[str, str]] = {"title": "judul", "body": "isi"}

    title: str
    body: str = ""
    tags: dict[str, int] = {}  # noqa: RUF012  msgspec copies it
    frame: Frame = Frame("Kabar")


def key(view: View, fingerprint: str = "f", made: tuple[str, ...] = ()) -> bytes:
    return keys.key(keys.canonical(view), fingerprint, made)


def changed(old: View, new: View) -> list[str]:
    sums = keys.Parts()
    return keys.changed(new, sums.sums(old), sums.sums(new))


def test_equal_views_have_one_key_whatever_the_order_of_their_mappings():
    assert key(Page("A", tags={"x": 1, "y": 2})) == key(Page("A", tags={"y": 2, "x": 1}))


def test_every_field_changes_the_key_also_of_a_view_inside_the_view():
    base = Page("A")
    others = [Page("B"), Page("A", "b"), Page("A", tags={"x": 1}), Page("A", frame=Frame("Warta"))]
    assert len({key(view) for view in [base, *others]}) == 5


def test_text_that_moves_from_one_field_to_the_next_changes_the_key():
    assert key(Page("ab", "c")) != key(Page("a", "bc"))


def test_the_fingerprint_of_template_and_version_changes_the_key():
    assert key(Page("A"), "one") != key(Page("A"), "two")


def test_the_keys_of_what_is_referred_to_and_their_order_change_the_key():
    one, two = "1" * 32, "2" * 32
    found = [(), (one,), (two,), (one, two), (two, one)]
    assert len({key(Page("A"), made=made) for made in found}) == 5


def test_the_changed_parts_are_named_as_people_know_them():
    assert changed(Page("A"), Page("B")) == ["judul"]
    assert changed(Page("A", "x"), Page("B", "y")) == ["judul", "isi"]
    assert changed(Page("A"), Page("A", tags={"x": 1})) == ["tags"]
    assert changed(Page("A"), Page("A", frame=Frame("Warta", "https://b.example/"))) == ["site.toml: nama", "url"]
    assert changed(Page("A"), Page("A")) == []


def test_sums_of_another_kind_of_view_are_not_compared():
    sums = keys.Parts()
    assert keys.changed(Page("A"), sums.sums(Frame("A")), sums.sums(Page("A"))) == []


def test_a_view_shared_by_many_pages_is_summed_up_by_its_value_not_its_place_in_memory():
    sums = keys.Parts()
    first = sums.sums(Page("A", frame=Frame("Kabar")))
    for number in range(200):
        sums.sums(Page("A", frame=Frame(f"Warta {number}")))
    assert sums.sums(Page("A", frame=Frame("Kabar"))) == first
