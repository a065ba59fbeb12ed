"""Metrics as CloudWatch takes them out of a Lambda's log (embedded metric format).

One line holds the values of one event; CloudWatch makes sums, means and percentiles of them, for each
function and for the labels that a metric is told `apart` by. The other labels can be searched for.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from praxeo.ports.metrics import METRICS

NAMESPACE = "Praxeo"


class LogMetrics:
    """Metrics of the Lambda called `function`, written to its standard output."""

    def __init__(self, function: str) -> None:
        self._function = function

    def note(self, labels: Mapping[str, str] | None = None, /, **values: float) -> None:
        given = {name: value for name, value in (labels or {}).items() if value}
        groups: dict[tuple[str, ...], list[dict[str, str]]] = {}
        for name in values:
            metric = METRICS[name]
            unit = "Seconds" if name.endswith("_seconds") else "Count"
            dimensions = ("Function", *(label for label in metric.apart if label in given))
            groups.setdefault(dimensions, []).append({"Name": name, "Unit": unit})
        described: list[dict[str, Any]] = [
            {"Namespace": NAMESPACE, "Dimensions": [list(dimensions)], "Metrics": metrics}
            for dimensions, metrics in groups.items()
        ]
        told = {"Timestamp": time.time_ns() // 1_000_000, "CloudWatchMetrics": described}
        line = {"_aws": told, "Function": self._function, **given, **values}
        print(json.dumps(line), flush=True)

    def text(self) -> str:
        return ""
