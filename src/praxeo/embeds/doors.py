"""At the door of an embed: a password or a signed link becomes a ticket, and the ticket the app's address."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from praxeo.domain.access import Actor
from praxeo.domain.errors import Forbidden, NotFound, Refused, Unavailable
from praxeo.domain.records import Embed, utc_text
from praxeo.embeds import delivery
from praxeo.embeds.access import TICKETED, Visitor, may_knock
from praxeo.embeds.passwords import WrongTries, is_password
from praxeo.embeds.service import Embeds
from praxeo.embeds.themes import theme_json
from praxeo.library.saving import noted

PAGE_TICKET_LASTS = timedelta(hours=12)  # a day at school; then the password is asked for again
BYTES_TICKET_LASTS = timedelta(
    seconds=60
)  # the app reads it in its own address, so it must be worth nothing
LINK_LASTS_MAX = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class Unlocked:
    """What the wrapper learns once it is open: its ticket, its app below the embed origin, and how to show it."""

    ticket: str
    app: str
    title: str
    language: str
    theme: str


@dataclass(frozen=True, kw_only=True)
class SignedLink:
    """An address that opens an embed until a moment, or until its rules change."""

    address: str
    expires_at: str


@dataclass(frozen=True)
class Doors:
    """Opens embeds that have a password or take signed links."""

    embeds: Embeds
    wrong: WrongTries = field(default_factory=WrongTries)

    def by_password(self, embed_id: str, password: str, address: str) -> Unlocked:
        """Open it with its password. Forbidden("wrong_password"); Unavailable("too_many_tries")."""
        embed, now = self._at_door(embed_id), self.embeds.clock.now()
        if wait := self.wrong.seconds_to_wait(embed.id, address, now):
            raise Unavailable(
                "too_many_tries",
                f"There were too many wrong tries. Try again in {-(-wait // 60)} minutes.",
                details={"seconds": wait},
            )
        kept = self.embeds.password_of(embed)
        if embed.access != "password" or kept is None or not is_password(password, kept):
            self.wrong.count(embed.id, address, now)
            raise Forbidden("wrong_password", "This is not the password. Mind capitals and blanks.")
        return self._open(embed, self.embeds.tickets.give(embed, "page", now + PAGE_TICKET_LASTS))

    def by_ticket(self, embed_id: str, ticket: str) -> Unlocked:
        """Open it with a ticket that was given before. Forbidden("ticket_over")."""
        embed = self._at_door(embed_id)
        if not self.embeds.tickets.end_of(ticket, embed, "page", self.embeds.clock.now()):
            raise Forbidden("ticket_over", "This link opens nothing any more. Ask for a new one.")
        return self._open(embed, ticket)

    def holds_bytes(self, ticket: str, embed: Embed) -> bool:
        """Whether the ticket opens the bytes of this embed now."""
        return (
            self.embeds.tickets.end_of(ticket, embed, "bytes", self.embeds.clock.now()) is not None
        )

    def link(self, actor: Actor, embed: Embed, until: datetime, embed_url: str) -> SignedLink:
        """A link to give out; what follows the number sign never reaches a server's log.

        Refused("link_needs_lock") where the address alone opens it, Refused("bad_expiry").
        """
        if embed.access not in TICKETED:
            raise Refused(
                "link_needs_lock", "This app opens with its address alone. Restrict it first."
            )
        now = self.embeds.clock.now()
        if not now < until <= now + LINK_LASTS_MAX:
            raise Refused(
                "bad_expiry", f"A link ends in the future, in at most {LINK_LASTS_MAX.days} days."
            )
        ticket = self.embeds.tickets.give(embed, "page", until)
        noted(self.embeds, actor, "embed.link_signed", embed.id, "done")
        return SignedLink(address=f"{embed_url}/e/{embed.id}#{ticket}", expires_at=utc_text(until))

    def _at_door(self, embed_id: str) -> Embed:
        embed = self.embeds.visited(embed_id)
        verdict = may_knock(embed, Visitor(now=self.embeds.clock.now()))
        if not verdict:
            raise NotFound(
                f"embed_{verdict.notice}", "This learning app is not to be seen any more."
            )
        return embed

    def _open(self, embed: Embed, ticket: str) -> Unlocked:
        until = self.embeds.clock.now() + BYTES_TICKET_LASTS
        for_bytes = self.embeds.tickets.give(embed, "bytes", until)
        return Unlocked(
            ticket=ticket,
            app=self.embeds.at_edge(delivery.private_path(embed, for_bytes), until),
            title=embed.title,
            language=embed.language or "en",
            theme=theme_json(embed.theme),
        )
