"""A library in memory with an example whose app has been checked."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.records import CodeSnippet, Example, created
from praxeo.embeds.recent import RecentEmbeds
from praxeo.embeds.service import Embeds
from praxeo.embeds.tickets import Tickets

sys.path.insert(0, str(Path(__file__).parent))

from hand_clock import HandClock

OWNER = "local"
MakeCode = Callable[..., CodeSnippet]


@pytest.fixture
def embeds() -> Embeds:
    clock = SystemClock()
    return Embeds(records=MemoryRecords(), blobs=MemoryBlobs(), clock=clock, ids=RandomIds(clock))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def keys() -> list[bytes]:
    """What tickets are signed with; a test may change them."""
    return [b"k" * 32]


@pytest.fixture
def library(embeds: Embeds, clock: HandClock, keys: list[bytes]) -> Embeds:
    """The same library at a time set by hand, with tickets."""
    return replace(embeds, clock=clock, tickets=Tickets(lambda: keys), recent=RecentEmbeds())


@pytest.fixture
def make_code(embeds: Embeds) -> MakeCode:
    """Store a version of the code of an example."""

    def make(example_id: str, text: str, *, check_status: str = "passed") -> CodeSnippet:
        data = text.encode()
        snippet = created(
            CodeSnippet,
            embeds.clock.now(),
            id=embeds.ids.new("cod"),
            owner=OWNER,
            example_id=example_id,
            spec_id="spc_1",
            number=1,
            code_blob=embeds.blobs.put(f"examples/{example_id}", data).key,
            size=len(data),
            content_hash=hashlib.sha256(data).hexdigest(),
            check_status=check_status,
            check_summary="A button does nothing." if check_status == "failed" else "",
            text_language="de",
        )
        embeds.records.save(snippet)
        return snippet

    return make


@pytest.fixture
def example(embeds: Embeds, make_code: MakeCode) -> Example:
    """An example with a current app that says "one"."""
    example_id = embeds.ids.new("exa")
    snippet = make_code(example_id, "<!doctype html><title>one</title>" + " one" * 500)
    made = created(
        Example,
        embeds.clock.now(),
        id=example_id,
        owner=OWNER,
        project_id="prj_1",
        title="Enzyme & <Co>",
        input_type="document_input",
        input_id="doc_1",
        status="ready",
        code_snippet_id=snippet.id,
    )
    embeds.records.save(made)
    return made
