"""Commands that keep running: worker."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from praxeo.entrypoints.cli_output import opened_library, say


def worker() -> None:
    """Run the library's background jobs until stopped.

    `praxeo serve` has a worker of its own; this is one more, for a machine with more work.

    praxeo worker
    """
    from praxeo.wiring import build_worker

    stop = threading.Event()

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, on_signal)
    with opened_library() as praxeo:
        say("Working. Press Ctrl+C to stop after the step at hand.")
        build_worker(praxeo, "worker").run(stop)
