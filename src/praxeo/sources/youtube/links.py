"""Links to YouTube videos in every form that people copy: which video, from which second, of which playlist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

from praxeo.domain.errors import Refused

LINK_CHARACTERS_MAX = 4_096
DEEPEST = 3  # links within links: what mails and YouTube itself put around them
_HOSTS = frozenset({"youtube.com", "youtube-nocookie.com", "youtubekids.com"})
_PREFIXES = ("www.", "m.", "music.", "gaming.")
_FOLDERS = frozenset({"shorts", "embed", "live", "v", "e", "watch", "video"})
_AROUND = {"attribution_link": "u", "redirect": "q", "oembed": "url"}
_ID = re.compile(r"[\w-]{11}", re.ASCII)
_LIST = re.compile(r"[\w-]{2,64}", re.ASCII)
_SECONDS = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.IGNORECASE | re.ASCII)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class VideoLink:
    """A video; `start` is the second that the link begins at, `playlist_id` the list that it was copied from."""

    video_id: str
    start: int = 0
    playlist_id: str = ""


def video_link(given: str) -> VideoLink:
    """The video that a link, or its id alone, stands for.

    Raises Refused: "not_a_video"; "playlist_alone", "channel_alone" for a link to many videos.
    """
    text = given.strip()
    if _ID.fullmatch(text):
        return VideoLink(video_id=text)
    if len(text) > LINK_CHARACTERS_MAX:
        raise _no_video()
    return _in(text, depth=0)


def watch_address(video_id: str, second: int = 0) -> str:
    """Where the video can be watched, from this second on."""
    start = f"&t={second}s" if second else ""
    return f"https://www.youtube.com/watch?v={video_id}{start}"


def _in(text: str, depth: int) -> VideoLink:
    if not re.match(r"https?://", text, re.IGNORECASE):
        text = f"https://{text.removeprefix('//')}"
    try:
        link = urlsplit(text)
        host = (link.hostname or "").rstrip(".")
    except ValueError as fault:
        raise _no_video() from fault
    for prefix in _PREFIXES:
        host = host.removeprefix(prefix)
    if host != "youtu.be" and host not in _HOSTS:
        raise _no_video()
    asked = parse_qs(link.query)
    steps = [step for step in link.path.split("/") if step]
    if steps and depth < DEEPEST and (around := _AROUND.get(steps[0])):
        inner = asked.get(around, [""])[0]
        return _in(inner if "://" in inner else f"www.youtube.com{inner}", depth + 1)
    return _read(link, host, steps, asked)


def _read(link: SplitResult, host: str, steps: list[str], asked: dict[str, list[str]]) -> VideoLink:
    playlist = asked.get("list", [""])[0]
    playlist = playlist if _LIST.fullmatch(playlist) else ""
    video_id = _video_id(host, steps, asked)
    if not video_id and (playlist or steps[:1] == ["playlist"]):
        raise Refused(
            "playlist_alone",
            "This link leads to a playlist. Open the video that you mean, and copy its link.",
        )
    if not video_id and steps and (steps[0][0] == "@" or steps[0] in ("channel", "c", "user")):
        raise Refused(
            "channel_alone",
            "This link leads to a channel. Open the video that you mean, and copy its link.",
        )
    if not video_id:
        raise _no_video()
    marks = parse_qs(link.fragment)
    times = (asked.get(name, [""])[0] for name in ("t", "start", "time_continue"))
    start = next(filter(None, [*map(_second, times), _second(marks.get("t", [""])[0])]), 0)
    return VideoLink(video_id=video_id, start=start, playlist_id=playlist)


def _video_id(host: str, steps: list[str], asked: dict[str, list[str]]) -> str:
    if host == "youtu.be":
        found = steps[0] if steps else ""
    elif len(steps) > 1 and steps[0] in _FOLDERS:
        found = steps[1]
    elif steps[:1] in (["watch"], ["watch_popup"], []):
        found = asked.get("v", asked.get("vi", [""]))[0]
    else:
        found = ""
    return found if _ID.fullmatch(found) and found != "videoseries" else ""


def _second(said: str) -> int:
    """Seconds of "90", "1m30s" or "1:30"; 0 for anything else."""
    if clock := _CLOCK.fullmatch(said):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    found = _SECONDS.fullmatch(said)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _no_video() -> Refused:
    return Refused(
        "not_a_video",
        "This is no link to a YouTube video. Copy it from the browser's address line.",
    )
