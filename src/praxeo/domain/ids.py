"""Ids: a prefix that tells the table, and 26 characters that sort by creation."""

from __future__ import annotations

import re
from itertools import product

# Crockford's letters, without i, l, o, u, by tens of bits; they sort as the numbers do.
_DIGITS = tuple(map("".join, product("0123456789abcdefghjkmnpqrstvwxyz", repeat=2)))
_SHIFTS = tuple(range(120, -1, -10))
_ID = re.compile(r"[a-z]{2,8}_[0-9a-z][0-9a-z_-]{0,99}")
RANDOM_BITS = 80  # beside 48 of milliseconds since 1970


def format_id(prefix: str, milliseconds: int, random: int) -> str:
    """The id made of a time and 80 random bits; two ids sort by time, then by `random`."""
    number = ((milliseconds << RANDOM_BITS) | random) << 2  # 26 letters hold 130 bits
    return f"{prefix}_{''.join([_DIGITS[number >> shift & 1023] for shift in _SHIFTS])}"


def is_id(text: str, prefix: str = "") -> bool:
    """Whether this could be an id (of that table)."""
    return _ID.fullmatch(text) is not None and text.startswith(f"{prefix}_" if prefix else "")
