"""MediaConvert: the role in which it works, who may ask it, and whom its end is told."""

from __future__ import annotations

from aws_cdk import ArnFormat, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_

from praxeo.adapters.mediaconvert.workplace import FOLDER

SERVICE = "mediaconvert.amazonaws.com"
ENDS = ("COMPLETE", "ERROR", "CANCELED")


def encoder_of(stack: Stack, bucket_prefix: str, key: kms.Key) -> iam.Role:
    """A role that MediaConvert alone may take, for this account; it reads and writes its own folder of the assets."""
    where = [f"arn:aws:s3:::{bucket_prefix}-assets/{FOLDER}/*"]
    files = iam.PolicyStatement(
        sid="Files", actions=["s3:GetObject", "s3:PutObject"], resources=where
    )
    data_key = iam.PolicyStatement(
        sid="DataKey",
        actions=["kms:Decrypt", "kms:GenerateDataKey"],
        resources=[key.key_arn],
        conditions={"StringEquals": {"kms:ViaService": [f"s3.{stack.region}.amazonaws.com"]}},
    )
    return iam.Role(
        stack,
        "role-encoding",
        role_name=f"{bucket_prefix}-encoding",
        assumed_by=iam.ServicePrincipal(
            SERVICE, conditions={"StringEquals": {"aws:SourceAccount": stack.account}}
        ),
        description="What MediaConvert touches while it encodes recordings",
        inline_policies={"only": iam.PolicyDocument(statements=[files, data_key])},
    )


def asking_of(
    stack: Stack, actions: tuple[str, ...], encoder: iam.Role
) -> list[iam.PolicyStatement]:
    """To begin jobs in the queue that every account has, look at them, and pass on just this role to just this service."""
    places = [
        stack.format_arn(
            service="mediaconvert",
            resource=resource,
            resource_name=name,
            arn_format=ArnFormat.SLASH_RESOURCE_NAME,
        )
        for resource, name in (("queues", "Default"), ("jobs", "*"))
    ]
    return [
        iam.PolicyStatement(sid="Encoding", actions=list(actions), resources=places),
        iam.PolicyStatement(
            sid="EncodersRole",
            actions=["iam:PassRole"],
            resources=[encoder.role_arn],
            conditions={"StringEquals": {"iam:PassedToService": SERVICE}},
        ),
    ]


def tell_of_ends(stack: Stack, told: lambda_.Alias, *, enabled: bool) -> None:
    """Have this function told of the end of each job that names one of ours."""
    events.Rule(
        stack,
        "encoding-ended",
        enabled=enabled,
        description="Wakes the job that waits for what MediaConvert has encoded",
        event_pattern=events.EventPattern(
            source=["aws.mediaconvert"],
            detail_type=["MediaConvert Job State Change"],
            detail={"status": list(ENDS), "userMetadata": {"job": [{"prefix": "job_"}]}},
        ),
        targets=[targets.LambdaFunction(told)],  # type: ignore[list-item]
    )
