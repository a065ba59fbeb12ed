"""What people are taken to do in a month, and how the functions are set up: assumptions, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from infra.environments import ENVIRONMENTS
from infra.functions import FUNCTIONS

SCALES = (100, 10_000, 1_000_000)
_GB = {function.name: function.megabytes / 1024 for function in FUNCTIONS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage:
    """What one user does in a month; the same at every scale."""

    apps: float = 2.0
    publishes: float = 1.0
    views: float = 200.0
    reads: float = (
        400.0  # requests of the studio besides: lists, opened apps, looking whether a job is done
    )
    months_kept: float = 12.0  # what a month adds is kept so long
    model_share: float = 0.3  # of the apps, written by a model


@dataclass(frozen=True, kw_only=True, slots=True)
class Setup:
    """How the functions are set up and where answers are cached."""

    api_gb: float = _GB["api"]
    jobs_gb: float = _GB["jobs"]
    embeds_gb: float = _GB["embeds"]
    schedule_gb: float = _GB["schedule"]
    regions: int = 2  # tables and buckets are replicated to the other
    warm_api: int = ENVIRONMENTS["production"].warm  # functions of the API that are kept warm
    pollers: int = 20  # Lambda looks at the queues with so many, five each, every 20 seconds
    app_hits: float = 0.95  # of the apps' requests, answered by CloudFront; wrapper pages ask the origin each time
    log_bytes: float = 1_000.0  # a call


USAGE = Usage()
SETUP = Setup()
