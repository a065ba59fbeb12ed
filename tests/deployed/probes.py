"""PROBES: the smallest call for each action that a role grants, on one of its resources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from roles import Acting

from praxeo.adapters.dynamodb_definition import index_name, key_attribute
from praxeo.adapters.dynamodb_usage import USAGE
from praxeo.domain.catalog import TABLES

MISSING = {"S": "none"}
Probe = Callable[[Acting, str], Any]


def _table(arn: str) -> str:
    return arn.split("/")[1]


def _bucket(arn: str) -> str:
    return arn.removeprefix("arn:aws:s3:::").split("/")[0]


def _object(arn: str) -> dict[str, str]:
    return {"Bucket": _bucket(arn), "Key": "probe"}


def _queue(acting: Acting, arn: str) -> str:
    return f"{acting.url}/000000000000/{arn.rpartition(':')[2]}"


def _key(arn: str) -> dict[str, Any]:
    """The key of an item that is not there; where visits are counted it has two parts."""
    return {"id": MISSING, **({"part": MISSING} if arn.endswith(USAGE) else {})}


def _query(acting: Acting, arn: str) -> Any:
    if arn.endswith(USAGE):
        return acting.client("dynamodb").query(
            TableName=_table(arn),
            KeyConditionExpression="id = :id",
            ExpressionAttributeValues={":id": MISSING},
        )
    table = _table(arn)
    listing = next(each.list_by[0] for each in TABLES if table.endswith(f"-{each.name}"))
    attribute = key_attribute(listing)
    return acting.client("dynamodb").query(
        TableName=table,
        IndexName=index_name(listing),
        KeyConditionExpression="#a = :a",
        ExpressionAttributeNames={"#a": attribute},
        ExpressionAttributeValues={":a": MISSING},
        Limit=1,
    )


PROBES: dict[str, Probe] = {
    "dynamodb:GetItem": lambda acting, arn: acting.client("dynamodb").get_item(
        TableName=_table(arn), Key=_key(arn)
    ),
    "dynamodb:PutItem": lambda acting, arn: acting.client("dynamodb").put_item(
        TableName=_table(arn), Item=_key(arn)
    ),
    "dynamodb:DeleteItem": lambda acting, arn: acting.client("dynamodb").delete_item(
        TableName=_table(arn), Key=_key(arn)
    ),
    "dynamodb:UpdateItem": lambda acting, arn: acting.client("dynamodb").update_item(
        TableName=_table(arn), Key=_key(arn)
    ),
    "dynamodb:BatchGetItem": lambda acting, arn: acting.client("dynamodb").batch_get_item(
        RequestItems={_table(arn): {"Keys": [_key(arn)]}}
    ),
    "dynamodb:Query": _query,
    "s3:GetObject": lambda acting, arn: acting.client("s3").get_object(**_object(arn)),
    "s3:PutObject": lambda acting, arn: acting.client("s3").put_object(**_object(arn), Body=b""),
    "s3:DeleteObject": lambda acting, arn: acting.client("s3").delete_object(
        Bucket=_bucket(arn), Key="none"
    ),
    "s3:AbortMultipartUpload": lambda acting, arn: acting.client("s3").abort_multipart_upload(
        **_object(arn), UploadId="none"
    ),
    "s3:ListBucket": lambda acting, arn: acting.client("s3").list_objects_v2(
        Bucket=_bucket(arn), MaxKeys=1
    ),
    "sqs:GetQueueUrl": lambda acting, arn: acting.client("sqs").get_queue_url(
        QueueName=arn.rpartition(":")[2]
    ),
    "sqs:SendMessage": lambda acting, arn: acting.client("sqs").send_message(
        QueueUrl=_queue(acting, arn), MessageBody="job_probe"
    ),
    "sqs:ReceiveMessage": lambda acting, arn: acting.client("sqs").receive_message(
        QueueUrl=_queue(acting, arn)
    ),
    "sqs:DeleteMessage": lambda acting, arn: acting.client("sqs").delete_message(
        QueueUrl=_queue(acting, arn), ReceiptHandle="none"
    ),
    "sqs:GetQueueAttributes": lambda acting, arn: acting.client("sqs").get_queue_attributes(
        QueueUrl=_queue(acting, arn), AttributeNames=["QueueArn"]
    ),
    "secretsmanager:GetSecretValue": lambda acting, arn: acting.client(
        "secretsmanager"
    ).get_secret_value(SecretId=f"{arn.rpartition(':')[2].removesuffix('*')}probe0"),
    "logs:CreateLogStream": lambda acting, arn: acting.client("logs").create_log_stream(
        logGroupName=arn.split(":")[6], logStreamName="probe"
    ),
    "logs:PutLogEvents": lambda acting, arn: acting.client("logs").put_log_events(
        logGroupName=arn.split(":")[6],
        logStreamName="probe",
        logEvents=[{"timestamp": 0, "message": "probe"}],
    ),
}
