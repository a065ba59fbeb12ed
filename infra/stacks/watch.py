"""Watch: who is called when something is wrong, what is looked at then, and what the public sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aws_cdk import CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as route53_targets
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
from infra.parts.front_door import ZONE
from infra.stacks.data import DataStack
from infra.stacks.service import ServiceStack
from infra.stacks.web import CERTIFICATE
from infra.watching import watched

HERE = Path(__file__).resolve().parents[1]
LOOK_MINUTES = 5
STATUS_FILES = ("index.html", "status.json")
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
        self._dashboard([*self._alarms(), self._logged()])
        if has(settings, "xray"):
            self._traces()
        if has(settings, "canary"):
            self._canary()
        if self.region == settings.region:
            self._status()

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

    def _dashboard(self, alarms: list[cloudwatch.Alarm]) -> None:
        def graph(title: str, *lines: tuple[str, str, str, str]) -> cloudwatch.GraphWidget:
            made = [
                cloudwatch.Metric(
                    namespace=OWN,
                    metric_name=metric,
                    dimensions_map={"Function": f"{self._settings.prefix}-{function}"},
                    statistic=statistic,
                    label=label,
                )
                for function, metric, statistic, label in lines
            ]
            return cloudwatch.GraphWidget(title=title, left=made, width=12)

        cloudwatch.Dashboard(
            self,
            "dashboard",
            dashboard_name=self._prefix,
            widgets=[
                [cloudwatch.AlarmStatusWidget(title="Alarms", alarms=alarms, width=24)],  # type: ignore[arg-type]
                [
                    graph(
                        "Answers that are errors of ours (share)",
                        ("api", "ServerErrors", "Average", "studio"),
                        ("embeds", "ServerErrors", "Average", "published apps"),
                    ),
                    graph(
                        "Milliseconds of an answer",
                        ("api", "Milliseconds", "p50", "studio, half"),
                        ("api", "Milliseconds", "p99", "studio, 99 %"),
                        ("embeds", "Milliseconds", "p99", "published apps, 99 %"),
                    ),
                ],
                [
                    graph(
                        "Jobs",
                        ("jobs", "JobsFailed", "SampleCount", "ended"),
                        ("jobs", "JobsFailed", "Sum", "of them failed"),
                    ),
                    graph(
                        "Models: millionths of a dollar",
                        ("jobs", "ModelMicrousd", "Sum", "cost"),
                    ),
                ],
            ],
        )

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

    def _status(self) -> None:
        bucket = self._bucket("status")
        name = f"{self._settings.prefix}-status"
        log = logs.LogGroup(
            self,
            "log-status",
            log_group_name=f"/praxeo/{name}",
            retention=logs.RetentionDays.ONE_WEEK,
            removal_policy=RemovalPolicy.DESTROY,
        )
        function = lambda_.Function(
            self,
            "status",
            function_name=name,
            description="Writes the status page from the states of the alarms",
            runtime=lambda_.Runtime.PYTHON_3_12
            if has(self._settings, "arm")
            else lambda_.Runtime.PYTHON_3_11,
            architecture=lambda_.Architecture.ARM_64
            if has(self._settings, "arm")
            else lambda_.Architecture.X86_64,
            code=lambda_.Code.from_asset(str(HERE / "status"), exclude=["__pycache__"]),
            handler="status.handler",
            timeout=Duration.seconds(30),
            log_group=log,
            role=self._status_role(bucket, log),
            environment={"PREFIX": self._settings.prefix, "BUCKET": bucket.bucket_name},
        )
        changed = events.EventPattern(
            source=["aws.cloudwatch"],
            detail_type=["CloudWatch Alarm State Change"],
            detail={"alarmName": [{"prefix": f"{self._settings.prefix}-watch-"}]},
        )
        times = events.Schedule.rate(Duration.minutes(LOOK_MINUTES))
        for rule, how in (("looked", {"schedule": times}), ("changed", {"event_pattern": changed})):
            made = events.Rule(self, f"status-{rule}", **how)  # type: ignore[arg-type]
            made.add_target(targets.LambdaFunction(function))  # type: ignore[arg-type]
        self._page(bucket)

    def _status_role(self, bucket: s3.Bucket, log: logs.LogGroup) -> iam.Role:
        def allow(sid: str, actions: list[str], resources: list[str]) -> iam.PolicyStatement:
            return iam.PolicyStatement(sid=sid, actions=actions, resources=resources)

        files = [bucket.arn_for_objects(name) for name in STATUS_FILES]
        policy = iam.PolicyDocument(
            statements=[
                allow(
                    "Logs",
                    ["logs:CreateLogStream", "logs:PutLogEvents"],
                    [f"{log.log_group_arn}:*"],
                ),
                allow("Files", ["s3:PutObject"], files),
                allow("Alarms", ["cloudwatch:DescribeAlarms"], ["*"]),
            ]
        )
        return iam.Role(
            self,
            "role-status",
            role_name=f"{self._prefix}-status",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            inline_policies={"only": policy},
        )

    def _page(self, bucket: s3.Bucket) -> None:
        """Its own bucket and distribution: it does not stand on what it tells of, but for the region."""
        named, host = has(self._settings, "domain"), f"status.{self._settings.domain}"
        page = cloudfront.Distribution(
            self,
            "status-page",
            comment=f"{self._prefix}: status",
            default_root_object="index.html",
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021
            if named
            else None,
            domain_names=[host] if named else None,
            certificate=acm.Certificate.from_certificate_arn(self, "certificate", CERTIFICATE)
            if named
            else None,
            default_behavior=cloudfront.BehaviorOptions(
                origin=origins.S3BucketOrigin.with_origin_access_control(bucket),  # type: ignore[arg-type]
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                response_headers_policy=cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
            ),
        )
        if named:
            zone = route53.HostedZone.from_hosted_zone_attributes(
                self, "zone", hosted_zone_id=ZONE, zone_name=self._settings.domain
            )
            route53.ARecord(
                self,
                "status-address",
                zone=zone,
                record_name=f"{host}.",
                target=route53.RecordTarget.from_alias(route53_targets.CloudFrontTarget(page)),
            )
        CfnOutput(self, "status-host", value=host if named else page.distribution_domain_name)

    def _bucket(self, name: str, *, expires: int = 0) -> s3.Bucket:
        """For what is made anew at any time; nobody's data is in it, so Amazon's own key is enough."""
        return s3.Bucket(
            self,
            f"bucket-{name}",
            bucket_name=f"{self._prefix}-{name}",
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            server_access_logs_bucket=s3.Bucket.from_bucket_name(
                self, f"log-of-{name}", self._data.access_log.bucket_name
            ),
            server_access_logs_prefix=f"{name}/",
            removal_policy=RemovalPolicy.DESTROY,
            lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(expires))]
            if expires
            else None,
        )
