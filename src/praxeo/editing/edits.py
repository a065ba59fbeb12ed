"""Edits: what a person changes about an example, each as a new version from which the app is made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from praxeo.domain.access import Actor
from praxeo.domain.catalog import table_of_id
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import Conflict, NotFound, TooLarge
from praxeo.domain.jobs import CheckAgain, CheckCode, CompileSpec, GenerateExample
from praxeo.domain.limits import CODE_BYTES_MAX, SPEC_BYTES_MAX
from praxeo.domain.records import CodeSnippet, Example, Record, Spec
from praxeo.library.code import edited_code, next_code
from praxeo.library.examples import Examples
from praxeo.library.saving import against_others
from praxeo.library.versions import PERSON, machine_made
from praxeo.library.work import ExampleWork
from praxeo.merging.spec_merge import removed_ids
from praxeo.ports.records import RecordStore
from praxeo.spec.text import sound_spec


@dataclass(frozen=True, kw_only=True)
class Edits:
    """Each edit is saved together with the job that follows it; nothing before it is lost."""

    records: RecordStore
    examples: Examples
    work: ExampleWork

    def edit_spec(
        self,
        actor: Actor,
        example_id: str,
        *,
        text: str,
        based_on: str,
        note: str = "",
        over_making: bool = False,
        along: tuple[Record, ...] = (),
        also: Mapping[str, str] | None = None,
    ) -> Spec:
        """Save a person's edit as a new version of the spec, and have the app follow; `along` is saved with it,
        and the example says `also` these fields.

        What has a fault is left out of the app until it is mended. Raises Refused("spec_invalid") if that
        leaves nothing, Conflict("spec_changed") if the edit is
        `based_on` a spec that is not the current one any more, Conflict("being_made").
        """
        example = self._unchanged(actor, example_id, based_on, over_making)
        if len(text.encode()) > SPEC_BYTES_MAX:
            raise TooLarge("spec_too_large", f"A spec has at most {SPEC_BYTES_MAX} bytes.")
        fields, title = also or {}, sound_spec(text).title
        earlier = self.examples.spec(actor, based_on)
        removed = frozenset(earlier.removed)
        spec = self.examples.new_spec(
            example,
            text,
            author=PERSON,
            title=title,
            machine_id=machine_made(self.records, Spec, earlier).id,
            removed=removed_ids(self.examples.spec_text(earlier), text, removed),
            note=note,
            input_id=fields.get("input_id", ""),
        )
        # With another title the app is called from now on what the spec says.
        named = example.named_by_hand and title == earlier.title
        told: dict[str, str | bool] = {"named_by_hand": named, **fields}
        return self._save_and_compile(actor, example, spec, "spec.edited", *along, **told)

    def _unchanged(
        self, actor: Actor, example_id: str, based_on: str, over_making: bool
    ) -> Example:
        """The example, if its spec is the one that was edited."""
        example = self.work.editable(actor, example_id, over_making=over_making)
        if example.spec_id != based_on:
            raise Conflict(
                "spec_changed", "The spec has been changed meanwhile; compare them first."
            )
        return example

    def edit_code(self, actor: Actor, example_id: str, *, text: str, based_on: str) -> CodeSnippet:
        """Save a person's edit of the app's code as a new version, to be checked like any other.

        Raises Conflict("code_changed") if `based_on` is not the current code any more,
        Conflict("being_made"), TooLarge.
        """
        example = self.work.editable(actor, example_id)
        if example.code_snippet_id != based_on:
            raise Conflict(
                "code_changed", "The code has been changed meanwhile; compare them first."
            )
        earlier = self.examples.code_snippet(actor, based_on)
        base = machine_made(self.records, CodeSnippet, earlier)
        data = text.encode()
        if len(data) > CODE_BYTES_MAX:
            raise TooLarge("code_too_large", f"An app has at most {CODE_BYTES_MAX} bytes.")
        snippet = edited_code(self.examples, example, earlier, data, machine_id=base.id)
        return self._save_and_check(actor, example, snippet, "code.edited")

    def restore_spec(self, actor: Actor, spec_id: str, *, current: str = "") -> Spec:
        """Make an earlier spec the current one again, as a new version of it.

        What was taken out after it may come back with the next spec that is written anew. With the
        version that the actor takes for the `current` one, Conflict("spec_changed") if it is not.
        """
        return against_others(lambda: self._restore_spec(actor, spec_id, current))

    def _restore_spec(self, actor: Actor, spec_id: str, current: str) -> Spec:
        earlier = self.examples.spec(actor, spec_id)
        example = self.work.editable(actor, earlier.example_id, over_making=True)
        if current and example.spec_id != current:
            raise Conflict(
                "spec_changed", "The spec has been changed meanwhile; compare them first."
            )
        read = self._reading_of(earlier)
        spec = self.examples.new_spec(
            example,
            self.examples.spec_text(earlier),
            author=earlier.author,
            title=earlier.title,
            restored_number=earlier.number,
            machine_id=machine_made(self.records, Spec, earlier).id,
            removed=frozenset(earlier.removed),
            input_id=read.get("input_id", ""),
        )
        return self._save_and_compile(actor, example, spec, "spec.restored", **read)

    def _reading_of(self, earlier: Spec) -> dict[str, str]:
        """What the version was held against, if that is still there: its source as it was then."""
        table = table_of_id(earlier.input_id)
        there = table and self.records.get(table.record, earlier.input_id)
        return {"input_id": earlier.input_id, "source_state": ""} if there else {}

    def restore_code(self, actor: Actor, code_snippet_id: str) -> CodeSnippet:
        """Make earlier code the app again, as a new version of it, with the spec that it was made of.

        Raises Conflict("being_made"), Conflict("merge_open").
        """
        earlier = self.examples.code_snippet(actor, code_snippet_id)
        example = self.work.editable(actor, earlier.example_id)
        snippet = next_code(
            self.examples,
            example,
            earlier,
            machine_id=machine_made(self.records, CodeSnippet, earlier).id,
            restored_number=earlier.number,
        )
        work = CheckCode(example_id=example.id, code_snippet_id=snippet.id)
        return self.work.start_from(
            actor, snippet, example, work, "code.restored", spec_id=earlier.spec_id
        )

    def again(self, actor: Actor, example_id: str) -> Example:
        """Write a new spec from the input and make the app anew; a person's edits are carried over.

        Raises Conflict("being_made"), Conflict("merge_open").
        """
        example = self.work.editable(actor, example_id)
        work = GenerateExample(example_id=example.id)
        return self.work.start(actor, example, work, "example.made_again")

    def awaited(self, actor: Actor, example_id: str) -> Example:
        """The example, if its spec waits for a person's word. Raises Conflict("not_awaited") if none does,
        Conflict("being_made")."""
        example = self.work.editable(actor, example_id)
        if example.status != "specified":
            raise Conflict(
                "not_awaited",
                "No spec of this example waits for you: its app was made already, or is to be made anew.",
            )
        return example

    def approve_spec(self, actor: Actor, example_id: str) -> Example:
        """Have the app made of the spec that waits for this word, as it stands now. Raises as `awaited` does."""
        example = self.awaited(actor, example_id)
        work = CompileSpec(example_id=example.id, spec_id=example.spec_id)
        return self.work.start(actor, example, work, "spec.approved", spec_first=False)

    def check_again(self, actor: Actor, example_id: str) -> Example:
        """Run the check of the app again. Raises Conflict("being_made"), NotFound without an app."""
        example = self.work.free(actor, example_id)
        snippet = self.examples.code_snippet(actor, example.code_snippet_id)
        work = CheckAgain(example_id=example.id, code_snippet_id=snippet.id)
        return self.work.start(actor, example, work, "example.checked_again")

    def check_line(self, actor: Actor, code_snippet_id: str, line: str) -> Example:
        """Prove one line of the report of an example's present app again; "": all of it.

        Raises Conflict("being_made"), Conflict("code_changed") for code that is not the app any more,
        NotFound("line_not_found").
        """
        snippet = self.examples.code_snippet(actor, code_snippet_id)
        example = self.work.free(actor, snippet.example_id)
        if example.code_snippet_id != snippet.id:
            raise Conflict(
                "code_changed", "This is not the example's app any more; look at it again."
            )
        if line and line not in self._lines_of(snippet):
            raise NotFound(
                "line_not_found", "The report has no such line; check the whole app again."
            )
        work = CheckAgain(example_id=example.id, code_snippet_id=snippet.id, line=line)
        return self.work.start(actor, example, work, "example.checked_again")

    def _lines_of(self, snippet: CodeSnippet) -> frozenset[str]:
        report = CheckReport.from_json(self.examples.report(snippet).decode())
        return frozenset(line.code for line in report.lines)

    def _save_and_check(
        self, actor: Actor, example: Example, snippet: CodeSnippet, action: str
    ) -> CodeSnippet:
        work = CheckCode(example_id=example.id, code_snippet_id=snippet.id)
        return self.work.start_from(actor, snippet, example, work, action)

    def _save_and_compile(
        self,
        actor: Actor,
        example: Example,
        spec: Spec,
        action: str,
        *along: Record,
        **fields: str | bool,
    ) -> Spec:
        fields["spec_id"] = spec.id
        if example.status == "specified":  # there is no app that would follow
            named = fields.get("named_by_hand", example.named_by_hand)
            fields["title"] = example.title if named else spec.title or example.title
            self.work.settle(actor, example, action, spec, *along, **fields)
            return spec
        work = CompileSpec(example_id=example.id, spec_id=spec.id)
        return self.work.start_from(actor, spec, example, work, action, *along, **fields)
