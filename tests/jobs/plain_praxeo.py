"""A Praxeo with a plain reader, author, compiler and check: quick, deterministic, without processes.

Run as a program it is a worker on a library folder: `python plain_praxeo.py FOLDER LEASE_SECONDS`.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.memory_tally import MemoryTally
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.checks import CheckLine, CheckReport, LineState
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.ids import format_id
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.pages import PageImage
from praxeo.domain.records import (
    Example,
    Job,
)
from praxeo.domain.spec import Activity, Card, Section, SpecDocument
from praxeo.jobs.worker import Worker
from praxeo.outside import Outside
from praxeo.ports.authoring import Authored
from praxeo.ports.proving import CheckOutcome, Picture, Progress
from praxeo.ports.web import Fetched, Known

TEXT = "The enzyme binds the substrate.\nHeat denatures the enzyme."


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def move(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class CountedIds:
    """Ids that count from 1."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = threading.Lock()

    def new(self, prefix: str) -> str:
        with self._lock:
            self.count += 1
            return format_id(prefix, 0, self.count)


def read_document(path: Path, *, name: str, **more: object) -> Extraction:
    """Every line is a paragraph; a file that begins with "refuse" is refused."""
    data = path.read_bytes()
    if data.startswith(b"refuse"):
        raise Refused("not_a_document", "This file is no document.")
    if data.startswith(b"defect"):
        raise RuntimeError("a defect in a reader")
    lines = data.decode().splitlines()
    return Extraction(
        metadata=Metadata(
            media_type="text/plain",
            content_hash=hashlib.sha256(data).hexdigest(),
            word_count=len(data.split()),
        ),
        blocks=tuple(
            Block(id=f"b{number}", kind="paragraph", text=line)
            for number, line in enumerate(lines, 1)
        ),
    )


def draw_page(path: Path, number: int, **more: object) -> PageImage:
    """No picture: the plain reader's documents are texts without pages."""
    raise Refused("damaged", "A text has no pages.")


def write_spec(extraction: Extraction, *, name: str) -> SpecDocument:
    """One flashcard for each block."""
    cards = tuple(
        Card(front=f"What does line {number} say?", back=block.text, evidence=(f"{block.id}.1",))
        for number, block in enumerate(extraction.blocks, 1)
    )
    activity = Activity(kind="flashcards", title="Remember", items=cards)
    reading = tuple(block.id for block in extraction.blocks)
    section = Section(id="s1", title="All of it", reading=reading, activities=(activity,))
    return SpecDocument(
        title=f"About {name}", language="en", source=name, author="plain 1", sections=(section,)
    )


def author(extraction: Extraction, *, name: str) -> Authored:
    """The same with its (no) warnings."""
    return Authored(document=write_spec(extraction, name=name))


def compile_spec(spec: SpecDocument, extraction: Extraction | None) -> str:
    """A page that holds the title."""
    return f"<!doctype html><html lang=en><title>{spec.title}</title><h1>{spec.title}</h1></html>"


def check_app(
    html: str,
    *,
    progress: Progress,
    spec: SpecDocument | None = None,
    line: str = "",
    earlier: bytes = b"",
) -> CheckOutcome:
    """Passes every app but those whose title says "wrong"; its report has one line, "start"."""
    progress(0.5)
    status: LineState = "failed" if "wrong" in html else "passed"
    summary = "An answer is wrong." if status == "failed" else "Every exercise works."
    lines = (CheckLine(code="start", kind="start", state=status),)
    report = CheckReport(status=status, summary=summary, content_hash="0" * 64, lines=lines)
    return CheckOutcome(
        status=status,
        summary=summary,
        report=report.to_json().encode(),
        pictures=(Picture(name="home", width=390, height=844, png=b"\x89PNG"),),
    )


class Unplugged:
    """A web of which nothing can be reached."""

    def get(
        self, url: str, *, accept: str = "*/*", robots: bool = True, known: Known | None = None
    ) -> Fetched:
        raise Unavailable("page_unreachable", "No site answers. Try again.")


def outside_in_memory() -> Outside:
    """Everything in memory, with a clock that stands still and ids that count."""
    return Outside(
        records=MemoryRecords(),
        blobs=MemoryBlobs(),
        clock=HandClock(),
        ids=CountedIds(),
        read_document=read_document,
        draw_page=draw_page,
        web=Unplugged(),
        name_pictures=lambda path: (),
        author=author,
        compiler=compile_spec,
        checker=check_app,
        upload_bytes_max=1_000_000,
        ticket_keys=lambda: (b"a key of tests",),
        tally=MemoryTally(),
    )


def outside_in_folder(folder: Path) -> Outside:
    """The same on SQLite, files and the machine's clock."""
    clock = SystemClock()
    return replace(
        outside_in_memory(),
        records=SqliteRecords(folder / "praxeo.sqlite3"),
        blobs=LocalBlobs(folder / "blobs"),
        clock=clock,
        ids=RandomIds(clock),
    )


def add_text(praxeo: Praxeo, text: str = TEXT, name: str = "enzymes.txt") -> Example:
    """Upload a text and ask for an example of it, as the API does."""
    project = praxeo.projects.named(local_user(), "")
    document = praxeo.documents.create(local_user(), project_id=project.id, name=name)
    with praxeo.documents.receive(local_user(), document.id) as upload:
        upload.write(text.encode())
        upload.finish()
    praxeo.documents.confirm(local_user(), document.id)
    return praxeo.examples.create(
        local_user(),
        project_id=project.id,
        input_type="document_input",
        input_id=document.id,
        input_name=name,
    )


def document_of(praxeo: Praxeo, example: Example) -> DocumentInput:
    return praxeo.documents.get(local_user(), example.input_id)


def job_of(praxeo: Praxeo, record: Example | DocumentInput) -> Job:
    job = praxeo.outside.records.get(Job, record.job_id)
    assert job is not None
    return job


def run_all(praxeo: Praxeo, turns: int = 50) -> None:
    """Let a worker run until there is nothing to do; put-off jobs become due by moving the clock."""
    worker = Worker(praxeo=praxeo, name="test")
    clock = praxeo.outside.clock
    for _ in range(turns):
        if worker.run_one() is None:
            assert isinstance(clock, HandClock)
            clock.move(1000)
            if worker.run_one() is None:
                return
    raise AssertionError("the worker found no end")


WORK_SECONDS = 0.02  # how long each step of the killable worker takes at least


def slowly(function: Any) -> Any:
    """The same function, so slow that a kill can come while it works."""

    def slow(*values: Any, **named: Any) -> Any:
        threading.Event().wait(WORK_SECONDS)
        return function(*values, **named)

    return slow


if __name__ == "__main__":
    outside = outside_in_folder(Path(sys.argv[1]))
    slow_outside = replace(
        outside,
        read_document=slowly(read_document),
        author=slowly(author),
        compiler=slowly(compile_spec),
        checker=slowly(check_app),
    )
    Worker(
        praxeo=build(slow_outside),
        name="killable",
        lease=timedelta(seconds=float(sys.argv[2])),
    ).run(threading.Event())
