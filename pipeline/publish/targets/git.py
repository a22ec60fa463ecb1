"""A branch of a git repository, from which a host makes pages: one commit without history, pushed as a whole.

Only the program ``git`` is needed. It keeps its own credentials (helpers, an agent for SSH) and never asks for them
here. What is unchanged costs nothing: trees and files are made in a bare repository of our own, and git sends what the
other side lacks. The push holds only where the branch still is what was seen (``--force-with-lease``).
"""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.config import Terbit
from pipeline.errors import TargetError
from pipeline.language import N_, _
from pipeline.publish.target import MANIFEST, RECORDS, Item

BRANCH = "gh-pages"
"""Where none is named; Codeberg's is ``pages``."""

SEEN = "refs/warta/seen"
"""The commit that lies on the branch, as far as we know: it keeps its files from being cleared away here."""

PLAIN = ".nojekyll"
"""Tells GitHub to take files as they are."""

WAITS = (1.0, 4.0)
"""Seconds before the other side is asked again, after what passes."""

_ADDRESS = re.compile(
    r"(?:https?|ssh|git|file)://[^\s]+|\w[\w.-]*@\w[\w.-]*:[^\s:]+|/[^\s]*|\.{1,2}/[^\s]*|[A-Za-z]:[\\/][^\s]*"
)
"""No option of git, and none of its helpers that run commands (``ext::``)."""


def make(name: str, section: Terbit) -> "Branch":  # noqa: ARG001  every kind is made from both
    """Return the target that *section* describes; its folder is that of our own repository."""
    return Branch(section.alamat, section.cabang or BRANCH, Path(section.folder))


