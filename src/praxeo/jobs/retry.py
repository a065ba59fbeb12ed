"""The one rule of what happens to a job after an error: again later, or the end."""

from __future__ import annotations

from datetime import timedelta

from praxeo.domain.errors import PraxeoError, Unavailable
from praxeo.domain.records import Job

FIRST_DELAY_SECONDS = 2
DELAY_FACTOR = 4
DELAY_SECONDS_MAX = 600
# Errors that only say "not yet": they are tried again and do not count as an attempt.
NOT_YET_CODES = frozenset({"input_not_ready", "picture_being_encoded"})
POISON_CODES = frozenset({"media_tool_failed"})
NOT_YET_DELAY = timedelta(seconds=5)  # they are woken before that; see taking.wake_followers


def delay_after(job: Job, error: PraxeoError) -> timedelta | None:
    """How long to wait before the next attempt, or None if there is to be none."""
    told = error.retry_after if isinstance(error, Unavailable) else None
    if error.code in NOT_YET_CODES:
        return max(NOT_YET_DELAY, timedelta(seconds=min(told or 0.0, DELAY_SECONDS_MAX)))
    if not error.retryable or job.attempt >= job.attempts_allowed or _poisons(job, error):
        return None
    seconds = FIRST_DELAY_SECONDS * DELAY_FACTOR ** max(job.attempt - 1, 0)
    return timedelta(seconds=min(max(seconds, told or 0.0), DELAY_SECONDS_MAX))


def _poisons(job: Job, error: PraxeoError) -> bool:
    """Whether it is the file that lets the work fail: the same program has died of it the same way before."""
    return error.code in POISON_CODES and job.last_trouble == error.message


def attempts_after(job: Job, error: PraxeoError) -> int:
    """The number of attempts that count so far."""
    return job.attempt - 1 if error.code in NOT_YET_CODES else job.attempt
