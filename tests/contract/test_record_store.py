"""What every record store does."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxeo.domain.access import local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Conflict, Refused, TooLarge
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.limits import RECORD_BYTES_MAX, SAVE_RECORDS_MAX
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Example, Job, Project, StepProgress
from praxeo.ports.records import RecordStore

NOW = "2026-01-02T03:04:05.000006Z"


def project(number: int = 1, **fields: object) -> Project:
    values: dict[str, object] = {
        "id": f"prj_{number:08d}",
        "owner": "local",
        "created_at": NOW,
        "updated_at": NOW,
        "name": f"Project {number}",
    }
    return Project(**{**values, **fields})  # type: ignore[arg-type]


def example(number: int, project_id: str = "prj_1", status: str = "ready") -> Example:
    return Example(
        id=f"exa_{number:08d}",
        owner="local",
        created_at=NOW,
        updated_at=NOW,
        project_id=project_id,
        title=f"Example {number}",
        input_type="document_input",
        input_id="doc_1",
        status=status,  # type: ignore[arg-type]
    )


def job() -> Job:
    work = GenerateExample(example_id="exa_1")
    return new_job(work, id="job_1", actor=local_user(), subject_id="exa_1", now=NOW)


def test_a_saved_record_comes_back_as_it_was_with_version_one(records: RecordStore) -> None:
    (saved,) = records.save(project(name="Häuser & “quotes” \U0001f600"))
    assert saved.version == 1
    assert records.get(Project, saved.id) == saved


def test_an_unknown_id_gives_none(records: RecordStore) -> None:
    assert records.get(Project, "prj_nowhere") is None


def test_nested_records_keep_their_types(records: RecordStore) -> None:
    step = StepProgress(name="check", label="Checking", fraction=0.5)
    records.save(replace(job(), steps=(step,), outputs={"spec_id": "spc_1"}))
    stored = records.get(Job, "job_1")
    assert stored is not None
    assert stored.steps == (step,)
    assert stored.outputs == {"spec_id": "spc_1"}


def test_a_restored_record_keeps_its_version_and_is_changed_from_there(
    records: RecordStore,
) -> None:
    records.restore(project(1, version=7), example(1))
    stored = records.get(Project, project(1).id)
    assert stored == project(1, version=7)
    page = records.list(Project, {"owner": "local"})
    assert (page.records, list(page.bodies)) == ((stored,), [to_body(stored)])
    (changed,) = records.save(replace(stored, name="Changed"))
    assert changed.version == 8


def test_records_are_restored_all_or_none_and_never_over_others(records: RecordStore) -> None:
    (saved,) = records.save(project(1))
    with pytest.raises(Conflict) as conflict:
        records.restore(project(2, version=3), project(1, version=1, name="Other"))
    assert conflict.value.code == "exists_already"
    assert records.get(Project, project(1).id) == saved
    assert records.get(Project, project(2).id) is None


def test_each_save_raises_the_version_by_one(records: RecordStore) -> None:
    (first,) = records.save(project())
    assert isinstance(first, Project)
    (second,) = records.save(replace(first, name="Renamed"))
    assert second.version == 2
    assert records.get(Project, first.id) == second


def test_a_save_over_a_newer_version_is_a_conflict_and_changes_nothing(
    records: RecordStore,
) -> None:
    (first,) = records.save(project())
    assert isinstance(first, Project)
    (newer,) = records.save(replace(first, name="Newer"))
    with pytest.raises(Conflict):
        records.save(replace(first, name="Late"))
    assert records.get(Project, first.id) == newer


def test_a_new_record_with_a_taken_id_is_a_conflict(records: RecordStore) -> None:
    records.save(project())
    with pytest.raises(Conflict):
        records.save(project(name="Other"))


def test_a_change_of_a_deleted_record_is_a_conflict(records: RecordStore) -> None:
    (saved,) = records.save(project())
    records.save(delete=(saved,))
    with pytest.raises(Conflict):
        records.save(saved)


def test_of_several_records_all_are_saved_or_none(records: RecordStore) -> None:
    (first,) = records.save(project(1))
    with pytest.raises(Conflict):
        records.save(project(2), example(1), replace(first, version=7), delete=())
    assert records.get(Project, project(2).id) is None
    assert records.get(Example, example(1).id) is None


def test_a_failed_delete_undoes_the_saves_beside_it(records: RecordStore) -> None:
    (first,) = records.save(project(1))
    with pytest.raises(Conflict):
        records.save(project(2), delete=(replace(first, version=5),))
    assert records.get(Project, project(2).id) is None
    assert records.get(Project, first.id) == first


def test_a_deleted_record_is_gone_from_get_and_list(records: RecordStore) -> None:
    (saved,) = records.save(project())
    assert records.save(delete=(saved,)) == ()
    assert records.get(Project, saved.id) is None
    assert records.list(Project, {"owner": "local"}).records == ()


def test_deleting_what_does_not_exist_is_a_conflict(records: RecordStore) -> None:
    with pytest.raises(Conflict):
        records.save(delete=(project(version=0),))


def test_a_list_is_in_order_of_creation_and_can_be_turned_round(records: RecordStore) -> None:
    for number in (3, 1, 2):
        records.save(example(number))
    found = records.list(Example, {"project_id": "prj_1"}).records
    assert [record.id for record in found] == [example(number).id for number in (1, 2, 3)]
    turned = records.list(Example, {"project_id": "prj_1"}, newest_first=True).records
    assert turned == found[::-1]


@pytest.mark.parametrize("newest_first", [False, True])
def test_cursors_lead_through_every_record_once(records: RecordStore, newest_first: bool) -> None:
    records.save(*(example(number) for number in range(25)))
    seen, cursor = [], ""
    for _ in range(4):
        page = records.list(
            Example, {"owner": "local"}, cursor=cursor, limit=7, newest_first=newest_first
        )
        seen += [record.id for record in page.records]
        cursor = page.cursor
    assert cursor == ""
    assert sorted(seen, reverse=newest_first) == seen
    assert len(set(seen)) == 25


def test_a_cursor_survives_records_that_come_and_go(records: RecordStore) -> None:
    saved = records.save(*(example(number) for number in (1, 2, 3, 5)))
    page = records.list(Example, {"owner": "local"}, limit=2)
    records.save(example(4), delete=saved[:2])
    rest = records.list(Example, {"owner": "local"}, cursor=page.cursor)
    assert [record.id for record in rest.records] == [example(n).id for n in (3, 4, 5)]


def test_a_list_by_two_fields_gives_only_records_with_both(records: RecordStore) -> None:
    records.save(example(1), example(2, status="failed"), example(3, "prj_2"))
    found = records.list(Example, {"project_id": "prj_1", "status": "ready"}).records
    assert [record.id for record in found] == [example(1).id]


def test_a_changed_field_moves_the_record_to_its_new_listing(records: RecordStore) -> None:
    (saved,) = records.save(example(1))
    assert isinstance(saved, Example)
    records.save(replace(saved, status="failed"))
    by_status = [
        records.list(Example, {"owner": "local", "status": status}).records
        for status in ("ready", "failed")
    ]
    assert [len(found) for found in by_status] == [0, 1]


def test_a_listing_that_the_catalog_does_not_name_is_refused(records: RecordStore) -> None:
    for where in ({"title": "x"}, {}):
        with pytest.raises(Refused) as refusal:
            records.list(Example, where)
        assert refusal.value.code == "unknown_listing"


@pytest.mark.parametrize("cursor", ["x", "!!!!", "AAAA", "ä", "exa_1", "a" * 5000])
def test_a_text_that_is_no_cursor_is_refused(records: RecordStore, cursor: str) -> None:
    with pytest.raises(Refused) as refusal:
        records.list(Example, {"owner": "local"}, cursor=cursor)
    assert refusal.value.code == "bad_cursor"


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_page_of_a_wrong_size_is_refused(records: RecordStore, limit: int) -> None:
    with pytest.raises(Refused):
        records.list(Example, {"owner": "local"}, limit=limit)


def test_an_empty_key_is_refused(records: RecordStore) -> None:
    with pytest.raises(Refused):
        records.save(project(id=""))
    with pytest.raises(Refused):
        records.list(Example, {"owner": ""})


def test_a_record_past_the_size_limit_is_refused_whole(records: RecordStore) -> None:
    with pytest.raises(TooLarge):
        records.save(project(1), project(2, description="ä" * (RECORD_BYTES_MAX // 2)))
    assert records.get(Project, project(1).id) is None


def test_too_many_records_in_one_save_are_refused(records: RecordStore) -> None:
    with pytest.raises(TooLarge):
        records.save(*(example(number) for number in range(SAVE_RECORDS_MAX + 1)))


def test_the_same_record_twice_in_one_save_is_refused(records: RecordStore) -> None:
    with pytest.raises(Refused):
        records.save(project(1), project(1, name="Twice"))


def test_every_table_of_the_catalog_lists_by_each_of_its_listings(records: RecordStore) -> None:
    for table in TABLES:
        for listing in table.list_by:
            where = dict.fromkeys(listing, "x")
            if "status" in listing and table.listed_statuses:
                where["status"] = table.listed_statuses[0]
            assert records.list(table.record, where).records == ()


def test_a_job_that_has_ended_leaves_the_listing_of_open_jobs(records: RecordStore) -> None:
    (saved,) = records.save(job())
    assert isinstance(saved, Job)
    assert records.list(Job, {"status": "queued"}).records == (saved,)
    (done,) = records.save(replace(saved, status="done"))
    assert records.list(Job, {"status": "queued"}).records == ()
    assert records.list(Job, {"owner": "local"}).records == (done,)


def test_ended_jobs_cannot_be_listed_by_their_status(records: RecordStore) -> None:
    with pytest.raises(Refused) as refusal:
        records.list(Job, {"status": "done"})
    assert refusal.value.code == "unknown_listing"


def test_large_records_are_listed_whole(records: RecordStore) -> None:
    """Together they are larger than what DynamoDB sends in one answer."""
    text = "a" * (RECORD_BYTES_MAX - 500)
    large = [project(number, description=text) for number in range(50)]
    for some in (large[start : start + 10] for start in range(0, 50, 10)):
        records.save(*some)
    found = records.list(Project, {"owner": "local"}, limit=50).records
    assert [record.id for record in found] == [record.id for record in large]
    assert all(record.description == text for record in found)


def test_of_many_threads_that_change_one_record_exactly_one_wins_each_round(
    records: RecordStore,
) -> None:
    (saved,) = records.save(project())
    wins: list[str] = []
    start = threading.Barrier(4)

    def change(name: str) -> None:
        start.wait()
        try:
            records.save(replace(saved, name=name))  # type: ignore[call-arg]
        except Conflict:
            return
        wins.append(name)

    threads = [threading.Thread(target=change, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = records.get(Project, saved.id)
    assert stored is not None
    assert [stored.name] == wins
    assert stored.version == 2


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=names, description=names)
def test_any_text_survives_being_stored(records: RecordStore, name: str, description: str) -> None:
    stored = records.get(Project, "prj_any")
    record = replace(stored, name=name, description=description) if stored else None
    (saved,) = records.save(record or project(id="prj_any", name=name, description=description))
    assert records.get(Project, "prj_any") == saved


def test_a_scan_gives_every_record_of_a_table_once_and_no_other(records: RecordStore) -> None:
    records.save(*(project(number) for number in range(1, 8)), example(1))
    cursor, seen = "", list[str]()
    while True:
        page = records.scan(Project, cursor=cursor, limit=3)
        assert len(page.records) <= 3
        seen += [each.id for each in page.records]
        cursor = page.cursor
        if not cursor:
            break
    ours = {project(number).id for number in range(1, 8)}
    assert len(seen) == len(set(seen))
    assert ours <= set(seen)
    with pytest.raises(Refused):
        records.scan(Project, cursor="no cursor")
    with pytest.raises(Refused):
        records.scan(Project, limit=0)
