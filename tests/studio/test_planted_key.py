"""A planted key is found nowhere: not in files, logs, exports, or anything that a browser is sent."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response
from studio_server import PRAXEO, Served

from devtools.loopback.faults import FaultPlan

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "generation"))

import model_runs

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLANTED = "AIzaPlantedKey0123456789abcdefghi"
SPELLINGS = (
    PLANTED.encode(),
    base64.b64encode(PLANTED.encode())[:-4],
    PLANTED.encode().hex().encode(),
)
PAGES = ("", "library", "settings", "examples/{id}", "examples/{id}/edit", "examples/{id}/advanced", "examples/{id}/proof", "examples/{id}/publish")  # fmt: skip


def holds(data: bytes) -> bool:
    return any(spelling in data for spelling in SPELLINGS)


def test_a_planted_key_is_in_no_file_no_log_no_export_and_no_answer_to_a_browser(
    page: Page, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    server = model_runs.gemini()
    server.keys, server.faults = frozenset({PLANTED}), FaultPlan(["error_500", "cut"])
    with server.running() as address:
        given = {
            "PRAXEO_MODELS": "gemini",
            "GEMINI_API_KEY": PLANTED,
            "PRAXEO_GEMINI_URL": address,
            "PRAXEO_LOG_LEVEL": "debug",
            "PRAXEO_DATA_DIR": str(library),
        }

        def praxeo(*words: str | Path) -> str:
            done = subprocess.run(
                [PRAXEO, *words], env={**os.environ, **given}, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout + done.stderr

        source = model_runs.SOURCES["sorting-race"]
        told = [praxeo("make", source, "--author", "model", "--route", "bespoke")]
        told += [praxeo("list"), praxeo("doctor")]
        example_id = next(word for word in told[0].split() if word.startswith("exa_"))
        told.append(praxeo("show", example_id, "--json"))
        praxeo("export", example_id, "-o", tmp_path / "app.html")
        praxeo("transfer", "export", tmp_path / "all.zip")
        assert len(server.calls) >= 4  # two that failed, two that wrote; all with the key

        heard: list[bytes] = []

        def hear(response: Response) -> None:
            heard.append(str(response.headers).encode())
            if response.status < 300:
                heard.append(response.body())

        studio = Served(library)
        studio.start(**given)
        try:
            for path in PAGES:
                with page.expect_event("load"):
                    page.goto(f"{studio.address}/{path.format(id=example_id)}")
                page.on("response", hear)
                page.reload(wait_until="networkidle")
                page.remove_listener("response", hear)
            heard.append(page.content().encode())
        finally:
            studio.kill()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        packed = [archive.read(name) for name in archive.namelist()]
    assert len(files) > 10
    assert len(packed) > 10
    assert len(heard) > 40
    assert [file.name for file in files if holds(file.read_bytes())] == []
    assert not any(map(holds, [*packed, *heard, *(text.encode() for text in told)]))
