"""Makes recordings ready to be played, one stage after the other; each saves its files with the mark that it is done."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.input_records import MediaInput
from praxeo.domain.jobs import Effect, PrepareMedia, new_job, not_retryable
from praxeo.domain.records import changed, utc_text
from praxeo.library.saving import saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.ports.transcoding import Transcoder
from praxeo.sources.life_cycle import area_named
from praxeo.sources.media.service import no_media_tool

if TYPE_CHECKING:
    from praxeo.sources.media.stages import Stages

Stage = Literal["overview", "sound", "copied", "encoded", "film"]


@dataclass(frozen=True, kw_only=True)
class Preparations:
    """Starts the work, does its stages, and notes what came of it."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    media_tools: MediaTools | None
    transcoder: Transcoder | None

    def start(self, actor: Actor, recording: MediaInput) -> MediaInput:
        """Have the recording made ready to be played. While that is under way a second time changes nothing.

        Raises Conflict("not_looked_at") before its file was looked at.
        """
        if recording.preparation == "under_way":
            return recording
        check_looked_at(recording)
        now = self.clock.now()
        job = new_job(
            PrepareMedia(input_id=recording.id),
            id=self.ids.new("job"),
            actor=actor,
            subject_id=recording.id,
            now=utc_text(now),
        )
        return saved(self, actor, "media_input.prepared", self._under_way(recording, job.id), job)

    def again(self, input_id: str, *, earlier: str, job_id: str) -> MediaInput:
        """The recording while the job with this id prepares it anew. Raises Conflict("job_not_retryable")."""
        recording = self._there(input_id)
        if recording.preparation_job_id != earlier:
            raise not_retryable()
        return self._under_way(recording, job_id)

    def fail(self, input_id: str) -> Effect:
        """Note that it came to nothing; what was made before stays. Why is said by the job."""

        def changes() -> tuple[MediaInput, ...]:
            there = self.records.get(MediaInput, input_id)
            return (changed(there, self.clock.now(), preparation="failed"),) if there else ()

        return Effect(changes=changes)

    def clear(self, input_id: str) -> None:
        """Delete what was made of a recording that has been deleted meanwhile. Doing it again does nothing."""
        if self.records.get(MediaInput, input_id) is None:
            for key in self.blobs.keys(area_named(MediaInput, input_id)):
                self.blobs.delete(key)

    def make(self, input_id: str, stage: Stage, progress: Progress) -> Effect:
        """Do this stage and keep its files. Raises as `ports.media` says, Unavailable("no_media_tool")."""
        from praxeo.sources.media.made_files import fetched, stored, with_files
        from praxeo.sources.media.stages import Stages

        recording = self._there(input_id)
        check_looked_at(recording)
        if self.media_tools is None or self.transcoder is None:
            raise no_media_tool()
        assert recording.facts
        with (
            tempfile.TemporaryDirectory(prefix="praxeo-media-") as name,
            self.blobs.as_file(recording.content_blob) as path,
        ):
            folder = Path(name)
            if stage == "film":
                fetched(self.blobs, recording, folder, ".mp4")
            stages = Stages(
                tools=self.media_tools,
                transcoder=self.transcoder,
                path=path,
                facts=recording.facts,
                folder=folder,
                progress=progress,
            )
            files = stored(self.blobs, recording, folder, _names(stages, stage))
        ready = {"preparation": "ready"} if stage == "film" else {}
        return Effect(
            changes=lambda: (
                changed(
                    there := self._there(input_id),
                    self.clock.now(),
                    files=with_files(there.files, files),
                    **ready,
                ),
            )
        )

    def _under_way(self, recording: MediaInput, job_id: str) -> MediaInput:
        return changed(
            recording,
            self.clock.now(),
            preparation="under_way",
            preparation_job_id=job_id,
        )

    def _there(self, input_id: str) -> MediaInput:
        found = self.records.get(MediaInput, input_id)
        if found is None:
            raise NotFound("not_found", "This input has been deleted meanwhile.")
        return found


def check_looked_at(recording: MediaInput) -> None:
    """Raises Conflict("not_looked_at") before the recording's file was looked at."""
    if recording.facts is None:
        raise Conflict(
            "not_looked_at",
            "Nobody has looked at this recording yet. Confirm it, and wait until it has been read.",
        )


def _names(stages: Stages, stage: Stage) -> Sequence[str]:
    if stage in ("copied", "encoded"):
        return stages.picture(copied=stage == "copied")
    return {"overview": stages.overview, "sound": stages.sound, "film": stages.film}[stage]()
