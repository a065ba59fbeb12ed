"""Items as questions and answers in words, for formats that know no more than that."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from praxeo.domain.spec import Asked
from praxeo.packages.practice import Group, Practice

GAP = "_____"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, what is right (for a gap: all that counts as right), and what goes with it.

    `front` stays when the answer changes. `options` are what is chosen from or brought into order, in an order that
    says nothing; `gap` holds what stands before and after a gap.
    """

    front: str
    answers: tuple[str, ...]
    options: tuple[str, ...] = ()
    gap: tuple[str, str] | None = None
    explanation: str = ""


def questions_of(group: Group) -> Iterator[Question]:
    """The questions of an activity; what is brought into order is one question."""
    if group.row.played == "order":
        steps = tuple(_step(item) for item in group.items)
        yield Question(front=group.title, answers=steps, options=mixed(steps))
        return
    for item in group.items:
        yield _question(_asked(group, item), item.get("explanation", ""))


def bank_of(group: Group) -> tuple[str, ...]:
    """What the items of a matching or sorting go with, each once, in an order that says nothing: on paper it is needed."""
    sides = tuple({item["right"]: None for item in group.items if "right" in item})
    bank = mixed(sides)
    return bank[1:] + bank[:1] if bank == sides else bank


def all_questions(practice: Practice) -> Iterator[tuple[Group, Question]]:
    """All questions of the app with the activity that each stands in."""
    for group in practice.groups:
        for question in questions_of(group):
            yield group, question


def mixed(options: tuple[str, ...]) -> tuple[str, ...]:
    """The options in an order that is always the same and does not tell which is right."""
    return tuple(sorted(options, key=lambda each: hashlib.sha256(each.encode()).digest()))


def _question(asked: Asked, explanation: str) -> Question:
    if asked.accepted:
        return Question(
            front=f"{asked.before}{GAP}{asked.after}",
            answers=asked.accepted,
            gap=(asked.before, asked.after),
            explanation=explanation,
        )
    return Question(
        front=asked.front,
        answers=asked.answers,
        options=mixed(asked.answers + asked.wrong) if asked.wrong else (),
        explanation=explanation,
    )


def _asked(group: Group, item: dict[str, Any]) -> Asked:
    """The item of an app as the record that its spec has it as."""
    stated: dict[str, Any] = {
        field.name: tuple(item[field.name])
        if isinstance(item[field.name], list)
        else item[field.name]
        for field in fields(group.row.item)
    }
    return group.row.item(**stated).asked()


def _step(item: dict[str, Any]) -> str:
    return f"{item['when']}: {item['text']}" if "when" in item else str(item["text"])
