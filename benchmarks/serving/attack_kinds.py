"""The attacks by name: what each sends, and what it counts of the answers."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

TIMEOUT_SECONDS = 60
MILLION = 1_000_000
HALF_REQUESTS = 2_000
BURSTS, PER_BURST = 200, 8
RESTS, REST_SECONDS = 5, 11  # in which threads that have nothing to do come to their end
UPLOAD = b"A river flows to the sea. " * 4_000
HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """The two ports of a server."""

    port: int
    embed_port: int


def get(port: int, path: str) -> int:
    """The status of a GET on a connection of its own. Raises OSError."""
    return _ask(port, "GET", path)[0]


def unknown_keys(target: Target) -> str:
    """A project of a million fields."""
    return _counted(_ask(target.port, "POST", "/v1/projects", _keys())[0] for _ in range(10))


def unknown_keys_of_code(target: Target) -> str:
    """The same where 25 MB are taken."""
    path = "/v1/examples/exa_1/code_snippets"
    return _counted(_ask(target.port, "POST", path, _keys())[0] for _ in range(10))


def large_code(target: Target) -> str:
    """Twenty megabytes of code, which is as much as there may be."""
    text = '<p class="x">Hello</p>\n' * (20 * MILLION // 24)
    body = json.dumps({"text": text, "based_on": "cod_1"}).encode()
    path = "/v1/examples/exa_1/code_snippets"
    return _counted(_ask(target.port, "POST", path, body)[0] for _ in range(5))


def endless_body(target: Target) -> str:
    """300 MB of blanks that never say how many they are."""

    def blanks() -> Iterator[bytes]:
        for _ in range(300):
            yield b" " * MILLION

    return _counted(_ask(target.port, "POST", "/v1/projects", blanks())[0] for _ in range(3))


def many_headers(target: Target) -> str:
    """A million headers, and one that has no end."""
    sent = (HEAD + b"X: y\r\n" * MILLION + b"\r\n", HEAD + b"X: " + b"y" * 50 * MILLION)
    return _counted(_send(port, data) for data in sent for port in _ports(target))


def half_requests(target: Target) -> str:
    """Two thousand half heads on each port, and as many half bodies; others ask meanwhile."""
    half_body = b"POST /v1/projects HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{"
    held = []
    for port in _ports(target):
        for sent in (HEAD, half_body):
            for _ in range(HALF_REQUESTS):
                with suppress(OSError):
                    held.append(socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS))
                    held[-1].sendall(sent)
    answers = _counted(
        get(port, path)
        for port, path in ((target.port, "/v1/projects"), (target.embed_port, "/robots.txt"))
        for _ in range(100)
    )
    for connection in held:
        connection.close()
    return answers


def unread_answers(target: Target) -> str:
    """Two hundred that ask for much and take nothing."""
    ask = b"GET /v1/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 20
    held = []
    for _ in range(200):
        with suppress(OSError):
            held.append(socket.create_connection(("127.0.0.1", target.port), TIMEOUT_SECONDS))
            held[-1].sendall(ask)
    time.sleep(5)
    for connection in held:
        connection.close()
    return f"{len(held)} held"


def pipelined(target: Target) -> str:
    """Ten thousand requests at once on one connection."""
    ask = b"GET /v1/projects HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" * 10_000
    answers, rest = 0, b""
    with socket.create_connection(("127.0.0.1", target.port), TIMEOUT_SECONDS) as connection:
        with suppress(OSError):
            connection.sendall(ask)
        with suppress(OSError):
            while part := connection.recv(MILLION):
                rest += part
                answers += rest.count(b"HTTP/1.1 200")
                rest = rest[-11:]
    return f"{answers} answers"


def bursts(target: Target) -> str:
    """Two hundred bursts of eight uploads, some with a rest between them."""
    statuses: Counter[int] = Counter()
    for burst in range(BURSTS):
        if burst and burst % (BURSTS // RESTS) == 0:
            time.sleep(REST_SECONDS)
        threads = [
            threading.Thread(target=_upload, args=(target, statuses)) for _ in range(PER_BURST)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return _told(statuses)


def _upload(target: Target, statuses: Counter[int]) -> None:
    body = json.dumps({"name": "river.txt"}).encode()
    _, made = _ask(target.port, "POST", "/v1/document_inputs", body)
    path = f"/v1/document_inputs/{json.loads(made)['id']}/content"
    statuses[_ask(target.port, "PUT", path, UPLOAD)[0]] += 1


def _keys() -> bytes:
    return b'{"name":"x"' + b"".join(b',"k%d":1' % number for number in range(MILLION)) + b"}"


def _ports(target: Target) -> tuple[int, int]:
    return target.port, target.embed_port


def _ask(
    port: int, method: str, path: str, body: bytes | Iterator[bytes] | None = None
) -> tuple[int, bytes]:
    """The status and body of the answer; 0 where the connection ended before the whole was sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(method, path, body, JSON if body is not None else {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (BrokenPipeError, ConnectionResetError):
        return 0, b""
    finally:
        connection.close()


def _send(port: int, data: bytes) -> int:
    """The status of the answer to these bytes; 0 where the connection ended instead."""
    with socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS) as connection:
        with suppress(OSError):
            connection.sendall(data)
        with suppress(OSError):
            return int(connection.recv(1_000).split(b" ")[1])
    return 0


def _counted(statuses: Iterator[int]) -> str:
    return _told(Counter(statuses))


def _told(statuses: Counter[int]) -> str:
    return ", ".join(f"{count} x {status or 'ended'}" for status, count in sorted(statuses.items()))


ATTACKS: dict[str, Callable[[Target], str]] = {
    attack.__name__: attack
    for attack in (
        unknown_keys,
        unknown_keys_of_code,
        large_code,
        endless_body,
        many_headers,
        half_requests,
        unread_answers,
        pipelined,
        bursts,
    )
}
