"""Visits the sources of an extraction again, each where it was read, politely and one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.errors import NotFound, PraxeoError, Refused, Unavailable
from praxeo.domain.input_records import Input
from praxeo.domain.records import utc_text
from praxeo.domain.snapshot_records import Snapshot
from praxeo.domain.source_visits import SentenceChange, SourceSeen, SourceState, SourceVisit
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PicturesNamed, Reader
from praxeo.ports.records import RecordStore
from praxeo.ports.videos import VideoLookup
from praxeo.ports.web import Known, Web
from praxeo.sources.combining.parts import part_of
from praxeo.sources.web_page.reading import PAGE, PageReading
from praxeo.sources.web_page.snapshots import Snapshots
from praxeo.sources.youtube.facts import oembed_facts
from praxeo.sources.youtube.links import video_link


@dataclass(frozen=True, kw_only=True)
class Visited:
    """What came of one source: how it is, what it says now, and the snapshot of that, still to be saved."""

    seen: SourceSeen
    changes: tuple[SentenceChange, ...] = ()
    snapshot: Snapshot | None = None


@dataclass(frozen=True, kw_only=True)
class Visiting:
    """Its fields are ports; `look_up_video` asks the service that has a video (None: there is no key for it)."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    web: Web
    read_document: Reader
    name_pictures: PicturesNamed
    look_up_video: VideoLookup | None

    def visit(self, owner: Input, extraction: Extraction) -> Iterator[Visited]:
        """Each source that stands somewhere; what a person brought as a file is theirs and is left out."""
        for number, source in enumerate(extraction.sources):
            if not can_be_visited(source):
                continue
            before = _alone(extraction, number, source)
            look = partial(self._video if source.kind == "youtube_input" else self._page, number)
            try:
                yield look(source, owner, before)
            except (Refused, Unavailable) as trouble:
                yield Visited(seen=_troubled(number, source, trouble))

    def _video(self, number: int, source: ReadSource, owner: Input, before: Extraction) -> Visited:
        """What is said in a video came as a file: it is looked up whether it is still there."""
        video = video_link(source.address).video_id
        look_up = self.look_up_video or partial(oembed_facts, self.web)
        look_up(video)
        return Visited(seen=_seen(number, source, "same"))

    def _page(self, number: int, source: ReadSource, owner: Input, before: Extraction) -> Visited:
        earlier = self.records.get(Snapshot, source.snapshot_id) if source.snapshot_id else None
        kept = self._kept(owner, source)
        if earlier and self._is_current(kept, earlier):
            return Visited(seen=_seen(number, source, "same"))
        known = Known(etag=earlier.etag, last_modified=earlier.last_modified) if earlier else None
        fetched = self.web.get(source.address, accept=PAGE, known=known)
        if fetched.unchanged:
            return Visited(seen=_seen(number, source, "same"))
        made = kept.made(source.address, fetched)
        if made.content_hash == source.content_hash:
            return Visited(seen=_seen(number, source, "same"))
        # What compares is loaded where something is to be compared, and not by all that start the product.
        from praxeo.sources.drift.changes import sentence_changes
        from praxeo.sources.drift.vanishing import is_gone

        reading = PageReading(
            read_document=self.read_document, name_pictures=self.name_pictures, pictures=0
        )
        snapshot, after = reading.read_snapshot(kept, made)
        if is_gone(before, after):
            told = {"reason_code": "source_replaced", "reason": "Something else stands there now."}
            return Visited(seen=_seen(number, source, "gone", **told))
        changes = sentence_changes(number, before.blocks, after.blocks)
        state: SourceState = "changed" if changes else "same"
        seen = _seen(number, source, state, snapshot_id=snapshot.id if changes else "")
        return Visited(seen=seen, changes=changes, snapshot=snapshot if changes else None)

    def _is_current(self, kept: Snapshots, earlier: Snapshot) -> bool:
        """Whether a wiki says that its article is as it was."""
        from praxeo.sources.drift.wikis import article_in, is_current

        try:
            article = article_in(kept.data(earlier), earlier.final_url)
        except NotFound:
            return False
        return article is not None and is_current(self.web, article)

    def _kept(self, owner: Input, source: ReadSource) -> Snapshots:
        """Where snapshots of this source are kept: with the input that it was read for."""
        return Snapshots(
            records=self.records,
            blobs=self.blobs,
            clock=self.clock,
            ids=self.ids,
            web=self.web,
            source=part_of(self.records, source.input_id) or owner,
        )


def can_be_visited(source: ReadSource) -> bool:
    """Whether it stands on the web, where somebody may change it."""
    return source.address.startswith(("http://", "https://"))


def visit_of(
    found: Sequence[Visited], input_id: str, kept: tuple[tuple[str, str], ...], now: datetime
) -> SourceVisit:
    """All that was found, without what a person has left as it is."""
    from praxeo.sources.drift.changes import without_kept

    changes = without_kept((change for each in found for change in each.changes), kept)
    touched = {change.source for change in changes}
    sources = (
        each.seen
        if each.seen.state != "changed" or each.seen.source in touched
        else replace(each.seen, state="same")
        for each in found
    )
    return SourceVisit(
        visited_at=utc_text(now),
        input_id=input_id,
        sources=tuple(sources),
        changes=changes,
        kept=kept,
    )


def _alone(extraction: Extraction, number: int, source: ReadSource) -> Extraction:
    """What was read of one source, as if of it alone."""
    blocks = tuple(b for b in extraction.blocks if (b.locator.source or 0) == number)
    stated = replace(extraction.metadata, title=source.title)
    return replace(extraction, metadata=stated, blocks=blocks, sources=(source,), asides=())


def _troubled(number: int, source: ReadSource, trouble: PraxeoError) -> SourceSeen:
    from praxeo.sources.drift.vanishing import is_gone_for

    state: SourceState = "gone" if is_gone_for(trouble) else "unreachable"
    told = {"reason_code": trouble.code, "reason": trouble.message}
    return _seen(number, source, state, reason_details=trouble.details, **told)


def _seen(number: int, source: ReadSource, state: SourceState, **fields: object) -> SourceSeen:
    return SourceSeen(
        source=number,
        title=source.title,
        address=source.address,
        state=state,
        read_at=source.fetched_at,
        **fields,  # type: ignore[arg-type]
    )
