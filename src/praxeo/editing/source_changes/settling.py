"""Does what a person has decided about changed sources: all at once, or nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from praxeo.compile.sources import read_source
from praxeo.domain.access import Actor
from praxeo.domain.errors import NotFound
from praxeo.domain.records import Example
from praxeo.domain.snapshot_records import Snapshot
from praxeo.domain.source_visits import SourceVisit
from praxeo.editing.edits import Edits
from praxeo.editing.source_changes.kept_visits import keep_visit
from praxeo.editing.source_changes.taking import Decision, decided, text_with
from praxeo.library.examples import Examples
from praxeo.library.work import ExampleWork
from praxeo.sources.drift.inputs_anew import InputAnew, input_anew
from praxeo.sources.drift.renewing import Renewed, renewed
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class Settling:
    """Works on one example as it stands."""

    examples: Examples
    inputs: Inputs
    work: ExampleWork
    edits: Edits

    def settle(
        self, actor: Actor, example: Example, visit: SourceVisit, take: Collection[str]
    ) -> Example:
        """Take these items over; the others, and what stands there now, are noted as left. Raises as
        `SourceChanges.settle`."""
        extraction = self.inputs.all_read(example)
        before = read_source(extraction, example.language)
        spec = self.examples.spec(actor, example.spec_id)
        text = self.examples.spec_text(spec)
        decision = decided(text, before, visit.changes, take)
        if not take:
            fields = self._settled(example, visit, decision, visit.input_id)
            return self.work.settle(actor, example, "example.sources_settled", **fields)
        now = renewed(
            extraction,
            taken=decision.taken,
            kept=decision.kept,
            snapshots=self._snapshots(visit),
        )
        anew = self._input(example, now)
        after = read_source(now.extraction, example.language)
        self.edits.edit_spec(
            actor,
            example.id,
            text=text_with(text, before, after, take, decision, now.references),
            based_on=spec.id,
            along=(anew.source, *anew.snapshots),
            also={
                "input_id": anew.source.id,
                **self._settled(example, visit, decision, anew.source.id),
            },
        )
        return self.examples.get(actor, example.id)

    def _input(self, example: Example, now: Renewed) -> InputAnew:
        earlier = self.inputs.find(example.input_id)
        if earlier is None:
            raise NotFound("input_not_found", "The input of this example has been deleted.")
        return input_anew(self.inputs, earlier, now.extraction)

    def _snapshots(self, visit: SourceVisit) -> dict[int, Snapshot]:
        found = {
            seen.source: self.examples.records.get(Snapshot, seen.snapshot_id)
            for seen in visit.sources
            if seen.snapshot_id
        }
        return {number: snapshot for number, snapshot in found.items() if snapshot}

    def _settled(
        self, example: Example, visit: SourceVisit, decision: Decision, input_id: str
    ) -> dict[str, str]:
        """What the example says of its sources from now on: what was left is not asked about again."""
        left = tuple((change.before, change.after) for change in decision.kept)
        noted = replace(visit, input_id=input_id, changes=(), kept=(*visit.kept, *left))
        return {
            "visit_blob": keep_visit(self.examples.blobs, example.id, noted),
            "source_state": "settled",
        }
