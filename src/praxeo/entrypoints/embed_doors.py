"""The door of an embed over HTTP: `POST /t/EMBED` with a password or a ticket, answered in JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from anyio import CapacityLimiter, to_thread
from starlette.types import Scope

from praxeo.domain.errors import Forbidden, NotFound, Refused, Unavailable
from praxeo.embeds.doors import Doors
from praxeo.embeds.serving import raw
from praxeo.entrypoints.embed_posts import HEADERS, Posted, Receive, body_of, refusal

BODY_BYTES_MAX = 4_096
WAITING_MAX = 32  # passwords that wait to be tried; each takes some 40 ms of a core


@dataclass
class DoorKeeper:
    """Opens one door after the other, so that guesses take no more than one core."""

    doors: Doors
    address_header: bytes = b""  # says where a visitor is, where something stands in front
    _waiting: int = 0
    _one: list[CapacityLimiter] = field(default_factory=list)  # of the event loop it belongs to

    async def answer(self, scope: Scope, receive: Receive, embed_id: str) -> Posted:
        """What who stands at this door gets."""
        if not self._one:
            self._one.append(CapacityLimiter(1))
        if self._waiting >= WAITING_MAX:
            return refusal(Unavailable("busy", "Many are at the door just now. Try again at once."))
        self._waiting += 1
        try:
            body = await body_of(receive, BODY_BYTES_MAX)
            address = self._address(scope)
            opened = await to_thread.run_sync(
                self._opened, embed_id, body, address, limiter=self._one[0]
            )
            return 200, raw(HEADERS), json.dumps(opened, ensure_ascii=False).encode()
        except (Refused, Forbidden, NotFound, Unavailable) as fault:
            return refusal(fault)
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
