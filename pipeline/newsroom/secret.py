"""Secrets: tokens that nobody guesses, and PINs that their hashes do not tell."""

import hmac
import os
import re
import secrets
from hashlib import blake2b, scrypt
from itertools import pairwise
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.language import _

PIN = re.compile(r"[0-9]{6}", re.ASCII)
_WORK = {"n": 2**14, "r": 8, "p": 1}
"""16 MB and some 50 ms for each try (RFC 7914). Six digits gain little by more: what protects them are few tries."""

SALT, PEPPER = 16, 32
"""Bytes."""


def token() -> str:
    """Return 128 bits that go into an address or a cookie."""
    return secrets.token_urlsafe(16)


def name() -> str:
    """Return a name for a row that tells nothing: 80 bits in small letters and digits."""
    return secrets.token_hex(10)


def hashed(given: str) -> bytes:
    """Return what is kept of a token: from a stolen database nobody comes in."""
    return blake2b(given.encode("utf-8", "surrogatepass"), digest_size=32).digest()


def pepper(path: Path) -> bytes:
    """Return the key in the file *path*, made where there is none, which only its owner may read.

    It lies beside the database and in no copy of that alone, so a stolen table of PINs cannot be tried out.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_bytes()
        key = secrets.token_bytes(PEPPER)
        with os.fdopen(handle, "wb") as stream:
            stream.write(key)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=path.parent, reason=error.strerror or error)) from error
    return key


def is_pin(text: str) -> bool:
    """Whether *text* is six digits."""
    return PIN.fullmatch(text) is not None


def is_weak(pin: str) -> bool:
    """Whether many would try *pin* first: one digit throughout, or a run up or down."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({0}, {1}, {9}) or pin in (pin[:3] * 2, pin[:2] * 3)


def seal(pin: str, key: bytes) -> bytes:
    """Return what is kept of *pin*: a salt and a slow hash, made with *key*."""
    salt = secrets.token_bytes(SALT)
    return salt + _slow(pin, salt, key)


def opens(pin: str, kept: bytes | None, key: bytes) -> bool:
    """Whether *pin* is the one of which *kept* is left; takes the same time where nothing is kept."""
    salt, known = (kept[:SALT], kept[SALT:]) if kept else (bytes(SALT), b"")
    return hmac.compare_digest(_slow(pin, salt, key), known)


def _slow(pin: str, salt: bytes, key: bytes) -> bytes:
    keyed = hmac.digest(key, pin.encode("utf-8", "surrogatepass"), "sha256")
    return scrypt(keyed, salt=salt, dklen=32, maxmem=64 * 2**20, **_WORK)
