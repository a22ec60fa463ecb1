"""A store that speaks S3: AWS, and the many that do as it does. Each file is one object, whole or not there.

Keys come from where every program of that kind has them: ``AWS_*`` in the environment, or ``~/.aws``.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any, TypeVar

import botocore.session
from botocore import exceptions as failures
from botocore.config import Config

from pipeline.config import Terbit
from pipeline.errors import TargetError
from pipeline.language import _
from pipeline.publish.headers import headers
from pipeline.publish.target import CLAIM, MANIFEST, RECORDS, Item

AT_ONCE = 16
"""Files under way."""

LUMP = 1_000
"""Objects that one request may delete."""

PRIVATE = "private, no-store"
"""How records are kept: not at all."""

_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX = re.compile(r"(?:[\w.-]+/)*")

T = TypeVar("T")


def make(name: str, section: Terbit) -> "Bucket":  # noqa: ARG001  every kind is made from both
    """Return the target that *section* describes; raises ``TargetError`` where it can be none."""
    return Bucket(section.ember, section.awalan, section.titik_akhir, section.wilayah)


class Bucket:
    """The objects of the bucket *name* whose names begin with *prefix*, at *endpoint* (empty: AWS) in *region*."""

    transactional = False

    attempts = 4
    """How often a request is made that may well succeed the next time."""

    def __init__(self, name: str, prefix: str = "", endpoint: str = "", region: str = "") -> None:
        prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        if not _BUCKET.fullmatch(name):
            said = _('ember = "{name}" bukan nama ember S3: huruf kecil, angka, titik, dan tanda hubung, 3 sampai 63.')
            raise TargetError(said.format(name=name))
        if not _PREFIX.fullmatch(prefix) or ".." in prefix:
            said = _('awalan = "{prefix}" tidak dapat dipakai. Tulis misalnya: awalan = "kabar"')
            raise TargetError(said.format(prefix=prefix))
        if endpoint and not re.fullmatch(r"https?://[\w.:-]+/?", endpoint):
            said = _('titik_akhir = "{url}" bukan alamat. Tulis misalnya: titik_akhir = "https://s3.penyedia.example"')
            raise TargetError(said.format(url=re.sub(r"//[^/@]*@", "//", endpoint)))
        self.label = f"s3://{name}/{prefix}".rstrip("/")
        self._name, self._prefix, self._endpoint, self._region = name, prefix, endpoint, region
        self._client: Any = None

    # -- the connection ------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Find credentials; the first request tells whether they are good."""
        self._asked(self._connect)

    def _connect(self) -> None:
        session = botocore.session.get_session()
        region = self._region or session.get_config_variable("region") or "us-east-1"
        config = Config(
            connect_timeout=15, read_timeout=60, max_pool_connections=AT_ONCE,
            retries={"mode": "standard", "total_max_attempts": self.attempts},
            # Sums that AWS understands and others refuse are sent only where they must be.
            request_checksum_calculation="when_required", response_checksum_validation="when_required",
            # With an endpoint of its own a bucket has no name in the DNS.
            s3={"addressing_style": "path" if self._endpoint else "auto"},
        )  # fmt: skip
        if session.get_credentials() is None:
            raise failures.NoCredentialsError
        self._client = session.create_client(
            "s3", region_name=region, endpoint_url=self._endpoint or None, config=config
        )

    def close(self) -> None:
        """Hang up."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    # -- records -------------------------------------------------------------------------------------------------------

    def read(self, name: str) -> bytes | None:
        """Return a record."""

        def work() -> bytes | None:
            try:
                found = self._client.get_object(Bucket=self._name, Key=self._key(f"{RECORDS}/{name}"))
            except failures.ClientError as error:
                if _code(error) in ("NoSuchKey", "404"):
                    return None
                raise
            data: bytes = found["Body"].read()
            return data

        return self._asked(work)

    def write(self, name: str, data: bytes) -> None:
        """Write a record; objects are replaced whole."""
        self._asked(lambda: self._note(name, data))

    def _note(self, name: str, data: bytes, **more: str) -> None:
        self._client.put_object(
            Bucket=self._name, Key=self._key(f"{RECORDS}/{name}"), Body=data,
            ContentType="application/octet-stream", CacheControl=PRIVATE, **more,
        )  # fmt: skip

    def claim(self, data: bytes) -> bytes | None:
        """Create the claim on the condition that there is none.

        A store that does not know the condition is asked first: two who come within the same moment are then not kept
        apart, and the second one's files count.
        """

        def work() -> bool:
            try:
                self._note(CLAIM, data, IfNoneMatch="*")
            except failures.ClientError as error:
                if _code(error) in ("PreconditionFailed", "ConditionalRequestConflict", "412", "409"):
                    return False
                if _code(error) not in ("NotImplemented", "501"):
                    raise
                if self.read(CLAIM) is not None:
                    return False
                self._note(CLAIM, data)
            return True

        if self._asked(work):
            return None
        there = self.read(CLAIM) or b""
        return None if there == data else there  # ours: created, and the answer was lost

    def release(self) -> None:
        """Delete the claim."""
        self._asked(lambda: self._client.delete_object(Bucket=self._name, Key=self._key(f"{RECORDS}/{CLAIM}")))

    def empty(self) -> bool:
        """Whether nothing but our records lies there; they stand first in the order of names."""
        found = self._asked(
            lambda: self._client.list_objects_v2(Bucket=self._name, Prefix=self._prefix, MaxKeys=10)
        ).get("Contents", [])
        return all(one["Key"].startswith(self._key(f"{RECORDS}/")) for one in found)

    # -- files ---------------------------------------------------------------------------------------------------------

    def put(self, items: Sequence[Item], done: Callable[[Item], None]) -> None:
        """Send files, several at once."""
        self._many(items, self._send, done)

    def _send(self, item: Item) -> None:
        how = headers(item.path)
        self._client.put_object(
            Bucket=self._name, Key=self._key(item.path), Body=item.source.read_bytes(),
            ContentType=how.content_type, CacheControl=how.cache_control,
        )  # fmt: skip

    def delete(self, paths: Sequence[str], done: Callable[[str], None]) -> None:
        """Delete objects, a thousand with one request; those that are missing are fine. There are no folders."""
        for at in range(0, len(paths), LUMP):
            lump = paths[at : at + LUMP]
            if self._asked(lambda lump=lump: self._dropped(lump)):  # type: ignore[misc]  # mypy cannot infer a default
                for path in lump:
                    done(path)
            else:
                self._many(lump, self._drop, done)

    def _dropped(self, paths: Sequence[str]) -> bool:
        """Delete *paths* with one request; tells whether the store can do that."""
        what = {"Objects": [{"Key": self._key(path)} for path in paths], "Quiet": True}
        try:
            answer = self._client.delete_objects(Bucket=self._name, Delete=what)
        except failures.ClientError as error:
            if _code(error) in ("NotImplemented", "MalformedXML", "InvalidRequest", "501"):
                return False
            raise
        for fault in answer.get("Errors", []):
            raise failures.ClientError({"Error": fault}, "DeleteObjects")
        return True

    def _drop(self, path: str) -> None:
        self._client.delete_object(Bucket=self._name, Key=self._key(path))

    def finish(self, manifest: bytes) -> None:
        """Write the manifest."""
        self.write(MANIFEST, manifest)

    def _many(self, what: Iterable[T], work: Callable[[T], None], done: Callable[[T], None]) -> None:
        """Do *work* for all of *what*, several at once; the first failure ends it, what is done by then is told."""
        with ThreadPoolExecutor(AT_ONCE) as threads:
            flying = {threads.submit(work, one): one for one in what}
            failed: BaseException | None = None
            try:
                for future in as_completed(flying):
                    if future.cancelled():
                        continue
                    if future.exception() is None:
                        done(flying[future])
                    elif failed is None:
                        failed = future.exception()
                        for other in flying:
                            other.cancel()
            except BaseException:
                # Somebody who stops a publication waits for what is under way, not for all that was still to come.
                threads.shutdown(wait=False, cancel_futures=True)
                raise
            if failed is not None:
                self._asked(lambda: _raise(failed))

    def _key(self, path: str) -> str:
        return f"{self._prefix}{path}"

    # -- what is said --------------------------------------------------------------------------------------------------

    def _asked(self, work: Callable[[], T]) -> T:
        """Return what *work* gives; raises ``TargetError`` with a sentence where it fails."""
        try:
            return work()
        except (failures.BotoCoreError, failures.ClientError, OSError) as error:
            raise TargetError(self._said(error)) from error

    def _said(self, error: Exception) -> str:
        code = _code(error) if isinstance(error, failures.ClientError) else type(error).__name__
        values = {"label": self.label, "bucket": self._name, "code": code, "reason": f"{error}".splitlines()[0][:160]}
        for codes, said in _faults().items():
            if code in codes:
                return said.format(**values)
        if isinstance(error, OSError) and error.filename:
            said = _("{path} tidak dapat dibaca ({reason}). Jalankan warta build, lalu ulangi.")
            return said.format(path=error.filename, reason=error.strerror or error)
        said = _("{label} menolak atau gagal ({code}: {reason}). Ulangi nanti; yang sudah sampai tidak dikirim lagi.")
        return said.format(**values)


def _code(error: failures.ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", "?"))


def _raise(error: BaseException) -> None:
    raise error


def _faults() -> dict[tuple[str, ...], str]:
    """Return what is said of each code of a store, or failure of a connection."""
    return {
        ("NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError", "ProfileNotFound"): _(
            "Kunci untuk {label} tidak ditemukan. Isi AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY di lingkungan, atau "
            "~/.aws/credentials; jangan di site.toml."
        ),
        ("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "InvalidSecurity"): _(
            "{label} tidak mengenal kunci ini ({code}). Periksa AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY."
        ),
        ("AccessDenied", "AllAccessDisabled", "AccountProblem", "403"): _(
            "Kunci ini tidak boleh menulis ke {label} ({code}). Beri izin menulis dan menghapus pada ember itu."
        ),
        ("NoSuchBucket", "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"): _(
            "Ember {bucket} tidak ada di sini ({code}). Periksa ember, wilayah, dan titik_akhir di site.toml."
        ),
        ("RequestTimeTooSkewed", "RequestExpired"): _(
            "Jam komputer ini keliru, jadi {label} menolak ({code}). Betulkan jamnya, lalu ulangi."
        ),
        ("QuotaExceeded", "InsufficientStorage", "EntityTooLarge", "XMinioStorageFull", "507"): _(
            "{label} penuh atau jatahnya habis ({code}). Kosongkan sebagian, lalu ulangi; yang sudah sampai aman."
        ),
        (
            "EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ConnectionClosedError",
            "HTTPClientError", "ProxyConnectionError", "SSLError", "SlowDown", "RequestTimeout", "ServiceUnavailable",
            "InternalError",
            "ResponseStreamingError", "IncompleteReadError", "ConnectionError",
        ): _("Sambungan ke {label} gagal atau putus ({code}). Ulangi nanti; yang sudah sampai tidak dikirim lagi."),
    }  # fmt: skip
