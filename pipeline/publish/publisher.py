"""Carries a plan out on a target, so that it can be cut off anywhere and gone on with.

Three records on the target make that sure. The manifest says what lies there when nothing is going on. The status
names, before anything moves, every path that a run may touch: whoever comes after a run that was cut off trusts the
manifest for all others and sends those again. The claim keeps two from publishing at once.
"""

import secrets
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import NamedTuple

from pipeline.errors import TargetError, UsageError
from pipeline.language import _
from pipeline.publish import manifest as records
from pipeline.publish.claim import Hold
from pipeline.publish.manifest import UNKNOWN, Entry, Manifest, Status
from pipeline.publish.memory import Memory, Progress
from pipeline.publish.plan import CAP, Plan, Stage, plan
from pipeline.publish.target import MANIFEST, STATUS, Item, Target

BATCH = 400
"""Files that are handed to a target at once; between them the claim is renewed."""


class Wish(NamedTuple):
    """What is to lie on the target.

    *taken* has the signs of all that is taken down, each with the folders of the addresses that it concerns.
    """

    items: Mapping[str, Item]
    taken: Mapping[str, Collection[str]]

    @property
    def manifest(self) -> Manifest:
        """What the target's manifest says in the end."""
        files = {path: Entry(item.hash, item.size) for path, item in self.items.items()}
        return Manifest(files, frozenset(self.taken))


class There(NamedTuple):
    """What was found on the target. *foreign*: there are files, and no manifest knows them."""

    manifest: Manifest | None
    status: Status
    files: Mapping[str, Entry]
    foreign: bool
    changed: bool
    """Somebody else published there since this computer did."""

    resumed: bool
    """A run was cut off there."""


class Tell(NamedTuple):
    """Who hears of it: *note* of sentences, *step* of stage, files and bytes that are done, and of how many."""

    note: Callable[[str], None] = lambda _: None
    step: Callable[[Stage, int, int, int, int], None] = lambda *_: None


class Orders(NamedTuple):
    """What was asked for: *part* of the files there may be deleted; *force*: take over what others left there."""

    part: float = CAP
    force: bool = False
    objection: Callable[[There], None] = lambda _: None
    """Raises ``UsageError`` where what is there must not become what is here."""


class Outcome(NamedTuple):
    """What was done: the plan, bytes sent, and the generation that lies there now."""

    plan: Plan
    sent: int
    generation: str
    there: There


def look(target: Target, memory: Memory, *, force: bool = False) -> There:
    """Find out what lies on *target*, asking as little as possible; *force*: damaged records count as none."""
    try:
        return _seen(target, memory)
    except TargetError:
        if not force:
            raise
        return There(None, Status(), {}, foreign=True, changed=False, resumed=False)


def _seen(target: Target, memory: Memory) -> There:
    noted = None if target.transactional else target.read(STATUS)
    status = Status() if noted is None else records.unpack_status(noted)
    remembered = memory.generation
    manifest = None
    if remembered and status.generation == remembered and not status.dirty:
        manifest = memory.manifest()
    if manifest is None:
        data = target.read(MANIFEST)
        manifest = None if data is None else records.unpack(data)
    foreign = manifest is None and not status.dirty and not target.empty()
    files: dict[str, Entry] = dict(manifest.files) if manifest else {}
    done = memory.progress(status.run) if status.run else {}
    for path in status.dirty:
        entry = done.get(path, UNKNOWN)
        if entry is None:
            files.pop(path, None)
        else:
            files[path] = entry
    changed = bool(remembered) and manifest is not None and manifest.generation != remembered and not status.run
    return There(manifest, status, files, foreign=foreign, changed=changed, resumed=bool(status.dirty))


def planned(wish: Wish, there: There) -> Plan:
    """Return what must happen for *there* to become what *wish* says."""
    before = there.manifest.taken if there.manifest else frozenset()
    folders = {folder for sign, concerned in wish.taken.items() if sign not in before for folder in concerned}
    here = wish.manifest.files
    return plan(there.files, here, sorted(folders), lambda path: wish.items[path].source.read_bytes())


def rehearse(target: Target, memory: Memory, wish: Wish, *, force: bool = False) -> tuple[Plan, There]:
    """Return what a publication would do, without doing it."""
    target.open()
    try:
        there = look(target, memory, force=force)
        return planned(wish, there), there
    finally:
        target.close()


def publish(target: Target, memory: Memory, wish: Wish, orders: Orders, tell: Tell) -> Outcome:
    """Make *target* hold what *wish* says.

    Raises ``TargetError`` where the target fails or is somebody else's, ``UsageError`` where more would be deleted than
    *orders* allow; what was taken down is gone by then.
    """
    target.open()
    try:
        hold = Hold(target)
        if not target.transactional and (said := hold.take(force=orders.force)):
            tell.note(said)
        try:
            return _Run(target, memory, wish, orders, tell, hold).go()
        finally:
            with suppress(TargetError):  # whatever went wrong is told; an old claim can be taken over
                hold.drop()
    finally:
        target.close()


