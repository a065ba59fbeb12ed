"""A job that waits for a worker says how many are before it."""

from __future__ import annotations

from plain_praxeo import add_text, document_of, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo
from praxeo.jobs.queue_place import PLACES_TOLD
from praxeo.jobs.worker import Worker


def test_jobs_that_queue_are_told_their_place_and_move_up(
    client: TestClient, praxeo: Praxeo
) -> None:
    jobs = [document_of(praxeo, add_text(praxeo)).job_id for _ in range(3)]
    assert [client.get(f"/v1/jobs/{job}").json()["queue_place"] for job in jobs] == [1, 3, 5]
    Worker(praxeo=praxeo, name="test").run_one()
    assert [client.get(f"/v1/jobs/{job}").json()["queue_place"] for job in jobs] == [0, 2, 4]
    run_all(praxeo)
    assert [client.get(f"/v1/jobs/{job}").json()["queue_place"] for job in jobs] == [0, 0, 0]


def test_a_job_that_moves_up_is_news_for_who_waits_though_nothing_else_of_it_changed(
    client: TestClient, praxeo: Praxeo
) -> None:
    add_text(praxeo)
    job = document_of(praxeo, add_text(praxeo)).job_id
    answer = client.get(f"/v1/jobs/{job}")
    known = {"If-None-Match": answer.headers["etag"]}
    assert client.get(f"/v1/jobs/{job}", headers=known).status_code == 304
    Worker(praxeo=praxeo, name="test").run_one()
    moved = client.get(f"/v1/jobs/{job}", headers=known)
    assert moved.status_code == 200
    assert moved.json()["version"] == answer.json()["version"]


def test_whoever_waits_very_far_back_is_told_so(client: TestClient, praxeo: Praxeo) -> None:
    job = [document_of(praxeo, add_text(praxeo)).job_id for _ in range(60)][-1]
    assert client.get(f"/v1/jobs/{job}").json()["queue_place"] == PLACES_TOLD
