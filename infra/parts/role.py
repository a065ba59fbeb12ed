"""The role of a function: what `functions.py` says that it touches, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aws_cdk import ArnFormat, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sqs as sqs

from infra.functions import Function
from infra.parts.encoding import asking_of
from praxeo.adapters import aws_rights
from praxeo.adapters.dynamodb_usage import usage_table
from praxeo.domain.catalog import TABLES

_COLON = ArnFormat.COLON_RESOURCE_NAME
ON_BUCKETS = ("s3:ListBucket",)  # on the bucket itself; the other actions are on what is in it
WRITING = "s3:PutObject"


@dataclass(frozen=True)
class RoleTargets:
    """Where the function's tables, buckets, queues, keys and logs are, and the role of who encodes for it."""

    prefix: str
    bucket_prefix: str
    queues: tuple[sqs.Queue, ...]
    key: kms.Key
    log: logs.LogGroup
    encoder: iam.Role | None = None


def role_of(stack: Stack, function: Function, places: RoleTargets) -> iam.Role:
    """A role that Lambda alone may take."""
    statements = [
        _allow("Logs", ("logs:CreateLogStream", "logs:PutLogEvents"), [places.log.log_group_arn]),
        *_tables(stack, function, places),
        *_buckets(function, places),
    ]
    if function.usage:
        table = usage_table(places.prefix)
        where = stack.format_arn(service="dynamodb", resource="table", resource_name=table)
        statements.append(_allow("Usage", function.usage, [where]))
    if function.queue:
        queues = [queue.queue_arn for queue in places.queues]
        statements.append(_allow("Queues", function.queue, queues))
    if function.secrets:
        secrets = [
            stack.format_arn(
                service="secretsmanager",
                resource="secret",
                resource_name=f"{places.prefix}-{name}-*",  # Amazon adds six characters to each name
                arn_format=_COLON,
            )
            for name in function.secrets
        ]
        statements.append(_allow("Secrets", aws_rights.SECRETS, secrets))
    if function.encoding and places.encoder:
        statements += asking_of(stack, function.encoding, places.encoder)
    statements.append(_key(stack, function, places))
    return iam.Role(
        stack,
        f"role-{function.name}",
        role_name=f"{places.bucket_prefix}-{function.name}",
        assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
        description=f"What the function {function.name} touches",
        inline_policies={"only": iam.PolicyDocument(statements=statements)},
    )


def _tables(stack: Stack, function: Function, places: RoleTargets) -> list[iam.PolicyStatement]:
    made = []
    for number, (tables, actions) in enumerate(function.tables.items(), 1):
        arns = [
            stack.format_arn(
                service="dynamodb", resource="table", resource_name=f"{places.prefix}-{table}"
            )
            for table in tables
        ]
        queried = {"dynamodb:Query"} & {*actions}
        on_tables = tuple(action for action in actions if action not in queried)
        made.append(_allow(f"Tables{number}", on_tables, arns))
        if queried:  # only ever through an index
            made.append(_allow(f"Indexes{number}", tuple(queried), list(_indexes(tables, arns))))
    return made


def _indexes(tables: tuple[str, ...], arns: list[str]) -> Iterator[str]:
    """Of the tables that have any. One line a table: a role's policy has a size."""
    listed = {table.name for table in TABLES if table.list_by}
    yield from (f"{arn}/index/*" for name, arn in zip(tables, arns, strict=True) if name in listed)


def _buckets(function: Function, places: RoleTargets) -> list[iam.PolicyStatement]:
    made = []
    for number, (buckets, actions) in enumerate(function.buckets.items(), 1):
        arns = [f"arn:aws:s3:::{places.bucket_prefix}-{bucket}" for bucket in buckets]
        inside = tuple(action for action in actions if action not in ON_BUCKETS)
        made.append(_allow(f"Objects{number}", inside, [f"{arn}/*" for arn in arns]))
        made.append(_allow(f"Buckets{number}", ON_BUCKETS, arns))
    return made


def _key(stack: Stack, function: Function, places: RoleTargets) -> iam.PolicyStatement:
    """The data key, and only by way of the services that keep the data."""
    writes = any(WRITING in actions for actions in function.buckets.values())
    services = [f"{name}.{stack.region}.amazonaws.com" for name in ("dynamodb", "s3")]
    return iam.PolicyStatement(
        sid="DataKey",
        actions=["kms:Decrypt", *(["kms:GenerateDataKey"] if writes else [])],
        resources=[places.key.key_arn],
        conditions={"StringEquals": {"kms:ViaService": services}},
    )


def _allow(sid: str, actions: tuple[str, ...], resources: list[str]) -> iam.PolicyStatement:
    return iam.PolicyStatement(sid=sid, actions=list(actions), resources=resources)
