"""Pages that tell of their visits over a network that breaks: cut off in the middle, unheard answers, told again."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random

from benchmarks.visits.classroom import Batch

ADDRESS = "127.0.0.77"  # the whole class is behind this one
AGENT = "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"
FORWARDED = "198.51.100.77"
CUT, UNHEARD, AGAIN = 0.08, 0.08, 0.1  # shares of what is sent
PAGES = 24  # at the same time
REST_SECONDS, PATIENCE_SECONDS = 0.05, 300
TIMEOUT_SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Telling:
    """Pages of one embed at one port."""

    port: int
    embed_id: str
    seed: int

    def all(self, visits: Iterator[tuple[Batch, ...]]) -> int:
        """Tell all of them, several at a time; how many requests that took. TimeoutError where nobody answers."""
        with ThreadPoolExecutor(PAGES) as pages:
            return sum(pages.map(self._visit, visits))

    def _visit(self, batches: tuple[Batch, ...]) -> int:
        random = Random(f"{self.seed}{batches[0].visit}")
        return sum(self._told(batch, random) for batch in batches)

    def _told(self, batch: Batch, random: Random) -> int:
        """Send it until it is heard that it was taken, and now and then once more."""
        end, tries = time.monotonic() + PATIENCE_SECONDS, 0
        body = json.dumps(batch.body()).encode()
        left = 2 if random.random() < AGAIN else 1
        while left:
            tries += 1
            if self._sent(body, random.random()):
                left -= 1
            elif time.monotonic() > end:
                raise TimeoutError(f"{batch.visit} could not be told.")
            else:
                time.sleep(REST_SECONDS)
        return tries

    def _sent(self, body: bytes, fate: float) -> bool:
        """Whether the answer came that it was counted. Raises ValueError for any but that and "busy"."""
        head = (
            f"POST /v/{self.embed_id} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: {AGENT}\r\n"
            f"X-Forwarded-For: {FORWARDED}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        ).encode()
        try:
            with socket.create_connection(
                ("127.0.0.1", self.port), TIMEOUT_SECONDS, (ADDRESS, 0)
            ) as line:
                line.sendall(head + (body[: len(body) // 2] if fate < CUT else body))
                if fate < CUT + UNHEARD:
                    return False
                status = line.recv(100).split(b" ")[1:2]
        except OSError:
            return False
        if status not in ([b"204"], [b"503"], []):
            raise ValueError(f"A visit was answered with {status[0].decode()}.")
        return status == [b"204"]
