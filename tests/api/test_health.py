"""Live says that the process answers, ready that it can keep what it is given."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import HandClock, outside_in_folder, outside_in_memory
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Unavailable
from praxeo.domain.trail_records import IdempotencyKey
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded

OPTIONS = ApiOptions(embed_url="http://127.0.0.1:8401", hosts=frozenset({"praxeo.test"}))


def client_of(praxeo: Praxeo) -> TestClient:
    app = guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)
    return TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False)


def test_a_sound_installation_is_live_and_ready_and_keeps_nothing_of_being_asked(
    tmp_path: Path,
) -> None:
    praxeo = build(replace(outside_in_folder(tmp_path), clock=HandClock()))
    client = client_of(praxeo)
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(5):
        assert client.get("/v1/health").json()["status"] == "ok"
        assert client.get("/v1/health/live").json() == {"status": "live"}
        assert client.get("/v1/health/ready").json() == {"status": "ready"}
        clock.move(60)
    records = [r for t in TABLES for r in praxeo.outside.records.scan(t.record).records]
    assert [type(record) for record in records] == [IdempotencyKey]
    assert not [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    praxeo.outside.records.close()


def test_asking_often_writes_seldom(client: TestClient, praxeo: Praxeo) -> None:
    for _ in range(20):
        assert client.get("/v1/health/ready").status_code == 200
    record = praxeo.outside.records.get(IdempotencyKey, "key_readiness")
    assert record is not None
    assert record.version == 1


class Failing:
    """A store of which one method does not answer while it is told so."""

    def __init__(self, store: object, method: str) -> None:
        self._store, self._method, self.broken = store, method, True

    def __getattr__(self, name: str) -> object:
        if name == self._method and self.broken:
            return self._fail
        return getattr(self._store, name)

    def _fail(self, *_: object, **__: object) -> None:
        raise Unavailable("store_unavailable", "The database does not answer: disk is full.")


@pytest.mark.parametrize(
    ("store", "method"),
    [("records", "get"), ("records", "save"), ("blobs", "put"), ("blobs", "delete")],
)
def test_what_cannot_keep_anything_is_live_and_nothing_is_kept_until_it_can(
    store: str, method: str
) -> None:
    outside = outside_in_memory()
    failing = Failing(getattr(outside, store), method)
    praxeo = build(replace(outside, **{store: failing}))  # type: ignore[arg-type]
    client, clock = client_of(praxeo), outside.clock
    assert isinstance(clock, HandClock)
    answer = client.get("/v1/health/ready")
    assert (answer.status_code, answer.json()["code"]) == (503, "nothing_is_kept")
    assert "disk is full" in answer.json()["detail"]
    assert answer.headers["retry-after"]
    assert client.get("/v1/health/live").status_code == 200
    failing.broken = False
    clock.move(6)
    assert client.get("/v1/health/ready").status_code == 200


LIMITED = """
import resource, signal, sys
from pathlib import Path
sys.path[:0] = {paths!r}
from test_health import build, client_of, outside_in_folder
folder = Path({folder!r})
praxeo = build(outside_in_folder(folder))
client = client_of(praxeo)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))  # no file may grow past this
answers = [client.get("/v1/health/" + path) for path in ("live", "ready")]
print([(answer.status_code, answer.json().get("code", "")) for answer in answers])
"""


def test_a_disk_that_takes_nothing_more_is_told_by_a_real_store(tmp_path: Path) -> None:
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "jobs")]
    told = subprocess.run(
        [sys.executable, "-c", LIMITED.format(paths=paths, folder=str(tmp_path / "library"))],
        env=os.environ,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "[(200, ''), (503, 'nothing_is_kept')]", told.stderr
