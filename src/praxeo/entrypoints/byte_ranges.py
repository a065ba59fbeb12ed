"""Which part of a file a player asks for (RFC 9110, one range of bytes)."""

from __future__ import annotations

import re

RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def wanted_bytes(asked: str, size: int) -> tuple[int, int] | None:
    """From which byte to which (without it); all of them for what is no range of bytes; None: there are none there."""
    found = RANGE.fullmatch(asked.strip())
    if not found or not any(found.groups()):
        return 0, size
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    return (start, end) if start < end else None
