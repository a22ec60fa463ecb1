"""The net beneath the gate: bytes that are about to be published, judged by what is public."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from pipeline import config
from pipeline.archive.private import Care, mark, marks, public
from pipeline.archive.store import Store
from pipeline.build.engine import Objection
from pipeline.build.workbench import Done
from pipeline.language import N_, _
from pipeline.safety.finding import Kind
from pipeline.safety.numbers import SHOWN
from pipeline.safety.published import Seen

INSPECTOR = "pipeline.safety.published:seen"
"""What workers look at every file with."""

_NUMBER = re.compile(r"\d(?:[\s.-]?\d){4,}")

WRITTEN = (".html", ".txt", ".xml", ".svg", ".typ", ".css", ".js")
"""Ends of the names of templates."""

CALLED = {
    "nik": N_("NIK"), "kk": N_("nomor kartu keluarga"), "npwp": N_("NPWP"), "nip": N_("NIP"), "nisn": N_("NISN"),
    "bpjs": N_("nomor BPJS"), "akta": N_("nomor akta kelahiran"), "paspor": N_("nomor paspor"), "sim": N_("nomor SIM"),
    "plat": N_("pelat nomor kendaraan"), "kartu": N_("nomor kartu bank"), "telepon": N_("nomor telepon"),
    "surel": N_("alamat surel"), "rekening": N_("nomor rekening"), "metadata": N_("catatan kamera"),
}  # fmt: skip
"""What is looked for, in words."""

FEWEST = 8
"""Digits of a number that may be found with more around it."""


class Net:
    """Judges what was seen in files that were made, for the newsroom at *root*.

    Public is what the archive holds for public, what somebody marked safe in a report, and what the owner wrote into
    the settings or templates.
    """

    def __init__(self, store: Store, care: Care, root: Path) -> None:
        self._store = store
        self._care = care
        self._root = root

    def objection(self, done: Done) -> Objection | None:
        """Return why the output *done* may not be published, ``None`` where it may."""
        for name, one in done.seen:
            if not self._known(one):
                what = one.text if one.kind == "metadata" else f"{one.text[:SHOWN]}…"
                said = _('{path} memuat {kind} "{what}", yang lolos dari pemeriksaan laporannya')
                text = said.format(path=done.path + name, kind=_(CALLED[one.kind]), what=what)
                return Objection(text, tuple(self._blamed(one)))
        return None

    def _blamed(self, one: Seen) -> Iterator[str]:
        """Yield the files of the stories that say what was seen, or the greater part of it.

        A list belongs to no story: were nobody blamed, one report could keep the whole site from being built.
        """
        wanted = re.sub(r"\D", "", one.text) or one.text
        for entry in self._store.entries():
            said = entry.story.title, entry.story.summary, entry.story.place, *entry.story.topics, entry.story.address
            numbers = (re.sub(r"\D", "", found) for text in said for found in _NUMBER.findall(text))
            if one.text in said or any(number in wanted or wanted in number for number in numbers):
                yield entry.story.path

    def _known(self, one: Seen) -> bool:
        if one.kind == "metadata":
            return False
        kind: Kind = one.kind  # type: ignore[assignment]  # all but metadata
        own = mark(kind, one.text)
        return own in self._public or (
            own.isdigit()
            and any(known in own or own in known for known in self._numbers if min(len(known), len(own)) >= FEWEST)
        )

    @cached_property
    def _public(self) -> frozenset[str]:
        """Looked up when something was seen: by then all that was read is entered."""
        safe = {mark(found.kind, found.text) for found in self._store.excepted()}
        own = frozenset().union(*map(marks, self._owned()))
        return public(self._care, self._store.profiles()) | safe | own

    @cached_property
    def _numbers(self) -> list[str]:
        return [known for known in self._public if known.isdigit()]

    def _owned(self) -> Iterable[str]:
        """Yield what the owner wrote: settings and templates."""
        templates = sorted((self._root / "templates").rglob("*"))
        for path in (self._root / config.PATH, *(path for path in templates if path.suffix in WRITTEN)):
            if path.is_file():
                yield path.read_text("utf-8", "replace")
