"""The limits of a child process, put on by itself for good. It loads next to nothing: each run of a program waits for it."""

from __future__ import annotations

import ctypes
import resource
import sys

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000


def leave_the_network() -> bool:
    """Move into a network of its own without any interface; whether that is permitted.

    Where it is not, a parser's audit hook alone keeps sockets shut.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None)
    left: bool = libc.unshare(CLONE_NEWNET) == 0 or libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0
    return left


def set_limits(memory: int, seconds: int, files: int, written: int = 0) -> None:
    """Limit this process, and what it may become: bytes in all, seconds, open files, bytes of one that it writes."""
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, files),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
    ):
        if limit != resource.RLIMIT_AS or sys.platform == "linux":
            resource.setrlimit(limit, (value, value))
