"""A report at work: who may see it, and what becomes of it, also in ``content/``."""

import tempfile
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline import regions
from pipeline.content.scalar import scalar
from pipeline.language import N_
from pipeline.newsroom import filing, stages
from pipeline.newsroom.access import Who, reaches
from pipeline.newsroom.answers import Answers, Sheet, carried, named, sheet
from pipeline.newsroom.audit import Line
from pipeline.newsroom.correction import is_small
from pipeline.newsroom.filing import INDEX
from pipeline.newsroom.office import Office
from pipeline.newsroom.opinion import Opinion, opinion
from pipeline.newsroom.reports import Report, Saved, Saving, Version
from pipeline.newsroom.stages import Act, Stage
from pipeline.production.check import Finding
from pipeline.production.draft import stamp_now
from pipeline.production.trial import findings

SOMEWHERE = "content/stories/2000/01/laporan/index.md"
"""The path of a report of which no month is known yet."""

MOVED = N_("Laporan ini baru saja berubah. Lihat lagi, lalu putuskan.")
HELD = N_("Belum dapat terbit: perbaiki dulu yang ditandai.")
FOREIGN = N_("Berkasnya di content/ diubah di luar ruang redaksi. Buka lagi dari sana, supaya tidak ada yang hilang.")


class Written(NamedTuple):
    """What came of saving: *fault* where nothing was kept (a sentence), else the version, and the report as it is."""

    report: Report | None = None
    saved: Saved | None = None
    fault: str = ""


class Decided(NamedTuple):
    """What came of a decision: *fault* where there was none, with what the checks *found*."""

    fault: str = ""
    found: tuple[Finding, ...] = ()


