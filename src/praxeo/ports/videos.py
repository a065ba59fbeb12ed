"""What a video service says of a video, without what is said in it.

Refused: video_unknown (it is deleted, private or was never there), video_key_refused. Unavailable:
video_quota_used (for today), video_service_busy (try again, after `retry_after` seconds if told).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

# Why nothing can be heard of a video yet, or by everybody; "" where nothing stands in the way.
Hindrance = Literal[
    "",
    "video_upcoming",
    "video_live",
    "video_processing",
    "video_failed",
    "video_age_restricted",
    "video_region_restricted",
    "video_without_captions",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class VideoFacts:
    """What is known of a video; "" and 0 for what is not. `published` is ISO 8601, `fetched_at` UTC text."""

    title: str = ""
    channel: str = ""
    description: str = ""
    published: str = ""
    licence: str = ""
    duration_seconds: int = 0
    hindrance: Hindrance = ""
    fetched_at: str = ""


class VideoLookup(Protocol):
    """Looks a video up at the service that has it."""

    def __call__(self, video_id: str) -> VideoFacts:
        """What is known of it. Raises as the module's head says."""
