"""What the tests of the deployed app stand on: one journey through it.

It takes a minute or two to deploy, so these tests are run by `make cloud-test` and not with all others.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from journey import Asked, Journey, tour, travel

from deployed import ASKED, Deployed

collect_ignore_glob = [] if os.environ.get("PRAXEO_DEPLOYED") else ["test_*.py"]


@pytest.fixture(scope="session")
def journey(app: Deployed) -> Journey:
    """One journey, which all tests look at."""
    return travel(app)


@pytest.fixture(scope="session")
def toured(app: Deployed, journey: Journey) -> Asked:
    """What was asked for in the journey and in what a journey does not need."""
    tour(app, journey)
    return Asked(app.cloud.certificate.parent / ASKED)
