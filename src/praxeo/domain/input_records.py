"""The records of inputs: what a user gave to learn from. All kinds share one life cycle.

given → fetched or uploaded (`waiting`) → `queued` → `reading` → `ready`; or `refused` for what reading
again would not change, `failed` for what it may. `sources.inputs` moves them on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.media import MediaFacts, MediaFile, UploadPart
from praxeo.domain.reading_ledger import Channel
from praxeo.domain.record import Record

InputType = Literal[
    "document_input",
    "youtube_input",
    "topic_input",
    "web_page_input",
    "combined_input",
    "media_input",
]
# How far a topic is looked into.
Depth = Literal["quick", "thorough"]
Preparation = Literal["none", "under_way", "ready", "failed"]
InputStatus = Literal["waiting", "queued", "reading", "ready", "refused", "failed"]


@dataclass(frozen=True, kw_only=True, repr=False)
class InputWarning:
    """Something a person should know about what was read or made, e.g. a page that is a scan.

    `details` is what the sentence names, for telling it in another language by its code.
    """

    code: str
    message: str
    page: int | None = None
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)  # of its kinds alone
class Input(Record):
    """What every kind of input has: where it is in its life, and what it states about itself.

    Of a `refused` or `failed` one `reason_code` and `reason` say why; nothing but this record is kept
    of a refused one. `channels` are those of its asides that authors are to be given. `extraction_blob` holds what was read, `picture_blobs` the pictures of its figures, `job_id`
    is the job that reads it.
    """

    project_id: str
    status: InputStatus = "waiting"
    reason_code: str = ""
    reason: str = ""
    reason_details: dict[str, str | int] = field(default_factory=dict)
    extraction_blob: str = ""
    picture_blobs: tuple[str, ...] = ()
    job_id: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    language: str = ""
    date: str = ""
    licence: str = ""
    word_count: int = 0
    block_count: int = 0
    warnings: tuple[InputWarning, ...] = ()
    channels: tuple[Channel, ...] = ()

    @property
    def called(self) -> str:
        """How a person calls it."""
        return self.title


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)  # of its kinds alone
class FileInput(Input):
    """An uploaded file. `name` is as the user gave it and is shown, never used as a path."""

    name: str
    size: int = 0
    content_hash: str = ""
    content_blob: str = ""
    media_type: str = ""

    @property
    def called(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True, repr=False)
class DocumentInput(FileInput):
    """An uploaded document."""

    page_count: int | None = None


@dataclass(frozen=True, kw_only=True, repr=False)
class MediaInput(FileInput):
    """An uploaded recording, with or without a picture.

    `facts` is what a look at its file told, None before that; `captions_blob` holds what is said in it, as its
    owner wrote it down ("": nobody did). `files` are what was made of it for playing (see `preparation`): the playlist
    `master.m3u8` comes last. `parts` are those of its bytes that have come, as long as they come in parts.
    """

    captions_blob: str = ""
    parts: tuple[UploadPart, ...] = ()
    duration_seconds: int = 0
    facts: MediaFacts | None = None
    files: tuple[MediaFile, ...] = ()
    preparation: Preparation = "none"
    preparation_job_id: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class YoutubeInput(Input):
    """A YouTube video and what was read of its captions.

    `url` is where it is watched; the link that was given began at `start_second`, in the playlist
    `playlist_id` ("": none). `description` is what its owner says of it, with its chapters, as far as it was given.
    """

    url: str
    video_id: str
    start_second: int = 0
    playlist_id: str = ""
    description: str = ""
    captions_blob: str = ""
    duration_seconds: int = 0

    @property
    def called(self) -> str:
        return self.title or self.url


@dataclass(frozen=True, kw_only=True, repr=False)
class TopicInput(Input):
    """A topic to be researched and the sources that were found.

    `queries` are what is asked for it (none: what the plan for it says by rule), `left_out` the addresses of
    pages that a person does not want taught.
    """

    topic: str
    depth: Depth = "quick"
    queries: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        return self.topic


@dataclass(frozen=True, kw_only=True, repr=False)
class WebPageInput(Input):
    """A page of the web, or a file behind a link, as it was when it was fetched.

    `url` is as the user gave it, `final_url` where its redirects ended; `snapshot_id` names the snapshot
    that was read.
    """

    url: str
    final_url: str = ""
    snapshot_id: str = ""
    media_type: str = ""
    page_count: int | None = None

    @property
    def called(self) -> str:
        return self.title or self.url


@dataclass(frozen=True, kw_only=True, repr=False)
class CombinedInput(Input):
    """Several inputs that one app is made of.

    `parts` are their ids as they were given; blocks are numbered through them in this order for good.
    `chosen` are the ids of those that are taught, in the order in which they are. Until they are read, one
    that was not `named_by_hand` is called after the first.
    """

    parts: tuple[str, ...]
    chosen: tuple[str, ...]
    named_by_hand: bool = False
