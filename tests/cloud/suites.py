"""Which suite ran where: noted from the runs themselves, and written down as docs/reference/suites.md.

`pytest --suites=FILE` notes, for each suite of that run, which of its tests passed in which place. What it
noted before of other places stays.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

PLACES = ("embedded", "local cloud", "deployed app")
ADAPTERS = {"sqlite": 0, "local_files": 0, "dynamodb": 1, "s3": 1, "sqs": 1}
ROOT = Path(__file__).parents[2]
FILE, PAGE = (ROOT / "docs" / "reference" / f"suites.{end}" for end in ("json", "md"))
WHAT = {
    "contract/test_record_store.py": "records: what every store promises",
    "contract/test_blob_store.py": "files: what every store promises",
    "contract/test_nudges.py": "the queue",
    "cloud/test_lambdas.py": "the Lambdas' code, called with AWS's events",
    "studio/test_starting.py": "journeys: from a first visit, a PDF or a text to an app that is played; refusals",
    "studio/test_making.py": "journeys: while an app is made; a worker killed, the API away",
    "studio/test_editing.py": "journeys: spec and code edited, previewed, compared, restored",
    "studio/test_conflicts.py": "journeys: two sides in conflict",
    "studio/test_publishing.py": "journeys: published, themed, opened in a page of another origin",
    "deployed/test_journey.py": "from a PDF to a published app that is seen",
    "deployed/test_least_privilege.py": "each role against what its function does",
}
Noted = dict[str, dict[str, list[str]]]  # the tests that passed, by suite and place


def place_of(node_id: str, deployed: bool) -> str:
    """Where a test ran; "" where that is told by neither its folder nor its adapter."""
    if "/deployed/" in node_id:
        return PLACES[2]
    if "/cloud/" in node_id:
        return PLACES[1]
    if "/studio/" in node_id:
        return os.environ.get("PRAXEO_PLACE", PLACES[0])
    parameters = node_id.partition("[")[2].rstrip("]").split("-")
    found = [ADAPTERS[each] for each in parameters if each in ADAPTERS]
    if not found:
        return ""
    return PLACES[2 if deployed and found[0] else found[0]]


class Suites:
    """Notes the outcomes of a run and adds them to the file; a failure takes the test out of it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._passed: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._failed: set[tuple[str, str, str]] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        place = place_of(report.nodeid, bool(os.environ.get("PRAXEO_DEPLOYED")))
        path, _, name = report.nodeid.removeprefix("tests/").partition("::")
        name = name.partition("[")[0]
        if not place or path not in WHAT:
            return
        if report.failed:
            self._failed.add((path, place, name))
        elif report.when == "call" and report.passed:
            self._passed[path, place].add(name)

    def pytest_sessionfinish(self) -> None:
        noted: Noted = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        for path, place in {*self._passed, *(each[:2] for each in self._failed)}:
            names = self._passed[path, place]
            good = sorted(name for name in names if (path, place, name) not in self._failed)
            noted.setdefault(path, {})[place] = good
        self._file.write_text(json.dumps(noted, indent=1, sort_keys=True) + "\n", "utf-8")
        self._file.with_suffix(".md").write_text(page(noted), "utf-8")


def page(noted: Noted) -> str:
    """The page that says so."""
    lines = [
        "# What was run where",
        "",
        "Written by the runs themselves (`make cloud-suites`): how many tests of each suite passed in each place. *Embedded* is SQLite",
        "and files; the *local cloud* is an emulator that checks signatures, rights and TLS; the *deployed app* are the stacks of `infra/`,",
        "deployed into it, with the tables, buckets and roles that they make. None of this is AWS itself. The journeys are run by a real browser;",
        "those of a killed process are not for the deployed app, whose Lambdas have none that a person could kill.",
        "",
        "| Suite | " + " | ".join(PLACES) + " |",
        "| --- |" + " ---: |" * len(PLACES),
    ]
    for path, what in WHAT.items():
        counts = [len(noted.get(path, {}).get(place, ())) for place in PLACES]
        cells = " | ".join(str(count) if count else "–" for count in counts)
        lines.append(f"| {what} (`tests/{path}`) | {cells} |")
    return "\n".join(lines) + "\n"
