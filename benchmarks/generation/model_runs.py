"""A whole Praxeo whose models are a Gemini on this machine, asked through Google's own SDK.

Records and blobs are in memory and waiting costs no time; everything else is what the product runs.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from devtools.loopback.faults import FaultPlan
from devtools.loopback.gemini import LoopbackGemini
from devtools.loopback.recorded import recorded_answer
from praxeo.adapters.clock import RandomIds
from praxeo.adapters.gemini import GeminiProvider
from praxeo.adapters.keys import KeyRing
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.input_records import DocumentInput, InputType, TopicInput, YoutubeInput
from praxeo.domain.model_records import LedgerEntry
from praxeo.domain.records import Example, Job, Record, created
from praxeo.domain.secrets import Secret
from praxeo.domain.spec import SpecDocument
from praxeo.jobs.worker import Worker
from praxeo.models.asking import AskModels
from praxeo.models.backoff import Backoff
from praxeo.models.completions import Completions
from praxeo.models.ledger import Ledger
from praxeo.models.prices import read_prices
from praxeo.models.routes import Route
from praxeo.outside import Outside
from praxeo.ports.authoring import Authored
from praxeo.ports.proving import Checker
from praxeo.sources.documents.extraction_json import to_json
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[2]
RECORDINGS = ROOT / "samples" / "recordings"
SOURCES = {
    name: RECORDINGS / "sources" / f"{name}.md"
    for name in ("the-pendulum", "sorting-race", "functional-harmony")
}
MODELS = ("gemini-3.8-flash", "gemini-3.5-flash-lite")
TURNS_MAX = 200
KINDS: dict[InputType, type[DocumentInput | YoutubeInput | TopicInput]] = {
    "document_input": DocumentInput,
    "youtube_input": YoutubeInput,
    "topic_input": TopicInput,
}

AnswerOf = Callable[[str, dict[str, Any]], str]


class Killed(BaseException):
    """The process is gone; nothing catches this."""


class DoomedRecords(MemoryRecords):
    """A store in a process that is killed at its n-th save: just before it, or just after."""

    saves_left, after = 10**9, False

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        self.saves_left -= 1
        if self.saves_left == 0 and not self.after:
            raise Killed
        saved = super().save(*records, delete=delete)
        if self.saves_left == 0:
            raise Killed
        return saved


class JumpingClock:
    """Pauses move it; nobody waits."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 27, 12, tzinfo=UTC)
        self._lock = threading.Lock()

    def now(self) -> datetime:
        with self._lock:
            self.moment += timedelta(milliseconds=1)
            return self.moment

    def pause(self, seconds: float) -> None:
        with self._lock:
            self.moment += timedelta(seconds=seconds)


@dataclass
class Workshop:
    """A Praxeo, and what it stands on, for looking at afterwards."""

    praxeo: Praxeo
    records: DoomedRecords
    clock: JumpingClock
    sources: dict[str, Extraction] = field(default_factory=dict)

    def add(self, source: str, input_type: InputType = "document_input") -> Record:
        """An input of this kind that has been read: a document, or a stored text of another kind."""
        extraction = read("markdown", SOURCES[source])
        project = self.praxeo.projects.named(local_user(), "")
        table = {"document_input": "doc", "youtube_input": "you", "topic_input": "top"}
        record_id = RandomIds(self.clock).new(table[input_type])
        blob = self.praxeo.outside.blobs.put(
            f"{input_type}s/{record_id}", to_json(extraction).encode()
        )
        names: dict[InputType, dict[str, str]] = {
            "document_input": {"name": f"{source}.md"},
            "youtube_input": {"url": "https://youtu.be/x", "video_id": "x", "title": source},
            "topic_input": {"topic": source},
        }
        made = created(
            KINDS[input_type],
            self.clock.now(),
            id=record_id,
            owner="local",
            project_id=project.id,
            status="ready",
            extraction_blob=blob.key,
            **names[input_type],
        )
        return self.records.save(made)[0]

    def make(self, source: Record, input_type: InputType = "document_input", **how: Any) -> Example:
        """Have an example made, without working on it yet."""
        return self.praxeo.create_example(
            local_user(), input_type=input_type, input_id=source.id, **{"author": "model", **how}
        )

    def work(self) -> bool:
        """Let a worker run until there is nothing to do; gives whether it was killed."""
        worker = Worker(praxeo=self.praxeo, name="bench")
        try:
            for _ in range(TURNS_MAX):
                idle = worker.run_one() is None
                if idle and not self._open_jobs():
                    return False
                self.clock.pause(30 if idle else 1)
        except Killed:
            return True
        raise AssertionError("the worker found no end")

    def example(self, example: Example) -> Example:
        return self.praxeo.examples.get(local_user(), example.id)

    def ledger(self) -> list[LedgerEntry]:
        return list(self.records.list(LedgerEntry, {"owner": "local"}, limit=200).records)

    def _open_jobs(self) -> bool:
        return any(
            self.records.list(Job, {"status": status}, limit=1).records
            for status in ("queued", "waiting", "running")
        )


