"""How quick the routes are beside a bare FastAPI route that reads one record of the same database.

    .venv/bin/python benchmarks/serving/run.py     # two minutes; needs wrk

Bare and measured routes are asked in turn, round by round, so that a busy machine slows both alike: the ratios
count, not the figures.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from filling import Made, make_library
from served import Server, bare_served, cpu_seconds, praxeo_served

CLIENTS = 64
SECONDS = 2
ROUNDS = 5
POST = """
wrk.method = "POST"
wrk.body = '{"name": "Biology", "description": "Cells and what they do."}'
wrk.headers["Content-Type"] = "application/json"
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """One route, and the least share of the bare route's requests that it has to answer."""

    name: str
    address: str
    floor: float
    script: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What a round came to: answers in a second, and the server's processor time for each."""

    rate: float
    cpu_microseconds: float


def measured(route: Measured, pid: int, scripts: Path, clients: int) -> Taken:
    """What wrk counts. Any answer but 2xx ends the run."""
    command = ["wrk", "-t1", f"-c{clients}", f"-d{SECONDS}s"]
    if route.script:
        script = scripts / "script.lua"
        script.write_text(route.script)
        command += ["-s", str(script)]
    before = cpu_seconds(pid)
    told = subprocess.run([*command, route.address], capture_output=True, text=True, check=True)
    spent = cpu_seconds(pid) - before
    if "Non-2xx" in told.stdout:
        sys.exit(f"{route.name}: {told.stdout}")
    count, rate = (
        re.search(pattern, told.stdout) for pattern in (r"(\d+) requests in", r"/sec:\s+([\d.]+)")
    )
    assert count
    assert rate
    return Taken(rate=float(rate[1]), cpu_microseconds=spent / int(count[1]) * 1_000_000)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--clients", type=int, default=CLIENTS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = make_library(folder / "library")
        with (
            bare_served(made.database, made.example_id) as (bare_pid, bare_port),
            praxeo_served(folder / "library", folder / "log") as server,
        ):
            bare = Measured(name="bare", address=f"http://127.0.0.1:{bare_port}/bare", floor=1.0)
            rounds: dict[str, list[tuple[Taken, Taken]]] = {}
            for _ in range(given.rounds):
                for route in (routes := _routes(server, made)):
                    pair = (
                        measured(bare, bare_pid, folder, given.clients),
                        measured(route, server.pid, folder, given.clients),
                    )
                    rounds.setdefault(route.name, []).append(pair)
            return told(routes, rounds)


def _routes(server: Server, made: Made) -> tuple[Measured, ...]:
    api, apps = (f"http://127.0.0.1:{port}" for port in (server.port, server.embed_port))
    example = f"{api}/v1/examples/{made.example_id}"
    return (
        Measured(name="read an example", address=example, floor=0.55),
        Measured(name="list of 50", address=f"{api}/v1/examples", floor=0.25),
        Measured(name="save a project", address=f"{api}/v1/projects", floor=0.25, script=POST),
        Measured(name="embed page", address=f"{apps}/e/{made.embed_id}", floor=0.75),
    )


def told(routes: tuple[Measured, ...], rounds: dict[str, list[tuple[Taken, Taken]]]) -> int:
    """Print the medians; 1 if any is below its floor by processor time, which a busy machine spoils least."""
    short = False
    for route in routes:
        pairs = rounds[route.name]
        by_rate = statistics.median(own.rate / bare.rate for bare, own in pairs)
        by_cpu = statistics.median(
            bare.cpu_microseconds / own.cpu_microseconds for bare, own in pairs
        )
        rate = statistics.median(own.rate for _, own in pairs)
        cpu = statistics.median(own.cpu_microseconds for _, own in pairs)
        short |= by_cpu < route.floor
        verdict = "" if by_cpu >= route.floor else f"  BELOW {route.floor}"
        print(
            f"{route.name:16} {rate:7,.0f}/s {cpu:6,.0f} us  "
            f"x bare {by_rate:.2f} by requests, {by_cpu:.2f} by processor time{verdict}"
        )
    bare_cpu = statistics.median(
        bare.cpu_microseconds for pairs in rounds.values() for bare, _ in pairs
    )
    print(f"{'bare':16} {'':9} {bare_cpu:6,.0f} us")
    return int(short)


if __name__ == "__main__":
    sys.exit(main())