class _Run:
    """One publication, with the target claimed."""

    def __init__(
        self, target: Target, memory: Memory, wish: Wish, orders: Orders, tell: Tell, hold: Hold
    ) -> None:  # fmt: skip
        self._target = target
        self._memory = memory
        self._wish = wish
        self._orders = orders
        self._tell = tell
        self._hold = hold
        self._done = 0
        self._sent = 0

    def go(self) -> Outcome:
        """Do all of it."""
        there = look(self._target, self._memory, force=self._orders.force)
        self._told(there)
        self._orders.objection(there)
        whole = planned(self._wish, there)
        refused = whole.too_many(self._orders.part)
        chosen = whole.urgent if refused else whole
        files = dict(there.files)
        taken = frozenset(self._wish.taken) | (there.manifest.taken if refused and there.manifest else frozenset())
        if chosen.steps or (not refused and self._differs(there)):
            self._carry_out(chosen, there, files)
            self._settle(files, taken)
        elif not refused and self._memory.generation != self._wish.manifest.generation:
            self._memory.remember(self._wish.manifest)
        if refused:
            raise UsageError(_refusal(whole, chosen))
        return Outcome(whole, self._sent, self._wish.manifest.generation, there)

    def _differs(self, there: There) -> bool:
        same = there.manifest is not None and there.manifest.generation == self._wish.manifest.generation
        return not same or bool(there.status.dirty)

    def _told(self, there: There) -> None:
        if there.foreign and not self._orders.force:
            raise TargetError(
                _(
                    "{label} sudah berisi berkas yang tidak diterbitkan warta, jadi tidak disentuh. Pilih tempat yang "
                    "kosong, atau pakai --ambil-alih: berkas bernama sama diganti, yang lain dibiarkan."
                ).format(label=self._target.label)
            )
        if there.changed:
            self._tell.note(_("Orang lain menerbitkan ke sini sejak terakhir kali; isinya yang sekarang dibandingkan."))
        if there.resumed:
            self._tell.note(_("Penerbitan sebelumnya terputus; dilanjutkan."))

    def _carry_out(self, chosen: Plan, there: There, files: dict[str, Entry]) -> None:
        run = secrets.token_hex(8)
        touched = {path for step in chosen.steps for path in step.paths}
        before = self._memory.progress(there.status.run) if there.status.run else {}
        known = {path: entry for path, entry in before.items() if path not in touched}
        progress = self._memory.begin(run, known)
        try:
            if not self._target.transactional:
                status = Status(there.status.generation, run, there.status.dirty | touched)
                self._target.write(STATUS, records.pack_status(status))
            self._steps(chosen, files, progress)
        finally:
            progress.close()

    def _steps(self, chosen: Plan, files: dict[str, Entry], progress: Progress) -> None:
        count = chosen.puts + chosen.deletes
        puts = (path for step in chosen.steps if step.act == "put" for path in step.paths)
        total = sum(self._wish.items[path].size for path in puts)

        for step in chosen.steps:

            def put(item: Item, stage: Stage = step.stage) -> None:
                files[item.path] = Entry(item.hash, item.size)
                progress.note(item.path, files[item.path])
                self._sent += item.size
                self._done += 1
                self._tell.step(stage, self._done, count, self._sent, total)

            def delete(path: str, stage: Stage = step.stage) -> None:
                files.pop(path, None)
                progress.note(path, None)
                self._done += 1
                self._tell.step(stage, self._done, count, self._sent, total)

            for at in range(0, len(step.paths), BATCH):
                batch = step.paths[at : at + BATCH]
                if step.act == "put":
                    self._target.put([self._wish.items[path] for path in batch], put)
                else:
                    self._target.delete(batch, delete)
                if not self._target.transactional:
                    self._hold.renew()

    def _settle(self, files: Mapping[str, Entry], taken: frozenset[str]) -> None:
        """Write down what lies there now; what is still unknown stays named in the status."""
        manifest = Manifest({path: entry for path, entry in files.items() if entry != UNKNOWN}, taken)
        unknown = frozenset(path for path, entry in files.items() if entry == UNKNOWN)
        self._target.finish(records.pack(manifest))
        if not self._target.transactional:
            status = Status(manifest.generation, secrets.token_hex(8) if unknown else "", unknown)
            self._target.write(STATUS, records.pack_status(status))
        self._memory.remember(manifest)


def _refusal(whole: Plan, done: Plan) -> str:
    said = _(
        "{number} dari {all} berkas di sana akan terhapus, lebih dari batasnya: tidak diterbitkan. Yang pertama: "
        "{first}. Kalau memang begitu maksudnya, ulangi dengan --hapus {part}% atau --hapus semua."
    ).format(
        number=len(whole.lost), all=whole.known, first=", ".join(whole.lost[:3]),
        part=min(100, -(-100 * len(whole.lost) // max(1, whole.known))),
    )  # fmt: skip
    return f"{said} {_('Yang ditarik sudah diturunkan.')}" if done.steps else said
