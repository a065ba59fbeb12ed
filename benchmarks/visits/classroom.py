"""What a class does: visits that are random and the same for the same seed, and the sums that have to come of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

VERSION = "abcdef012345"
EXERCISES = tuple(f"s1.a1.i{number}" for number in range(1, 9))
WRONG = ("the xylem", "the phloem", "der Kern der Zelle")
COMPLETED, HAS_STORE = 0.4, 0.7  # shares of the visits
Sums = Counter[tuple[str, str]]
"""What is counted, of what, and how often."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What a page sends at once."""

    visit: str
    browser: str
    events: tuple[dict[str, Any], ...]

    def body(self) -> dict[str, Any]:
        told = {"visit": self.visit, "version": VERSION, "site": "school.example"}
        return {**told, "browser": self.browser, "events": self.events}


def visits(count: int, seed: int) -> Iterator[tuple[Batch, ...]]:
    """The batches of each visit."""
    random = Random(seed)
    for number in range(count):
        events = [{"id": f"{number:08}-{at:04}", **each} for at, each in enumerate(_events(random))]
        browser = f"browser-{number:08}" if random.random() < HAS_STORE else ""
        at = sorted(random.sample(range(1, len(events)), min(2, len(events) - 1)))
        yield tuple(
            Batch(visit=f"visit-{number:08}", browser=browser, events=tuple(events[start:end]))
            for start, end in zip([0, *at], [*at, len(events)], strict=True)
        )


def _events(random: Random) -> Iterator[dict[str, Any]]:
    yield {"name": "viewed"}
    yield {"name": "stayed", "seconds": random.randint(1, 90)}
    answered = random.sample(EXERCISES, random.randint(1, len(EXERCISES)))
    for done, exercise in enumerate(answered, 1):
        told = {"name": "answered", "exercise": exercise, "done": done}
        right = random.random() < 0.6
        yield told | ({"verdict": "right"} if right else _wrong(random))
        if not right and random.random() < 0.5:
            yield told | {"verdict": "right"}  # a second answer, which counts nowhere
    if random.random() < COMPLETED:
        yield {"name": "completed"}


def _wrong(random: Random) -> dict[str, str]:
    return {"verdict": "wrong", "choice": random.choice(WRONG)}


def sums_of(told: Iterator[tuple[Batch, ...]]) -> Sums:
    """The sums of these visits: of an exercise, a visit's first answer counts, with its wrong option."""
    sums: Sums = Counter()
    for batches in told:
        sums["sites", "school.example"] += 1
        sums["browsers", ""] += bool(batches[0].browser)
        first: dict[str, dict[str, Any]] = {}
        for event in (event for batch in batches for event in batch.events):
            match event["name"]:
                case "viewed":
                    sums["views", ""] += 1
                case "completed":
                    sums["completed", ""] += 1
                case "stayed":
                    sums["seconds", ""] += event["seconds"]
                case _:
                    first.setdefault(event["exercise"], event)
        for exercise, event in first.items():
            sums[event["verdict"], exercise] += 1
            sums["reached", str(event["done"])] += 1
            if "choice" in event:
                sums["choices", f"{exercise}\t{event['choice']}"] += 1
    return Counter({name: amount for name, amount in sums.items() if amount})
