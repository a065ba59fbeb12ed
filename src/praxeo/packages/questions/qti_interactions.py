"""Interactions of QTI 3: how each kind of question is shown and answered, and which response is right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from praxeo.packages.wording import Question, mixed

RESPONSE = "RESPONSE"
# What XML 1.0 has no sign for.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Interaction:
    """How one item is answered: its element, what goes around it, and the right response.

    `scored` says how much of the whole each part of the response counts; "" leaves the scoring to a person.
    """

    body: Element
    cardinality: str
    base: str
    right: Sequence[str]
    scored: str = "match_correct"


def choice(question: Question) -> Interaction:
    """One option is chosen."""
    body = element("qti-choice-interaction", shuffle="true", max_choices="1")
    _prompt(body, question.front)
    for number, option in enumerate(question.options):
        _said(body, "qti-simple-choice", option, identifier=f"A{number}")
    right = [f"A{question.options.index(answer)}" for answer in question.answers]
    return Interaction(body=body, cardinality="single", base="identifier", right=right)


def order(question: Question) -> Interaction:
    """Steps are brought into order."""
    body = element("qti-order-interaction", shuffle="true")
    _prompt(body, question.front)
    shown = mixed(tuple(dict.fromkeys(question.answers)))
    for number, step in enumerate(shown):
        _said(body, "qti-simple-choice", step, identifier=f"A{number}")
    right = [f"A{shown.index(step)}" for step in dict.fromkeys(question.answers)]
    return Interaction(body=body, cardinality="ordered", base="identifier", right=right)


def text_entry(before: str, after: str, accepted: Sequence[str]) -> Interaction:
    """A gap in a sentence is typed; all that is accepted counts as much."""
    body = Element("p")
    body.text = clean(before)
    entry = element("qti-text-entry-interaction", expected_length=str(max(map(len, accepted))))
    entry.tail = clean(after)
    entry.set("response-identifier", RESPONSE)
    body.append(entry)
    scored = "each" if len(accepted) == 1 else "any"
    return Interaction(
        body=body, cardinality="single", base="string", right=accepted, scored=scored
    )


def match(title: str, questions: Sequence[Question]) -> Interaction:
    """Two columns are matched."""
    ends = mixed(tuple(dict.fromkeys(each.answers[0] for each in questions)))
    body = element("qti-match-interaction", shuffle="true", max_associations=str(len(questions)))
    _prompt(body, title)
    left, right = (SubElement(body, "qti-simple-match-set") for _ in range(2))
    once, often = {"match-max": "1"}, {"match-max": str(len(questions))}
    for number, question in enumerate(questions):
        _said(left, "qti-simple-associable-choice", question.front, f"L{number}", once)
    for number, end in enumerate(ends):
        _said(right, "qti-simple-associable-choice", end, f"R{number}", often)
    pairs = [f"L{at} R{ends.index(each.answers[0])}" for at, each in enumerate(questions)]
    return Interaction(
        body=body, cardinality="multiple", base="directedPair", right=pairs, scored="each"
    )


def gap_match(title: str, questions: Sequence[Question]) -> Interaction:
    """Sentences that lack their end are filled from a list."""
    ends = mixed(tuple(dict.fromkeys(each.answers[0] for each in questions)))
    body = element("qti-gap-match-interaction", shuffle="true")
    _prompt(body, title)
    for number, end in enumerate(ends):
        often = {"match-max": str(len(questions))}
        _said(body, "qti-gap-text", end, f"T{number}", often)
    for number, question in enumerate(questions):
        line = SubElement(body, "p")
        line.text = clean(f"{question.front} ")
        SubElement(line, "qti-gap", identifier=f"G{number}")
    pairs = [f"T{ends.index(each.answers[0])} G{at}" for at, each in enumerate(questions)]
    return Interaction(
        body=body, cardinality="multiple", base="directedPair", right=pairs, scored="each"
    )


def written(question: Question) -> Interaction:
    """A card: what is written is held against the answer by a person."""
    body = element("qti-extended-text-interaction")
    _prompt(body, question.front)
    return Interaction(
        body=body, cardinality="single", base="string", right=question.answers, scored=""
    )


def element(tag: str, **attributes: str) -> Element:
    """An element; attributes are written with underscores for their hyphens."""
    return Element(tag, {name.replace("_", "-"): value for name, value in attributes.items()})


def _prompt(body: Element, text: str) -> None:
    SubElement(body, "qti-prompt").text = clean(text)


def _said(
    body: Element, tag: str, text: str, identifier: str, more: dict[str, str] | None = None
) -> None:
    SubElement(body, tag, {"identifier": identifier, **(more or {})}).text = clean(text)


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NO_XML.sub("", text)