@contextmanager
def workshop(
    address: str,
    checker: Checker,
    *,
    key: str,
    seconds: float = 2.0,
    seed: int = 0,
    run_cap_microusd: int = 500_000,
    sdk: Any = None,
) -> Iterator[Workshop]:
    """A Praxeo over the server at this address."""
    clock, records, blobs, chance = (
        JumpingClock(),
        DoomedRecords(),
        MemoryBlobs(),
        random.Random(seed),
    )
    ids = RandomIds(clock)
    held: list[Praxeo] = []
    ledger = Ledger(
        records=records,
        clock=clock,
        ids=ids,
        settings=lambda owner: held[0].settings.of(owner),
        everybody_microusd=10**10,
        pause=clock.pause,
        random=chance.random,
    )
    provider = sdk or GeminiProvider(KeyRing([Secret(key)], None, lambda: 0.0), address)
    ask = AskModels(
        routes=tuple(Route(provider=provider, model=model) for model in MODELS),
        prices=read_prices(""),
        completions=Completions(
            records=records,
            blobs=blobs,
            clock=clock,
            lease=timedelta(seconds=90),
            pause=clock.pause,
            lost=ledger.lose,
        ),
        ledger=ledger,
        clock=clock,
        backoff=Backoff(random=chance.random),
        pause=clock.pause,
        turns=BoundedSemaphore(4),
        seconds=seconds,
    )
    praxeo = build(
        Outside(
            records=records,
            blobs=blobs,
            clock=clock,
            ids=ids,
            read_document=_no_reading,
            draw_page=_no_reading,
            web=_no_reading,
            name_pictures=_no_reading,
            author=_offline,
            compiler=_no_compiling,
            checker=checker,
            upload_bytes_max=1_000_000,
            ask=ask,
            waive=ledger.waive,
            fence_secret=lambda: b"the secret of this benchmark",
        )
    )
    held.append(praxeo)
    settings = praxeo.settings.get(local_user())
    praxeo.settings.change(
        local_user(), version=settings.version, run_cap_microusd=run_cap_microusd,
        day_cap_microusd=10**9, month_cap_microusd=10**9,
    )  # fmt: skip
    yield Workshop(praxeo=praxeo, records=records, clock=clock)


def gemini(answer: AnswerOf | None = None, **faults: Any) -> LoopbackGemini:
    """The server, with recorded answers unless told otherwise."""
    server = LoopbackGemini(
        answer=answer or recorded_answer(RECORDINGS), faults=FaultPlan(**faults)
    )
    server.retry_seconds, server.drip_seconds = 0, 0.005
    return server


def _offline(extraction: Extraction, *, name: str) -> Authored:
    raise Refused("too_little_text", "The offline author is not part of this.")


def _no_reading(*values: Any, **named: Any) -> Any:
    raise AssertionError("nothing is read from files here")


def _no_compiling(spec: SpecDocument, extraction: Extraction | None) -> str:
    raise AssertionError("nothing is compiled here")
