"""The model author: asks for a spec, looks it through, and asks once more where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from praxeo.authors.model.schemas import bespoke_schema, content_schema
from praxeo.authors.model.source_text import SOURCE_CHARACTERS_MAX, source_text
from praxeo.authors.prompts.rendering import Fence, render
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.ports.models import Ask, ModelRun, Prompt
from praxeo.spec.text import print_spec

if TYPE_CHECKING:
    from praxeo.authors.model.assembly import Unsupported

Route = Literal["compiled", "bespoke"]

TRIES = 3  # answers asked for until one makes a spec


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A spec and what a person should know about how it came to be."""

    document: SpecDocument
    warnings: tuple[ReadingWarning, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelAuthor:
    """Writes specs with a model. `source_characters_max` is how much of a source goes into a prompt."""

    ask: Ask
    fence: Fence
    source_characters_max: int = SOURCE_CHARACTERS_MAX

    def write_spec(
        self,
        extraction: Extraction,
        *,
        name: str,
        route: Route,
        unsupported: Unsupported,
        run: ModelRun,
    ) -> Written:
        """The spec, every claim of it held against the source.

        Refused("spec_unusable") if no answer made a spec; else raises as `Ask` does.
        """
        source = source_text(extraction, name=name, characters_max=self.source_characters_max)
        # What looks an answer through is loaded where one is awaited, and not by all that may ask for one.
        from praxeo.authors.model.answers import read_answer
        from praxeo.authors.model.assembly import Assembly
        from praxeo.claims.gate import Gate

        gate = Gate.of(extraction)
        bespoke, faults = route == "bespoke", ""
        for _ in range(TRIES):
            prompt = self._prompt(bespoke, source.text, faults)
            answer = self.ask(prompt, run=run)
            assembly = Assembly(extraction=extraction, gate=gate, unsupported=unsupported)
            try:
                document = assembly.spec(
                    read_answer(answer.text),
                    name=name,
                    author=f"{answer.model}, {prompt.version}",
                    bespoke=bespoke,
                )
                print_spec(document)  # whatever breaks a rule of the grammar is told by it
                _refuse_empty(document)
            except Refused as refused:
                faults = f"Your last answer could not be used. {refused.message} Write it anew."
                continue
            return Written(document=document, warnings=(*source.warnings, *assembly.warnings))
        raise Refused(
            "spec_unusable",
            f"The model's answers made no spec, also after {TRIES - 1} corrections. {faults}",
        )

    def _prompt(self, bespoke: bool, source: str, faults: str) -> Prompt:
        """What asks for a spec; `faults` says what was wrong with the answer before."""
        return render(
            "write_bespoke_spec" if bespoke else "write_spec",
            {"source": source, "faults": faults},
            fence_with=self.fence,
            schema=bespoke_schema() if bespoke else content_schema(),
        )


def _refuse_empty(document: SpecDocument) -> None:
    if not document.bespoke and not any(section.activities for section in document.sections):
        raise Refused("nothing_to_practise", "None of the items could be kept.")
