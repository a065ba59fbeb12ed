"""Prompts, answers and a provider for tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore
from typing import Any

from praxeo.adapters.clock import RandomIds
from praxeo.adapters.gemini import GeminiProvider
from praxeo.adapters.keys import KeyRing
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.model_records import LedgerEntry, Spending
from praxeo.domain.records import Settings, created
from praxeo.domain.secrets import Secret
from praxeo.models.asking import AskModels
from praxeo.models.backoff import Backoff
from praxeo.models.completions import Completions
from praxeo.models.ledger import Ledger
from praxeo.models.prices import read_prices
from praxeo.models.routes import Route
from praxeo.ports.blobs import BlobStore
from praxeo.ports.models import ModelRun, Prompt, TextPart
from praxeo.ports.records import RecordStore

KEY = "loopback-key"
TEXT = "Enzymes speed reactions up. " * 60
MODEL = "gemini-3.8-flash"


def answer(words: str, config: dict[str, Any]) -> str:
    """The same text always; JSON if a schema is asked for."""
    if "responseJsonSchema" in config:
        return json.dumps({"title": "Enzymes", "cards": ["a", "b"]})
    return TEXT


SCHEMA = {
    "type": "object",
    "required": ["title", "cards"],
    "properties": {
        "title": {"type": "string"},
        "cards": {"type": "array", "items": {"type": "string"}},
    },
}


def a_prompt(text: str = "About enzymes.", **fields: Any) -> Prompt:
    standard: dict[str, Any] = {
        "purpose": "write_spec",
        "version": "write_spec 1",
        "system": "Write a spec.",
        "parts": (TextPart(text=text),),
        "output_tokens_max": 2000,
    }
    return Prompt(**{**standard, **fields})


def gemini_with(
    address: str, *keys: str, timer: Callable[[], float] = lambda: 0.0
) -> GeminiProvider:
    return GeminiProvider(KeyRing([Secret(key) for key in keys], None, timer), address)


class Still:
    """A clock that only pauses move; the pauses are noted."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 27, 12, tzinfo=UTC)
        self.pauses: list[float] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        return self.moment

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.moment += timedelta(seconds=seconds)
        self.meanwhile()


@dataclass
class Desk:
    """Everything that an `Ask` stands on, and the `Ask`."""

    records: RecordStore
    blobs: BlobStore
    clock: Still
    settings: dict[str, int]
    ask: AskModels

    def entries(self) -> list[LedgerEntry]:
        page = self.records.list(LedgerEntry, {"owner": "local"}, limit=200)
        return list(page.records)

    def spent(self, scope: str) -> int:
        page = self.records.list(Spending, {"owner": "local"}, limit=200)
        return sum(record.spent_microusd for record in page.records if record.scope == scope)


def desk(
    *routes: Route,
    records: RecordStore | None = None,
    blobs: BlobStore | None = None,
    seconds: float = 20.0,
    everybody_microusd: int = 10**9,
    prices: str = "",
    at_once: int = 8,
) -> Desk:
    """An `Ask` over these models, with a clock that only pauses move."""
    records, blobs, clock = records or MemoryRecords(), blobs or MemoryBlobs(), Still()
    caps = {"run_cap_microusd": 10**9, "day_cap_microusd": 10**9, "month_cap_microusd": 10**9}

    def settings(owner: str) -> Settings:
        return created(Settings, clock.now(), id=f"set_{owner}", owner=owner, **caps)

    ledger = Ledger(
        records=records,
        clock=clock,
        ids=RandomIds(clock),
        settings=settings,
        everybody_microusd=everybody_microusd,
        pause=lambda seconds: None,
        random=lambda: 0.5,
    )
    ask = AskModels(
        routes=routes,
        prices=read_prices(prices),
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
        backoff=Backoff(random=lambda: 0.5),
        pause=clock.pause,
        turns=BoundedSemaphore(at_once),
        seconds=seconds,
    )
    return Desk(records=records, blobs=blobs, clock=clock, settings=caps, ask=ask)


def a_run(**fields: Any) -> ModelRun:
    standard = {"owner": "local", "example_id": "exa_1", "job_id": "job_1", "cap_microusd": 10**9}
    return ModelRun(**{**standard, **fields})
