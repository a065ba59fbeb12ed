"""Where visits tell of themselves: `POST /v/EMBED`, answered with 204 once it is counted, so that it may be sent again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from starlette.types import Scope

from praxeo.embeds.access import Visitor, may_knock
from praxeo.embeds.service import Embeds
from praxeo.embeds.serving import raw
from praxeo.embeds.usage.counting import UsageCounting
from praxeo.embeds.usage.events import BATCH_BYTES_MAX, read_visit
from praxeo.entrypoints.embed_posts import HEADERS, Posted, Receive, Turns

WAITING_MAX = 200  # batches that wait to be counted; the others are asked to come again
AGENTS_KEPT = 4_000


@dataclass
class VisitCounter:
    """Counts one batch after the other, apart from what serves apps."""

    embeds: Embeds
    usage: UsageCounting
    _turns: Turns = field(
        default_factory=lambda: Turns(WAITING_MAX, "Many are telling just now. Come again at once.")
    )

    async def answer(self, scope: Scope, receive: Receive, embed_id: str) -> Posted:
        """204 for what is counted, was counted before, or is never counted."""
        agent = dict(scope["headers"]).get(b"user-agent", b"").decode("latin-1")
        return await self._turns.answer(
            receive, BATCH_BYTES_MAX, lambda body: self._counted(embed_id, body, agent)
        )

    def _counted(self, embed_id: str, body: bytes, agent: str) -> Posted:
        embed = self.embeds.visited(embed_id)
        visit = read_visit(body)
        if may_knock(embed, Visitor(now=self.embeds.clock.now())) and not is_robot(agent):
            self.usage.count(embed, visit)
        return 204, raw(HEADERS), b""


@lru_cache(maxsize=AGENTS_KEPT)  # one look takes some milliseconds, and agents are few
def is_robot(agent: str) -> bool:
    """Whether a browser says that it is a program. Who says nothing is taken for one."""
    from crawlerdetect import CrawlerDetect

    return not agent or bool(CrawlerDetect(user_agent=agent).isCrawler())
