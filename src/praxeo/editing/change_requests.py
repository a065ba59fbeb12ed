"""Changes asked for in words: takes them, and starts the work that does them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from praxeo.compile.picked_element import Element
from praxeo.domain.access import Actor, permitted
from praxeo.domain.edit_records import ChangeRequest, MergeSubject
from praxeo.domain.errors import Conflict, Refused
from praxeo.domain.jobs import ChangeInWords
from praxeo.domain.records import created
from praxeo.library.examples import Examples
from praxeo.library.work import ExampleWork
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore
from praxeo.sources.documents.sanitization import one_line, sanitize_text
from praxeo.spec.text import sound_spec


@dataclass(frozen=True, kw_only=True)
class ChangeRequests:
    """Takes requests in words; what is done about each is `RequestedChanges`."""

    records: RecordStore
    clock: Clock
    ids: Ids
    examples: Examples
    work: ExampleWork
    require_model: Callable[[str], None]

    def create(
        self,
        actor: Actor,
        example_id: str,
        *,
        words: str,
        element: Element | None = None,
        based_on: str = "",
    ) -> ChangeRequest:
        """Save the request with the job that does it; until it is done nobody else changes the example.

        `based_on` is the code that the person looked at. Raises Refused("no_model"),
        Refused("words_missing"), Conflict("code_changed"), Conflict("being_made"),
        Conflict("merge_open"), NotFound("no_app_yet").
        """
        example = self.work.editable(actor, example_id)
        self.require_model(example.owner)
        words = sanitize_text(words).strip()
        if not words:
            raise Refused("words_missing", "Say in words what is to be changed.")
        snippet = self.examples.app(actor, example_id)
        if based_on and based_on != snippet.id:
            raise Conflict("code_changed", "The code has been changed meanwhile; look at it again.")
        spec = self.examples.spec(actor, example.spec_id)
        bespoke = sound_spec(self.examples.spec_text(spec)).bespoke is not None
        element = element or Element()
        request = created(
            ChangeRequest,
            self.clock.now(),
            id=self.ids.new("chg"),
            owner=actor.account,
            example_id=example_id,
            words=words,
            subject="code" if bespoke else "spec",
            based_on_spec_id=spec.id,
            based_on_code_id=snippet.id,
            **{
                f"element_{field}": one_line(sanitize_text(value))
                for field, value in asdict(element).items()
            },
            status_before=example.status,
            reason_code_before=example.reason_code,
            reason_before=example.reason,
            reason_details_before=example.reason_details,
        )
        request = replace(request, try_number=self._tried(actor, request))
        work = ChangeInWords(example_id=example_id, change_request_id=request.id)
        return self.work.start_from(actor, request, example, work, "example.change_requested")

    def size(self, actor: Actor, example_id: str) -> tuple[MergeSubject, int]:
        """What a change of this example edits, and how many bytes a model reads for it. Raises NotFound."""
        example = self.examples.get(actor, example_id)
        spec = self.examples.spec(actor, example.spec_id)
        if sound_spec(self.examples.spec_text(spec)).bespoke is None:
            return "spec", spec.size
        return "code", spec.size + self.examples.app(actor, example_id).size

    def get(self, actor: Actor, change_request_id: str) -> ChangeRequest:
        """The request. Raises NotFound."""
        return permitted(self.records.get(ChangeRequest, change_request_id), actor, ChangeRequest)

    def list(
        self, actor: Actor, example_id: str, *, cursor: str = "", limit: int = 50
    ) -> Page[ChangeRequest]:
        """Everything that was asked for of the example in words, newest first."""
        self.examples.get(actor, example_id)
        return self.records.list(
            ChangeRequest, {"example_id": example_id}, cursor=cursor, limit=limit, newest_first=True
        )

    def _tried(self, actor: Actor, request: ChangeRequest) -> int:
        """How often the same was asked of the same versions before, work done anew included."""
        same = ("words", "based_on_spec_id", "based_on_code_id", "element_path", "element_text")
        earlier = self.list(actor, request.example_id).records
        tries = [
            each.try_number
            for each in earlier
            if all(getattr(each, name) == getattr(request, name) for name in same)
        ]
        return max(tries, default=-1) + 1
