"""What was taken down is taken from the versions that are kept of what was published.

What the present site shows is safe: this build made it so. Of all else in a version a file goes if it lies below the
folder of an address that is concerned, if it names such an address, if it belongs to the search index, or if something
else with the same bytes goes. Where a photo was taken down, all pictures that the present site has no more go, and what
names them: a photo of a story that is long deleted is known by nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.archive.store import Store
from pipeline.build.state import State
from pipeline.content.taken import Taken
from pipeline.production.newsroom import Newsroom
from pipeline.publish.manifest import sign, within
from pipeline.publish.versions import Version, Versions
from pipeline.safety.published import texts

SITE = "site/"
SEARCH = "cari/"

_PICTURES = (".webp", ".jpg", ".jpeg", ".png", ".pdf", ".zip")
_NAMES = re.compile(rb"[\w.-]+\.(?:webp|jpe?g|png|pdf|zip)")
_PACKED = (".zip", ".pdf", ".docx", ".xlsx")


def signs(taken: Iterable[Taken]) -> dict[str, Taken]:
    """Return all of *taken* by their signs."""
    return {sign(*one.key): one for one in taken}


def concerned(store: Store, one: Taken) -> set[str]:
    """Return the addresses of all stories that may show *one*, with their translations; rather too many."""
    found = {one.address}
    if one.kind == "foto":
        found |= store.taken.showing([one])
    if one.kind == "kutipan":
        rows = store.db.execute("SELECT s.address FROM curtailed AS c JOIN source AS s ON s.path = c.path")
        found |= {address for (address,) in rows if address}
    return found | {version.address for address in tuple(found) for version in store.versions(address)}


def purge(room: Newsroom, state: State, store: Store) -> None:
    """Take from all kept versions of *room* whatever the register knows to be taken down and they are not rid of yet.

    Call it while no publication can begin, after the build's own files are in their places.
    """
    versions = Versions(room.versions)
    if not versions.exists:
        return
    listed = signs(store.taken.all())
    before = versions.purged()
    new = [one for name, one in listed.items() if name not in before]
    if new:
        addresses = {address for one in new for address in concerned(store, one)}
        present = shown(state)
        photos = any(one.kind == "foto" for one in new)
        for path, version in versions.everything():
            gone = unsafe(versions, version, addresses, present, photos=photos)
            if gone:
                versions.lose(path, version, gone)
        versions.sweep()
    if listed.keys() != before:
        versions.purged_of(listed)


def shown(state: State) -> dict[str, str]:
    """Return the files of the present site with their hashes."""
    found: dict[str, str] = {}
    for path, files in state.files():
        if path.startswith(SITE):
            found.update((f"{path}{file.name}".removeprefix(SITE), file.hash) for file in files)
    return found


def unsafe(
    versions: Versions, version: Version, addresses: Iterable[str], present: Mapping[str, str], *, photos: bool
) -> set[str]:
    """Return the paths of *version* that may show something of *addresses* and are not shown at *present*."""
    folders = tuple(addresses)
    old = {path: entry.hash for path, entry in version.files.items() if present.get(path) != entry.hash}
    gone = {path for path in old if path.startswith(SEARCH) or within(path, folders)}
    if photos:
        gone |= {path for path in old if path.endswith(_PICTURES) and path not in present}
    pictures = {path.rpartition("/")[2].encode() for path in gone if path.endswith(_PICTURES)}
    named = re.compile("|".join(_naming(folders)).encode())
    for path in old.keys() - gone:
        data = _read(versions, old[path])
        if any(named.search(text) or not pictures.isdisjoint(_NAMES.findall(text)) for text in _all(path, data)):
            gone.add(path)
    kept = frozenset(present.values())
    hashes = {old[path] for path in gone} - kept
    return gone | {path for path, name in old.items() if name in hashes}


def _naming(folders: Iterable[str]) -> Iterator[str]:
    """Yield patterns for an address as it may be written: whole, with slashes escaped, or by its own name."""
    for address in folders:
        slug = re.escape(address.rpartition("/")[2])
        yield re.escape(address).replace("/", r"\\?/") + r"(?![a-z0-9-])"
        yield rf"[/\"]{slug}(?=[/\"])"


def _all(path: str, data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file, and what can be read in it where it is packed."""
    yield data
    if path.endswith(_PACKED) and data:
        try:
            yield from (text.encode() for text in texts(path, data))
        except Exception:  # noqa: BLE001  a damaged ZIP or PDF is of no use to anybody who goes back
            yield b'"'


def _read(versions: Versions, name: str) -> bytes:
    try:
        return versions.source(name).read_bytes()
    except OSError:
        return b""
