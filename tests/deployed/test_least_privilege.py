"""Each function's role against what the function was seen to do: nothing more, nothing less."""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError
from journey import Asked, Journey
from probes import PROBES
from roles import FUNCTIONS, Acting, Granted, granted, without

from deployed import Deployed

# The emulator decrypts without asking, and looks for a log group without the `:*` that AWS ends its ARN with;
# both statements are asserted on the templates.
NOT_HELD = ("kms:", "logs:")
REFUSED = frozenset({"AccessDenied", "AccessDeniedException", "403"})
_ONLY_WITH_MODELS = "asked for where models have keys, which the local cloud has none of"
_QUEUE = "what Lambda itself does with the queue; the emulator does not ask the role"
_LOG = "what Lambda itself does with the log; the emulator does not ask the role"
_KEY = "the emulator decrypts without asking; the statement is asserted on the templates"
_FORMER = "addresses of apps from before embeds had addresses of their own"
_BROKEN = "an upload that breaks off after its first eight megabytes"
_MISSING = "S3 says 'not found' of a missing object only to who may list the bucket"
# Granted and yet not seen in the journey, each for a reason.
UNSEEN = {
    ("api", "secretsmanager:GetSecretValue"): _ONLY_WITH_MODELS,
    ("jobs", "secretsmanager:GetSecretValue"): _ONLY_WITH_MODELS,
    ("jobs", "dynamodb:DeleteItem"): "stored answers of models that have run out or were damaged",
    ("embeds", "dynamodb:Query"): _FORMER,
    ("embeds", "dynamodb:BatchGetItem"): _FORMER,
    ("embeds", "secretsmanager:GetSecretValue"): "embeds that open with a password or a link",
    (
        "schedule",
        "dynamodb:GetItem",
    ): "the job that the end of an encoding wakes; there is no MediaConvert",
    ("jobs", "s3:DeleteObject"): "what a second reading of a document, or another cover, replaces",
    ("api", "s3:AbortMultipartUpload"): _BROKEN,
    ("jobs", "s3:AbortMultipartUpload"): _BROKEN,
    ("jobs", "s3:ListBucket"): _MISSING,
    ("embeds", "s3:ListBucket"): _MISSING,
    ("jobs", "sqs:ReceiveMessage"): _QUEUE,
    ("jobs", "sqs:DeleteMessage"): _QUEUE,
    ("jobs", "sqs:GetQueueAttributes"): _QUEUE,
    **{(name, "logs:CreateLogStream"): _LOG for name in FUNCTIONS},
    **{(name, "logs:PutLogEvents"): _LOG for name in FUNCTIONS},
    **{(name, "kms:Decrypt"): _KEY for name in FUNCTIONS},
    **{(name, "kms:GenerateDataKey"): _KEY for name in ("api", "jobs")},
}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_does_nothing_that_its_role_does_not_grant(
    function: str, app: Deployed, toured: Asked
) -> None:
    grants = granted(app.cloud, function)
    asked = toured.of(function)
    assert asked
    assert not [each for each in asked if not any(grant.covers(*each) for grant in grants)]


def test_a_role_grants_nothing_that_its_function_was_not_seen_to_do(
    app: Deployed, toured: Asked
) -> None:
    unseen = set()
    for function in FUNCTIONS:
        asked = toured.of(function)
        for grant in granted(app.cloud, function):
            if not any(grant.covers(*each) for each in asked):
                unseen.add((function, grant.action))
    assert unseen == set(UNSEEN)


def test_without_any_one_grant_its_function_is_refused(app: Deployed, journey: Journey) -> None:
    assert journey.job["status"] == "done"  # nobody is at work while rights are missing
    tried, faults = 0, []
    for function in FUNCTIONS:
        acting = Acting(app.cloud, function)
        for grant in granted(app.cloud, function):
            if grant.action.startswith(NOT_HELD):
                continue
            resource = grant.resources[0]
            if is_refused(acting, grant, resource):
                faults.append(f"{function} is refused {grant.action} with its whole role")
            with without(app.cloud, grant):
                if not is_refused(acting, grant, resource):
                    faults.append(f"{function} may {grant.action} without being granted it")
            tried += 1
    assert not faults
    assert tried > len(FUNCTIONS) * 5


def is_refused(acting: Acting, grant: Granted, resource: str) -> bool:
    """Whether the smallest call of this action is refused for want of rights."""
    try:
        PROBES[grant.action](acting, resource)
    except ClientError as fault:
        return str(fault.response["Error"]["Code"]) in REFUSED
    return False


def test_a_function_without_a_grant_says_so_instead_of_working(app: Deployed) -> None:
    """What a user would see of a role that lacks something."""
    (grant,) = (each for each in granted(app.cloud, "api") if each.action == "dynamodb:PutItem")
    with without(app.cloud, grant):
        answer = app.ask("POST", "/v1/projects", {"name": "Refused"})
    assert answer.status == 503, answer.body
    assert answer.json["code"] == "store_unavailable"
    assert app.ask("POST", "/v1/projects", {"name": "Taken"}).status == 201
