"""The page on what was run where is that of the noted runs, and no suite has changed since."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cloud"))

from suites import FILE, PAGE, PLACES, WHAT, page

TESTS = Path(__file__).parents[1]
NOTED = json.loads(FILE.read_text("utf-8"))


def test_the_page_is_that_of_the_runs() -> None:
    assert PAGE.read_text("utf-8") == page(NOTED), "Run: make cloud-suites"


@pytest.mark.parametrize("suite", WHAT)
def test_every_test_of_a_suite_has_passed_somewhere(suite: str) -> None:
    written = set(re.findall(r"^def (test_\w+)", (TESTS / suite).read_text("utf-8"), re.MULTILINE))
    passed = {name for names in NOTED[suite].values() for name in names}
    assert passed == written, "Run: make cloud-suites"


@pytest.mark.parametrize("suite", [suite for suite in WHAT if suite.startswith("contract/")])
def test_what_holds_on_the_local_cloud_holds_on_the_deployed_app(suite: str) -> None:
    assert NOTED[suite][PLACES[2]] == NOTED[suite][PLACES[1]]
