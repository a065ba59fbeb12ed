"""The inputs that examples are made of, of every kind: one table of kinds, and one life cycle."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from praxeo.domain.access import Action, Actor, demand, permitted
from praxeo.domain.asides import all_blocks
from praxeo.domain.blocks import Extraction
from praxeo.domain.catalog import table_of, table_of_id
from praxeo.domain.errors import Conflict, NotFound, Refused, Unavailable
from praxeo.domain.input_records import (
    CombinedInput,
    DocumentInput,
    Input,
    InputType,
    MediaInput,
    TopicInput,
    WebPageInput,
    YoutubeInput,
)
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.reading_ledger import CHANNELS, Channel
from praxeo.domain.records import Example, changed, created
from praxeo.domain.sentences import evidence_parts
from praxeo.library.listing import readable
from praxeo.library.saving import at_version, deleted, saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore
from praxeo.sources.combining.choosing import taught
from praxeo.sources.combining.parts import combinations_with, part_of
from praxeo.sources.combining.service import Combinations
from praxeo.sources.documents.sanitization import one_line
from praxeo.sources.documents.service import Documents
from praxeo.sources.extractions import Extractions
from praxeo.sources.life_cycle import (
    TO_BE_READ,
    UNREAD,
    Room,
    TextRoom,
    area_of,
    forget_snapshots,
    to_be_read,
)
from praxeo.sources.media.service import Recordings
from praxeo.sources.research.service import Topics
from praxeo.sources.web_page.service import WebPages
from praxeo.sources.youtube.service import Videos


@dataclass(frozen=True, kw_only=True, slots=True)
class InputKind:
    """What the life cycle knows of a kind: its record, what a sentence calls it, and its room.

    `given` is what a person hands over as text, by its field in the API; "" for uploads, which come by
    routes of their own. A kind without a room cannot be given yet.
    """

    record: type[Input]
    word: str
    room: Callable[..., Room] | None = None
    given: str = ""


KINDS: dict[InputType, InputKind] = {
    "combined_input": InputKind(record=CombinedInput, word="combination", room=Combinations),
    "document_input": InputKind(record=DocumentInput, word="document", room=Documents),
    "media_input": InputKind(record=MediaInput, word="recording", room=Recordings),
    "youtube_input": InputKind(record=YoutubeInput, word="video", room=Videos),
    "topic_input": InputKind(record=TopicInput, word="topic", room=Topics, given="topic"),
    "web_page_input": InputKind(record=WebPageInput, word="page", room=WebPages, given="url"),
}


def type_of(source: Input) -> InputType:
    """The kind of an input, as records and the API name it."""
    return next(name for name, kind in KINDS.items() if kind.record is type(source))


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """Owns the tables of all kinds of inputs; `sources.reading` is the part of their life in jobs."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    rooms: Mapping[InputType, Room]
    extractions: Extractions

    def create(
        self, actor: Actor, input_type: InputType, *, project_id: str, given: str, **how: Any
    ) -> Input:
        """An input given as a text, with the job that reads it, `how` its room knows. The caller checks the project.

        Raises Refused as the room does.
        """
        demand(actor, "change")
        room: TextRoom = self.rooms[input_type]  # type: ignore[assignment]
        kind, now = KINDS[input_type], self.clock.now()
        source: Input = created(
            kind.record,
            now,
            id=self.ids.new(table_of(kind.record).prefix),
            owner=actor.account,
            project_id=project_id,
            **room.accept(given, **how),
        )
        queued, job = to_be_read(source, actor, self.ids, now)
        return saved(self, actor, f"{input_type}.created", queued, job)

    def get(self, actor: Actor, input_id: str, action: Action = "read") -> Input:
        """The input, for an actor who may do this with it. Raises NotFound, Forbidden."""
        kind = _record_of(input_id)
        found = part_of(self.records, input_id)
        if found is None and kind is Input:
            raise NotFound("not_found", "There is no such input.")
        return permitted(found, actor, kind, action)

    def find(self, input_id: str) -> Input | None:
        """The input of whatever kind; None if there is none."""
        return part_of(self.records, input_id)

    def list(
        self,
        actor: Actor,
        input_type: InputType,
        *,
        project_id: str = "",
        cursor: str = "",
        limit: int = 50,
    ) -> Page[Input]:
        """The account's inputs of a kind, newest first; of one project, if given."""
        where = {"project_id": project_id} if project_id else {"owner": actor.account}
        page = self.records.list(
            KINDS[input_type].record, where, cursor=cursor, limit=limit, newest_first=True
        )
        return readable(page, actor, where)

    def in_project(self, actor: Actor, project_id: str) -> tuple[Input, ...]:
        """All that stand in the project, of every kind."""
        found: list[Input] = []
        for input_type in KINDS:
            cursor = ""
            while True:
                page = self.list(
                    actor, input_type, project_id=project_id, cursor=cursor, limit=PAGE_RECORDS_MAX
                )
                found += page.records
                if not (cursor := page.cursor):
                    break
        return tuple(found)

    def move(self, actor: Actor, input_id: str, *, project_id: str) -> Input:
        """Put an input on another shelf. Raises NotFound; the caller checks the project."""
        source = changed(
            self.get(actor, input_id, "change"), self.clock.now(), project_id=project_id
        )
        return saved(self, actor, f"{type_of(source)}.moved", source)

    def choose_channels(
        self, actor: Actor, input_id: str, channels: tuple[Channel, ...], *, version: int
    ) -> Input:
        """Say which passages that are not meant for its readers belong to what is taught from now on.

        Raises NotFound, Conflict("changed_meanwhile").
        """
        source = at_version(self.get(actor, input_id, "change"), version)
        wanted = tuple(channel for channel in CHANNELS if channel in channels)
        after = changed(source, self.clock.now(), channels=wanted)
        return saved(self, actor, f"{type_of(source)}.channels_chosen", after)

    def delete(self, actor: Actor, input_id: str, *, version: int) -> None:
        """Delete an input with what was fetched for it and read from it.

        Raises Conflict while it is being read, while an example is made of it, or at another version.
        """
        source = at_version(self.get(actor, input_id, "change"), version)
        word = KINDS[type_of(source)].word
        if source.status in TO_BE_READ:
            raise Conflict("being_read", f"This {word} is being read; wait until that is done.")
        if self.records.list(Example, {"input_id": source.id}, limit=1).records:
            raise Conflict("input_in_use", f"Delete the examples made from this {word} first.")
        if combined := next(combinations_with(self.records, source), None):
            raise Conflict(
                "part_in_use",
                f"This {word} is part of “{combined.called}”; delete that first.",
                details={"name": combined.called},
            )
        forget_snapshots(self.records, source.id)
        deleted(self, actor, f"{type_of(source)}.deleted", source)
        for key in self.blobs.keys(area_of(source)):
            self.blobs.delete(key)

    def extraction(self, example: Example) -> Extraction:
        """What is to be taught: of what was read, the channels and parts that were chosen.

        Raises as `all_read`.
        """
        return taught(self._read(example), self.all_read(example))

    def all_read(self, example: Example) -> Extraction:
        """All that was read from the example's input: what evidence may lead to, chosen or not.

        NotFound("input_not_found"), Unavailable("input_not_ready") while it is still being read, or
        Refused with the reason why it could not be.
        """
        return self.extractions.at(_key(self._read(example)))

    def _read(self, example: Example) -> Input:
        source = self.find(example.input_id)
        if source is None:
            raise NotFound("input_not_found", "The input of this example has been deleted.")
        if source.status in UNREAD:
            raise Unavailable("input_not_ready", "The input is still being read.")
        if source.status in ("refused", "failed"):
            raise Refused(source.reason_code, source.reason, details=source.reason_details)
        return source

    def extraction_if_there(self, example: Example) -> Extraction | None:
        """What the example was made from; None where that is not stored (any more)."""
        source = self.find(example.input_id)
        try:
            return self.extractions.at(_key(source)) if source else None
        except NotFound:
            return None

    def extraction_json(self, source: Input) -> bytes:
        """What was read from the input, as stored. Raises NotFound("not_read_yet")."""
        return self.blobs.read(_key(source))

    def picture(self, source: Input, content_hash: str) -> bytes:
        """A figure's picture, as WebP. Raises NotFound("no_such_picture")."""
        for key in source.picture_blobs:
            if key.endswith(f"/{content_hash}"):
                return self.blobs.read(key)
        word = KINDS[type_of(source)].word
        raise NotFound("no_such_picture", f"This {word} has no such picture.")

    def evidence_parts(self, source: Input, block_id: str) -> tuple[str, ...]:
        """What "b12.1", "b12.2" ... of a block say, in order.

        Raises NotFound: "no_such_block", "not_read_yet".
        """
        for block in all_blocks(self.extractions.at(_key(source))):
            if block.id == block_id:
                return evidence_parts(block)
        word = KINDS[type_of(source)].word
        raise NotFound("no_such_block", f"This {word} has no such block.")

    def name(self, example: Example) -> str:
        """How the example's input is called."""
        source = self.find(example.input_id)
        return one_line(source.called if source else example.title)


def _record_of(input_id: str) -> type[Input]:
    """The kind of record that an id belongs to; `Input` itself for an id of no kind of input."""
    table = table_of_id(input_id)
    return table.record if table and issubclass(table.record, Input) else Input


def _key(source: Input) -> str:
    if not source.extraction_blob:
        word = KINDS[type_of(source)].word
        raise NotFound("not_read_yet", source.reason or f"This {word} is not read yet.")
    return source.extraction_blob
