"""What a command does while a person waits for it: its own jobs, and an end where the store is gone."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import add_text, document_of, job_of, outside_in_memory

from praxeo.adapters.memory import MemoryRecords
from praxeo.app import build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Record
from praxeo.entrypoints.cli import main
from praxeo.jobs.worker import RESTS_MOST, Worker


class NoWait(threading.Event):
    """Waits for nothing, and is set after so many turns."""

    def __init__(self, turns: int = 100) -> None:
        super().__init__()
        self.turns = turns

    def wait(self, timeout: float | None = None) -> bool:
        self.turns -= 1
        if self.turns <= 0:
            self.set()
        return self.is_set()


class FullDisk(MemoryRecords):
    """Takes nothing any more, once told so, for the next so many saves."""

    refuses = 0

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        if self.refuses > 0:
            self.refuses -= 1
            raise Unavailable("store_unavailable", "The disk is full.")
        return super().save(*records, delete=delete)


@pytest.mark.parametrize(("refuses", "ends"), [(RESTS_MOST - 1, False), (10_000, True)])
def test_it_ends_where_the_store_stays_away_and_goes_on_where_it_comes_back(
    refuses: int, ends: bool
) -> None:
    records = FullDisk()
    praxeo = build(replace(outside_in_memory(), records=records))
    example = add_text(praxeo)
    job = job_of(praxeo, document_of(praxeo, example))
    records.refuses = refuses
    trouble = Worker(praxeo=praxeo, name="command").run_only([job.id, example.job_id], NoWait())
    assert (trouble is not None) == ends
    if trouble:
        assert trouble.message == "The disk is full."
    else:
        assert praxeo.examples.get(local_user(), example.id).status in ("ready", "unproven")


def test_a_command_says_what_is_wrong_once_and_in_words(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRAXEO_LOG_LEVEL", raising=False)
    monkeypatch.setenv("PRAXEO_DATA_DIR", str(tmp_path / "library"))
    monkeypatch.setattr("praxeo.jobs.worker.REST_SECONDS", 0.01)

    def gone(self: Worker, job_id: str, stop: threading.Event | None = None) -> bool:
        raise Unavailable("store_unavailable", "The disk is full.")

    monkeypatch.setattr(Worker, "run_this", gone)
    (tmp_path / "a.txt").write_text("An enzyme is a protein that speeds up a reaction. " * 9)
    with pytest.raises(SystemExit) as left:
        main(["make", str(tmp_path / "a.txt")])
    told = capfd.readouterr().err
    assert left.value.code == 8
    assert told.count("The disk is full.") == 1
    assert "{" not in told
