"""Cursors of listings: opaque to callers, the same in every store."""

from __future__ import annotations

import base64
import binascii

from praxeo.domain.errors import Refused
from praxeo.domain.ids import is_id


def cursor_after(record_id: str) -> str:
    """The cursor that continues after this record."""
    return base64.urlsafe_b64encode(record_id.encode()).decode().rstrip("=")


def id_of_cursor(cursor: str) -> str:
    """The id that a cursor continues after, "" for the empty one. Raises Refused("bad_cursor")."""
    if not cursor:
        return ""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        record_id = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, UnicodeError, ValueError) as fault:
        raise _bad_cursor() from fault
    if not is_id(record_id):
        raise _bad_cursor()
    return record_id


def _bad_cursor() -> Refused:
    return Refused(
        "bad_cursor", "This cursor is not one that Praxeo gave; start from the first page."
    )
