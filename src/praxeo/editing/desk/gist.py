"""What an item comes down to in any kind: something in front, and what answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from praxeo.domain.spec import (
    ITEM_OF_KIND,
    ActivityKind,
    Card,
    Choice,
    Cloze,
    Event,
    Evidence,
    Item,
    Link,
    Pair,
    Step,
    Term,
)
from praxeo.editing.desk.fields import made_item

GAP = "…"  # stands for the gap of a cloze where the rest of it becomes a question


@dataclass(frozen=True, kw_only=True)
class Gist:
    """What an item comes down to in any kind."""

    front: str
    answer: str
    wrong: tuple[str, ...] = ()
    label: str = ""
    evidence: Evidence = ()


def gist_of(item: Item) -> Gist:
    """What the item comes down to."""
    match item:
        case Term():
            front, answer = item.term, item.definition
        case Card():
            front, answer = item.front, item.back
        case Cloze():
            front, answer = f"{item.before}{GAP}{item.after}", item.answer
        case Choice():
            return Gist(
                front=item.question,
                answer=item.answer,
                wrong=item.distractors,
                evidence=item.evidence,
            )
        case Pair():
            front, answer = item.left, item.right
        case Step():
            front, answer = "", item.text
        case Event():
            front, answer = item.when, item.text
        case Link():
            return Gist(front=item.start, answer=item.end, label=item.label, evidence=item.evidence)
    return Gist(front=front, answer=answer, evidence=item.evidence)


def item_of(kind: ActivityKind, gist: Gist) -> Item:
    """An item of this kind that says it."""
    return made_item(kind, _SAID[ITEM_OF_KIND[kind]](gist), gist.evidence)


def _asked(gist: Gist) -> str:
    return " ".join(filter(None, (gist.front, gist.label)))


def _gap(gist: Gist) -> dict[str, Any]:
    before, gap, after = gist.front.partition(GAP)
    if not gap:
        before = f"{_asked(gist)} " if _asked(gist) else ""
    return {"before": before, "answer": gist.answer, "after": after}


_SAID: Mapping[type, Callable[[Gist], dict[str, Any]]] = {
    Term: lambda gist: {"term": _asked(gist), "definition": gist.answer},
    Card: lambda gist: {"front": _asked(gist), "back": gist.answer},
    Cloze: _gap,
    Choice: lambda gist: {
        "question": _asked(gist),
        "answer": gist.answer,
        "distractors": gist.wrong,
    },
    Pair: lambda gist: {"left": _asked(gist), "right": gist.answer},
    Step: lambda gist: {"text": ": ".join(filter(None, (_asked(gist), gist.answer)))},
    Event: lambda gist: {"when": _asked(gist), "text": gist.answer},
    Link: lambda gist: {"start": gist.front, "label": gist.label, "end": gist.answer},
}
