"""Where templates are: a newsroom's own folder first, then those that come with warta."""

import re
from hashlib import blake2b
from pathlib import Path

from pipeline.errors import PlanError
from pipeline.language import _

PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """Return the folder *name* that comes with warta: inside an installed package, or at the top of a checkout."""
    inside = PACKAGE / "bundled" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


THEMES = "themes"
"""The folder for themes inside a folder of templates."""


def folders(root: Path, theme: str = "") -> tuple[str, ...]:
    """Return the template folders of the newsroom at *root*, in the order in which they are searched.

    Its own templates come before those of *theme* (a folder ``themes/<theme>`` of its templates, or of ours),
    and those before what all themes share.
    """
    places = (root / "templates", bundled("templates"))
    themed = [folder / THEMES / theme for folder in places if theme]
    searched = (places[0], *themed, places[1])
    return tuple(str(folder) for folder in dict.fromkeys(searched) if folder.is_dir())


def themes(root: Path) -> list[str]:
    """Return the names of all themes that the newsroom at *root* may choose."""
    places = (root / "templates" / THEMES, bundled("templates") / THEMES)
    return sorted({entry.name for folder in places if folder.is_dir() for entry in folder.iterdir() if entry.is_dir()})


def sources(searched: tuple[str, ...]) -> dict[str, str]:
    """Return a hash for every template that *searched* offers, by name (``site/story.html``)."""
    found: dict[str, str] = {}
    for folder in reversed(searched):
        for path in sorted(Path(folder).rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not path.name.startswith(".") and inside.parts[0] != THEMES:
                found[inside.as_posix()] = blake2b(path.read_bytes(), digest_size=8).hexdigest()
    return found


_USES = re.compile(r"""\{%-?\s*(extends|include|import|from)\s+(?:"([^"]+)"|'([^']+)'|(\S+))""")
_NAMED = re.compile(r'"([^"\\\n]+)"')
_PACKAGE = re.compile(r"@[\w-]+/[\w-]+:")


def _referenced(searched: tuple[str, ...], known: dict[str, str], name: str) -> list[str]:
    """Return the templates that *name* includes, extends or imports itself; raises ``PlanError`` on a computed name."""
    source = read(searched, name).decode("utf-8", "replace")  # a font is a template, too: it refers to nothing
    found: list[str] = []
    if name.endswith(".typ"):
        return _named(known, name, source)
    for kind, double, single, computed in _USES.findall(source):
        if computed:
            said = _("templates/{name}: {kind} {computed} harus menyebut nama berkas dalam tanda kutip.")
            raise PlanError(said.format(name=name, kind=kind, computed=computed))
        found.append(double or single)
    return found


def _named(known: dict[str, str], name: str, source: str) -> list[str]:
    """Return the files that *name*, a template of Typst, may ask for; raises ``PlanError`` on a package.

    Typst has many ways to ask for a file: any text that names one beside the template counts as one of them.
    """
    texts, beside = _NAMED.findall(source), name.rpartition("/")[0]
    for package in filter(_PACKAGE.match, texts):
        said = _("templates/{name}: paket {package} tidak dapat dipakai, karena tidak ada yang diambil dari jaringan.")
        raise PlanError(said.format(name=name, package=package))
    return [path for text in texts if (path := f"{beside}/{text}") in known]


def read(searched: tuple[str, ...], name: str) -> bytes:
    """Return a template's own source, also for files that are copied as they are (a stylesheet)."""
    for folder in searched:
        path = Path(folder) / name
        if path.is_file():
            return path.read_bytes()
    raise PlanError(_("templates/{name} tidak ada.").format(name=name))


def closure(searched: tuple[str, ...], known: dict[str, str], name: str) -> dict[str, str]:
    """Return *name* and every template that it uses, directly or not, with their hashes.

    Names in a template must be literal: a computed one could not be followed, so it is refused (``PlanError``).
    (A template of Typst is given no file but these, so a computed name finds nothing.)
    """
    found: dict[str, str] = {}
    todo = [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found[current] = known.get(current, "")
            todo.extend(_referenced(searched, known, current))
    return found
