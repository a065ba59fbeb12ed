"""Metrics in the memory of this process, given as Prometheus reads them (text format 0.0.4)."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping

from praxeo.ports.metrics import METRICS, Metric

SERIES_MAX = 1_000  # of one metric; what comes after them is counted under "other"
OTHER = "other"
Values = tuple[str, ...]


class Registry:
    """Counters, gauges and histograms by their labels."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sums: dict[str, dict[Values, float]] = {name: {} for name in METRICS}
        self._buckets: dict[str, dict[Values, list[int]]] = {name: {} for name in METRICS}

    def note(self, labels: Mapping[str, str] | None = None, /, **values: float) -> None:
        given = labels or {}
        with self._lock:
            for name, value in values.items():
                self._note(name, METRICS[name], given, value)

    def text(self) -> str:
        with self._lock:
            return "".join(line for name in METRICS for line in self._lines(name, METRICS[name]))

    def _note(self, name: str, metric: Metric, given: Mapping[str, str], value: float) -> None:
        sums = self._sums[name]
        labels = tuple(given.get(label, "") for label in metric.labels)
        if labels not in sums and len(sums) >= SERIES_MAX:
            labels = (OTHER,) * len(labels)
        sums[labels] = value + (sums.get(labels, 0.0) if metric.kind != "gauge" else 0.0)
        if metric.kind == "histogram":
            counts = self._buckets[name].setdefault(labels, [0] * (len(metric.bounds) + 1))
            counts[sum(value > bound for bound in metric.bounds)] += 1

    def _lines(self, name: str, metric: Metric) -> Iterator[str]:
        yield f"# HELP {name} {metric.says}\n# TYPE {name} {metric.kind}\n"
        for labels, total in self._sums[name].items():
            pairs = tuple(zip(metric.labels, labels, strict=True))
            if metric.kind != "histogram":
                yield f"{name}{_braced(pairs)} {_number(total)}\n"
                continue
            seen = 0
            bounds = (*map(_number, metric.bounds), "+Inf")
            for bound, count in zip(bounds, self._buckets[name][labels], strict=True):
                seen += count
                yield f"{name}_bucket{_braced((*pairs, ('le', bound)))} {seen}\n"
            yield f"{name}_sum{_braced(pairs)} {_number(total)}\n"
            yield f"{name}_count{_braced(pairs)} {seen}\n"


def _braced(pairs: tuple[tuple[str, str], ...]) -> str:
    inside = ",".join(f'{name}="{_escaped(value)}"' for name, value in pairs)
    return f"{{{inside}}}" if inside else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
