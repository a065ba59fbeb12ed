"""Who may see an embed: one question, asked for its page and for its bytes alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from praxeo.domain.records import Embed, utc_moment

GONE = 410
FORBIDDEN = 403


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """What a rule may know of whoever asks. Nothing of it is stored.

    `has_ticket`: there is a ticket for this embed under its present rules. `alone`: a browser says that it opens
    this as a page of its own, not in a frame.
    """

    now: datetime
    has_ticket: bool = False
    alone: bool = False


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether the visitor may see the embed; if not, `notice` names the page that says why."""

    notice: str = ""
    status: int = 200

    def __bool__(self) -> bool:
        return not self.notice


Rule = Callable[[Embed, Visitor], Verdict]
ADMITTED = Verdict()
WITHDRAWN = Verdict(notice="withdrawn", status=GONE)
EXPIRED = Verdict(notice="expired", status=GONE)
LOCKED = Verdict(notice="locked", status=FORBIDDEN)
ELSEWHERE = Verdict(notice="elsewhere", status=FORBIDDEN)
TICKETED = frozenset({"password", "link"})


def published(embed: Embed, _visitor: Visitor) -> Verdict:
    """What was withdrawn is seen by nobody."""
    return ADMITTED if embed.published else WITHDRAWN


def not_expired(embed: Embed, visitor: Visitor) -> Verdict:
    """What was to be seen until a moment is seen by nobody from then on."""
    over = embed.expires_at and utc_moment(embed.expires_at) <= visitor.now
    return EXPIRED if over else ADMITTED


def in_its_place(embed: Embed, visitor: Visitor) -> Verdict:
    """What is for the pages of some hosts alone is no page of its own; which page frames it is the browser's to judge."""
    return ELSEWHERE if embed.domains and visitor.alone else ADMITTED


def unlocked(embed: Embed, visitor: Visitor) -> Verdict:
    """What has a password, or opens with a link, is seen by whoever has a ticket."""
    return LOCKED if embed.access in TICKETED and not visitor.has_ticket else ADMITTED


DOOR_RULES: tuple[Rule, ...] = (published, not_expired, in_its_place)
RULES: tuple[Rule, ...] = (*DOOR_RULES, unlocked)


def may_knock(embed: Embed, visitor: Visitor) -> Verdict:
    """Whether the visitor may come as far as its door, where a password is asked for."""
    return _first_against(DOOR_RULES, embed, visitor)


def may_view(embed: Embed, visitor: Visitor) -> Verdict:
    """The first verdict that stands against it, else that the visitor is admitted."""
    return _first_against(RULES, embed, visitor)


def _first_against(rules: tuple[Rule, ...], embed: Embed, visitor: Visitor) -> Verdict:
    for rule in rules:
        verdict = rule(embed, visitor)
        if not verdict:
            return verdict
    return ADMITTED


def for_everybody(embed: Embed) -> bool:
    """Whether caches that many people share may keep the embed: only what anybody may find."""
    return embed.access == "public" and not embed.domains


def needs_ticket(embed: Embed) -> bool:
    """Whether its address alone opens nothing."""
    return embed.access in TICKETED
