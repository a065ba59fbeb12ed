"""Recordings that come in parts, so that a break costs one part and no more; in any order, from several writers too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, Refused, TooLarge
from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import UPLOAD_PART_BYTES
from praxeo.domain.media import UploadPart
from praxeo.domain.records import changed
from praxeo.library.saving import against_others
from praxeo.sources.life_cycle import area_of
from praxeo.sources.media.service import Recordings


@dataclass(frozen=True, kw_only=True)
class PartUploads:
    """The parts of recordings that wait for their bytes."""

    room: Recordings

    def put(self, actor: Actor, input_id: str, number: int, data: bytes) -> MediaInput:
        """Keep part `number` (from 1), in place of what it was before. The same part again changes nothing.

        Raises Conflict("already_confirmed"), Refused("bad_part"), TooLarge("upload_too_large").
        """
        intake = self.room.intake()
        if not data or number < 1:
            raise Refused("bad_part", "A part has a number from 1 on, and at least one byte.")
        if len(data) > UPLOAD_PART_BYTES:
            raise _too_large_a_part()
        intake.check_size((number - 1) * UPLOAD_PART_BYTES + len(data))
        blob = self.room.blobs.put(area_of(self.room.waiting(actor, input_id)), data)
        part = UploadPart(number=number, blob=blob.key, size=blob.size)

        def keep() -> MediaInput:
            waiting = self._waiting(actor, input_id)
            if part in waiting.parts:
                return waiting
            others = [each for each in waiting.parts if each.number != number]
            parts = tuple(sorted((*others, part), key=lambda each: each.number))
            kept = changed(waiting, self.room.clock.now(), parts=parts)
            (saved,) = self.room.records.save(kept)
            self._forget(waiting.parts, kept=parts)
            assert isinstance(saved, MediaInput)
            return saved

        return against_others(keep)

    def complete(self, actor: Actor, input_id: str, *, size: int) -> MediaInput:
        """Put the parts together to the recording's bytes, which are to be so many. A second time changes nothing.

        Raises Conflict("parts_missing") that names the first that is missing, and as `Upload.finish`.
        """
        waiting = self.room.waiting(actor, input_id)
        if waiting.content_blob and not waiting.parts and waiting.size == size:
            return waiting
        _check_whole(waiting.parts, size)
        with self.room.receive(actor, input_id, size=size) as upload:
            for part in waiting.parts:
                upload.write(self.room.blobs.read(part.blob))
            upload.finish()
        whole = self._waiting(actor, input_id)
        (saved,) = self.room.records.save(changed(whole, self.room.clock.now(), parts=()))
        self._forget(waiting.parts, kept=(), but=whole.content_blob)
        assert isinstance(saved, MediaInput)
        return saved

    def _waiting(self, actor: Actor, input_id: str) -> MediaInput:
        return self.room.waiting(actor, input_id)

    def _forget(
        self, parts: Sequence[UploadPart], *, kept: Sequence[UploadPart], but: str = ""
    ) -> None:
        """Delete the bytes of parts that are kept no more; equal parts share theirs."""
        needed = {part.blob for part in kept} | {but}
        for key in {part.blob for part in parts} - needed:
            self.room.blobs.delete(key)


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
