"""What is known of a video without a key: its title and channel, by YouTube's oEmbed (https://oembed.com)."""

from __future__ import annotations

import json
from urllib.parse import quote

from praxeo.domain.errors import Refused
from praxeo.domain.texts import one_line
from praxeo.ports.videos import VideoFacts
from praxeo.ports.web import Web
from praxeo.sources.youtube.links import watch_address

OEMBED = "https://www.youtube.com/oembed?format=json&url="
CHARACTERS_MAX = 300  # of a title or a channel's name


def oembed_facts(web: Web, video_id: str) -> VideoFacts:
    """Title and channel of the video.

    Raises Refused: "video_unknown"; "video_private", which is also that of a video whose owner lets no
    other site show it. Unavailable and other Refused as `Web.get` does.
    """
    address = OEMBED + quote(watch_address(video_id), safe="")
    try:
        answer = web.get(address, accept="application/json", robots=False)
    except Refused as refusal:
        raise _told(refusal) from refusal
    try:  # the body can be the bare word "Forbidden", even of an answer that is called a success
        said = json.loads(answer.data)
        title, channel = said["title"], said.get("author_name", "")
    except (ValueError, TypeError, KeyError) as fault:
        raise _private() from fault
    if not isinstance(title, str) or not isinstance(channel, str):
        raise _private()
    return VideoFacts(
        title=one_line(title)[:CHARACTERS_MAX],
        channel=one_line(channel)[:CHARACTERS_MAX],
        fetched_at=answer.fetched_at,
    )


def _told(refusal: Refused) -> Refused:
    """What a refusal means of a video."""
    if refusal.code in ("page_needs_login", "page_forbidden"):
        return _private()
    if refusal.code in ("page_missing", "page_refused"):
        return Refused(
            "video_unknown",
            "YouTube knows no video under this link; it may have been deleted. Check the link.",
        )
    return refusal


def _private() -> Refused:
    return Refused(
        "video_private",
        "This video is private, or its owner lets no other site show it. Add its captions as a file if you "
        "have them.",
    )
