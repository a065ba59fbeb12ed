"""Over a remote store requests are answered beside each other; over a local one in the loop, as quick as before."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from typing import Any

import httpx
import pytest
from plain_praxeo import outside_in_memory

from praxeo.app import build
from praxeo.config import read_config
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.wiring.product import is_remote

SECONDS = 0.4


class SlowRecords:
    """Records that are far away: every read waits, and tells in which thread."""

    def __init__(self, records: Any, seconds: float) -> None:
        self._records, self._seconds = records, seconds
        self.threads: set[int] = set()

    def list(self, *arguments: Any, **options: Any) -> Any:
        self.threads.add(threading.get_ident())
        time.sleep(self._seconds)
        return self._records.list(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)


def api(*, remote: bool, seconds: float = 0) -> tuple[Any, SlowRecords]:
    outside = outside_in_memory()
    records = SlowRecords(outside.records, seconds)
    praxeo = build(replace(outside, records=records, remote=remote))
    return create_api(praxeo, ApiOptions()), records


def client(app: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://praxeo.test")


def test_two_slow_reads_overlap_and_health_answers_meanwhile() -> None:
    app, _ = api(remote=True, seconds=SECONDS)

    async def asked() -> tuple[float, float]:
        async with client(app) as http:
            start = time.perf_counter()
            reads = [asyncio.create_task(http.get("/v1/examples")) for _ in range(2)]
            await asyncio.sleep(0.05)
            assert (await http.get("/v1/health")).status_code == 200
            healthy = time.perf_counter() - start
            assert [(await read).status_code for read in reads] == [200, 200]
            return healthy, time.perf_counter() - start

    healthy, both = asyncio.run(asked())
    assert healthy < SECONDS
    assert SECONDS <= both < 2 * SECONDS


@pytest.mark.parametrize("remote", [True, False])
def test_only_a_remote_store_is_read_beside_the_loop(remote: bool) -> None:
    app, records = api(remote=remote)

    async def asked() -> None:
        async with client(app) as http:
            assert (await http.get("/v1/examples")).status_code == 200
            assert (await http.get("/v1/examples/exa_none")).json()["code"] == "not_found"

    asyncio.run(asked())
    assert (threading.get_ident() in records.threads) is not remote


def test_bytes_are_streamed_and_changes_made_beside_the_loop_too() -> None:
    app, _ = api(remote=True)
    parts = [b"# Title\n\n", b"Some words. " * 20_000]

    async def pieces() -> Any:
        for part in parts:
            yield part

    async def asked() -> None:
        async with client(app) as http:
            made = (await http.post("/v1/document_inputs", json={"name": "a.md"})).json()
            address = f"/v1/document_inputs/{made['id']}/content"
            sent = await http.put(address, content=pieces())
            assert sent.json()["size"] == sum(map(len, parts))
            job = (await http.post(f"/v1/document_inputs/{made['id']}/confirm")).json()["job_id"]
            known = (await http.get(f"/v1/jobs/{job}")).headers["etag"]
            waited = await http.get(f"/v1/jobs/{job}?wait=1", headers={"If-None-Match": known})
            assert waited.status_code == 304

    asyncio.run(asked())


def test_the_wiring_says_what_is_remote() -> None:
    assert not is_remote(read_config({}))
    assert is_remote(read_config({"BLOBS_URL": "s3://praxeo"}))
    assert is_remote(read_config({"DATABASE_URL": "dynamodb://praxeo"}))
