"""What relies on listings holds where they lag behind, as DynamoDB's indexes do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lagging_records import LaggingRecords
from plain_praxeo import add_text, document_of, job_of, outside_in_memory

from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user, system_actor
from praxeo.domain.records import Example, Project, first_of
from praxeo.jobs.worker import Worker


@pytest.fixture(params=[1, 2, 5])
def praxeo(request: pytest.FixtureRequest) -> Praxeo:
    return build(replace(outside_in_memory(), records=LaggingRecords(request.param)))


def test_a_second_thing_goes_into_the_same_first_project(praxeo: Praxeo) -> None:
    first, second = praxeo.projects.named(local_user(), ""), praxeo.projects.named(local_user(), "")
    assert first == second
    assert praxeo.outside.records.get(Project, first.id) == first


def test_the_first_project_of_each_owner_is_their_own(praxeo: Praxeo) -> None:
    assert (
        praxeo.projects.named(system_actor("ada"), "").id
        != praxeo.projects.named(local_user(), "").id
    )


def test_every_job_is_done_and_is_done_once(praxeo: Praxeo) -> None:
    examples = [add_text(praxeo, f"The enzyme {n} binds.", f"{n}.txt") for n in range(4)]
    for number in range(10):  # saves of others make the listings catch up
        praxeo.projects.create(system_actor("ada"), name=f"Project {number}")
    run_all_with_others(praxeo)
    for example in examples:
        stored = praxeo.examples.get(local_user(), example.id)
        assert (stored.status, job_of(praxeo, stored).status) == ("ready", "done")
        assert job_of(praxeo, document_of(praxeo, stored)).status == "done"
        assert len(spec_numbers(praxeo, stored)) == 1


def test_versions_are_numbered_without_a_gap_or_a_double(praxeo: Praxeo) -> None:
    example = add_text(praxeo)
    run_all_with_others(praxeo)
    for number in range(3):
        example = praxeo.examples.get(local_user(), example.id)
        spec = praxeo.examples.new_spec(example, f"# {number}", author="me", title="Mine")
        saved = praxeo.outside.records.save(replace(example, spec_id=spec.id), spec)
        example = first_of(Example, saved)
    for number in range(10):
        praxeo.projects.create(system_actor("ada"), name=f"Project {number}")
    assert spec_numbers(praxeo, example) == [4, 3, 2, 1]


def spec_numbers(praxeo: Praxeo, example: Example) -> list[int]:
    return [spec.number for spec in praxeo.examples.specs(local_user(), example.id).records]


def run_all_with_others(praxeo: Praxeo) -> None:
    """Run all jobs while somebody else saves too, so that the listings get on."""
    worker = Worker(praxeo=praxeo, name="test")
    idle = 0
    while idle < 30:
        praxeo.projects.create(system_actor("ada"), name=f"Project {idle}")
        praxeo.outside.clock.move(1)  # type: ignore[attr-defined]
        idle = 0 if worker.run_one() else idle + 1
