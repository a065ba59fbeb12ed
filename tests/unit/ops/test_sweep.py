"""Bytes that nothing needs any more do not stay, and bytes that anything needs do."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "jobs"))

from plain_praxeo import HandClock, add_text, outside_in_folder, run_all

from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.records import Project, created, utc_text
from praxeo.ops.sweep import sweep_orphans
from praxeo.ops.upkeep import Upkeep

ME = local_user()
DAY = timedelta(days=1)
START = datetime(2026, 1, 2, tzinfo=UTC)


class Later:
    """The machine's clock, some time ahead."""

    def __init__(self, ahead: timedelta) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def praxeo(tmp_path: Path) -> Praxeo:
    return build(replace(outside_in_folder(tmp_path), clock=HandClock()))


def swept(praxeo: Praxeo, ahead: timedelta = 2 * DAY) -> int:
    return sweep_orphans(praxeo.outside.records, praxeo.outside.blobs, Later(ahead))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "blobs").rglob("*") if path.is_file())


def test_a_library_keeps_every_byte_that_its_records_name(praxeo: Praxeo, tmp_path: Path) -> None:
    example = add_text(praxeo)
    add_text(praxeo, "refuse this", "no.txt")
    add_text(praxeo, "A text that is wrong.", "wrong.txt")
    run_all(praxeo)
    praxeo.embeds.publish(ME, example.id)
    copy = praxeo.duplicate_example(ME, example.id)
    example = praxeo.examples.get(ME, example.id)
    text = praxeo.examples.spec_text(praxeo.examples.spec(ME, example.spec_id))
    praxeo.edits.edit_spec(ME, example.id, text=text + "\n", based_on=example.spec_id)
    before = files(tmp_path)
    assert swept(praxeo) == 0
    assert files(tmp_path) == before
    praxeo.delete_example(ME, copy.id, version=copy.version)
    assert swept(praxeo) == 0


def test_what_an_upload_stores_after_its_document_was_deleted_does_not_stay(
    praxeo: Praxeo, tmp_path: Path
) -> None:
    project = praxeo.projects.named(ME, "")
    document = praxeo.documents.create(ME, project_id=project.id, name="a.txt")
    with praxeo.documents.receive(ME, document.id) as upload:
        upload.write(b"Cells divide.")
        praxeo.inputs.delete(ME, document.id, version=document.version)
        with pytest.raises(Conflict):
            upload.finish()
    assert len(files(tmp_path)) == 1
    assert swept(praxeo, ahead=DAY / 2) == 0  # it may be about to be named
    assert swept(praxeo) == 1
    assert files(tmp_path) == []
    assert list((tmp_path / "blobs" / "document_inputs").iterdir()) == []


def test_sixteen_uploads_to_one_document_leave_one_file(praxeo: Praxeo, tmp_path: Path) -> None:
    project = praxeo.projects.named(ME, "")
    document = praxeo.documents.create(ME, project_id=project.id, name="a.txt")
    for number in range(16):  # all but the first find the document changed
        with praxeo.documents.receive(ME, document.id) as upload:
            upload.write(f"Text {number}.".encode())
            if number:
                upload.writer.finish()
            else:
                upload.finish()
    assert len(files(tmp_path)) == 16
    assert swept(praxeo) == 15
    kept = praxeo.documents.get(ME, document.id)
    with praxeo.documents.content(kept) as file:
        assert file.read() == b"Text 0."


def test_what_a_job_hands_to_its_next_step_stays(praxeo: Praxeo, tmp_path: Path) -> None:
    key, other, third = (
        praxeo.outside.blobs.put("examples/exa_1", text).key for text in (b"A spec.", b"1", b"2")
    )
    work = GenerateExample(example_id="exa_1")
    job = new_job(work, id="job_1", actor=ME, subject_id="exa_1", now=utc_text(START))
    job = replace(job, outputs={"spec": key, "pictures": f"{other} {third},{key}"})
    praxeo.outside.records.save(job)
    assert swept(praxeo) == 0
    assert all(praxeo.outside.blobs.exists(each) for each in (key, other, third))


def test_bytes_that_are_stored_anew_while_the_sweep_reads_stay() -> None:
    """Just then they may be stored for a record that is still to be saved."""

    class StoredAnew(MemoryBlobs):
        def stored(self, table: str):  # type: ignore[no-untyped-def]
            yield from list(super().stored(table))
            if table == "specs" and list(super().stored(table)):
                self.put("specs/spc_1", b"text")

    blobs, now = StoredAnew(), datetime.now(UTC)
    key = blobs.put("specs/spc_1", b"text").key
    blobs._stored_at[key] = now - 2 * DAY
    assert sweep_orphans(MemoryRecords(), blobs, Later(timedelta())) == 0
    assert blobs.exists(key)


def test_nothing_is_swept_while_a_record_cannot_be_read(praxeo: Praxeo, tmp_path: Path) -> None:
    """It may name any of the bytes that nothing else names."""
    import sqlite3

    praxeo.outside.blobs.put("specs/spc_1", b"text")
    add_text(praxeo)
    connection = sqlite3.connect(tmp_path / "praxeo.sqlite3")
    connection.execute("UPDATE examples SET body = '{}'")
    connection.commit()
    connection.close()
    before = files(tmp_path)
    with pytest.raises(Unavailable) as told:
        swept(praxeo)
    assert told.value.code == "record_unreadable"
    assert files(tmp_path) == before
    outside = praxeo.outside
    Upkeep(records=outside.records, blobs=outside.blobs, clock=Later(2 * DAY))()  # is put off
    assert files(tmp_path) == before


def test_upkeep_sweeps_once_a_day(praxeo: Praxeo, tmp_path: Path) -> None:
    praxeo.outside.records.save(
        created(Project, praxeo.outside.clock.now(), id="prj_1", owner="local", name="A")
    )
    clock = Later(2 * DAY)
    upkeep = Upkeep(records=praxeo.outside.records, blobs=praxeo.outside.blobs, clock=clock)
    for hours, left in ((0, 0), (1, 1), (23, 1), (25, 0)):
        clock.ahead = 2 * DAY + timedelta(hours=hours)
        if hours == 1:
            praxeo.outside.blobs.put("specs/spc_1", b"text")
        upkeep()
        assert len(files(tmp_path)) == left


def test_foreign_files_in_the_folder_are_left_alone(praxeo: Praxeo, tmp_path: Path) -> None:
    area = tmp_path / "blobs" / "specs" / "spc_1"
    area.mkdir(parents=True)
    (area / "notes.txt").write_text("of a person")
    long_ago = time.time() - 10 * DAY.total_seconds()
    os.utime(area / "notes.txt", (long_ago, long_ago))
    assert swept(praxeo) == 0
    assert (area / "notes.txt").exists()
