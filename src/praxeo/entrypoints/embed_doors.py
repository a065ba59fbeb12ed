"""The door of an embed over HTTP: `POST /t/EMBED` with a password or a ticket, answered in JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from starlette.types import Scope

from praxeo.domain.errors import Refused
from praxeo.embeds.doors import Doors
from praxeo.embeds.serving import raw
from praxeo.entrypoints.embed_posts import HEADERS, Posted, Receive, Turns

BODY_BYTES_MAX = 4_096
WAITING_MAX = 32  # passwords that wait to be tried; each takes some 40 ms of a core


@dataclass
class DoorKeeper:
    """Opens one door after the other, so that guesses take no more than one core."""

    doors: Doors
    address_header: bytes = b""  # says where a visitor is, where something stands in front
    _turns: Turns = field(
        default_factory=lambda: Turns(
            WAITING_MAX, "Many are at the door just now. Try again at once."
        )
    )

    async def answer(self, scope: Scope, receive: Receive, embed_id: str) -> Posted:
        """What who stands at this door gets."""
        address = self._address(scope)
        return await self._turns.answer(
            receive, BODY_BYTES_MAX, lambda body: self._answered(embed_id, body, address)
        )

    def _address(self, scope: Scope) -> str:
        told = dict(scope["headers"]).get(self.address_header, b"").decode("latin-1")
        return told.rpartition(":")[0] or str((scope.get("client") or ("",))[0])

    def _answered(self, embed_id: str, body: bytes, address: str) -> Posted:
        opened = self._opened(embed_id, body, address)
        return 200, raw(HEADERS), json.dumps(opened, ensure_ascii=False).encode()

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
