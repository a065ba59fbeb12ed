"""How each kind of item is read from its lines; `item_text` writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from praxeo.domain.spec import (
    UNSUPPORTED,
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
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.item_text import ARROW, BAR, EQUALS
from praxeo.spec.lines import Line, Lines
from praxeo.spec.marks import (
    Marked,
    ends_like_evidence,
    is_reference,
    split_evidence,
)

HEADING_OF_KIND: dict[ActivityKind, str] = {
    "terms": "Terms",
    "flashcards": "Flashcards",
    "cloze": "Cloze",
    "choice": "Choice",
    "matching": "Matching",
    "ordering": "Ordering",
    "timeline": "Timeline",
    "cause_effect": "Cause and effect",
    "concept_map": "Concept map",
    "recall": "Recall",
}

_BULLET = re.compile(r"[ \t]*[-*][ \t]+")
_NUMBER = re.compile(r"[ \t]*[0-9]+[.)][ \t]+")
_TERM = re.compile(r"\*\*(.*?)\*\*[ \t]*:")
_QUESTION = re.compile(r"Q:(?=[ \t]|$)")
_ANSWER = re.compile(r"[ \t]*A:(?=[ \t]|$)")
_OPTION = re.compile(r"[ \t]*[-*][ \t]+\[([ xX])\](?=[ \t]|$)")
_LINK_START = re.compile(r"(?<![^ \t])-\(")
_LINK_END = re.compile(r"\)->(?=[ \t]|\Z)")


@dataclass(frozen=True)
class Body:
    """An item's words without its bullet and evidence, and the lines that may still belong to it."""

    words: Marked
    evidence: Evidence
    line: int
    lines: Lines
    sourced: bool

    def refuse(self, message: str) -> SpecInvalid:
        return SpecInvalid((Fault(self.line, message),))


def read_item(kind: ActivityKind, lines: Lines, *, sourced: bool) -> Item:
    """The next item; SpecInvalid if its first line, or a line it needs, does not fit the grammar."""
    first = lines.take()
    bullet = (_NUMBER if kind == "ordering" else _BULLET).match(first.words.shadow)
    if not bullet:
        start = "1. " if kind == "ordering" else "- "
        raise SpecInvalid((Fault(first.number, f"An item here begins with “{start}”."),))
    words = first.words[bullet.end() :].strip()
    evidence: Evidence = ()
    if kind not in {"flashcards", "recall"}:
        words, evidence = _evidence_of(words, first.number, needed=sourced)
    return _READERS[kind](
        Body(words=words, evidence=evidence, line=first.number, lines=lines, sourced=sourced)
    )


def read_goal(lines: Lines) -> tuple[str, Evidence]:
    """The next learning goal and its evidence, which a goal may do without."""
    first = lines.take()
    bullet = _BULLET.match(first.words.shadow)
    if not bullet:
        raise SpecInvalid((Fault(first.number, "A goal begins with “- ”."),))
    words, evidence = _evidence_of(first.words[bullet.end() :].strip(), first.number, needed=False)
    return words.text, evidence


def _evidence_of(words: Marked, line: int, *, needed: bool) -> tuple[Marked, Evidence]:
    kept, braces = split_evidence(words)
    if braces is None:
        if needed:
            told = (
                "It has no evidence; end it with braces such as {b12.3}, or {own} if it is yours."
            )
            raise SpecInvalid((Fault(line, told),))
        return words, ()
    references = tuple(braces.split())
    if references == ("own",):
        return kept, ()
    if references == UNSUPPORTED:
        return kept, UNSUPPORTED
    if not references or not all(is_reference(word) for word in references):
        told = (
            f"“{{{braces}}}” is not evidence; write it like {{b12.3}} or {{own}}, "
            "or put a backslash before the closing brace if it belongs to the text."
        )
        raise SpecInvalid((Fault(line, told),))
    return kept, references


def _read_term(body: Body) -> Term:
    found = _TERM.match(body.words.shadow)
    if not found:
        raise body.refuse("A term is written “- **term**: its meaning {b12.3}”.")
    return Term(
        term=body.words[found.start(1) : found.end(1)].strip().text,
        definition=body.words[found.end() :].strip().text,
        evidence=body.evidence,
    )


