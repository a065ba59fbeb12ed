"""A library in memory with an example whose app has been checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.records import CodeSnippet, Example, created
from praxeo.embeds.service import Embeds

OWNER = "local"
MakeCode = Callable[..., CodeSnippet]


@pytest.fixture
def embeds() -> Embeds:
    clock = SystemClock()
    return Embeds(records=MemoryRecords(), blobs=MemoryBlobs(), clock=clock, ids=RandomIds(clock))


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
