"""Tickets: signed words that somebody may see one embed until a moment, under the rules that it has now.

Nothing of them is stored. One ends with its time, and as soon as a rule of its embed changes.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Embed

Purpose = Literal["page", "bytes", "film"]
"""What a ticket opens: the page, for hours or days; the app's bytes, for the moment of loading them; or a film, for as
long as one may watch it."""

_TICKET = re.compile(r"([0-9a-f]{1,12})\.([\w-]{43})", re.ASCII)


@dataclass(frozen=True)
class Tickets:
    """Gives tickets and knows its own. The first of the `keys` signs, any of them counts: so keys rotate."""

    keys: Callable[[], Sequence[bytes]]

    def give(self, embed: Embed, purpose: Purpose, until: datetime) -> str:
        """A ticket of characters that an address takes as they are. Unavailable("secret_missing")."""
        if not (keys := self.keys()):
            raise Unavailable("secret_missing", "This installation has no keys for tickets.")
        ends = int(until.timestamp())
        return f"{ends:x}.{_signature(keys[0], embed, purpose, ends)}"

    def end_of(self, ticket: str, embed: Embed, purpose: Purpose, now: datetime) -> datetime | None:
        """Until when it opens this embed; None if it does not."""
        found = _TICKET.fullmatch(ticket)
        if not found:
            return None
        ends = int(found[1], 16)
        if ends <= now.timestamp():
            return None
        right = (_signature(key, embed, purpose, ends) for key in self.keys())
        if not any(hmac.compare_digest(found[2], each) for each in right):
            return None
        return datetime.fromtimestamp(ends, UTC)


NO_TICKETS = Tickets(lambda: ())
AtEdge = Callable[[str, datetime], str]
"""A path below the embed origin as it is asked for until a moment: with a signature, where an edge wants one."""


def unsigned(path: str, _until: datetime) -> str:
    """As it is, where nothing stands in front of the embeds."""
    return path


def _signature(key: bytes, embed: Embed, purpose: Purpose, ends: int) -> str:
    text = f"praxeo-ticket\n{purpose}\n{embed.id}\n{embed.policy_version}\n{ends}"
    return urlsafe_b64encode(hmac.digest(key, text.encode(), hashlib.sha256)).decode().rstrip("=")
