"""The spec text: what is printed is read back the same, and faults are told by line."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from praxeo.domain.errors import Refused
from praxeo.domain.spec import (
    ITEM_OF_KIND,
    KINDS,
    NO_NOTE,
    UNSUPPORTED,
    Activity,
    Card,
    Choice,
    Cloze,
    Event,
    Goal,
    ItemNote,
    Link,
    Pair,
    Section,
    SpecDocument,
    Step,
    Term,
)
from praxeo.spec.activity_reader import MAXIMUM_FAULTS
from praxeo.spec.forms import FORMS
from praxeo.spec.item_notes import alt_words
from praxeo.spec.lines import tidy_prose
from praxeo.spec.rules import document_faults
from praxeo.spec.text import SpecInvalid, parse_spec, print_spec

ROOT = Path(__file__).resolve().parents[3]
GRAMMAR = ROOT / "docs" / "reference" / "spec-grammar.md"

# Characters that mean something to the grammar, and some that mean something elsewhere.
MARKS = st.sampled_from([*"\\{}[]|=-><*:()#&.\"'` \tbQA1x", "\n", "[[", "]]", "->", "{b1}"])
# Formulas and code, whole and in pieces.
ATOMS = st.sampled_from(
    ["$`x^2`$", "$`a | b = c -> [[d]] {b1}`$", "$`", "`$", "\\$`", "`a = b`", "``", "$"]
)
# Formulas and code, whole and in pieces.
ATOMS = st.sampled_from(
    ["$`x^2`$", "$`a | b = c -> [[d]] {b1}`$", "$`", "`$", "\\$`", "`a = b`", "``", "$"]
)
TEXTS = (
    st.lists(
        MARKS | ATOMS | st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12
    )
    .map("".join)
    .filter(lambda text: text.strip())
)
LINES = TEXTS.map(lambda text: text.replace("\n", " ")).filter(lambda text: text.strip())
LOOSE = TEXTS | st.just("") | st.just(" ")
EVIDENCE = st.lists(st.sampled_from(["b1", "b12.3", "b9999999.1"]), max_size=3).map(tuple)
PROSE = st.lists(
    LINES
    | st.sampled_from(
        [
            "```math",
            "```",
            "~~~",
            "x^2",
            "a $`x`$ b",
            "## No heading",
            "Read: b1",
            "\\### x",
            "",
            "Read:",
        ]
    ),
    max_size=4,
).map(lambda lines: tidy_prose("\n".join(lines)))


def records(kind: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.builds(kind, evidence=EVIDENCE, **fields)


ITEMS: dict[type, st.SearchStrategy[object]] = {
    Term: records(Term, term=TEXTS, definition=TEXTS),
    Card: records(Card, front=TEXTS, back=TEXTS),
    Cloze: records(
        Cloze,
        before=LOOSE,
        answer=TEXTS,
        after=LOOSE,
        accept=st.lists(TEXTS, max_size=2).map(tuple),
    ),
    Choice: records(
        Choice,
        question=TEXTS,
        answer=TEXTS,
        distractors=st.lists(TEXTS, min_size=2, max_size=3).map(tuple),
    ),
    Pair: records(Pair, left=TEXTS, right=TEXTS),
    Step: records(Step, text=TEXTS),
    Event: records(Event, when=TEXTS, text=TEXTS),
    Link: records(Link, start=TEXTS, label=TEXTS, end=TEXTS),
}
NOTES = st.just(NO_NOTE) | st.builds(
    ItemNote,
    explanation=TEXTS | st.just(""),
    picture=st.sampled_from(["", "b1", "b12"]),
    picture_alt=TEXTS.map(alt_words),
).map(lambda note: note if note.picture else dataclasses.replace(note, picture_alt=""))


def noted(activity: Activity, notes: list[ItemNote]) -> Activity:
    told = tuple(notes[: len(activity.items)])
    return dataclasses.replace(activity, notes=told if any(n != NO_NOTE for n in told) else ())


BARE_ACTIVITIES = st.sampled_from(sorted(ITEM_OF_KIND)).flatmap(
    lambda kind: st.builds(
        Activity,
        kind=st.just(kind),
        title=LINES,
        items=st.lists(ITEMS[ITEM_OF_KIND[kind]], min_size=1, max_size=4).map(tuple),
    )
)
ACTIVITIES = st.builds(noted, BARE_ACTIVITIES, st.lists(NOTES, min_size=4, max_size=4))
SECTIONS = st.builds(
    Section,
    id=st.just("s0"),
    title=LINES,
    reading=st.lists(st.integers(1, 30).map("b{}".format), max_size=6).map(tuple),
    prose=PROSE,
    activities=st.lists(ACTIVITIES, max_size=2).map(tuple),
)


def numbered(doc: SpecDocument) -> SpecDocument:
    sections = (dataclasses.replace(s, id=f"s{n}") for n, s in enumerate(doc.sections, 1))
    return dataclasses.replace(doc, sections=tuple(sections))


DOCUMENTS = st.builds(
    SpecDocument,
    title=LINES,
    language=st.sampled_from(["en", "de-AT", "zh-Hant-TW"]),
    source=LINES | st.just(""),
    author=LINES | st.just(""),
    sections=st.lists(SECTIONS, min_size=1, max_size=2).map(tuple),
    goals=st.lists(st.builds(Goal, text=TEXTS, evidence=EVIDENCE), max_size=2).map(tuple),
    summary=PROSE,
).map(numbered)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_a_printed_spec_is_read_back_as_the_same_spec(doc: SpecDocument) -> None:
    if document_faults(doc):
        with pytest.raises(SpecInvalid):
            print_spec(doc)
        return
    assert parse_spec(print_spec(doc)) == doc


def one_item(kind: str, item: object, *, source: str = "x.pdf") -> SpecDocument:
    activity = Activity(kind=kind, title="T", items=(item,))  # type: ignore[arg-type]
    section = Section(id="s1", title="S", activities=(activity,))
    return SpecDocument(title="D", language="en", source=source, author="", sections=(section,))


@pytest.mark.parametrize("source", ["x.pdf", ""])
@pytest.mark.parametrize("kind", ["terms", "flashcards", "cloze", "choice"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_text_of_an_item_survives_print_and_read(
    kind: str, source: str, data: st.DataObject
) -> None:
    doc = one_item(kind, data.draw(ITEMS[ITEM_OF_KIND[kind]]), source=source)
    if not document_faults(doc):
        assert parse_spec(print_spec(doc)) == doc


def distinct_three(kind: str, draw: st.DataObject) -> tuple[object, ...]:
    """Three items of a whole kind whose texts differ, so that the rules accept them."""
    items = []
    for number in range(3):
        item = draw.draw(ITEMS[ITEM_OF_KIND[kind]])
        sides = [f.name for f in dataclasses.fields(item) if f.name != "evidence"]
        changed = {name: f"{getattr(item, name)}{number}" for name in sides}
        items.append(dataclasses.replace(item, **changed))
    return tuple(items)


@pytest.mark.parametrize("source", ["x.pdf", ""])
@pytest.mark.parametrize(
    "kind", ["matching", "ordering", "timeline", "cause_effect", "concept_map"]
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_text_of_a_whole_exercise_survives_print_and_read(
    kind: str, source: str, data: st.DataObject
) -> None:
    doc = one_item(kind, None, source=source)
    activity = Activity(kind=kind, title="T", items=distinct_three(kind, data))  # type: ignore[arg-type]
    section = dataclasses.replace(doc.sections[0], activities=(activity,))
    doc = dataclasses.replace(doc, sections=(section,))
    if not document_faults(doc):
        assert parse_spec(print_spec(doc)) == doc


def grammar_example() -> str:
    found = re.search(r"```markdown\n(.*?)\n```", GRAMMAR.read_text("utf-8"), re.DOTALL)
    assert found
    return found.group(1)


def test_the_example_of_the_grammar_page_is_a_valid_spec_of_many_kinds() -> None:
    doc = parse_spec(grammar_example())
    assert doc.title == "How Enzymes Work"
    kinds = {activity.kind for section in doc.sections for activity in section.activities}
    assert len(kinds) >= 10
    cloze = next(a for a in doc.sections[0].activities if a.kind == "cloze").items[1]
    assert cloze == Cloze(
        before="The ", answer="color", after=" changes.", accept=("colour",), evidence=("b12.4",)
    )
    assert doc.sections[0].reading == (*(f"b{n}" for n in range(10, 25)), "b27")


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_is_as_many_sound_items_as_it_needs(kind: str) -> None:
    form = FORMS[kind]  # type: ignore[index]
    text = f"---\nspec: 1\ntitle: T\nlanguage: en\nsource: x.pdf\n---\n## Section: S\n### {form.heading}: A\n"
    doc = parse_spec(text + form.example.replace("{}", "{b1}"))
    (activity,) = doc.sections[0].activities
    assert (activity.kind, len(activity.items)) == (kind, form.least)


def test_printing_what_was_read_changes_nothing_any_more() -> None:
    once = print_spec(parse_spec(grammar_example()))
    assert print_spec(parse_spec(once)) == once


FRAGMENTS = st.sampled_from(
    [*grammar_example().split("\n"), "---", "### Cloze: x", "## Section: y", "Read: b9-b1", "\\"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=20), max_size=25).map("\n".join))
@example("")
@example("---\nspec: 1\ntitle: a\nlanguage: en\n---\n## Section: x\nRead: b1-b9999999")
@example("---\nspec: 1\ntitle: a\nlanguage: en\n---\n## Section: x\n### Cloze: y\n- [[]]")
def test_whatever_text_comes_it_is_read_or_refused(text: str) -> None:
    try:
        doc = parse_spec(f"---\nspec: 1\ntitle: t\nlanguage: en\n---\n{text}")
    except SpecInvalid:
        return
    assert parse_spec(print_spec(doc)) == doc


@settings(max_examples=200, deadline=None)
@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_any_bytes_at_all_are_refused_and_nothing_worse(text: str) -> None:
    with pytest.raises(Refused):
        parse_spec(text)


HEAD = "---\nspec: 1\ntitle: Test\nlanguage: en\nsource: x.pdf\n---\n\n## Section: One\n\n"
FIRST = HEAD.count("\n") + 1


def test_of_empty_options_it_is_not_said_that_they_are_alike() -> None:
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(f"{HEAD}### Choice: c\n- Q: Which? {{b1}}\n  - [x] a\n  - [ ] \n  - [ ] ")
    told = str(refused.value.faults)
    assert "empty" in told
    assert "twice" not in told


def test_of_empty_lines_of_a_concept_map_it_is_not_said_that_they_are_alike() -> None:
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(
            f"{HEAD}### Concept map: c\n- a -(b)-> c {{b1}}\n-  -()->  {{b1}}\n-  -()->  {{b1}}"
        )
    told = str(refused.value.faults)
    assert "empty" in told
    assert "twice" not in told


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("### Cloze: c\n- An enzyme. {b1.1}", 1, "exactly one [[gap]]"),
        ("### Cloze: c\n- An [[enzyme]].", 1, "no evidence"),
        ("### Cloze: c\n- An [[enzyme]]. {12.1}", 1, "is not evidence"),
        ("### Cloze: c\nAn [[enzyme]]. {b1.1}", 1, "begins with “- ”"),
        ("### Choice: c\n- Q: Which? {b1}\n  - [x] a\n  - [ ] b", 1, "at least 2 wrong options"),
        ("### Choice: c\n- Q: Which? {b1}\n  - [ ] a\n  - [ ] b", 1, "exactly one right option"),
        ("### Choice: c\n- Q: W? {b1}\n  - [x] a\n  - [ ] a\n  - [ ] b", 1, "stands there twice"),
        ("### Choice: c\n- Q: W?\n  - [x] a {b1}\n  - [ ] c\n  - [ ] b", 1, "no evidence"),
        ("### Recall: c\n- Q: Which?\n\n### Recall: d\n- Q: q\n  A: a {b1}", 1, "“  A:”"),
        ("### Matching: c\n- a = b {b1}\n- c = d {b1}", 0, "at least 3 items"),
        ("### Matching: c\n- a = b {b1}\n- c = d {b1}\n- a = f {b1}", 3, "twice"),
        ("### Matching: c\n- a b {b1}", 1, "- one = the other"),
        ("### Ordering: c\n- a {b1}", 1, "begins with “1. ”"),
        ("### Timeline: c\n- 1837 Berzelius {b1}", 1, "when | what happened"),
        ("### Cause and effect: c\n- heat, then harm {b1}", 1, "cause -> effect"),
        ("### Concept map: c\n- a -> b {b1}", 1, "-(label)->"),
        ("### Terms: c\n- catalyst: a thing {b1}", 1, "**term**"),
        ("### Riddles: c\n- a {b1}", 0, "“Riddles” is no kind of activity. The kinds are Terms,"),
        ("### Flash cards: c\n- a {b1}", 0, "Did you mean “### Flashcards: …”?"),
        ("### Section: c\n", 0, "“Section” has the wrong number of marks: write “## Section: …”."),
        ("## Sektion: c\n", 0, "“Sektion” begins no part of a spec. Did you mean “## Section: …”?"),
        ("### Terms:\n- **a**: b {b1}", 0, "It is empty"),
        ("## Goals\n- Know. {b1}", 0, "“Goals” stands once"),
        ("### Terms: c\n- **a**: b\x07 {b1}", 1, "control character"),
    ],
)
def test_a_fault_names_its_line_and_what_to_do(body: str, line: int, says: str) -> None:
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(HEAD + body)
    told = [fault for fault in refused.value.faults if says in fault.message]
    assert told, refused.value.faults
    assert told[0].line == FIRST + line
    assert f"Line {told[0].line}: " in refused.value.message


def test_all_faults_are_told_at_once() -> None:
    body = (
        "### Cloze: c\n- one {b1}\n- [[two]] gaps {b1}\n- three\n\n### Nothing: x\n\n### Terms: t"
    )
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(HEAD + body)
    lines = [fault.line - FIRST for fault in refused.value.faults]
    assert lines == [1, 3, 5, 7]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# A title", "begins with a line “---”"),
        ("---\nspec: 1\ntitle: x", "not closed"),
        ("---\nspec: 1\nlanguage: en\n---\n## Section: x", "does not say “title: …”"),
        ("---\nspec: 5\ntitle: x\nlanguage: en\n---\n## Section: x", "formats 1, 2, 3, 4"),
        ("---\nspec: 2\ntitle: x\nlanguage: en\n---\n## Section: x", "says “spec: 1”"),
        ("---\nspec: 1\ntitle: x\nlanguage: English!\n---\n## Section: x", "language is a tag"),
        ("---\nspec: 1\ntitle: x\ntitle: y\nlanguage: en\n---\n## Section: x", "twice"),
        ("---\nspec: 1\ntitle: x\nlanguage: en\ncolour: red\n---\n## Section: x", "is one of"),
        ("---\nspec: 1\ntitle: x\nlanguage: en\n---\nWords only.", "There is no section"),
        ("---\nspec: 1\ntitle: x\nlanguage: en\n---\n## Section: x\nRead: b9-b2", "nor a range"),
        ("---\nspec: 1\ntitle: x\nlanguage: en\n---\n## Section: x\nRead: page 3", "nor a range"),
    ],
)
def test_a_broken_frame_is_told_plainly(text: str, says: str) -> None:
    with pytest.raises(SpecInvalid, match=re.escape(says)):
        parse_spec(text)


def test_the_editors_own_item_needs_no_evidence() -> None:
    doc = parse_spec(HEAD + "### Terms: t\n- **a**: b {own}")
    assert doc.sections[0].activities[0].items == (Term(term="a", definition="b", evidence=()),)
    assert "{own}" in print_spec(doc)


def test_an_item_without_support_says_so_and_keeps_saying_so() -> None:
    doc = parse_spec(HEAD + "### Terms: t\n- **a**: b {unsupported}")
    assert doc.sections[0].activities[0].items[0].evidence == UNSUPPORTED
    assert "b {unsupported}\n" in print_spec(doc)
    assert parse_spec(print_spec(doc)) == doc
    with pytest.raises(SpecInvalid, match="is not evidence"):
        parse_spec(HEAD + "### Terms: t\n- **a**: b {unsupported b1}")


def test_braces_that_only_look_like_the_mark_are_escaped() -> None:
    doc = one_item("flashcards", Card(front="x {unsupported}", back="y", evidence=("b1",)))
    assert parse_spec(print_spec(doc)) == doc


def test_code_keeps_its_line_breaks_and_indentation() -> None:
    code = "def f(x):\n    return {x: [1]}\n"
    doc = one_item("flashcards", Card(front="What is it?", back=code, evidence=("b1",)))
    assert parse_spec(print_spec(doc)) == doc


def test_the_printer_leaves_ordinary_words_alone() -> None:
    pair = Pair(left="2 + 2=4 (a-b) [3]", right="x = y, {z} * 3 | C:\\new", evidence=("b1",))
    others = (Pair(left=n, right=n, evidence=("b1",)) for n in "ab")
    activity = Activity(kind="matching", title="T: x", items=(pair, *others))
    section = Section(id="s1", title="S", activities=(activity,))
    doc = SpecDocument(title="D", language="en", source="s", author="", sections=(section,))
    assert "- 2 + 2=4 (a-b) [3] = x = y, {z} * 3 | C:\\new {b1}\n" in print_spec(doc)


def test_a_spec_with_a_fault_is_not_printed() -> None:
    doc = one_item("choice", Choice(question="q", answer="a", distractors=("a",), evidence=("b1",)))
    with pytest.raises(SpecInvalid, match=re.escape("Section 1, “T”, item 1: ")):
        print_spec(doc)


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    plain = grammar_example()
    assert parse_spec("\ufeff" + plain.replace("\n", "\r\n")) == parse_spec(plain)


@pytest.mark.parametrize(
    "body",
    [
        "### Cloze: c\n- " + "[[" * 200_000 + " {b1}",
        "### Cloze: c\n- " + "[[a]]" * 100_000 + " {b1}",
        "### Concept map: c\n- " + "-( " * 200_000 + " {b1}",
        "### Concept map: c\n- " + ")-> " * 200_000 + " {b1}",
        "### Terms: c\n- **" + "** " * 200_000 + " {b1}",
        "### Matching: c\n- " + "{" * 500_000,
        "### Recall: c\n- Q: " + "{own " * 100_000 + "\n  A: " + "\\" * 300_000,
        "### Ordering: c\n" + "1. x\\\n" * 100_000,
        "### Nothing: x\n" * 100_000,
        "Read: " + "b1-b100000, " * 1_000,
    ],
    ids=range(10),
)
def test_text_made_to_keep_the_reader_busy_is_refused_at_once(body: str) -> None:
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(HEAD + body)
    assert len(refused.value.faults) <= MAXIMUM_FAULTS


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("  > a\n  > b", "one explanation"),
        ("  ![](b1)\n  ![](b2)", "one figure"),
        ("  ![](b1.2)", "one figure"),
        ("  ![](https://x.example/y.png)", "one figure"),
    ],
)
def test_a_note_that_is_none_is_told_at_its_line(lines: str, says: str) -> None:
    text = f"---\nspec: 4\ntitle: x\nlanguage: en\n---\n## Section: x\n### Recall: y\n- Q: a\n  A: b\n{lines}"
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(text)
    assert says in refused.value.message
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(text.replace("spec: 4", "spec: 3"))
