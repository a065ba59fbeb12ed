"""What an answer of the embed host and of the API costs, beside nginx in the same run.

    .venv/bin/python benchmarks/serving/embeds.py     # a minute; needs wrk, nginx and its module brotli_static

Processor time of the server for each answer, which a busy machine changes least, and how long one client waits on a connection that
is kept alive. Bars: 60 µs an app of 36 kB, 40 µs where the visitor has it, private 1.5 times public, p50 1 ms.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import brotli
from filling import Made, make_library
from nginx import nginx_served
from run import Measured, measured
from served import praxeo_served

CLIENTS, ROUNDS, ASKED = 32, 5, 400
PASSWORD = "correct horse"
FRAMED = {"Accept-Encoding": "br", "Sec-Fetch-Dest": "iframe"}
MOST = {"public app": 60.0, "public app, 304": 40.0}  # microseconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A route, and which process answers it."""

    name: str
    pid: int
    port: int
    path: str
    headers: Mapping[str, str] = field(default_factory=lambda: FRAMED)

    def microseconds(self, folder: Path) -> float:
        lines = "".join(
            f'wrk.headers["{name}"] = {json.dumps(value)}\n' for name, value in self.headers.items()
        )
        address = f"http://127.0.0.1:{self.port}{self.path}"
        route = Measured(name=self.name, address=address, floor=0, script=lines)
        return measured(route, self.pid, folder, CLIENTS).cpu_microseconds

    def waits(self) -> float:
        """The median of what one client waits on one connection, in milliseconds."""
        line, taken = http.client.HTTPConnection("127.0.0.1", self.port), []
        for _ in range(ASKED):
            begun = time.perf_counter()
            line.request("GET", self.path, headers=dict(self.headers))
            line.getresponse().read()
            taken.append((time.perf_counter() - begun) * 1_000)
        return statistics.median(taken)


def answered(port: int, path: str, body: str = "") -> http.client.HTTPResponse:
    """The answer to one question; a POST with a body. Its body is still to be read."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request(
        "POST" if body else "GET", path, body or None, FRAMED | {"Content-Type": "application/json"}
    )
    return line.getresponse()


def app() -> bytes:
    """A page that Brotli makes some 36 kB of."""
    noise = base64.b64encode(random.Random(1).randbytes(36_000)).decode()
    return f"<!doctype html><title>Tides</title><script>const it = '{noise}'</script>".encode()


def routes(made: Made, pid: int, port: int, embed_port: int) -> Iterator[Asked]:
    """All that are asked for; the embed gets its password on the way."""
    page = answered(embed_port, f"/e/{made.embed_id}").read()
    code = brotli.decompress(page).decode()
    path = "/a/" + code.split("../a/")[1].split('"')[0]
    tag = answered(embed_port, path).headers["ETag"]
    yield Asked(name="public app", pid=pid, port=embed_port, path=path)
    known = FRAMED | {"If-None-Match": tag}
    yield Asked(name="public app, 304", pid=pid, port=embed_port, path=path, headers=known)
    yield Asked(name="wrapper page", pid=pid, port=embed_port, path=f"/e/{made.embed_id}")
    yield Asked(name="API: an example", pid=pid, port=port, path=f"/v1/examples/{made.example_id}")


def closed(made: Made, pid: int, embed_port: int) -> Asked:
    """The app of the embed with a password, which has been given."""
    told = json.loads(
        answered(embed_port, f"/t/{made.closed_id}", json.dumps({"password": PASSWORD})).read()
    )
    return Asked(name="private app", pid=pid, port=embed_port, path=f"/{told['app']}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        made = make_library(folder / "library", 500, code=app(), password=PASSWORD)
        packed = brotli.compress(app())
        with (
            nginx_served(folder / "nginx", packed) as (worker, nginx_port),
            praxeo_served(folder / "library", folder / "log") as server,
        ):
            beside = Asked(name="nginx", pid=worker, port=nginx_port, path="/app")
            asked = [beside, *routes(made, server.pid, server.port, server.embed_port)]
            taken: dict[str, list[float]] = {one.name: [] for one in asked} | {"private app": []}
            for _ in range(given.rounds):
                # Its ticket lasts for the moment of loading: a new one for each round.
                private = closed(made, server.pid, server.embed_port)
                for one in (private, *asked):
                    taken[one.name].append(one.microseconds(folder))
            asked.append(closed(made, server.pid, server.embed_port))
            waits = {one.name: one.waits() for one in reversed(asked)}
    return told(len(packed), {name: statistics.median(each) for name, each in taken.items()}, waits)


def told(size: int, taken: Mapping[str, float], waits: Mapping[str, float]) -> int:
    """Print the medians; 1 if any is over its bar."""
    print(f"an app of {size:,} bytes in Brotli")
    over = taken["private app"] > 1.5 * taken["public app"]
    for name, each in taken.items():
        wrong = each > MOST.get(name, float("inf")) or waits[name] > 1
        over |= wrong
        print(
            f"{name:16} {each:5.0f} us, {each / taken['nginx']:4.1f} x nginx; "
            f"p50 {waits[name]:.2f} ms{'  OVER' if wrong else ''}"
        )
    print(f"private / public {taken['private app'] / taken['public app']:.2f}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
