"""Typed operations on a spec: whatever is typed, what is read is what was meant, and no other line is touched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.compile.app import build_activities
from praxeo.compile.sources import Source
from praxeo.domain.errors import OperationRefused
from praxeo.domain.records import Spec
from praxeo.domain.spec import KINDS, WHOLE_KINDS, ActivityKind
from praxeo.editing.desk import operations as ops
from praxeo.editing.desk.answer import Desk, DeskItem
from praxeo.editing.desk.doing import Done, do
from praxeo.editing.desk.fields import LISTS, Fields, Row, names_of
from praxeo.editing.desk.fields import given as said
from praxeo.editing.desk.opened import open_spec
from praxeo.editing.desk.showing import shown
from praxeo.merging.spec_merge import merge_specs
from praxeo.spec.text import read_spec, sound_spec

ROOT = Path(__file__).resolve().parents[3]
GRAMMAR = (ROOT / "docs" / "reference" / "spec-grammar.md").read_text("utf-8")
TEXT = re.findall(r"```markdown\n(---.*?)```", GRAMMAR, re.DOTALL)[0]
NO_SOURCE = Source({}, {})
HOSTILE = [
    "", " ", "\\", "- [x] a", "  - [ ] b", "## Section: c", "### Dances: d", "Read: b1", "{own}", "{b1.2}",
    "{unsupported}", "`a = b | c`", "``", "$", "$`x^2`$", "\\$`x`$", "^", "**t**: m", "Q: x", "A: y", "[[g|h]]",
    "a -(b)-> c", "a -> b", "a = b", "1835 | x", "1. a", "\n", "\n\n", "\nA: z", "\t", "עברית ‏", "‮abc", "\u2028",
    "---", "😀", "x" * 10_000,
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=5),
    max_size=4,
).map("".join)
KIND = st.sampled_from(sorted(KINDS))


def desk_of(text: str) -> Desk:
    spec = Spec(
        id="spc_1", owner="o", created_at="", updated_at="", example_id="exa_1", number=1,
        text_blob="", size=0, author="",
    )  # fmt: skip
    return shown(open_spec(text, NO_SOURCE), spec, NO_SOURCE)


def done(text: str, *asked: ops.Operation) -> Done:
    return do(text, asked, NO_SOURCE)


def bare(text: str) -> str:
    """A text without its last line end, and of the first format: what formulas ask for is not taken back."""
    return (
        text.removesuffix("\n")
        .removesuffix("\r")
        .replace("spec: 3", "spec: 1")
        .replace("spec: 4", "spec: 1")
    )


def fields(draw: Any, kind: ActivityKind) -> Fields:
    """Fields of an item of this kind, of any words."""

    def words() -> dict[str, Any]:
        return {
            name: tuple(draw(st.lists(TEXTS, max_size=3))) if name in LISTS else draw(TEXTS)
            for name in names_of(kind)
        }

    if kind in WHOLE_KINDS:
        return Fields(rows=tuple(Row(**words()) for _ in range(draw(st.integers(0, 4)))))
    return Fields(**words())


def as_told(told: Fields) -> dict[str, Any]:
    """The words of fields, as the desk shows them."""
    rows = told.rows
    if rows is None:
        return said(told)
    return {
        "rows": [
            {k: v for k, v in said(r).items() if k not in ("evidence", "support")} for r in rows
        ]
    }


def items_of(desk: Desk) -> list[DeskItem]:
    return [item for part in desk.parts for item in part.items]


def item_of(desk: Desk, key: str) -> DeskItem:
    return next(item for item in items_of(desk) if item.key == key)


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT.rstrip()])
@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_an_item_of_any_words_is_read_as_it_was_meant_and_dropping_it_gives_the_text_before(
    text: str, kind: ActivityKind, data: st.DataObject
) -> None:
    desk = desk_of(text)
    before = data.draw(st.none() | st.sampled_from([item.key for item in items_of(desk)]))
    told = fields(data.draw, kind)
    add = ops.AddItem(
        op="add_item", part=desk.parts[0].key, kind=kind, fields=told, before=before, name="new"
    )
    added = done(text, add)
    item = item_of(desk_of(added.text), added.keys["new"])
    if told.rows or kind not in WHOLE_KINDS:
        assert as_told(item.fields) == as_told(told)
    assert item.kind == kind
    after = done(added.text, ops.DropItem(op="drop_item", item=item.key)).text
    assert bare(after) == bare(text)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_changing_an_item_and_changing_it_back_gives_the_text_before(data: st.DataObject) -> None:
    was = data.draw(st.sampled_from(items_of(desk_of(TEXT))))
    told = fields(data.draw, was.kind)
    why = data.draw(TEXTS)
    change = ops.ChangeItem(
        op="change_item",
        item=was.key,
        fields=told,
        title="Other",
        explanation=why,
        picture="b7",
        picture_alt="[a b]",
    )
    changed = done(TEXT, change)
    item = item_of(desk_of(changed.text), changed.keys[was.key])
    if item.fields.rows != ():
        assert (item.explanation, item.picture) == (why.strip(" \t\n"), "b7")
        assert item.picture_alt == "a b"
    back = ops.ChangeItem(
        op="change_item",
        item=item.key,
        fields=was.fields,
        title=was.title,
        explanation="",
        picture="",
    )
    again = done(changed.text, back).text
    assert bare(again) == bare(TEXT)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_moving_and_moving_back_gives_the_text_before(data: st.DataObject) -> None:
    desk = desk_of(TEXT)
    keys = [item.key for item in items_of(desk)]
    at = data.draw(st.integers(0, len(keys) - 1))
    before = data.draw(st.none() | st.sampled_from(keys))
    moved = done(TEXT, ops.MoveItem(op="move_item", item=keys[at], before=before))
    there = keys[at + 1] if at + 1 < len(keys) else None
    back = ops.MoveItem(op="move_item", item=moved.keys[keys[at]], before=there)
    assert [i.fields for i in items_of(desk_of(done(moved.text, back).text))] == [
        item.fields for item in items_of(desk)
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_item_can_become_one_of_any_kind_and_says_no_less(
    kind: ActivityKind, data: st.DataObject
) -> None:
    item = data.draw(st.sampled_from(items_of(desk_of(TEXT))))
    told = fields(data.draw, item.kind)
    text = done(TEXT, ops.ChangeItem(op="change_item", item=item.key, fields=told)).text
    was = items_of(desk_of(text))[[i.key for i in items_of(desk_of(TEXT))].index(item.key)]
    if was.kind in WHOLE_KINDS and not was.fields.rows:
        return
    made = done(text, ops.ChangeKind(op="change_kind", item=was.key, kind=kind))
    assert item_of(desk_of(made.text), made.keys[was.key]).kind == kind


def some_operation(draw: Any, desk: Desk) -> ops.Operation:
    """Any operation that can be done on this desk, or nearly."""
    part = draw(st.sampled_from([part.key for part in desk.parts]))
    items = [item.key for item in items_of(desk)] or ["none"]
    item, before = draw(st.sampled_from(items)), draw(st.none() | st.sampled_from(items))
    goals = [goal.key for goal in desk.goals] or ["none"]
    goal, words, kind = draw(st.sampled_from(goals)), draw(TEXTS), draw(KIND)
    evidence = tuple(draw(st.lists(st.sampled_from(["b1", "b12.3"]), max_size=2)))
    chosen: ops.Operation = draw(st.sampled_from([
        ops.AddItem(op="add_item", part=part, kind=kind, fields=fields(draw, kind), before=before),
        ops.ChangeKind(op="change_kind", item=item, kind=kind),
        ops.ChangeItem(op="change_item", item=item, evidence=evidence, title=words),
        ops.ChangeItem(op="change_item", item=item, explanation=words, picture="b7", picture_alt=words),
        ops.MoveItem(op="move_item", item=item, part=part, before=before),
        ops.DuplicateItem(op="duplicate_item", item=item),
        ops.DropItem(op="drop_item", item=item),
        ops.SetEvidence(op="set_evidence", item=item, evidence=evidence),
        ops.SetEvidence(op="set_evidence", goal=goal, evidence=evidence),
        ops.AddPart(op="add_part", title=words, prose=words, reading=("b3",), before=part),
        ops.RenamePart(op="rename_part", part=part, title=words),
        ops.MovePart(op="move_part", part=part),
        ops.DropPart(op="drop_part", part=part),
        ops.AddGoal(op="add_goal", text=words, evidence=evidence),
        ops.ChangeGoal(op="change_goal", goal=goal, text=words),
        ops.MoveGoal(op="move_goal", goal=goal),
        ops.DropGoal(op="drop_goal", goal=goal),
        ops.ChangeProse(op="change_prose", part=part, prose=words),
        ops.ChangeProse(op="change_prose", prose=words),
        ops.ChangeReading(op="change_reading", part=part, reading=("b1", "b2", "b3", "b9")),
    ]))  # fmt: skip
    return chosen


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_any_operations_leave_a_spec_that_can_be_read_and_all_other_lines(
    data: st.DataObject,
) -> None:
    text = data.draw(
        st.sampled_from(
            [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("- Q: Which", "- P: Which")]
        )
    )
    for _ in range(data.draw(st.integers(1, 6))):
        desk = desk_of(text)
        operation = some_operation(data.draw, desk)
        try:
            made = done(text, operation)
        except OperationRefused:
            continue
        assert not read_spec(made.text).blocking
        touched = {getattr(operation, name, None) for name in ("item", "goal", "part")}
        moved = made.text.split("title", 1)[0] != text.split("title", 1)[0]  # to a newer format
        gone = isinstance(operation, ops.DropPart)
        for item in items_of(desk):
            if not (item.key in touched or gone or moved) and item.kind not in WHOLE_KINDS:
                assert item.text in made.text
        text = made.text


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_many_operations_of_one_request_are_done_on_the_keys_that_were_seen_or_none_is(
    data: st.DataObject,
) -> None:
    desk = desk_of(TEXT)
    asked = [some_operation(data.draw, desk) for _ in range(data.draw(st.integers(2, 8)))]
    try:
        made = done(TEXT, *asked)
    except OperationRefused:
        return
    there = desk_of(made.text)
    keys = {item.key for item in items_of(there)} | {
        each.key for each in (*there.parts, *there.goals)
    }
    assert set(made.keys.values()) <= keys


def test_a_part_says_what_is_wrong_with_what_it_reads() -> None:
    part = desk_of(TEXT.replace("Read: b10-b24, b27", "Read: b10, c11")).parts[0]
    assert part.reading == ("b10",)
    assert [fault.message for fault in part.faults] == [
        "“c11” is neither a block (b12) nor a range (b12-b20)."
    ]


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(OperationRefused) as refused:
        done(TEXT, ops.DropItem(op="drop_item", item="i0"))
    assert (refused.value.code, refused.value.pointer) == (
        "operation_key_unknown",
        "/operations/0/item",
    )


def test_an_item_between_two_of_another_kind_parts_them_and_they_join_when_it_goes() -> None:
    desk = desk_of(TEXT)
    second = next(item for item in items_of(desk) if item.fields.answer == "color")
    add = ops.AddItem(
        op="add_item", part=desk.parts[0].key, kind="terms", before=second.key, name="new",
        fields=Fields(term="gap", definition="what is left out"),
    )  # fmt: skip
    added = done(TEXT, add)
    assert added.text.count("### Cloze: Fill the gap") == 2
    drop = ops.DropItem(op="drop_item", item=added.keys["new"])
    assert done(added.text, drop).text == TEXT


def test_a_formula_that_is_typed_raises_the_format_and_changes_nothing_else_that_is_said() -> None:
    text = TEXT.replace("It speeds up", "`a = b` \\$`x`$ $`y`$ speeds up")
    desk = desk_of(text)
    term = items_of(desk)[0]
    change = ops.ChangeItem(
        op="change_item", item=term.key, fields=Fields(definition="$`E = mc^2`$")
    )
    made = done(text, change)
    assert "spec: 3" in made.text
    was, now = items_of(desk), items_of(desk_of(made.text))
    assert [item.fields for item in now[1:]] == [item.fields for item in was[1:]]
    assert now[0].fields.definition == "$`E = mc^2`$"


@pytest.mark.parametrize(
    "broken", ["- P: Which one?\n  - [x] this", "- Q: Which?\n  - [x] a\n  - [x] b"]
)
def test_what_could_not_be_read_and_was_dropped_is_put_back_as_it_was(broken: str) -> None:
    text = TEXT.replace("  - [ ] the product\n", f"  - [ ] the product\n{broken}\n")
    desk = desk_of(text)
    item = next(item for item in items_of(desk) if item.text == broken)
    dropped = done(text, ops.DropItem(op="drop_item", item=item.key))
    assert dropped.text == TEXT
    back = ops.AddItem(
        op="add_item", part=desk.parts[0].key, kind="choice", text=item.text, name="back",
        before=items_of(desk)[items_of(desk).index(item) + 1].key,
    )  # fmt: skip
    assert done(dropped.text, back).text == text


@pytest.mark.parametrize(
    "text", ["", "x\n## Section: y", "- Q: a\n  A: b {own}\n- Q: c\n  A: d {own}"]
)
def test_lines_that_are_not_one_item_are_refused(text: str) -> None:
    part = desk_of(TEXT).parts[0].key
    add = ops.AddItem(op="add_item", part=part, kind="flashcards", text=text)
    with pytest.raises(OperationRefused) as refused:
        done(TEXT, add)
    assert refused.value.pointer == "/operations/0/text"


def test_headings_within_an_item_do_not_take_it_apart_when_edits_are_merged() -> None:
    desk = desk_of(TEXT)
    hostile = "a\n## Section: b\n### Terms: c\n- **d**: e"
    change = ops.ChangeItem(
        op="change_item", item=items_of(desk)[1].key, fields=Fields(back=hostile)
    )
    ours = done(TEXT, change).text
    theirs = TEXT.replace("Berzelius names catalysis.", "Berzelius gives catalysis its name.")
    merged = merge_specs(TEXT, ours, theirs)
    assert not merged.regions
    backs = [item.fields.back for item in items_of(desk_of(merged.text()))]
    assert hostile in backs
    assert "gives catalysis its name" in merged.text()


def test_items_are_called_as_their_exercises_in_the_app_are() -> None:
    text = TEXT.replace(
        "- Q: What does a catalyst do?", "- Q: Left out: no answer\n\n- Q: What does a catalyst do?"
    )
    sound = sound_spec(text)
    ids = [
        each
        for activities in build_activities(sound)
        for made in activities
        for each in (
            [made["id"]] if made["kind"] in WHOLE_KINDS else [i["id"] for i in made["items"]]
        )
    ]
    keys = [item.key for item in items_of(desk_of(text))]
    assert [key for key in keys if not key.startswith("x")] == ids
    assert len(keys) == len(ids) + 1
