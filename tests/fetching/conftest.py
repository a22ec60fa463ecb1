import pytest

from pipeline.fetching.policy import Policy
from tests.fetching.server import server


@pytest.fixture
def web():
    with server() as found:
        yield found


@pytest.fixture
def policy():
    return Policy("WartaPustaka/uji (+https://uji.example/)", connect=5, read=5, total=10, local=True)
