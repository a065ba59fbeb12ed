"""FUNCTIONS: each Lambda, what it runs, and what it touches; its role holds just that.

tests/infra compares these rights with the calls that the code is seen to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.adapters import aws_rights
from praxeo.domain.catalog import TABLES

EVERY_TABLE = tuple(table.name for table in TABLES)
READING = ("dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem")
SENDING = ("sqs:GetQueueUrl", "sqs:SendMessage")
# What Lambda itself does with the queue, in the name of the function that it feeds.
FED_BY_QUEUE = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")


@dataclass(frozen=True, kw_only=True)
class Function:
    """A Lambda. `package` is the folder under build/lambda; `seconds` and `megabytes` are its limits.

    The rights are actions by what they are for: `tables` and `buckets` by the catalog's names and those of
    the S3 adapter, `usage` on the table in which visits are counted, and `encoding` of MediaConvert, to which it passes its role. It reads these `secrets`: the models' keys, what marks around untrusted text are made of, what
    tickets to embeds are signed with, and their addresses for the edge. `image` says that it needs more than a zip holds (a browser) and comes as an image.
    """

    name: str
    handler: str
    package: Literal["api", "jobs"]
    megabytes: int
    seconds: int
    tables: dict[tuple[str, ...], tuple[str, ...]]
    buckets: dict[tuple[str, ...], tuple[str, ...]]
    queue: tuple[str, ...] = ()
    usage: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    encoding: tuple[str, ...] = ()
    image: bool = False


BUCKETS: tuple[str, ...] = ("assets", "embeds")
_BLOBS: dict[tuple[str, ...], tuple[str, ...]] = {BUCKETS: aws_rights.S3}
FUNCTIONS: tuple[Function, ...] = (
    Function(
        name="api",
        handler="praxeo.entrypoints.lambda_api.handler",
        package="api",
        megabytes=1024,
        seconds=29,  # the API Gateway waits no longer
        tables={EVERY_TABLE: aws_rights.DYNAMODB},
        buckets=_BLOBS,
        queue=SENDING,
        usage=aws_rights.USAGE_READING,
        secrets=("gemini", "fence", "tickets"),
    ),
    Function(
        name="embeds",
        handler="praxeo.entrypoints.lambda_embeds.handler",
        package="api",
        megabytes=512,
        seconds=10,
        tables={("embeds", "embed_passwords"): READING},
        buckets={("embeds",): ("s3:GetObject", "s3:ListBucket")},
        usage=aws_rights.USAGE_COUNTING,
        secrets=("tickets", "edge"),
    ),
    Function(
        name="jobs",
        handler="praxeo.entrypoints.lambda_jobs.handler",
        package="jobs",
        megabytes=3008,
        seconds=900,
        tables={EVERY_TABLE: aws_rights.DYNAMODB},
        buckets=_BLOBS,
        queue=(*SENDING, *FED_BY_QUEUE),
        secrets=("gemini", "fence", "tickets"),
        encoding=aws_rights.MEDIACONVERT,
        image=True,
    ),
    Function(
        name="schedule",
        handler="praxeo.entrypoints.lambda_schedule.handler",
        package="api",
        megabytes=512,
        seconds=55,
        tables={("jobs",): (*READING, "dynamodb:PutItem")},
        buckets={},
        queue=SENDING,
    ),
)
assert {*SENDING, *FED_BY_QUEUE} <= {*aws_rights.SQS, "sqs:GetQueueAttributes"}
