"""What an account has read already, as a search engine: found by passage, given as it was read, asking nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from praxeo.adapters.local_search.full_text import Found, FullText
from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.errors import NotFound, PraxeoError, Refused
from praxeo.domain.input_records import Input
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import utc_text
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.ports.search import SearchHit
from praxeo.ports.web import Fetched
from praxeo.sources.combining.parts import part_of, read_source
from praxeo.sources.documents.extraction_json import to_json
from praxeo.sources.extractions import Extractions
from praxeo.sources.inputs import KINDS
from praxeo.sources.research.passages import Passage, cut, passages

INPUTS_MAX = 500  # that are looked through, the newest ones
WHOLE_WORDS = 1_200  # so much of a source is taken at least, if it says so much
EXTRACTION = "application/vnd.praxeo.extraction+json"
COMBINED = "combined_input"  # its parts stand there themselves


class LibrarySearch:
    """The inputs of one account. Its index lives as long as it does: what is deleted leaves nothing behind."""

    name, scheme, microusd = "Library", "library", 0

    def __init__(self, records: RecordStore, blobs: BlobStore, clock: Clock, owner: str) -> None:
        self._records, self._clock, self._owner = records, clock, owner
        self._extractions = Extractions(blobs=blobs)
        self._passages: dict[str, Passage] = {}

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        """The sources that say most, each by those of its passages that do."""
        by_source: dict[tuple[str, int], list[Found]] = defaultdict(list)
        for found in self._index.find(words):
            input_id = found.key.partition("#")[0]
            by_source[input_id, self._passages[found.key].source].append(found)
        return tuple(self._hit(*at, found) for at, found in list(by_source.items())[:limit])

    def serves(self, url: str) -> bool:
        """Whether an address is one of these."""
        return url.startswith(f"{self.scheme}:")

    def get(self, url: str) -> Fetched:
        """The passages behind an address that `find` gave, as JSON. Raises NotFound("input_not_found")."""
        input_id, _, places = url.removeprefix(f"{self.scheme}:").partition("?")
        part = part_of(self._records, input_id)
        if part is None or part.owner != self._owner or not part.extraction_blob:
            raise NotFound("input_not_found", "This input has been deleted meanwhile.")
        taken = [tuple(map(int, place.split("-"))) for place in places.split(",")]
        extraction = self._extractions.at(part.extraction_blob)
        first = extraction.blocks[taken[0][0]].locator.source or 0
        said = cut(extraction, taken, _source_of(part, extraction, first))  # type: ignore[arg-type]
        return Fetched(
            url=url, final_url=url, hops=(), data=to_json(said).encode(), media_type=EXTRACTION,
            fetched_at=utc_text(self._clock.now()),
        )  # fmt: skip

    @cached_property
    def _index(self) -> FullText:
        index = FullText()
        for part in self._inputs():
            try:
                extraction = self._extractions.at(part.extraction_blob)
            except PraxeoError:  # a file is missing: that is the doctor's to tell
                continue
            each = {f"{part.id}#{p.first}": p for p in passages(extraction)}
            self._passages |= each
            name = part.title or part.called
            index.add(
                (key, f"{name} {passage.title}", passage.text) for key, passage in each.items()
            )
        return index

    def _inputs(self) -> Iterator[Input]:
        found: list[Input] = []
        for name, kind in KINDS.items():
            cursor = "" if name != COMBINED else None
            while cursor is not None and len(found) < 5 * INPUTS_MAX:
                page = self._records.list(
                    kind.record, {"owner": self._owner}, cursor=cursor, newest_first=True,
                    limit=PAGE_RECORDS_MAX,
                )  # fmt: skip
                found += (each for each in page.records if each.status == "ready")
                cursor = page.cursor or None
        newest = sorted(found, key=lambda each: each.created_at, reverse=True)
        yield from newest[:INPUTS_MAX]

    def _hit(self, input_id: str, source: int, found: list[Found]) -> SearchHit:
        part = part_of(self._records, input_id)
        if part is None:
            raise Refused("input_not_found", "This input has been deleted meanwhile.")
        taken, words = [], 0
        for each in found:
            passage = self._passages[each.key]
            if words < WHOLE_WORDS:
                taken.append(passage)
                words += passage.words
        places = ",".join(f"{p.first}-{p.last}" for p in sorted(taken, key=lambda p: p.first))
        named = _source_of(part, self._extractions.at(part.extraction_blob), source)
        return SearchHit(
            url=f"{self.scheme}:{input_id}?{places}", title=named.title, snippet=found[0].snippet, date=named.date,
        )  # fmt: skip


def _source_of(part: Input, extraction: Extraction, number: int) -> ReadSource:
    """One of the sources of an input, which has a single one of its own unless it is a topic."""
    if len(extraction.sources) > 1:
        return replace(extraction.sources[number], input_id=part.id)
    return read_source(part, extraction)
