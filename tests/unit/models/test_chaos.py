"""Random faults at a third of all calls, many askers at once: nothing hangs, nothing is paid for twice,
no cap is passed, and whatever is said about the end is true."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from devtools.loopback.faults import FaultPlan
from devtools.loopback.gemini import LoopbackGemini
from devtools.loopback.gemini_speech import Call
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.errors import PraxeoError
from praxeo.domain.model_records import LedgerEntry
from praxeo.models.prices import read_prices
from praxeo.models.routes import Route
from praxeo.ports.models import Completion, Prompt, Tokens
from tests.unit.models.model_fixtures import (
    KEY,
    MODEL,
    SCHEMA,
    Desk,
    a_prompt,
    a_run,
    desk,
    gemini_with,
)

SECOND = "gemini-3.5-flash-lite"
WORK = 70  # different prompts; each is asked for twice
SHARE = 0.33
CALL_SECONDS = 2.0
HANG_SECONDS = 240.0  # for all of it; on an idle machine it takes some 25
FOLLOWS_FROM = {  # what the ledger has to show for an outcome
    "model_blocked": {"blocked", "recitation"},
    "model_malformed": {"malformed", "model_malformed", "answered", "length", "other"},
    "answer_too_long": {"length"},
}


@dataclass(frozen=True, kw_only=True)
class End:
    number: int
    completion: Completion | None
    code: str


def text_of(number: int) -> str:
    return f"Answer {number}: " + " ".join(f"w{number}-{at}" for at in range(150))


def answer(words: str, config: dict[str, Any]) -> str:
    number = int(words.partition("Number ")[2].partition(".")[0])
    if "responseJsonSchema" in config:
        return json.dumps({"title": text_of(number), "cards": ["x" * 40]})
    return text_of(number)


def prompt_of(number: int) -> Prompt:
    schema = SCHEMA if number % 3 == 0 else None
    return a_prompt(f"Number {number}.", schema=schema, output_tokens_max=400)


def price_of(calls: list[Call]) -> int:
    prices = read_prices("")
    return sum(
        prices.price(call.model, "2026-11-27", call.prompt).of(
            Tokens(prompt=call.prompt, cached=call.cached, output=call.output)
        )
        for call in calls
    )


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "cap"), [(1, 10**9), (2, 70_000)])
def test_chaos_ends_well(seed: int, cap: int, tmp_path: Path) -> None:
    server = LoopbackGemini(answer=answer, faults=FaultPlan(share=SHARE, seed=seed))
    server.retry_seconds = 0
    server.drip_seconds = 0.01
    with server.running() as address:
        provider = gemini_with(address, KEY)
        table = desk(
            Route(provider=provider, model=MODEL),
            Route(provider=provider, model=SECOND),
            records=SqliteRecords(tmp_path / "praxeo.sqlite3"),
            blobs=LocalBlobs(tmp_path / "blobs"),
            seconds=CALL_SECONDS,
        )
        table.settings["day_cap_microusd"] = cap
        waiting = replace(table.ask.completions, pause=lambda seconds: time.sleep(0.01))
        table.ask = replace(table.ask, completions=waiting)
        ends = all_asked(table)
    every_end_is_true(ends, table, cap)
    nothing_is_charged_twice(ends, table)
    assert price_of(server.calls) <= table.spent("day") <= cap
    assert table.spent("day") == sum(entry.price_microusd for entry in all_entries(table))
    assert len({call.fault for call in server.calls}) > 8


def all_asked(table: Desk) -> list[End]:
    """Everything asked for twice, eight at a time; a hang would fail the test."""

    def asked(number: int) -> End:
        run = a_run(job_id=f"job_{number}", example_id=f"exa_{number}")
        try:
            completion = table.ask(prompt_of(number), run=run)
        except PraxeoError as error:
            return End(number=number, completion=None, code=error.code)
        return End(number=number, completion=completion, code="")

    with ThreadPoolExecutor(8) as pool:
        numbers = [number for number in range(WORK) for _ in range(2)]
        return list(pool.map(asked, numbers, timeout=HANG_SECONDS))


def every_end_is_true(ends: list[End], table: Desk, cap: int) -> None:
    by_job: dict[str, list[LedgerEntry]] = {}
    for entry in all_entries(table):
        by_job.setdefault(entry.job_id, []).append(entry)
    for end in ends:
        outcomes = {entry.outcome for entry in by_job.get(f"job_{end.number}", [])}
        if end.completion is not None:
            text = end.completion.text
            said = json.loads(text)["title"] if end.number % 3 == 0 else text
            assert said == text_of(end.number)
            assert "answered" in outcomes
        elif end.code == "cap_reached":
            assert cap < 10**9
        else:
            assert outcomes & FOLLOWS_FROM.get(end.code, {end.code}), (end.code, outcomes)
    answered = sum(end.completion is not None for end in ends)
    assert answered > len(ends) * (0.9 if cap == 10**9 else 0.2)
    assert any(end.code == "cap_reached" for end in ends) == (cap < 10**9)


def nothing_is_charged_twice(ends: list[End], table: Desk) -> None:
    paid: dict[int, set[tuple[str, ...]]] = {}
    for end in ends:
        if end.completion is not None:
            paid.setdefault(end.number, set()).add(end.completion.ledger_entry_ids)
    assert all(len(ways) == 1 for ways in paid.values())  # both askers got the same paid answer
    used = {entry for ways in paid.values() for way in ways for entry in way}
    charged = {entry.id for entry in all_entries(table) if entry.charged}
    assert charged == used
    assert all(entry.status == "settled" for entry in all_entries(table))


def all_entries(table: Desk) -> list[LedgerEntry]:
    entries: list[LedgerEntry] = []
    cursor = ""
    while True:
        page = table.records.list(LedgerEntry, {"owner": "local"}, limit=200, cursor=cursor)
        entries += page.records
        cursor = page.cursor
        if not cursor:
            return entries
