"""Runs one parser in a child process that may die without harm.

The child gets no environment, no standard input but what it is given, no network and hard limits of memory, processor
time, wall time, file size and open files; what it found comes back as size-capped JSON.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread

from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import NotFound, PraxeoError, Refused, TooLarge, Unavailable

MEMORY_LIMIT_BYTES = 384 * 2**20
PROCESSOR_SECONDS = 8
PROCESSOR_SECONDS_PER_MIB = 6
PROCESSOR_SECONDS_AT_MOST = 300
WALL_SECONDS_PER_PROCESSOR_SECOND = 3
RESULT_LIMIT_BYTES = 32 * 2**20
OPEN_FILES = 64
READ_BYTES = 2**18

# A Lambda package holds no sources, only what Python has made of them.
CHILD = str(Path(__file__).with_stem("child"))
ERRORS: dict[str, type[PraxeoError]] = {
    "refused": Refused,
    "too_large": TooLarge,
    "not_found": NotFound,
    "unavailable": Unavailable,
}


@dataclass(frozen=True, kw_only=True)
class ProcessLimits:
    """What one parse may use: bytes beyond the interpreter's own, and seconds."""

    memory_bytes: int = MEMORY_LIMIT_BYTES
    processor_seconds: int = PROCESSOR_SECONDS
    wall_seconds: float = PROCESSOR_SECONDS * WALL_SECONDS_PER_PROCESSOR_SECOND
    result_bytes: int = RESULT_LIMIT_BYTES


def limits_for(path: Path) -> ProcessLimits:
    """A larger file may take longer, up to a fixed end; laying out pages and fitting pictures takes its time."""
    mebibytes = path.stat().st_size / 2**20
    seconds = min(
        PROCESSOR_SECONDS_AT_MOST, int(PROCESSOR_SECONDS + PROCESSOR_SECONDS_PER_MIB * mebibytes)
    )
    return ProcessLimits(
        processor_seconds=seconds, wall_seconds=seconds * WALL_SECONDS_PER_PROCESSOR_SECOND
    )


@dataclass(frozen=True, kw_only=True)
class Request:
    """A program that limits its own memory and processor time; wall time and the size of its answer are held
    here. `environment` is all of its environment; `answer_of` makes the answer of what it wrote.
    """

    command: Sequence[str]
    limits: ProcessLimits
    environment: Mapping[str, str] = field(default_factory=dict)
    answer_of: Callable[[bytes], bytes] = bytes


def parsing(task: str, path: Path, limits: ProcessLimits | None = None) -> Request:
    """The request for a task of a parser (see `tasks`); without `limits` with those that suit the file."""
    limits = limits or limits_for(path)
    command = (
        *(sys.executable, "-I", CHILD),
        *(task, str(path.resolve())),
        *(str(limits.memory_bytes), str(limits.processor_seconds), str(OPEN_FILES)),
    )
    return Request(command=command, limits=limits, answer_of=result_of)


def ask(request: Request, *, given: bytes = b"") -> bytes:
    """What a process of its own answers to this request, to which these bytes are given on its standard input.

    Raises Refused with the reader's own code, or `too_complex` (time or memory ran out),
    `parser_crashed` (it died) and `damaged` (it gave up); TooLarge, Cancelled, Unavailable if no
    process can start.
    """
    limits = request.limits
    with _fed(given) as source:
        receive, send = os.pipe()
        try:
            child = subprocess.Popen(
                request.command,
                stdin=source,
                stdout=send,
                stderr=subprocess.DEVNULL,
                env=dict(request.environment),
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            os.close(receive)
            raise Unavailable("no_process", "A document's reader could not be started.") from error
        finally:
            os.close(send)
        try:
            with cancellation().calling(partial(_end, child)):
                answer = _receive(receive, limits)
        finally:
            os.close(receive)
            _kill(child)
    return request.answer_of(unless_stopped(answer, child.returncode))


@contextmanager
def _fed(given: bytes) -> Iterator[int]:
    """What a process reads from to be given these bytes."""
    if not given:
        yield subprocess.DEVNULL
        return
    receive, send = os.pipe()
    feeder = Thread(target=_feed, args=(send, given), name="feeding-a-reader")
    feeder.start()
    try:
        yield receive
    finally:
        os.close(receive)  # whoever is still being fed hears that nobody listens
        feeder.join()


def _feed(send: int, given: bytes) -> None:
    with suppress(BrokenPipeError), os.fdopen(send, "wb") as pipe:
        pipe.write(given)


def _receive(receive: int, limits: ProcessLimits) -> bytes | None:
    """All that the child writes until it closes the pipe; None if time ran out."""
    deadline = time.monotonic() + limits.wall_seconds
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as selector:
        selector.register(receive, selectors.EVENT_READ)
        while selector.select(max(0.0, deadline - time.monotonic())):
            part = os.read(receive, READ_BYTES)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > limits.result_bytes:
                raise TooLarge("text_too_long", "The document holds more text than can be read.")
    return None


def _kill(child: subprocess.Popen[bytes]) -> None:
    """Wait for a child that has ended, or end it and all that it started."""
    try:
        child.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        _end(child)
        child.wait()


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def unless_stopped(answer: bytes | None, exit_code: int) -> bytes:
    """What a child that ended so wrote (None: its time ran out); raises Refused where it was ended."""
    if answer is None or exit_code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Refused(
            "too_complex",
            "Reading this file took too long, so it was stopped. It may be damaged or built to "
            "overload readers; try to save it anew, or split it into parts.",
        )
    if exit_code < 0:
        raise Refused(
            "parser_crashed",
            "This file makes its reader crash, so it cannot be read. It is probably damaged; try "
            "to open it in its own program and save it anew.",
        )
    return answer


def result_of(answer: bytes) -> bytes:
    """What a reader that came to its end had to say; raises Refused."""
    tag, _, body = answer.partition(b"\n")
    if tag == b"result":
        return body
    if tag == b"error":
        kind, code, message, *details = json.loads(body)
        raise ERRORS.get(kind, Refused)(code, message, details=details[0] if details else None)
    damaged = Refused(
        "damaged",
        "This file cannot be read: its contents are damaged or incomplete. Try to open it in its "
        "own program and save it anew.",
    )
    damaged.add_note(body.decode("utf-8", "replace"))
    raise damaged
