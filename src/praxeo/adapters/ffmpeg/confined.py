"""Runs ffmpeg or ffprobe on one recording, in a process of its own that may die without harm."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from praxeo.adapters.ffmpeg.command import STREAMS_MAX
from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Refused, TooLarge, Unavailable

MEMORY_BYTES = 3 * 2**29  # 1.5 GiB in all
OPEN_FILES = 128
READ_BYTES = 2**18
ENDING_SECONDS = 20  # for a program that says nothing more
COMPLAINT_BYTES = 4_000  # kept of what it says on standard error
WALL_SECONDS_PER_PROCESSOR_SECOND = 4
INPUT = "input"
LAUNCH = str(Path(__file__).with_name("launch.py"))


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one run may use: seconds of processor, of which several may run at once, and bytes that it writes."""

    processor_seconds: int
    written_bytes: int = 0


@contextmanager
def own_folder(path: Path) -> Iterator[Path]:
    """A new folder that holds this file by the name INPUT, and nothing else; it is taken away afterwards."""
    with TemporaryDirectory(prefix="praxeo-media-") as name:
        folder = Path(name)
        (folder / INPUT).symlink_to(path.resolve())
        yield folder


def run(
    command: Sequence[str], folder: Path, limits: Limits, *, writes: bool = True
) -> Generator[bytes, None, None]:
    """What the program writes on standard output, as it comes; within the folder, with INPUT in it.

    Raises Refused("recording_unreadable") with what the program said as a note, Refused("recording_too_complex"),
    Unavailable("media_tool_failed"), Cancelled.
    """
    launched = (
        *(sys.executable, "-I", "-S", LAUNCH, str(MEMORY_BYTES), str(limits.processor_seconds)),
        *(str(OPEN_FILES), str(limits.written_bytes), str(folder / INPUT)),
        *(str(folder) if writes else "", *command),
    )
    try:
        child = subprocess.Popen(
            launched,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={"LC_ALL": "C.UTF-8"},
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        raise Unavailable("media_tool_failed", "ffmpeg could not be started.") from error
    complaint = bytearray()
    with child:
        try:
            with cancellation().calling(partial(_end, child)):
                in_time = yield from _received(child, limits, complaint)
                if in_time:
                    child.wait(timeout=ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            in_time = False
        finally:
            _end(child)
    cancellation().check()
    _judge(child.returncode, in_time, complaint.decode("utf-8", "replace"))


def _received(
    child: subprocess.Popen[bytes], limits: Limits, complaint: bytearray
) -> Generator[bytes, None, bool]:
    """All of its output, and the end of what it complains of; gives whether it came to its end in time."""
    assert child.stdout
    assert child.stderr
    deadline = time.monotonic() + limits.processor_seconds * WALL_SECONDS_PER_PROCESSOR_SECOND
    with selectors.DefaultSelector() as selector:
        for pipe in (child.stdout, child.stderr):
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            ready = selector.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                return False
            for key, _ in ready:
                part = os.read(key.fd, READ_BYTES)
                if not part:
                    selector.unregister(key.fileobj)
                elif key.fileobj is child.stdout:
                    yield part
                else:
                    complaint[:] = (complaint + part)[-COMPLAINT_BYTES:]
    return True


def _end(child: subprocess.Popen[bytes]) -> None:
    """End it with all that it started, unless it has ended and was waited for."""
    if child.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def _judge(code: int, in_time: bool, complaint: str) -> None:
    """Raise what the end of a run means."""
    if code == 0 and in_time:
        return
    if not in_time or code in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ):
        raise too_complex()
    if code < 0:
        raise Unavailable(
            "media_tool_failed",
            "ffmpeg crashed on this recording. If it does so again, the file is probably damaged: save it anew "
            "in the program that made it.",
        )
    if "max_streams" in complaint:
        raise too_many_streams()
    if "Cannot allocate memory" in complaint:
        raise too_complex()
    refused = unreadable()
    refused.add_note(complaint)
    raise refused


def too_many_streams() -> TooLarge:
    """What is said of a file with more pictures and sounds than a recording may have."""
    return TooLarge(
        "too_many_streams",
        f"This recording has more than {STREAMS_MAX - 1} streams. Save it anew with one picture and one sound.",
        details={"limit": STREAMS_MAX - 1},
    )


def too_complex() -> Refused:
    """What is said of a file that takes more time or memory than a recording may."""
    return Refused(
        "recording_too_complex",
        "Looking at this recording takes more time or memory than one may use. It may be damaged or built to "
        "overload programs; save it anew as an MP4 (H.264 and AAC), or cut it into parts.",
    )


def unreadable() -> Refused:
    """What is said of a file that ffmpeg cannot take for a recording."""
    return Refused(
        "recording_unreadable",
        "This file cannot be read as a recording: it is damaged, incomplete or of a kind that is not taken. "
        "Look whether it plays in a video player, and save it anew as an MP4 (H.264 and AAC).",
    )
