"""Blobs in S3: what is published in the bucket `NAME-embeds`, everything else in `NAME-assets`.

A blob's key holds its SHA-256. S3 is given it with the bytes and refuses others; what is read whole is
hashed again. Bytes that come in pieces are gathered under `incoming/`, where nothing looks for them,
and get their own key by a copy within S3; a rule of the bucket clears leftovers away.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import new_client
from praxeo.adapters.s3_faults import blobs_translated, checksum_of
from praxeo.adapters.s3_streams import PartsWriter, RangedBlob
from praxeo.domain import limits
from praxeo.domain.errors import NotFound
from praxeo.domain.texts import attachment
from praxeo.ports.blobs import Blob, BlobWriter, PresignedUpload, StoredBlob, check_hash

READ_AHEAD_BYTES = 1_000_000  # fetched at once from an open blob
COPY_BYTES = 1_000_000  # moved at once to a file on disk
BUCKETS = ("assets", "embeds")
# What the adapter calls; a role needs these on the buckets and what is in them.
RIGHTS = aws_rights.S3
# Tables whose blobs have a place of their own; the others keep their name within the assets.
_PLACES = {
    "document_inputs": ("assets", "documents"),
    "media_inputs": ("assets", "media"),
    "embeds": ("embeds", "embeds"),
}


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
        with blobs_translated():
            self._client.put_object(
                **self._object(blob.key), Body=data, ChecksumSHA256=checksum_of(digest.digest())
            )
        return blob

    @contextmanager
    def writer(self, area: str) -> Iterator[BlobWriter]:
        limits.check_area(area)
        bucket, _ = self._place(area)
        writer = PartsWriter(self, area, bucket, self._client)
        try:
            yield writer
        finally:
            writer.drop()

    def read(self, key: str) -> bytes:
        with blobs_translated():
            data: bytes = self._get(key)["Body"].read()
        check_hash(key, hashlib.sha256(data).hexdigest())
        return data

    def open(self, key: str) -> BinaryIO:
        with blobs_translated():
            size = self._head(key)["ContentLength"]
        ranged = RangedBlob(partial(self.range, key), size)
        return cast(BinaryIO, io.BufferedReader(ranged, READ_AHEAD_BYTES))

    @contextmanager
    def as_file(self, key: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile(prefix="praxeo-") as file:
            digest = hashlib.sha256()
            with blobs_translated():
                for chunk in self._get(key)["Body"].iter_chunks(COPY_BYTES):
                    digest.update(chunk)
                    file.write(chunk)
            check_hash(key, digest.hexdigest())
            file.flush()
            yield Path(file.name)

    def exists(self, key: str) -> bool:
        try:
            with blobs_translated():
                self._head(key)
        except NotFound:
            return False
        return True

    def delete(self, key: str) -> None:
        if limits.is_blob_key(key):
            with blobs_translated():
                self._client.delete_object(**self._object(key))

    def keys(self, area: str) -> Iterator[str]:
        limits.check_area(area)
        bucket, folder = self._place(area)
        pages = self._client.get_paginator("list_objects_v2")
        with blobs_translated():
            for page in pages.paginate(Bucket=bucket, Prefix=f"{folder}/"):
                for entry in page.get("Contents", ()):
                    yield f"{area}/{entry['Key'].rpartition('/')[2]}"

    def stored(self, table: str) -> Iterator[StoredBlob]:
        bucket, folder = _place_of_table(table)
        pages = self._client.get_paginator("list_objects_v2")
        with blobs_translated():
            for page in pages.paginate(Bucket=f"{self._name}-{bucket}", Prefix=f"{folder}/"):
                for entry in page.get("Contents", ()):
                    key = f"{table}/{entry['Key'].removeprefix(folder + '/')}"
                    yield StoredBlob(key=key, size=entry["Size"], stored_at=entry["LastModified"])

    def remove_leftovers(self) -> int:
        return 0  # rules of the buckets do

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        limits.check_area(area)
        place = self._object(f"{area}/{content_hash}")
        if not self._has_addresses:
            return None
        checksum = checksum_of(bytes.fromhex(content_hash))
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
        with blobs_translated():
            data: bytes = self._get(key, Range=f"bytes={start}-{end - 1}")["Body"].read()
        return data

    def adopt(self, staged: str, blob: Blob) -> None:
        """Give bytes that were gathered under `staged` the key of their own."""
        bucket, _ = self._place(blob.key.rpartition("/")[0])
        with blobs_translated():
            self._client.copy_object(
                **self._object(blob.key),
                CopySource={"Bucket": bucket, "Key": staged},
                ChecksumAlgorithm="SHA256",
            )

    def _presigned(self, call: str, seconds: int, **parameters: Any) -> str:
        with blobs_translated():
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


def _place_of_table(table: str) -> tuple[str, str]:
    """The bucket and the folder in it where a table's blobs are."""
    return _PLACES.get(table, ("assets", table))
