"""Merges with conflicts: shown to a person, resolved by them, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from praxeo.domain.access import Actor, permitted
from praxeo.domain.edit_records import Merge
from praxeo.domain.errors import Conflict, TooLarge
from praxeo.domain.jobs import CheckCode, CompileSpec
from praxeo.domain.limits import CODE_BYTES_MAX, SPEC_BYTES_MAX
from praxeo.domain.records import (
    CodeSnippet,
    Example,
    Spec,
)
from praxeo.library.code import edited_code
from praxeo.library.examples import Examples
from praxeo.library.versions import PERSON
from praxeo.library.work import ExampleWork
from praxeo.merging.merged import Merged, Region, Resolution
from praxeo.merging.merges import ended
from praxeo.merging.spec_merge import removed_ids
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import Page, RecordStore
from praxeo.spec.canonical import canonical
from praxeo.spec.text import refuse_new_faults, sound_spec

V = TypeVar("V", Spec, CodeSnippet)


@dataclass(frozen=True, kw_only=True)
class Merges:
    """Reads merges and makes the version that a person's choices lead to."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    examples: Examples
    work: ExampleWork

    def get(self, actor: Actor, merge_id: str) -> Merge:
        """The merge. Raises NotFound."""
        return permitted(self.records.get(Merge, merge_id), actor, Merge)

    def list(
        self, actor: Actor, example_id: str, *, cursor: str = "", limit: int = 50
    ) -> Page[Merge]:
        """Every merge of the example that had conflicts, newest first."""
        self.examples.get(actor, example_id)
        return self.records.list(
            Merge, {"example_id": example_id}, cursor=cursor, limit=limit, newest_first=True
        )

    def regions(self, merge: Merge) -> tuple[Region, ...]:
        """The conflicts in the order of the text."""
        return self._merged(merge).regions

    def resolve(
        self, actor: Actor, merge_id: str, resolutions: Sequence[Resolution]
    ) -> Spec | CodeSnippet:
        """Make the version that these choices, one for each conflict, lead to, and have it checked.

        Raises Refused("resolutions_missing"), Refused("spec_invalid"), Conflict("merge_closed"),
        Conflict("being_made"), TooLarge.
        """
        merge, example = self._open(actor, merge_id)
        text = self._merged(merge).resolved(resolutions)
        return (
            self._resolve_spec(actor, example, merge, text)
            if merge.subject == "spec"
            else self._resolve_code(actor, example, merge, text)
        )

    def set_aside(self, actor: Actor, merge_id: str) -> Example:
        """Leave spec and code as they are. The new version stays in the history.

        Raises Conflict("merge_closed"), Conflict("being_made").
        """
        merge, example = self._open(actor, merge_id)
        left = ended(merge, "set_aside", self.clock.now())
        return self.work.settle(actor, example, "merge.set_aside", left, merge_id="")

    def _open(self, actor: Actor, merge_id: str) -> tuple[Merge, Example]:
        merge = self.get(actor, merge_id)
        example = self.work.free(actor, merge.example_id)
        if merge.status != "open" or example.merge_id != merge.id:
            raise Conflict("merge_closed", "This merge has been resolved or set aside already.")
        return merge, example

    def _merged(self, merge: Merge) -> Merged:
        return Merged.from_json(self.blobs.read(merge.parts_blob).decode())

    def _resolve_spec(self, actor: Actor, example: Example, merge: Merge, text: str) -> Spec:
        _refuse_above(len(text.encode()), SPEC_BYTES_MAX, "spec")
        document = sound_spec(text)
        ours = self.examples.spec(actor, merge.ours_id)
        theirs = self.examples.spec(actor, merge.theirs_id)
        refuse_new_faults(text, *map(self.examples.spec_text, (ours, theirs)))
        text = canonical(text)
        removed = frozenset(ours.removed)
        for side in (ours, theirs):  # of both, what is not in the result was not wanted
            removed = removed_ids(self.examples.spec_text(side), text, removed)
        spec = self.examples.new_spec(
            example,
            text,
            author=PERSON,
            title=document.title,
            machine_id=theirs.id,
            merged_id=theirs.id,
            removed=removed,
        )
        work = CompileSpec(example_id=example.id, spec_id=spec.id)
        return self._save(actor, example, merge, work, spec, spec_id=spec.id)

    def _resolve_code(self, actor: Actor, example: Example, merge: Merge, text: str) -> CodeSnippet:
        data = text.encode()
        _refuse_above(len(data), CODE_BYTES_MAX, "code")
        theirs = self.examples.code_snippet(actor, merge.theirs_id)
        snippet = edited_code(
            self.examples,
            example,
            theirs,
            data,
            machine_id=theirs.id,
            merged_id=theirs.id,
            based_on=merge.ours_id,
        )
        work = CheckCode(example_id=example.id, code_snippet_id=snippet.id)
        return self._save(actor, example, merge, work, snippet)

    def _save(
        self,
        actor: Actor,
        example: Example,
        merge: Merge,
        work: CompileSpec | CheckCode,
        version: V,
        **fields: str,
    ) -> V:
        closed = ended(merge, "resolved", self.clock.now(), result_id=version.id)
        return self.work.start_from(
            actor, version, example, work, "merge.resolved", closed, merge_id="", **fields
        )


def _refuse_above(size: int, most: int, word: str) -> None:
    if size > most:
        raise TooLarge(f"{word}_too_large", f"This {word} has more than {most} bytes.")