class Branch:
    """The branch *branch* of the repository at *address*; *cache* is our own bare repository."""

    transactional = True

    def __init__(self, address: str, branch: str, cache: Path) -> None:
        self.label = f"{re.sub(r'//[^/@]*@', '//', address)} ({branch})"
        self._address = address
        self._branch = branch
        self._cache = cache
        self._waits = WAITS
        self._ssh: dict[str, str] = {}
        self._there = ""
        self._items: list[Item] = []
        self._gone: list[str] = []

    # -- the connection ------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Ask where the branch is; nothing else is asked of the other side where we know that commit."""
        self._items.clear()
        self._gone.clear()
        if shutil.which("git") is None:
            raise TargetError(
                _("Program git tidak ada di komputer ini. Pasang dulu (Debian: apt install git), lalu ulangi.")
            )
        if not _ADDRESS.fullmatch(self._address):
            said = _('alamat = "{address}" bukan alamat repositori git. Tulis misalnya: git@github.com:desa/kabar.git')
            raise TargetError(said.format(address=self._address))
        if self._branch.startswith("-") or self._tried("check-ref-format", "--branch", self._branch).returncode:
            said = _('cabang = "{branch}" bukan nama cabang git. Tulis misalnya: cabang = "gh-pages"')
            raise TargetError(said.format(branch=self._branch))
        if not (self._cache / "HEAD").exists():
            self._cache.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare", where=self._cache)
            (self._cache / "info").mkdir(exist_ok=True)
            (self._cache / "info" / "attributes").write_text(_PACKED, "ascii")
        # Somebody who told git how to call ssh (a key for this host) is not overruled.
        told = self._tried("config", "--get", "core.sshCommand").stdout.strip()
        self._ssh = {} if told else {"GIT_SSH_COMMAND": _SSH}
        self._there = self._lies()

    def _lies(self) -> str:
        """Return the commit that lies on the branch."""
        found = self._remote("ls-remote", "--", self._address, f"refs/heads/{self._branch}")
        return found.partition("\t")[0].strip()

    def close(self) -> None:
        """Nothing is held."""

    def read(self, name: str) -> bytes | None:
        """Return a record of the commit that lies there."""
        if not self._there:
            return None
        self._fetch()
        if self._tried("cat-file", "-e", f"{self._there}:{RECORDS}/{name}").returncode:
            return None
        return self._run("cat-file", "blob", f"{self._there}:{RECORDS}/{name}")

    def _fetch(self) -> None:
        """Get the commit that lies there, unless it is one of ours."""
        if not self._tried("cat-file", "-e", f"{self._there}^{{commit}}").returncode:
            return
        ref = f"+refs/heads/{self._branch}:{SEEN}"
        self._remote("fetch", "--quiet", "--depth=1", "--no-tags", "--no-write-fetch-head", "--", self._address, ref)

    def write(self, name: str, data: bytes) -> None:
        """Do nothing: what is replaced as a whole needs no record but its manifest."""

    def claim(self, data: bytes) -> bytes | None:
        """Claim nothing: of two who push, the second one is refused."""

    def release(self) -> None:
        """Nothing was claimed."""

    def empty(self) -> bool:
        """Whether there is no such branch."""
        return not self._there

    # -- what is brought there -----------------------------------------------------------------------------------------

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Note what is new."""
        for item in items:
            self._items.append(item)
            done(item)

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Note what goes."""
        for path in paths:
            self._gone.append(path)
            done(path)

    def finish(self, manifest: bytes) -> None:
        """Make one commit of everything and push it; what was there and is not ours stays (``CNAME``)."""
        tree = self._tree(manifest)
        said = "Situs diterbitkan dengan warta"
        commit = self._git("commit-tree", tree, "-m", said, environment=_AUTHOR).strip()
        if self._there:
            # Commits without history share nothing in git's eyes, and all files would be sent again. Where a repository
            # is shallow, git looks at the files of the commit that lies there, too (pack-objects --shallow).
            (self._cache / "shallow").write_text(f"{self._there}\n", "ascii")
        lease = f"--force-with-lease=refs/heads/{self._branch}:{self._there}"
        try:
            self._remote("push", "--quiet", lease, "--", self._address, f"{commit}:refs/heads/{self._branch}")
        except TargetError:
            if not self._arrived(commit):
                raise
        self._there = commit
        self._git("update-ref", SEEN, commit)
        self._clear()

    def _arrived(self, commit: str) -> bool:
        """Whether a push arrived whose answer was lost."""
        try:
            return self._lies() == commit
        except TargetError:
            return False

    def _tree(self, manifest: bytes) -> str:
        """Return the name of the tree: the one that lies there, without what goes, with what is new."""
        index = {"GIT_INDEX_FILE": f"{self._cache / 'index.warta'}"}
        Path(index["GIT_INDEX_FILE"]).unlink(missing_ok=True)
        if self._there:
            self._fetch()
            self._git("read-tree", self._there, environment=index)
        sources = "".join(f"{item.source}\n" for item in self._items).encode()
        blobs = self._run("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=sources).decode().split()
        lines = [f"0 {'0' * 40}\t{path}" for path in self._gone]
        lines += (f"100644 {blob}\t{item.path}" for item, blob in zip(self._items, blobs, strict=True))
        lines += (f"100644 {self._blob(data)}\t{path}" for path, data in (
            (PLAIN, b""), (f"{RECORDS}/{MANIFEST}", manifest),
        ))  # fmt: skip
        self._run(
            "update-index",
            "-z",
            "--index-info",
            stdin="".join(f"{line}\0" for line in lines).encode(),
            environment=index,
        )
        return self._git("write-tree", environment=index).strip()

    def _blob(self, data: bytes) -> str:
        return self._run("hash-object", "-w", "--no-filters", "--stdin", stdin=data).decode().strip()

    def _clear(self) -> None:
        """Forget here what no longer lies there: it may have been taken down. The host clears up when it likes."""
        if any((self._cache / "objects" / "pack").glob("*.pack")):
            self._tried("repack", "-a", "-d", "-q")
        self._tried("prune", "--expire=now")

    # -- the program ---------------------------------------------------------------------------------------------------

    def _remote(self, *words: str) -> str:
        """Ask the other side, and again after what passes; what is asked does no harm twice."""
        for wait in self._waits:
            ran = self._tried(*words)
            if not ran.returncode:
                return ran.stdout.decode("utf-8", "replace")
            if not _PASSING.search(ran.stderr):
                raise TargetError(_failed(ran.stderr.decode("utf-8", "replace"), self.label))
            time.sleep(wait)
        return self._git(*words)

    def _git(self, *words: str, where: Path | None = None, environment: Mapping[str, str] | None = None) -> str:
        return self._run(*words, where=where, environment=environment).decode("utf-8", "replace")

    def _run(
        self, *words: str, stdin: bytes = b"", where: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> bytes:
        """Run git and return what it prints; raises ``TargetError`` with a sentence where it fails."""
        ran = self._tried(*words, stdin=stdin, where=where, environment=environment)
        if ran.returncode:
            raise TargetError(_failed(ran.stderr.decode("utf-8", "replace"), self.label))
        return ran.stdout

    def _tried(
        self, *words: str, stdin: bytes = b"", where: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        clean = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
        clean = self._ssh | clean | _QUIET | dict(environment or {})
        place = ["-C", f"{where}"] if where else ["--git-dir", f"{self._cache}"]
        return subprocess.run(
            [shutil.which("git") or "git", *_OPTIONS, *place, *words],
            input=stdin,
            capture_output=True,
            check=False,
            env=clean,
        )


_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15"
"""Never asks; a connection that is gone is noticed."""

_PACKED = "".join(f"*.{end} -delta\n" for end in ("webp", "jpg", "png", "woff2", "zip", "pdf", "gz"))
"""Files that are packed already: looking for likenesses among them takes long and finds none."""

_PASSING = re.compile(
    rb"timed out|Connection (?:reset|closed|refused)|early EOF|hung up|unexpected disconnect|RPC failed|error: 5\d\d|"
    rb"Temporary failure|Broken pipe"
)
"""What git says where asking again may help."""

_OPTIONS = (
    "-c", f"core.hooksPath={os.devnull}", "-c", "protocol.ext.allow=never", "-c", "gc.auto=0",
    "-c", "core.autocrlf=false", "-c", "core.quotePath=false",
    "-c", "http.lowSpeedLimit=100", "-c", "http.lowSpeedTime=60",
)  # fmt: skip
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_ADVICE": "0"}
_MISLEADING = frozenset(("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"))
"""Variables that lead git elsewhere, as in its own hooks."""

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "warta"), ("EMAIL", "warta@localhost"))
}

