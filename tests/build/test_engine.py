"""The engine: what is made, what is kept, what goes, and in which order it is swapped in."""

import os
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from pipeline.build.output import Output, Renderer, View, renders
from pipeline.build.workbench import Workbench
from pipeline.errors import OutputError, PlanError, RenderError

MADE: list[str] = []
"""Titles of the views that were rendered, in order."""


class Page(View, frozen=True):
    INPUTS: ClassVar[dict[str, str]] = {"title": "judul", "body": "isi"}

    title: str
    body: str = ""


class Folder(View, frozen=True):
    files: dict[str, str]


class Index(View, frozen=True):
    title: str
    refs: tuple[str, ...]


@renders(Page)
def page(view: Page, bench: Workbench) -> bytes:
    MADE.append(view.title)
    if view.body == "gagal":
        raise ValueError("tidak bisa")
    if view.body == "penuh":
        raise OSError(28, "No space left on device")
    return f"{view.title}\n{view.body}".encode()


@renders(Folder)
def folder(view: Folder, bench: Workbench) -> dict[str, bytes]:
    MADE.append("folder")
    return {name: text.encode() for name, text in view.files.items()}


@renders(Index)
def index(view: Index, bench: Workbench) -> bytes:
    MADE.append(view.title)
    return b"\n".join([view.title.encode(), *(bench.made(path) for path in view.refs)])


class Album(View, frozen=True):
    of: tuple[str, ...]


@renders(Album)
def album(view: Album, bench: Workbench) -> bytes:
    names = {"x/": "x/a.txt", "y/k-": "y/k-b.txt"}
    there = [path for path in view.of if bench.has(names.get(path, path))]
    assert all(bench.size(names.get(path, path)) == len(bench.made(names.get(path, path))) for path in there)
    return " ".join(there).encode()


def _page(path: str, title: str, body: str = "", **more: Any) -> Output:
    return Output(path, Page(title, body), Renderer(f"{__name__}:page", ("page.html",)), **more)


def _folder(path: str, **files: str) -> Output:
    named = {name.replace("_", "."): text for name, text in files.items()}
    return Output(path, Folder(named), Renderer(f"{__name__}:folder"))


def _index(path: str, title: str, *made: str, refs: tuple[str, ...] | None = None, **more: Any) -> Output:
    refs = made if refs is None else refs
    return Output(path, Index(title, refs), Renderer(f"{__name__}:index"), made=made, **more)


@pytest.fixture(autouse=True)
def _forget() -> None:
    MADE.clear()


# -- staleness ------------------------------------------------------------------------------------------------------


def test_a_plan_is_made_and_an_equal_one_makes_nothing(house):
    plan = [_page("a.html", "A"), _page("b/c.html", "C")]
    first = house.build(*plan)
    assert (first.planned, first.made, first.kept, first.removed) == (2, 2, 0, 0)
    assert house.files() == {"a.html": "A\n", "b/c.html": "C\n"}
    MADE.clear()
    second = house.build(*plan)
    assert (second.planned, second.made, second.kept, second.removed) == (2, 0, 2, 0)
    assert MADE == []


def test_only_what_shows_something_else_is_made_again(house):
    house.build(_page("a.html", "A"), _page("b.html", "B"))
    MADE.clear()
    house.build(_page("a.html", "A"), _page("b.html", "B2"))
    assert MADE == ["B2"]
    assert house.files() == {"a.html": "A\n", "b.html": "B2\n"}


def test_another_template_or_version_makes_only_the_outputs_that_use_it(house):
    plan = [_page("a.html", "A"), _index("i", "I")]
    house.build(*plan)
    for name, again in (("page.html", ["A"]), ("warta", ["A", "I"])):
        MADE.clear()
        house.versions[name] = "2"
        house.build(*plan)
        assert again == MADE


