"""A Gemini on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from model_fixtures import KEY, answer, gemini_with

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.gemini import GeminiProvider


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
