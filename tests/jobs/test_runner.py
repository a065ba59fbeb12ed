"""Jobs as they go well, are put off, are refused and are given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from plain_praxeo import (
    HandClock,
    add_text,
    document_of,
    job_of,
    outside_in_memory,
    run_all,
    write_spec,
)

from praxeo.adapters.memory import MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user, system_actor
from praxeo.domain.errors import Conflict, NotFound, Refused, Unavailable
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.records import (
    Example,
    Job,
    Record,
)
from praxeo.domain.trail_records import AuditEvent
from praxeo.jobs.control import cancel_job, retry_job
from praxeo.jobs.retry import delay_after
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import LEASE, sweep, take
from praxeo.jobs.worker import Worker
from praxeo.outside import Outside
from praxeo.ports.authoring import Authored


@pytest.fixture
def praxeo() -> Praxeo:
    return build(outside_in_memory())


def example_now(praxeo: Praxeo, example: Example) -> Example:
    return praxeo.examples.get(local_user(), example.id)


def test_a_text_becomes_a_ready_example_with_its_spec_code_and_report(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    assert (example.status, example.title) == ("ready", "About enzymes.txt")
    assert (example.section_count, example.exercise_count) == (1, 2)
    snippet = praxeo.examples.app(local_user(), example.id)
    assert (snippet.check_status, snippet.number) == ("passed", 1)
    assert b"About enzymes.txt" in praxeo.examples.code(snippet)
    assert b"Every exercise works." in praxeo.examples.report(snippet)
    assert praxeo.outside.blobs.read(example.cover_blob) == b"\x89PNG"
    (spec,) = praxeo.examples.specs(local_user(), example.id).records
    assert "Heat denatures the enzyme." in praxeo.examples.spec_text(spec)


def test_a_done_job_tells_every_step_with_its_times(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    job = job_of(praxeo, made)
    assert job.status == "done"
    assert [step.name for step in job.steps] == ["write_spec", "compile", "check", "attach"]
    assert all(step.started_at and step.finished_at and step.fraction == 1 for step in job.steps)


def test_every_change_leaves_an_audit_event(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    events = praxeo.outside.records.list(AuditEvent, {"owner": "local"}).records
    assert {(event.actor_id, event.actor_kind, event.outcome) for event in events} == {
        ("local", "user", "done")
    }
    assert job_of(praxeo, made).caused_by == "local"
    assert [event.action for event in events] == [
        "project.created",
        "document_input.created",
        "document_input.confirmed",
        "example.created",
    ]


def test_an_app_that_fails_its_check_is_not_ready_and_says_why(praxeo: Praxeo) -> None:
    made = add_text(praxeo, name="wrong.txt")
    run_all(praxeo)
    example = example_now(praxeo, made)
    assert (example.status, example.reason_code) == ("failed", "check_failed")
    assert example.reason == "An answer is wrong."
    assert job_of(praxeo, made).status == "done"


def test_a_refused_document_says_so_and_leaves_no_bytes(praxeo: Praxeo) -> None:
    made = add_text(praxeo, "refuse me")
    run_all(praxeo)
    document = document_of(praxeo, made)
    assert (document.status, document.reason_code) == ("refused", "not_a_document")
    assert document.content_blob == ""
    assert list(praxeo.outside.blobs.keys(f"document_inputs/{document.id}")) == []
    assert job_of(praxeo, document).status == "failed"
    example = example_now(praxeo, made)
    assert (example.status, example.reason) == ("failed", "This file is no document.")


def test_a_defect_is_tried_again_and_then_given_up(praxeo: Praxeo) -> None:
    made = add_text(praxeo, "defect")
    run_all(praxeo)
    document = document_of(praxeo, made)
    job = job_of(praxeo, document)
    assert (job.status, job.attempt, job.error_code) == ("dead", 5, "unexpected_error")
    assert (document.status, document.reason_code) == ("failed", "unexpected_error")


class GrudgingRecords(MemoryRecords):
    """A store with a defect: it cannot save a document that failed."""

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        if any(isinstance(record, DocumentInput) and record.reason_code for record in records):
            raise RuntimeError("a defect in a store")
        return super().save(*records, delete=delete)


def test_a_failure_that_cannot_even_be_noted_leaves_the_worker_alive() -> None:
    praxeo = build(replace(outside_in_memory(), records=GrudgingRecords()))
    add_text(praxeo, "refuse me")
    worker = Worker(praxeo=praxeo, name="test")
    job = worker.run_one()
    assert job is not None
    assert job.status == "running"
    well = add_text(praxeo, name="other.txt")
    for _ in range(4):
        worker.run_one()
    assert document_of(praxeo, well).status == "ready"


def flaky(outside: Outside, failures: int) -> Outside:
    left = [failures]

    def author(extraction, *, name):  # type: ignore[no-untyped-def]
        if left[0]:
            left[0] -= 1
            raise Unavailable("author_busy", "The author does not answer.")
        return Authored(document=write_spec(extraction, name=name))

    return replace(outside, author=author)


def test_what_may_pass_is_tried_again_later_and_later() -> None:
    praxeo = build(flaky(outside_in_memory(), failures=2))
    made = add_text(praxeo)
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    worker = Worker(praxeo=praxeo, name="test")
    worker.run_one()
    waits = []
    for _ in range(2):
        worker.run_one()
        job = job_of(praxeo, made)
        assert (job.status, job.last_trouble) == ("waiting", "The author does not answer.")
        before = clock.now()
        while job_of(praxeo, made).status == "waiting":
            clock.move(1)
            sweep(praxeo.outside.records, clock)
        waits.append((clock.now() - before).total_seconds())
    worker.run_one()
    assert waits == [2, 8]
    assert example_now(praxeo, made).status == "ready"
    assert job_of(praxeo, made).attempt == 1


def test_who_says_how_long_to_wait_is_not_asked_before() -> None:
    work = GenerateExample(example_id="exa_1")
    job = new_job(work, id="job_1", actor=local_user(), subject_id="exa_1", now="")
    job = replace(job, attempt=1)
    busy = Unavailable("page_busy", "Try again later.", retry_after=90)
    hour = Unavailable("page_busy", "Try again later.", retry_after=100_000)
    assert delay_after(job, busy) == timedelta(seconds=90)
    assert delay_after(job, hour) == timedelta(seconds=600)
    assert delay_after(job, Unavailable("page_busy", "Try again later.")) == timedelta(seconds=2)


def test_an_example_waits_for_its_document_without_using_up_attempts(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    example_job = next(
        job
        for job in records.list(Job, {"status": "queued"}).records
        if job.kind == "GenerateExample"
    )
    held = replace(example_job, status="running", attempt=1, lease_until="9")
    (held,) = records.save(held)  # type: ignore[assignment]
    left = run_job(praxeo, held)
    assert (left.status, left.attempt) == ("waiting", 0)
    assert clock is praxeo.outside.clock
    run_all(praxeo)
    assert example_now(praxeo, made).status == "ready"


def test_only_one_worker_gets_a_job(praxeo: Praxeo) -> None:
    add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    taken = [take(records, clock, worker=f"w{number}") for number in range(3)]
    assert [job.kind if job else None for job in taken] == [
        "ProcessDocument",
        "GenerateExample",
        None,
    ]


def test_a_job_whose_worker_is_silent_is_queued_again_after_the_lease(praxeo: Praxeo) -> None:
    add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    assert isinstance(clock, HandClock)
    take(records, clock, worker="dead")
    clock.move(LEASE.total_seconds() - 1)
    assert sweep(records, clock) == 0
    clock.move(1)
    assert sweep(records, clock) == 1


def test_a_worker_that_lost_its_lease_changes_nothing_more(praxeo: Praxeo) -> None:
    add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    assert isinstance(clock, HandClock)
    slow = take(records, clock, worker="slow")
    assert slow is not None
    clock.move(LEASE.total_seconds() + 1)
    sweep(records, clock)
    quick = take(records, clock, worker="quick")
    assert quick is not None
    assert quick.id == slow.id
    run_job(praxeo, slow)
    stored = records.get(Job, slow.id)
    assert stored == quick


def test_a_job_that_kills_every_worker_is_given_up(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(5):
        assert take(records, clock, worker="doomed")
        clock.move(LEASE.total_seconds() + 1)
        sweep(records, clock)
    run_all(praxeo)
    document = document_of(praxeo, made)
    assert (document.status, document.reason_code) == ("failed", "interrupted")
    assert job_of(praxeo, document).status == "dead"


def test_an_edited_spec_becomes_a_new_version_and_the_app_follows(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    text = praxeo.examples.spec_text(praxeo.examples.spec(local_user(), example.spec_id))
    praxeo.edits.edit_spec(
        local_user(),
        example.id,
        text=text.replace("About enzymes.txt", "Enzymes"),
        based_on=example.spec_id,
    )
    run_all(praxeo)
    app = praxeo.examples.app(local_user(), example.id)
    assert b"<h1>Enzymes</h1>" in praxeo.examples.code(app)
    specs = praxeo.examples.specs(local_user(), example.id).records
    assert [(spec.number, spec.author) for spec in specs] == [(2, "you"), (1, "plain 1")]
    assert specs[0].based_on == specs[1].id
    assert len(praxeo.examples.code_snippets(local_user(), example.id).records) == 2


def test_an_earlier_spec_can_be_made_the_current_one_again(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    first = praxeo.examples.spec(local_user(), example.spec_id)
    text = praxeo.examples.spec_text(first).replace("About enzymes.txt", "Enzymes")
    praxeo.edits.edit_spec(local_user(), example.id, text=text, based_on=example.spec_id)
    run_all(praxeo)
    praxeo.edits.restore_spec(local_user(), first.id)
    run_all(praxeo)
    assert b"About enzymes.txt" in praxeo.examples.code(
        praxeo.examples.app(local_user(), example.id)
    )
    assert len(praxeo.examples.specs(local_user(), example.id).records) == 3


def test_a_failed_edit_leaves_the_app_before_it_in_place(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    with pytest.raises(Refused):
        praxeo.edits.edit_spec(local_user(), example.id, text="nonsense", based_on=example.spec_id)
    assert example_now(praxeo, made) == example


def test_an_edit_while_the_example_is_being_made_is_a_conflict(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    with pytest.raises(Conflict) as conflict:
        praxeo.edits.edit_spec(local_user(), made.id, text="x", based_on="")
    assert conflict.value.code == "being_made"


def test_a_title_changed_while_the_app_is_made_is_kept(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    praxeo.examples.change(local_user(), made.id, version=made.version, title="Mine")
    run_all(praxeo)
    example = example_now(praxeo, made)
    assert (example.status, example.title) == ("ready", "Mine")


def test_a_deleted_example_is_gone_with_everything_that_belonged_to_it(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    praxeo.examples.delete(local_user(), example.id, version=example.version)
    with pytest.raises(NotFound):
        praxeo.examples.get(local_user(), example.id)
    assert list(praxeo.outside.blobs.keys(f"examples/{example.id}")) == []


def test_nobody_sees_what_belongs_to_somebody_else(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    for look in (
        lambda: praxeo.examples.get(system_actor("stranger"), example.id),
        lambda: praxeo.examples.spec(system_actor("stranger"), example.spec_id),
        lambda: praxeo.examples.code_snippet(system_actor("stranger"), example.code_snippet_id),
        lambda: praxeo.documents.get(system_actor("stranger"), example.input_id),
        lambda: praxeo.projects.get(system_actor("stranger"), example.project_id),
    ):
        with pytest.raises(NotFound):
            look()
    assert (
        praxeo.examples.list(system_actor("stranger"), project_id=example.project_id).records == ()
    )


def test_edited_code_becomes_a_new_version_and_is_checked_like_any_other(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    example = example_now(praxeo, made)
    praxeo.edits.edit_code(
        local_user(), example.id, text="<h1>wrong</h1>", based_on=example.code_snippet_id
    )
    run_all(praxeo)
    assert example_now(praxeo, made).reason_code == "check_failed"
    snippets = praxeo.examples.code_snippets(local_user(), example.id).records
    assert [(snippet.number, snippet.author) for snippet in snippets] == [(2, "you"), (1, "")]


def test_an_edit_of_a_spec_that_is_not_current_any_more_is_a_conflict(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    run_all(praxeo)
    with pytest.raises(Conflict) as conflict:
        praxeo.edits.edit_spec(local_user(), made.id, text="x", based_on="spc_earlier")
    assert conflict.value.code == "spec_changed"


def test_a_cancelled_job_stops_its_worker_and_can_be_tried_again(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    Worker(praxeo=praxeo, name="test").run_one()
    held = take(records, clock, worker="busy")
    assert held is not None
    cancel_job(praxeo, local_user(), held.id)
    run_job(praxeo, held)
    example = example_now(praxeo, made)
    assert (example.status, example.reason_code) == ("failed", "cancelled")
    assert praxeo.examples.specs(local_user(), example.id).records == ()
    retried = retry_job(praxeo, local_user(), held.id)
    assert retried.id != held.id
    run_all(praxeo)
    assert example_now(praxeo, made).status == "ready"


def test_an_example_whose_document_failed_is_tried_again_with_it(praxeo: Praxeo) -> None:
    made = add_text(praxeo)
    document = document_of(praxeo, made)
    cancel_job(praxeo, local_user(), document.job_id)
    run_all(praxeo)
    example = example_now(praxeo, made)
    assert (example.status, example.reason_code) == ("failed", "cancelled")
    retry_job(praxeo, local_user(), example.job_id)
    run_all(praxeo)
    assert example_now(praxeo, made).status == "ready"
    assert document_of(praxeo, made).status == "ready"


def test_work_that_is_under_way_or_done_or_refused_is_not_repeated(praxeo: Praxeo) -> None:
    made = add_text(praxeo, "refuse me")
    for _ in range(2):
        with pytest.raises(Conflict) as conflict:
            retry_job(praxeo, local_user(), made.job_id)
        assert conflict.value.code == "job_not_retryable"
        run_all(praxeo)