def test_equal_bytes_are_not_written_again_although_the_key_is_another(house):
    house.build(_page("a.html", "A"))
    before = (house.output / "a.html").stat()
    house.versions["page.html"] = "2"
    MADE.clear()
    tally = house.build(_page("a.html", "A"))
    after = (house.output / "a.html").stat()
    assert MADE == ["A"]
    assert (tally.planned, tally.made) == (1, 0)
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@pytest.mark.parametrize("harm", ["other bytes", "other time", "gone", "a folder", "whole output"])
def test_what_was_changed_or_deleted_in_output_is_made_again(house, harm):
    plan = [_page("x/a.html", "A"), _page("b.html", "B")]
    house.build(*plan)
    target = house.output / "x" / "a.html"
    if harm == "other bytes":
        target.write_text("diubah")
    elif harm == "other time":
        os.utime(target, ns=(1, 1))
    else:
        target.unlink()
        if harm == "a folder":
            target.mkdir()
        if harm == "whole output":
            (house.output / "b.html").unlink()
            (house.output / ".warta").unlink()
            target.parent.rmdir()
            house.output.rmdir()
            house.output.mkdir()
    tally = house.build(*plan)
    assert house.files() == {"x/a.html": "A\n", "b.html": "B\n"}
    assert tally.rendered == (["x/a.html", "b.html"] if harm == "whole output" else ["x/a.html"])


def test_a_harmed_file_is_noticed_also_where_not_all_were_looked_at(house):
    plan = [_page("a.html", "A"), _page("b.html", "B")]
    house.build(*plan)
    (house.output / "a.html").write_text("diubah")
    assert house.build(*plan, inspect=False).rendered == ["a.html"]


def test_the_reason_is_told_by_the_names_that_people_know(house):
    def why(path: str = "a.html") -> str:
        return house.look(lambda state: state.output(path).why)

    house.build(_page("a.html", "A"))
    assert why() == "baru"
    house.build(_page("a.html", "B"))
    assert why() == "judul"
    house.build(_page("a.html", "C", "x"))
    assert why() == "judul, isi"
    house.versions["page.html"] = "2"
    house.build(_page("a.html", "C", "x"))
    assert why() == "page.html"
    house.versions["warta"] = "2"
    house.build(_page("a.html", "C", "y"))
    assert why() == "isi, warta"
    (house.output / "a.html").unlink()
    house.build(_page("a.html", "C", "y"))
    assert why() == "berkasnya diubah atau hilang di output/"
    house.build(_page("a.html", "C", "y"), _index("i", "I", "a.html"))
    house.build(_page("a.html", "C", "z"), _index("i", "I", "a.html"))
    assert why("i") == "bagian lain yang dirujuknya"


# -- references ------------------------------------------------------------------------------------------------------


def test_what_is_referred_to_is_made_first_through_any_number_of_waves(house):
    house.build(_index("3", "three", "2"), _index("2", "two", "1"), _page("1", "one"))
    assert MADE == ["one", "two", "three"]
    assert house.files()["3"] == "three\ntwo\none\n"


def test_a_change_is_passed_on_to_all_that_refers_to_it(house):
    house.build(_index("3", "three", "2"), _index("2", "two", "1"), _page("1", "one"), _page("x", "other"))
    MADE.clear()
    house.build(_index("3", "three", "2"), _index("2", "two", "1"), _page("1", "ONE"), _page("x", "other"))
    assert MADE == ["ONE", "two", "three"]
    assert house.files()["3"] == "three\ntwo\nONE\n"


def test_in_a_partial_plan_a_reference_means_what_stands_there(house):
    plan = [_page("1", "one"), _index("2", "two", "1")]
    house.build(*plan)
    house.build(_page("1", "one"), _index("2", "TWO", "1"), only=["2"])
    assert house.files()["2"] == "TWO\none\n"
    house.build(_page("1", "ONE"), only=["1"])
    assert house.files()["2"] == "TWO\none\n"
    house.build(_page("1", "ONE"), _index("2", "TWO", "1"))
    assert house.files()["2"] == "TWO\nONE\n"


def test_all_that_refers_to_a_path_directly_or_not_is_found(house):
    from pipeline.build.engine import Engine
    from pipeline.build.state import State, connect

    house.build(_index("3", "three", "2"), _index("2", "two", "1"), _page("1", "one"), _page("x", "other"))
    db = connect(house.database)
    engine = Engine(State(db), house.setting, house.ingredients, house.executor)
    assert engine.spread({"1"}) == {"1", "2", "3"}
    assert engine.spread({"x"}) == {"x"}
    db.close()