class Desk:
    """What *who* can do in *office*."""

    def __init__(self, office: Office, who: Who) -> None:
        self._office = office
        self._who = who

    # -- what is seen ------------------------------------------------------------------------------------------------

    def libraries(self) -> dict[str, str]:
        """Return the names of the libraries within reach, by slug."""
        known = self._office.libraries
        return {slug: one.name for slug, one in known.all().items() if reaches(self._who, known.place(slug))}

    def report(self, key: str) -> Report | None:
        """Return the report *key*, where it is within reach."""
        found = self._office.reports.one(key)
        return found if found is not None and self._reaches(found.library) else None

    def _reaches(self, library: str) -> bool:
        return reaches(self._who, self._office.libraries.place(library))

    def listed(self, *within: Stage, oldest: bool = False) -> list[Report]:
        """Return the reports within reach in the stages *within*."""
        return self._office.reports.of(tuple(self.libraries()), within, oldest=oldest)

    def acts(self, report: Report) -> tuple[Act, ...]:
        """Return what *who* may do with *report*."""
        return stages.acts(report.stage, editor=self._who.is_editor)

    def answers(self, report: Report, version: Version) -> Answers:
        """Return what *version* says, with the photos that are whole."""
        return named(version.answers, self._names(report.id))

    def _names(self, key: str) -> dict[str, str]:
        return {photo.key: photo.name for photo in self._office.uploads.of(key).values() if photo.whole}

    def opinion(self, report: Report, answers: Answers) -> Opinion:
        """Return what checks and coach say of *answers*."""
        path = report.path or self.target(report, answers)
        return opinion(path, answers, self._sheet(report, answers))

    def target(self, report: Report, answers: Answers) -> str:
        """Return the path at which *report* would be filed now."""
        title = answers.title or report.id
        return filing.target(self._office.room.root, title, sheet(answers, report.library).text)

    def _sheet(self, report: Report, answers: Answers) -> Sheet:
        return sheet(answers, report.library)

    def files(self, report: Report, answers: Answers) -> dict[str, bytes]:
        """Return all files of *answers* by name; the report's own is ``index.md``."""
        shots = {shot.name: self._office.uploads.data(report.id, shot.key) for shot in answers.photos}
        return shots | {INDEX: self._sheet(report, answers).text.encode()}

    # -- writing -----------------------------------------------------------------------------------------------------

    def save(self, key: str, library: str, editing: str, base: int, given: Answers) -> Written:
        """Keep *given*, whatever has become of the report meanwhile: nothing that was typed is turned away."""
        known = self._office.reports.one(key)
        where = known.library if known else library
        if not where or not self._reaches(where) or (known is None and where not in self._office.libraries.all()):
            return Written(fault=N_("Laporan ini bukan bagian Anda."))
        if not self._who.is_editor:
            before = self._office.reports.version(key, base) or (known and self._office.reports.latest(known)) or None
            given = carried(given, before.answers if before else None)
        stage = stages.after(known.stage, "ubah", editor=self._who.is_editor) if known else "draf"
        saving = Saving(self._who.id, editing, base, given)
        if known is not None and stage is None:
            # An editor is at work on it: what comes now stands beside, for the editor to see.
            saved = self._office.reports.aside(known, saving, at=self._office.now)
        else:
            saved = self._office.reports.save(key, where, saving, stage=stage or "draf", at=self._office.now)
        return Written(self._office.reports.one(key), saved)

    def settle(self, report: Report, beside: Version, saving: Saving) -> None:
        """Keep what was put together of the latest version of *report* and the one *beside* it."""
        if not self._who.is_editor:
            saving = saving._replace(answers=carried(saving.answers, self._office.reports.latest(report).answers))
        stage = stages.after(report.stage, "ubah", editor=self._who.is_editor) or report.stage
        self._office.reports.settle(report, beside.number, saving, stage=stage, at=self._office.now)

    def send(self, report: Report) -> str:
        """Hand *report* to the editors; returns why not, as a sentence (empty: it is with them, or was already)."""
        after = stages.after(report.stage, "kirim", editor=self._who.is_editor)
        if after is None:
            return ""
        version = self._office.reports.latest(report)
        answers = self.answers(report, version)
        if not answers.is_source and (lacks := next((ask for ask in LACKING if not answers.fields.get(ask)), "")):
            return LACKING[lacks]
        if after == "ralat" and self._may_correct(report, answers):
            return self.approve(report, "ralat-kecil").fault
        self._move(report, after, "dikirim")
        return ""

    def _may_correct(self, report: Report, answers: Answers) -> bool:
        """Whether a correction goes out at once."""
        filed = self._office.reports.version(report.id, report.filed)
        return self._who.trusted and filed is not None and is_small(self.answers(report, filed), answers)

    def discard(self, report: Report) -> bool:
        """Throw a draft away."""
        return stages.after(report.stage, "buang", editor=self._who.is_editor) is not None and self._move(
            report, "dibuang", "dibuang"
        )

    # -- deciding ----------------------------------------------------------------------------------------------------

    def take(self, report: Report) -> bool:
        """Begin to review *report*."""
        after = stages.after(report.stage, "tinjau", editor=self._who.is_editor)
        return after is not None and self._move(report, after, "ditinjau")

    def ask(self, report: Report, question: str) -> bool:
        """Give *report* back with a *question*."""
        after = stages.after(report.stage, "minta", editor=self._who.is_editor)
        return after is not None and self._move(report, after, "diminta", question, asked=question)

    def approve(self, report: Report, what: str = "disetujui") -> Decided:
        """Put the latest version of *report* into ``content/``, if nothing holds it back, and have it built."""
        editor = self._who.is_editor or what == "ralat-kecil"
        after = stages.after(report.stage, "setujui", editor=editor)
        if after is None:
            return Decided(MOVED)
        with self._office.filing:
            return self._filed(report, after, what) if self._is_as_seen(report) else Decided(MOVED)

    def _is_as_seen(self, report: Report) -> bool:
        now = self._office.reports.one(report.id)
        return now is not None and (now.stage, now.head) == (report.stage, report.head)

    def _filed(self, report: Report, after: Stage, what: str) -> Decided:
        version = self._office.reports.latest(report)
        answers = self.dated(report, self.answers(report, version))
        root = self._office.room.root
        path = report.path or self.target(report, answers)
        if not self._is_ours(report):
            return Decided(FOREIGN)
        files = self.files(report, answers)
        with tempfile.TemporaryDirectory(prefix="warta-ruang-") as trial:
            found = findings(self._office.room, Path(trial), path, files)
        if any(one.level == "error" for one in found):
            return Decided(HELD, found)
        self._put(report, path, files, version.number, self._filed_names(report) - set(files))
        self._move(report, after, what, f"v{version.number}", asked="")
        filing.commit(root, path, f"{answers.title or report.id} ({what})")
        self._office.works.ask()
        return Decided(found=found)

    def _put(self, report: Report, path: str, files: dict[str, bytes], version: int, gone: AbstractSet[str]) -> None:
        """Put *files* into ``content/``.

        That a file with this text is ours is known before it is there: cut off anywhere, doing it again mends it.
        """
        digest = filing.digest(files[INDEX].decode())
        self._office.reports.file(report.id, path, report.filed, f"{report.digest} {digest}".strip())
        filing.put(self._office.room.root, path, files, gone)
        self._office.reports.file(report.id, path, version, digest)

    def dated(self, report: Report, answers: Answers) -> Answers:
        """Return *answers* with the instant from which the report may be seen: now, where nobody said otherwise."""
        if answers.is_source or answers.fields.get("terbit_pada"):
            return answers
        library = self._office.libraries.all().get(report.library)
        zone = regions.zone_of(library.region if library else "")
        stamp = stamp_now(datetime.fromtimestamp(self._office.now, UTC), zone)
        return Answers(answers.fields | {"terbit_pada": stamp}, answers.photos)

    def withdraw(self, report: Report, reason: str) -> str:
        """Take *report* down: a page that says so stays at its address. Returns why not, as a sentence."""
        after = stages.after(report.stage, "tarik", editor=self._who.is_editor)
        if after is None:
            return MOVED
        with self._office.filing:
            if not self._is_as_seen(report) or not self._is_ours(report):
                return FOREIGN
            text = withdrawn((self._office.room.root / report.path).read_text("utf-8"), reason)
            self._put(report, report.path, {INDEX: text.encode()}, report.filed, frozenset())
            self._move(report, after, "ditarik", reason)
        filing.commit(self._office.room.root, report.path, f"{report.id} (ditarik)")
        self._office.works.ask()
        return ""

    def _is_ours(self, report: Report) -> bool:
        """Whether the file of *report* is as the newsroom put it there, or not there yet."""
        path = self._office.room.root / report.path
        if not report.path or (not report.filed and not path.exists()):
            return True
        try:
            return filing.digest(path.read_text("utf-8")) in report.digest.split()
        except (OSError, ValueError):
            return False

    def _filed_names(self, report: Report) -> set[str]:
        """Return the names of the photos that lie in ``content/`` for *report*."""
        filed = self._office.reports.version(report.id, report.filed) if report.filed else None
        return {shot.name for shot in self.answers(report, filed).photos} if filed else set()

    def _move(self, report: Report, stage: Stage, what: str, detail: str = "", *, asked: str | None = None) -> bool:
        line = Line(self._office.now, self._who.id, what, report.id, detail)
        return self._office.reports.move(report, stage, line, asked=asked)


LACKING = {
    "judul": N_("Tulis judulnya dulu."),
    "apa": N_("Ceritakan dulu apa yang terjadi."),
    "tanggal": N_("Isi dulu kapan kegiatannya."),
}
"""What a report cannot be sent without, and what is said where it lacks."""


def withdrawn(text: str, reason: str) -> str:
    """Return the file *text* of a report that is taken down because of *reason*."""
    head, mark, rest = text.partition("\n---")
    lines = [line for line in head.split("\n") if not line.startswith(("status:", "tarik_alasan:"))]
    said = [f"tarik_alasan: {scalar(reason)}"] if reason.strip() else []
    return "\n".join([*lines, "status: tarik", *said]) + mark + rest


def missing(found: Sequence[Finding]) -> list[Finding]:
    """Return what holds a report back, of what the checks *found*."""
    return [one for one in found if one.level == "error"]
