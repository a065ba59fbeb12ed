"""What a kind of activity brings to the grammar, and what its readers and writers have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from praxeo.domain.spec import UNSUPPORTED, Evidence, Item
from praxeo.spec.faults import Fault, SpecInvalid, said
from praxeo.spec.lines import Lines
from praxeo.spec.marks import Marked, is_reference, split_evidence

_QUESTION = re.compile(r"Q:(?=[ \t]|$)")


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


@dataclass(frozen=True)
class Ending:
    """What ends an item that is written: its evidence in braces, and the marks that would be misread
    before it. `number` is the item's place in its activity, from 1."""

    evidence: str
    misread: tuple[re.Pattern[str], ...]
    number: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How a kind of activity stands in a spec.

    `example` is what an editor is offered, as many items as the kind needs, with {} for the evidence.
    `read` makes an item of its body, `write` gives its lines. `late_evidence` says that the evidence
    does not end the item's first line and is read with the rest. `may_be_empty` names fields.

    `faults` says what is wrong with an item beside what holds for all, `together` with all items at
    once; of what `differ` gives (what it is called, and its text) no two items have the same.
    """

    heading: str
    example: str
    read: Callable[[Body], Item]
    write: Callable[[Any, Ending], str]
    least: int = 1
    numbered: bool = False
    late_evidence: bool = False
    may_be_empty: frozenset[str] = frozenset()
    faults: Callable[[Any], Iterator[str]] = lambda item: iter(())
    together: Callable[[Sequence[Any]], str] = lambda items: ""
    differ: Callable[[Any], tuple[tuple[str, str], ...]] = lambda item: ()


def evidence_of(words: Marked, line: int, *, needed: bool) -> tuple[Marked, Evidence]:
    """The words without the braces at their end, and the references in these. SpecInvalid."""
    kept, braces = split_evidence(words)
    if braces is None:
        if needed:
            told = said(
                "evidence_missing",
                "It has no evidence; end it with braces such as {{b12.3}}, or {{own}} if it is yours.",
            )
            raise SpecInvalid((Fault(line, told),))
        return words, ()
    references = tuple(braces.split())
    if references == ("own",):
        return kept, ()
    if references == UNSUPPORTED:
        return kept, UNSUPPORTED
    if not references or not all(is_reference(word) for word in references):
        told = said(
            "evidence_unread",
            "“{{{words}}}” is not evidence; write it like {{b12.3}} or {{own}}, "
            "or put a backslash before the closing brace if it belongs to the text.",
            words=braces,
        )
        raise SpecInvalid((Fault(line, told),))
    return kept, references


def question_of(body: Body) -> Marked:
    """The words after "Q:"; SpecInvalid if the item does not begin so."""
    found = _QUESTION.match(body.words.shadow)
    if not found:
        raise body.refuse(said("item_begins", "An item here begins with “{start}”.", start="- Q: "))
    return body.words[found.end() :].strip()


def sides_of(body: Body, mark: re.Pattern[str], how: str) -> tuple[str, str]:
    """The texts before and after a mark; SpecInvalid says `how` such an item is written."""
    found = mark.search(body.words.shadow)
    if not found:
        raise body.refuse(
            said("item_written", "An item here is written “{how}”.", how=f"{how} {{b12.3}}")
        )
    left, right = body.words[: found.start()], body.words[found.end() :]
    return left.strip().text, right.strip().text
