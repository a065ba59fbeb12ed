"""The inputs that examples are made of: whatever has an extraction, in one place for all kinds."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.access import Actor, permitted
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import NotFound, Refused, Unavailable
from praxeo.domain.records import DocumentInput, Example, InputType, TopicInput, YoutubeInput
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.documents.sanitization import one_line

Input = DocumentInput | YoutubeInput | TopicInput

KINDS: dict[InputType, type[Input]] = {
    "document_input": DocumentInput,
    "youtube_input": YoutubeInput,
    "topic_input": TopicInput,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """Reads what was read before: the extraction of a document, a video or a topic."""

    records: RecordStore
    blobs: BlobStore

    def get(self, actor: Actor, input_type: InputType, input_id: str) -> Input:
        """The input. Raises NotFound."""
        kind = KINDS[input_type]
        return permitted(self.records.get(kind, input_id), actor, kind)

    def extraction(self, example: Example) -> Extraction:
        """What was read from the example's input.

        NotFound("input_not_found"), Unavailable("input_not_ready") while it is still being read, or
        Refused with the reason why it could not be.
        """
        source = self._of(example)
        if source is None:
            raise NotFound("input_not_found", "The input of this example has been deleted.")
        if source.status in ("waiting", "queued", "reading"):
            raise Unavailable("input_not_ready", "The input is still being read.")
        if source.status in ("refused", "failed"):
            details = source.reason_details if isinstance(source, DocumentInput) else {}
            raise Refused(source.reason_code, source.reason, details=details)
        if not source.extraction_blob:
            raise NotFound("not_read_yet", "Nothing has been read from this input yet.")
        return from_json(self.blobs.read(source.extraction_blob))

    def name(self, example: Example) -> str:
        """How the example's input is called."""
        source = self._of(example)
        return one_line(name_of(source) if source else example.title)

    def _of(self, example: Example) -> Input | None:
        return self.records.get(KINDS[example.input_type], example.input_id)


def name_of(source: Input) -> str:
    """How a person calls this input: a document by its file's name, a video by its title, a topic by itself."""
    match source:
        case DocumentInput():
            return source.name
        case YoutubeInput():
            return source.title or source.url
        case TopicInput():
            return source.topic


def title_of(source: Input) -> str:
    """What an example of this input is called until its spec has a title."""
    title = "" if isinstance(source, TopicInput) else source.title
    return title or name_of(source)
