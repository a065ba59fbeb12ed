"""The public status page: written from the states of the alarms, on a distribution of its own."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as route53_targets
from aws_cdk import aws_s3 as s3

from infra.environments import Environment
from infra.local_cloud import has
from infra.parts.front_door import ZONE
from infra.stacks.web import CERTIFICATE

HERE = Path(__file__).resolve().parents[1]
LOOK_MINUTES = 5
STATUS_FILES = ("index.html", "status.json")


def status_page(stack: Stack, settings: Environment, bucket: s3.Bucket) -> None:
    """The function that writes the page, what makes it write, and where the page is seen."""
    name = f"{settings.prefix}-status"
    log = logs.LogGroup(
        stack,
        "log-status",
        log_group_name=f"/praxeo/{name}",
        retention=logs.RetentionDays.ONE_WEEK,
        removal_policy=RemovalPolicy.DESTROY,
    )
    function = lambda_.Function(
        stack,
        "status",
        function_name=name,
        description="Writes the status page from the states of the alarms",
        runtime=lambda_.Runtime.PYTHON_3_12
        if has(settings, "arm")
        else lambda_.Runtime.PYTHON_3_11,
        architecture=lambda_.Architecture.ARM_64
        if has(settings, "arm")
        else lambda_.Architecture.X86_64,
        code=lambda_.Code.from_asset(str(HERE / "status"), exclude=["__pycache__"]),
        handler="status.handler",
        timeout=Duration.seconds(30),
        log_group=log,
        role=_role(stack, settings, bucket, log),
        environment={"PREFIX": settings.prefix, "BUCKET": bucket.bucket_name},
    )
    changed = events.EventPattern(
        source=["aws.cloudwatch"],
        detail_type=["CloudWatch Alarm State Change"],
        detail={"alarmName": [{"prefix": f"{settings.prefix}-watch-"}]},
    )
    times = events.Schedule.rate(Duration.minutes(LOOK_MINUTES))
    for rule, how in (("looked", {"schedule": times}), ("changed", {"event_pattern": changed})):
        made = events.Rule(stack, f"status-{rule}", **how)  # type: ignore[arg-type]
        made.add_target(targets.LambdaFunction(function))  # type: ignore[arg-type]
    _page(stack, settings, bucket)


def _role(stack: Stack, settings: Environment, bucket: s3.Bucket, log: logs.LogGroup) -> iam.Role:
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
        stack,
        "role-status",
        role_name=f"{settings.prefix_in(stack.region)}-status",
        assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
        inline_policies={"only": policy},
    )


def _page(stack: Stack, settings: Environment, bucket: s3.Bucket) -> None:
    """Its own bucket and distribution: it does not stand on what it tells of, but for the region."""
    named, host = has(settings, "domain"), f"status.{settings.domain}"
    page = cloudfront.Distribution(
        stack,
        "status-page",
        comment=f"{settings.prefix_in(stack.region)}: status",
        default_root_object="index.html",
        minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021 if named else None,
        domain_names=[host] if named else None,
        certificate=acm.Certificate.from_certificate_arn(stack, "certificate", CERTIFICATE)
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
            stack, "zone", hosted_zone_id=ZONE, zone_name=settings.domain
        )
        route53.ARecord(
            stack,
            "status-address",
            zone=zone,
            record_name=f"{host}.",
            target=route53.RecordTarget.from_alias(route53_targets.CloudFrontTarget(page)),
        )
    CfnOutput(stack, "status-host", value=host if named else page.distribution_domain_name)