def _read_card(body: Body) -> Card:
    front = _question(body, body.words)
    following = body.lines.peek_item_line()
    if following is None or not _ANSWER.match(following.words.shadow):
        raise body.refuse("The line after a question begins with “  A:”.")
    line = body.lines.take()
    answer = _ANSWER.match(line.words.shadow)
    assert answer
    words = line.words[answer.end() :].strip()
    words, evidence = _evidence_of(words, line.number, needed=body.sourced)
    if ends_like_evidence(front.shadow):
        raise body.refuse("The evidence of a card stands at the end of its answer.")
    return Card(front=front.text, back=words.text, evidence=evidence)


def _question(body: Body, words: Marked) -> Marked:
    found = _QUESTION.match(words.shadow)
    if not found:
        raise body.refuse("An item here begins with “- Q: ”.")
    return words[found.end() :].strip()


def _read_cloze(body: Body) -> Cloze:
    shadow = body.words.shadow
    count, start, end = 0, 0, 0
    opens = shadow.find("[[")
    while opens >= 0 and (closes := shadow.find("]]", opens)) >= 0:
        count, start, end = count + 1, opens, closes
        opens = shadow.find("[[", closes)
    if count != 1:
        raise body.refuse(f"It needs exactly one [[gap]], not {count}.")
    answer, *accept = body.words[start + 2 : end].split("|")
    return Cloze(
        before=body.words[:start].strip(right=False).text,
        answer=answer.strip().text,
        after=body.words[end + 2 :].strip(left=False).text,
        accept=tuple(spelling.strip().text for spelling in accept),
        evidence=body.evidence,
    )


def _read_choice(body: Body) -> Choice:
    question = _question(body, body.words)
    right: list[str] = []
    wrong: list[str] = []
    misplaced: Line | None = None
    while (line := body.lines.peek_item_line()) and (found := _OPTION.match(line.words.shadow)):
        body.lines.take()
        words = line.words[found.end() :].strip()
        (wrong if found.group(1) == " " else right).append(words.text)
        if ends_like_evidence(words.shadow):
            misplaced = line
    if misplaced:
        told = "The evidence of a choice stands at the end of its question, not of an option."
        raise SpecInvalid((Fault(misplaced.number, told),))
    if len(right) != 1:
        raise body.refuse(f"It needs exactly one right option marked [x], not {len(right)}.")
    return Choice(
        question=question.text,
        answer=right[0],
        distractors=tuple(wrong),
        evidence=body.evidence,
    )


def _sides(body: Body, mark: re.Pattern[str], how: str) -> tuple[str, str]:
    found = mark.search(body.words.shadow)
    if not found:
        raise body.refuse(f"An item here is written “{how} {{b12.3}}”.")
    left, right = body.words[: found.start()], body.words[found.end() :]
    return left.strip().text, right.strip().text


def _read_match(body: Body) -> Pair:
    left, right = _sides(body, EQUALS, "- one = the other")
    return Pair(left=left, right=right, evidence=body.evidence)


def _read_cause(body: Body) -> Pair:
    left, right = _sides(body, ARROW, "- cause -> effect")
    return Pair(left=left, right=right, evidence=body.evidence)


def _read_event(body: Body) -> Event:
    when, text = _sides(body, BAR, "- when | what happened")
    return Event(when=when, text=text, evidence=body.evidence)


def _read_step(body: Body) -> Step:
    return Step(text=body.words.text, evidence=body.evidence)


def _read_link(body: Body) -> Link:
    start = _LINK_START.search(body.words.shadow)
    end = _LINK_END.search(body.words.shadow, start.end()) if start else None
    if start is None or end is None:
        raise body.refuse("An item here is written “- start -(label)-> end {b12.3}”.")
    return Link(
        start=body.words[: start.start()].strip().text,
        label=body.words[start.end() : end.start()].strip().text,
        end=body.words[end.end() :].strip().text,
        evidence=body.evidence,
    )


_READERS: dict[ActivityKind, Callable[[Body], Item]] = {
    "terms": _read_term,
    "flashcards": _read_card,
    "cloze": _read_cloze,
    "choice": _read_choice,
    "matching": _read_match,
    "ordering": _read_step,
    "timeline": _read_event,
    "cause_effect": _read_cause,
    "concept_map": _read_link,
    "recall": _read_card,
}
