"""A YouTube Data API on this machine: metadata and captions of the videos that it is given, and quotas.

Shapes as in https://developers.google.com/youtube/v3/docs: an unknown video is an empty list, captions
need the consent of somebody who may edit the video, and a day's units come to an end; a request that is
refused costs one of them, too.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from devtools.loopback.serving import Exchange, served

UNITS_PER_DAY = 10_000
UNITS = {"videos": 1, "captions": 50, "caption": 200}
REFUSED_UNITS = 1
PAGE_ITEMS = 50
THUMBNAILS = {
    "default": (120, 90),
    "medium": (320, 180),
    "high": (480, 360),
    "standard": (640, 480),
    "maxres": (1280, 720),
}
KINDS = {"vtt": "text/vtt", "srt": "application/x-subrip"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Video:
    """A video; `captions` are its tracks: id to the text of a WebVTT file, `automatic` those of them that
    nobody wrote. `live` is none, upcoming, live or completed; `upload` uploaded, processed, failed …
    """

    id: str
    title: str
    description: str = ""
    channel: str = "Praxeo"
    language: str = "en"
    duration: str = "PT12M3S"
    privacy: str = "public"
    embeddable: bool = True
    licence: str = "youtube"
    captions: dict[str, str] = field(default_factory=dict)
    automatic: frozenset[str] = frozenset()
    live: str = "none"
    upload: str = "processed"
    age_restricted: bool = False
    blocked_in: tuple[str, ...] = ()
    published: str = "2026-01-02T03:04:05Z"


@dataclass
class LoopbackYouTube:
    """The server's state. `tokens` are OAuth tokens of people who may edit the videos."""

    videos: dict[str, Video] = field(default_factory=dict)
    keys: frozenset[str] = frozenset({"loopback-key"})
    tokens: frozenset[str] = frozenset({"loopback-token"})
    units: int = UNITS_PER_DAY
    faults: list[int] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def running(self, port: int = 0) -> Iterator[str]:
        """While inside, it answers at the address that this gives."""
        with served(self.handle, port) as address:
            yield address

    def handle(self, exchange: Exchange) -> None:
        """Answer one request."""
        steps = exchange.path_only.strip("/").split("/")
        with self.lock:
            self.requests.append(exchange.path_only)
            fault = self.faults.pop(0) if self.faults else 0
        if fault:
            return self._refuse(exchange, fault, "backendError", "global", "Backend error.")
        if steps[:2] != ["youtube", "v3"] or len(steps) not in (3, 4):
            return self._refuse(exchange, 404, "notFound", "global", "Not found.")
        what = "caption" if len(steps) == 4 else steps[2]
        if what not in UNITS:
            return self._refuse(exchange, 404, "notFound", "global", "Not found.")
        may_edit = exchange.headers.get("Authorization", "").removeprefix("Bearer ") in self.tokens
        key = exchange.headers.get("X-Goog-Api-Key") or exchange.query.get("key")
        if not may_edit and key not in self.keys:
            self._spend(REFUSED_UNITS)
            message = "API key not valid. Please pass a valid API key."
            return self._refuse(exchange, 400, "badRequest", "global", message)
        if what != "videos" and not may_edit:
            self._spend(REFUSED_UNITS)
            message = "Login Required."
            return self._refuse(exchange, 401, "required", "global", message)
        if not self._spend(UNITS[what]):
            message = "The request cannot be completed because you have exceeded your quota."
            return self._refuse(exchange, 403, "quotaExceeded", "youtube.quota", message)
        if what == "caption":
            return self._caption(exchange, steps[3])
        return exchange.send_json(self._listed(what, exchange))

    def _listed(self, what: str, exchange: Exchange) -> dict[str, Any]:
        names = exchange.query.get("id" if what == "videos" else "videoId", "").split(",")
        names = names[:PAGE_ITEMS]
        videos = [self.videos[name] for name in names if name in self.videos]
        if what == "captions":
            items = [_track(video, track) for video in videos for track in video.captions]
            return {"kind": "youtube#captionListResponse", "items": items}
        items = [_described(video) for video in videos if video.privacy != "private"]
        parts = exchange.query.get("part", "").split(",")
        kept = [{k: v for k, v in item.items() if k in ("kind", "id", *parts)} for item in items]
        total = {"totalResults": len(items), "resultsPerPage": len(items)}
        return {"kind": "youtube#videoListResponse", "items": kept, "pageInfo": total}

    def _caption(self, exchange: Exchange, track: str) -> None:
        for video in self.videos.values():
            if track in video.captions:
                kind = KINDS.get(exchange.query.get("tfmt", "vtt"), KINDS["vtt"])
                return exchange.send_bytes(200, video.captions[track].encode(), kind)
        return self._refuse(exchange, 404, "captionNotFound", "youtube.caption", "Not found.")

    def _spend(self, units: int) -> bool:
        with self.lock:
            if units > self.units:
                return False
            self.units -= units
            return True

    def _refuse(
        self, exchange: Exchange, code: int, reason: str, domain: str, message: str
    ) -> None:
        errors = [{"domain": domain, "reason": reason, "message": message}]
        body = {"error": {"code": code, "message": message, "errors": errors}}
        exchange.send_json(body, code)


def _described(video: Video) -> dict[str, Any]:
    return {
        "kind": "youtube#video",
        "id": video.id,
        "snippet": {
            "title": video.title,
            "description": video.description,
            "channelTitle": video.channel,
            "publishedAt": video.published,
            "defaultAudioLanguage": video.language,
            "liveBroadcastContent": video.live,
            "tags": [],
            "thumbnails": {
                name: {
                    "url": f"https://i.ytimg.com/vi/{video.id}/{name}.jpg",
                    "width": width,
                    "height": height,
                }
                for name, (width, height) in THUMBNAILS.items()
            },
        },
        "contentDetails": {
            "duration": video.duration,
            "caption": "true" if set(video.captions) - video.automatic else "false",
            "licensedContent": video.licence == "youtube",
            **({"regionRestriction": {"blocked": [*video.blocked_in]}} if video.blocked_in else {}),
            "contentRating": {"ytRating": "ytAgeRestricted"} if video.age_restricted else {},
        },
        "liveStreamingDetails": {},
        "status": {
            "uploadStatus": video.upload,
            "privacyStatus": video.privacy,
            "embeddable": video.embeddable,
            "license": video.licence,
        },
    }


def _track(video: Video, track: str) -> dict[str, Any]:
    snippet = {
        "videoId": video.id,
        "trackKind": "ASR" if track in video.automatic else "standard",
        "language": video.language,
        "name": "",
        "isDraft": False,
        "status": "serving",
    }
    return {"kind": "youtube#caption", "id": track, "snippet": snippet}
