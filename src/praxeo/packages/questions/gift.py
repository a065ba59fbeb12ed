"""GIFT: the text format of question banks that Moodle and others read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.domain.spec import Played, Term
from praxeo.packages.packing import Packing
from praxeo.packages.practice import Group
from praxeo.packages.wording import Question, questions_of

# What is put in order has no place in it.
PLAYED: frozenset[Played] = frozenset({"card", "cloze", "choice", "pairs"})
_LEAST_PAIRS = 3  # of a matching question; fewer are asked one by one
_SIGNS = re.compile(r"([~=#{}:\\])")


def gift(packing: Packing) -> bytes:
    """The practice as questions: terms by their meaning, cards as essays with the answer as feedback."""
    parts = [f"// {_plain(packing.practice.title)}"]
    section = ""
    for group in packing.practice.groups:
        if group.row.played not in PLAYED:
            continue
        if group.section != section:
            section = group.section
            parts.append(f"$CATEGORY: {_category(packing.practice.title)}/{_category(section)}")
        parts += _questions(group)
    return ("\n\n".join(parts) + "\n").encode()


def _questions(group: Group) -> Iterator[str]:
    questions = list(questions_of(group))
    if group.row.played == "pairs" and len(questions) >= _LEAST_PAIRS:
        pairs = "".join(f"\n={_said(each.front)} -> {_said(each.answers[0])}" for each in questions)
        yield f"::{_said(group.title)}:: {_said(group.title)} {{{pairs}\n}}"
        return
    for question in questions:
        name, body = _said(question.front), _body(group, question)
        yield f"::{name}:: {body}"


def _body(group: Group, question: Question) -> str:
    why = f"\n####{_said(question.explanation)}" if question.explanation else ""
    right = "".join(f"\n={_said(answer)}" for answer in question.answers)
    if question.gap is not None:
        before, after = map(_said, question.gap)
        return f"{before}{{{right}{why}\n}}{after}"
    if group.row.item is Term:
        return f"{_said(question.answers[0])} {{\n={_said(question.front)}{why}\n}}"
    if group.row.played == "card":
        told = "\\n".join(filter(None, (_said(question.answers[0]), _said(question.explanation))))
        return f"{_said(question.front)} {{\n####{told}\n}}"
    wrong = "".join(
        f"\n~{_said(option)}" for option in question.options if option not in question.answers
    )
    return f"{_said(question.front)} {{{right}{wrong}{why}\n}}"


def _said(text: str) -> str:
    """Words that mean nothing to the format; it knows line breaks as a sign of its own."""
    return _SIGNS.sub(r"\\\1", text).replace("\r", "").replace("\n", "\\n")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _category(text: str) -> str:
    """The name of a category; a slash would part it."""
    return _plain(text).replace("/", "//")
