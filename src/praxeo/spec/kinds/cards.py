"""Terms, flashcards and recall: what has a front and a back."""

from __future__ import annotations

import re

from praxeo.domain.spec import Card, Term
from praxeo.spec.faults import said
from praxeo.spec.kinds.form import Body, Ending, Form, evidence_of, question_of
from praxeo.spec.marks import ends_like_evidence, write_marks, write_unevidenced

_TERM = re.compile(r"\*\*(.*?)\*\*[ \t]*:")
_WRITTEN = "- **term**: its meaning {b12.3}"
_STAR = re.compile(r"\*")
_ANSWER = re.compile(r"[ \t]*A:(?=[ \t]|$)")


def _read_term(body: Body) -> Term:
    found = _TERM.match(body.words.shadow)
    if not found:
        raise body.refuse(said("item_written", "A term is written “{how}”.", how=_WRITTEN))
    return Term(
        term=body.words[found.start(1) : found.end(1)].strip().text,
        definition=body.words[found.end() :].strip().text,
        evidence=body.evidence,
    )


def _write_term(item: Term, ending: Ending) -> str:
    definition = write_marks(item.definition, *ending.misread)
    return f"- **{write_marks(item.term, _STAR)}**: {definition}{ending.evidence}"


def _read_card(body: Body) -> Card:
    front = question_of(body)
    following = body.lines.peek_item_line()
    if following is None or not _ANSWER.match(following.words.shadow):
        raise body.refuse(said("answer_missing", "The line after a question begins with “  A:”."))
    line = body.lines.take()
    answer = _ANSWER.match(line.words.shadow)
    assert answer
    words = line.words[answer.end() :].strip()
    words, evidence = evidence_of(words, line.number, needed=body.sourced)
    if ends_like_evidence(front.shadow):
        raise body.refuse(
            said("evidence_misplaced", "The evidence of a card stands at the end of its answer.")
        )
    return Card(front=front.text, back=words.text, evidence=evidence)


def _write_card(item: Card, ending: Ending) -> str:
    answer = write_marks(item.back, *ending.misread)
    return f"- Q: {write_unevidenced(item.front)}\n  A: {answer}{ending.evidence}"


TERMS = Form(
    heading="Terms",
    example="- **term**: what it means {}",
    read=_read_term,
    write=_write_term,
)
FLASHCARDS = Form(
    heading="Flashcards",
    example="- Q: Question?\n  A: Answer. {}",
    read=_read_card,
    write=_write_card,
    late_evidence=True,
)
RECALL = Form(
    heading="Recall",
    example="- Q: Say in your own words what …\n  A: What should be said. {}",
    read=_read_card,
    write=_write_card,
    late_evidence=True,
)