def test_a_file_of_a_referenced_folder_may_be_asked_for(house):
    house.build(_folder("f/", a_txt="isi"), _index("i", "I", "f/", refs=("f/a.txt",)))
    assert house.files()["i"] == "I\nisi"


def test_a_reference_that_was_not_declared_fails(house):
    with pytest.raises(RenderError, match="not among the references"):
        house.build(_page("1", "one"), _index("i", "I", refs=("1",)))


def test_a_reference_to_nothing_is_an_error_of_the_plan(house):
    with pytest.raises(PlanError, match="i merujuk tidak/ada"):
        house.build(_index("i", "I", "tidak/ada"))
    assert house.files() == {}


def test_a_reference_to_what_is_no_more_planned_is_an_error_and_nothing_changes(house):
    house.build(_page("1", "one"), _index("i", "I", "1"))
    before = house.files()
    with pytest.raises(PlanError, match="i merujuk 1"):
        house.build(_index("i", "I", "1"))
    with pytest.raises(PlanError, match="i merujuk 1"):
        house.build(only=["1"])
    assert house.files() == before


def test_a_circle_is_an_error_of_the_plan(house):
    with pytest.raises(PlanError, match="a, b saling menunggu"):
        house.build(_index("a", "A", "b"), _index("b", "B", "a"), _page("c", "C"))
    with pytest.raises(PlanError, match="a saling menunggu"):
        house.build(_index("a", "A", "a"))
    assert house.files() == {}


@pytest.mark.parametrize("second", [_page("a", "B"), _index("a", "B", "c")])
def test_two_outputs_with_one_path_are_an_error_of_the_plan(house, second):
    with pytest.raises(PlanError, match="alamat yang sama: a"):
        house.build(_page("a", "A"), _page("c", "C"), second)
    assert house.files() == {}


# -- failures --------------------------------------------------------------------------------------------------------


def test_an_owned_output_that_fails_is_left_out_with_all_that_refers_to_it(house):
    good = [_page("1", "one", owner="x.md"), _index("2", "two", "1", owner="x.md"), _index("3", "three", "2")]
    house.build(*good, _page("z", "Z"))
    tally = house.build(_page("1", "one", "gagal", owner="x.md"), *good[1:], _page("z", "Z"))
    assert [(failure.path, failure.owner) for failure in tally.failures] == [("1", "x.md"), ("2", "x.md"), ("3", "")]
    assert tally.failures[0].error == "ValueError: tidak bisa"
    assert house.files() == {"z": "Z\n"}
    assert house.build(*good, _page("z", "Z")).failures == []
    assert set(house.files()) == {"1", "2", "3", "z"}


def test_an_output_without_owner_that_fails_leaves_everything_as_it_was(house):
    house.build(_page("1", "one"), _page("2", "two"))
    before = house.files()
    with pytest.raises(RenderError, match="2 tidak dapat dibuat: ValueError: tidak bisa"):
        house.build(_page("1", "ONE"), _page("2", "two", "gagal"))
    assert house.files() == before
    assert house.build(_page("1", "ONE"), _page("2", "two")).rendered == ["1"]


def test_a_fault_of_the_machine_is_nobodys_fault_and_leaves_everything_as_it_was(house):
    house.build(_page("1", "one", owner="x.md"))
    with pytest.raises(OutputError, match="No space left"):
        house.build(_page("1", "one", "penuh", owner="x.md"))
    assert house.files() == {"1": "one\n"}


# -- what goes -------------------------------------------------------------------------------------------------------


def test_outputs_that_are_no_more_planned_go_with_the_folders_they_leave_empty(house):
    house.build(_page("a/b/c/x", "X"), _page("a/b/y", "Y"), _page("z", "Z"))
    tally = house.build(_page("a/b/y", "Y"), _page("z", "Z"))
    assert (tally.planned, tally.made, tally.removed) == (2, 0, 1)
    assert house.files() == {"a/b/y": "Y\n", "z": "Z\n"}
    house.build(_page("z", "Z"))
    assert house.files() == {"z": "Z\n"}
    assert house.build().removed == 1
    assert house.files() == {}
    assert house.output.is_dir()


