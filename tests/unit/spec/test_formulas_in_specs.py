"""Formulas in a spec: what is one and what is not, what is read inside of it (nothing), and which format it needs."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.spec import Activity, Card, Choice, Cloze, Item, Pair, Section, SpecDocument
from praxeo.spec.formula_text import FORMULA, Part, compared, formula, parts_of, plain_of, stored
from praxeo.spec.prose import stands_formula_in, without_formulas
from praxeo.spec.text import SpecInvalid, parse_spec, print_spec

HEAD = "---\nspec: {}\ntitle: T\nlanguage: en\nsource: x.pdf\n---\n\n## Section: One\n\n"
PIECES = st.sampled_from(["$", "`", "\\", "a", " ", "\n", "$`", "`$", "$`x^2`$", "$\\`x`$"])


def items(kind: str, lines: str, spec_format: int = 3) -> tuple[Item, ...]:
    doc = parse_spec(f"{HEAD.format(spec_format)}### {kind}: Try\n{lines}\n")
    assert parse_spec(print_spec(doc)) == doc
    return doc.sections[0].activities[0].items


def test_nothing_is_read_inside_of_a_formula() -> None:
    pairs = items(
        "Matching",
        "- $`E = mc^2`$ = energy of rest {b1.1}\n- $`a | b \\} \\\\ [[c]]`$ = $`x -> y`$ {b1}\n- b = $`{b1.1}`$ {b2}",
    )
    assert [(p.left, p.right) for p in pairs if isinstance(p, Pair)] == [
        ("$`E = mc^2`$", "energy of rest"),
        ("$`a | b \\} \\\\ [[c]]`$", "$`x -> y`$"),
        ("b", "$`{b1.1}`$"),
    ]


def test_nothing_is_read_inside_of_code_either() -> None:
    (first, *_) = items("Matching", "- `a = b` = gives `{b1.1}` {b1.1}\n- c = d {b1}\n- e = f {b1}")
    assert isinstance(first, Pair)
    assert (first.left, first.right) == ("`a = b`", "gives `{b1.1}`")


def test_a_gap_may_be_a_formula_but_not_a_part_of_one() -> None:
    (whole,) = items("Cloze", "- Energy is [[$`mc^2`$|$`m c^2`$]] at rest. {b1}")
    assert whole == Cloze(
        before="Energy is ",
        answer="$`mc^2`$",
        accept=("$`m c^2`$",),
        after=" at rest.",
        evidence=("b1",),
    )
    with pytest.raises(SpecInvalid, match="cannot stand inside a formula"):
        items("Cloze", "- Energy is $`m[[c^2]]`$ at rest. {b1}")


@pytest.mark.parametrize("other", ["$`x^{2}`$", "$` x ^ 2 `$", "$`{x}^2`$"])
def test_options_that_only_write_one_formula_differently_stand_there_twice(other: str) -> None:
    with pytest.raises(SpecInvalid, match="stands there twice"):
        items("Choice", f"- Q: Which? {{b1}}\n  - [x] $`x^2`$\n  - [ ] {other}\n  - [ ] no")


@pytest.mark.parametrize("heading", ["## Section: $`x`$", "### Flashcards: On $`x`$"])
def test_a_title_holds_no_formula(heading: str) -> None:
    with pytest.raises(SpecInvalid, match="title is plain text"):
        parse_spec(f"{HEAD.format(3)}{heading}\n- Q: a\n  A: b {{b1}}\n")


def test_older_formats_keep_their_meaning() -> None:
    (old,) = items("Flashcards", "- Q: What is $`x`$ and `a\\*b`?\n  A: b {b1}", spec_format=1)
    assert isinstance(old, Card)
    assert plain_of(old.front).text == "What is $`x`$ and `a*b`?"
    assert plain_of(old.front).formulas == ()
    text = f"{HEAD.format(1)}A $`x`$ b.\n\n```math\nx\n```\n\n### Flashcards: F\n- Q: a\n  A: b {{b1}}\n"
    prose = parse_spec(text).sections[0].prose
    assert prose == "A \\$`x`$ b.\n\n```tex\nx\n```"
    assert print_spec(parse_spec(text)).startswith("---\nspec: 1\n")


def one_card(front: str, **changes: str) -> SpecDocument:
    activity = Activity(
        kind="flashcards", title="F", items=(Card(front=front, back="b", evidence=()),)
    )
    doc = SpecDocument(
        title="T",
        language="en",
        source="",
        author="",
        sections=(Section(id="s1", title="S", activities=(activity,)),),
    )
    section = dataclasses.replace(doc.sections[0], prose=changes.get("prose", ""))
    return dataclasses.replace(doc, summary=changes.get("summary", ""), sections=(section,))


@pytest.mark.parametrize(
    ("doc", "spec_format"),
    [
        (one_card("plain `code(x)` words"), "1"),
        (one_card("a $`x`$"), "3"),
        (one_card("`a = b`"), "3"),
        (one_card("no $\\`x`$ formula"), "1"),
        (one_card("a", prose="as $`x`$"), "3"),
        (one_card("a", prose="```math\nx\n```"), "3"),
        (one_card("a", prose="```\n$`x`$\n```"), "1"),
        (one_card("a", prose="`` $`x`$ `` shows it"), "1"),
        (one_card("a", summary="as $`x`$"), "3"),
    ],
)
def test_a_spec_is_printed_in_the_oldest_format_that_can_hold_it(
    doc: SpecDocument, spec_format: str
) -> None:
    assert print_spec(doc).split("\n")[1] == f"spec: {spec_format}"
    assert parse_spec(print_spec(doc)) == doc


@settings(max_examples=500)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_stored_text_and_what_is_read_in_it_are_each_other_s_inverse(text: str) -> None:
    plain = plain_of(text)
    assert stored(*plain) == text
    assert all(FORMULA.fullmatch(plain.text[start:end]) for start, end in plain.formulas)
    assert plain_of(stored(text)).text == text
    assert plain_of(stored(text)).formulas == ()


@settings(max_examples=300)
@given(
    st.lists(PIECES | st.sampled_from(["```math\n", "```\n", "~~~\n"]), max_size=14).map("".join)
)
def test_prose_of_an_older_format_holds_no_formula_in_the_newest(prose: str) -> None:
    assert not stands_formula_in(without_formulas(prose))


def test_a_formula_is_told_from_the_words_around_it() -> None:
    assert parts_of("so $` x^2 `$ is") == (Part("so "), Part("x^2", is_tex=True), Part(" is"))
    assert formula("\\frac a\n b") == "$`\\frac a b`$"
    assert formula("a ` b") is None
    assert formula(" ") is None
    assert compared("a  $`\\dfrac{a}{b}`$") == compared("a $`\\frac a b`$")
    assert compared("$`ab`$") != compared("$`a b c`$")


def test_a_choice_is_told_from_its_question_by_formulas_alone() -> None:
    (choice,) = items("Choice", "- Q: $`x`$? {b1}\n  - [x] $`a`$\n  - [ ] $`b`$\n  - [ ] $`c`$")
    assert isinstance(choice, Choice)
    assert choice.distractors == ("$`b`$", "$`c`$")
