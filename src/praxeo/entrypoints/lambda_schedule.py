"""The Lambda of the clock, and of MediaConvert's events: puts what is due, lost or waited for back into the queue."""

from __future__ import annotations

import os
from typing import Any

from praxeo.config import read_config
from praxeo.jobs.depth import note_depth
from praxeo.jobs.encoded_event import waiting_job
from praxeo.jobs.taking import sweep, wake
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
OUTSIDE = build_praxeo(CONFIG).outside


def handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Sweep once, and say how much work there is. Expired records are DynamoDB's to delete."""
    if job_id := waiting_job(event):
        return {"queued": int(wake(OUTSIDE.records, OUTSIDE.clock, job_id))}
    note_depth(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.metrics)
    return {"queued": sweep(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.nudges)}
