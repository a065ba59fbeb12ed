"""What a visit tells of itself, as the page around an app sends it: read strictly, since anybody can send anything."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Literal

from praxeo.domain.errors import Refused

EventName = Literal["viewed", "stayed", "answered", "completed"]
VERDICTS = frozenset({"right", "wrong"})

BATCH_BYTES_MAX = 32_768
BATCH_EVENTS_MAX = 100
VISIT_EVENTS_MAX = 500
TEXT_CHARS_MAX = 120
STAY_SECONDS_MAX = 600  # of one telling; who leaves a tab open has not learned all day
DONE_MAX = 5_000

_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_EXERCISE = re.compile(r"[\w.:/-]{1,80}")
_SITE = re.compile(r"[a-z0-9.-]{1,253}(?::[0-9]{1,5})?")


@dataclass(frozen=True, kw_only=True)
class VisitEvent:
    """One thing that happened. `done` is how many exercises the visit had done after it, `choice` the wrong option."""

    id: str
    name: EventName
    exercise: str = ""
    verdict: str = ""
    choice: str = ""
    done: int = 0
    seconds: int = 0


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One loading of an app. `browser` is a random id that its storage keeps, "" where it keeps none; `site` is the
    host of the page around it, as far as the browser tells it."""

    id: str
    version: str
    browser: str
    site: str
    events: tuple[VisitEvent, ...]


def read_visit(body: bytes) -> Visit:
    """What a page sent. Refused("bad_visit") for anything else than a visit."""
    try:
        given = json.loads(body) if len(body) <= BATCH_BYTES_MAX else None
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or not isinstance(given.get("events"), list):
        raise _bad()
    events = given["events"]
    if not 0 < len(events) <= BATCH_EVENTS_MAX:
        raise _bad()
    site = given.get("site", "")
    return Visit(
        id=_matching(_ID, given.get("visit")),
        version=_matching(_ID, given.get("version")),
        browser=_matching(_ID, given["browser"]) if given.get("browser") else "",
        site=site if isinstance(site, str) and _SITE.fullmatch(site) else "",
        events=tuple(_event(each) for each in events),
    )


def _event(given: Any) -> VisitEvent:
    if not isinstance(given, dict):
        raise _bad()
    name, event_id = given.get("name"), _matching(_ID, given.get("id"))
    match name:
        case "viewed" | "completed":
            return VisitEvent(id=event_id, name=name)
        case "stayed":
            return VisitEvent(
                id=event_id, name=name, seconds=_whole(given.get("seconds"), STAY_SECONDS_MAX)
            )
        case "answered":
            return _answered(event_id, given)
    raise _bad()


def _answered(event_id: str, given: dict[str, Any]) -> VisitEvent:
    choice = given.get("choice", "")
    if given.get("verdict") not in VERDICTS or not isinstance(choice, str):
        raise _bad()
    return VisitEvent(
        id=event_id,
        name="answered",
        exercise=_matching(_EXERCISE, given.get("exercise")),
        verdict=given["verdict"],
        choice=" ".join(choice.split())[:TEXT_CHARS_MAX],
        done=_whole(given.get("done", 0), DONE_MAX),
    )


def _matching(shape: re.Pattern[str], given: Any) -> str:
    if not isinstance(given, str) or not shape.fullmatch(given):
        raise _bad()
    return given


def _whole(given: Any, most: int) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise _bad()
    return min(given, most)


def _bad() -> Refused:
    return Refused("bad_visit", "This is not what a visit of an app looks like.")
