"""Every change of an example is saved together with the job that follows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict
from praxeo.domain.jobs import Work, can_be_superseded, new_job, superseded
from praxeo.domain.records import Example, Job, Record, changed, utc_text
from praxeo.library.examples import Examples
from praxeo.library.saving import saved
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExampleWork:
    """Starts the work that a change causes; until it is done nobody else changes the example."""

    records: RecordStore
    clock: Clock
    ids: Ids
    examples: Examples

    def editable(self, actor: Actor, example_id: str, *, over_making: bool = False) -> Example:
        """The example, if its spec and code may be changed now; `over_making`, also while its app follows
        an earlier edit: the work on that ends when the next one starts.

        Raises Conflict("being_made"), Conflict("merge_open"), NotFound.
        """
        example = self.examples.get(actor, example_id, "change")
        if not (over_making and self._to_be_superseded(example)):
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
        self, actor: Actor, example: Example, work: Work, action: str, **fields: Any
    ) -> Example:
        """Save the example (with these fields) and the job that changes it; gives the example."""
        making, job = self._with_job(actor, example, work, fields)
        return saved(self, actor, action, making, job)

    def start_from(
        self,
        actor: Actor,
        version: R,
        example: Example,
        work: Work,
        action: str,
        *along: Record,
        **fields: Any,
    ) -> R:
        """Save a new version, or what else the work is about, with its example and job; gives it."""
        making, job = self._with_job(actor, example, work, fields)
        earlier = self._to_be_superseded(example)
        ended = (superseded(earlier, self.clock.now()),) if earlier else ()
        return saved(self, actor, action, version, *along, making, job, *ended, of=making)

    def _to_be_superseded(self, example: Example) -> Job | None:
        """The job that makes the app of an earlier edit just now, if it may end for another."""
        job = self.records.get(Job, example.job_id) if example.status == "making" else None
        return job if job and can_be_superseded(job) else None

    def beside(self, actor: Actor, example: Example, work: Work, action: str) -> Job:
        """Save a job about the example that leaves its spec and code as they are; gives the job."""
        now = utc_text(self.clock.now())
        job = new_job(work, id=self.ids.new("job"), actor=actor, subject_id=example.id, now=now)
        return saved(self, actor, action, job, of=example)

    def settle(
        self, actor: Actor, example: Example, action: str, *along: Record, **fields: Any
    ) -> Example:
        """Save the example with these fields and what goes along; no work follows."""
        settled = changed(example, self.clock.now(), **fields)
        return saved(self, actor, action, settled, *along)

    def _with_job(
        self, actor: Actor, example: Example, work: Work, fields: dict[str, Any]
    ) -> tuple[Example, Job]:
        now = self.clock.now()
        job = new_job(
            work, id=self.ids.new("job"), actor=actor, subject_id=example.id, now=utc_text(now)
        )
        begun = {
            "status": "making",
            "reason_code": "",
            "reason": "",
            "reason_details": {},
            "job_id": job.id,
            **fields,
        }
        return changed(example, now, **begun), job
