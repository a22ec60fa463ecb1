"""Who publishes to a target at this moment: one at a time, and a claim that nobody stands behind may be taken over."""

import json
import os
import socket
import time
from datetime import UTC, datetime
from typing import NamedTuple

from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.target import CLAIM, Target

STALE = 3_600
"""Seconds after which a claim counts for nothing; whoever holds one renews it long before."""

RENEWED = 600
"""Seconds after which a claim is written again."""


class Claim(NamedTuple):
    """Who publishes: a process (*pid*) on a computer (*host*), since *time* (seconds since 1970)."""

    host: str
    pid: int
    time: int


def ours(now: float) -> Claim:
    """Return a claim of this process."""
    return Claim(socket.gethostname(), os.getpid(), int(now))


def pack(claim: Claim) -> bytes:
    """Return *claim* as it is written down."""
    return json.dumps(claim._asdict(), sort_keys=True).encode()


def unpack(data: bytes) -> Claim:
    """Return the claim in *data*; one that cannot be read is as old as can be."""
    try:
        found = json.loads(data)
        host, pid, at = found["host"], found["pid"], found["time"]
    except (ValueError, KeyError, TypeError):
        return Claim("?", 0, 0)
    sound = isinstance(host, str) and host.isprintable() and type(pid) is int and type(at) is int
    return Claim(host[:100], pid, at) if sound else Claim("?", 0, 0)


def idle(claim: Claim, host: str, now: float, *, alive: bool) -> bool:
    """Whether nobody stands behind *claim*: it is too old, or its process on this *host* is not *alive*."""
    return now - claim.time > STALE or (claim.host == host and not alive)


def alive(pid: int) -> bool:
    """Whether a process of this computer has the number *pid*."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return pid > 0


class Hold:
    """The claim of this process on *target*."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._data = b""
        self._since = 0.0

    def take(self, *, force: bool = False) -> str:
        """Claim the target; returns a sentence where somebody's old claim was taken over, else nothing.

        Raises ``TargetError`` where somebody else publishes there; *force* takes any claim over.
        """
        self._renewed()
        found = self._target.claim(self._data)
        if found is None:
            return ""
        other = unpack(found)
        values = {"host": other.host, "pid": other.pid, "when": _when(other.time)}
        if not force and not idle(other, socket.gethostname(), time.time(), alive=alive(other.pid)):
            self._data = b""
            if other.time - time.time() > STALE:
                said = _(
                    "{host} mulai menerbitkan ke sini pada {when}, padahal belum sampai jam itu: jam salah satu "
                    "komputer keliru. Betulkan jamnya, lalu ulangi; kalau {host} tidak sedang menerbitkan, pakai "
                    "--ambil-alih."
                )
                raise TargetError(said.format(**values))
            said = _(
                "{host} sedang menerbitkan ke sini (proses {pid}, sejak {when}). Tunggu sampai selesai; kalau ia sudah "
                "berhenti, catatannya dapat diambil alih sejam kemudian, atau sekarang dengan --ambil-alih."
            )
            raise TargetError(said.format(**values))
        self._target.release()
        if self._target.claim(self._data) is not None:
            self._data = b""
            raise TargetError(_("Orang lain baru saja mulai menerbitkan ke sini. Coba lagi nanti."))
        return _("Penerbitan dari {host} (proses {pid}, {when}) terputus; diambil alih.").format(**values)

    def renew(self) -> None:
        """Write the claim again where it has grown old; raises ``TargetError`` where somebody has taken it over."""
        if time.time() - self._since < RENEWED:
            return
        if self._target.read(CLAIM) != self._data:
            self._data = b""
            said = _("Orang lain mengambil alih penerbitan ini, jadi berhenti di sini. Jalankan lagi nanti.")
            raise TargetError(said)
        self._renewed()
        self._target.write(CLAIM, self._data)

    def drop(self) -> None:
        """Give the claim back, where it is ours."""
        if self._data:
            self._data = b""
            self._target.release()

    def _renewed(self) -> None:
        self._since = time.time()
        self._data = pack(ours(self._since))


def _when(instant: int) -> str:
    try:
        return datetime.fromtimestamp(instant, UTC).astimezone().strftime("%Y-%m-%d %H.%M")
    except (OverflowError, ValueError, OSError):
        return "?"
