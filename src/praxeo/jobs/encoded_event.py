"""The event by which MediaConvert tells that it is done, or gave up, as the bus of the account carries it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from praxeo.domain.ids import is_id

SOURCE = "aws.mediaconvert"


def waiting_job(event: Mapping[str, Any]) -> str:
    """The job that waits for what the event tells of; "" for any other event."""
    if event.get("source") != SOURCE:
        return ""
    job_id = str(event.get("detail", {}).get("userMetadata", {}).get("job", ""))
    return job_id if is_id(job_id, "job") else ""
