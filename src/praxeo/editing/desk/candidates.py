"""What else may be asked of an example's source: looked for by a job, kept with the example, taken by a person."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.compile.sources import read_source
from praxeo.domain.access import Actor
from praxeo.domain.errors import NotFound
from praxeo.domain.jobs import Effect, FindCandidates
from praxeo.domain.records import Example, Job, Record
from praxeo.editing.desk.answer import CandidateList
from praxeo.editing.desk.offers import kept, read_offer
from praxeo.editing.desk.opened import open_spec
from praxeo.editing.desk.showing import quotations
from praxeo.library.examples import Examples
from praxeo.library.outcomes import with_candidates
from praxeo.library.versions import blob_area
from praxeo.library.work import ExampleWork
from praxeo.ports.authoring import Offering
from praxeo.ports.proving import Progress
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """Finds what an author does not show to learners, since not enough of its like is worth it."""

    examples: Examples
    work: ExampleWork
    inputs: Inputs
    offering: Offering

    def find(self, actor: Actor, example_id: str) -> Job:
        """Have them looked for; follow the job. Raises NotFound, Forbidden."""
        example = self.examples.get(actor, example_id, "change")
        work = FindCandidates(example_id=example.id)
        return self.work.beside(actor, example, work, "example.candidates_wanted")

    def look(self, example_id: str, progress: Progress) -> Effect:
        """The step that looks for them. Waits while the input is still being read."""
        example = self.examples.records.get(Example, example_id)
        if example is None:
            raise NotFound("not_found", "This example has been deleted meanwhile.")
        extraction = self.inputs.extraction(example)
        progress(0.1)
        offer = self.offering(extraction, name=self.inputs.name(example))
        data = kept(offer, extraction.metadata.content_hash)
        blob = self.examples.blobs.put(blob_area(example.id), data.encode())

        def changes() -> tuple[Record, ...]:
            current = self.examples.records.get(Example, example_id)
            return (
                (with_candidates(current, blob.key, self.examples.clock.now()),) if current else ()
            )

        return Effect(changes=changes)

    def list(self, actor: Actor, example_id: str, *, item: str = "") -> CandidateList:
        """What was found, without what the spec has already; for one item, what is like it.

        Raises NotFound also for an item that the spec does not have.
        """
        example = self.examples.get(actor, example_id)
        if not example.candidates_blob or not example.spec_id:
            return CandidateList(state="none", evidence={})
        from praxeo.editing.desk.choosing import Choosing  # few ask for offers

        extraction = self.inputs.extraction_if_there(example)
        source = read_source(extraction, example.language)
        offer = read_offer(self.examples.blobs.read(example.candidates_blob).decode())
        text = self.examples.spec_text(self.examples.spec(actor, example.spec_id))
        choosing = Choosing(offer=offer, opened=open_spec(text, source))
        candidates, distractors = choosing.like(item) if item else (choosing.all(), ())
        present = extraction is None or offer.content_hash == extraction.metadata.content_hash
        named = [name for each in candidates for name in each.evidence]
        named += [name for each in distractors for name in each.evidence]
        return CandidateList(
            state="found" if present else "outdated",
            candidates=candidates,
            distractors=distractors,
            evidence=quotations(named, source),
        )
