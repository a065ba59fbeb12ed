"""The Lambda that the clock starts each minute: puts what is due, lost or forgotten back into the queue."""

from __future__ import annotations

import os
from typing import Any

from praxeo.config import read_config
from praxeo.jobs.depth import note_depth
from praxeo.jobs.taking import sweep
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
OUTSIDE = build_praxeo(CONFIG).outside


def handler(event: dict[str, Any], context: object) -> dict[str, int]:
    """Sweep once, and say how much work there is. Expired records are DynamoDB's to delete."""
    note_depth(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.metrics)
    return {"queued": sweep(OUTSIDE.records, OUTSIDE.clock, OUTSIDE.nudges)}