def test_a_folder_left_empty_by_somebodys_deletion_goes_too(house):
    house.build(_page("a/b/x", "X"), _page("z", "Z"))
    (house.output / "a/b/x").unlink()
    house.build(_page("z", "Z"))
    assert house.files() == {"z": "Z\n"}


def test_somebodys_own_file_keeps_its_folder(house):
    house.build(_page("a/x", "X"))
    (house.output / "a/milik.txt").write_text("milik saya")
    house.build()
    assert house.files() == {"a/milik.txt": "milik saya"}


def test_a_file_that_vanishes_from_a_folder_output_is_deleted(house):
    first = house.build(_folder("f/", a_txt="a", b_txt="b"), _folder("g/", c_txt="c"))
    assert (first.planned, first.made) == (3, 3)
    second = house.build(_folder("f/", a_txt="a"), _folder("g/", c_txt="c"))
    assert house.files() == {"f/a.txt": "a", "g/c.txt": "c"}
    assert (second.planned, second.made, second.kept) == (2, 0, 2)
    house.build(_folder("f/"), _folder("g/", c_txt="c"))
    assert house.files() == {"g/c.txt": "c"}
    assert house.build(_folder("f/", z_txt="z")).made == 1
    assert house.files() == {"f/z.txt": "z"}


def test_of_a_folder_output_only_the_files_with_other_bytes_are_written(house):
    house.build(_folder("f/", a_txt="a", b_txt="b"))
    before = (house.output / "f/a.txt").stat()
    tally = house.build(_folder("f/", a_txt="a", b_txt="B", c_txt="c"))
    assert (tally.planned, tally.made) == (3, 2)
    assert (house.output / "f/a.txt").stat().st_ino == before.st_ino
    assert house.files() == {"f/a.txt": "a", "f/b.txt": "B", "f/c.txt": "c"}


@pytest.mark.parametrize("back", [False, True])
def test_a_file_may_become_a_folder_and_a_folder_a_file(house, back):
    file, inside = [_page("a/b", "B")], [_page("a/b/c", "C")]
    old, new = (inside, file) if back else (file, inside)
    house.build(*old)
    house.build(*new)
    assert house.files() == ({"a/b": "B\n"} if back else {"a/b/c": "C\n"})
    assert not (house.root / "sisa").exists()
    assert house.build(*new).made == 0


# -- the commit ------------------------------------------------------------------------------------------------------


def _order(calls: list[SimpleNamespace], house: Any) -> list[tuple[str, str]]:
    top = f"{house.output}/"
    return [(call.name, call.target.removeprefix(top)) for call in calls if call.target.startswith(top)]


def test_pages_take_their_places_before_lists_and_deletions_come_last(house, spy: Callable[..., Any]):
    pages = [_page("d/1", "one"), _page("d/2", "two"), _page("d/0", "zero"), _page("y/gone", "gone")]
    house.build(*pages, _page("a", "list", rank=1), _page("0", "feed", rank=2))
    calls = spy("replace", "unlink")
    house.build(
        _page("0", "FEED", rank=2), _page("a", "LIST", rank=1), _page("d/2", "TWO"), _page("d/1", "ONE"),
        _page("e", "new"), _page("b/new", "in a new folder"),
    )  # fmt: skip
    assert _order(calls, house) == [
        ("replace", "b"), ("replace", "d/1"), ("replace", "d/2"), ("replace", "e"),
        ("replace", "a"), ("replace", "0"), ("unlink", "d/0"), ("unlink", "y/gone"),
    ]  # fmt: skip


def test_a_folder_that_is_new_moves_as_one_with_all_that_it_holds(house, spy: Callable[..., Any]):
    house.build(_page("old/1", "one"))
    calls = spy("replace")
    house.build(_page("old/1", "one"), *(_page(f"new/deep/{n}", str(n), rank=n % 3) for n in range(9)))
    assert _order(calls, house) == [("replace", "new")]
    assert len(house.files()) == 10


