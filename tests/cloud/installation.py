"""An installation in the local cloud: tables, buckets and queues, and a user with no more rights than
the adapters say they need."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any

from local_cloud import Cloud

from praxeo.adapters import aws_rights, dynamodb_tables, dynamodb_usage, s3, sqs
from praxeo.adapters import secrets as secret_keys
from praxeo.domain.catalog import TABLES
from praxeo.domain.jobs import LANES

NAME = "praxeo"
RECEIVED_MAX = 5  # times, before a nudge is put into the dead-letter queue


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What has been set up; `key` is the user's."""

    cloud: Cloud
    key: tuple[str, str]
    name: str = NAME

    def variables(self) -> dict[str, str]:
        """What leads a process to it: the SDK's variables and Praxeo's, with a queue of its own."""
        return {
            **self.cloud.environment(self.key),
            "DATABASE_URL": f"dynamodb://{self.name}",
            "BLOBS_URL": f"s3://{self.name}",
            "QUEUE_URL": f"sqs://{self.new_queue()}",
        }

    def new_queue(self) -> str:
        """What begins the names of new queues, one for each lane, with a dead-letter queue `…-dead`."""
        client = self.cloud.client("sqs")
        name = f"{self.name}-jobs-{secrets.token_hex(4)}"
        dead = client.create_queue(QueueName=f"{name}-dead")["QueueUrl"]
        arn = client.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])
        redrive = {
            "deadLetterTargetArn": arn["Attributes"]["QueueArn"],
            "maxReceiveCount": RECEIVED_MAX,
        }
        for lane in LANES:
            attributes = {"RedrivePolicy": json.dumps(redrive)}
            client.create_queue(QueueName=sqs.queue_name(name, lane), Attributes=attributes)
        return name

    def empty_tables(self, tables: set[str]) -> None:
        """Delete what is in these tables."""
        client = self.cloud.client("dynamodb")
        for table in tables:
            pages = client.get_paginator("scan").paginate(
                TableName=table, ProjectionExpression="id"
            )
            for item in [item for page in pages for item in page["Items"]]:
                client.delete_item(TableName=table, Key=item)

    def empty_usage(self) -> None:
        """Delete what was counted."""
        client, table = self.cloud.client("dynamodb"), dynamodb_usage.usage_table(self.name)
        for page in client.get_paginator("scan").paginate(TableName=table):
            for item in page["Items"]:
                key = {name: item[name] for name in ("id", "part")}
                client.delete_item(TableName=table, Key=key)

    def empty_buckets(self) -> None:
        """Delete what is in all buckets."""
        objects = self.cloud.client("s3")
        for bucket in (bucket_name(each, self.name) for each in s3.BUCKETS):
            for entry in objects.list_objects_v2(Bucket=bucket).get("Contents", ()):
                objects.delete_object(Bucket=bucket, Key=entry["Key"])


def set_up(cloud: Cloud, name: str = NAME) -> Installation:
    """Make all of it, once per cloud and name."""
    buckets = [bucket_name(each, name) for each in s3.BUCKETS]
    dynamodb_tables.create_tables(cloud.client("dynamodb"), name)
    for bucket in buckets:
        cloud.client("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
        )
    statements: list[Any] = [
        _allow(
            (*dynamodb_tables.RIGHTS, *aws_rights.DYNAMODB_MIGRATION),
            f"arn:aws:dynamodb:*:*:table/{name}-*",
        ),
        _allow(
            (*aws_rights.USAGE_COUNTING, *aws_rights.USAGE_READING),
            f"arn:aws:dynamodb:*:*:table/{dynamodb_usage.usage_table(name)}",
        ),
        _allow(s3.RIGHTS, *(f"arn:aws:s3:::{b}{end}" for b in buckets for end in ("", "/*"))),
    ]
    statements.append(_allow(sqs.RIGHTS, f"arn:aws:sqs:*:*:{name}-*"))
    statements.append(_allow(secret_keys.RIGHTS, f"arn:aws:secretsmanager:*:*:secret:{name}-*"))
    return Installation(cloud=cloud, key=cloud.new_user(name, statements), name=name)


def installed_by_stacks(cloud: Cloud) -> Installation:
    """What the stacks have set up. The user has the rights of the deployed jobs, read off their role, and
    those of a worker beside them: to migrate, and to wait at queues of the tests' own."""
    events = cloud.client("events")
    for rule in events.list_rules()["Rules"]:  # the tests' jobs are not to be swept up
        events.disable_rule(Name=rule["Name"])
    iam, role = cloud.client("iam"), f"{NAME}-jobs"
    statements: list[Any] = []
    for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        document = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
        statements += document["Statement"]
    counted = f"arn:aws:dynamodb:*:*:table/{dynamodb_usage.usage_table(NAME)}"
    usage = (*aws_rights.USAGE_COUNTING, *aws_rights.USAGE_READING)
    statements.append(_allow(usage, counted))
    scanned = f"arn:aws:dynamodb:*:*:table/{NAME}-*"
    statements.append(_allow(aws_rights.DYNAMODB_MIGRATION, scanned))
    statements.append(_allow(sqs.RIGHTS, f"arn:aws:sqs:*:*:{NAME}-jobs-*"))
    installed = Installation(cloud=cloud, key=cloud.new_user("praxeo", statements))
    installed.empty_tables({f"{NAME}-{table.name}" for table in TABLES})
    installed.empty_buckets()
    return installed


def bucket_name(bucket: str, name: str = NAME) -> str:
    return f"{name}-{bucket}"


def _allow(actions: tuple[str, ...], *resources: str) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": list(resources)}
