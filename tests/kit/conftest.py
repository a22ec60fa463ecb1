"""Newsrooms with kits."""

import msgspec
import pytest

from pipeline.platforms.sheet import Sheet
from tests.pictures.conftest import scene

ADDRESS = "2026/11/panen"
FOLDER = f"site/{ADDRESS}/bagikan"
PAGE = f"{FOLDER}/index.html"
ZIP = f"{FOLDER}/panen-bagikan.zip"
REPORT = "content/stories/2026/11/panen.md"
SITE = 'nama = "Kabar"\nurl = "https://kabar.example/"\n'
PLAIN = f"{SITE}[meja]\nphotos = false\ncards = false\nposters = false\n"
PICTURED = f"{SITE}[meja]\nposters = false\n"


@pytest.fixture
def kit(newsroom, story):
    """Make a newsroom with one story; *settings* follow those of a site without pictures."""

    def make(title: str = "Panen kangkung", settings: str = PLAIN, photos: str = "", **more: str):
        head = {"foto": photos} if photos else {}
        files = {"content/site.toml": settings, REPORT: story(title, day="2026-11-02", **head, **more)}
        room = newsroom(files)
        if photos:
            room.write({"content/stories/2026/11/rak.jpg": scene(900, 700).write_to_buffer(".jpg")})
        return room

    return make


def sheet(room, address: str = ADDRESS) -> Sheet:
    """Return the posts of a story as the social desk made them."""
    return msgspec.json.decode((room.output / f"social/{address}/posts.json").read_bytes(), type=Sheet)
