"""Tasks without a heading of their own are questions where the next key answers just them."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.worksheets import with_worksheets
from praxeo.domain.blocks import Block, Locator

TASKS = [
    "1. One half is the same as ______ percent.",
    "2. Which fraction is the largest? a) 1/2 b) 2/3 c) 3/5",
    "3. True or false: 0.25 is the same as one quarter.",
]
KEY = ["1. 50", "2. b)", "3. True"]


def roles(tasks: list[str], key: list[str], *, heading: str = "Fractions") -> list[str]:
    said = [("heading", heading, "body"), *(("paragraph", text, "body") for text in tasks)]
    said += [("heading", "Answer key", "key"), *(("paragraph", text, "key") for text in key)]
    placed = [
        RoledBlock(
            block=Block(id=f"b{n}", kind=kind, text=text, locator=Locator()),  # type: ignore[arg-type]
            index=n,
            role=role,  # type: ignore[arg-type]
        )
        for n, (kind, text, role) in enumerate(said)
    ]
    return [one.role for one in with_worksheets(placed)][1 : len(tasks) + 1]


def test_tasks_that_the_key_answers_one_by_one_are_questions() -> None:
    assert roles(TASKS, KEY) == ["questions"] * 3
    assert roles(["Name: ____ Date: ____", *TASKS], KEY) == ["body", *["questions"] * 3]
    with_options = [*TASKS[:2], "a) 1/2", *TASKS[2:]]
    assert roles(with_options, KEY) == ["questions"] * 4


@pytest.mark.parametrize(
    ("tasks", "key"),
    [
        (TASKS, KEY[:2]),  # one is not answered
        (TASKS, [*KEY, "4. denominator"]),
        (TASKS[:2], KEY[:2]),  # too few to be sure
        (TASKS, ["50", "b)", "True"]),  # nothing says which is whose
        ([*TASKS, *TASKS], KEY),  # two lists, and one key
        (["1. Mix the flour.", "3. Bake it.", "2. Let it rest."], KEY),
    ],
)
def test_nothing_is_changed_where_key_and_tasks_are_not_one_and_the_same(
    tasks: list[str], key: list[str]
) -> None:
    assert set(roles(tasks, key)) == {"body"}
