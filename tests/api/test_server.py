"""The whole of Praxeo in one process: two origins, a worker, a first app, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

TEXT = (
    "# Tides\n\nA **tide** is the rise and fall of the sea that the Moon causes. "
    "A **spring tide** is a tide of great range that comes at full and new moon.\n"
)
TEMPLATE = (
    "<!doctype html><html lang=%PRAXEO_LANG%><title>%PRAXEO_TITLE%</title><style>%PRAXEO_CSS%</style>"
    '<h1>%PRAXEO_TITLE%</h1><script type="application/json" id="praxeo-payload">%PRAXEO_PAYLOAD%'
    "</script><script>%PRAXEO_JS%</script></html>"
)
PATIENCE_SECONDS = 90


@pytest.fixture
def home(tmp_path: Path) -> Path:
    runtime = tmp_path / "web" / "runtime"
    runtime.mkdir(parents=True)
    (runtime / "template.html").write_text(TEMPLATE)
    (runtime / "runtime.js").write_text("document.title;")
    (runtime / "runtime.css").write_text("h1{font-weight:400}")
    (runtime / "formulas.css").write_text("math{font-size:1em}")
    (tmp_path / "web" / "embed").mkdir()
    (tmp_path / "web" / "embed" / "wrapper.html").write_text("<title>An app</title>")
    (tmp_path / "tides.md").write_text(TEXT)
    return tmp_path


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def serving(home: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """A running server, and the addresses that it has printed."""
    environment = {
        **os.environ,
        "PRAXEO_DATA_DIR": str(home / "library"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "no-browser"),
        "PRAXEO_PORT": str(free_port()),
        "PRAXEO_EMBED_PORT": str(free_port()),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "praxeo.entrypoints.cli", "serve", *options],
        cwd=home,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    watchdog = threading.Timer(PATIENCE_SECONDS, process.kill)
    watchdog.start()
    try:
        assert process.stdout is not None
        printed: dict[str, str] = {}
        for line in process.stdout:
            found = re.match(r"(Studio|App) +(\S+)", line)
            if found:
                printed[found[1]] = found[2]
            if "App" in printed:
                break
        yield process, printed
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()


def test_a_server_makes_its_first_app_serves_it_from_its_own_origin_and_ends_cleanly(
    home: Path,
) -> None:
    with serving(home, "--sample", "tides.md") as (process, printed):
        studio, app = httpx.URL(printed["Studio"]), httpx.URL(printed["App"])
        assert studio.port != app.port
        examples = httpx.get(f"{studio}/v1/examples").json()["records"]
        assert [example["status"] for example in examples] == ["unproven"]
        shown = httpx.get(app)
        assert shown.status_code == 200
        assert "An app" in shown.text
        assert httpx.get(f"{studio}/v1/health").json()["can_check"] is False
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    with serving(home, "--make", "tides.md") as (process, printed):
        examples = httpx.get(f"{printed['Studio']}/v1/examples").json()["records"]
        assert len(examples) == 1
        assert httpx.URL(printed["App"]).path == app.path


def test_a_taken_port_is_told_with_the_variable_to_change(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        environment = {
            **os.environ,
            "PRAXEO_DATA_DIR": str(home / "library"),
            "PRAXEO_PORT": str(taken.getsockname()[1]),
        }
        ended = subprocess.run(
            [sys.executable, "-m", "praxeo.entrypoints.cli", "serve"],
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
    assert ended.returncode == 8
    assert "PRAXEO_PORT" in ended.stderr
    assert not (home / "library").exists()
    assert "Traceback" not in ended.stderr
