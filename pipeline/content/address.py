"""Where a file is published: its address follows from its path, and from nothing else."""

import re
from functools import lru_cache

from pipeline.content.moment import Moment
from pipeline.content.report import Report

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A name that already is a slug, so that slugify need not be asked (nor imported)."""

FOLDERS = ("content/stories/", "content/press/")
"""Where reports lie: those of activities, and press releases that stand for themselves or for several stories."""

STORY = re.compile(
    r"content/(?:stories|press)/(\d{4})/(0[1-9]|1[0-2])/([^/]+?)(?:/index)?\.md", re.IGNORECASE | re.ASCII
)

CLIPPING = re.compile(r"content/kliping/(\d{4})/(0[1-9]|1[0-2])/([^/]+?)\.md", re.IGNORECASE | re.ASCII)

RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?|.*[. ]", re.IGNORECASE | re.DOTALL)
"""Names that Windows refuses (learn.microsoft.com, "Naming Files, Paths, and Namespaces")."""

LONGEST = 120
"""Letters of a slug: photos and cards add up to 60 to it, and file systems end at 255 bytes."""


def is_report(path: str) -> bool:
    """Whether the file at *path* is, or should be, a report: one that has an address like ``2023/05/panen``."""
    return path.startswith(FOLDERS)


def slug(name: str) -> str:
    """Return *name* as part of an address: ``Panen Hidroponik!`` gives ``panen-hidroponik``; perhaps empty."""
    return name if SLUG.fullmatch(name) else _slugify(name)


@lru_cache(maxsize=4096)
def _slugify(name: str) -> str:
    from slugify import slugify  # noqa: PLC0415  most names already are slugs

    return slugify(name)


def story_address(path: str, date: Moment | None, report: Report) -> str | None:
    """Return the address of the story at *path* (``2023/05/panen``), or ``None`` with the reason noted.

    *date* is its ``tanggal`` where that could be read; it names the right folder of a misplaced file.
    """
    return _dated(STORY, path, date, report)


def clipping_address(path: str, date: Moment | None, report: Report) -> str | None:
    """Return the address of the clipping at *path* (``2026/11/kabar-desa-panen``), or ``None`` with the reason noted.

    *date* is the day on which it was printed; it names the right folder of a misplaced file.
    """
    return _dated(CLIPPING, path, date, report)


def _dated(form: re.Pattern[str], path: str, date: Moment | None, report: Report) -> str | None:
    found = form.fullmatch(path)
    if not found:
        report.add(1, "alamat-salah-folder", folder=_right_path(path, date))
        return None
    year, month, name = found.groups()
    part = _part(name, report)
    return None if part is None else f"{year}/{month}/{part}"


ADDRESS = re.compile(r"\d{4}/(?:0[1-9]|1[0-2])/[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def topic_slug(text: str) -> str:
    """Return the topic that *text* names, as a part of addresses (``Literasi anak`` gives ``literasi-anak``).

    Empty where it names none, or one that no page can have.
    """
    topic = slug(text)
    return topic if len(topic) <= LONGEST and not RESERVED.fullmatch(topic) else ""


def named_address(text: str) -> str | None:
    """Return the address of the story that a writer names: by its address, its path or its page's link; else ``None``.

    ``/2023/05/panen/``, ``content/stories/2023/05/panen.md`` (also in ``content/press/``) and
    ``https://kabar.desa.id/2023/05/panen/`` all give ``2023/05/panen``.
    """
    bare = re.sub(r"^(?:https?://[^/]+/(?:.*/)?(?=\d{4}/)|/?(?:content/)?(?:stories|press)/)", "", text.strip().lower())
    bare = re.sub(r"(?:/index)?\.(?:md|html)$", "", bare).strip("/").removesuffix("/index")
    return bare if ADDRESS.fullmatch(bare) else None


def library_slug(path: str, report: Report) -> str | None:
    """Return the slug of the library at *path* (``content/libraries/<slug>.md``), or ``None`` with the reason noted."""
    name = _inside(path, "content/libraries/")
    if "/" in name:
        report.add(1, "perpustakaan-salah-folder", folder=f"content/libraries/{name.rpartition('/')[2]}.md")
        return None
    return _part(name, report)


def page_address(path: str, report: Report) -> str | None:
    """Return the address of the free page at *path*: ``content/pages/a/b.md`` gives ``a/b``."""
    parts = [_part(name, report) for name in _inside(path, "content/pages/").split("/")]
    return "/".join(part for part in parts if part) if all(parts) else None


def record_address(path: str, folder: str, report: Report) -> str | None:
    """Return the name of the record at *path* below *folder* as one slug, or ``None`` with the reason noted.

    ``content/rencana/2026/waisastra.md`` gives ``2026-waisastra``.
    """
    parts = [_part(name, report) for name in _inside(path, folder).split("/")]
    return "-".join(part for part in parts if part) if all(parts) else None


def _inside(path: str, folder: str) -> str:
    """Return *path* without *folder*, ``.md`` and ``/index``."""
    name = re.sub(r"\.md$", "", path.removeprefix(folder), flags=re.IGNORECASE)
    return name.removesuffix("/index")


def _part(name: str, report: Report) -> str | None:
    """Return the slug of one file or folder *name*, or ``None`` with the reason noted."""
    part = slug(name)
    if RESERVED.fullmatch(name) or RESERVED.fullmatch(part):
        report.add(1, "nama-terlarang", name=name, example=f"{part or 'laporan'}-1".lower())
    elif not part:
        report.add(1, "nama-kosong", name=name)
    elif len(part) > LONGEST:
        report.add(1, "nama-terlalu-panjang", length=len(part), most=LONGEST, example=part[:40].rstrip("-"))
    else:
        return part
    return None


def _right_path(path: str, date: Moment | None) -> str:
    name = re.sub(r"/index\.md$", ".md", path, flags=re.IGNORECASE).rpartition("/")[2]
    folder = f"{date.day:%Y/%m}" if date else "<tahun>/<bulan>"
    home = next((home for home in (*FOLDERS, "content/kliping/") if path.startswith(home)), FOLDERS[0])
    return f"{home}{folder}/{name}"
