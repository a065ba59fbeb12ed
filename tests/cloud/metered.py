"""What a piece of the journey takes, as benchmarks/cost needs it: calls of AWS, calls of the Lambdas, their time."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from lambda_events import body_of

from benchmarks.cost.counting import Calls
from benchmarks.cost.model import COUNTS_FILE
from praxeo.adapters import aws

RENEW = "PRAXEO_RENEW_COUNTS"  # set to a day: the stored counts are written anew, as of that day
TOLERANCE = 0.15  # of a count: more is a change that the page has to tell
# A running job looks at its record each second, so a slower machine reads more: so many units a second.
LOOKS_PER_SECOND = 1.0


@dataclass
class Meter:
    """Put around the handlers of the Lambdas; `taken` gives what was used since the last time."""

    calls: Calls = field(default_factory=Calls)
    kinds: dict[str, Any] = field(default_factory=dict)

    def around(self, module: ModuleType, name: str) -> None:
        """Measure the handler of this Lambda from now on."""
        handler: Callable[..., Any] = module.handler

        def measured(event: Any, context: Any) -> Any:
            start = time.perf_counter()
            answer = handler(event, context)
            self.calls.sums[f"{name}_ms"] += round((time.perf_counter() - start) * 1000)
            self.calls.sums[f"{name}_calls"] += 1
            if "body" in answer:
                self.calls.sums["bytes_out"] += len(body_of(answer))
            return answer

        module.handler = measured  # type: ignore[attr-defined]

    def note(self, kind: str, *, times: int = 1) -> dict[str, float]:
        """What was used since the last time was so many of this kind."""
        taken = {name: count / times for name, count in self.calls.taken().items()}
        self.kinds[kind] = {name: round(count, 3) for name, count in taken.items()}
        return taken


@contextmanager
def metering() -> Iterator[Meter]:
    """Count the calls of all clients that are made within."""
    meter = Meter()
    with meter.calls.attached(aws._session()):
        yield meter


def compare(kinds: dict[str, Any], words: int) -> None:
    """Hold what was counted against what is stored, or store it."""
    if day := os.environ.get(RENEW):
        stored = {**kinds, "words": words, "day": day}
        COUNTS_FILE.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
        return
    stored = json.loads(COUNTS_FILE.read_text("utf-8"))
    assert words == stored["words"]
    for kind, counts in kinds.items():
        steady = {name for name in {*counts, *stored[kind]} if not name.endswith("_ms")}
        off = {
            name: (counts.get(name, 0), stored[kind].get(name, 0))
            for name in steady
            if abs(counts.get(name, 0) - stored[kind].get(name, 0))
            > max(TOLERANCE * stored[kind].get(name, 0), 1) + _looks(name, counts, stored[kind])
        }
        assert not off, (
            f"{kind}: counted and stored differ: {off}. If that is meant: make cost-count"
        )


def _looks(name: str, counts: dict[str, Any], stored: dict[str, Any]) -> float:
    """By how many read units two runs may differ, since one of them worked longer."""
    if name != "dynamodb_read_units":
        return 0.0
    longer = abs(counts.get("jobs_ms", 0) - stored.get("jobs_ms", 0)) / 1000
    return float(LOOKS_PER_SECOND * longer)
