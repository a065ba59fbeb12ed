"""Recordings that a published app plays, to those who may see it: where one is, what is said, and piece after piece."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from praxeo.domain.errors import Forbidden, NotFound
from praxeo.domain.limits import RECORDING_SECONDS_MAX
from praxeo.domain.media import MediaFile
from praxeo.domain.records import Embed
from praxeo.embeds import delivery
from praxeo.embeds.access import Verdict, Visitor, may_view, needs_ticket
from praxeo.embeds.service import Embeds

FILM_TICKET_LASTS = timedelta(seconds=RECORDING_SECONDS_MAX)


@dataclass(frozen=True)
class Opened:
    """Where a film is, below the embed origin, and its sentences: from second, to second, text."""

    address: str
    said: list[tuple[float, float, str]]


@dataclass(frozen=True)
class Playing:
    """Opens films and gives them on. Who may see the app may see them, as long as that is so."""

    embeds: Embeds

    def open(self, embed_id: str, film: str, ticket: str) -> Opened:
        """The film of this name, for whoever has a ticket of the page, where the embed asks for one.

        NotFound("film_not_found"), Forbidden("ticket_over") where the rules of the embed are against it.
        """
        embed, now = self.embeds.visited(embed_id), self.embeds.clock.now()
        entered = needs_ticket(embed) and bool(
            self.embeds.tickets.end_of(ticket, embed, "page", now)
        )
        if not may_view(embed, Visitor(now=now, has_ticket=entered)):
            raise Forbidden("ticket_over", "This app is not open to you any more. Load it again.")
        file, words = film_of(embed, f"{film}.mp4"), film_of(embed, f"{film}.json")
        said = json.loads(self.embeds.blobs.read(words.blob))
        return Opened(address=self._address(embed, file), said=said)

    def may_play(self, embed: Embed, ticket: str | None, *, alone: bool) -> Verdict:
        """Whether a piece of its films is given to who has this ticket for one."""
        now = self.embeds.clock.now()
        has_ticket = bool(ticket and self.embeds.tickets.end_of(ticket, embed, "film", now))
        return may_view(embed, Visitor(now=now, has_ticket=has_ticket, alone=alone))

    def piece(self, file: MediaFile, start: int, end: int) -> bytes:
        """The bytes of a film from `start` up to `end`, without it. Raises NotFound."""
        with self.embeds.blobs.open(file.blob) as opened:
            opened.seek(start)
            return opened.read(end - start)

    def _address(self, embed: Embed, file: MediaFile) -> str:
        """Signed where the embed is closed: a player sends nothing but its address."""
        if not needs_ticket(embed):
            return f"{delivery.films_path(embed)}/{file.name}"
        until = self.embeds.clock.now() + FILM_TICKET_LASTS
        ticket = self.embeds.tickets.give(embed, "film", until)
        path = f"{delivery.films_path(embed)}/{ticket}/{file.name}"
        return self.embeds.at_edge(path, until)


def film_of(embed: Embed, name: str) -> MediaFile:
    """The embed's file of this name. Raises NotFound("film_not_found")."""
    for file in embed.films:
        if file.name == name:
            return file
    raise NotFound("film_not_found", "This recording is not published with the app.")
