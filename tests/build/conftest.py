"""An engine with toy desks and renderers: no library, no HTML."""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.build import journal
from pipeline.build.blobs import Blobs
from pipeline.build.engine import Engine, Ingredients, Tally
from pipeline.build.executors import InProcess
from pipeline.build.output import Output, Renderer
from pipeline.build.state import State, connect
from pipeline.build.workbench import Setting, begin


class House:
    """A folder with a database, blobs, ``output/``, and an engine that builds plans into it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"
        self.output.mkdir(parents=True)
        self.blobs = root / "blobs.sqlite"
        Blobs(self.blobs, write=True).close()
        self.database = root / "newsroom.sqlite"
        self.versions: dict[str, str] = {}
        self.executor: Callable[[], tuple[Executor, int]] = self._here
        self._count = 0

    def places(self) -> journal.Places:
        self._count += 1
        stage = self.root / f"stage-{self._count}"
        stage.mkdir()
        return journal.Places(self.output, stage, self.root / "sisa")

    def _here(self) -> tuple[Executor, int]:
        begin(self.setting)
        return InProcess(), 1

    def ingredients(self, renderer: Renderer) -> Ingredients:
        names = {name: self.versions.get(name, "1") for name in ("warta", renderer.function, *renderer.templates)}
        return Ingredients(repr(sorted(names.items())), names)

    def build(
        self,
        *plan: Output,
        only: Iterable[str] | None = None,
        inspect: bool = True,
        strangers: bool = False,
        partial: bool = False,
    ) -> Tally:
        """Build *plan*: all that there is, or, with *only*, all that there is at those paths."""
        db = connect(self.database)
        places = self.places()
        self.setting = Setting(self.blobs, self.output, places.stage, {})
        try:
            state = State(db)
            journal.recover(db, places)
            db.execute("BEGIN IMMEDIATE")
            engine = Engine(state, self.setting, self.ingredients, self.executor, partial=partial)
            if inspect:
                engine.inspect(1_000)
            chosen = [output for output in plan if only is None or output.path in only]
            gone = sorted(state.paths(["toy"]) if only is None else set(only))
            engine.run((("toy", output) for output in chosen), gone=lambda: gone)
            engine.commit(places, strangers=strangers)
            return engine.tally
        finally:
            if db.in_transaction:
                db.execute("ROLLBACK")
            db.close()

    def look(self, ask: Callable[[State], Any]) -> Any:
        """Return what *ask* finds in the state."""
        db = connect(self.database)
        try:
            return ask(State(db))
        finally:
            db.close()

    def files(self) -> dict[str, str]:
        """Return every file of ``output/`` but the marker, and empty folders."""
        found: dict[str, str] = {}
        for path in sorted(self.output.rglob("*")):
            name = path.relative_to(self.output).as_posix()
            if path.is_file() and name != ".warta":
                found[name] = path.read_text("utf-8")
            elif path.is_dir() and not any(path.iterdir()):
                found[f"{name}/"] = ""
        return found


@pytest.fixture
def house(quick_path: Path) -> House:
    return House(quick_path / "rumah")


@pytest.fixture
def another_house(quick_path: Path) -> Callable[[str], House]:
    return lambda name: House(quick_path / name)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[SimpleNamespace]]:
    """Watch functions of ``os``: returns the list to which every call is added, as it happens."""
    import os

    def watch(*names: str) -> list[SimpleNamespace]:
        calls: list[SimpleNamespace] = []
        for name in names:
            real = getattr(os, name)

            def told(*args: Any, _real: Any = real, _name: str = name, **kwargs: Any) -> Any:
                result = _real(*args, **kwargs)
                calls.append(SimpleNamespace(name=_name, target=str(args[-1]), args=args))
                return result

            monkeypatch.setattr(os, name, told)
        return calls

    return watch
