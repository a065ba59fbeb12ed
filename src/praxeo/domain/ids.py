"""Ids: a prefix that tells the table, and 26 characters that sort by creation."""

from __future__ import annotations

import re
from base64 import b32hexencode

# From the letters of RFC 4648 to Crockford's, which has no i, l, o, u; both sort as the numbers do.
_PLAINER = bytes.maketrans(b"0123456789ABCDEFGHIJKLMNOPQRSTUV", b"0123456789abcdefghjkmnpqrstvwxyz")
_ID = re.compile(r"[a-z]{2,8}_[0-9a-z][0-9a-z_-]{0,99}")
TIME_BITS = 48  # milliseconds since 1970
RANDOM_BITS = 80


def format_id(prefix: str, milliseconds: int, random: int) -> str:
    """The id made of a time and 80 random bits; two ids sort by time, then by `random`."""
    number = (milliseconds << RANDOM_BITS) | random
    digits = b32hexencode(number.to_bytes((TIME_BITS + RANDOM_BITS) // 8, "big")).rstrip(b"=")
    return f"{prefix}_{digits.translate(_PLAINER).decode()}"


def is_id(text: str, prefix: str = "") -> bool:
    """Whether this could be an id (of that table)."""
    return _ID.fullmatch(text) is not None and text.startswith(f"{prefix}_" if prefix else "")
