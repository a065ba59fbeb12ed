"""Every queue of nudges keeps its lanes apart."""

from __future__ import annotations

from praxeo.ports.jobs import Nudges

SOON = 8  # seconds: more than any of these queues needs to give what it has


def test_a_nudge_is_for_the_workers_of_its_lane_alone(nudges: Nudges) -> None:
    nudges.send("job_01", lane="models")
    nudges.send("job_02", lane="browser")
    assert nudges.receive(lane="reading", wait_seconds=0) is None
    nudge = nudges.receive(lane="browser", wait_seconds=SOON)
    assert nudge is not None
    assert (nudge.job_id, nudge.lane) == ("job_02", "browser")
    nudges.done(nudge)
    other = nudges.receive(lane="models", wait_seconds=SOON)
    assert other is not None
    assert other.job_id == "job_01"
