"""`praxeo check-sources`: whether the sources of examples still say what was read of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from praxeo.domain.access import local_user
from praxeo.domain.jobs import OPEN
from praxeo.domain.records import Job
from praxeo.domain.source_visits import SourceSeen, VisitFound
from praxeo.entrypoints.cli_grammar import wrong_usage
from praxeo.entrypoints.cli_make import follow, working
from praxeo.entrypoints.cli_output import (
    EXIT_OF_STATUS,
    EXIT_UNAVAILABLE,
    configuration,
    leave,
    opened_library,
    print_json,
    print_text,
)

if TYPE_CHECKING:
    from praxeo.app import Praxeo

POLL_SECONDS = 0.1
ALL, NONE = "all", "none"


def check_sources(examples: Sequence[str], take: str, as_json: bool) -> None:
    """Visit the sources of these examples, tell what has changed, and do what is said about it."""
    if take and len(examples) != 1:
        wrong_usage(
            "check-sources", "praxeo check-sources EXAMPLE...", "--take is said of one EXAMPLE"
        )
    code = 0
    with opened_library() as praxeo:
        for example in examples:
            if not take and not _visit(praxeo, example):
                code = EXIT_UNAVAILABLE
            found = praxeo.source_changes.show(local_user(), example)
            if as_json:
                print_json({"example": example, **asdict(found)})
            else:
                print_text("\n".join(_told(example, found)))
            if take:
                code = _settle(praxeo, example, found, take)
    leave(code)


def _visit(praxeo: Praxeo, example: str) -> bool:
    """Do the job here, unless another worker of the library has it; whether it was done."""
    from praxeo.wiring.product import build_worker

    job: Job | None = praxeo.source_changes.visit(local_user(), example)
    worker = build_worker(praxeo, "command", configuration())
    while job and job.status in OPEN:
        if not worker.run_this(job.id, threading.Event()):
            time.sleep(POLL_SECONDS)
        job = praxeo.outside.records.get(Job, job.id)
    return bool(job and job.status == "done")


def _settle(praxeo: Praxeo, example: str, found: VisitFound, take: str) -> int:
    """Take over what is said; gives the exit code of what the app came to."""
    every = [item.item for item in found.items]
    named = [key.strip() for key in take.split(",")]
    keys = every if take == ALL else [] if take == NONE else named
    settled = praxeo.source_changes.settle(local_user(), example, keys, current=found.spec_id)
    if not keys:
        return 0
    with working(praxeo, settled) as over:
        made = follow(praxeo, settled, over)
    print_text(f"{made.id}  {made.status:<8}  {made.title}")
    return EXIT_OF_STATUS[made.status]


def _told(example: str, found: VisitFound) -> Iterator[str]:
    yield f"{example}  {found.state or 'not looked at yet'}"
    yield from (f"  {_source(seen)}" for seen in found.sources)
    if found.changes:
        yield f"  {found.changes} sentences have changed; {len(found.items)} items rest on them."
    for item in found.items:
        yield f"  {item.item}  {item.section} · {item.activity}"
        for change in item.changes:
            yield f"    was: {change.before}"
            yield f"    now: {change.after or '(not there any more)'}"
        yield f"    item would be: {item.proposed or '(taken out)'}"


def _source(seen: SourceSeen) -> str:
    return f"{seen.state:<11}  {seen.address}" + (f"  {seen.reason}" if seen.reason else "")
