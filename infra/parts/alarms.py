"""CloudWatch alarms of the rules in `infra/parts/alarm_rules.py`, and of others that are written like them."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra.parts.alarm_rules import AlarmRule


def rule_alarm(
    scope: Construct,
    id: str,
    rule: AlarmRule,
    dimensions: Mapping[str, str],
    why: str = "",
    *,
    alarm_name: str | None = None,
) -> cloudwatch.Alarm:
    """The alarm of a rule. A minute without values is no fault."""
    metric = cloudwatch.Metric(
        namespace=rule.namespace,
        metric_name=rule.metric,
        dimensions_map=dict(dimensions),
        statistic=rule.statistic,
        period=Duration.seconds(rule.seconds),
    )
    return metric.create_alarm(
        scope,
        id,
        alarm_name=alarm_name,
        threshold=rule.threshold,
        evaluation_periods=rule.among,
        datapoints_to_alarm=rule.of,
        comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        alarm_description=why or f"{rule.metric} ({rule.statistic}) at {rule.threshold:g} or more",
    )
