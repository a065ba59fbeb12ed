"""Many workers on one store: each job is run by one of them."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from plain_praxeo import add_text, outside_in_folder

from praxeo.app import build
from praxeo.domain.access import local_user
from praxeo.domain.records import Job
from praxeo.jobs.taking import take
from praxeo.jobs.worker import Worker

DOCUMENTS = 12
WORKERS = 4


def test_workers_that_claim_at_once_share_the_jobs_out(tmp_path: Path) -> None:
    outside = outside_in_folder(tmp_path)
    praxeo = build(outside)
    for number in range(DOCUMENTS):
        add_text(praxeo, f"Text {number}.")

    def take_all(name: str) -> list[str]:
        taken = []
        while job := take(outside.records, outside.clock, worker=name):
            taken.append(job.id)
        return taken

    with ThreadPoolExecutor(WORKERS) as pool:
        taken = [job_id for ids in pool.map(take_all, map(str, range(WORKERS))) for job_id in ids]
    assert set(Counter(taken).values()) == {1}
    left = outside.records.list(Job, {"status": "queued"}, limit=200).records
    assert len(taken) + len(left) == 2 * DOCUMENTS
    outside.close()


def test_workers_beside_each_other_make_every_example_once(tmp_path: Path) -> None:
    outside = outside_in_folder(tmp_path)
    praxeo = build(outside)
    made = [add_text(praxeo, f"Text {number}.") for number in range(DOCUMENTS)]

    def work(name: str) -> None:
        worker = Worker(praxeo=praxeo, name=name)
        while any(
            example.status == "making" for example in praxeo.examples.list(local_user()).records
        ):
            worker.run_one()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, map(str, range(WORKERS))))
    for example in made:
        assert praxeo.examples.get(local_user(), example.id).status == "ready"
        assert len(praxeo.examples.specs(local_user(), example.id).records) == 1
        assert len(praxeo.examples.code_snippets(local_user(), example.id).records) == 1
    outside.close()
