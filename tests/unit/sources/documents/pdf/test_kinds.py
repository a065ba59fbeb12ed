"""Holds the list of what must be read right to the tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
TEST = re.compile(r"^def (test_\w+)", re.MULTILINE)


def test_each_kind_of_page_has_its_test() -> None:
    listed = re.findall(r"`(test_\w+)` \|$", (HERE / "README.md").read_text("utf-8"), re.MULTILINE)
    there = {
        name for path in HERE.rglob("test_*.py") for name in TEST.findall(path.read_text("utf-8"))
    }
    assert len(listed) > 30
    assert set(listed) - there == set()
