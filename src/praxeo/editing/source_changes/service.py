"""Has the sources of an example visited, tells what has changed, and does what a person decides on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.jobs import Effect, VisitSources
from praxeo.domain.records import Example, Job, Record
from praxeo.domain.source_visits import SourceVisit, VisitFound
from praxeo.editing.edits import Edits
from praxeo.editing.source_changes.kept_visits import keep_visit, read_visit
from praxeo.library.examples import Examples
from praxeo.library.outcomes import visited, visited_in_vain
from praxeo.library.saving import against_others
from praxeo.library.work import ExampleWork
from praxeo.ports.proving import Progress
from praxeo.sources.drift.visiting import Visiting, can_be_visited, visit_of
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class SourceChanges:
    """A visit changes nothing: neither spec nor app nor what is published. A person's decision does."""

    examples: Examples
    inputs: Inputs
    work: ExampleWork
    edits: Edits
    visiting: Visiting

    def visit(self, actor: Actor, example_id: str) -> Job:
        """Have its sources looked at again; follow the job. Raises Refused("no_source_to_visit")."""
        example = self.examples.get(actor, example_id, "change")
        extraction = self.inputs.extraction_if_there(example)
        if not extraction or not any(map(can_be_visited, extraction.sources)):
            raise Refused(
                "no_source_to_visit",
                "What this example is made of stands nowhere on the web, so nothing can have changed there.",
            )
        work = VisitSources(example_id=example.id)
        return self.work.beside(actor, example, work, "example.sources_visited")

    def look(self, example_id: str, progress: Progress) -> Effect:
        """The step that visits them, and keeps what was found with the example."""
        example = self.examples.records.get(Example, example_id)
        source = self.inputs.find(example.input_id) if example else None
        if example is None or source is None:
            raise NotFound("not_found", "This example has been deleted meanwhile.")
        extraction = self.inputs.all_read(example)
        found = []
        for each in self.visiting.visit(source, extraction):
            found.append(each)
            progress(0.9 * (each.seen.source + 1) / len(extraction.sources))
        earlier = self._kept(example)
        visit = visit_of(
            found, source.id, earlier.kept if earlier else (), self.examples.clock.now()
        )
        blob = keep_visit(self.examples.blobs, example.id, visit)
        snapshots = tuple(each.snapshot for each in found if each.snapshot)

        def changed() -> tuple[Record, ...]:
            current = self.examples.records.get(Example, example_id)
            if current is None or current.input_id != visit.input_id:
                return ()
            return (visited(current, blob, visit.state, self.examples.clock.now()), *snapshots)

        return Effect(changes=changed)

    def fail(self, example_id: str) -> Effect:
        """Note that somebody looked; what was found before stays as it was."""

        def changed() -> tuple[Record, ...]:
            example = self.examples.records.get(Example, example_id)
            return (visited_in_vain(example, self.examples.clock.now()),) if example else ()

        return Effect(changes=changed)

    def show(self, actor: Actor, example_id: str) -> VisitFound:
        """What the last visit found, beside the items of the current spec. Raises NotFound, Refused("bad_visit")."""
        example = self.examples.get(actor, example_id)
        visit = self._kept(example)
        if visit is None:
            return VisitFound(state="", spec_id=example.spec_id)
        from praxeo.editing.source_changes.showing import found_of  # few ask for it

        spec = self.examples.spec(actor, example.spec_id) if example.spec_id else None
        return found_of(example, spec, visit, self.examples, self.inputs)

    def settle(
        self, actor: Actor, example_id: str, take: Collection[str], *, current: str
    ) -> Example:
        """Take over what the source says now for these items, and leave all others as they are.

        With any taken there is a new version of the spec, and the app follows; what is published stays until it is
        published anew. `current` is the version that the actor takes for the current one: Conflict("spec_changed").
        Raises NotFound("no_visit", "no_such_item"), Refused("spec_invalid"), Conflict("being_made", "merge_open").
        """
        return against_others(lambda: self._settle(actor, example_id, take, current))

    def _settle(
        self, actor: Actor, example_id: str, take: Collection[str], current: str
    ) -> Example:
        example = self.work.editable(actor, example_id)
        if example.spec_id != current:
            raise Conflict(
                "spec_changed", "The spec has been changed meanwhile; compare them first."
            )
        visit = self._kept(example)
        if visit is None:
            raise NotFound("no_visit", "Nobody has looked at the sources of this example yet.")
        from praxeo.editing.source_changes.settling import Settling  # with all that writes a spec

        settling = Settling(
            examples=self.examples, inputs=self.inputs, work=self.work, edits=self.edits
        )
        return settling.settle(actor, example, visit, take)

    def _kept(self, example: Example) -> SourceVisit | None:
        """The last visit, if it was of what the example is made of today."""
        if not example.visit_blob:
            return None
        visit = read_visit(self.examples.blobs.read(example.visit_blob))
        return visit if visit.input_id == example.input_id else None
