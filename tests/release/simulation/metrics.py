"""What CloudWatch would know: values by minute, seen some time after the minute is over."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from infra.parts.alarm_rules import AlarmRule, Statistic

MINUTE = 60.0
LAG_SECONDS = 30.0  # until a minute's values can be seen


class Metrics:
    """Values by metric and minute, and whether an alarm's rule is met."""

    def __init__(self) -> None:
        self._values: defaultdict[tuple[str, int], list[float]] = defaultdict(list)

    def put(self, metric: str, value: float, at: float) -> None:
        """A value at this second."""
        self._values[metric, int(at // MINUTE)].append(value)

    def in_alarm(self, rule: AlarmRule, at: float) -> bool:
        """Whether the rule is met by what can be seen at this second. No values are no fault."""
        last = int((at - LAG_SECONDS) // MINUTE) - 1
        seen = [self._values.get((rule.metric, last - back), []) for back in range(rule.among)]
        over = [statistic(values, rule.statistic) >= rule.threshold for values in seen if values]
        return sum(over) >= rule.of


def statistic(values: Sequence[float], name: Statistic) -> float:
    """One number of a minute's values."""
    if name == "Sum":
        return sum(values)
    if name == "Average":
        return sum(values) / len(values)
    if name == "Maximum":
        return max(values)
    return sorted(values)[math.ceil(len(values) * 0.99) - 1]
