"""Small sites as files in a folder."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.build.keys import digest
from pipeline.publish.publisher import Wish
from pipeline.publish.target import RECORDS, Item


def wish(folder: Path, files: Mapping[str, bytes], taken: Mapping[str, Iterable[str]] | None = None) -> Wish:
    """Write *files* below *folder*, by their hashes, and return the wish that they be published."""
    items = {}
    for path, data in files.items():
        name = digest(data)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        items[path] = Item(path, name, len(data), folder / name)
    return Wish(items, {sign: tuple(folders) for sign, folders in (taken or {}).items()})


def published(folder: Path) -> dict[str, bytes]:
    """Return everything below *folder* but warta's records."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(f"{RECORDS}/"):
            found[name] = path.read_bytes()
    return found


def page(*names: str, said: str = "") -> bytes:
    """Return a page that shows pictures and leads to pages with these *names*."""
    return "\n".join([f"<p>{said}", *(f'<img src="{name}">' for name in names)]).encode()


def site(stories: Iterable[int], *, edition: int = 1) -> dict[str, bytes]:
    """Return a site of stories, each with two pictures, named by their edition, that its page and the front show."""
    files = {"style.css": b"p{}"}
    lead = []
    for number in stories:
        folder = f"2026/11/kabar-{number}"
        pictures = [f"kabar-{number}-{edition:010x}-{width}.webp" for width in (320, 960)]
        files |= {f"{folder}/{name}": f"{name}".encode() * 9 for name in pictures}
        files[f"{folder}/index.html"] = page(*pictures, said=f"Kabar {number}, {edition}")
        lead += [f"{folder}/{pictures[0]}", f"{folder}/index.html"]
    files["index.html"] = page(*lead, said=f"Depan {edition}")
    files["feed.xml"] = b"<rss>" + files["index.html"]
    return files
