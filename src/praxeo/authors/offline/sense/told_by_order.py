"""Questions for the step before or behind another one: where the steps are put in order, that is asked already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.material import Candidate

SHORTEST_NAME = 5  # letters of a word by which a step is known

_ASKS_ORDER = re.compile(
    r"\b(?:follow\w*|next|after|before|precedes?|folgt|folgen|nach|danach|vor|kommt|suit|suivent|après|avant|précède|sigue|después|antes|precede)\b",
    re.IGNORECASE,
)


def asks_the_order(
    candidates: Iterable[Candidate], admitted: Callable[[Candidate], bool]
) -> Callable[[Candidate], bool]:
    """Whether an item asks which step stands beside which, of steps that are `admitted` to be put in order."""
    steps: dict[str, list[set[str]]] = defaultdict(list)
    for one in candidates:
        if one.kind == "ordering" and admitted(one):
            steps[one.group].append(_names(one.answer))

    def asked(candidate: Candidate) -> bool:
        if candidate.kind not in ("flashcards", "choice") or not _ASKS_ORDER.search(candidate.prompt):  # fmt: skip
            return False
        question, answer = _names(candidate.prompt), _names(candidate.answer)
        return any(_beside(own, question, answer) for own in steps.values())

    return asked


def _beside(steps: list[set[str]], question: set[str], answer: set[str]) -> bool:
    """Whether the question names one step and the answer another, by words that no other step has."""
    own = [step - set().union(*(s for s in steps if s is not step)) for step in steps]
    named = {n for n, words in enumerate(own) if words & question}
    meant = {n for n, words in enumerate(own) if words & answer}
    return bool(named and meant and not named & meant)


def _names(text: str) -> set[str]:
    return {word for word in key(text).split() if len(word) >= SHORTEST_NAME}
