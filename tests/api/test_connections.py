"""Whoever sends half a request, too much of it or nothing keeps nobody else from being served."""

from __future__ import annotations

import io
import json
import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest
from real_server import configured, listening, serving
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from praxeo.entrypoints import admission, descriptors
from praxeo.entrypoints.admission import VisitorTimes
from praxeo.entrypoints.connections import HEAD_BYTES_MAX, HEADERS_MAX, WAITING_MAX
from praxeo.observability import logs

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
WHOLE = HEAD + b"\r\n"
POST = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\n"
LONG = 90.0  # seconds in which none of these tests ends by itself
UNHURRIED = VisitorTimes(head=LONG, body=LONG, rest=LONG, reading=LONG)
QUICK = 0.05
CONNECTIONS = 20
LONG_ANSWER_BYTES = 30_000_000


async def told(scope: Scope, receive: Receive, send: Send) -> None:
    """Says how many bytes the body has; `/unread` answers without looking at it, `/long` with much."""
    request = Request(scope, receive)
    if request.url.path == "/unread":
        response: Response = PlainTextResponse("unread")
    elif request.url.path == "/long":
        response = Response(b"x" * LONG_ANSWER_BYTES)
    else:
        response = PlainTextResponse(str(len(await request.body())))
    await response(scope, receive, send)


class Log(io.StringIO):
    """What is logged, and whether there is something."""

    def __init__(self) -> None:
        super().__init__()
        self._written = threading.Event()

    def write(self, text: str) -> int:
        written = super().write(text)
        self._written.set()
        return written

    def line(self) -> dict[str, Any]:
        """The first line, waited for."""
        assert self._written.wait(LONG)
        first: dict[str, Any] = json.loads(self.getvalue().splitlines()[0])
        return first


@contextmanager
def logged() -> Iterator[Log]:
    """Everything that is logged meanwhile."""
    logs.start_logging("warning", log := Log())
    try:
        yield log
    finally:
        logs.start_logging("warning")


@contextmanager
def door(times: VisitorTimes = UNHURRIED) -> Iterator[tuple[str, int]]:
    """The address of a server that answers with `told`."""
    with listening(configured()) as ports, serving(told, ports.studio, times):
        yield ports.studio.getsockname()


def opened(address: tuple[str, int], sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(address, LONG)
    connection.sendall(sent)
    return connection


def heard(connection: socket.socket) -> bytes:
    """All that comes until the other side ends it."""
    parts = []
    try:
        while part := connection.recv(1_000_000):
            parts.append(part)
    except ConnectionResetError:
        pass
    connection.close()
    return b"".join(parts)


def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def ask(address: tuple[str, int], sent: bytes = WHOLE) -> int:
    """The status of the answer to these bytes, on a connection of their own."""
    with opened(address, sent) as connection:
        return status_of(connection.recv(100_000))


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", None),
        (b"\r\n\r\n", None),
        (b"GET / HTT", 408),
        (HEAD, 408),
        (WHOLE + HEAD, 200),
        (WHOLE + b"\r\n", 200),
    ],
)
def test_half_a_head_is_waited_for_so_long_and_no_longer(sent: bytes, status: int | None) -> None:
    with door(VisitorTimes(head=QUICK)) as address:
        answer = heard(opened(address, sent))
    assert (status_of(answer) if answer else None) == status


@pytest.mark.parametrize("sent", [POST, POST + b"12345"])
def test_a_body_that_stops_is_waited_for_so_long_and_no_longer(sent: bytes) -> None:
    with door(VisitorTimes(body=QUICK)) as address:
        assert status_of(heard(opened(address, sent))) == 408


def test_a_body_that_was_answered_before_its_end_is_not_taken_for_ever() -> None:
    with door(VisitorTimes(rest=QUICK)) as address:
        connection = opened(address, POST.replace(b"/ ", b"/unread ").replace(b"10", b"999999"))
        assert status_of(connection.recv(10_000)) == 200
        with pytest.raises(OSError):  # noqa: PT012
            while True:
                connection.sendall(b"x")


