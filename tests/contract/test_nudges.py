"""What every queue of nudges does."""

from __future__ import annotations

import time

from praxeo.ports.jobs import Nudges

SOON = 8  # seconds: more than any of these queues needs to give what it has


def test_a_nudge_that_was_sent_is_received(nudges: Nudges) -> None:
    nudges.send("job_01", lane="reading")
    nudge = nudges.receive(lane="reading", wait_seconds=SOON)
    assert nudge is not None
    assert nudge.job_id == "job_01"


def test_an_empty_queue_gives_nothing(nudges: Nudges) -> None:
    assert nudges.receive(lane="reading", wait_seconds=0) is None


def test_a_received_nudge_is_hidden_and_comes_again_unless_it_is_done(nudges: Nudges) -> None:
    nudges.send("job_01", lane="reading")
    first = nudges.receive(lane="reading", wait_seconds=SOON)
    assert first is not None
    assert nudges.receive(lane="reading", wait_seconds=0) is None
    again = nudges.receive(lane="reading", wait_seconds=SOON)
    assert again is not None
    assert again.job_id == "job_01"
    nudges.done(again)
    assert nudges.receive(lane="reading", wait_seconds=nudges.hidden_seconds + 1) is None
    nudges.done(again)


def test_a_renewed_nudge_stays_hidden_for_longer(nudges: Nudges) -> None:
    nudges.send("job_01", lane="reading")
    nudge = nudges.receive(lane="reading", wait_seconds=SOON)
    assert nudge is not None
    end = time.monotonic() + 1.5 * nudges.hidden_seconds
    while time.monotonic() < end:
        nudges.renew(nudge)
        assert nudges.receive(lane="reading", wait_seconds=0) is None


def test_a_delayed_nudge_comes_later(nudges: Nudges) -> None:
    begun = time.monotonic()
    nudges.send("job_01", lane="reading", after_seconds=1)
    nudge = nudges.receive(lane="reading", wait_seconds=SOON)
    assert nudge is not None
    assert time.monotonic() - begun >= 0.9
