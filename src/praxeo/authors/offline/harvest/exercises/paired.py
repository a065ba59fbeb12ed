"""Which key belongs to which exercise: that of its number, if its labels are those of the exercise's parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.exercises.asked import Exercise
from praxeo.authors.offline.harvest.exercises.keys import ExerciseKey


def with_keys(
    exercises: Sequence[Exercise], keys: Sequence[ExerciseKey]
) -> Iterator[tuple[Exercise, ExerciseKey]]:
    """Each exercise with its key. Where the exercises and the keys of one number are as many, they belong
    together in their order; else a key belongs to the exercise right before it, if no other key does.
    """
    of_number: dict[str, list[Exercise]] = defaultdict(list)
    for exercise in exercises:
        if exercise.parts or exercise.counted:
            named = exercise.number or key(exercise.name)
            of_number[named if any(k.number == named for k in keys) else exercise.number].append(exercise)  # fmt: skip
    for number, asked in of_number.items():
        told = [one for one in keys if one.number == number]
        alike = len(asked) == len(told)
        for exercise, own in zip(asked, told, strict=True) if alike else _next_to(asked, told):
            if own.place > exercise.place and fits(exercise, own):
                yield exercise, own


def _next_to(
    asked: Sequence[Exercise], told: Sequence[ExerciseKey]
) -> Iterator[tuple[Exercise, ExerciseKey]]:
    before = [[one for one in asked if one.place < key.place][-1:] for key in told]
    for told_by, own in zip(told, before, strict=True):
        if own and before.count(own) == 1:
            yield own[0], told_by


def fits(exercise: Exercise, answers: ExerciseKey) -> bool:
    """Whether a key answers every part of an exercise, and nothing that it does not have."""
    if answers.pairs:
        letters = set(answers.pairs.values())
        whole = letters == set(exercise.parts) and len(letters) == len(answers.pairs)
        return not exercise.mixed and whole and set(answers.pairs) == set(exercise.counted)
    if answers.letters:
        return not exercise.mixed and set(answers.letters) == set(exercise.parts)
    return (
        bool(answers.numbers)
        and not exercise.parts
        and set(answers.numbers) == set(exercise.counted)
    )
