"""The desk's service: shows a version of a spec as parts and items, and changes it by typed operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from praxeo.compile.sources import Source, read_source
from praxeo.domain.access import Actor
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.records import Example, Spec
from praxeo.editing.desk.answer import Desk
from praxeo.editing.desk.opened import OpenSpec, open_spec
from praxeo.editing.desk.operations import Operation
from praxeo.editing.desk.showing import shown
from praxeo.editing.edits import Edits
from praxeo.library.examples import Examples
from praxeo.library.saving import against_others
from praxeo.library.work import ExampleWork
from praxeo.merging.spec_merge import merge_specs
from praxeo.sources.inputs import Inputs


@dataclass(frozen=True, kw_only=True)
class DeskEdited:
    """The version that an edit made, as the desk shows it.

    `keys` tells what became of what the operations named; `merged` whether others' edits are in it, too.
    """

    spec: Spec
    desk: Desk
    keys: Mapping[str, str]
    merged: bool = False


@dataclass(frozen=True, kw_only=True)
class Desks:
    """What a teacher sees of a spec and does to it without knowing its grammar."""

    examples: Examples
    inputs: Inputs
    work: ExampleWork
    edits: Edits

    def show(self, actor: Actor, spec_id: str) -> Desk:
        """A version of a spec. Raises NotFound, Refused("spec_has_no_desk"), SpecInvalid."""
        spec = self.examples.spec(actor, spec_id)
        source = self._source(self.examples.get(actor, spec.example_id))
        return shown(open_spec(self.examples.spec_text(spec), source), spec, source)

    def edit(
        self,
        actor: Actor,
        example_id: str,
        operations: Sequence[Operation],
        *,
        based_on: str,
        current: str,
    ) -> DeskEdited:
        """Do the operations, all or none, on the version that was seen; the app follows as after any edit.

        `current` is the version that the actor takes for the example's: Conflict("spec_changed") if it is
        not. If they saw an earlier one, their edits are merged into it: Conflict("edits_meet") where both
        changed the same. Raises OperationRefused, NotFound and as `ExampleWork.editable`.
        """
        return against_others(
            lambda: self._edit(actor, example_id, operations, based_on=based_on, current=current)
        )

    def _edit(
        self,
        actor: Actor,
        example_id: str,
        operations: Sequence[Operation],
        *,
        based_on: str,
        current: str,
    ) -> DeskEdited:
        example = self.work.editable(actor, example_id, over_making=True)
        if example.spec_id != current:
            raise Conflict(
                "spec_changed", "The spec has been changed meanwhile; compare them first."
            )
        source = self._source(example)
        seen = self.examples.spec(actor, based_on)
        if seen.example_id != example_id:
            raise NotFound("not_found", "There is no such spec of this example.")
        from praxeo.editing.desk.doing import do  # with all that writes a spec: few calls edit one

        done = do(self.examples.spec_text(seen), operations, source)
        if seen.id == current:
            spec = self._saved(actor, example, done.text, current)
            return self._edited(spec, done.opened, source, done.keys)
        text = self._merged(actor, seen, done.text, current)
        spec = self._saved(actor, example, text, current)
        return self._edited(spec, open_spec(text, source), source, done.keys, merged=True)

    def _merged(self, actor: Actor, seen: Spec, ours: str, current: str) -> str:
        base, theirs = (
            self.examples.spec_text(spec) for spec in (seen, self.examples.spec(actor, current))
        )
        merged = merge_specs(base, ours, theirs)
        if merged.regions:
            raise Conflict(
                "edits_meet",
                "Somebody has changed the same meanwhile; look at the new version and make your change there.",
            )
        return merged.text()

    def _saved(self, actor: Actor, example: Example, text: str, current: str) -> Spec:
        before = self.examples.spec(actor, current)
        if text == self.examples.spec_text(before):
            return before
        return self.edits.edit_spec(
            actor, example.id, text=text, based_on=current, over_making=True
        )

    def _edited(
        self,
        spec: Spec,
        opened: OpenSpec,
        source: Source,
        keys: Mapping[str, str],
        *,
        merged: bool = False,
    ) -> DeskEdited:
        desk = shown(opened, spec, source)
        there = set(opened.key_of.values())
        kept = {name: key for name, key in keys.items() if key in there}
        return DeskEdited(spec=spec, desk=desk, keys=kept, merged=merged)

    def _source(self, example: Example) -> Source:
        return read_source(self.inputs.extraction_if_there(example), example.language)
