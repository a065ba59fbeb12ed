"""An installation in the local cloud: tables, buckets and queues, and a user with no more rights than
the adapters say they need."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any

from local_cloud import Cloud

from praxeo.adapters import dynamodb_tables, s3, sqs
from praxeo.adapters import secrets as secret_keys
from praxeo.domain.catalog import TABLES

NAME = "praxeo"
RECEIVED_MAX = 5  # times, before a nudge is put into the dead-letter queue


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What has been set up; `key` is the user's."""

    cloud: Cloud
    key: tuple[str, str]

    def new_queue(self) -> str:
        """The name of a new queue with a dead-letter queue `…-dead` behind it."""
        client = self.cloud.client("sqs")
        name = f"{NAME}-jobs-{secrets.token_hex(4)}"
        dead = client.create_queue(QueueName=f"{name}-dead")["QueueUrl"]
        arn = client.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])
        redrive = {
            "deadLetterTargetArn": arn["Attributes"]["QueueArn"],
            "maxReceiveCount": RECEIVED_MAX,
        }
        client.create_queue(QueueName=name, Attributes={"RedrivePolicy": json.dumps(redrive)})
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

    def empty_buckets(self) -> None:
        """Delete what is in all buckets."""
        objects = self.cloud.client("s3")
        for bucket in map(bucket_name, s3.BUCKETS):
            for entry in objects.list_objects_v2(Bucket=bucket).get("Contents", ()):
                objects.delete_object(Bucket=bucket, Key=entry["Key"])


def set_up(cloud: Cloud) -> Installation:
    """Make all of it, once per cloud."""
    dynamodb_tables.create_tables(cloud.client("dynamodb"), NAME)
    for bucket in map(bucket_name, s3.BUCKETS):
        cloud.client("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
        )
    statements: list[Any] = [
        _allow(
            (*dynamodb_tables.RIGHTS, *dynamodb_tables.MIGRATION_RIGHTS),
            f"arn:aws:dynamodb:*:*:table/{NAME}-*",
        ),
        _allow(
            s3.RIGHTS,
            *(f"arn:aws:s3:::{bucket_name(b)}{end}" for b in s3.BUCKETS for end in ("", "/*")),
        ),
    ]
    statements.append(_allow(sqs.RIGHTS, f"arn:aws:sqs:*:*:{NAME}-*"))
    statements.append(_allow(secret_keys.RIGHTS, f"arn:aws:secretsmanager:*:*:secret:{NAME}-*"))
    return Installation(cloud=cloud, key=cloud.new_user("praxeo", statements))


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
    scanned = f"arn:aws:dynamodb:*:*:table/{NAME}-*"
    statements.append(_allow(dynamodb_tables.MIGRATION_RIGHTS, scanned))
    statements.append(_allow(sqs.RIGHTS, f"arn:aws:sqs:*:*:{NAME}-jobs-*"))
    installed = Installation(cloud=cloud, key=cloud.new_user("praxeo", statements))
    installed.empty_tables({f"{NAME}-{table.name}" for table in TABLES})
    installed.empty_buckets()
    return installed


def bucket_name(bucket: str) -> str:
    return f"{NAME}-{bucket}"


def _allow(actions: tuple[str, ...], *resources: str) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": list(resources)}
