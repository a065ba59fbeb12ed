"""Examples: the apps of the library, with every version of their specs and code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, may, permitted
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.input_records import InputType
from praxeo.domain.jobs import GenerateExample, RetitleEmbeds, new_job, not_retryable
from praxeo.domain.records import (
    CodeSnippet,
    Embed,
    Example,
    ExampleStatus,
    Job,
    Spec,
    changed,
    created,
    utc_text,
)
from praxeo.library.listing import readable
from praxeo.library.saving import at_version, deleted, saved
from praxeo.library.versions import blob_area, next_number
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import Page, RecordStore

V = TypeVar("V", Spec, CodeSnippet)
WORDS: Mapping[type, str] = {Spec: "spec", CodeSnippet: "code"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Examples:
    """Owns the tables `examples`, `specs` and `code_snippets`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids

    def create(
        self,
        actor: Actor,
        *,
        project_id: str,
        input_type: InputType,
        input_id: str,
        input_name: str,
        title: str = "",
        **how: Any,
    ) -> Example:
        """A new example and the job that makes it, saved together. The caller checks the input.

        Without a `title` it bears its input's name until its spec has a better one. `how` it is to be
        made are the fields of that meaning (`wanted_author`, `route`, …).
        """
        now = self.clock.now()
        example_id, job_id = self.ids.new("exa"), self.ids.new("job")
        example = created(
            Example,
            now,
            id=example_id,
            owner=actor.account,
            project_id=project_id,
            title=texts.title(title or input_name),
            named_by_hand=bool(title),
            input_type=input_type,
            input_id=input_id,
            job_id=job_id,
            **how,
        )
        job = new_job(
            GenerateExample(example_id=example_id),
            id=job_id,
            actor=actor,
            subject_id=example_id,
            now=utc_text(now),
        )
        return saved(self, actor, "example.created", example, job)

    def get(self, actor: Actor, example_id: str, action: Action = "read") -> Example:
        """The example, for an actor who may do this with it. Raises NotFound, Forbidden."""
        return permitted(self.records.get(Example, example_id), actor, Example, action)

    def list(
        self,
        actor: Actor,
        *,
        project_id: str = "",
        status: ExampleStatus | None = None,
        cursor: str = "",
        limit: int = 50,
    ) -> Page[Example]:
        """The owner's examples, newest first; of one project and in one state, if given."""
        where = {"project_id": project_id} if project_id else {"owner": actor.account}
        if status:
            where["status"] = status
        page = self.records.list(Example, where, cursor=cursor, limit=limit, newest_first=True)
        return readable(page, actor, where)

    def of_input(self, actor: Actor, input_id: str) -> tuple[Example, ...]:
        """The newest examples that were made of this input."""
        page = self.records.list(Example, {"input_id": input_id}, newest_first=True)
        return tuple(example for example in page.records if may(actor, "read", example))

    def change(
        self,
        actor: Actor,
        example_id: str,
        *,
        version: int,
        title: str | None = None,
        project_id: str | None = None,
        tags: tuple[str, ...] | None = None,
        archived: bool | None = None,
    ) -> Example:
        """Rename, move, tag or archive an example. Raises Conflict if it is not at this version any more.

        What is published of it follows its new name by a job that is saved with it.
        """
        before = self._at_version(actor, example_id, version)
        example = changed(
            before,
            self.clock.now(),
            title=before.title if title is None else texts.title(title),
            named_by_hand=before.named_by_hand or title is not None,
            project_id=project_id or before.project_id,
            tags=before.tags if tags is None else texts.tags(tags),
            archived=before.archived if archived is None else archived,
        )
        renamed = example.title != before.title
        follow = self._retitling(actor, example) if renamed else ()
        return saved(self, actor, "example.changed", example, *follow)

    def _retitling(self, actor: Actor, example: Example) -> tuple[Job, ...]:
        """The job by which embeds follow the example's name, if there are any."""
        if not self.records.list(Embed, {"example_id": example.id}, limit=1).records:
            return ()
        job = new_job(
            RetitleEmbeds(example_id=example.id),
            id=self.ids.new("job"),
            actor=actor,
            subject_id=example.id,
            now=utc_text(self.clock.now()),
        )
        return (job,)

    def again(self, example_id: str, *, earlier: str, job_id: str) -> Example:
        """The example while the job with this id does its work anew, to be saved with that job.

        Raises Conflict("job_not_retryable") if `earlier` is not the job that it had last.
        """
        example = self.records.get(Example, example_id)
        if example is None or example.job_id != earlier:
            raise not_retryable()
        fields: dict[str, Any] = {"reason_code": "", "reason": "", "reason_details": {}}
        return changed(example, self.clock.now(), status="making", job_id=job_id, **fields)

    def deletable(self, actor: Actor, example_id: str, *, version: int) -> Example:
        """The example, if it can be deleted.

        Raises Conflict if it is not at this version any more or is being made just now.
        """
        example = self._at_version(actor, example_id, version)
        if example.status == "making":
            raise Conflict("being_made", "This example is being made; wait until that is done.")
        return example

    def delete(self, actor: Actor, example_id: str, *, version: int) -> None:
        """Delete an example with all its specs, code and pictures. Raises as `deletable` does."""
        example = self.deletable(actor, example_id, version=version)
        self._delete_older_versions(example)
        code, specs = self._page_of(CodeSnippet, example), self._page_of(Spec, example)
        deleted(self, actor, "example.deleted", example, *code, *specs)
        for key in self.blobs.keys(blob_area(example_id)):
            self.blobs.delete(key)

    def specs(
        self, actor: Actor, example_id: str, *, cursor: str = "", limit: int = 50
    ) -> Page[Spec]:
        """Every version of the example's spec, newest first."""
        self.get(actor, example_id)
        return self.records.list(
            Spec, {"example_id": example_id}, cursor=cursor, limit=limit, newest_first=True
        )

    def spec(self, actor: Actor, spec_id: str) -> Spec:
        """One version of a spec. Raises NotFound."""
        return permitted(self.records.get(Spec, spec_id), actor, Spec)

    def spec_text(self, spec: Spec) -> str:
        """The Markdown of a spec."""
        return self.blobs.read(spec.text_blob).decode()

    def label(self, actor: Actor, version: V, text: str, *, version_seen: int) -> V:
        """Name a version of a spec or of code; "" takes its name away.

        Raises Conflict if its record is not at `version_seen` any more, TooLarge.
        """
        label = texts.title(text) if texts.one_line(text) else ""
        named = changed(at_version(version, version_seen), self.clock.now(), label=label)
        return saved(self, actor, f"{WORDS[type(version)]}.named", named)

    def code_snippets(
        self, actor: Actor, example_id: str, *, cursor: str = "", limit: int = 50
    ) -> Page[CodeSnippet]:
        """Every version of the example's code, newest first."""
        self.get(actor, example_id)
        return self.records.list(
            CodeSnippet, {"example_id": example_id}, cursor=cursor, limit=limit, newest_first=True
        )

    def code_snippet(self, actor: Actor, code_snippet_id: str) -> CodeSnippet:
        """One version of the code. Raises NotFound."""
        return permitted(self.records.get(CodeSnippet, code_snippet_id), actor, CodeSnippet)

    def code(self, snippet: CodeSnippet) -> bytes:
        """The source of a code snippet; of a primary one, the whole app."""
        return self.blobs.read(snippet.code_blob)

    def report(self, snippet: CodeSnippet) -> bytes:
        """The report of the snippet's check, as JSON. Raises NotFound before it was checked."""
        if not snippet.report_blob:
            raise NotFound("not_checked_yet", "This code has not been checked yet.")
        return self.blobs.read(snippet.report_blob)

    def app(self, actor: Actor, example_id: str) -> CodeSnippet:
        """The example's current app. Raises NotFound if none was made yet."""
        example = self.get(actor, example_id)
        if not example.code_snippet_id:
            raise NotFound("no_app_yet", example.reason or "There is no app of this example yet.")
        return self.code_snippet(actor, example.code_snippet_id)

    def new_spec(
        self,
        example: Example,
        text: str,
        *,
        author: str,
        title: str,
        machine_id: str = "",
        merged_id: str = "",
        removed: frozenset[str] = frozenset(),
        note: str = "",
        restored_number: int = 0,
        number: int = 0,
        input_id: str = "",
    ) -> Spec:
        """The next version of an example's spec: its text is stored, its record is still to be saved.

        Without a `number` it follows the newest one that is saved; `input_id` is another reading than the example's.
        """
        blob = self.blobs.put(blob_area(example.id), text.encode())
        return created(
            Spec,
            self.clock.now(),
            id=self.ids.new("spc"),
            owner=example.owner,
            example_id=example.id,
            input_id=input_id or example.input_id,
            number=number or next_number(self.records, Spec, example.id),
            text_blob=blob.key,
            size=blob.size,
            author=author,
            title=title,
            based_on=example.spec_id,
            machine_id=machine_id,
            merged_id=merged_id,
            removed=tuple(sorted(removed)),
            note=note,
            restored_number=restored_number,
        )

    def next_spec_number(self, example_id: str) -> int:
        """The number of the example's next spec."""
        return next_number(self.records, Spec, example_id)

    def next_code_number(self, example_id: str) -> int:
        """The number of the example's next code snippet."""
        return next_number(self.records, CodeSnippet, example_id)

    def _at_version(self, actor: Actor, example_id: str, version: int) -> Example:
        return at_version(self.get(actor, example_id, "change"), version)

    def _delete_older_versions(self, example: Example) -> None:
        """All that the example does not name: what it names goes with it, so that it never lacks it."""
        self._delete_but(example.code_snippet_id, CodeSnippet, example)
        self._delete_but(example.spec_id, Spec, example)

    def _delete_but(self, named: str, kind: type[V], example: Example) -> None:
        while older := [one for one in self._page_of(kind, example) if one.id != named]:
            self.records.save(delete=older)

    def _page_of(self, kind: type[V], example: Example) -> Sequence[V]:
        return self.records.list(kind, {"example_id": example.id}).records
