"""Answers in the styles of five families of models and more: each leads to what its file says.

A file of `answers/` begins with its `kind` (a spec, code, or a patch of code) and what is to be expected of it: how
many items are kept, and how many calls it takes where every later answer is a good one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from praxeo.authors.model.author import ModelAuthor
from praxeo.authors.model.changes import Broken, CodeUnusable
from praxeo.authors.model.coder import ModelCoder
from praxeo.authors.model.strategies import Strategy
from praxeo.domain.checks import CheckReport
from praxeo.models.routes import Route
from praxeo.ports.models import Completion, Prompt, Tokens
from tests.unit.authors.model.plain_models import CARD, FENCE, bespoke, content, source
from tests.unit.models.model_fixtures import Desk, a_run, desk

ANSWERS = sorted((Path(__file__).parent / "answers").glob("*.txt"))
PAGE = (Path(__file__).parent / "answers" / "claude-code-bare.txt").read_text().split("---\n", 1)[1]
GOOD = json.dumps(content(CARD, {**CARD, "front": "What kind of thing is an enzyme?"}))


@dataclass
class Answering:
    """A provider that gives these answers in turn, the last one for ever."""

    answers: list[str]
    name: str = "openai"
    asked: list[Prompt] = field(default_factory=list)

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        self.asked.append(prompt)
        text = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        tokens = Tokens(prompt=100, output=100)
        return Completion(text=text, finish="stop", provider="openai", model=model, tokens=tokens)

    def count_tokens(self, prompt: Prompt, *, model: str) -> int:
        return 100

    def models(self) -> tuple[str, ...]:
        return ("small",)


def read(file: Path) -> tuple[str, str, int, str]:
    """Kind, expected outcome, expected calls and the answer of a file."""
    head, answer = file.read_text("utf-8").split("---\n", 1)
    found = re.fullmatch(r"kind: (\w+)\nexpect: (.+), calls (\d+)\n", head)
    assert found, f"the head of {file.name} cannot be read"
    return found[1], found[2], int(found[3]), answer


def asking(*answers: str) -> tuple[Answering, Desk]:
    provider = Answering(list(answers))
    return provider, desk(Route(provider=provider, model="small", local=True))


def outcome(kind: str, answer: str) -> tuple[str, int]:
    """What the answer came to, and how many calls were made."""
    provider, table = asking(answer, GOOD if kind == "spec" else PAGE)
    if kind == "spec":
        made = ModelAuthor(ask=table.ask, fence=FENCE).write_spec(
            source(), name="n", route="compiled", unsupported="mark", run=a_run()
        )
        activities = [a for section in made.document.sections for a in section.activities]
        return f"items {sum(len(a.items) for a in activities)}", len(provider.asked)
    coder = ModelCoder(ask=table.ask, fence=FENCE)
    document = _document()
    if kind == "code":
        html = coder.write(document, source(), run=a_run()).html
        assert html.lower().startswith("<!doctype html>")
        assert not re.search(r"<dd[^>]*role", html)
        return "code", len(provider.asked)
    report = CheckReport(status="failed", summary="", content_hash="0" * 64)
    broken = Broken(html=PAGE, report=report)
    try:
        patch = Strategy(name="patch", words="")
        mended = coder.mend(patch, document, source(), broken, run=a_run())
    except CodeUnusable:
        return "unusable", len(provider.asked)
    assert "<button>Count</button>" in mended.html
    return "change", len(provider.asked)


def _document():  # type: ignore[no-untyped-def]
    _, table = asking(json.dumps(bespoke()))
    return (
        ModelAuthor(ask=table.ask, fence=FENCE)
        .write_spec(source(), name="n", route="bespoke", unsupported="mark", run=a_run())
        .document
    )


def test_there_are_answers_of_five_families_and_every_style() -> None:
    families = {file.name.partition("-")[0] for file in ANSWERS}
    assert len(ANSWERS) >= 40
    assert families >= {"qwen", "llama", "mistral", "gemma", "gpt"}


@pytest.mark.parametrize("file", ANSWERS, ids=lambda file: file.stem)
def test_an_answer_leads_to_what_its_file_says(file: Path) -> None:
    kind, expected, calls, answer = read(file)
    assert outcome(kind, answer) == (expected, calls)
