"""The API over everything in memory, with the plain reader and author of tests/jobs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "jobs"))

from plain_praxeo import outside_in_memory, run_all

from praxeo.app import Praxeo, build
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded

OPTIONS = ApiOptions(
    embed_url="http://127.0.0.1:8401",
    hosts=frozenset({"praxeo.test"}),
    origins=frozenset({"http://localhost:5173"}),
)


@pytest.fixture
def praxeo() -> Praxeo:
    return build(outside_in_memory())


@pytest.fixture
def client(praxeo: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def work(praxeo: Praxeo) -> Callable[[], None]:
    """Run all jobs that there are."""
    return lambda: run_all(praxeo)
