"""A recording that is sent in parts arrives byte for byte, though connections break and the server is killed."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from devtools.recordings import recording
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import UPLOAD_PART_BYTES
from praxeo.ops.upkeep import Upkeep
from praxeo.sources.media.parts import joined

MEGABYTE = 1_000_000
PATIENCE_SECONDS = 90
TWO_DAYS = timedelta(days=2)


class Later:
    """The machine's clock, two days ahead."""

    def now(self) -> datetime:
        return datetime.now(UTC) + TWO_DAYS


class Server:
    """A server on a library, which can be killed and started again at the same address."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as two:  # fmt: skip
            self.port, self.embed_port = one.getsockname()[1], two.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.starts = 0
        self.start()

    def start(self) -> None:
        self.starts += 1
        own = {
            "PRAXEO_DATA_DIR": str(self.home / "library"),
            "PRAXEO_WEB_DIR": str(self.home / "web"),
            "PRAXEO_CHROMIUM": str(self.home / "no-browser"),
            "PRAXEO_PORT": str(self.port),
            "PRAXEO_EMBED_PORT": str(self.embed_port),
            "PRAXEO_LANES": "reading=0,browser=0,media=0,models=0",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "praxeo.entrypoints.cli", "serve"],
            cwd=self.home,
            env={**os.environ, **own},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def patiently(self, method: str, path: str, **given: object) -> httpx.Response:
        """Asked again until somebody answers."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return httpx.request(method, self.address + path, timeout=30, **given)  # type: ignore[arg-type]
            except httpx.TransportError:
                assert time.monotonic() < end, "the server does not come back"

    def broken(self, path: str, data: bytes, sent: int) -> None:
        """A PUT whose connection breaks after so many bytes."""
        head = (
            f"PUT {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            f"Content-Type: application/octet-stream\r\nContent-Length: {len(data)}\r\n\r\n"
        )
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
                line.sendall(head.encode() + data[:sent])
        except OSError:  # it was just killed
            return


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    embed = tmp_path / "web" / "embed"
    embed.mkdir(parents=True)
    (embed / "wrapper.html").write_text("<title>An app</title>")
    running = Server(tmp_path)
    yield running
    running.kill()


def sent_with_breaks(
    server: Server, place: str, data: bytes, *, breaks: int, kills: int, chance: random.Random
) -> None:
    """Two writers send all parts, each in an order of its own, while connections break and the server is killed."""
    size = UPLOAD_PART_BYTES
    pieces = {at // size + 1: data[at : at + size] for at in range(0, len(data), size)}
    broken = [chance.choice(list(pieces)) for _ in range(breaks)]
    killing = set(chance.sample(range(len(broken)), kills))
    dead = threading.Lock()

    def break_one(turn: int) -> None:
        piece = pieces[broken[turn]]
        server.broken(f"{place}/parts/{broken[turn]}", piece, chance.randrange(len(piece)))
        if turn in killing:
            with dead:
                server.kill()
                server.start()

    def send_all(order: list[int]) -> None:
        for number in order:
            answer = server.patiently("PUT", f"{place}/parts/{number}", content=pieces[number])
            assert answer.status_code == 200, answer.text

    orders = [chance.sample(list(pieces), len(pieces)) for _ in range(2)]
    with ThreadPoolExecutor(3) as pool:
        writers = [pool.submit(send_all, order) for order in orders]
        pool.submit(lambda: [break_one(turn) for turn in range(breaks)]).result()
        for writer in writers:
            writer.result()


def stored(home: Path) -> list[Path]:
    """All files with bytes, once whatever is left over has been cleared away two days later."""
    folder = home / "library" / "blobs"
    for path in folder.rglob("*"):
        past = time.time() - TWO_DAYS.total_seconds()
        os.utime(path, (past, past))
    records, blobs = SqliteRecords(home / "library" / "praxeo.sqlite3"), LocalBlobs(folder)
    Upkeep(records=records, blobs=blobs, clock=Later())()
    records.close()
    return [path for path in folder.rglob("*") if path.is_file()]


def joined_here(home: Path, input_id: str, data: bytes) -> None:
    """What the job does that looks at the recording: its parts are just these bytes."""
    records = SqliteRecords(home / "library" / "praxeo.sqlite3")
    blobs = LocalBlobs(home / "library" / "blobs")
    recording = records.get(MediaInput, input_id)
    assert recording
    assert blobs.read(joined(records, blobs, recording).content_blob) == data
    records.close()


@pytest.mark.parametrize(
    ("megabytes", "breaks", "kills"),
    [(20, 8, 2), pytest.param(200, 50, 6, marks=pytest.mark.nightly)],
)
def test_breaks_two_writers_and_kills_change_no_byte_and_leave_nothing(
    server: Server, tmp_path: Path, megabytes: int, breaks: int, kills: int
) -> None:
    chance = random.Random(megabytes)
    head = recording(tmp_path / "a.mp4", seconds=1).read_bytes()
    data = head + chance.randbytes(megabytes * MEGABYTE - len(head))
    announced = server.patiently(
        "POST", "/v1/media_inputs", json={"name": "a.mp4", "size": len(data)}
    )
    place = f"/v1/media_inputs/{announced.json()['id']}"
    sent_with_breaks(server, place, data, breaks=breaks, kills=kills, chance=chance)
    whole = server.patiently("POST", f"{place}/complete", json={"size": len(data)})
    assert whole.status_code == 200, whole.text
    assert server.starts == kills + 1
    server.kill()
    joined_here(tmp_path, announced.json()["id"], data)
    (only,) = stored(tmp_path)
    assert only.stat().st_size == len(data)


def test_what_came_of_an_upload_that_nobody_goes_on_with_is_gone_after_a_day(
    server: Server, tmp_path: Path
) -> None:
    announced = server.patiently("POST", "/v1/media_inputs", json={"name": "a.mp4"}).json()
    place = f"/v1/media_inputs/{announced['id']}"
    for number in (1, 2):
        server.patiently("PUT", f"{place}/parts/{number}", content=bytes(UPLOAD_PART_BYTES))
    server.broken(f"{place}/parts/3", bytes(UPLOAD_PART_BYTES), 5 * MEGABYTE)
    server.kill()
    assert stored(tmp_path) == []
    records = SqliteRecords(tmp_path / "library" / "praxeo.sqlite3")
    kept = records.get(MediaInput, announced["id"])
    records.close()
    assert kept
    assert (kept.status, kept.parts) == ("waiting", ())
