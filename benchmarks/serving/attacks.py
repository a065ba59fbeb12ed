"""What a visitor can hold up: each attack runs while another asks for the server's health, and its memory is watched.

    .venv/bin/python benchmarks/serving/attacks.py            # some four minutes; needs Linux
    .venv/bin/python benchmarks/serving/attacks.py --only half_requests bursts

The server may have 1,024 descriptors. Bars: health p99 250 ms, memory +200 MB, descriptors +20 after 200 bursts of uploads.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from attack_kinds import ATTACKS, Target, get
from served import Server, praxeo_served

DESCRIPTORS = 1_024
P99_MS = 250
MEMORY_MEGABYTES = 200
DESCRIPTORS_MORE = 20
PAUSE_SECONDS = 0.02  # between two questions
LOOK_SECONDS = 0.05  # between two looks at the memory
QUIET_SECONDS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What health and memory were while something went on."""

    milliseconds: list[float]
    failures: int
    most_megabytes: float

    @property
    def p99(self) -> float:
        """Of health's answers."""
        ordered = sorted(self.milliseconds) or [float("inf")]
        return ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]


def watch(port: int, pid: int, told: Connection) -> None:
    """Ask for the health and look at the memory, in a process of its own, until told to stop."""
    server = Server(pid=pid, port=port, embed_port=0)
    milliseconds, failures, most, looked = [], 0, 0.0, 0.0
    while not told.poll():
        start = time.perf_counter()
        try:
            failures += get(port, "/v1/health") != 200
        except OSError:
            failures += 1
        milliseconds.append((time.perf_counter() - start) * 1_000)
        if start - looked > LOOK_SECONDS:
            most, looked = max(most, server.resident_megabytes), start
        time.sleep(PAUSE_SECONDS)
    told.send(Seen(milliseconds=milliseconds, failures=failures, most_megabytes=most))


@contextmanager
def watched(server: Server) -> Iterator[list[Seen]]:
    """What is seen while inside, in the list at the end."""
    ours, theirs = multiprocessing.Pipe()
    watching = multiprocessing.Process(target=watch, args=(server.port, server.pid, theirs))
    watching.start()
    seen: list[Seen] = []
    try:
        yield seen
    finally:
        ours.send("stop")
        seen.append(ours.recv())
        watching.join()


def attacked(server: Server, name: str) -> bool:
    """Run one attack and print what was seen; whether it kept within the bars."""
    before, descriptors = server.resident_megabytes, server.descriptors
    start = time.monotonic()
    with watched(server) as found:
        outcome = ATTACKS[name](Target(port=server.port, embed_port=server.embed_port))
    seconds, (seen,) = time.monotonic() - start, found
    more, opened = seen.most_megabytes - before, server.descriptors - descriptors
    held = (
        seen.p99 <= P99_MS
        and not seen.failures
        and more <= MEMORY_MEGABYTES
        and (name != "bursts" or opened <= DESCRIPTORS_MORE)
    )
    print(
        f"{name:20} {seconds:5.1f} s  health p50 {statistics.median(seen.milliseconds):5.0f} "
        f"p99 {seen.p99:5.0f} ms  failed {seen.failures}/{len(seen.milliseconds)}  "
        f"memory {more:+5.0f} MB  descriptors {opened:+4}  {outcome}{'' if held else '  NOT HELD'}",
        flush=True,
    )
    return held


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", nargs="*", choices=sorted(ATTACKS), default=sorted(ATTACKS))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with praxeo_served(folder / "library", folder / "log", descriptors=DESCRIPTORS) as server:
            get(server.port, "/v1/openapi.json")  # worked out when first asked for: 0.3 s, once
            with watched(server) as found:
                time.sleep(QUIET_SECONDS)
            print(f"{'nothing':20} {QUIET_SECONDS:5.1f} s  health p99 {found[0].p99:5.0f} ms")
            held = [attacked(server, attack) for attack in given.only]
        lines = (folder / "log").read_text().splitlines()
        print(
            f"{len(lines)} lines in the log, the longest {max(map(len, lines), default=0)} characters"
        )
        print(*lines[-2:], sep="\n")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
