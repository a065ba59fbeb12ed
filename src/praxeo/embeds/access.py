"""Who may see an embed: one question, asked for its page and for its bytes alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from praxeo.domain.records import Embed, utc_moment

GONE = 410


@dataclass(frozen=True, kw_only=True, slots=True)
class Visitor:
    """What a rule may know of whoever asks. Nothing of it is stored."""

    now: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
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


def published(embed: Embed, _visitor: Visitor) -> Verdict:
    """What was withdrawn is seen by nobody."""
    return ADMITTED if embed.published else WITHDRAWN


def not_expired(embed: Embed, visitor: Visitor) -> Verdict:
    """What was to be seen until a moment is seen by nobody from then on."""
    over = embed.expires_at and utc_moment(embed.expires_at) <= visitor.now
    return EXPIRED if over else ADMITTED


RULES: tuple[Rule, ...] = (published, not_expired)


def may_view(embed: Embed, visitor: Visitor) -> Verdict:
    """The first verdict that stands against it, else that the visitor is admitted."""
    for rule in RULES:
        verdict = rule(embed, visitor)
        if not verdict:
            return verdict
    return ADMITTED


def for_everybody(embed: Embed) -> bool:
    """Whether caches that many people share may keep the embed: only what anybody may find."""
    return embed.access == "public"
