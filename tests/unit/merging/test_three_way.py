"""Three-way merges of texts: what a person changed is in the result or in a conflict that is shown."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.errors import Refused
from praxeo.merging.merged import Merged, Region, Resolution
from praxeo.merging.three_way import merge_code, merge_prose, split_pieces, split_words

Merge = Callable[[str, str, str], Merged]
MERGES = (merge_code, merge_prose)
SMALL = st.lists(st.sampled_from("abcd "), max_size=12).map("\n".join)
LONG = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", ",", "{"]), max_size=150).map(
    " ".join
)
TEXTS = SMALL | LONG


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Lines that are all different, and two edits of them."""
    base = [f"line {number} of the base" for number in range(draw(st.integers(0, 12)))]
    return base, *(_edited(draw, base, who) for who in ("ours", "theirs"))


def _edited(draw: st.DrawFn, base: list[str], who: str) -> list[str]:
    lines: list[str] = []
    for number, line in enumerate([*base, ""]):
        if draw(st.integers(0, 5)) == 0:
            lines.append(f"added by {who} at {number}")
        if line:
            what = draw(st.sampled_from(["keep", "keep", "keep", "change", "drop"]))
            if what != "drop":
                lines.append(line if what == "keep" else f"line {number} as changed by {who}")
    return lines


@pytest.mark.parametrize("merge", MERGES)
@settings(max_examples=300, deadline=None)
@given(histories())
def test_no_line_that_a_person_wrote_or_took_out_is_lost_without_being_shown(
    merge: Merge, made: tuple[list[str], list[str], list[str]]
) -> None:
    base, ours, theirs = made
    merged = merge(*("".join(f"{line}\n" for line in side) for side in made))
    agreed = [line for part in merged.parts if isinstance(part, str) for line in part.split("\n")]
    shown = [line for region in merged.regions for line in region.ours.split("\n")]
    gone = [line for region in merged.regions for line in region.base.split("\n")]
    for line in set(ours) - set(base):
        assert line in agreed or line in shown or (merge is merge_prose and in_words(line, merged))
    for line in set(base) - set(ours):
        assert line not in agreed or line in gone
    if not merged.regions:
        for line in set(theirs) - set(base):
            assert line in agreed or merge is merge_prose


def in_words(line: str, merged: Merged) -> bool:
    """Prose may be merged within a line: then every word of the person's is there."""
    words = {word for part in merged.parts if isinstance(part, str) for word in part.split()}
    return set(line.split()) <= words


@pytest.mark.parametrize("merge", MERGES)
@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_a_merge_is_what_each_side_alone_would_be_and_the_same_for_both(
    merge: Merge, base: str, one: str, two: str
) -> None:
    assert merge(base, one, base).text() == one
    assert merge(base, base, two).text() == two
    assert merge(base, one, one).text() == one
    merged, turned = merge(base, one, two), merge(base, two, one)
    assert merged == merge(base, one, two)
    assert [(r.base, r.ours, r.theirs) for r in merged.regions] == [
        (r.base, r.theirs, r.ours) for r in turned.regions
    ]
    assert [p for p in merged.parts if isinstance(p, str)] == [
        p for p in turned.parts if isinstance(p, str)
    ]
    for choice, side in (("ours", one), ("theirs", two)):
        if len(merged.parts) == 1 and merged.regions:
            assert merged.resolved([Resolution(choice=choice)]) == side
    assert Merged.from_json(merged.to_json()) == merged


@settings(deadline=None)
@given(TEXTS)
def test_pieces_and_words_put_together_are_the_text_again(text: str) -> None:
    assert "".join(split_pieces(text)) == text
    assert "".join(split_pieces(text * 30)) == text * 30
    assert "".join(split_words(text)) == text


def test_changes_at_different_places_of_a_paragraph_are_merged_by_words_in_prose_only() -> None:
    base = "A wave carries energy through space without carrying matter along.\n"
    ours = base.replace("A wave", "Every wave")
    theirs = base.replace("matter along", "any matter")
    merged = merge_prose(base, ours, theirs)
    assert merged.text() == "Every wave carries energy through space without carrying any matter.\n"
    assert merge_code(base, ours, theirs).regions == (Region(base=base, ours=ours, theirs=theirs),)


def test_two_neighbouring_changes_are_a_conflict_and_not_guessed() -> None:
    merged = merge_prose("the big dog\n", "the small dog\n", "the big cat\n")
    assert len(merged.regions) == 1


def test_a_change_that_both_made_is_no_conflict_with_one_beside_it() -> None:
    was, mine, new = "a\nb\nc\nd\n", "a\nb\nC\nd\n", "a\nB\nC\nd\n"
    for merged in (merge_code(was, mine, new), merge_code(was, new, mine)):
        assert (merged.regions, merged.text()) == ((), new)
    longer = "a\nB\nC\nmore\nd\n"  # not line by line: it is shown
    assert merge_code(was, mine, longer).regions


def test_data_on_one_long_line_is_merged_item_by_item() -> None:
    items = [
        f'{{"id":"i{number}","front":"What is {number}?","back":"It is {number}."}}'
        for number in range(40)
    ]
    base = f"<script>[{','.join(items)}]</script>\n"
    merged = merge_code(
        base, base.replace("It is 3.", "Three."), base.replace("What is 30?", "Which is 30?")
    )
    assert "Three." in merged.text()
    assert "Which is 30?" in merged.text()


def test_every_conflict_needs_its_answer() -> None:
    merged = merge_code("a\nb\nc\n", "x\nb\ny\n", "1\nb\n2\n")
    answers = [Resolution(choice="theirs"), Resolution(choice="text", text="both\n")]
    assert merged.resolved(answers) == "1\nb\nboth\n"
    with pytest.raises(Refused, match="2 conflicts"):
        merged.resolved(answers[:1])
    with pytest.raises(Refused, match="not a merge"):
        Merged.from_json('{"format": 9, "parts": []}')


def test_an_app_of_two_megabytes_is_merged_in_seconds() -> None:
    dice = random.Random(4)
    data = [f'{{"id":"i{n}","text":"{dice.random()}","ok":true,"none":[]}}' for n in range(40_000)]
    base = f"<html>\n<script>{','.join(data)}</script>\n</html>\n"
    assert len(base) > 2_000_000
    ours, theirs = list(data), list(data)
    for number in range(0, 40_000, 1_000):
        ours[number] = f'{{"id":"mine{number}","text":"{dice.random()}"}}'
        theirs[number + 500] = f'{{"id":"new{number}","text":"{dice.random()}"}}'
    started = time.process_time()
    merged = merge_code(
        base, *(f"<html>\n<script>{','.join(side)}</script>\n</html>\n" for side in (ours, theirs))
    )
    took = time.process_time() - started
    text = merged.text()
    assert all(
        f"mine{number}" in text and f"new{number}" in text for number in range(0, 40_000, 1_000)
    )
    assert took < 10, took
