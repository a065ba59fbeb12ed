"""Recordings: takes files of sound and picture, looks at them, and reads what is said; see `life_cycle.Room`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from praxeo.domain import texts
from praxeo.domain.access import Actor, demand
from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.errors import Conflict, NotFound, Refused, Unavailable
from praxeo.domain.input_records import MediaInput
from praxeo.domain.jobs import Effect
from praxeo.domain.limits import RECORDING_BYTES_MAX
from praxeo.domain.records import changed, created
from praxeo.library.saving import saved
from praxeo.library.settings import SettingsService
from praxeo.ports.documents import Reader, TextRecognition
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.ports.speech import SpeechRecognition
from praxeo.sources.documents.signatures import HEAD_BYTES
from praxeo.sources.file_room import BYTES, FileRoom
from praxeo.sources.given_captions import what_was_said, with_captions
from praxeo.sources.life_cycle import TO_BE_READ, to_be_read
from praxeo.sources.media.kinds import MEDIA_TYPES, check_start, media_kind
from praxeo.sources.media.parts import joined
from praxeo.sources.uploads import Intake


@dataclass(frozen=True, kw_only=True)
class Recordings(FileRoom[MediaInput]):
    """The room of the inputs that are recordings."""

    read_document: Reader
    media_tools: MediaTools | None
    text_recognition: TextRecognition | None
    speech: SpeechRecognition | None = None

    def record(self) -> type[MediaInput]:
        return MediaInput

    def intake(self) -> Intake:
        return Intake(word="recording", bytes_max=RECORDING_BYTES_MAX, check_start=check_start)

    def has_bytes(self, source: MediaInput) -> bool:
        return bool(source.content_blob or (source.parts and source.size))

    def create(
        self,
        actor: Actor,
        *,
        project_id: str,
        name: str,
        size: int = 0,
        captions: bytes = b"",
    ) -> MediaInput:
        """A recording that waits for its bytes. The caller checks the project.

        Raises TooLarge: "upload_too_large" if it is said to have more than can be taken, "captions_too_large".
        """
        demand(actor, "change")
        self.intake().check_size(size)
        recording = created(
            MediaInput,
            self.clock.now(),
            id=self.ids.new("med"),
            owner=actor.account,
            project_id=project_id,
            name=texts.file_name(name),
        )
        given = with_captions(self.blobs, recording, captions)
        return saved(self, actor, "media_input.created", given)

    def give_captions(self, actor: Actor, input_id: str, captions: bytes) -> MediaInput:
        """Have the recording read by these captions, in place of those that it had; at once if its bytes are there.

        Raises Conflict("being_read"), TooLarge("captions_too_large"), Refused("empty").
        """
        recording = self.get(actor, input_id, "change")
        if recording.status in TO_BE_READ:
            raise Conflict("being_read", "This recording is being read; wait until that is done.")
        if not captions:
            raise Refused("empty", "These captions are empty.")
        now = self.clock.now()
        given = changed(with_captions(self.blobs, recording, captions), now)
        if recording.status == "waiting" or not self.has_bytes(recording):
            return saved(self, actor, "media_input.captioned", given)
        queued, job = to_be_read(given, actor, self.ids, now)
        return saved(self, actor, "media_input.captioned", queued, job)

    def probe(self, input_id: str) -> Effect:
        """Look at the file, of which the parts are put together first, and keep what it is. Raises as `ports.media` says, Unavailable("no_media_tool")."""
        recording = joined(self.records, self.blobs, self._there(input_id))
        with self.blobs.as_file(recording.content_blob) as path:
            facts = self._tools().probe(path)
            with path.open("rb") as file:
                kind = media_kind(file.read(HEAD_BYTES))

        def changes() -> tuple[MediaInput, ...]:
            looked_at = changed(
                self._there(input_id),
                self.clock.now(),
                facts=facts,
                duration_seconds=round(facts.seconds),
                media_type=MEDIA_TYPES.get(kind, BYTES),
            )
            return (looked_at,)

        return Effect(changes=changes)

    def read(self, source: MediaInput, progress: Progress) -> Extraction:
        """What is said and shown in the recording. Raises as `RecordingReader` does, Conflict where its captions
        are no good."""
        from praxeo.sources.media.reading import RecordingReader  # not needed to take uploads

        captions = self._captions(source)
        settings = SettingsService(records=self.records, clock=self.clock, ids=self.ids).of(
            source.owner
        )
        engine = self.text_recognition if settings.ocr == "on" else None
        read = RecordingReader(tools=self._tools(), engine=engine, speech=self.speech)
        with self.blobs.as_file(source.content_blob) as path:
            facts = source.facts or self._tools().probe(path)
            found = read(path, facts, captions, language=settings.language, progress=progress)
        return _described(found, source)

    def _captions(self, source: MediaInput) -> Extraction | None:
        if not source.captions_blob:
            return None
        try:
            return what_was_said(self.blobs, source, self.read_document)
        except Refused as refusal:  # of the captions; the recording is kept for better ones
            raise Conflict(refusal.code, refusal.message, details=refusal.details) from refusal

    def _tools(self) -> MediaTools:
        if self.media_tools is None:
            raise no_media_tool()
        return self.media_tools

    def _there(self, input_id: str) -> MediaInput:
        found = self.records.get(MediaInput, input_id)
        if found is None:
            raise NotFound("not_found", "This input has been deleted meanwhile.")
        return found


def no_media_tool() -> Unavailable:
    """What is said where there is no ffmpeg."""
    return Unavailable(
        "no_media_tool",
        "Recordings cannot be looked at here: ffmpeg is not installed. Install it (Debian, Ubuntu: apt install "
        "ffmpeg; macOS: brew install ffmpeg), or set PRAXEO_FFMPEG to its path, and try again.",
        retryable=False,
    )


def _described(found: Extraction, source: MediaInput) -> Extraction:
    """What was read, with what is known of the file that it is of."""
    metadata = replace(
        found.metadata,
        media_type=source.media_type,
        content_hash=source.content_hash,
    )
    origin = ReadSource(
        title=metadata.title or source.name,
        kind="media_input",
        content_hash=source.content_hash,
        input_id=source.id,
    )
    return replace(found, metadata=metadata, sources=(origin,))
