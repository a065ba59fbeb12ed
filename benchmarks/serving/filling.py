"""A library to serve: many examples, one of which is published, in a folder that is thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example, created
from praxeo.embeds.service import Embeds

EXAMPLES = 10_000
BATCH = 50  # records in one save
APP_BYTES = 60_000
CODE = (b"<!doctype html><title>Tides</title><p>Text.</p>" * APP_BYTES)[:APP_BYTES]


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What the library holds that is asked for."""

    database: Path
    example_id: str
    embed_id: str
    closed_id: str


def make_library(
    folder: Path, examples: int = EXAMPLES, *, code: bytes = CODE, password: str = ""
) -> Made:
    """Fill `folder` as a data folder. `code` is the published app; with a `password`, a second embed of it is closed by that."""
    clock = SystemClock()
    ids, database = RandomIds(clock), folder / "praxeo.sqlite3"
    records, blobs = SqliteRecords(database), LocalBlobs(folder / "blobs")
    for first in range(0, examples, BATCH):
        records.save(*(_example(ids, clock, first + number) for number in range(BATCH)))
    example = _example(ids, clock, examples)
    stored = blobs.put(f"examples/{example.id}", code)
    snippet = created(
        CodeSnippet,
        clock.now(),
        id=example.code_snippet_id,
        owner=example.owner,
        example_id=example.id,
        spec_id=example.spec_id,
        number=1,
        code_blob=stored.key,
        size=stored.size,
        content_hash=stored.content_hash,
        check_status="passed",
    )
    records.save(example, snippet)
    embeds = Embeds(records=records, blobs=blobs, clock=clock, ids=ids)
    embed = embeds.publish(local_user(), example.id)
    closed = embeds.publish(local_user(), example.id) if password else embed
    if password:
        changes = {"access": "password", "password": password}
        closed = embeds.change(local_user(), closed.id, version=closed.version, **changes)
    records.close()
    return Made(database=database, example_id=example.id, embed_id=embed.id, closed_id=closed.id)


def _example(ids: RandomIds, clock: SystemClock, number: int) -> Example:
    return created(
        Example,
        clock.now(),
        id=ids.new("exa"),
        owner="local",
        project_id="prj_1",
        title=f"How example number {number} works, and why it matters",
        input_type="document_input",
        input_id=f"doc_{number:08d}",
        status="ready",
        language="en",
        spec_id=ids.new("spc"),
        code_snippet_id=ids.new("cod"),
        job_id=ids.new("job"),
        section_count=7,
        exercise_count=63,
    )
