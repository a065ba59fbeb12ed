"""The model author: asks for a spec, looks it through, and asks once more where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from praxeo.authors.model.changes import SpecUnusable
from praxeo.authors.model.schemas import bespoke_schema, content_schema
from praxeo.authors.model.source_text import SOURCE_CHARACTERS_MAX, source_text
from praxeo.authors.prompts.rendering import Fence, render
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.ports.models import Ask, ModelRun, Prompt, Turn
from praxeo.spec.text import print_spec

if TYPE_CHECKING:
    from praxeo.authors.model.assembly import Unsupported

Route = Literal["compiled", "bespoke"]

TRIES = 3  # answers asked for until one makes a spec
_UNUSABLE = f"The model's answers made no spec, also after {TRIES - 1} corrections. {{}}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A spec and what a person should know about how it came to be. `wasted` calls were for answers before it that
    made none."""

    document: SpecDocument
    warnings: tuple[ReadingWarning, ...]
    wasted: tuple[str, ...] = ()


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
        wish: str = "",
    ) -> Written:
        """The spec as its owner wishes it, every claim held against the source. Raises SpecUnusable, or as `Ask` does."""
        source = source_text(extraction, name=name, characters_max=self.source_characters_max)
        # What looks an answer through is loaded where one is awaited, and not by all that may ask for one.
        from praxeo.authors.model.answers import read_answer
        from praxeo.authors.model.assembly import Assembly
        from praxeo.claims.gate import Gate

        gate = Gate.of(extraction)
        bespoke, faults, wasted = route == "bespoke", "", tuple[str, ...]()
        prompt = self._prompt(bespoke, source.text, wish)
        for number in range(TRIES):
            asked = replace(run, try_number=run.try_number * TRIES + number)
            answer = self.ask(prompt, run=asked)
            assembly = Assembly(extraction=extraction, gate=gate, unsupported=unsupported)
            try:
                author = f"{answer.model}, {prompt.version}"
                draft = read_answer(answer.text)
                document = assembly.spec(draft, name=name, author=author, bespoke=bespoke)
                print_spec(document)  # whatever breaks a rule of the grammar is told by it
                _refuse_empty(document)
            except Refused as refused:
                faults, wasted = refused.message, wasted + answer.ledger_entry_ids
                prompt = shown_again(prompt, answer.text, faults)
                continue
            warnings = (*source.warnings, *assembly.warnings)
            return Written(document=document, warnings=warnings, wasted=wasted)
        raise SpecUnusable(_UNUSABLE.format(faults), wasted)

    def _prompt(self, bespoke: bool, source: str, wish: str) -> Prompt:
        """What asks for a spec."""
        return render(
            "write_bespoke_spec" if bespoke else "write_spec",
            {"source": source, "wish": wish},
            fence_with=self.fence,
            schema=bespoke_schema() if bespoke else content_schema(),
        )


def shown_again(prompt: Prompt, answer: str, fault: str) -> Prompt:
    """The same prompt after an answer that could not be used: the model sees it, and what is wrong with it."""
    again = f"This answer could not be used. {fault} Answer again with the whole, corrected JSON and nothing else."
    return replace(prompt, turns=(Turn(answer=answer, next=again),))


def _refuse_empty(document: SpecDocument) -> None:
    if not document.bespoke and not any(section.activities for section in document.sections):
        raise Refused("nothing_to_practise", "None of the items could be kept.")
