"""Carrying a person's edits over to what the machine writes anew.

Whoever makes a new version of a spec or of code hands it to `spec` or `code` here before it becomes
current. If no person has edited what is current, the new version is all there is. Else it is kept as
a version of its own, and a merged version follows it; or, where both changed the same, a merge with
conflicts, until whose resolution spec and code stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from praxeo.domain.making import Making, going_on_with
from praxeo.domain.records import CodeSnippet, Example, Record, Spec
from praxeo.library.code import edited_code
from praxeo.library.examples import Examples
from praxeo.library.versions import PERSON, is_edited, machine_made
from praxeo.merging.merged import Merged, Region
from praxeo.merging.merges import opened
from praxeo.merging.spec_merge import merge_specs
from praxeo.merging.three_way import merge_code
from praxeo.ports.records import RecordStore
from praxeo.spec.text import sound_spec

V = TypeVar("V", Spec, CodeSnippet)


@dataclass(frozen=True, kw_only=True, slots=True)
class Carried:
    """What is to be saved, and how the making goes on: with a version, or a merge to be resolved."""

    versions: tuple[Record, ...]
    making: Making


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedEdits:
    """Three-way merges of versions: between the machine's before, the person's, and the machine's now."""

    records: RecordStore
    examples: Examples

    def spec(self, example: Example, theirs: Spec) -> Carried:
        """Bring the current spec's edits into a new spec that is stored and not yet saved."""
        ours = self.records.get(Spec, example.spec_id)
        if ours is None or not is_edited(ours):
            return Carried(versions=(theirs,), making=going_on_with(theirs))
        base = machine_made(self.records, Spec, ours)
        removed = frozenset(ours.removed)
        merged = merge_specs(*map(self.examples.spec_text, (base, ours, theirs)), removed=removed)
        if merged.regions:
            return self._open(example, merged, base, ours, theirs)
        text = merged.text()
        if text == self.examples.spec_text(theirs):
            return Carried(versions=(theirs,), making=going_on_with(theirs))
        spec = self.examples.new_spec(
            example,
            text,
            author=PERSON,
            title=sound_spec(text).title,
            machine_id=theirs.id,
            merged_id=theirs.id,
            removed=removed,
            number=theirs.number + 1,
        )
        return Carried(versions=(theirs, spec), making=going_on_with(spec))

    def code(self, example: Example, theirs: CodeSnippet) -> Carried:
        """Bring the current code's edits into new code that is stored and not yet saved."""
        ours = self.records.get(CodeSnippet, example.code_snippet_id)
        if ours is None or not is_edited(ours):
            return Carried(versions=(theirs,), making=going_on_with(theirs))
        base = machine_made(self.records, CodeSnippet, ours)
        before, mine, new = (self.examples.code(code).decode() for code in (base, ours, theirs))
        merged = merge_code(before, mine, new)
        if merged.regions:
            return self._open(example, _with_lines(merged), base, ours, theirs)
        if merged.text() == new:
            return Carried(versions=(theirs,), making=going_on_with(theirs))
        snippet = edited_code(
            self.examples,
            example,
            theirs,
            merged.text().encode(),
            machine_id=theirs.id,
            merged_id=theirs.id,
            based_on=ours.id,
            number=theirs.number + 1,
        )
        return Carried(versions=(theirs, snippet), making=going_on_with(snippet))

    def _open(self, example: Example, merged: Merged, base: V, ours: V, theirs: V) -> Carried:
        merge = opened(self.examples, example, merged, base=base, ours=ours, theirs=theirs)
        return Carried(versions=(theirs, merge), making=Making(merge_id=merge.id))


def _with_lines(merged: Merged) -> Merged:
    """The merge with the line of the person's text at which each conflict begins as its place."""
    line, parts = 1, list[str | Region]()
    for part in merged.parts:
        text = part if isinstance(part, str) else part.ours
        parts.append(part if isinstance(part, str) else replace(part, place=str(line)))
        line += text.count("\n")
    return Merged(parts=tuple(parts))
