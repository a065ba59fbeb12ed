"""Over a remote store visitors of embeds hold each other up as little as callers of the API do."""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
from plain_praxeo import outside_in_memory

from praxeo.app import build
from praxeo.config import read_config
from praxeo.domain.app_policy import guarded
from praxeo.domain.records import Embed, created
from praxeo.embeds.serving import AppBytes
from praxeo.entrypoints.listening import Listening
from praxeo.entrypoints.server import embed_app

SECONDS = 0.4
APP_HASH = "a" * 64


class SlowRecords:
    """Records that are far away: every `get` waits, and tells in which thread."""

    def __init__(self, records: Any, seconds: float) -> None:
        self._records, self._seconds = records, seconds
        self.threads: set[int] = set()

    def get(self, *arguments: Any, **options: Any) -> Any:
        self.threads.add(threading.get_ident())
        time.sleep(self._seconds)
        return self._records.get(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)


def host(folder: Path, *, remote: bool, seconds: float = 0) -> tuple[Any, SlowRecords, str]:
    """The origin of the embeds as a server runs it, with one published embed."""
    (folder / "embed").mkdir()
    (folder / "embed" / "wrapper.html").write_text('<iframe data-src="%PRAXEO_APP_URL%">')
    outside = outside_in_memory()
    key = outside.blobs.put("embeds/emb_1", b"<!doctype html>").key
    embed = created(
        Embed,
        outside.clock.now(),
        id=outside.ids.new("emb"),
        owner="local",
        example_id="exa_1",
        project_id="prj_1",
        code_snippet_id="cod_1",
        title="Counting",
        content_hash=APP_HASH,
        app_blob=key,
    )
    outside.records.save(embed)
    records = SlowRecords(outside.records, seconds)
    praxeo = build(replace(outside, records=records, remote=remote))
    config = read_config({"PRAXEO_WEB_DIR": str(folder)})
    listening = cast(Listening, SimpleNamespace(studio_url="http://localhost:8400"))
    return embed_app(praxeo, config, listening), records, f"/e/{embed.id}"


def client(app: Any) -> httpx.AsyncClient:
    headers = {"accept-encoding": "identity"}
    transport = httpx.ASGITransport(app)
    return httpx.AsyncClient(transport=transport, base_url="http://apps.test", headers=headers)


def test_two_slow_reads_overlap_and_other_visitors_are_served_meanwhile(tmp_path: Path) -> None:
    app, _, address = host(tmp_path, remote=True, seconds=SECONDS)

    async def asked() -> tuple[float, float]:
        async with client(app) as http:
            start = time.perf_counter()
            pages = [asyncio.create_task(http.get(address)) for _ in range(2)]
            await asyncio.sleep(0.05)
            assert (await http.get("/robots.txt")).status_code == 200
            served = time.perf_counter() - start
            assert [(await page).status_code for page in pages] == [200, 200]
            both = time.perf_counter() - start
            served_app = await http.get(address.replace("/e/", "/a/") + f"/{APP_HASH}")
            assert served_app.content == guarded(b"<!doctype html>")
            return served, both

    served, both = asyncio.run(asked())
    assert served < SECONDS
    assert SECONDS <= both < 2 * SECONDS


@pytest.mark.parametrize("remote", [True, False])
def test_only_a_remote_store_is_read_beside_the_loop_and_notices_stay(
    remote: bool, tmp_path: Path
) -> None:
    app, records, address = host(tmp_path, remote=remote)

    async def asked() -> None:
        async with client(app) as http:
            assert (await http.get(address)).status_code == 200
            missing = await http.get("/e/emb_01arz3ndektsv4rrffq69g5fav")
            assert (missing.status_code, "<h1>" in missing.text) == (404, True)
            assert (await http.post(address)).status_code == 405

    asyncio.run(asked())
    assert (threading.get_ident() in records.threads) is not remote


def test_an_app_that_two_visitors_read_at_once_takes_its_memory_once() -> None:
    class Blobs:
        """While this app is being read, another visitor reads it too."""

        met = False

        def read(self, key: str) -> bytes:
            if not self.met:
                self.met = True
                other = threading.Thread(target=cache.read, args=(key,))
                other.start()
                other.join(5)
                assert not other.is_alive()
            return b"x" * 40

    cache: AppBytes = AppBytes(Blobs(), limit=100)  # type: ignore[arg-type]
    assert cache.read("app") == b"x" * 40
    assert cache._size == 40
