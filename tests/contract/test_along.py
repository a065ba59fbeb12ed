"""What goes along with a save, and who is told of it, in every record store."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import pytest

from praxeo.adapters.memory import MemoryRecords
from praxeo.domain.errors import Conflict, TooLarge
from praxeo.domain.limits import SAVE_RECORDS_MAX
from praxeo.domain.records import Project, Record
from praxeo.ports.records import RecordStore

NOW = "2026-01-02T03:04:05.000006Z"


def project(number: int, *, name: str = "", version: int = 0) -> Project:
    return Project(
        id=f"prj_{number:08d}",
        owner="local",
        created_at=NOW,
        updated_at=NOW,
        name=name or f"Project {number}",
        version=version,
    )


def mark(saved: Sequence[Record]) -> Record:
    """A record that names the first of those that it goes along with."""
    return project(99, name=saved[0].id)


def marked(records: RecordStore) -> Project | None:
    return records.get(Project, project(99).id)


def test_the_first_save_inside_takes_it_along_and_gives_only_its_own(records: RecordStore) -> None:
    with records.along(mark):
        saved = records.save(project(1), project(50))
        found = marked(records)
        assert [record.id for record in saved] == [project(1).id, project(50).id]
        assert found is not None
        assert (found.name, found.version) == (project(1).id, 1)
        records.save(project(2))
    assert marked(records) == found


def test_it_is_saved_with_the_others_or_not_at_all(records: RecordStore) -> None:
    (newer,) = records.save(project(1))
    with records.along(mark), pytest.raises(Conflict):
        records.save(project(2), replace(newer, version=7))
    assert marked(records) is None
    records.save(project(99))
    with records.along(mark), pytest.raises(Conflict):
        records.save(project(3))
    assert records.get(Project, project(3).id) is None


def test_a_save_that_fails_does_not_use_it_up(records: RecordStore) -> None:
    with records.along(mark):
        with pytest.raises(Conflict):
            records.save(project(1, version=7))
        assert marked(records) is None
        records.save(project(2))
    found = marked(records)
    assert found is not None
    assert found.name == project(2).id


def test_nothing_goes_along_outside_with_a_deletion_or_when_nothing_is_saved(
    records: RecordStore,
) -> None:
    (gone,) = records.save(project(1))
    with records.along(mark):
        records.save(delete=(gone,))
    records.save(project(2))
    assert marked(records) is None


def test_it_waits_for_the_saves_of_its_own_thread_and_its_own_store(records: RecordStore) -> None:
    other = MemoryRecords()
    with records.along(mark):
        thread = threading.Thread(target=records.save, args=(project(1),))
        thread.start()
        thread.join()
        other.save(project(2))
        assert marked(records) is None
        assert marked(other) is None


def test_it_counts_in_the_limits(records: RecordStore) -> None:
    with records.along(mark), pytest.raises(TooLarge):
        records.save(*(project(number) for number in range(100, 100 + SAVE_RECORDS_MAX)))
    assert marked(records) is None


def test_whoever_listens_is_told_of_saves_that_succeeded_and_of_no_others(
    watched: tuple[RecordStore, list[str]],
) -> None:
    records, told = watched
    (saved,) = records.save(project(1))
    with records.along(mark):
        records.save(project(50))
    with pytest.raises(Conflict):
        records.save(project(2), project(1))
    records.save(delete=(saved,))
    assert told == [project(1).id, project(50).id, project(99).id]
