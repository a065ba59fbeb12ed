"""The part of an input's life that is in jobs: read, refused or failed, cleared away, tried again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from praxeo.domain.blocks import Extraction
from praxeo.domain.catalog import table_of
from praxeo.domain.errors import Conflict, NotFound, PraxeoError, Refused
from praxeo.domain.input_records import Input, InputType, InputWarning
from praxeo.domain.jobs import Effect, not_retryable
from praxeo.domain.records import changed
from praxeo.ports.blobs import Blob
from praxeo.ports.proving import Progress
from praxeo.sources.combining.parts import parts_of
from praxeo.sources.inputs import Inputs, type_of
from praxeo.sources.life_cycle import Room, area_of, forget_snapshots, started

WARNINGS_KEPT = 200  # of one input; more of them tell nothing new
# What a reading states and a record repeats, where its kind has a field for it.
_STATED = (
    *("media_type", "title", "authors", "language", "date", "licence"),
    *("page_count", "word_count"),
)
# What a record repeats of the one source that was fetched for it, by the names there.
_OF_SOURCE = {"final_url": "address", "snapshot_id": "snapshot_id"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Moves inputs of every kind on, each change saved with the job that it is part of."""

    inputs: Inputs
    rooms: Mapping[InputType, Room]

    def read(self, input_id: str, progress: Progress) -> Effect:
        """Have the room of its kind read the input, and keep what it says."""
        source = self._there(input_id)
        progress(0.05)
        extraction = self.rooms[type_of(source)].read(source, progress)
        progress(0.9)
        stored, pictures = self.inputs.extractions.put(area_of(source), extraction)
        return Effect(changes=lambda: (self._ready(input_id, extraction, stored, pictures),))

    def fail(self, input_id: str, error: PraxeoError) -> Effect:
        """Note why the input cannot be read."""
        status = "refused" if isinstance(error, Refused) else "failed"

        def changes() -> tuple[Input, ...]:
            source = self.inputs.find(input_id)
            if source is None:
                return ()
            fields: dict[str, Any] = {
                "status": status,
                "reason_code": error.code,
                "reason": error.message,
                "reason_details": error.details,
            }
            return (changed(source, self._now(), **fields),)

        return Effect(changes=changes)

    def clear(self, input_id: str) -> None:
        """Delete the bytes of a refused input and what was fetched for it. Doing it again does nothing."""
        source = self.inputs.find(input_id)
        if source is None or source.status != "refused":
            return
        forget_snapshots(self.inputs.records, input_id)
        # Each field empty again: "" for one key, () for several.
        held = {name: getattr(source, name) for name in table_of(type(source)).blobs}
        kept = {name: type(value)() for name, value in held.items() if value}
        if kept:
            for key in self.inputs.blobs.keys(area_of(source)):
                self.inputs.blobs.delete(key)
            self.inputs.records.save(changed(source, self._now(), **kept))

    def again(self, input_id: str, *, earlier: str, job_id: str) -> Input:
        """The input while the job with this id reads it anew, to be saved with that job.

        Raises Conflict("job_not_retryable") if it was refused, or if `earlier` is not the job it had last.
        """
        source = self._there(input_id)
        if source.status == "refused":
            raise Conflict("job_not_retryable", source.reason)
        if source.job_id != earlier:
            raise not_retryable()
        return started(source, job_id, self._now())

    def failed_jobs(self, input_id: str) -> tuple[str, ...]:
        """The jobs that could not read this input and its parts; () if they did, or are at it.

        Raises Conflict("job_not_retryable") if trying again would not help.
        """
        source = self.inputs.find(input_id)
        if source is None or source.status not in ("refused", "failed"):
            return ()
        if source.status == "refused":
            raise Conflict("job_not_retryable", source.reason)
        return source.job_id, *self.failed_jobs_of_parts(input_id)

    def failed_jobs_of_parts(self, input_id: str) -> tuple[str, ...]:
        """Those of the parts alone. Raises as `failed_jobs`."""
        source = self.inputs.find(input_id)
        parts = parts_of(self.inputs.records, source) if source else ()
        return tuple(job for part in parts for job in self.failed_jobs(part.id))

    def _ready(
        self, input_id: str, extraction: Extraction, stored: Blob, pictures: tuple[str, ...]
    ) -> Input:
        source = self._there(input_id)
        stated = {
            name: getattr(extraction.metadata, name) for name in _STATED if hasattr(source, name)
        }
        for name, there in _OF_SOURCE.items():
            if hasattr(source, name) and len(extraction.sources) == 1:
                stated[name] = getattr(extraction.sources[0], there)
        warnings = tuple(
            InputWarning(code=w.code, message=w.message, page=w.page, details=w.details)
            for w in extraction.warnings[:WARNINGS_KEPT]
        )
        return changed(
            source,
            self._now(),
            status="ready",
            extraction_blob=stored.key,
            picture_blobs=pictures,
            block_count=len(extraction.blocks),
            warnings=warnings,
            **stated,
        )

    def _there(self, input_id: str) -> Input:
        source = self.inputs.find(input_id)
        if source is None:
            raise NotFound("not_found", "This input has been deleted meanwhile.")
        return source

    def _now(self) -> Any:
        return self.inputs.clock.now()
