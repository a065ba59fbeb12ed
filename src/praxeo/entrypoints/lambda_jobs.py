"""The Lambda behind the queue: runs the jobs that its nudges name."""

from __future__ import annotations

import os
from typing import Any

from praxeo.config import read_config
from praxeo.jobs.nudging import run_batch
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
PRAXEO = build_praxeo(CONFIG)


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Run a batch; SQS is told which messages have to come again."""
    nudges = {record["messageId"]: record["body"] for record in event["Records"]}
    seconds = context.get_remaining_time_in_millis() / 1000
    again = run_batch(PRAXEO, nudges, worker=context.aws_request_id, seconds=seconds)
    return {"batchItemFailures": [{"itemIdentifier": name} for name in again]}
