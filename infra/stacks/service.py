"""Service: functions, queues and APIs, which each release replaces."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from aws_cdk import CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.environments import Environment
from infra.functions import FUNCTIONS, Function
from infra.local_cloud import has
from infra.parts.alarm_rules import LAMBDA, RULES
from infra.parts.alarms import rule_alarm
from infra.parts.encoding import encoder_of, tell_of_ends
from infra.parts.front_door import FrontDoor
from infra.parts.gradual import shift_gradually
from infra.parts.role import RoleTargets, role_of
from infra.stacks.data import DataStack
from praxeo.adapters.sqs import queue_name

MODELS = os.environ.get(
    "PRAXEO_MODELS", ""
)  # who writes; nobody but the offline author unless named
BATCH = 1  # a job may take as long as its Lambda has
TRIES = 5  # until a nudge is put aside
DEAD_DAYS = 14
WAIT_OVER = 6  # times the function's limit: Amazon's advice for the queue's visibility
# For the local cloud alone, "NAME=value" and so on: where the jobs find what they have of an image elsewhere.
LOCAL_VARIABLES = dict(
    pair.split("=", 1) for pair in os.environ.get("PRAXEO_LOCAL_VARIABLES", "").split()
)


class ServiceStack(Stack):
    """All that runs in one region. `packages` is the folder that `make lambda-packages` fills, `release`
    the tag of the image."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        settings: Environment,
        data: DataStack,
        packages: Path,
        release: str,
        **more: Any,
    ) -> None:
        super().__init__(scope, name, **more)
        self._settings, self._data = settings, data
        self._packages, self._release = packages, release
        self.dead, self.queues = self._queues()
        self._encoder = (
            encoder_of(self, settings.prefix_in(self.region), data.key)
            if has(settings, "mediaconvert")
            else None
        )
        self.functions = {each.name: self._function(each) for each in FUNCTIONS}
        self.aliases = {
            each.name: self._alias(each, self.functions[each.name]) for each in FUNCTIONS
        }
        # Both regions hold the same tables. If both ran what stands in them, a job would run twice.
        active = self.region == settings.active_region
        self._feeds(active)
        self._clock(active)
        if self._encoder:
            tell_of_ends(self, self.aliases["schedule"], enabled=active)
        self.doors = {
            name: FrontDoor(
                self, f"door-{name}", settings=settings, name=name, alias=self.aliases[name]
            )
            for name in ("api", "embeds")
        }
        for name in ("api", "embeds"):
            if has(settings, "codedeploy") and settings.gradual:
                shift_gradually(self, name, self.aliases[name], self._rollback_alarms(name))
            CfnOutput(self, f"{name}-id", value=self.doors[name].api.rest_api_id)

    def _queues(self) -> tuple[sqs.Queue, dict[str, sqs.Queue]]:
        """The queue of nudges that were put aside, and those of the lanes."""
        settings = self._settings
        dead = sqs.Queue(
            self,
            "queue-dead",
            queue_name=f"{settings.prefix}-jobs-dead",
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(DEAD_DAYS),
        )
        longest = max(function.seconds for function in FUNCTIONS if function.name == "jobs")
        return dead, {
            lane: sqs.Queue(
                self,
                f"queue-jobs-{lane}",
                queue_name=queue_name(f"{settings.prefix}-jobs", lane),
                encryption=sqs.QueueEncryption.SQS_MANAGED,
                enforce_ssl=True,
                visibility_timeout=Duration.seconds(longest * WAIT_OVER),
                dead_letter_queue=sqs.DeadLetterQueue(queue=dead, max_receive_count=TRIES),
            )
            for lane in settings.lanes
        }

    def _feeds(self, active: bool) -> None:
        for lane, queue in self.queues.items():
            feed = lambda_.EventSourceMapping(
                self,
                f"feed-{lane}",
                enabled=active,
                target=self.aliases["jobs"],
                event_source_arn=queue.queue_arn,
                batch_size=BATCH,
                report_batch_item_failures=True,
                max_concurrency=self._settings.lanes[lane],
            )
            CfnOutput(self, f"feed-{lane}-id", value=feed.event_source_mapping_id)

    def _clock(self, active: bool) -> None:
        clock = events.Rule(
            self,
            "each-minute",
            enabled=active,
            description="Puts jobs that are due, lost or forgotten back into the queue",
            schedule=events.Schedule.rate(Duration.minutes(1)),
            targets=[targets.LambdaFunction(self.aliases["schedule"])],  # type: ignore[list-item]
        )
        CfnOutput(self, "clock", value=clock.rule_name)

    def _function(self, function: Function) -> lambda_.Function:
        common = self._common(function)
        if function.image and has(self._settings, "image"):
            return lambda_.DockerImageFunction(
                self,
                f"function-{function.name}",
                code=lambda_.DockerImageCode.from_ecr(
                    self._data.images,
                    tag_or_digest=self._release,
                    # The image is the workers' own; as a Lambda it runs Lambda's loop in place of theirs.
                    entrypoint=["python", "-m", "awslambdaric"],
                    cmd=[function.handler],
                ),
                **common,
            )
        arm = has(self._settings, "arm")
        return lambda_.Function(
            self,
            f"function-{function.name}",
            runtime=lambda_.Runtime.PYTHON_3_12 if arm else lambda_.Runtime.PYTHON_3_11,
            code=lambda_.Code.from_asset(str(self._packages / function.package)),
            handler=function.handler,
            **common,
        )

    def _common(self, function: Function) -> dict[str, Any]:
        """What a function has, whether it comes as a package or as an image."""
        settings = self._settings
        full_name = f"{settings.prefix}-{function.name}"
        log = logs.LogGroup(
            self,
            f"log-{function.name}",
            log_group_name=f"/praxeo/{full_name}",
            retention=logs.RetentionDays[_retention(settings.log_days)],
            removal_policy=RemovalPolicy.RETAIN if settings.keep else RemovalPolicy.DESTROY,
        )
        buckets, queues = settings.prefix_in(self.region), tuple(self.queues.values())
        named = RoleTargets(settings.prefix, buckets, queues, self._data.key, log, self._encoder)
        local = LOCAL_VARIABLES if settings.local and function.image else {}
        traced, arm = has(settings, "xray"), has(settings, "arm")
        return {
            "function_name": full_name,
            "role": role_of(self, function, named),
            "memory_size": function.megabytes,
            "timeout": Duration.seconds(function.seconds),
            "log_group": log,
            "environment": self._variables(function) | local,
            "tracing": lambda_.Tracing.ACTIVE if traced else lambda_.Tracing.DISABLED,
            "architecture": lambda_.Architecture.ARM_64 if arm else lambda_.Architecture.X86_64,
            "reserved_concurrent_executions": settings.jobs_at_once
            if function.name == "jobs"
            else None,
        }

    def _variables(self, function: Function) -> dict[str, str]:
        settings = self._settings
        models = {
            "PRAXEO_MODELS": MODELS,
            "PRAXEO_GEMINI_KEY_FILE": f"secrets://{settings.prefix}-gemini",
            "PRAXEO_FENCE_SECRET": f"secrets://{settings.prefix}-fence",
        }
        tickets = {"PRAXEO_TICKET_SECRET": f"secrets://{settings.prefix}-tickets"}
        edge = {"PRAXEO_EDGE_SECRET": f"secrets://{settings.prefix}-edge"}
        encoder = self._encoder if function.encoding else None
        return {
            **({"PRAXEO_ENCODING_ROLE": encoder.role_arn} if encoder else {}),
            **(models if MODELS and "gemini" in function.secrets else {}),
            **(tickets if "tickets" in function.secrets else {}),
            **(edge if "edge" in function.secrets and has(settings, "key_groups") else {}),
            "DATABASE_URL": f"dynamodb://{settings.prefix}",
            "BLOBS_URL": f"s3://{settings.prefix_in(self.region)}",
            "PRAXEO_PRESIGNED": "on",
            "QUEUE_URL": f"sqs://{settings.prefix}-jobs",
            "PRAXEO_DATA_DIR": "/tmp/praxeo",  # noqa: S108 (a Lambda's own; nothing is kept there)
            "PRAXEO_EMBED_URL": settings.embeds,
            "PRAXEO_ALLOWED_HOSTS": f"api.{settings.domain},127.0.0.1"
            if settings.local
            else f"api.{settings.domain}",
            "PRAXEO_ALLOWED_ORIGINS": settings.origin,
        }

    def _alias(self, function: Function, version: lambda_.Function) -> lambda_.Alias:
        warm = (
            self._settings.warm
            if function.name == "api" and has(self._settings, "provisioned")
            else 0
        )
        return lambda_.Alias(
            self,
            f"{function.name}-live",
            alias_name="live",
            version=version.current_version,
            provisioned_concurrent_executions=warm or None,
        )

    def _rollback_alarms(self, name: str) -> list[cloudwatch.IAlarm]:
        """What takes a release back while traffic is shifted to it."""
        alias = self.aliases[name]
        own = {"Function": alias.lambda_.function_name}
        of_lambda = {
            "FunctionName": alias.lambda_.function_name,
            "Resource": f"{alias.lambda_.function_name}:{alias.alias_name}",
        }
        return [
            rule_alarm(
                self, f"{name}-{rule.name}", rule, of_lambda if rule.namespace == LAMBDA else own
            )
            for rule in RULES[name]
        ]


def _retention(days: int) -> str:
    """The member of RetentionDays for so many days."""
    names = {1: "ONE_DAY", 7: "ONE_WEEK", 30: "ONE_MONTH", 400: "THIRTEEN_MONTHS"}
    return names[days]
