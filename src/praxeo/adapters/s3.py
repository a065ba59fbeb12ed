"""Blobs in S3: what is published in the bucket `NAME-embeds`, everything else in `NAME-assets`.

A blob's key holds its SHA-256. S3 is given it with the bytes and refuses others; what is read whole is
hashed again. Bytes that come in pieces are gathered under `incoming/`, where nothing looks for them,
and get their own key by a copy within S3; a rule of the bucket clears leftovers away.
"""

from __future__ import annotations

import hashlib
import io
import secrets
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import client_error, error_code, new_client, translated
from praxeo.domain import limits
from praxeo.domain.errors import NotFound, Unavailable
from praxeo.domain.texts import attachment
from praxeo.ports.blobs import Blob, BlobWriter, PresignedUpload, StoredBlob, check_hash

PART_BYTES = 8_000_000  # of an upload in parts, in memory; S3 takes 5 MiB to 5 GiB and 10,000 parts
READ_AHEAD_BYTES = 1_000_000  # fetched at once from an open blob
COPY_BYTES = 1_000_000  # moved at once to a file on disk
INCOMING = "incoming"
BUCKETS = ("assets", "embeds")
# What the adapter calls; a role needs these on the buckets and what is in them.
RIGHTS = aws_rights.S3
# Tables whose blobs have a place of their own; the others keep their name within the assets.
_PLACES = {
    "document_inputs": ("assets", "documents"),
    "media_inputs": ("assets", "media"),
    "embeds": ("embeds", "embeds"),
}
_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})


