"""The Lambda that the clock starts each minute: puts what is due, lost or forgotten back into the queue.

An event of MediaConvert starts it too, and wakes the job that waits for what has been encoded.
"""

from __future__ import annotations

import os
from typing import Any

from praxeo.config import read_config
from praxeo.domain.ids import is_id
from praxeo.jobs.depth import note_depth
from praxeo.jobs.taking import sweep, wake
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

ENCODER = "aws.mediaconvert"
CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
OUTSIDE = build_praxeo(CONFIG).outside


def handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Sweep once, and say how much work there is. Expired records are DynamoDB's to delete."""
    if event.get("source") == ENCODER:
        job_id = str(event.get("detail", {}).get("userMetadata", {}).get("job", ""))
        known = is_id(job_id, "job")
        return {"queued": int(known and wake(OUTSIDE.records, OUTSIDE.clock, job_id))}
    note_depth(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.metrics)
    return {"queued": sweep(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.nudges)}
