"""How many files and connections this process may have open."""

from __future__ import annotations

import sys

WANTED = 8_192
ASSUMED = 1_024  # where the system does not say


def raise_descriptor_limit() -> None:
    """Take as many as the system gives without asking, up to what is of use."""
    if sys.platform == "win32":
        return
    from resource import RLIMIT_NOFILE, getrlimit, setrlimit

    soft, hard = (WANTED if limit < 0 else limit for limit in getrlimit(RLIMIT_NOFILE))
    if soft < min(hard, WANTED):
        setrlimit(RLIMIT_NOFILE, (min(hard, WANTED), getrlimit(RLIMIT_NOFILE)[1]))


def descriptors_allowed() -> int:
    """How many there may be."""
    if sys.platform == "win32":
        return ASSUMED
    from resource import RLIMIT_NOFILE, getrlimit

    soft, _ = getrlimit(RLIMIT_NOFILE)
    return WANTED if soft < 0 else soft  # unlimited is a negative number
