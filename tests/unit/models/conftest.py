"""A Gemini on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.gemini import GeminiProvider
from tests.unit.models.model_fixtures import KEY, answer, gemini_with


@pytest.fixture
def server() -> LoopbackGemini:
    return LoopbackGemini(answer=answer)


@pytest.fixture
def address(server: LoopbackGemini) -> Iterator[str]:
    with server.running() as address:
        yield address


@pytest.fixture
def gemini(address: str) -> GeminiProvider:
    return gemini_with(address, KEY)
