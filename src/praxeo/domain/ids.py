"""Ids: a prefix that tells the table, and 26 characters that sort by creation."""

from __future__ import annotations

import re

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
_ID = re.compile(r"[a-z]{2,8}_[0-9a-z][0-9a-z_-]{0,99}")
TIME_BITS = 48  # milliseconds since 1970
RANDOM_BITS = 80
_LENGTH = 26


def format_id(prefix: str, milliseconds: int, random: int) -> str:
    """The id made of a time and 80 random bits; two ids sort by time, then by `random`."""
    number = (milliseconds << RANDOM_BITS) | random
    digits = []
    for _ in range(_LENGTH):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    return f"{prefix}_{''.join(reversed(digits))}"


def is_id(text: str, prefix: str = "") -> bool:
    """Whether this could be an id (of that table)."""
    return _ID.fullmatch(text) is not None and text.startswith(f"{prefix}_" if prefix else "")
