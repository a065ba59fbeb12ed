"""Steps that are no list: counted off within a paragraph, or named one by one ("Stage 1 – Glycolysis: …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.entries import STAGE
from praxeo.authors.offline.harvest.exercises.enumerated import NUMBERS, counted_off
from praxeo.authors.offline.harvest.procedures import (
    FEWEST_STEPS,
    MOST_STEPS,
    is_step,
    orders,
    step_candidates,
)
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock

_CLAUSE = re.compile(r"(?<=[.!?])\s+")


def told_steps(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """The steps of every paragraph that counts them off, and of blocks that each name their stage."""
    body = [one for one in placed if one.role in ("body", "summary")]
    found = [step for one in body for step in _in_line(one)]
    return found + [step for run in _staged(body) for step in _of_stages(run)]


def _in_line(one: RoledBlock) -> list[Candidate]:
    """ "The steps are: 1. … 2. …": the last one ends with its sentence."""
    if one.block.kind != "paragraph":
        return []
    lead, told = counted_off(even(one.block.text), NUMBERS)
    said = _CLAUSE.split(lead)[-1]
    if not FEWEST_STEPS <= len(told) <= MOST_STEPS or not said.endswith(":") or not orders(said):
        return []
    texts = [_CLAUSE.split(text)[0].rstrip(" .;,:") for text in told.values()]
    if not all(map(is_step, texts)) or len({text.lower() for text in texts}) != len(texts):
        return []
    return step_candidates([(text, one.block.id, one.block) for text in texts])


def _staged(body: Sequence[RoledBlock]) -> Iterator[list[RoledBlock]]:
    """Runs of blocks of one kind whose stages count up from one."""
    run: list[RoledBlock] = []
    for one in body:
        stage = STAGE.match(one.block.text)
        if stage and int(stage["number"]) == len(run) + 1 and (not run or _alike(run[-1], one)):
            run.append(one)
        elif stage or one.block.kind == "heading" or (run and run[0].block.kind != "heading"):
            yield run
            run = [one] if stage and int(stage["number"]) == 1 else []
    yield run


def _alike(one: RoledBlock, two: RoledBlock) -> bool:
    return (one.block.kind, one.block.level) == (two.block.kind, two.block.level)


def _of_stages(run: Sequence[RoledBlock]) -> list[Candidate]:
    if not FEWEST_STEPS <= len(run) <= MOST_STEPS:
        return []
    steps = []
    for one in run:
        first = sentences_of(one.block)[0]
        stage = STAGE.match(first.text)
        text = even(first.text[stage.end() :]).rstrip(" .;:") if stage else ""
        steps.append((text, first.reference, one.block))
    return step_candidates(steps) if all(is_step(text) for text, _, _ in steps) else []
