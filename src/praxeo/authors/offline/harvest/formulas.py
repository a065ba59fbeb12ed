"""Sentences that end in a formula ask for it: "The rest energy of a body is …" among others of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from praxeo.authors.offline.cleaning import key, words
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.domain.blocks import Block, Mark
from praxeo.domain.spec import Card, Choice, Item

RULE = "stated_formula"
FEWEST_DISTRACTORS, MOST_DISTRACTORS = 2, 3
FEWEST_WORDS = 3  # of what a formula is said to be
_ASSIGNS = re.compile(
    r"(?:\b(?:is|are|equals|reads|becomes|gives|ist|sind|lautet|beträgt|gilt|est|es|è)(?: about)?|[:,])$"
)
_RELATES = re.compile(r"[=≈≡≤≥<>∝]|[→⟶⇌⇄↔]")
_ARROWS = frozenset("→⟶⇌⇄↔")


class StatedFormula(NamedTuple):
    """A formula that the source says something to be."""

    opening: str
    formula: str
    evidence: tuple[str, ...]
    quote: str


def formula_questions(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A choice among the formulas of the source, the nearest first; a card where there are too few of a sort."""
    stated = _stated(placed)
    return [_candidate(each, _distractors(at, stated)) for at, each in enumerate(stated)]


def _stated(placed: Sequence[RoledBlock]) -> list[StatedFormula]:
    """All in order: at the end of a sentence, or in the block after a colon."""
    body = [one.block for one in placed if one.role in ("body", "summary")]
    found = []
    for before, block in pairwise([Block(id="", kind="heading", text=""), *body]):
        if block.kind in ("paragraph", "list_item"):
            made = [_in_block(before, block), *map(_in_sentence, sentences_of(block))]
            found += [stated for stated in made if stated]
    return [
        stated
        for stated in found
        if len(words(stated.opening)) >= FEWEST_WORDS
        and _RELATES.search(stated.formula)
        and not leans_on_others(stated.opening)
    ]


def _candidate(stated: StatedFormula, wrong: tuple[str, ...]) -> Candidate:
    front = f"{stated.opening.rstrip(':,').rstrip()} …"
    item: Item = Card(front=front, back=stated.formula, evidence=stated.evidence)
    if len(wrong) >= FEWEST_DISTRACTORS:
        item = Choice(
            question=front, answer=stated.formula, distractors=wrong, evidence=stated.evidence
        )
    return Candidate(
        kind="choice" if isinstance(item, Choice) else "flashcards",
        item=item,
        prompt=front,
        answer=stated.formula,
        quote=stated.quote,
        rule=RULE,
    )


def _in_sentence(sentence: Sentence) -> StatedFormula | None:
    end = sentence.start + len(sentence.text)
    marks = [m for m in sentence.block.marks if m.formula and sentence.start <= m.start < end]
    if len(marks) != 1 or sentence.block.text[marks[0].end : end].strip(" .!"):
        return None
    opening = sentence.block.text[sentence.start : marks[0].start].strip()
    if not _ASSIGNS.search(opening):
        return None
    return StatedFormula(
        opening, _text(sentence.block, marks[0]), (sentence.reference,), sentence.text
    )


def _in_block(before: Block, block: Block) -> StatedFormula | None:
    alone = next((m for m in block.marks if m.formula and _text(block, m) == block.text), None)
    if alone is None or not before.text.endswith(":") or before.kind == "heading":
        return None
    last = sentences_of(before)[-1]
    if any(m.formula and m.start >= last.start for m in before.marks):
        return None
    evidence = (last.reference, f"{block.id}.1")
    return StatedFormula(last.text, block.text, evidence, f"{last.text} {block.text}")


def _text(block: Block, mark: Mark) -> str:
    return block.text[mark.start : mark.end]


def _distractors(at: int, every: Sequence[StatedFormula]) -> tuple[str, ...]:
    """Other formulas of the same sort: equations beside equations, reactions beside reactions."""
    own = every[at].formula
    found: dict[str, str] = {}
    for _, other in sorted(enumerate(every), key=lambda each: abs(each[0] - at)):
        same_sort = bool(_ARROWS & set(other.formula)) == bool(_ARROWS & set(own))
        if same_sort and key(other.formula) != key(own):
            found.setdefault(key(other.formula), other.formula)
    return tuple(found.values())[:MOST_DISTRACTORS]
