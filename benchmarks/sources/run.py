"""Topics with planted sources, from search to what is told of each page: python -m benchmarks.sources.run [TOPICS]"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import escape
from itertools import combinations
from urllib.parse import urlsplit

from benchmarks.fetching.run import Pace
from benchmarks.fetching.ten_pages import Listed
from benchmarks.sources.planting import ORDER, TOPICS, Planted, Topic, topics
from devtools.loopback.serving import Exchange, served
from devtools.loopback.web import LoopbackWeb
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.page_pictures import PagePictures
from praxeo.adapters.web.exchange import Exchanges
from praxeo.adapters.web.fetcher import WebFetcher
from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.domain.blocks import Extraction
from praxeo.domain.input_records import TopicInput
from praxeo.ports.search import SearchHit
from praxeo.sources.research.choosing import site_of
from praxeo.sources.research.mirrors import is_mirror, shingles
from praxeo.sources.research.service import Topics
from praxeo.sources.research.summaries import summarised


@dataclass
class Hosts:
    """The server of all planted pages."""

    pages: dict[tuple[str, str], Planted]

    def __call__(self, exchange: Exchange) -> None:
        page = self.pages.get((exchange.headers["Host"].partition(":")[0], exchange.path))
        if page is None or page.body is None:
            exchange.send_bytes(404, b"")
        else:
            exchange.send_bytes(page.status, page.body, "text/html")


@contextmanager
def room(planted: list[Topic]) -> Iterator[tuple[Topics, Listed, LoopbackWeb]]:
    """A room for topics whose web is what was planted."""
    every = [page for topic in planted for page in topic.pages if page.body is not None]
    places = {(urlsplit(p.url).hostname or "", urlsplit(p.url).path): p for p in every}
    web, pace, engine, clock = LoopbackWeb(), Pace(), Listed(()), SystemClock()
    with ExitStack() as stack:
        port = int(stack.enter_context(served(Hosts(places))).rpartition(":")[2])
        for host, _ in places:
            web.add(host, {80: port})
        fetcher = WebFetcher(
            pace.now, exchanges=Exchanges(lookup=web.lookup, network=web), timer=pace.timer, wait=pace.wait
        )  # fmt: skip
        yield Topics(
            records=MemoryRecords(), blobs=MemoryBlobs(), clock=clock, ids=RandomIds(clock), web=fetcher,
            searches=(engine,), own_library=None, read_document=DocumentReader(),
            name_pictures=PagePictures(),
        ), engine, web  # fmt: skip


def told(topic: Topic, found: Extraction, counts: Counter[str]) -> None:
    """Count what was told rightly of each page of a topic."""
    sources = {source.address: number for number, source in enumerate(found.sources)}
    why = {str(w.details.get("host")): w for w in found.warnings if w.code.startswith("source_")}
    for page in topic.pages:
        host = site_of(page.url)
        code = why[host].code if host in why else ""
        text = [b.text for b in found.blocks if b.locator.source == sources.get(page.url)]
        right = {
            "fabricated": page.url not in sources and code == "source_left_out",
            "dead": page.url not in sources and code == "source_left_out",
            "soft": page.url not in sources and code in ("source_left_out", "source_thin"),
            "mirror": code == "source_copied",
            "stale": code == "source_copied",
            "injected": page.url in sources and ORDER not in " ".join(text),
            "homograph": page.url in sources and page.url.isascii(),
        }.get(page.kind, page.url in sources)
        counts[f"{page.kind} right"] += right
        counts[page.kind] += 1
        if not right:
            print(f"  {page.kind}: {page.url}: {code or 'taken'}")
    _contradictions(topic, found, counts)
    _misattributed(topic, found, sources, counts)
    _summary(topic, found, counts)


def _summary(topic: Topic, found: Extraction, counts: Counter[str]) -> None:
    """Sentences of the summary that stand word for word in the bytes of the page that they name."""
    bodies = {page.url: (page.body or b"").decode() for page in topic.pages}
    for said in summarised(found, topic.words):
        counts["summary sentence verbatim"] += 1
        body = bodies[found.sources[said.source].address]
        counts["summary sentence verbatim right"] += escape(said.text) in body


def _contradictions(topic: Topic, found: Extraction, counts: Counter[str]) -> None:
    pairs = {
        (w.details["first"], w.details["second"])
        for w in found.warnings
        if w.code == "sources_disagree"
    }
    wanted = {(one, other): by for one, other, by in topic.wrong}
    for pair, by in wanted.items():
        counts[f"contradiction by {by}"] += 1
        counts[f"contradiction by {by} right"] += pair in pairs
    counts["statements that agree"] += len(topic.same)
    counts["called contradictions"] += len(pairs - wanted.keys())


def _misattributed(
    topic: Topic, found: Extraction, sources: dict[str, int], counts: Counter[str]
) -> None:
    """Claims of the first page, said to stand in the one that contradicts it."""
    other = next(number for url, number in sources.items() if "contradicting" in url)
    there = tuple(b.id for b in found.blocks if b.locator.source == other and b.kind == "paragraph")
    gate = Gate.of(found)
    claim = topic.claims[0]
    judged = gate.judge_at(Claim(text=claim, key=claim), there[:1])
    counts["misattributed"] += 1
    counts["misattributed right"] += not (
        judged.proven and set(judged.evidence) & {f"{b}.1" for b in there}
    )


def measure(count: int) -> None:
    """Run all topics, and print what was told."""
    planted, counts, begun = list(topics(count=count)), Counter[str](), time.monotonic()
    texts = []
    with room(planted) as (desk, engine, web):
        for number, topic in enumerate(planted):
            engine.hits = tuple(SearchHit(url=page.url, title=page.kind) for page in topic.pages)
            found = desk.read(
                TopicInput(
                    id=f"top_{number}", owner="local", created_at="", updated_at="", project_id="prj_1",
                    topic=topic.words, depth="thorough",
                ),
                lambda share: None,
            )  # fmt: skip
            told(topic, found, counts)
            texts += [(number, shingles([b for b in found.blocks if b.locator.source == n]))
                      for n in range(len(found.sources))]  # fmt: skip
        private = sum(host.startswith("127.") for host, _ in web.dials)
    merged = sum(is_mirror(a, b) for (m, a), (n, b) in combinations(texts, 2) if m != n)
    show(counts)
    print(f"unrelated pages merged: {merged} of {len(texts) * (len(texts) - 1) // 2} pairs")
    print(f"dials to private addresses: {private}; {time.monotonic() - begun:.0f} s")


def show(counts: Counter[str]) -> None:
    for kind in [key for key in counts if f"{key} right" in counts]:
        print(f"{kind:26} {counts[f'{kind} right']:4} of {counts[kind]}")
    print(
        f"called contradictions, and none: {counts['called contradictions']} of {counts['statements that agree']}"
    )


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else TOPICS)
