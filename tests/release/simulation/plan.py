"""How a function is released, as the synthesised template of CloudFormation says it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from infra.parts.alarm_rules import RULES, AlarmRule

_LINEAR = re.compile(r"CodeDeployDefault\.LambdaLinear(\d+)PercentEvery(\d+)Minutes?\b")
_AT_OR_OVER = "GreaterThanOrEqualToThreshold"
MINUTE = 60

Template = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """The share of the traffic that moves at once and how often; what is asked and what takes it back."""

    percent: int
    every_seconds: int
    before: bool
    after: bool
    alarms: tuple[AlarmRule, ...]
    rolls_back: frozenset[str]  # of CodeDeploy's events


SETTLED = Plan(
    percent=10,
    every_seconds=MINUTE,
    before=True,
    after=True,
    alarms=RULES["api"],
    rolls_back=frozenset(
        {"DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"}
    ),
)


def plan_of(template: Template, function: str) -> Plan:
    """The plan of the function whose name ends so. ValueError if its alias is not released gradually."""
    resources = template["Resources"]
    (update,) = [
        part["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
        for name, part in resources.items()
        if part["Type"] == "AWS::Lambda::Alias" and name.lower().startswith(function)
    ]
    group = resources[update["DeploymentGroupName"]["Ref"]]["Properties"]
    config = json.dumps(group["DeploymentConfigName"])
    shift = _LINEAR.search(config)
    if not shift:
        raise ValueError(f"{function} is not shifted in equal steps, but by {config}")
    back = group.get("AutoRollbackConfiguration", {})
    alarms = group.get("AlarmConfiguration", {})
    names = [alarm["Name"]["Ref"] for alarm in alarms.get("Alarms", ())]
    return Plan(
        percent=int(shift[1]),
        every_seconds=int(shift[2]) * MINUTE,
        before="BeforeAllowTrafficHook" in update,
        after="AfterAllowTrafficHook" in update,
        alarms=tuple(_rule(resources[name]["Properties"]) for name in names)
        if alarms.get("Enabled", True)
        else (),
        rolls_back=frozenset(back.get("Events", ())) if back.get("Enabled") else frozenset(),
    )


def _rule(alarm: Mapping[str, Any]) -> AlarmRule:
    if alarm["ComparisonOperator"] != _AT_OR_OVER or alarm["Period"] != MINUTE:
        raise ValueError(f"this alarm is evaluated in another way than simulated: {alarm}")
    if alarm.get("TreatMissingData") != "notBreaching":
        raise ValueError(f"a minute without traffic would count as a fault: {alarm}")
    among = int(alarm["EvaluationPeriods"])
    return AlarmRule(
        name=str(alarm["MetricName"]),
        namespace=alarm["Namespace"],
        metric=alarm["MetricName"],
        statistic=alarm.get("Statistic") or alarm["ExtendedStatistic"],
        threshold=float(alarm["Threshold"]),
        of=int(alarm.get("DatapointsToAlarm", among)),
        among=among,
    )
