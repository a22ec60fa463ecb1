import pytest

from tests.fetching.server import server


@pytest.fixture
def web():
    with server(host="0.0.0.0") as found:  # every 127.x.x.x: so many hosts as a test wants
        yield found
