"""What all rooms have whose inputs are files: bytes are taken, given back, and read once they are confirmed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Generic

from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.catalog import table_of
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.records import changed
from praxeo.library.saving import saved
from praxeo.ports.blobs import BlobStore, PresignedUpload
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore
from praxeo.sources.life_cycle import area_of, to_be_read
from praxeo.sources.uploads import ADDRESS_SECONDS, F, Intake, Upload, with_announced_bytes

BYTES = "application/octet-stream"  # what is said of bytes that nobody has looked into


@dataclass(frozen=True, kw_only=True)
class FileRoom(ABC, Generic[F]):
    """The upload of files that are kept as `record`, whose events begin with its name."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids

    @abstractmethod
    def record(self) -> type[F]:
        """The kind of the room's inputs."""

    @abstractmethod
    def intake(self) -> Intake:
        """What files the room takes."""

    def has_bytes(self, source: F) -> bool:
        """Whether all bytes of the file have come."""
        return bool(source.content_blob)

    @contextmanager
    def receive(self, actor: Actor, input_id: str, *, size: int = 0) -> Iterator[Upload[F]]:
        """Take a waiting file's bytes; nothing is kept unless `Upload.finish` is called.

        `size` is what it is said to have, if that is known. Raises TooLarge("upload_too_large") for more
        than can be taken, Conflict("already_confirmed") once it is being read.
        """
        intake = self.intake()
        intake.check_size(size)
        source = self.waiting(actor, input_id)
        with self.blobs.writer(area_of(source)) as writer:
            yield Upload(
                records=self.records,
                blobs=self.blobs,
                clock=self.clock,
                intake=intake,
                source=source,
                writer=writer,
            )

    def announce(
        self, actor: Actor, input_id: str, *, size: int, content_hash: str
    ) -> PresignedUpload | None:
        """Where just these bytes can be sent straight into the store, before they are confirmed; None
        where the store has no addresses: then the API takes them.

        Raises TooLarge("upload_too_large"), Conflict("already_confirmed").
        """
        self.intake().check_size(size)
        source = self.waiting(actor, input_id)
        target = self.blobs.presigned_upload(
            area_of(source), size=size, content_hash=content_hash, seconds=ADDRESS_SECONDS
        )
        if target:
            now = self.clock.now()
            self.records.save(changed(source, now, size=size, content_hash=content_hash))
        return target

    def confirm(self, actor: Actor, input_id: str) -> F:
        """Have the file read: saves the job with it. A second time changes nothing.

        Raises Conflict("no_content") if no bytes have come yet, Refused("wrong_type") for bytes in the
        store that are no such file.
        """
        source, intake = self.get(actor, input_id, "change"), self.intake()
        if source.status != "waiting":
            return source
        source = with_announced_bytes(self.blobs, source, intake)
        if not self.has_bytes(source):
            raise intake.missing()
        now = self.clock.now()
        source, job = to_be_read(source, actor, self.ids, now)
        return saved(self, actor, f"{self._event}.confirmed", source, job)

    def get(self, actor: Actor, input_id: str, action: Action = "read") -> F:
        """The file's record, for an actor who may do this with it. Raises NotFound, Forbidden."""
        kind = self.record()
        return permitted(self.records.get(kind, input_id), actor, kind, action)

    def waiting(self, actor: Actor, input_id: str) -> F:
        """The record while its bytes can still come. Raises Conflict("already_confirmed")."""
        source = self.get(actor, input_id, "change")
        if source.status != "waiting":
            word = self.intake().word
            raise Conflict("already_confirmed", f"This {word} has its bytes already.")
        return source

    def content_address(self, source: F) -> str:
        """Where the file's own bytes can be fetched for a while; "" where only `content` has them.

        Raises NotFound("no_content").
        """
        return self.blobs.presigned_download(
            self._content_key(source),
            name=source.name,
            media_type=source.media_type or BYTES,
            seconds=ADDRESS_SECONDS,
        )

    def content(self, source: F) -> BinaryIO:
        """The file's own bytes as a file; close it.

        Raises NotFound("no_content"), Unavailable("blob_damaged") before the first of them is given.
        """
        with self.blobs.as_file(self._content_key(source)) as path:
            return path.open("rb")  # stays readable when the file is taken away

    def _content_key(self, source: F) -> str:
        if not source.content_blob:
            word = self.intake().word
            raise NotFound("no_content", f"This {word} has no bytes, or they were not kept.")
        return source.content_blob

    @property
    def _event(self) -> str:
        return table_of(self.record()).name.removesuffix("s")
