"""Drafts: what is wrong with a spec that is still being written, and the app that it would make."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.compile.soundness import sound_parts
from praxeo.compile.titles import under_its_name
from praxeo.domain.access import Actor
from praxeo.domain.errors import TooLarge
from praxeo.domain.limits import CODE_BYTES_MAX, SPEC_BYTES_MAX
from praxeo.domain.records import Example
from praxeo.library.examples import Examples
from praxeo.ports.authoring import Compiler
from praxeo.sources.inputs import Inputs
from praxeo.spec.faults import Fault, SpecInvalid


@dataclass(frozen=True, kw_only=True)
class Drafts:
    """Nothing that is asked of a draft is stored or changes the example."""

    examples: Examples
    inputs: Inputs
    compiler: Compiler

    def faults(self, actor: Actor, example_id: str, text: str) -> tuple[Fault, ...]:
        """All that keeps this spec, or parts of it, out of the app, by line. Raises NotFound, TooLarge."""
        example = self._example(actor, example_id, text)
        try:
            return tuple(sound_parts(text, self.inputs.extraction_if_there(example))[1])
        except SpecInvalid as refused:
            return refused.faults

    def app(self, actor: Actor, example_id: str, text: str) -> bytes:
        """The app that this spec makes, as HTML. Raises as `Edits.edit_spec` does for the text."""
        example = self._example(actor, example_id, text)
        extraction = self.inputs.extraction_if_there(example)
        document, _ = sound_parts(text, extraction)
        app = self.compiler(document, extraction).encode()
        saved = self.examples.spec(actor, example.spec_id).title if example.spec_id else ""
        # A title that is being changed here names the example once it is saved.
        return under_its_name(example, app) if document.title == saved else app

    def code(self, actor: Actor, example_id: str, text: str) -> bytes:
        """The app that this code is. Raises NotFound, TooLarge."""
        self.examples.get(actor, example_id)
        data = text.encode()
        if len(data) > CODE_BYTES_MAX:
            raise TooLarge("code_too_large", f"An app has at most {CODE_BYTES_MAX} bytes.")
        return data

    def _example(self, actor: Actor, example_id: str, text: str) -> Example:
        if len(text.encode()) > SPEC_BYTES_MAX:
            raise TooLarge("spec_too_large", f"A spec has at most {SPEC_BYTES_MAX} bytes.")
        return self.examples.get(actor, example_id)
