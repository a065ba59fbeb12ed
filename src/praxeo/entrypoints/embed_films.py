"""The films of an embed over HTTP: `POST /f/EMBED` tells where one is, and players fetch it from there in pieces."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from anyio import to_thread
from starlette.types import Scope

from praxeo.domain.errors import Forbidden, NotFound, Refused, Unavailable
from praxeo.embeds.delivery import SHARED_HEADERS
from praxeo.embeds.playing import Opened, Playing, film_of
from praxeo.embeds.serving import raw
from praxeo.entrypoints.byte_ranges import wanted_bytes
from praxeo.entrypoints.embed_answers import Answer, Visit, told
from praxeo.entrypoints.embed_posts import HEADERS, Posted, Receive, body_of, refusal

BODY_BYTES_MAX = 4_096
PIECE_BYTES = 2_000_000  # of one answer; a player asks for the rest
PLAYERS = frozenset({"", "video", "audio", "empty"})
_HEADERS = {
    **SHARED_HEADERS,
    "Content-Type": "video/mp4",
    "Content-Security-Policy": "sandbox",
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
}


@dataclass(frozen=True)
class EmbedFilms:
    """Answers players and the page around an app."""

    playing: Playing

    async def answer(self, _scope: Scope, receive: Receive, embed_id: str) -> Posted:
        """Where the film is that the body names, and what is said in it."""
        try:
            body = await body_of(receive, BODY_BYTES_MAX)
            opened = await to_thread.run_sync(self._opened, embed_id, body)
        except (Refused, Forbidden, NotFound, Unavailable) as fault:
            return refusal(fault)
        return 200, raw(HEADERS), json.dumps(asdict(opened), ensure_ascii=False).encode()

    def piece(self, visit: Visit, embed_id: str, name: str) -> Answer:
        """As much of the part that is asked for as one answer holds; no film is sent whole.

        Where three parts of the path go before its name, the last of them is a ticket.
        """
        ticket = visit.parts[2] if len(visit.parts) > 3 else None
        embed = self.playing.embeds.visited(embed_id)
        alone = visit.destination not in PLAYERS
        if not (verdict := self.playing.may_play(embed, ticket, alone=alone)):
            return told(visit, verdict.notice, verdict.status)
        file = film_of(embed, name)
        wanted = wanted_bytes(visit.range, file.size) if visit.range else None
        if alone or wanted is None:
            return Answer(416, raw({**_HEADERS, "Content-Range": f"bytes */{file.size}"}))
        start, end = wanted[0], min(wanted[1], wanted[0] + PIECE_BYTES)
        headers = {**_HEADERS, "Content-Range": f"bytes {start}-{end - 1}/{file.size}"}
        return Answer(206, raw(headers), self.playing.piece(file, start, end))

    def _opened(self, embed_id: str, body: bytes) -> Opened:
        try:
            given = json.loads(body)
        except ValueError as fault:
            raise _BAD from fault
        match given:
            case {"film": str(film), "ticket": str(ticket)}:
                return self.playing.open(embed_id, film, ticket)
        raise _BAD


_BAD = Refused("bad_request", "Name the film, and give the ticket of the page or nothing.")
