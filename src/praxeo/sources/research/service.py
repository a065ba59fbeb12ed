"""Topics: takes a few words, looks them up, and reads the pages that were found; see `life_cycle.Room`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from praxeo.domain import texts
from praxeo.domain.access import Actor, permitted
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import NotFound, PraxeoError, Refused, Unavailable
from praxeo.domain.input_records import Depth, TopicInput
from praxeo.domain.pages_heard import tell_page
from praxeo.domain.records import changed
from praxeo.library.saving import at_version, saved
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PicturesNamed, Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.ports.search import Search, SearchHit
from praxeo.ports.web import Web
from praxeo.sources.combining.choosing import page_of, taught
from praxeo.sources.combining.joining import Part, joined
from praxeo.sources.extractions import Extractions
from praxeo.sources.research.choosing import chosen, site_of
from praxeo.sources.research.independence import standing_alone
from praxeo.sources.research.looking_up import looked_up
from praxeo.sources.research.mirrors import Shingles, is_mirror, shingles
from praxeo.sources.research.planning import REACH, Reach, TopicPlan, planned, queries_of
from praxeo.sources.web_page.reading import PageReading
from praxeo.sources.web_page.snapshots import Snapshots

if TYPE_CHECKING:
    from praxeo.sources.research.summaries import Said


PICTURES = 3  # of each page
WORDS_MIN = 80  # of a page that has something to say
LOOKED_UP = 0.1  # of the step, when the engines have answered


@dataclass(frozen=True, kw_only=True)
class Topics:
    """The room of the inputs that are topics."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    web: Web
    searches: tuple[Search, ...]
    own_library: Callable[[str], Search] | None
    read_document: Reader
    name_pictures: PicturesNamed

    def plan(
        self, owner: str, topic: str, depth: Depth = "quick", queries: Sequence[str] = ()
    ) -> TopicPlan:
        """What is going to be asked for the topic, and what that takes. Raises as `accept`."""
        accepted = self.accept(topic, depth=depth, queries=queries)
        return planned(accepted["topic"], depth, queries, self._searches(owner))

    def accept(
        self, given: str, *, depth: Depth = "quick", queries: Sequence[str] = ()
    ) -> Mapping[str, Any]:
        """The fields of the record. Raises Refused("no_search") where no engine is configured, Refused("bad_queries")."""
        if not self.searches and not self.own_library:
            raise Refused(
                "no_search",
                "No search engine is set up here, so that topics cannot be looked up. Name one in PRAXEO_SEARCH, "
                "or give a link, a document or a text.",
            )
        topic = texts.title(given)
        wanted = queries_of(topic, depth, queries) if queries else ()
        return {"topic": topic, "depth": depth, "queries": wanted}

    def leave_out(
        self, actor: Actor, input_id: str, pages: Sequence[str], *, version: int
    ) -> TopicInput:
        """Say which of the pages that were read are not taught from the next making on.

        Raises NotFound("page_not_read"), Refused("nothing_left"), Conflict("changed_meanwhile").
        """
        found = permitted(self.records.get(TopicInput, input_id), actor, TopicInput, "change")
        source = at_version(found, version)
        known = source.extraction_blob and Extractions(blobs=self.blobs).at(source.extraction_blob)
        there = {page_of(each) for each in known.sources} if known else set()
        if not there.issuperset(pages):
            raise NotFound("page_not_read", "This page is none of those that were read.")
        if there and there <= set(pages):
            raise Refused("nothing_left", "Leave at least one of the pages to be taught.")
        after = changed(source, self.clock.now(), left_out=tuple(dict.fromkeys(pages)))
        return saved(self, actor, "topic_input.pages_left_out", after)

    def summary(self, actor: Actor, input_id: str) -> tuple[Said, ...]:
        """What the pages say most about the topic, word for word; without those that are left out.

        Raises NotFound("not_read_yet").
        """
        from praxeo.sources.research.summaries import summarised  # few ask for it

        topic = permitted(self.records.get(TopicInput, input_id), actor, TopicInput)
        if not topic.extraction_blob:
            raise NotFound("not_read_yet", topic.reason or "This topic is not read yet.")
        read = Extractions(blobs=self.blobs).at(topic.extraction_blob)
        return summarised(taught(topic, read), topic.topic)

    def read(self, source: TopicInput, progress: Progress) -> Extraction:
        """What the pages say that were found, joined. Raises Refused("topic_not_found", "library_silent") if none
        could be read, and as the engines do if none answered."""
        from praxeo.sources.research.at_hand import AtHand  # where topics are read

        searches = self._searches(source.owner)
        kept = Snapshots(
            records=self.records,
            blobs=self.blobs,
            clock=self.clock,
            ids=self.ids,
            web=AtHand(web=self.web, searches=searches),
            source=source,
        )
        asked, reach = queries_of(source.topic, source.depth, source.queries), REACH[source.depth]
        found, failures = looked_up(kept, searches, asked)
        progress(LOOKED_UP)
        parts, left_out = self._parts(kept, chosen(found, reach.of_one_site), reach, progress)
        if not parts:
            raise _nothing(only_own=not self.searches)
        whole = joined(parts, source.topic)
        told = tuple(_warning(failure) for failure in failures)
        alone = standing_alone(parts)
        return replace(whole, warnings=(*told, *alone, *left_out, *whole.warnings))

    def _searches(self, owner: str) -> tuple[Search, ...]:
        own = [self.own_library(owner)] if self.own_library else []
        return (*own, *self.searches)

    def _parts(
        self, kept: Snapshots, hits: Sequence[SearchHit], reach: Reach, progress: Progress
    ) -> tuple[list[Part], list[ReadingWarning]]:
        """The first pages that can be read and do not copy one another, and what is to be told of others."""
        from praxeo.sources.research.at_hand import read_hit

        reading = PageReading(
            read_document=self.read_document, name_pictures=self.name_pictures, pictures=PICTURES
        )
        parts: list[Part] = []
        texts_of: dict[str, Shingles] = {}
        warnings: list[ReadingWarning] = []
        for number, hit in enumerate(hits[: reach.tried]):
            if len(parts) == reach.pages:
                break
            tell_page(len(parts), site_of(hit.url))
            try:
                extraction = read_hit(reading, kept, hit.url)
            except (Refused, Unavailable) as failure:
                kept.miss(hit.url, failure)
                warnings.append(_left_out(hit, failure))
                continue
            text = shingles(extraction.blocks)
            copied = [url for url, other in texts_of.items() if is_mirror(text, other)]
            if extraction.metadata.word_count < WORDS_MIN:
                warnings.append(_thin(hit))
            elif copied:
                warnings.append(_copy(hit, copied[0]))
            else:
                parts.append((extraction.sources[0], extraction))
                texts_of[hit.url] = text
            progress(LOOKED_UP + (0.9 - LOOKED_UP) * (number + 1) / reach.tried)
        tell_page(len(parts), "")
        return parts, warnings


