"""Numbers that were typed make a list, too: paragraphs of Word and points of slides that begin "1. ", "2. "."""

from __future__ import annotations

from typing import Literal

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.harvest.typed_numbers import with_typed_numbers
from praxeo.authors.offline.roles.blocks import placed_blocks
from praxeo.domain.blocks import Block, Extraction, Mark, Metadata
from praxeo.domain.spec import SpecDocument, Step

STEPS = ("Rinse the leaf", "Boil it in alcohol for ten minutes", "Spread it on a white tile", "Add two drops of iodine")  # fmt: skip


def spec_of(kind: Literal["paragraph", "list_item"], lines: list[str], title: str) -> SpecDocument:
    head = (
        Block(id="b1", kind="heading", level=1, text="Leaves"),
        Block(id="b2", kind="paragraph", text="Leaves make starch in the light of the day and keep it."),
        Block(id="b3", kind="heading", level=2, text=title),
    )  # fmt: skip
    level = 1 if kind == "list_item" else 0
    rest = (Block(id=f"b{at}", kind=kind, level=level, text=text) for at, text in enumerate(lines, 4))  # fmt: skip
    return write_spec(Extraction(metadata=Metadata(), blocks=(*head, *rest)), name="leaves.docx")


def steps(spec: SpecDocument) -> list[tuple[str, tuple[str, ...]]]:
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    return [(i.text, i.evidence) for i in items if isinstance(i, Step)]


@pytest.mark.parametrize("kind", ["paragraph", "list_item"])
@pytest.mark.parametrize("title", ["Procedure", "How the colour forms"])
def test_steps_whose_numbers_were_typed_are_put_in_order(
    kind: Literal["paragraph", "list_item"], title: str
) -> None:
    spec = spec_of(kind, [f"{n}. {text}." for n, text in enumerate(STEPS, 1)], title)
    assert steps(spec) == [(text, (f"b{at}.1",)) for at, text in enumerate(STEPS, 4)]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{n}. {text}." for n, text in zip((1, 3, 4, 5), STEPS, strict=True)],
        [f"{n}. {text}. Nobody knows why they do so." for n, text in enumerate(STEPS, 1)],
        [f"{n}. {text}." for n, text in enumerate(STEPS[:2], 1)],
    ],
    ids=["a number is missing", "they are paragraphs of a text", "too few"],
)
def test_other_numbered_paragraphs_are_no_steps(lines: list[str]) -> None:
    assert steps(spec_of("paragraph", lines, "Procedure")) == []


def test_marks_of_a_text_move_with_it() -> None:
    mark = Mark(start=3, end=8, style="strong")
    blocks = [Block(id=f"b{n}", kind="paragraph", text=f"{n}. Rinse leaf {n}", marks=(mark,)) for n in range(1, 4)]  # fmt: skip
    found = with_typed_numbers(placed_blocks(blocks))
    assert [(o.block.number, o.block.text, o.block.text[m.start : m.end]) for o in found for m in o.block.marks] == [
        (f"{n}.", f"Rinse leaf {n}", "Rinse") for n in range(1, 4)
    ]  # fmt: skip


def test_kinds_told_apart_by_how_they_form_are_no_steps() -> None:
    lines = ["There are three kinds by how they form:", *(f"{n}. {text}" for n, text in enumerate(("Scale leaf", "Needle leaf", "Broad leaf"), 1))]  # fmt: skip
    assert steps(spec_of("paragraph", lines, "How a leaf forms")) == []