def test_nothing_to_do_touches_nothing(house, spy: Callable[..., Any]):
    house.build(_page("a", "A"))
    calls = spy("replace", "unlink", "open")
    house.build(_page("a", "A"))
    assert _order(calls, house) == []


def test_two_houses_with_the_same_plan_have_the_same_bytes(another_house):
    trees = []
    for name in ("satu", "dua"):
        house = another_house(name)
        house.build(_page("a", "A"), _folder("f/", x_txt="x"), _index("i", "I", "a"))
        trees.append(house.files())
    assert trees[0] == trees[1]


# -- what an output does without -------------------------------------------------------------------------------------


def _album(path: str, *optional: str, made: tuple[str, ...] = ()) -> Output:
    return Output(path, Album(optional), Renderer(f"{__name__}:album"), made=made, optional=optional)


def test_what_could_not_be_made_is_done_without_and_comes_when_it_can(house):
    bad, good = _page("a.html", "A", "gagal", owner="a.md"), _page("a.html", "A", owner="a.md")
    tally = house.build(bad, _page("b.html", "B"), _album("c", "a.html", "b.html"))
    assert [failure.path for failure in tally.failures] == ["a.html"]
    assert house.files()["c"] == "b.html"
    assert house.look(lambda state: state.pending("toy")) == {"a.html", "c"}
    house.build(good, _page("b.html", "B"), _album("c", "a.html", "b.html"))
    assert house.files()["c"] == "a.html b.html"
    house.build(bad, _page("b.html", "B"), _album("c", "a.html", "b.html"))
    assert house.files()["c"] == "b.html"


def test_what_is_optional_must_be_planned_all_the_same(house):
    with pytest.raises(PlanError, match="tidak ada dalam rencana"):
        house.build(_album("c", "a.html"))


def test_a_folder_and_a_stem_are_asked_for_by_their_files(house):
    plan = [_folder("x/", a_txt="A"), _folder("y/k-", b_txt="B"), _album("c", "x/", "y/k-")]
    house.build(*plan)
    assert house.files()["c"] == "x/ y/k-"


def test_a_build_of_some_desks_leaves_what_waits_for_the_others_to_a_later_one(house):
    whole = [_page("a.html", "A"), _index("i", "I", "a.html"), _album("c", "a.html")]
    tally = house.build(*whole[1:], partial=True)
    assert tally.failures == []
    assert house.files() == {"c": ""}
    assert house.look(lambda state: state.pending("toy")) == {"i", "c"}
    house.build(*whole)
    assert house.files() == {"a.html": "A\n", "i": "I\nA\n", "c": "a.html"}


def test_a_build_of_some_desks_leaves_what_waits_for_another_name_of_a_file_to_a_later_one(house):
    house.build(_folder("y/k-", one_txt="1"), _index("i", "I", "y/k-", refs=("y/k-one.txt",)))
    changed = [_folder("y/k-", two_txt="2"), _index("i", "II", "y/k-", refs=("y/k-two.txt",))]

    tally = house.build(*changed, only=["i"], partial=True)
    assert tally.failures == []
    assert house.files() == {"y/k-one.txt": "1"}
    assert house.look(lambda state: state.pending("toy")) == {"i"}

    house.build(*changed)
    assert house.files() == {"y/k-two.txt": "2", "i": "II\n2"}


def test_a_file_that_is_not_where_it_was_made_ends_a_whole_build(house):
    with pytest.raises(OutputError, match="y/k-two"):
        house.build(_folder("y/k-", one_txt="1"), _index("i", "I", "y/k-", refs=("y/k-two.txt",)))


def test_a_build_of_some_desks_may_remove_what_the_others_still_use(house):
    house.build(_page("a.html", "A"), _index("i", "I", "a.html"))
    house.build(only=["a.html"], partial=True)
    assert house.files() == {"i": "I\nA\n"}
    house.build()
    assert house.files() == {}