_FAULTS: tuple[tuple[str, str], ...] = (
    (
        r"stale info|fetch first|non-fast-forward|remote ref .*changed|cannot lock ref",
        N_("Orang lain menerbitkan ke {label} pada saat yang sama. Situsnya tetap utuh; jalankan lagi."),
    ),
    (
        r"No space left|quota|disk full|exceeds|too large|maximum .*size",
        N_("{label} penuh, atau ada berkas yang terlalu besar baginya ({reason}). Situs yang lama tetap utuh."),
    ),
    (
        r"Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED",
        N_(
            "Kunci server {label} belum dikenal, atau berubah. Sambungkan sekali dengan ssh dari terminal, cocokkan "
            "sidiknya dengan yang diumumkan penyedianya, lalu ulangi."
        ),
    ),
    (
        r"Authentication failed|not read (?:User|Pass)|prompts disabled|Permission denied|\b40[13]\b|access denied",
        N_(
            "{label} menolak kredensial git ({reason}). Coba dulu git push dari terminal: kunci SSH atau sandinya "
            "disimpan git sendiri, bukan di site.toml. Situs yang lama tetap utuh."
        ),
    ),
    (
        r"not found|does not appear to be a git repository|No such file or directory|\b404\b|not a git repository",
        N_("Tidak ada repositori git di {label}. Periksa alamat di site.toml, dan buat dulu repositorinya."),
    ),
    (
        r"hook declined|protected branch|\[remote rejected\]|denied",
        N_("{label} menolak pengiriman ini ({reason}). Periksa aturan cabangnya. Situs yang lama tetap utuh."),
    ),
    (
        r"Could not resolve|unable to access|Connection|timed out|early EOF|hung up|disconnect|Broken pipe|Network|SSL",
        N_("Sambungan ke {label} gagal atau putus ({reason}). Situs yang lama tetap utuh; ulangi nanti."),
    ),
)
"""What git says (in English, for we ask it to), and what we say of it; the first that fits."""


def _failed(told: str, label: str) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    weighty = [line for line in lines if re.match(r"(?:remote:|fatal:|error:|!|ssh:)", line)] or lines or ["?"]
    for pattern, said in _FAULTS:
        found = next((line for line in weighty if re.search(pattern, line, re.IGNORECASE)), None)
        if found is not None:
            return _(said).format(label=label, reason=_short(found))
    said = _("git gagal di {label}: {reason}. Situs yang lama tetap utuh.")
    return said.format(label=label, reason=_short(weighty[-1]))


def _short(line: str) -> str:
    """Return what git said, without its marks and without credentials in addresses."""
    plain = re.sub(r"//[^/@\s]*@", "//", re.sub(r"^(?:remote:|fatal:|error:|!)\s*", "", line))
    return plain[:160].rstrip(".")
