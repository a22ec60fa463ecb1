"""A branch of a real repository: what lies there, what it costs, and what is said where it fails."""

import subprocess
from pathlib import Path

import pytest

from pipeline.errors import TargetError
from pipeline.publish.targets.git import Branch
from tests.publish.conftest import Desk
from tests.publish.sites import site

BRANCH = "refs/heads/gh-pages"


def git(repository: Path, *words: str) -> str:
    ran = subprocess.run(["git", "--git-dir", repository, *words], capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.fixture
def host(quick_path) -> Path:
    """The repository of a host."""
    path = quick_path / "kabar.git"
    subprocess.run(["git", "init", "--quiet", "--bare", path], check=True)
    return path


@pytest.fixture
def computer(quick_path, host):
    """Return a computer by its name, which publishes to that repository."""

    def made(name: str, branch: str = "gh-pages", address: str = "") -> Desk:
        root = quick_path / name

        def target() -> Branch:
            made = Branch(address or host.as_uri(), branch, root / "cabang.git")
            made._waits = (0.0, 0.0)
            return made

        return Desk(root, target)

    return made


def lying(host: Path) -> dict[str, bytes]:
    """Return what readers get: every file of the branch but warta's records and its own mark."""
    found = {}
    for line in git(host, "ls-tree", "-r", BRANCH).splitlines():
        name, _, path = line.split(" ", 2)[2].partition("\t")
        assert line.startswith("100644 blob ")
        if not path.startswith((".warta/", ".nojekyll")):
            found[path] = subprocess.run(
                ["git", "--git-dir", host, "cat-file", "blob", name], capture_output=True, check=True
            ).stdout
    return found


def test_the_branch_is_one_commit_with_the_site_and_a_mark(computer, host):
    desk = computer("satu")
    for number in (3, 2):
        desk.publish(site(range(number)), part=1.0)
        assert lying(host) == site(range(number))
        assert git(host, "rev-list", "--count", BRANCH).strip() == "1"
    assert ".nojekyll" in git(host, "ls-tree", "--name-only", BRANCH)
    assert git(host, "log", "-1", "--format=%an %ae", BRANCH).strip() == "warta warta@localhost"


def test_the_same_site_again_makes_no_commit_and_asks_where_the_branch_is(computer, host, monkeypatch):
    desk = computer("satu")
    desk.publish(site(range(3)))
    before = git(host, "rev-parse", BRANCH)
    asked = []
    tried = Branch._tried
    monkeypatch.setattr(
        Branch, "_tried", lambda self, *words, **more: asked.append(words[0]) or tried(self, *words, **more)
    )
    desk.publish(site(range(3)))
    assert git(host, "rev-parse", BRANCH) == before
    assert [word for word in asked if word in ("ls-remote", "fetch", "push")] == ["ls-remote"]


def test_one_story_changed_sends_little(computer, host):
    """What the push carries is counted by the host: new objects, and no others."""
    desk = computer("satu")
    desk.publish(site(range(200)))
    git(host, "config", "receive.unpackLimit", "1")  # what comes is kept as a pack, to be counted
    before = {*(host / "objects/pack").glob("*.pack")}
    files = site(range(200)) | {"2026/11/kabar-7/index.html": b"<p>baru"}
    desk.publish(files)
    assert lying(host) == files
    (pack,) = {*(host / "objects/pack").glob("*.pack")} - before
    listed = git(host, "verify-pack", "-v", f"{pack.with_suffix('.idx')}").splitlines()
    kinds = [line.split()[1] for line in listed if line[:1].isalnum() and line.split()[1] in ("blob", "tree", "commit")]
    # The commit, page and manifest, the folders above them, and what git packs them against: not 800 files.
    assert len(kinds) < 20
    assert kinds.count("commit") == 1
    assert pack.stat().st_size < 60_000


def test_another_computer_goes_on_from_what_lies_there(computer, host):
    computer("satu").publish(site(range(3)))
    other = computer("dua")
    other.publish(site(range(4)))
    assert lying(host) == site(range(4))
    first = computer("satu")
    first.publish(site(range(5)))
    assert lying(host) == site(range(5))
    assert any("Orang lain" in said for said in first.told)


def test_what_others_left_there_is_touched_only_when_taken_over_and_a_domain_stays(computer, host, quick_path):
    work = quick_path / "kerja"
    subprocess.run(["git", "clone", "-q", host, work], check=True, capture_output=True)
    (work / "CNAME").write_text("kabar.desa.id\n")
    (work / "index.html").write_text("lama")
    for words in (
        ["checkout", "-q", "-b", "gh-pages"], ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "lama"], ["push", "-q", "origin", "gh-pages"],
    ):  # fmt: skip
        subprocess.run(["git", "-C", work, *words], check=True, capture_output=True)
    desk = computer("satu")
    with pytest.raises(TargetError, match="--ambil-alih"):
        desk.publish(site(range(2)))
    desk.publish(site(range(2)), force=True)
    assert lying(host) == site(range(2)) | {"CNAME": b"kabar.desa.id\n"}
    assert git(host, "rev-list", "--count", BRANCH).strip() == "1"


def test_two_at_once_the_second_is_refused_and_the_first_stays_whole(computer, host, monkeypatch):
    computer("satu").publish(site(range(2)))
    slow, quick = computer("satu"), computer("dua")
    tree = Branch._tree

    def late(self, manifest):
        monkeypatch.setattr(Branch, "_tree", tree)
        quick.publish(site(range(4)))
        return tree(self, manifest)

    monkeypatch.setattr(Branch, "_tree", late)
    with pytest.raises(TargetError, match="pada saat yang sama"):
        slow.publish(site(range(3)))
    assert lying(host) == site(range(4))
    slow.publish(site(range(3)), part=1.0)
    assert lying(host) == site(range(3))


