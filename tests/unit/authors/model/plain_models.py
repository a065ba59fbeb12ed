"""A source, answers to its prompts, and an Ask that gives them: quick and deterministic."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from praxeo.authors.prompts.rendering import Fence
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.ports.models import Completion, ModelRun, Prompt, TextPart

FENCE = Fence(b"a secret of this installation, 32 b")
RUN = ModelRun(owner="local", example_id="exa_1", job_id="job_1", cap_microusd=500_000)


def source(*texts: str, language: str = "en") -> Extraction:
    lines = texts or (
        "An enzyme is a protein. It lowers the activation energy of a reaction.",
        "In 1877 Wilhelm Kühne coined the word enzyme.",
    )
    return Extraction(
        metadata=Metadata(media_type="text/plain", content_hash="0" * 64, language=language),
        blocks=tuple(
            Block(id=f"b{number}", kind="paragraph", text=text)
            for number, text in enumerate(lines, 1)
        ),
    )


def content(*items: dict[str, Any], kind: str = "flashcards", **fields: Any) -> dict[str, Any]:
    """An answer with one section that holds these items."""
    activity = {"kind": kind, "title": "Remember", "items": list(items)}
    section = {"title": "Enzymes", "prose": "", "reading": ["b1-b2"], "activities": [activity]}
    whole = {"title": "Enzymes", "language": "en", "summary": "", "goals": ["Say what it is."]}
    return {**whole, "sections": [section], **fields}


CARD = {
    "front": "What is an enzyme?",
    "back": "a protein",
    "quote": "An enzyme is a protein",
    "block": "b1",
}
FALSE_CARD = {"front": "What is an enzyme?", "back": "a mineral", "quote": "An enzyme is a protein"}


def bespoke(**fields: Any) -> dict[str, Any]:
    """An answer for a counter that counts up to nine."""
    return {
        **content(CARD),
        "mechanics": "The learner presses a button and the count rises by one, up to nine.",
        "controls": ["add: button"],
        "state": ["count: whole number from 0 to 9"],
        "tests": [
            {"title": "It counts", "steps": ["Press add 3 times.", "Then count = 3."]},
            {
                "title": "Reset restores the start",
                "steps": ["Press add.", "Reset.", "Then everything is as at the start."],
            },
        ],
        **fields,
    }


@dataclass
class PlainAsk:
    """Gives answers by a function of the prompt; keeps what it was asked and each answer by its key."""

    answer: Callable[[Prompt], str]
    asked: list[Prompt] = field(default_factory=list)
    runs: list[ModelRun] = field(default_factory=list)
    paid: int = 0
    stored: dict[tuple[str, int], Completion] = field(default_factory=dict)

    def __call__(self, prompt: Prompt, *, run: ModelRun, on_text: Any = None) -> Completion:
        self.asked.append(prompt)
        self.runs.append(run)
        key = (json.dumps([prompt.version, words(prompt)]), run.try_number)
        if key not in self.stored:
            text = self.answer(prompt)
            self.paid += 1
            self.stored[key] = Completion(
                text=text,
                finish="stop",
                provider="plain",
                model="plain-1",
                ledger_entry_ids=(f"led_{self.paid}",),
            )
        return self.stored[key]


def in_turn(answers: Sequence[Any]) -> Callable[[Prompt], str]:
    """One answer after the other; the last one for ever."""
    left = list(answers)

    def answer(prompt: Prompt) -> str:
        made = left.pop(0) if len(left) > 1 else left[0]
        return made if isinstance(made, str) else json.dumps(made)

    return answer


def words(prompt: Prompt) -> str:
    """The message, without the system part."""
    return "\n".join(part.text for part in prompt.parts if isinstance(part, TextPart))