class S3Blobs:
    """A BlobStore in the buckets of the installation `name`.

    Without `presigned` it has no addresses for others, for pages that may not reach the buckets.
    """

    def __init__(self, name: str, client: Any = None, *, presigned: bool = True) -> None:
        self._name, self._has_addresses = name, presigned
        self._client = client or new_client("s3", signature_version="s3v4")

    def put(self, area: str, data: bytes) -> Blob:
        limits.check_area(area)
        digest = hashlib.sha256(data)
        blob = Blob(key=f"{area}/{digest.hexdigest()}", size=len(data))
        with _translated():
            self._client.put_object(
                **self._object(blob.key), Body=data, ChecksumSHA256=_base64(digest.digest())
            )
        return blob

    @contextmanager
    def writer(self, area: str) -> Iterator[BlobWriter]:
        limits.check_area(area)
        bucket, _ = self._place(area)
        writer = _PartsWriter(self, area, bucket, self._client)
        try:
            yield writer
        finally:
            writer.drop()

    def read(self, key: str) -> bytes:
        with _translated():
            data: bytes = self._get(key)["Body"].read()
        check_hash(key, hashlib.sha256(data).hexdigest())
        return data

    def open(self, key: str) -> BinaryIO:
        with _translated():
            size = self._head(key)["ContentLength"]
        ranged = _RangedBlob(self, key, size)
        return cast(BinaryIO, io.BufferedReader(ranged, READ_AHEAD_BYTES))

    @contextmanager
    def as_file(self, key: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile(prefix="praxeo-") as file:
            digest = hashlib.sha256()
            with _translated():
                for chunk in self._get(key)["Body"].iter_chunks(COPY_BYTES):
                    digest.update(chunk)
                    file.write(chunk)
            check_hash(key, digest.hexdigest())
            file.flush()
            yield Path(file.name)

    def exists(self, key: str) -> bool:
        try:
            with _translated():
                self._head(key)
        except NotFound:
            return False
        return True

    def delete(self, key: str) -> None:
        if limits.is_blob_key(key):
            with _translated():
                self._client.delete_object(**self._object(key))

    def keys(self, area: str) -> Iterator[str]:
        limits.check_area(area)
        bucket, folder = self._place(area)
        pages = self._client.get_paginator("list_objects_v2")
        with _translated():
            for page in pages.paginate(Bucket=bucket, Prefix=f"{folder}/"):
                for entry in page.get("Contents", ()):
                    yield f"{area}/{entry['Key'].rpartition('/')[2]}"

    def stored(self, table: str) -> Iterator[StoredBlob]:
        bucket, folder = _place_of_table(table)
        pages = self._client.get_paginator("list_objects_v2")
        with _translated():
            for page in pages.paginate(Bucket=f"{self._name}-{bucket}", Prefix=f"{folder}/"):
                for entry in page.get("Contents", ()):
                    key = f"{table}/{entry['Key'].removeprefix(folder + '/')}"
                    yield StoredBlob(key=key, size=entry["Size"], stored_at=entry["LastModified"])

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        limits.check_area(area)
        place = self._object(f"{area}/{content_hash}")
        if not self._has_addresses:
            return None
        checksum = _base64(bytes.fromhex(content_hash))
        # Both are signed: S3 refuses another length, and bytes that do not have this hash.
        url = self._presigned(
            "put_object", seconds, **place, ContentLength=size, ChecksumSHA256=checksum
        )
        return PresignedUpload(url=url, headers={"x-amz-checksum-sha256": checksum})

    def presigned_download(self, key: str, *, name: str, media_type: str, seconds: int) -> str:
        place = self._object(key)
        if not self._has_addresses:
            return ""
        return self._presigned(
            "get_object",
            seconds,
            **place,
            ResponseContentType=media_type,
            ResponseContentDisposition=attachment(name),
        )

    def range(self, key: str, start: int, end: int) -> bytes:
        """The bytes from `start` up to `end`, which is not among them."""
        with _translated():
            data: bytes = self._get(key, Range=f"bytes={start}-{end - 1}")["Body"].read()
        return data

    def adopt(self, staged: str, blob: Blob) -> None:
        """Give bytes that were gathered under `staged` the key of their own."""
        bucket, _ = self._place(blob.key.rpartition("/")[0])
        with _translated():
            self._client.copy_object(
                **self._object(blob.key),
                CopySource={"Bucket": bucket, "Key": staged},
                ChecksumAlgorithm="SHA256",
            )

    def _presigned(self, call: str, seconds: int, **parameters: Any) -> str:
        with _translated():
            url: str = self._client.generate_presigned_url(
                call, Params=parameters, ExpiresIn=seconds
            )
        return url

    def _get(self, key: str, **more: Any) -> Any:
        return self._client.get_object(**self._object(key), **more)

    def _head(self, key: str) -> Any:
        return self._client.head_object(**self._object(key))

    def _object(self, key: str) -> dict[str, str]:
        """Bucket and key of the object. Raises NotFound for what cannot be a blob's key."""
        limits.check_blob_key(key)
        area, _, content_hash = key.rpartition("/")
        bucket, folder = self._place(area)
        return {"Bucket": bucket, "Key": f"{folder}/{content_hash}"}

    def _place(self, area: str) -> tuple[str, str]:
        table, _, record_id = area.partition("/")
        bucket, folder = _place_of_table(table)
        return f"{self._name}-{bucket}", f"{folder}/{record_id}"


class _PartsWriter:
    """Keeps one part in memory; what fits into it is stored by a single call."""

    def __init__(self, store: S3Blobs, area: str, bucket: str, client: Any) -> None:
        self._store, self._area, self._client = store, area, client
        self._staged = {"Bucket": bucket, "Key": f"{INCOMING}/{secrets.token_hex(16)}"}
        self._upload: dict[str, str] = {}  # once more than one part has come
        self._gathered = False
        self._buffer = bytearray()
        self._parts: list[dict[str, Any]] = []
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, chunk: bytes) -> None:
        self._hash.update(chunk)
        self.size += len(chunk)
        self._buffer += chunk
        while len(self._buffer) > PART_BYTES:
            self._send(bytes(self._buffer[:PART_BYTES]))
            del self._buffer[:PART_BYTES]

    def finish(self) -> Blob:
        if not self._upload:
            return self._store.put(self._area, bytes(self._buffer))
        blob = Blob(key=f"{self._area}/{self._hash.hexdigest()}", size=self.size)
        self._send(bytes(self._buffer))
        with _translated():
            self._client.complete_multipart_upload(
                **self._upload, MultipartUpload={"Parts": self._parts}
            )
        self._gathered = True
        self._store.adopt(self._staged["Key"], blob)
        return blob

    def drop(self) -> None:
        """Leave nothing behind but the finished blob."""
        with _translated():
            if self._gathered:
                self._client.delete_object(**self._staged)
            elif self._upload:
                self._client.abort_multipart_upload(**self._upload)

    def _send(self, part: bytes) -> None:
        with _translated():
            if not self._upload:
                begun = self._client.create_multipart_upload(
                    **self._staged, ChecksumAlgorithm="SHA256"
                )
                self._upload = {**self._staged, "UploadId": begun["UploadId"]}
            number, checksum = len(self._parts) + 1, _base64(hashlib.sha256(part).digest())
            sent = self._client.upload_part(
                **self._upload, PartNumber=number, Body=part, ChecksumSHA256=checksum
            )
        self._parts.append({"PartNumber": number, "ETag": sent["ETag"], "ChecksumSHA256": checksum})


class _RangedBlob(io.RawIOBase):
    """A blob as a file whose parts are fetched when they are read."""

    def __init__(self, store: S3Blobs, key: str, size: int) -> None:
        self._store, self._key, self._size, self._place = store, key, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        self._place = max(start + offset, 0)
        return self._place

    def tell(self) -> int:
        return self._place

    def readinto(self, buffer: Any) -> int:
        end = min(self._place + len(buffer), self._size)
        if end <= self._place:
            return 0
        data = self._store.range(self._key, self._place, end)
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)


def _place_of_table(table: str) -> tuple[str, str]:
    """The bucket and the folder in it where a table's blobs are."""
    return _PLACES.get(table, ("assets", table))


def _base64(digest: bytes) -> str:
    return b64encode(digest).decode()


def _not_found() -> NotFound:
    return NotFound("blob_not_found", "These bytes are not stored any more.")


@contextmanager
def _translated() -> Iterator[None]:
    with _unavailable():
        try:
            yield
        except client_error() as fault:
            if error_code(fault) in _MISSING:
                raise _not_found() from fault
            raise


def _unavailable() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "blobs_unavailable", f"The stored files do not answer: {reason}.", retryable=passing
        )
    )