def test_nothing_of_what_is_gone_stays_in_our_own_repository(computer, host, quick_path):
    desk = computer("satu")
    secret = {"2026/11/rahasia/index.html": b"<p>Kata yang dicabut</p>"}
    desk.publish(site(range(2)) | secret)
    name = (
        subprocess.run(
            ["git", "hash-object", "--stdin"],
            input=secret["2026/11/rahasia/index.html"],
            capture_output=True,
            check=True,
        )
        .stdout.decode()
        .strip()
    )
    cache = quick_path / "satu/cabang.git"
    assert git(cache, "cat-file", "-t", name).strip() == "blob"
    desk.publish(site(range(2)), part=1.0)
    with pytest.raises(subprocess.CalledProcessError):
        git(cache, "cat-file", "-t", name)
    other = computer("dua")  # and where it came by a fetch, in a pack
    desk.publish(site(range(2)) | secret)
    other.publish(site(range(3)), part=1.0)
    with pytest.raises(subprocess.CalledProcessError):
        git(quick_path / "dua/cabang.git", "cat-file", "-t", name)


# -- what fails --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "branch", "said"),
    [
        ("--upload-pack=touch x", "gh-pages", "bukan alamat repositori git"),
        ("ext::sh -c true", "gh-pages", "bukan alamat repositori git"),
        ("-oProxyCommand=x@a:b", "gh-pages", "bukan alamat repositori git"),
        ("git@-Fx:b", "gh-pages", "bukan alamat repositori git"),
        ("", "--force", "bukan nama cabang git"),
        ("", "a..b", "bukan nama cabang git"),
        ("/tidak/ada.git", "gh-pages", "Tidak ada repositori git"),
        ("http://127.0.0.1:1/a.git", "gh-pages", "Sambungan ke"),
    ],
)
def test_addresses_that_lead_nowhere_or_elsewhere_are_told(computer, address, branch, said):
    with pytest.raises(TargetError, match=said):
        computer("satu", branch, address).publish(site(range(1)))


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ("echo 'error: No space left on device' >&2", "penuh"),
        ("echo 'Changes must be made through a pull request' >&2", "menolak pengiriman"),
        ("kill -9 $PPID; sleep 1", "putus|gagal"),
    ],
)
def test_a_push_that_fails_leaves_the_old_site_whole(computer, host, hook, said):
    desk = computer("satu")
    desk.publish(site(range(2)))
    before = git(host, "rev-parse", BRANCH)
    script = host / "hooks/pre-receive"
    script.write_text(f"#!/bin/sh\n{hook}\nexit 1\n")
    script.chmod(0o755)
    with pytest.raises(TargetError, match=said):
        desk.publish(site(range(3)))
    assert git(host, "rev-parse", BRANCH) == before
    script.unlink()
    desk.publish(site(range(3)))
    assert lying(host) == site(range(3))


def hook(host: Path, name: str, lines: str) -> None:
    script = host / "hooks" / name
    script.write_text(f"#!/bin/sh\n{lines}\n")
    script.chmod(0o755)


def test_a_push_that_is_cut_off_is_tried_again_and_not_for_ever(computer, host, quick_path):
    desk = computer("satu")
    desk.publish(site(range(2)))
    tries = quick_path / "kali"
    count = f'echo >> {tries}; test "$(wc -l < {tries})" -ge'
    hook(host, "pre-receive", f"{count} 3 || {{ kill -9 $PPID; sleep 1; }}")
    desk.publish(site(range(3)))
    assert lying(host) == site(range(3))
    assert len(tries.read_text()) == 3
    hook(host, "pre-receive", f"{count} 9 || {{ kill -9 $PPID; sleep 1; }}")
    with pytest.raises(TargetError, match="putus"):
        desk.publish(site(range(4)))
    assert len(tries.read_text()) == 6
    assert lying(host) == site(range(3))


def test_a_push_whose_answer_is_lost_has_arrived(computer, host):
    desk = computer("satu")
    desk.publish(site(range(2)))
    hook(host, "reference-transaction", 'if [ "$1" = committed ]; then kill -9 $PPID; sleep 1; fi')
    desk.publish(site(range(3)))
    assert lying(host) == site(range(3))


def test_how_somebody_told_git_to_call_ssh_is_kept_and_their_hooks_are_not_run(computer, host, quick_path, monkeypatch):
    hooks = quick_path / "kait"
    hooks.mkdir()
    (hooks / "pre-push").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "pre-push").chmod(0o755)
    told = quick_path / "ssh-saya"
    told.write_text(f"#!/bin/sh\necho dipanggil > {quick_path / 'dipanggil'}\nexit 1\n")
    told.chmod(0o755)
    (quick_path / "setelan").write_text(f"[core]\n\thooksPath = {hooks}\n\tsshCommand = {told}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", f"{quick_path / 'setelan'}")
    monkeypatch.delenv("GIT_SSH_COMMAND", raising=False)
    computer("satu").publish(site(range(2)))
    assert lying(host) == site(range(2))
    with pytest.raises(TargetError):
        computer("dua", address="git@contoh.invalid:desa/kabar.git").publish(site(range(1)))
    assert (quick_path / "dipanggil").exists()


def test_a_computer_without_git_is_told_what_to_install(computer, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(TargetError, match="apt install git"):
        computer("satu").publish(site(range(1)))


def test_no_credential_is_ever_shown(computer):
    desk = computer("satu", address="https://budi:rahasia@127.0.0.1:1/a.git")
    with pytest.raises(TargetError) as failed:
        desk.publish(site(range(1)))
    assert "rahasia" not in f"{failed.value}"
    assert "rahasia" not in desk.target().label
