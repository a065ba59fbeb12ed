"""One run: a server that is killed in the middle, a class that goes on telling, and what the sums are afterwards."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.visits.classroom import Sums, sums_of, visits
from benchmarks.visits.telling import ADDRESS, AGENT, FORWARDED, Telling
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.adapters.sqlite_tally import SqliteTally
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example, created
from praxeo.embeds.service import Embeds

START_SECONDS, BETWEEN_SECONDS = 60, 1.0
SECRETS = (ADDRESS, FORWARDED, AGENT, "iPad", "AppleWebKit")


@dataclass(frozen=True, kw_only=True)
class VisitTrial:
    """What came of a run: the sums as they are and as they have to be, and the files that tell who came."""

    expected: Sums
    found: Sums
    requests: int
    kills: int
    seconds: float
    telling_files: tuple[str, ...]

    @property
    def differences(self) -> list[tuple[str, str]]:
        names = self.expected.keys() | self.found.keys()
        return sorted(name for name in names if self.expected[name] != self.found[name])


def tried(folder: Path, *, count: int, kills: int, seed: int) -> VisitTrial:
    """Tell `count` visits of one embed in this folder to a server that is killed so often. TimeoutError where it
    does not come back."""
    embed_id, begun = _published(folder), time.monotonic()
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as two,
    ):
        ports = one.getsockname()[1], two.getsockname()[1]
    told: list[int] = []
    telling = Telling(port=ports[1], embed_id=embed_id, seed=seed)
    server = _started(folder, ports)
    try:
        pages = threading.Thread(target=lambda: told.append(telling.all(visits(count, seed))))
        pages.start()
        done = 0
        while done < kills and pages.is_alive():
            pages.join(BETWEEN_SECONDS)
            server.kill()
            server.wait()
            server, done = _started(folder, ports), done + 1
        pages.join()
    finally:
        server.terminate()
        server.wait()
    return VisitTrial(
        expected=sums_of(visits(count, seed)),
        found=_found(folder, embed_id),
        requests=sum(told),
        kills=done,
        seconds=time.monotonic() - begun,
        telling_files=tuple(_telling(folder)),
    )


def _found(folder: Path, embed_id: str) -> Sums:
    tally, sums = SqliteTally(folder / "usage.sqlite3"), Counter[tuple[str, str]]()
    for each in tally.cells(embed_id, date.min, date.max):
        sums[each.cell.what, each.cell.name] += each.sum
    tally.close()
    return sums


def _telling(folder: Path) -> list[str]:
    """The files of the data folder in which an address or an agent stands."""
    return [
        f"{path.name}: {secret}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for secret in SECRETS
        if secret.encode() in path.read_bytes()
    ]


def _started(folder: Path, ports: tuple[int, int]) -> subprocess.Popen[bytes]:
    """A server that answers. TimeoutError if it does not."""
    own = {"PRAXEO_PORT": str(ports[0]), "PRAXEO_EMBED_PORT": str(ports[1])}
    with (folder / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "praxeo.entrypoints.cli", "serve"],
            env={**os.environ, **own, "PRAXEO_DATA_DIR": str(folder)},
            stdout=log,
            stderr=log,
        )
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", ports[1]), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return server
    server.kill()
    raise TimeoutError(f"The server did not start: see {folder / 'server.log'}.")


def _published(folder: Path) -> str:
    """The id of the one embed of a new library."""
    clock = SystemClock()
    ids = RandomIds(clock)
    records, blobs = SqliteRecords(folder / "praxeo.sqlite3"), LocalBlobs(folder / "blobs")
    own = {"id": ids.new("exa"), "owner": "local", "code_snippet_id": ids.new("cod")}
    about = {"title": "Plants", "language": "en", "status": "ready", "input_id": "doc_1"}
    more = {"project_id": "prj_1", "input_type": "document_input", "spec_id": ids.new("spc")}
    example = created(Example, clock.now(), **own, **about, **more)
    blob = blobs.put(f"examples/{example.id}", b"<!doctype html><title>Plants</title>")
    snippet = created(
        CodeSnippet,
        clock.now(),
        id=example.code_snippet_id,
        owner=example.owner,
        example_id=example.id,
        spec_id=example.spec_id,
        number=1,
        code_blob=blob.key,
        size=blob.size,
        content_hash=blob.content_hash,
        check_status="passed",
    )
    records.save(example, snippet)
    embed = Embeds(records=records, blobs=blobs, clock=clock, ids=ids).publish(
        local_user(), example.id
    )
    records.close()
    return embed.id
