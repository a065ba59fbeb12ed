"""What is done about a change asked for in words: a model edits the spec or the code, the app is made and
checked, and only what passes becomes current. Whatever happens, the request says what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from praxeo.authors.model.changes import Edited, Wish
from praxeo.authors.writing import Writing
from praxeo.compile.picked_element import place_in_spec, told_element
from praxeo.domain.access import Actor
from praxeo.domain.checks import CheckReport
from praxeo.domain.edit_records import ChangeRequest, Merge
from praxeo.domain.errors import Conflict, NotFound, PraxeoError, Refused, TooLarge
from praxeo.domain.jobs import Effect
from praxeo.domain.limits import SPEC_BYTES_MAX
from praxeo.domain.making import NOTHING_YET, Making
from praxeo.domain.records import CodeSnippet, Example, Record, Spec, changed
from praxeo.editing.unsaid import mark_unsaid
from praxeo.library.code import edited_code
from praxeo.library.examples import Examples
from praxeo.library.outcomes import as_before, attached, returned
from praxeo.library.versions import PERSON, machine_made
from praxeo.merging.merges import ended
from praxeo.merging.spec_merge import removed_ids
from praxeo.ports.clock import Clock
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.sanitization import one_line
from praxeo.sources.inputs import Inputs
from praxeo.spec.text import refuse_new_faults, sound_spec

NOTE_CHARACTERS_MAX = 120
_UNSAID = (
    "The source does not say {} of the items that were changed; they are marked as unsupported."
)
_CHECK = (("check", "Trying out every exercise"), ("conclude", "Keeping what is good"))
_COMPILE = (("compile", "Building the app"), *_CHECK)


@dataclass(frozen=True, kw_only=True)
class RequestedChanges:
    """The steps of the job that does what a request asks for."""

    records: RecordStore
    clock: Clock
    examples: Examples
    inputs: Inputs
    writing: Writing

    def write(self, actor: Actor, change_request_id: str, progress: Progress) -> Effect:
        """Have the change written, as a version that is not current yet."""
        request = self._request(change_request_id)
        example = self._unmoved(actor, request)
        progress(0.1)
        if request.subject == "spec":
            return self._write_spec(actor, request, example)
        return self._write_code(actor, request, example)

    def conclude(self, actor: Actor, change_request_id: str, making: Making) -> Effect:
        """Make what passed its check current; else leave everything as it was and say why."""
        request = self._request(change_request_id)
        if making.merge_id:
            message = (
                "It meets your own edits of the code at the same place; change the code there."
            )
            return self._settled(request, "failed", "change_conflicts", message, making)
        snippet = self.examples.code_snippet(actor, making.code_snippet_id)
        if snippet.check_status == "failed":
            self.writing.waive(request.owner, making.calls)
            fault = CheckReport.from_json(self.examples.report(snippet).decode()).first_fault()
            return self._settled(request, "failed", "check_failed", fault, making)

        def changes() -> tuple[Record, ...]:
            example = self._unmoved(actor, request)
            before = self.records.get(CodeSnippet, example.code_snippet_id)
            spec_id = making.spec_id or example.spec_id
            return (
                attached(example, snippet, before, self.clock.now(), spec_id=spec_id),
                self._with(request.id, outcome="changed", code_snippet_id=snippet.id),
            )

        return Effect(changes=changes)

    def fail(self, change_request_id: str, error: PraxeoError) -> Effect:
        """Note why the change could not be made; spec and app stay as they were."""
        request = self.records.get(ChangeRequest, change_request_id)
        if request is None:
            return Effect(changes=lambda: ())
        return self._settled(request, "failed", error.code, error.message, NOTHING_YET)

    def again(self, change_request_id: str) -> tuple[Record, ...]:
        """The request as it is while its work is done anew, after it had failed or was stopped.

        What was answered before is used again, unless it was of no use.
        """
        request = self.records.get(ChangeRequest, change_request_id)
        if request is None:
            return ()
        unusable = request.reason_code == "change_unusable"
        fields: dict[str, Any] = {"outcome": "pending", "reason_code": "", "reason": ""}
        fields |= {"spec_id": "", "code_snippet_id": "", "lines_added": 0, "lines_removed": 0}
        return (self._with(request.id, **fields, try_number=request.try_number + unusable),)

    def _write_spec(self, actor: Actor, request: ChangeRequest, example: Example) -> Effect:
        earlier = self.examples.spec(actor, request.based_on_spec_id)
        before = self.examples.spec_text(earlier)
        place = place_in_spec(sound_spec(before), request.element_id)
        wish = Wish(request=request.words, element=told_element(request, place), spec=before)
        edited = self.writing.edited(
            example, wish, partial(_accept_spec, before), tried=request.try_number
        )
        if not edited.changed:
            return self._settled(request, "unchanged", "unchanged", edited.reason, NOTHING_YET)
        spec, unsaid = self._spec(request, example, earlier, edited.text)
        return self._candidate(request, edited, spec, unsaid=unsaid)

    def _spec(
        self, request: ChangeRequest, example: Example, earlier: Spec, text: str
    ) -> tuple[Spec, int]:
        """The next version of the spec, an edit of the earlier one; how many of its items its source does not say."""
        before = self.examples.spec_text(earlier)
        text, unsaid = mark_unsaid(before, text, self.inputs.extraction_if_there(example))
        spec = self.examples.new_spec(
            example,
            text,
            author=PERSON,
            title=sound_spec(text).title,
            machine_id=machine_made(self.records, Spec, earlier).id,
            removed=removed_ids(before, text, frozenset(earlier.removed)),
            note=_note(request),
        )
        return spec, unsaid

    def _write_code(self, actor: Actor, request: ChangeRequest, example: Example) -> Effect:
        earlier = self.examples.code_snippet(actor, request.based_on_code_id)
        current = self.examples.spec(actor, request.based_on_spec_id)
        before = self.examples.spec_text(current)
        wish = Wish(
            request=request.words,
            element=told_element(request),
            spec=before,
            code=self.examples.code(earlier).decode(),
        )
        from praxeo.authors.model.code import fitting  # of the model's rooms: jobs alone come here

        accept_spec = partial(_accept_bespoke, before)
        edited = self.writing.edited(example, wish, fitting, accept_spec, tried=request.try_number)
        if not edited.changed:
            return self._settled(request, "unchanged", "unchanged", edited.reason, NOTHING_YET)
        spec, unsaid = (
            self._spec(request, example, current, edited.spec) if edited.spec else (None, 0)
        )
        snippet = edited_code(
            self.examples,
            example,
            earlier,
            edited.text.encode(),
            machine_id=machine_made(self.records, CodeSnippet, earlier).id,
            note=_note(request),
            spec_id=spec.id if spec else earlier.spec_id,
        )
        return self._candidate(request, edited, spec, snippet, unsaid=unsaid)

    def _candidate(
        self,
        request: ChangeRequest,
        edited: Edited,
        spec: Spec | None,
        snippet: CodeSnippet | None = None,
        *,
        unsaid: int,
    ) -> Effect:
        """What was made is saved without being current; code that is not made yet is compiled next."""
        lines: dict[str, Any] = {
            "lines_added": edited.lines_added,
            "lines_removed": edited.lines_removed,
        }
        if unsaid:
            lines |= {"reason_code": "claims_unsupported", "reason": _UNSAID.format(unsaid)}
        spec_id, snippet_id = spec.id if spec else "", snippet.id if snippet else ""
        versions = tuple(version for version in (spec, snippet) if version)
        return Effect(
            changes=lambda: (
                *versions,
                self._with(request.id, **lines, spec_id=spec_id, code_snippet_id=snippet_id),
            ),
            making=Making(spec_id=spec_id, code_snippet_id=snippet_id, calls=edited.calls),
            next_steps=_CHECK if snippet else _COMPILE,
        )

    def _settled(
        self,
        request: ChangeRequest,
        outcome: str,
        code: str,
        reason: str,
        making: Making,
    ) -> Effect:
        """The outcome is noted; the example goes on with the spec and the app that it has."""
        made = {"code_snippet_id": making.code_snippet_id} if making.code_snippet_id else {}

        def changes() -> tuple[Record, ...]:
            noted = self._with(request.id, outcome=outcome, reason_code=code, reason=reason, **made)
            example = self.records.get(Example, request.example_id)
            left = (self._left(example, request),) if example else ()
            merge = self.records.get(Merge, making.merge_id)
            closed = (ended(merge, "set_aside", self.clock.now()),) if merge else ()
            return (noted, *left, *closed)

        return Effect(changes=changes)

    def _left(self, example: Example, request: ChangeRequest) -> Example:
        """The example in the state in which it was when the change was asked for."""
        if request.status_before is None:  # asked for before that was noted
            app = self.records.get(CodeSnippet, example.code_snippet_id)
            return as_before(example, app, self.clock.now())
        return returned(
            example,
            self.clock.now(),
            status=request.status_before,
            reason_code=request.reason_code_before,
            reason=request.reason_before,
            reason_details=request.reason_details_before,
        )

    def _with(self, change_request_id: str, **fields: Any) -> ChangeRequest:
        return changed(self._request(change_request_id), self.clock.now(), **fields)

    def _request(self, change_request_id: str) -> ChangeRequest:
        request = self.records.get(ChangeRequest, change_request_id)
        if request is None:
            raise NotFound("not_found", "This change request has been deleted meanwhile.")
        return request

    def _unmoved(self, actor: Actor, request: ChangeRequest) -> Example:
        """The example, if its spec and code are still those that the change was asked of."""
        example = self.examples.get(actor, request.example_id)
        seen = (request.based_on_spec_id, request.based_on_code_id)
        if (example.spec_id, example.code_snippet_id) != seen:
            raise Conflict("code_changed", "The code has been changed meanwhile; ask again.")
        return example


def _accept_spec(before: str, text: str) -> None:
    """Refuse a spec of a compiled app that is none, or that has other faults than the one before."""
    _accept_text(text)
    if sound_spec(text).bespoke is not None:
        raise Refused("spec_invalid", "This spec is compiled; it cannot become a bespoke one.")
    refuse_new_faults(text, before)


def _accept_bespoke(before: str, text: str) -> None:
    """The same for the spec of an app that a model wrote."""
    _accept_text(text)
    if sound_spec(text).bespoke is None:
        raise Refused("spec_invalid", "This spec is a bespoke one; it cannot become compiled.")
    refuse_new_faults(text, before)


def _accept_text(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused("spec_invalid", "The spec holds half a character.")
    if len(text.encode()) > SPEC_BYTES_MAX:
        raise TooLarge("spec_too_large", f"A spec has at most {SPEC_BYTES_MAX} bytes.")


def _note(request: ChangeRequest) -> str:
    return f"Asked for: {one_line(request.words)[:NOTE_CHARACTERS_MAX]}"
