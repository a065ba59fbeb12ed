"""Watch: who is called when something is wrong, what is looked at then, and what the public sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aws_cdk import CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_synthetics as synthetics
from aws_cdk import aws_xray as xray
from constructs import Construct

from infra.environments import Environment
from infra.functions import FUNCTIONS
from infra.local_cloud import has
from infra.parts.alarm_rules import OWN, AlarmRule
from infra.parts.alarms import rule_alarm
from infra.parts.dashboard import dashboard
from infra.parts.plain_bucket import plain_bucket
from infra.parts.status_page import LOOK_MINUTES, status_page
from infra.stacks.data import DataStack
from infra.stacks.service import ServiceStack
from infra.watching import watched

HERE = Path(__file__).resolve().parents[1]
RUNS_DAYS = 30  # that a canary's runs are kept


class WatchStack(Stack):
    """What watches one region."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        settings: Environment,
        data: DataStack,
        service: ServiceStack,
        **more: Any,
    ) -> None:
        super().__init__(scope, name, **more)
        self._settings, self._data, self._service = settings, data, service
        self._prefix = settings.prefix_in(self.region)
        self.called = self._topic()
        dashboard(self, settings, [*self._alarms(), self._logged()])
        if has(settings, "xray"):
            self._traces()
        if has(settings, "canary"):
            self._canary()
        if self.region == settings.region:
            status_page(self, settings, self._bucket("status"))

    def _topic(self) -> sns.Topic:
        key = kms.Key(
            self,
            "key",
            description="Messages to those who are called",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.DESTROY,
        )
        key.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
                actions=["kms:Decrypt", "kms:GenerateDataKey*"],
                resources=["*"],
                conditions={"StringEquals": {"aws:SourceAccount": self.account}},
            )
        )
        topic = sns.Topic(
            self,
            "called",
            topic_name=f"{self._settings.prefix}-called",
            master_key=key,
            enforce_ssl=True,
        )
        if self._settings.alarm_address:
            topic.add_subscription(subscriptions.EmailSubscription(self._settings.alarm_address))
        CfnOutput(self, "called-arn", value=topic.topic_arn)
        return topic

    def _alarm(self, rule: AlarmRule, dimensions: dict[str, str], words: str) -> cloudwatch.Alarm:
        alarm = rule_alarm(
            self,
            rule.name,
            rule,
            dimensions,
            words,
            alarm_name=f"{self._settings.prefix}-watch-{rule.name}",
        )
        alarm.add_alarm_action(actions.SnsAction(self.called))  # type: ignore[arg-type]
        alarm.add_ok_action(actions.SnsAction(self.called))  # type: ignore[arg-type]
        return alarm

    def _alarms(self) -> list[cloudwatch.Alarm]:
        return [
            self._alarm(each.rule, each.dimensions, each.words) for each in watched(self._settings)
        ]

    def _logged(self) -> cloudwatch.Alarm:
        """Defects: what the log calls an error."""
        for function in FUNCTIONS:
            logs.MetricFilter(
                self,
                f"logged-{function.name}",
                log_group=logs.LogGroup.from_log_group_name(
                    self, f"log-{function.name}", f"/praxeo/{self._settings.prefix}-{function.name}"
                ),
                filter_pattern=logs.FilterPattern.string_value("$.level", "=", "error"),
                metric_namespace=OWN,
                metric_name="LoggedErrors",
                metric_value="1",
            )
        rule = AlarmRule(
            name="logged-errors", namespace=OWN, metric="LoggedErrors", statistic="Sum", threshold=1
        )
        return self._alarm(rule, {}, "Defects: the log has an error with its trace; look there.")

    def _traces(self) -> None:
        xray.CfnGroup(
            self,
            "faults",
            group_name=f"{self._prefix}-faults",
            filter_expression="fault = true OR responsetime > 3",
            insights_configuration=xray.CfnGroup.InsightsConfigurationProperty(
                insights_enabled=True, notifications_enabled=True
            ),
        )

    def _canary(self) -> None:
        runs = self._bucket("canary", expires=RUNS_DAYS)
        domain = self._settings.domain
        canary = synthetics.Canary(
            self,
            "canary",
            canary_name=f"{self._settings.prefix}-visitor"[:255],
            runtime=synthetics.Runtime.SYNTHETICS_PYTHON_SELENIUM_7_0,
            test=synthetics.Test.custom(
                code=synthetics.Code.from_asset(str(HERE / "canary"), exclude=["**/__pycache__"]),
                handler="canary.handler",
            ),
            schedule=synthetics.Schedule.rate(Duration.minutes(LOOK_MINUTES)),
            artifacts_bucket_location=synthetics.ArtifactsBucketLocation(bucket=runs),
            environment_variables={
                "STUDIO": f"https://{domain}",
                "EMBEDS": f"https://embeds.{domain}",
            },
        )
        rule = AlarmRule(
            name="visitor",
            namespace="CloudWatchSynthetics",
            metric="Failed",
            statistic="Sum",
            threshold=1,
            of=2,
            among=2,
            seconds=LOOK_MINUTES * 60,
        )
        self._alarm(
            rule,
            {"CanaryName": canary.canary_name},
            "Visitors: the canary, which comes as they do, found something amiss twice.",
        )

    def _bucket(self, name: str, *, expires: int = 0) -> s3.Bucket:
        return plain_bucket(self, self._prefix, name, self._data.access_log, expires=expires)
