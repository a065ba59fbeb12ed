"""When a release is taken back: the alarms of a function's deployment, as plain data.

The stacks make CloudWatch alarms of them, the simulation evaluates them; so what is shown is what is deployed.
Errors that the API answers with are none of Lambda's: it sees a call that went well. So the API counts its own,
and leaves requests that are told to wait out of the times. Where a metric is 0 or 1 for each call, its average is a share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Statistic = Literal["Sum", "Average", "Maximum", "p99"]
OWN = "Praxeo"  # the namespace of what the product itself counts
LAMBDA = "AWS/Lambda"


@dataclass(frozen=True, kw_only=True, slots=True)
class AlarmRule:
    """In alarm when `of` of the last `among` periods of so many seconds are at or over the threshold."""

    name: str
    namespace: str
    metric: str
    statistic: Statistic
    threshold: float
    of: int = 1
    among: int = 1
    seconds: int = 60


FAILED = AlarmRule(
    name="errors", namespace=LAMBDA, metric="Errors", statistic="Average", threshold=0.01
)
ANSWERED = (
    AlarmRule(
        name="server-errors",
        namespace=OWN,
        metric="praxeo_request_errors_total",
        statistic="Average",
        threshold=0.01,
        of=2,
        among=3,
    ),
    AlarmRule(
        name="slow",
        namespace=OWN,
        metric="praxeo_request_seconds",
        statistic="p99",
        threshold=3,
        of=2,
        among=3,
    ),
)
# By function: those that people wait for are also judged by their answers.
RULES: dict[str, tuple[AlarmRule, ...]] = {
    "api": (FAILED, *ANSWERED),
    "embeds": (FAILED, *ANSWERED),
    "jobs": (FAILED,),
    "schedule": (FAILED,),
}
