"""Recordings that come in parts, so that a break costs one part and no more; in any order, from several writers too.

A part is a blob until the job that looks at the recording puts them together: that takes longer than a request may.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, Refused, TooLarge
from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import UPLOAD_PART_BYTES
from praxeo.domain.media import UploadPart
from praxeo.domain.records import changed, first_of
from praxeo.library.saving import against_others
from praxeo.ports.blobs import BlobStore, PresignedUpload
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.signatures import HEAD_BYTES
from praxeo.sources.file_room import FileRoom
from praxeo.sources.life_cycle import area_of
from praxeo.sources.uploads import ADDRESS_SECONDS


@dataclass(frozen=True, kw_only=True)
class PartUploads:
    """The parts of recordings that wait for their bytes."""

    room: FileRoom[MediaInput]

    def put(self, actor: Actor, input_id: str, number: int, data: bytes) -> MediaInput:
        """Keep part `number` (from 1), in place of what it was before. The same part again changes nothing.

        Raises as `announce` does.
        """
        self._check_part(number, len(data))
        blob = self.room.blobs.put(area_of(self.room.waiting(actor, input_id)), data)
        part = UploadPart(number=number, blob=blob.key, size=blob.size)
        return self._with(actor, input_id, part)

    def announce(
        self, actor: Actor, input_id: str, number: int, *, size: int, content_hash: str
    ) -> PresignedUpload | None:
        """Where just these bytes can be sent as part `number`: to no address ("") if they are there already, to the
        API (None) where the store has none.

        Raises Conflict("already_confirmed"), Refused("bad_part"), TooLarge: "part_too_large", "upload_too_large".
        """
        self._check_part(number, size)
        area, blobs = area_of(self.room.waiting(actor, input_id)), self.room.blobs
        part = UploadPart(number=number, blob=f"{area}/{content_hash}", size=size)
        target: PresignedUpload | None = PresignedUpload(url="", headers={})
        if not blobs.exists(part.blob):
            target = blobs.presigned_upload(
                area, size=size, content_hash=content_hash, seconds=ADDRESS_SECONDS
            )
        if target:
            self._with(actor, input_id, part)
        return target

    def complete(self, actor: Actor, input_id: str, *, size: int) -> MediaInput:
        """All parts have come, and are to be so many bytes. A second time changes nothing.

        Raises Conflict("parts_missing") that names the first that is missing, TooLarge("upload_too_large"),
        Refused("not_a_recording").
        """
        intake = self.room.intake()
        intake.check_size(size)
        waiting = self.room.waiting(actor, input_id)
        there = set(self.room.blobs.keys(area_of(waiting)))
        _check_whole([part for part in waiting.parts if part.blob in there], size)
        with self.room.blobs.open(waiting.parts[0].blob) as first:
            intake.check_start(first.read(HEAD_BYTES))
        if waiting.size == size:
            return waiting
        return first_of(
            MediaInput, self.room.records.save(changed(waiting, self._now(), size=size))
        )

    def _with(self, actor: Actor, input_id: str, part: UploadPart) -> MediaInput:
        def keep() -> MediaInput:
            waiting = self.room.waiting(actor, input_id)
            if part in waiting.parts:
                return waiting
            others = [each for each in waiting.parts if each.number != part.number]
            parts = tuple(sorted((*others, part), key=lambda each: each.number))
            kept = changed(
                waiting, self._now(), parts=parts, size=0, content_hash="", content_blob=""
            )
            saved = first_of(MediaInput, self.room.records.save(kept))
            forget_parts(self.room.blobs, waiting.parts, but={each.blob for each in parts})
            return saved

        return against_others(keep)

    def _check_part(self, number: int, size: int) -> None:
        if not size or number < 1:
            raise Refused("bad_part", "A part has a number from 1 on, and at least one byte.")
        if size > UPLOAD_PART_BYTES:
            raise _too_large_a_part()
        self.room.intake().check_size((number - 1) * UPLOAD_PART_BYTES + size)

    def _now(self) -> datetime:
        return self.room.clock.now()


def joined(records: RecordStore, blobs: BlobStore, recording: MediaInput) -> MediaInput:
    """The recording with its parts put together to its bytes; as it is, if it has these.

    Whoever is killed meanwhile begins anew: the parts go once the whole is kept.
    """
    if not recording.parts or recording.content_blob:
        return recording
    with blobs.writer(area_of(recording)) as writer:
        for part in recording.parts:
            writer.write(blobs.read(part.blob))
        whole = writer.finish()
    kept = replace(
        recording,
        parts=(),
        size=whole.size,
        content_hash=whole.content_hash,
        content_blob=whole.key,
    )
    saved = first_of(MediaInput, records.save(kept))
    forget_parts(blobs, recording.parts, but={whole.key})
    return saved


def forget_parts(blobs: BlobStore, parts: Sequence[UploadPart], *, but: Collection[str]) -> None:
    """Delete the bytes of parts that are kept no more; equal parts share theirs."""
    for key in {part.blob for part in parts}.difference(but):
        blobs.delete(key)


def _check_whole(parts: Sequence[UploadPart], size: int) -> None:
    """All but the last part are full, none is missing, and together they have so many bytes."""
    wanted = -(-size // UPLOAD_PART_BYTES)
    sizes = {part.number: part.size for part in parts}
    for number in range(1, wanted + 1):
        full = UPLOAD_PART_BYTES if number < wanted else size - (wanted - 1) * UPLOAD_PART_BYTES
        if sizes.get(number) != full:
            raise Conflict(
                "parts_missing",
                f"Part {number} of {wanted} is missing or has another size. Send it, then complete the upload.",
                details={"part": number, "parts": wanted},
            )


def _too_large_a_part() -> TooLarge:
    most = UPLOAD_PART_BYTES // 1_000_000
    return TooLarge(
        "part_too_large",
        f"A part has at most {most} megabytes; every part but the last has just these.",
        details={"limit": most},
    )
