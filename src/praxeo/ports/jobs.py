"""The nudges that tell workers of jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.records import Lane


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """The word that a job can be run by workers of this lane. `receipt` is the queue's own."""

    job_id: str
    lane: Lane
    receipt: str


class Nudges(Protocol):
    """Carries nudges to workers, each lane by itself. One may come late, twice or never: a sweep of the jobs makes up for it.

    A nudge that was received is hidden from others for a while and comes again unless it is `done`;
    one that came again too often is put aside.
    """

    def send(self, job_id: str, *, lane: Lane, after_seconds: float = 0) -> None:
        """Say to workers of the lane that this job can be run, now or after some seconds (at most 900)."""

    def receive(self, *, lane: Lane, wait_seconds: float) -> Nudge | None:
        """The next nudge of the lane, waited for if there is none yet; None when the time is over."""

    def renew(self, nudge: Nudge) -> None:
        """Hide a received nudge for a while again, because the work goes on."""

    def done(self, nudge: Nudge) -> None:
        """Forget a received nudge. Nothing happens if it is gone."""

    @property
    def hidden_seconds(self) -> float:
        """How long a received nudge is hidden. Raises nothing."""
