"""Headings that ask, with one short paragraph below that answers: "Can I freeze the starter?" – "Yes, for up to six months." """

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.answer_sense import SHORTEST_ANSWER, is_answer, is_question
from praxeo.authors.offline.harvest.key_sentences import key_sentence
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card

RULE = "answered_heading"
LONGEST_PARAGRAPH = 70  # words; a longer text is a section, not an answer

_NUMBER = re.compile(r"^(?:Q\s*\d*\s*[:.]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+")


def answered_headings(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A card for each question that stands over one short paragraph, or on the line above it."""
    found = []
    for at, one in enumerate(placed):
        if one.role in ("key", "goals", "references"):
            continue
        question, answer, held = _of_two_lines(one) or _of_two_blocks(placed, at)
        told = _told(question, answer) if question else ""
        if told and is_answer(question, told):
            found.append(_card(question, told, held))
    return found


def _of_two_lines(one: RoledBlock) -> tuple[str, str, tuple[Block, ...]] | None:
    first, _, rest = one.block.text.partition("\n")
    if one.block.kind != "paragraph" or not rest or not is_question(even(first)):
        return None
    return even(first), even(rest), (one.block,)


def _of_two_blocks(placed: Sequence[RoledBlock], at: int) -> tuple[str, str, tuple[Block, ...]]:
    """A heading, or a bold line, and the one paragraph that stands between it and the next."""
    one, below = placed[at].block, [other.block for other in placed[at + 1 : at + 3]]
    question = _NUMBER.sub("", even(one.text))
    if not _opens(one) or not is_question(question) or not below or below[0].kind != "paragraph":
        return "", "", ()
    alone = len(below) == 1 or _opens(below[1])
    return (
        (question, even(below[0].text), (one, below[0]))
        if alone and not _opens(below[0])
        else ("", "", ())
    )


def _opens(block: Block) -> bool:
    bold = any(m.style == "strong" and m.end - m.start >= len(block.text) - 1 for m in block.marks)
    return block.kind == "heading" or (block.kind == "paragraph" and bold)


def _told(question: str, answer: str) -> str:
    """The sentence that surely answers; else the first one, with the next where that is but a word."""
    if not answer or count_words(answer) > LONGEST_PARAGRAPH:
        return ""
    block = Block(id="b0", kind="paragraph", text=answer)
    if sure := key_sentence(question, [block]):
        return sure[0]
    told = [sentence.text for sentence in sentences_of(block)]
    short = len(told) > 1 and count_words(told[0]) < SHORTEST_ANSWER
    return f"{told[0]} {told[1]}" if short else told[0]


def _card(question: str, told: str, held: tuple[Block, ...]) -> Candidate:
    evidence = tuple(block.id for block in held)
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=told, evidence=evidence),
        prompt=question,
        answer=told,
        quote=" ".join(block.text for block in held),
        rule=RULE,
        subject=question,
    )
