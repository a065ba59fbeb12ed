"""What visitors send to the host of the embeds, and how they are answered: JSON from pages that may have no origin."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from anyio import CapacityLimiter, to_thread
from starlette.types import Message

from praxeo.domain.errors import (
    Forbidden,
    NotFound,
    PraxeoError,
    Refused,
    TooLarge,
    Unavailable,
)
from praxeo.embeds.serving import RawHeaders, raw

# The page around an app may have no origin that could be named, where its host sandboxes it. Nothing here
# goes by who asks: neither cookies nor addresses open anything.
HEADERS = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
Receive = Callable[[], Awaitable[Message]]
Posted = tuple[int, RawHeaders, bytes]
"""Status, headers and body."""


@dataclass
class Turns:
    """Answers one visitor after the other in a thread, so that they take no more than one core; asks those too many to come again."""

    waiting_most: int
    too_many: str  # what those beyond are told
    _waiting: int = 0
    _one: list[CapacityLimiter] = field(default_factory=list)  # of the event loop it belongs to

    async def answer(
        self, receive: Receive, bytes_most: int, answered: Callable[[bytes], Posted]
    ) -> Posted:
        """What `answered` makes of the body that was sent, or the refusal that it raised."""
        if not self._one:
            self._one.append(CapacityLimiter(1))
        if self._waiting >= self.waiting_most:
            return refusal(Unavailable("busy", self.too_many))
        self._waiting += 1
        try:
            body = await body_of(receive, bytes_most)
            return await to_thread.run_sync(answered, body, limiter=self._one[0])
        except (Refused, Forbidden, NotFound, Unavailable) as fault:
            return refusal(fault)
        finally:
            self._waiting -= 1


async def body_of(receive: Receive, most: int) -> bytes:
    """What was sent. TooLarge("body_too_large")."""
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
        if len(body) > most:
            raise TooLarge("body_too_large", f"This takes at most {most} bytes.")
    return body


def refusal(fault: PraxeoError) -> Posted:
    """The answer that tells of a fault, with how long to wait where that is known."""
    status = {"refused": 400, "too_large": 413, "forbidden": 403, "not_found": 404}.get(
        fault.kind, 503
    )
    seconds = fault.details.get("seconds")
    later = {"Retry-After": str(seconds or 1)} if status == 503 else {}
    text = json.dumps({"code": fault.code, "message": fault.message, "details": fault.details})
    return 429 if seconds else status, raw({**HEADERS, **later}), text.encode()
