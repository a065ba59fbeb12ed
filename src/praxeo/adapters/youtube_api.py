"""YouTube's Data API, which needs a key: one unit of the day's quota for each video that is looked up."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from praxeo.adapters.web.addresses import configured
from praxeo.adapters.web.answers import asked_wait
from praxeo.adapters.web.exchange import Exchanges, Question
from praxeo.adapters.youtube_answers import facts_of, refusal_of
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.records import utc_text
from praxeo.domain.secrets import Secret
from praxeo.ports.videos import VideoFacts

PARTS = "snippet,contentDetails,status,liveStreamingDetails"
SECONDS = 15.0
ANSWER_BYTES_MAX = 1_000_000


class YoutubeApi:
    """The port `VideoLookup`, at this address. The key stands in a header, and in no error."""

    def __init__(
        self,
        base: str,
        key: Secret,
        now: Callable[[], datetime],
        agent: str,
        exchanges: Exchanges | None = None,
    ) -> None:
        self._base, self._key, self._now, self._agent = base.rstrip("/"), key, now, agent
        self._exchanges = exchanges or Exchanges()

    def __call__(self, video_id: str) -> VideoFacts:
        query = urlencode({"part": PARTS, "id": video_id})
        address = configured(f"{self._base}/youtube/v3/videos?{query}")
        headers = {
            "User-Agent": self._agent,
            "Accept": "application/json",
            "X-Goog-Api-Key": self._key.reveal(),
        }
        answer = self._exchanges.ask(
            Question(address=address, headers=headers, configured=address.host),
            seconds=SECONDS,
            bytes_max=lambda headers: ANSWER_BYTES_MAX,
            reads=lambda status: True,
        )
        told = _told(answer.body)
        if answer.status != 200:
            raise refusal_of(answer.status, told, asked_wait(answer, self._now()))
        return _facts(told, utc_text(self._now()))


def _told(body: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _facts(told: Mapping[str, Any], fetched_at: str) -> VideoFacts:
    """The one video that was asked for. Deleted, private and unknown are not told apart."""
    if told.get("items") == []:
        raise Refused(
            "video_unknown",
            "YouTube knows no video under this link that may be seen: it is private, deleted or was never "
            "there. Check the link.",
        )
    try:
        return facts_of(told["items"][0], fetched_at)
    except (KeyError, IndexError, TypeError, AttributeError):
        raise Unavailable(
            "video_service_busy", "YouTube sent an answer that cannot be read. Try again later."
        ) from None
