"""Exercises with keys as items: questions, statements that are true or false, gaps, and what is to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.exercises.asked import Exercise, exercises_in
from praxeo.authors.offline.harvest.exercises.keys import ExerciseKey, exercise_keys
from praxeo.authors.offline.harvest.exercises.paired import with_keys
from praxeo.authors.offline.harvest.exercises.parts import part_of
from praxeo.authors.offline.harvest.gap_texts import filled_gaps, has_gap
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Pair

MATCHED = "own_matching"
FEWEST_PAIRS, LONGEST_SIDE = 3, 25  # words of a side
_LOOSE_END = re.compile(r"[\s—–-]+$")


def exercise_candidates(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """An item for each part that its key answers. What is practised whole is no longer read."""
    found: list[Candidate] = []
    keys = list(exercise_keys(placed))
    told = {key.block.id for key in keys}
    asked = exercises_in([one for one in placed if one.block.id not in told])
    for exercise, key in with_keys(list(asked), keys):
        if key.pairs:
            found += _matched(exercise, key, phrases)
        elif key.letters:
            found += [made for label in exercise.parts if (made := part_of(exercise, key, label, phrases))]  # fmt: skip
        else:
            found += _by_number(exercise, key, phrases)
    return found


def _by_number(exercise: Exercise, key: ExerciseKey, phrases: Phrases) -> Iterator[Candidate]:
    run = [one for one in exercise.blocks if has_gap(one.block)]
    if run and key.text:
        yield from filled_gaps(run, key.block, key.text)
    else:
        made = (part_of(exercise, key, label, phrases) for label in exercise.counted)
        yield from (one for one in made if one)


def _matched(exercise: Exercise, key: ExerciseKey, phrases: Phrases) -> Iterator[Candidate]:
    sides = [
        (number, _LOOSE_END.sub("", exercise.counted[number]), exercise.parts[letter], letter)
        for number, letter in key.pairs.items()
    ]
    if len(sides) < FEWEST_PAIRS or any(count_words(f"{a} {b}") > 2 * LONGEST_SIDE for _, a, b, _ in sides):  # fmt: skip
        return
    taken = (*dict.fromkeys(one.block.id for one in exercise.blocks), key.block.id)
    for number, left, right, letter in sides:
        held = dict.fromkeys((exercise.held[number], exercise.held[letter], key.block))
        yield Candidate(
            kind="matching",
            item=Pair(left=left, right=right, evidence=tuple(block.id for block in held)),
            prompt=left,
            answer=right,
            quote=" ".join(block.text for block in held),
            rule=MATCHED,
            group=f"matched {exercise.blocks[0].block.id}",
            title=phrases.matching,
            taken=taken,
        )
