"""Generation: from what was read to a spec, from the spec to an app, and the app to its check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from praxeo.authors.model.changes import Present
from praxeo.authors.model.differing import is_near
from praxeo.authors.writing import Writing, WrittenCode
from praxeo.compile.soundness import sound_parts
from praxeo.domain.errors import NotFound, PraxeoError, Refused
from praxeo.domain.jobs import Effect
from praxeo.domain.making import Making
from praxeo.domain.records import CodeSnippet, Example, Record, Screenshot, Spec
from praxeo.domain.spec import SpecDocument
from praxeo.generation.repair_order import strategy_of
from praxeo.generation.repairs import Repairs
from praxeo.library.code import new_code
from praxeo.library.examples import Examples
from praxeo.library.outcomes import (
    as_before,
    attached,
    failed,
    faults_told,
    judged,
    specified,
    unhelped,
    waiting,
)
from praxeo.library.versions import blob_area, machine_made
from praxeo.merging.carried import CarriedEdits
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.proving import Checker, CheckOutcome, Picture, Progress
from praxeo.ports.records import RecordStore
from praxeo.sources.inputs import Inputs
from praxeo.spec.text import print_spec

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Generation:
    """The steps of the jobs that make the specs and code which `examples` keeps."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    examples: Examples
    carried_edits: CarriedEdits
    inputs: Inputs
    writing: Writing
    repairs: Repairs
    checker: Checker

    def write_spec(self, example_id: str, progress: Progress) -> Effect:
        """Write the spec from what was read. Waits while the input is still being read."""
        example = self._example(example_id)
        extraction = self.inputs.extraction(example)
        progress(0.1)
        tried, name = self.examples.next_spec_number(example_id) - 1, self.inputs.name(example)
        written = self.writing.spec(example, extraction, name=name, tried=tried)
        document = written.document
        text = print_spec(document)
        spec = self.examples.new_spec(example, text, author=document.author, title=document.title)
        carried = self.carried_edits.spec(example, spec)

        def changes() -> tuple[Record, ...]:
            current = self._example(example_id)
            if carried.making.merge_id:
                return carried.versions
            now, current_id = self.clock.now(), carried.making.spec_id
            return specified(current, spec, written.warnings, now, current_id), *carried.versions

        awaited = "spec" if example.spec_first and not carried.making.merge_id else ""
        return Effect(changes=changes, making=replace(carried.making, awaited=awaited))

    def compile(self, example_id: str, spec_id: str, progress: Progress) -> Effect:
        """Build the app from the spec: a new code snippet, not yet checked, with a person's edits."""
        example, spec = self._example(example_id), self._spec(spec_id)
        extraction = self.inputs.all_read(example)
        document, faults = sound_parts(self.examples.spec_text(spec), extraction)
        progress(0.2)
        tried = self.examples.next_code_number(example_id) - 1
        present = self._present(example, spec, document)
        written = self.writing.code(example, document, extraction, tried=tried, present=present)
        snippet = self._new_code(example, spec_id, document, written)
        carried = self.carried_edits.code(example, snippet)

        def changes() -> tuple[Record, ...]:
            told = faults_told(self._example(example_id), faults, self.clock.now())
            return *carried.versions, *told

        return Effect(changes=changes, making=carried.making)

    def _present(self, example: Example, spec: Spec, document: SpecDocument) -> Present | None:
        """The app that a model is to change for this spec: the last one it made, if that works, little differs and
        both specs are edits of one and the same; where it was asked for another, the app is written anew, too.

        A person's edits of it are carried over afterwards, as into any app that is made anew.
        """
        current = self.records.get(CodeSnippet, example.code_snippet_id)
        if document.bespoke is None or current is None:
            return None
        made = machine_made(self.records, CodeSnippet, current)
        kept = self._spec(made.spec_id)
        before = print_spec(self._document(kept.id, example))
        written = [machine_made(self.records, Spec, each).id for each in (kept, spec)]
        near = is_near(before, print_spec(document))
        works = current.check_status != "failed"  # what was merged is checked, and not its parts
        if len(set(written)) > 1 or not (near and works and made.author):
            return None
        return Present(html=self.examples.code(made).decode(), author=made.author, spec=before)

    def repair(self, number: int, example_id: str, making: Making) -> Effect:
        """Have the model mend the best try so far, by the strategy of this number (from 1)."""
        example, broken = self._example(example_id), self._snippet(making.best)
        document = self._document(broken.spec_id, example)
        try:
            written = self.repairs.mend(example, broken, document, number)
        except Refused as trouble:
            making, steps = self.repairs.given_up(number, trouble, making)
            return Effect(changes=lambda: (), making=making, next_steps=steps)
        note = f"Repair {number}: {strategy_of(number).words}"
        snippet = self._new_code(example, broken.spec_id, document, written, note=note)
        return Effect(
            changes=lambda: (snippet,),
            making=replace(
                making, code_snippet_id=snippet.id, repairs=number, repair_calls=written.calls
            ),
            next_steps=((f"check_{number}", "Trying it out again"),),
        )

    def look(self, example_id: str, making: Making) -> Effect:
        """Have a model look at the pictures of the app that passed."""
        example, snippet = self._example(example_id), self._snippet(making.best)
        spec = self._document(snippet.spec_id, example)
        return self.repairs.critique(example, snippet, spec, making)

    def check(
        self,
        code_snippet_id: str,
        progress: Progress,
        line: str = "",
        making: Making | None = None,
    ) -> Effect:
        """Run the app (or what one line of its report needs) and note the verdict with its code.

        With the state of a `making`, a model's app that fails is to be mended next.
        """
        snippet = self._snippet(code_snippet_id)
        document = self._spec_of(snippet)
        outcome = self.checker(
            self.blobs.read(snippet.code_blob).decode(),
            progress=progress,
            spec=document,
            line=line,
            earlier=self.blobs.read(snippet.report_blob) if line else b"",
        )
        area = blob_area(snippet.example_id)
        report = self.blobs.put(area, outcome.report)
        kept = (shot for shot in snippet.screenshots if shot.name in outcome.keeps)
        pictures = (*kept, *(self._stored(area, picture) for picture in outcome.pictures))

        def changes() -> tuple[CodeSnippet]:
            return (self._judged(code_snippet_id, outcome, report.key, pictures),)

        if making is None:
            return Effect(changes=changes)
        ways = self.repairs.after_check(snippet, document, outcome.report, making, pictures)
        return Effect(changes=changes, making=ways[0], next_steps=ways[1])

    def _stored(self, area: str, picture: Picture) -> Screenshot:
        return Screenshot(
            name=picture.name,
            width=picture.width,
            height=picture.height,
            blob=self.blobs.put(area, picture.png).key,
        )

    def attach(
        self,
        example_id: str,
        code_snippet_id: str,
        making: Making = Making(),  # noqa: B008
    ) -> Effect:
        """Make the checked code the example's app. Only a passed one makes it `ready`.

        Of several tries of a model the best one counts; if it failed, the good app before it stays.
        The spec stays: it may have gone on while this code, or the merge it waits for, was at work.
        """
        if making.best and self._snippet(making.best).check_status == "failed":
            return self._attach_failed(example_id, making)
        code_snippet_id = making.best or code_snippet_id

        def changes() -> tuple[Example]:
            example, snippet = self._example(example_id), self._snippet(code_snippet_id)
            before = self.records.get(CodeSnippet, example.code_snippet_id)
            return (attached(example, snippet, before, self.clock.now()),)

        return Effect(changes=changes)

    def _attach_failed(self, example_id: str, making: Making) -> Effect:
        """Say why none of a model's tries passed; the best of them is the app only if there is no good one."""
        reason, story = self.repairs.diagnosis(example_id, making)
        blob = self.blobs.put(blob_area(example_id), story)

        def changes() -> tuple[Example]:
            example, snippet = self._example(example_id), self._snippet(making.best)
            current = self.records.get(CodeSnippet, example.code_snippet_id)
            now = self.clock.now()
            why = {"reason": reason, "diagnosis_blob": blob.key}
            return (unhelped(example, snippet, current, now, **why),)

        return Effect(changes=changes)

    def hold(self, example_id: str, making: Making) -> Effect:
        """Leave spec and code as they are until a person has looked at the spec or resolved the conflicts of the merge."""

        def changes() -> tuple[Example]:
            example, merge_id = self._example(example_id), making.merge_id
            if not merge_id:
                return (waiting(example, self.clock.now()),)
            app = self.records.get(CodeSnippet, example.code_snippet_id)
            return (as_before(example, app, self.clock.now(), merge_id=merge_id),)

        return Effect(changes=changes)

    def fail(self, example_id: str, error: PraxeoError) -> Effect:
        """Note why the app could not be made; the app before it stays."""

        def changes() -> tuple[Example, ...]:
            example = self.records.get(Example, example_id)
            return (failed(example, error, self.clock.now()),) if example else ()

        return Effect(changes=changes)

    def _new_code(
        self,
        example: Example,
        spec_id: str,
        document: SpecDocument,
        written: WrittenCode,
        note: str = "",
    ) -> CodeSnippet:
        return new_code(
            self.examples,
            example,
            written.html,
            document,
            spec_id=spec_id,
            author=written.author,
            note=note,
        )

    def _spec_of(self, snippet: CodeSnippet) -> SpecDocument | None:
        """The spec that the code has to keep to; a person may write code that does more.

        A bespoke app is nothing but what its spec says, whoever wrote it.
        """
        document = self._document(snippet.spec_id, self._example(snippet.example_id))
        return document if document.bespoke or not snippet.author else None

    def _document(self, spec_id: str, example: Example) -> SpecDocument:
        """What of a spec is in the app: all that has no fault."""
        text = self.examples.spec_text(self._spec(spec_id))
        return sound_parts(text, self.inputs.extraction_if_there(example))[0]

    def _judged(
        self,
        code_snippet_id: str,
        outcome: CheckOutcome,
        report: str,
        shots: tuple[Screenshot, ...],
    ) -> CodeSnippet:
        return judged(
            self._snippet(code_snippet_id),
            self.clock.now(),
            check_status=outcome.status,
            check_summary=outcome.summary,
            report_blob=report,
            screenshots=shots,
        )

    def _example(self, example_id: str) -> Example:
        return _there(self.records.get(Example, example_id), "example")

    def _spec(self, spec_id: str) -> Spec:
        return _there(self.records.get(Spec, spec_id), "spec")

    def _snippet(self, code_snippet_id: str) -> CodeSnippet:
        return _there(self.records.get(CodeSnippet, code_snippet_id), "code snippet")


def _there(record: T | None, word: str) -> T:
    if record is None:
        raise NotFound("not_found", f"This {word} has been deleted meanwhile.")
    return record
