"""A `praxeo serve` of its own, and a bare FastAPI route over the same database to measure it by."""

from __future__ import annotations

import os
import resource
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 120
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """A running server."""

    pid: int
    port: int
    embed_port: int

    @property
    def resident_megabytes(self) -> float:
        """Its memory."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1_000
        raise RuntimeError("The server has ended.")

    @property
    def descriptors(self) -> int:
        """How many it has open."""
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))


def cpu_seconds(pid: int) -> float:
    """Processor time that a process has taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def praxeo_served(folder: Path, log: Path, *, descriptors: int = 0) -> Iterator[Server]:
    """Praxeo over this data folder; `descriptors` is the most that it may have open."""
    ports = {"PRAXEO_PORT": str(_free_port()), "PRAXEO_EMBED_PORT": str(_free_port())}

    def limit() -> None:
        if descriptors:
            resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

    with (
        log.open("w") as written,
        subprocess.Popen(
            [sys.executable, "-m", "praxeo.entrypoints.cli", "serve"],
            env={**os.environ, **ports, "PRAXEO_DATA_DIR": str(folder)},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=written,
            preexec_fn=limit,
        ) as process,
    ):
        try:
            port, embed_port = map(int, ports.values())
            _wait_for(f"http://127.0.0.1:{port}/v1/health")
            yield Server(pid=process.pid, port=port, embed_port=embed_port)
        finally:
            process.terminate()


@contextmanager
def bare_served(database: Path, record_id: str) -> Iterator[tuple[int, int]]:
    """The process and port of a FastAPI route that reads one record, and does nothing else."""
    port = _free_port()
    command = [sys.executable, __file__, str(database), record_id, str(port)]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/bare")
            yield process.pid, port
        finally:
            process.terminate()


def serve_bare(database: str, record_id: str, port: int) -> None:
    """The bare route, until stopped."""
    import uvicorn
    from fastapi import FastAPI
    from starlette.responses import Response

    app = FastAPI()
    connection = sqlite3.connect(database, check_same_thread=False)

    @app.get("/bare")
    async def bare() -> Response:
        query = "SELECT body FROM examples WHERE id = ?"
        (body,) = connection.execute(query, (record_id,)).fetchone()
        return Response(body, media_type="application/json")

    opened = socket.create_server(("127.0.0.1", port), backlog=512)
    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[opened])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    serve_bare(sys.argv[1], sys.argv[2], int(sys.argv[3]))
