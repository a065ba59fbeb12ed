"""A model that is asked for changes in words: it answers as it was told to, as often as it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from praxeo.ports.models import Completion, ModelRun, ModelUnavailable, Prompt

Answer = Literal["edit", "unchanged", "nonsense", "wrong", "fault"]


class ObligingModel:
    """An `Ask` whose next answer `says` tells."""

    def __init__(self) -> None:
        self.answer: Answer = "unchanged"
        self.text = ""

    def says(self, answer: Answer, before: str = "", after: str = "") -> None:
        """Answer from now on with this edit, or otherwise."""
        self.answer = answer
        self.text = {
            "unchanged": "UNCHANGED: it is fine as it is.",
            "nonsense": "<<<<<<< SEARCH\nnowhere to be found\n=======\nmore\n>>>>>>> REPLACE\n",
        }.get(answer, f"<<<<<<< SEARCH\n{before}\n=======\n{after}\n>>>>>>> REPLACE\n")

    def __call__(
        self, prompt: Prompt, *, run: ModelRun, on_text: Callable[[str], None] | None = None
    ) -> Completion:
        if self.answer == "fault":
            raise ModelUnavailable("model_missing", "There is no such model.", retryable=False)
        return Completion(text=self.text, finish="stop", provider="obliging", model="obliging")
