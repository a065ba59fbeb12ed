"""From ten pages on this machine to a spec, without a model: how long it takes, and whether a second run asks anybody.

python -m benchmarks.fetching.ten_pages
"""

from __future__ import annotations

import resource
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from benchmarks.fetching.run import Pace, corpus
from benchmarks.fetching.secured import served_under_tls
from benchmarks.fetching.sites import Sites
from benchmarks.web.corpus import ABSENT, present
from devtools.loopback.certificates import Authority
from devtools.loopback.serving import served
from devtools.loopback.web import LoopbackWeb
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.offline_author import OfflineAuthor
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.adapters.web.exchange import Exchanges
from praxeo.adapters.web.fetcher import WebFetcher
from praxeo.domain.errors import PraxeoError
from praxeo.domain.input_records import TopicInput
from praxeo.ports.search import SearchHit
from praxeo.sources.research import planning, service
from praxeo.spec.printing import print_spec

PAGES = 10


@dataclass
class Listed:
    """A search engine that names these pages, whatever it is asked."""

    hits: tuple[SearchHit, ...]
    name: str = "Listed"
    microusd: int = 0
    asked: list[str] = field(default_factory=list)

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        self.asked.append(words)
        return self.hits


def processor() -> float:
    """Processor seconds of this process and of the readers that have ended."""
    return sum(
        sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


def measure() -> None:
    addresses, pages = corpus()
    pace, web, authority = Pace(), LoopbackWeb(), Authority()
    sites = Sites(pages, pace.timer)
    open_ones = [a for a in addresses if sites.sites[urlsplit(a).hostname or ""].behaviour < 3]
    engine = Listed(tuple(SearchHit(url=a, title=a) for a in open_ones[: PAGES + 6]))
    planning.REACH["quick"] = planning.Reach(pages=PAGES, tried=PAGES + 6, of_one_site=2)
    with ExitStack() as stack:
        plain = int(stack.enter_context(served(sites)).rpartition(":")[2])
        safe = stack.enter_context(served_under_tls(sites, authority, list(sites.sites)))
        for host in sites.sites:
            web.add(host, {80: plain, 443: safe})
        clock = SystemClock()
        room = service.Topics(
            records=MemoryRecords(), blobs=MemoryBlobs(), clock=clock, ids=RandomIds(clock),
            web=WebFetcher(
                pace.now, exchanges=Exchanges(lookup=web.lookup, network=web, tls=authority.trusted),
                timer=pace.timer, wait=pace.wait,
            ),
            searches=(engine,), own_library=None, read_document=DocumentReader(), name_pictures=PagePictures(),
        )  # fmt: skip
        author, specs = OfflineAuthor(), []
        author.prepare()
        for run in ("first", "second"):
            begun, used, dials = time.monotonic(), processor(), len(web.dials)
            source = TopicInput(
                id="top_1", owner="local", created_at="", updated_at="", project_id="prj_1", topic="Ten"
            )  # fmt: skip
            found = room.read(source, lambda share: None)
            read = time.monotonic() - begun
            try:
                specs.append(print_spec(author(found, name="Ten").document))
            except PraxeoError as refused:
                specs.append(refused.code)
            print(
                f"{run} run: {len(found.sources)} pages, {found.metadata.word_count} words, "
                f"{len(found.pictures)} pictures; read in {read:.1f} s, spec after "
                f"{time.monotonic() - begun:.1f} s ({processor() - used:.1f} s of one core), "
                f"{len(web.dials) - dials} dials"
            )
    print(f"the same spec, byte for byte: {specs[0] == specs[1]} ({len(specs[0])} characters)")


if __name__ == "__main__":
    if present():
        measure()
    else:
        print(ABSENT)
