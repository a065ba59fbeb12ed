"""MediaConvert as the transcoder: it encodes pictures anew; all that is cheap, ffmpeg does in the container.

It is not waited for. Until it is done, the step says "not yet" and is begun again: by MediaConvert's event, or when
it is due. What was begun is noted in the bucket, so that it is begun, and paid, once.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import translated
from praxeo.adapters.ffmpeg.transcoder import FfmpegTranscoder
from praxeo.adapters.mediaconvert.encoding_job import encoding_job, name_of
from praxeo.adapters.mediaconvert.workplace import Note, Workplace
from praxeo.domain.errors import Unavailable
from praxeo.domain.media import MediaFacts, Rung
from praxeo.observability.context import job_id
from praxeo.ports.proving import Progress

RIGHTS = aws_rights.MEDIACONVERT
LOOKED_AT_SECONDS = 60.0  # at the earliest, where no event has come
NAME_CHARS = 40  # of a folder; with what follows it, a token of a request has at most 64
FAILURES_MAX = 2  # alike: it is the recording then


@dataclass(frozen=True, kw_only=True)
class MediaConvertTranscoder(FfmpegTranscoder):
    """Works in this bucket, which MediaConvert reaches by the `role`. `client` is the service's, `store` that of S3."""

    client: Any
    store: Any
    bucket: str
    role: str

    def picture(
        self,
        path: Path,
        facts: MediaFacts,
        rungs: Sequence[Rung],
        *,
        cuts: Sequence[float],
        folder: Path,
        progress: Progress,
    ) -> tuple[str, ...]:
        """As ffmpeg, where nothing is encoded, or cuts are given: MediaConvert cannot cut where it is told to.

        Raises Unavailable: "picture_being_encoded" until it is done, "media_tool_failed".
        """
        if cuts or any(rung.copied for rung in rungs):
            return super().picture(path, facts, rungs, cuts=cuts, folder=folder, progress=progress)
        place = Workplace(self.store, self.bucket, _name(path, rungs))
        self._await(place, path, facts, rungs, progress)
        made: list[str] = []
        for rung in rungs:
            with tempfile.TemporaryDirectory(prefix="praxeo-encoded-") as own:
                whole, size = place.fetch(name_of(rung), Path(own)), replace(rung, copied=True)
                given = replace(facts, size=whole.stat().st_size)
                made += super().picture(
                    whole, given, [size], cuts=(), folder=folder, progress=progress
                )
        return tuple(sorted(made))

    def _await(
        self,
        place: Workplace,
        path: Path,
        facts: MediaFacts,
        rungs: Sequence[Rung],
        progress: Progress,
    ) -> None:
        """Come back once all renditions are there."""
        note = place.note()
        if not note.job:
            place.bring(path)
            request = encoding_job(
                *(facts, rungs),
                place=place.address,
                token=f"{place.name}-{note.failed}",
                job_id=job_id(),
                role=self.role,
            )
            with _faults():
                begun = self.client.create_job(**request)["Job"]
            note = replace(note, job=begun["Id"])
            place.keep(note)
        with _faults():
            job = self.client.get_job(Id=note.job)["Job"]
        if job["Status"] in ("ERROR", "CANCELED"):
            self._failed(place, note, job)
        if job["Status"] != "COMPLETE":
            progress(job.get("JobPercentComplete", 0) / 100)
            raise _not_yet(facts)

    def _failed(self, place: Workplace, note: Note, job: dict[str, Any]) -> None:
        """Note the failure, so that another try begins anew; raise what it means."""
        trouble = (
            f"MediaConvert could not encode this recording ({job.get('ErrorCode', job['Status'])})."
        )
        place.keep(Note(failed=note.failed + 1, trouble=trouble))
        alike = note.trouble == trouble and (note.failed + 1) % FAILURES_MAX == 0
        raise Unavailable("media_tool_failed", trouble, retryable=not alike)


def _name(path: Path, rungs: Sequence[Rung]) -> str:
    """Of the same recording and renditions always the same."""
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    wanted = json.dumps([content, *(asdict(rung) for rung in rungs)])
    return hashlib.sha256(wanted.encode()).hexdigest()[:NAME_CHARS]


def _not_yet(facts: MediaFacts) -> Unavailable:
    """Looked at again after twice what it takes, if no event has told of its end before."""
    return Unavailable(
        "picture_being_encoded",
        "MediaConvert is encoding the picture. It goes on by itself once that is done.",
        retry_after=max(LOOKED_AT_SECONDS, 2 * facts.seconds),
    )


def _faults() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "encoder_unavailable", f"MediaConvert does not answer: {reason}.", retryable=passing
        )
    )
