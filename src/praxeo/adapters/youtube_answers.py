"""What an answer of YouTube's Data API says of a video (https://developers.google.com/youtube/v3/docs/videos)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from praxeo.domain.errors import PraxeoError, Refused, Unavailable
from praxeo.domain.limits import TEXT_CHARACTERS_MAX, TITLE_CHARACTERS_MAX
from praxeo.domain.texts import one_line
from praxeo.ports.videos import Hindrance, VideoFacts

CREATIVE_COMMONS = "CC BY 3.0"  # the one licence that YouTube offers beside its own
_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_QUOTA = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_BUSY = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "backendError"})


def facts_of(item: Mapping[str, Any], fetched_at: str) -> VideoFacts:
    """The facts of one item. Raises TypeError, AttributeError for what is no item."""
    snippet, details = item["snippet"], item.get("contentDetails", {})
    day = _DAY.match(snippet.get("publishedAt", ""))
    free = item.get("status", {}).get("license") == "creativeCommon"
    return VideoFacts(
        title=one_line(snippet["title"])[:TITLE_CHARACTERS_MAX],
        channel=one_line(snippet.get("channelTitle", ""))[:TITLE_CHARACTERS_MAX],
        description=snippet.get("description", "")[:TEXT_CHARACTERS_MAX],
        published=day[0] if day else "",
        licence=CREATIVE_COMMONS if free else "",
        duration_seconds=_seconds(details.get("duration", "")),
        hindrance=_hindrance(snippet, details, item.get("status", {})),
        fetched_at=fetched_at,
    )


def refusal_of(status: int, told: Mapping[str, Any], wait: float | None) -> PraxeoError:
    """What an answer means that is no success. `wait` is how many seconds it asks for."""
    error = told.get("error", {})
    reasons = {each.get("reason", "") for each in error.get("errors", [])}
    if reasons & _QUOTA:
        return Unavailable(
            "video_quota_used",
            "What may be asked of YouTube today is used up. Try again tomorrow, or raise the key's quota.",
            retryable=False,
        )
    if status == 429 or status >= 500 or reasons & _BUSY:
        return Unavailable(
            "video_service_busy",
            "YouTube has no time at the moment. Try again later.",
            retry_after=wait,
        )
    return Refused(
        "video_key_refused",
        "YouTube refuses the key in YOUTUBE_API_KEY. Set another one, or none: then only title and channel "
        "are looked up.",
    )


def _hindrance(
    snippet: Mapping[str, Any], details: Mapping[str, Any], status: Mapping[str, Any]
) -> Hindrance:
    live, upload = snippet.get("liveBroadcastContent", "none"), status.get("uploadStatus", "")
    if live in ("upcoming", "live"):
        return "video_upcoming" if live == "upcoming" else "video_live"
    if upload in ("failed", "rejected", "deleted"):
        return "video_failed"
    if upload == "uploaded" or live == "completed":
        return "video_processing"
    if details.get("contentRating", {}).get("ytRating") == "ytAgeRestricted":
        return "video_age_restricted"
    if details.get("regionRestriction"):
        return "video_region_restricted"
    return "video_without_captions" if details.get("caption") == "false" else ""


def _seconds(duration: str) -> int:
    found = _DURATION.fullmatch(duration)
    days, hours, minutes, seconds = (
        (int(part or 0) for part in found.groups()) if found else (0,) * 4
    )
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
