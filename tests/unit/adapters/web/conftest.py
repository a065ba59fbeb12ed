"""A web on this machine to fetch from, with a clock that tests drive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.unit.adapters.web.loopback_sites import Sites


@pytest.fixture
def sites() -> Iterator[Sites]:
    with ExitStack() as stack:
        yield Sites(stack)
