"""Small sites to publish, without a newsroom around them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.publish import publisher
from pipeline.publish.memory import Memory
from pipeline.publish.plan import Plan
from pipeline.publish.publisher import Orders, Outcome, Tell
from pipeline.publish.target import Target
from pipeline.publish.targets.folder import Folder
from tests.publish.sites import wish


class Desk:
    """A computer that publishes small sites to one target."""

    def __init__(self, root: Path, target: Callable[[], Target]) -> None:
        self.root = root
        self.target = target
        self.told: list[str] = []
        self.steps: list[tuple[str, int, int, int, int]] = []

    @property
    def memory(self) -> Memory:
        return Memory(self.root / "state", "situs")

    def publish(self, files: Mapping[str, bytes], *, taken: Mapping[str, list[str]] | None = None, **orders) -> Outcome:
        told = Tell(self.told.append, lambda *step: self.steps.append(step))
        here = wish(self.root / "here", files, taken)
        return publisher.publish(self.target(), self.memory, here, Orders(**orders), told)

    def rehearse(self, files: Mapping[str, bytes]) -> Plan:
        return publisher.rehearse(self.target(), self.memory, wish(self.root / "here", files))[0]


@pytest.fixture
def web(quick_path) -> Path:
    """The folder that is published to."""
    return quick_path / "web"


@pytest.fixture
def desk(quick_path, web) -> Desk:
    """A computer that publishes to that folder."""
    return Desk(quick_path / "satu", lambda: Folder(web))


@pytest.fixture
def other(quick_path, web) -> Desk:
    """Another computer that publishes there too."""
    return Desk(quick_path / "dua", lambda: Folder(web))
