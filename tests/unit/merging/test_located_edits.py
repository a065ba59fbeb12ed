"""Located edits: an edit finds its one place or is refused with a reason; nothing is guessed."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.errors import EditRefused
from praxeo.merging.hunks import read_edits, write_diff
from praxeo.merging.located import Applied, apply_edits, apply_hunks

TEXT = "".join(f"line {number}\n" for number in range(1, 21))
# Few different lines, so that hunks repeat; every kind of line end; a text may end without one.
LINES = st.lists(st.sampled_from(["a", "b", "c", "", "  a", "a\r", "-x", "+x", "@@ z", "--- a"]))
TEXTS = st.tuples(LINES, st.booleans()).map(
    lambda made: "\n".join(made[0]) + "\n" * (made[1] and bool(made[0]))
)


@settings(max_examples=600, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 4))
def test_a_diff_between_two_texts_makes_the_second_of_the_first(
    before: str, after: str, context: int
) -> None:
    diff = write_diff(before, after, context=context)
    if before == after:
        assert diff == ""
    elif context:
        assert apply_edits(before, diff).text == after


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_hunks_in_any_order_make_the_same_text(dice: random.Random) -> None:
    lines = [f"line {number}" for number in range(80)]
    changed = [f"new {dice.random()}" if dice.random() < 0.1 else line for line in lines]
    before, after = "\n".join(lines), "\n".join(changed)
    if before != after:
        hunks = list(read_edits(write_diff(before, after)))
        dice.shuffle(hunks)
        assert apply_hunks(before, tuple(hunks)).text == after


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.text(alphabet="@-+ ab\n\\<>=SEARCHPL\r"))
def test_any_answer_at_all_is_applied_or_refused(text: str, answer: str) -> None:
    told = outcome(text, answer)
    assert isinstance(told, Applied) or (told.code.startswith("edit_") and told.message)


def outcome(text: str, answer: str) -> Applied | EditRefused:
    try:
        return apply_edits(text, answer)
    except EditRefused as refused:
        return refused


def test_wrong_numbers_and_missing_counts_do_not_matter_where_the_lines_are_unique() -> None:
    for head in ("@@ -900,7 +3,2 @@", "@@", "@@ ... @@", "@@ function f() @@"):
        applied = apply_edits(
            TEXT, f"Here it is:\n```diff\n{head}\n line 4\n-line 5\n+five\n line 6\n```\n"
        )
        assert applied.text == TEXT.replace("line 5\n", "five\n")
        assert (applied.lines_added, applied.lines_removed, applied.hunks) == (1, 1, 1)


def test_a_line_number_decides_only_between_places_where_the_lines_stand() -> None:
    text = "x\nsame\ny\nsame\nz\n"
    assert apply_edits(text, "@@ -4,1 +4,1 @@\n-same\n+new\n").text == "x\nsame\ny\nnew\nz\n"
    with pytest.raises(EditRefused, match=r"line 2, 4") as refused:
        apply_edits(text, "@@ -1,1 +1,1 @@\n-same\n+new\n")
    assert (refused.value.code, refused.value.hunk) == ("edit_ambiguous", 1)


def test_a_search_and_replace_block_may_name_a_part_of_a_line_if_it_stands_there_once() -> None:
    block = "<<<<<<< SEARCH\n{}\n=======\n{}\n>>>>>>> REPLACE\n"
    text = "<p>A wave has a lenght.</p><p>A lake.</p>\n"
    assert "a length." in apply_edits(text, block.format("a lenght", "a length")).text
    with pytest.raises(EditRefused, match="several places"):
        apply_edits(text, block.format("<p>A ", "<p>The "))
    assert apply_edits(TEXT, block.format("line 7\nline 8", "line 7½")).text == TEXT.replace(
        "line 7\nline 8\n", "line 7½\n"
    )
    assert apply_edits(TEXT, "<<<<<<< SEARCH\nline 7\n=======\n>>>>>>> REPLACE\n").text == (
        TEXT.replace("line 7\n", "")
    )


def test_windows_line_ends_stay_whatever_the_edit_has() -> None:
    text = TEXT.replace("\n", "\r\n")
    applied = apply_edits(text, "@@\n line 4\n-line 5\n+five\n+and a half\n line 6\n")
    assert applied.text == text.replace("line 5\r\n", "five\r\nand a half\r\n")


def test_indentation_that_is_off_by_the_same_for_every_line_is_put_right() -> None:
    text = "<div>\n    <p>one</p>\n    <p>two</p>\n</div>\n"
    applied = apply_edits(text, "@@\n <p>one</p>\n-<p>two</p>\n+<p>three</p>\n+  <b>x</b>\n")
    assert applied.text == "<div>\n    <p>one</p>\n    <p>three</p>\n      <b>x</b>\n</div>\n"
    with pytest.raises(EditRefused, match="indented in another way"):
        apply_edits(text, "@@\n <p>one</p>\n-      <p>two</p>\n+<p>three</p>\n")


def test_context_that_has_moved_away_is_done_without_if_one_place_is_left() -> None:
    edit = "@@\n not there any more\n line 4\n-line 5\n+five\n line 6\n"
    assert apply_edits(TEXT, edit).text == TEXT.replace("line 5\n", "five\n")
    with pytest.raises(EditRefused):
        apply_edits("x\ny\nx\n", "@@\n gone\n-x\n+z\n")


def test_the_end_of_a_text_without_a_line_end_is_kept_and_can_be_changed() -> None:
    assert apply_edits("a\nb", "@@\n a\n-b\n+c\n").text == "a\nc"
    assert apply_edits("a\nb", "@@\n b\n+c\n").text == "a\nb\nc"
    assert apply_edits("a\nb", write_diff("a\nb", "a\nb\n")).text == "a\nb\n"
    assert apply_edits("", write_diff("", "a\nb")).text == "a\nb"


@pytest.mark.parametrize(
    ("answer", "code", "word"),
    [
        ("I have changed it as you asked.", "edit_malformed", "neither"),
        ("@@\n line 4\n line 5\n", "edit_malformed", "changes nothing"),
        ("@@\n-line 5\n*line\n", "edit_malformed", "begins with"),
        ("<<<<<<< SEARCH\nline 5\n=======\nline", "edit_malformed", "breaks off"),
        ("<<<<<<< SEARCH\n\n=======\nline\n>>>>>>> REPLACE", "edit_malformed", "searched for"),
        ("@@ -3,0 +4,1 @@\n+line\n", "edit_malformed", "no line"),
        ("@@\n-lime 5\n+five\n", "edit_not_found", "nearest is line 5"),
        ("@@\n-line 5\n-line 7\n+five\n", "edit_not_found", "do not follow"),
        ("@@\n-line 5\n+five\n@@\n line 4\n-line 5\n+six\n", "edit_overlaps", "Hunk 2"),
    ],
)
def test_what_cannot_be_applied_is_refused_with_its_reason(
    answer: str, code: str, word: str
) -> None:
    with pytest.raises(EditRefused, match=word) as refused:
        apply_edits(TEXT, answer)
    assert refused.value.code == code


def test_an_edit_of_a_text_of_many_megabytes_takes_no_square_of_its_length() -> None:
    lines = [
        f"<p>{number} {number % 7}</p>\n" if number % 3 else "}\n" for number in range(300_000)
    ]
    before = "".join(lines)
    lines[1000:1003] = ["<p>new</p>\n"]
    lines[-50] = "<p>last</p>\n"
    after = "".join(lines)
    started = time.process_time()
    assert apply_edits(before, write_diff(before, after)).text == after
    assert time.process_time() - started < 15
