"""The door of an embed over HTTP: `POST /t/EMBED` with a password or a ticket, answered in JSON."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field

from anyio import CapacityLimiter, to_thread
from starlette.types import Message, Scope

from praxeo.domain.errors import Forbidden, NotFound, PraxeoError, Refused, Unavailable
from praxeo.embeds.doors import Doors
from praxeo.embeds.serving import RawHeaders, raw

BODY_BYTES_MAX = 4_096
WAITING_MAX = 32  # passwords that wait to be tried; each takes some 40 ms of a core
# The page around an app may have no origin that could be named, where its host sandboxes it. Nothing here
# goes by who asks: neither cookies nor addresses open anything.
_HEADERS = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
Receive = Callable[[], Awaitable[Message]]


@dataclass
class DoorKeeper:
    """Opens one door after the other, so that guesses take no more than one core."""

    doors: Doors
    address_header: bytes = b""  # says where a visitor is, where something stands in front
    _waiting: int = 0
    _one: list[CapacityLimiter] = field(default_factory=list)  # of the event loop it belongs to

    async def answer(
        self, scope: Scope, receive: Receive, embed_id: str
    ) -> tuple[int, RawHeaders, bytes]:
        """The status, headers and body for who stands at this door."""
        if not self._one:
            self._one.append(CapacityLimiter(1))
        if self._waiting >= WAITING_MAX:
            return _told(Unavailable("busy", "Many are at the door just now. Try again at once."))
        self._waiting += 1
        try:
            body = await _body(receive)
            address = self._address(scope)
            opened = await to_thread.run_sync(
                self._opened, embed_id, body, address, limiter=self._one[0]
            )
            return 200, raw(_HEADERS), json.dumps(opened, ensure_ascii=False).encode()
        except (Refused, Forbidden, NotFound, Unavailable) as fault:
            return _told(fault)
        finally:
            self._waiting -= 1

    def _address(self, scope: Scope) -> str:
        told = dict(scope["headers"]).get(self.address_header, b"").decode("latin-1")
        return told.rpartition(":")[0] or str((scope.get("client") or ("",))[0])

    def _opened(self, embed_id: str, body: bytes, address: str) -> dict[str, str]:
        try:
            given = json.loads(body)
        except ValueError as fault:
            raise _BAD from fault
        match given:
            case {"password": str(password)}:
                return asdict(self.doors.by_password(embed_id, password, address))
            case {"ticket": str(ticket)}:
                return asdict(self.doors.by_ticket(embed_id, ticket))
        raise _BAD


_BAD = Refused("bad_request", "Give a password or a ticket.")


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
        if len(body) > BODY_BYTES_MAX:
            raise _BAD
    return body


def _told(fault: PraxeoError) -> tuple[int, RawHeaders, bytes]:
    status = {"refused": 400, "forbidden": 403, "not_found": 404}.get(fault.kind, 503)
    seconds = fault.details.get("seconds")
    later = {"Retry-After": str(seconds or 1)} if status == 503 else {}
    text = json.dumps({"code": fault.code, "message": fault.message, "details": fault.details})
    return 429 if seconds else status, raw({**_HEADERS, **later}), text.encode()