def _nothing(*, only_own: bool) -> Refused:
    if only_own:
        return Refused(
            "library_silent",
            "Nothing in this library is about this, and no other place is set up in which it could be looked up. "
            "Add documents about it, or name a search engine or a ZIM file in PRAXEO_SEARCH.",
        )
    return Refused(
        "topic_not_found",
        "Nothing that could be read was found about this. Say it in other words, or give a link or a document.",
    )


def _left_out(hit: SearchHit, failure: PraxeoError) -> ReadingWarning:
    return ReadingWarning(
        code="source_left_out",
        message=f"A page of {site_of(hit.url)} was found and could not be read: {failure.message}",
        details={"host": site_of(hit.url), "why": failure.code},
    )


def _thin(hit: SearchHit) -> ReadingWarning:
    return ReadingWarning(
        code="source_thin",
        message=f"A page of {site_of(hit.url)} says too little to learn from, and was left out.",
        details={"host": site_of(hit.url)},
    )


def _copy(hit: SearchHit, copied: str) -> ReadingWarning:
    return ReadingWarning(
        code="source_copied",
        message=f"A page of {site_of(hit.url)} says what one of {site_of(copied)} says word for word, and was left "
        "out: it is no second source.",
        details={"host": site_of(hit.url), "of": site_of(copied)},
    )


def _warning(failure: PraxeoError) -> ReadingWarning:
    return ReadingWarning(code=failure.code, message=failure.message, details=failure.details)
