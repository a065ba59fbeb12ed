"""Blobs of S3 that are written and read in parts, so that none is held in memory whole."""

from __future__ import annotations

import hashlib
import io
import secrets
from collections.abc import Callable
from typing import Any, Protocol

from praxeo.adapters.s3_faults import blobs_translated, checksum_of
from praxeo.ports.blobs import Blob

PART_BYTES = 8_000_000  # of an upload in parts, in memory; S3 takes 5 MiB to 5 GiB and 10,000 parts
INCOMING = "incoming"


class Whole(Protocol):
    """The store that takes what was gathered in parts."""

    def put(self, area: str, data: bytes) -> Blob:
        """Store bytes that came in one part."""

    def adopt(self, staged: str, blob: Blob) -> None:
        """Give what was gathered at `staged` the key of the blob."""


class PartsWriter:
    """Keeps one part in memory; what fits into it is stored by a single call."""

    def __init__(self, store: Whole, area: str, bucket: str, client: Any) -> None:
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
        with blobs_translated():
            self._client.complete_multipart_upload(
                **self._upload, MultipartUpload={"Parts": self._parts}
            )
        self._gathered = True
        self._store.adopt(self._staged["Key"], blob)
        return blob

    def drop(self) -> None:
        """Leave nothing behind but the finished blob."""
        with blobs_translated():
            if self._gathered:
                self._client.delete_object(**self._staged)
            elif self._upload:
                self._client.abort_multipart_upload(**self._upload)

    def _send(self, part: bytes) -> None:
        with blobs_translated():
            if not self._upload:
                begun = self._client.create_multipart_upload(
                    **self._staged, ChecksumAlgorithm="SHA256"
                )
                self._upload = {**self._staged, "UploadId": begun["UploadId"]}
            number, checksum = len(self._parts) + 1, checksum_of(hashlib.sha256(part).digest())
            sent = self._client.upload_part(
                **self._upload, PartNumber=number, Body=part, ChecksumSHA256=checksum
            )
        self._parts.append({"PartNumber": number, "ETag": sent["ETag"], "ChecksumSHA256": checksum})


class RangedBlob(io.RawIOBase):
    """A blob as a file whose parts (`fetch`: from, to) are fetched when they are read."""

    def __init__(self, fetch: Callable[[int, int], bytes], size: int) -> None:
        self._fetch, self._size, self._place = fetch, size, 0

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
        data = self._fetch(self._place, end)
        buffer[: len(data)] = data
        self._place += len(data)
        return len(data)
