"""What the adapters of AWS call, and so what a role that uses them needs. Needs no SDK to be read.

Each tuple belongs to the adapter of its name, which gives it on as its `RIGHTS`; the tests run the
adapters with just these.
"""

from __future__ import annotations

DYNAMODB = (
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:DeleteItem",
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
)
# What counting visits needs on its own table, and what reading and forgetting the sums needs there.
USAGE_COUNTING = ("dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
USAGE_READING = ("dynamodb:Query", "dynamodb:DeleteItem")
# What `praxeo migrate` needs besides.
DYNAMODB_MIGRATION = ("dynamodb:Scan",)
S3 = (
    "s3:GetObject",
    "s3:PutObject",
    "s3:DeleteObject",
    "s3:AbortMultipartUpload",
    "s3:ListBucket",
)
SQS = (
    "sqs:GetQueueUrl",
    "sqs:SendMessage",
    "sqs:ReceiveMessage",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
)
SECRETS = ("secretsmanager:GetSecretValue",)
# What encoding with MediaConvert needs: on its queue and on its jobs; besides, to pass on the role that it takes.
MEDIACONVERT = ("mediaconvert:CreateJob", "mediaconvert:GetJob")
