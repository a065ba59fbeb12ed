"""Videos: takes links to YouTube and reads the captions that come with them; see `life_cycle.Room`.

Nothing is taken from YouTube behind its owner's back: what was said comes from captions that one is given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.blocks import Extraction, ReadingWarning, ReadSource
from praxeo.domain.errors import Conflict, PraxeoError, Refused
from praxeo.domain.input_records import YoutubeInput
from praxeo.domain.records import changed, created
from praxeo.library.saving import saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.ports.videos import VideoFacts, VideoLookup
from praxeo.ports.web import Web
from praxeo.sources.given_captions import what_was_said, with_captions
from praxeo.sources.life_cycle import TO_BE_READ, to_be_read
from praxeo.sources.youtube.chapters import chapters_in, with_chapters
from praxeo.sources.youtube.facts import oembed_facts
from praxeo.sources.youtube.hindrances import unheard
from praxeo.sources.youtube.links import video_link, watch_address


@dataclass(frozen=True, kw_only=True)
class Videos:
    """The room of the inputs that are videos."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    web: Web
    read_document: Reader
    look_up_video: VideoLookup | None

    def create(
        self,
        actor: Actor,
        *,
        project_id: str,
        url: str,
        captions: bytes = b"",
        description: str = "",
    ) -> YoutubeInput:
        """A video with the job that reads its captions. The caller checks the project.

        Chapters that the `description` lists become sections. Raises Refused as `video_link`,
        TooLarge("captions_too_large").
        """
        link, now = video_link(url), self.clock.now()
        video = created(
            YoutubeInput,
            now,
            id=self.ids.new("you"),
            owner=actor.account,
            project_id=project_id,
            url=watch_address(link.video_id),
            video_id=link.video_id,
            start_second=link.start,
            playlist_id=link.playlist_id,
            description=description,
        )
        queued, job = to_be_read(with_captions(self.blobs, video, captions), actor, self.ids, now)
        return saved(self, actor, "youtube_input.created", queued, job)

    def give_captions(self, actor: Actor, input_id: str, captions: bytes) -> YoutubeInput:
        """Have the video read by these captions, in place of those that it had, if any.

        Raises Conflict("being_read"), TooLarge("captions_too_large"), Refused("empty").
        """
        video = self.get(actor, input_id, "change")
        if video.status in TO_BE_READ:
            raise Conflict("being_read", "This video is being read; wait until that is done.")
        if not captions:
            raise Refused("empty", "These captions are empty.")
        now = self.clock.now()
        given = changed(with_captions(self.blobs, video, captions), now)
        queued, job = to_be_read(given, actor, self.ids, now)
        return saved(self, actor, "youtube_input.captioned", queued, job)

    def get(self, actor: Actor, input_id: str, action: Action = "read") -> YoutubeInput:
        """The video, for an actor who may do this with it. Raises NotFound, Forbidden."""
        video = self.records.get(YoutubeInput, input_id)
        return permitted(video, actor, YoutubeInput, action)

    def read(self, source: YoutubeInput, progress: Progress) -> Extraction:
        """What was said, in paragraphs that know their second, below the video's chapters.

        Raises Refused: "captions_without_times", "nothing_said", and as the readers do; without captions
        "video_unknown", "video_private", or as `unheard` says. With captions nothing depends on what YouTube answers.
        """
        facts, trouble = self._facts(source)
        progress(0.3)
        if not source.captions_blob:
            known = isinstance(trouble, Refused) and _of_video(trouble)
            raise trouble if trouble and known else unheard(facts.hindrance)
        extraction = what_was_said(self.blobs, source, self.read_document)
        told = (_without_facts(trouble),) if trouble else ()
        return _described(extraction, source, facts, told)

    def _facts(self, source: YoutubeInput) -> tuple[VideoFacts, PraxeoError | None]:
        """What can be found out: with a key by the Data API, else, or if that has no time, without one."""
        told: PraxeoError | None = None
        for look_up in (self.look_up_video, partial(oembed_facts, self.web)):
            if look_up is None:
                continue
            try:
                return look_up(source.video_id), told
            except PraxeoError as trouble:
                if isinstance(trouble, Refused) and _of_video(trouble):
                    return VideoFacts(), trouble
                told = told or trouble
        return VideoFacts(), told


def _described(
    extraction: Extraction,
    source: YoutubeInput,
    facts: VideoFacts,
    told: tuple[ReadingWarning, ...],
) -> Extraction:
    """The captions with what is known of the video that they are of."""
    stated = extraction.metadata
    title = facts.title or stated.title
    found = with_chapters(extraction, chapters_in(source.description or facts.description))
    metadata = replace(
        stated,
        title=title,
        authors=(facts.channel,) if facts.channel else stated.authors,
        date=facts.published or stated.date,
        licence=facts.licence or stated.licence,
    )
    origin = ReadSource(
        title=title or source.url,
        kind="youtube_input",
        address=source.url,
        date=facts.published,
        date_basis="stated" if facts.published else "",
        fetched_at=facts.fetched_at,
        content_hash=stated.content_hash,
        input_id=source.id,
    )
    return replace(found, metadata=metadata, sources=(origin,), warnings=(*told, *found.warnings))


def _of_video(trouble: Refused) -> bool:
    return trouble.code in ("video_unknown", "video_private")


def _without_facts(trouble: PraxeoError) -> ReadingWarning:
    return ReadingWarning(
        code="video_not_looked_up",
        message=f"What YouTube says of the video is not known: {trouble.message}",
    )