def test_the_rest_of_a_body_that_was_answered_early_is_no_head_of_another_request() -> None:
    size = HEAD_BYTES_MAX * 10
    early = POST.replace(b"/ ", b"/unread ").replace(b"10", str(size).encode())
    with door() as address, opened(address, early) as connection:
        assert status_of(connection.recv(10_000)) == 200
        connection.sendall(b"x" * size + WHOLE)
        assert status_of(connection.recv(10_000)) == 200


def test_an_answer_that_nobody_takes_is_dropped() -> None:
    with logged() as log, door(VisitorTimes(reading=QUICK)) as address:
        connection = opened(address, WHOLE.replace(b"/ ", b"/long "))
        assert log.line()["reading"] == 1
        assert len(heard(connection)) < LONG_ANSWER_BYTES


@pytest.mark.parametrize(
    "head",
    [
        b"X: %s\r\n" % (b"x" * HEAD_BYTES_MAX),
        b"X: y\r\n" * HEADERS_MAX,
        b"X-Y: z\r\n" * 100_000,
        b"X: %s" % (b"x" * 5_000_000),
    ],
    ids=["long", "many", "very many", "endless"],
)
def test_too_much_of_a_head_is_refused(head: bytes) -> None:
    with door() as address:
        connection = opened(address)
        with suppress(OSError):  # it may be refused before all is sent
            connection.sendall(HEAD + head + b"\r\n")
        answer = heard(connection)
        if answer:  # what is still on its way may make the machine drop the answer
            assert status_of(answer) == 431
            assert json.loads(answer.split(b"\r\n\r\n")[1])["code"] == "head_too_large"
        assert ask(address, HEAD + b"X: y\r\n" * (HEADERS_MAX - 1) + b"\r\n") == 200
        large = POST.replace(b"10", b"900000") + b"x" * 900_000
        assert ask(address, large) == 200


def test_so_many_requests_may_be_sent_before_the_first_is_answered_and_no_more() -> None:
    with door() as address:
        some = heard(
            opened(address, WHOLE * (WAITING_MAX - 1) + HEAD + b"Connection: close\r\n\r\n")
        )
        assert some.count(b"HTTP/1.1 200") == WAITING_MAX
        many = heard(opened(address, WHOLE * 50 * WAITING_MAX))
        assert many.count(b"HTTP/1.1 200") < 50 * WAITING_MAX
        assert ask(address) == 200


def test_what_is_no_request_is_refused_as_a_problem() -> None:
    with door() as address:
        answer = heard(opened(address, b"\x16\x03\x01 hello\r\n\r\n"))
    assert status_of(answer) == 400
    assert b"application/problem+json" in answer


def test_a_wish_for_another_protocol_is_passed_over() -> None:
    upgrade = HEAD + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    with door() as address:
        assert status_of(heard(opened(address, upgrade))) == 200


def test_others_are_served_however_many_keep_half_a_request_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(admission, "CONNECTIONS_MAX", CONNECTIONS)
    monkeypatch.setattr(admission, "BACKLOG", CONNECTIONS)
    with door() as address, ExitStack() as stack:
        for number in range(4 * CONNECTIONS):
            stack.enter_context(opened(address, (b"", HEAD, POST, WHOLE)[number % 4]))
        assert [ask(address) for _ in range(CONNECTIONS)] == [200] * CONNECTIONS


def test_such_things_are_told_of_once_a_minute_at_most() -> None:
    with logged() as log, door(VisitorTimes(head=QUICK)) as address:
        for sent in (HEAD, b"\0", HEAD, b"\0"):
            assert heard(opened(address, sent))
        assert log.line()["message"] == "Connections were ended."
    assert len(log.getvalue().splitlines()) == 1


def test_a_process_takes_the_descriptors_that_it_may_have_and_keeps_to_them() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, before[1]))
        descriptors.raise_descriptor_limit()
        assert descriptors.descriptors_allowed() >= min(before[1], descriptors.WANTED)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize("allowed", [1_024, 4_096, 1_000_000])
def test_two_full_ports_leave_descriptors_for_the_rest(
    monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    monkeypatch.setattr(admission, "descriptors_allowed", lambda: allowed)
    each = admission.connections_max() + admission.BACKLOG
    assert 2 * each + admission.RESERVED_DESCRIPTORS <= allowed
