"""What a command is given to learn from, put into the library: files, one alone or several together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from praxeo.domain.access import local_user
from praxeo.domain.errors import TooLarge
from praxeo.domain.input_records import Depth, DocumentInput, FileInput, Input
from praxeo.domain.limits import TEXT_CHARACTERS_MAX
from praxeo.domain.reading_ledger import Channel
from praxeo.domain.records import Example
from praxeo.sources.media.kinds import is_recording

if TYPE_CHECKING:
    from praxeo.app import Praxeo
    from praxeo.sources.file_room import FileRoom

CHUNK_BYTES = 1_000_000
F = TypeVar("F", bound=FileInput)


@dataclass(frozen=True, kw_only=True, slots=True)
class Video:
    """A YouTube video by its link, with the files of what is said in it and of its description."""

    link: str
    captions: Path | None
    description: Path | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicAsked:
    """A topic, how far it is looked into, and what is asked for it (nothing: what follows by rule)."""

    words: str
    depth: Depth = "quick"
    queries: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: str, depth: Depth) -> TopicAsked | None:
        """The topic; None where no words are given."""
        return cls(words=words, depth=depth) if words else None


def add_files(
    praxeo: Praxeo,
    files: Sequence[Path],
    *,
    links: Sequence[str] = (),
    video: Video | None = None,
    captions: Path | None = None,
    topic: TopicAsked | None = None,
    title: str = "",
    project: str = "",
    channels: tuple[Channel, ...] = (),
    **how: Any,
) -> Example:
    """Put files, then pages by their links, then a video and a topic into the library and have one example made
    of them all, in the way that `how` says; `captions` are those of the files that are recordings. Raises Refused("no_search")."""
    actor, shelf = local_user(), praxeo.projects.named(local_user(), project)
    create = partial(praxeo.inputs.create, actor, project_id=shelf.id)
    found: list[Input] = []
    if topic:
        found += [
            create("topic_input", given=topic.words, depth=topic.depth, queries=topic.queries)
        ]
    inputs: list[Input] = [_uploaded(praxeo, file, shelf.id, channels, captions) for file in files]
    inputs += [create("web_page_input", given=link) for link in links]
    if video:
        inputs.append(_added(praxeo, video, shelf.id))
    inputs += found
    return example_of(praxeo, inputs, project_id=shelf.id, title=title, **how)


def _added(praxeo: Praxeo, video: Video, project_id: str) -> Input:
    described = video.description.read_bytes() if video.description else b""
    return praxeo.videos.create(
        local_user(),
        project_id=project_id,
        url=video.link,
        captions=video.captions.read_bytes() if video.captions else b"",
        description=described.decode("utf-8", "replace")[:TEXT_CHARACTERS_MAX],
    )


def example_of(
    praxeo: Praxeo, inputs: Sequence[Input], *, project_id: str, title: str, **how: Any
) -> Example:
    """Have an example made of one input, or of several put together in this order."""
    from praxeo.sources.inputs import type_of

    source = inputs[0]
    if len(inputs) > 1:
        source = praxeo.combinations.create(
            local_user(),
            project_id=project_id,
            input_ids=[each.id for each in inputs],
            title=title,
        )
    return praxeo.create_example(
        local_user(),
        input_type=type_of(source),
        input_id=source.id,
        project_id=project_id,
        title=title,
        **how,
    )


def _uploaded(
    praxeo: Praxeo,
    file: Path,
    project_id: str,
    channels: tuple[Channel, ...],
    captions: Path | None,
) -> Input:
    """A file's input, as its first bytes show it: a recording with its captions, or a document."""
    if not is_recording(file):
        return upload(praxeo, file, project_id, channels)
    recording = praxeo.recordings.create(
        local_user(),
        project_id=project_id,
        name=file.name,
        size=file.stat().st_size,
        captions=captions.read_bytes() if captions else b"",
    )
    return _received(praxeo, praxeo.recordings, recording, file)


def upload(
    praxeo: Praxeo, file: Path, project_id: str, channels: tuple[Channel, ...]
) -> DocumentInput:
    """Store a document's bytes and have them read. Past the limit raises TooLarge and keeps nothing."""
    document = praxeo.documents.create(
        local_user(),
        project_id=project_id,
        name=file.name,
        size=file.stat().st_size,
        channels=channels,
    )
    return _received(praxeo, praxeo.documents, document, file)


def _received(praxeo: Praxeo, room: FileRoom[F], waiting: F, file: Path) -> F:
    try:
        with room.receive(local_user(), waiting.id) as stored, file.open("rb") as source:
            while chunk := source.read(CHUNK_BYTES):
                stored.write(chunk)
            stored.finish()
    except TooLarge:
        praxeo.inputs.delete(local_user(), waiting.id, version=waiting.version)
        raise
    return room.confirm(local_user(), waiting.id)
