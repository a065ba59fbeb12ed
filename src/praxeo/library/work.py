"""Every change of an example is saved together with the job that follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from praxeo.domain.access import Actor
from praxeo.domain.audit import audit_event
from praxeo.domain.errors import Conflict
from praxeo.domain.jobs import Work, new_job
from praxeo.domain.records import Example, Record, changed, utc_text
from praxeo.library.examples import Examples
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore


@dataclass(frozen=True, kw_only=True, slots=True)
class Following:
    """Starts the work that a change causes; until it is done nobody else changes the example."""

    records: RecordStore
    clock: Clock
    ids: Ids
    examples: Examples

    def editable(self, actor: Actor, example_id: str) -> Example:
        """The example, if its spec and code may be changed now.

        Raises Conflict("being_made"), Conflict("merge_open"), NotFound.
        """
        example = self.free(actor, example_id)
        if example.merge_id:
            raise Conflict(
                "merge_open",
                "Your changes met new ones at the same place; resolve these conflicts first.",
            )
        return example

    def free(self, actor: Actor, example_id: str) -> Example:
        """The example, if no work on it is under way. Raises Conflict("being_made"), NotFound."""
        example = self.examples.get(actor, example_id, "change")
        if example.status == "making":
            raise Conflict("being_made", "This example is being made; wait until that is done.")
        return example

    def start(
        self,
        actor: Actor,
        example: Example,
        work: Work,
        action: str,
        *versions: Record,
        **fields: Any,
    ) -> tuple[Record, ...]:
        """Save the versions, the example (with these fields) and the job; gives them in this order."""
        now = self.clock.now()
        job = new_job(
            work,
            id=self.ids.new("job"),
            actor=actor,
            subject_id=example.id,
            now=utc_text(now),
        )
        fields = {
            "status": "making",
            "reason_code": "",
            "reason": "",
            "reason_details": {},
            "job_id": job.id,
            **fields,
        }
        making = changed(example, now, **fields)
        event = audit_event(actor, making, action, id=self.ids.new("aud"), now=now)
        return self.records.save(*versions, making, job, event)
