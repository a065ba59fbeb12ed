"""The bespoke part of a spec: what is printed is read back the same, and faults are told by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain import acceptance as a
from praxeo.domain import expressions as e
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.spec.bespoke.expression_text import (
    read_expression,
    read_sum,
    write_expression,
    write_sum,
)
from praxeo.spec.bespoke.steps import read_any, read_step, write_any, write_step
from praxeo.spec.bespoke.tokens import Words
from praxeo.spec.marks import read_marks
from praxeo.spec.text import SpecInvalid, parse_spec, print_spec

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "reference" / "acceptance-tests.md").read_text("utf-8")
PENDULUM = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)[0]

NAMES = st.sampled_from(["x", "length", "größe", "a1", "count", "s"])
NUMBERS = st.floats(0, 1e14, allow_nan=False) | st.integers(0, 999).map(float)
SIGNED = st.floats(-1e14, 1e14).map(lambda number: number or 0.0) | st.integers(-9, 9).map(float)
TEXTS = st.text(
    st.sampled_from([*'\\"“”{}[]#.=±- \tü1']) | st.characters(exclude_categories=["Cc", "Cs"]),
    max_size=8,
)  # fmt: skip
ATOMS = st.builds(e.Number, NUMBERS) | st.builds(e.Text, TEXTS) | st.builds(e.Name, NAMES)
ATOMS |= st.builds(e.Truth, st.booleans())
TOLERANCES = st.builds(e.Tolerance, NUMBERS, st.booleans())


def composed(inner: st.SearchStrategy[e.Expression]) -> st.SearchStrategy[e.Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    joined = st.lists(inner, min_size=2, max_size=3).map(tuple)
    links = st.lists(st.tuples(st.sampled_from("=≠<≤>≥"), inner), min_size=1, max_size=2).map(tuple)
    return (
        st.builds(e.Listing, several)
        | st.builds(e.Call, st.sampled_from(["max", "item", "sqrt"]), several)
        | st.builds(e.Negative, inner)
        | st.builds(e.Arithmetic, st.sampled_from(["+", "-", "*", "/", "mod", "^"]), inner, inner)
        | st.builds(e.Comparison, inner, links, st.none() | TOLERANCES)
        | st.builds(e.Opposite, inner)
        | st.builds(e.Joined, st.sampled_from(["and", "or"]), joined)
    )


EXPRESSIONS = st.recursive(ATOMS, composed, max_leaves=8)
VALUES = SIGNED | TEXTS | st.booleans()
STEPS = st.one_of(
    st.builds(a.SetControl, control=NAMES, value=VALUES, by_keyboard=st.booleans()),
    st.builds(a.PressButton, control=NAMES, times=st.integers(0, 300), by_keyboard=st.booleans()),
    st.builds(a.Wait, seconds=NUMBERS),
    st.builds(a.Reset),
    st.builds(a.Remember, expression=EXPRESSIONS, name=NAMES),
    st.builds(a.Sweep, control=NAMES, start=SIGNED, end=SIGNED, count=st.integers(0, 999)),
    st.builds(a.Watch, seconds=NUMBERS, every=NUMBERS),
    st.builds(a.WatchPresses, control=NAMES, count=st.integers(0, 999)),
    st.builds(a.Expect, expression=EXPRESSIONS, at=st.sampled_from(["now", "every", "some"])),
    st.builds(
        a.ExpectTrend,
        expression=EXPRESSIONS,
        trend=st.sampled_from(["rises", "falls", "never rises", "never falls"]),
    ),
    st.builds(a.ExpectSteady, expression=EXPRESSIONS, tolerance=TOLERANCES),
    st.builds(a.ExpectShown, name=NAMES | st.just(""), text=TEXTS, present=st.booleans()),
    st.builds(a.ExpectStart),
)


def words(text: str) -> Words:
    return Words.of(1, read_marks(text))


@given(EXPRESSIONS)
@settings(deadline=None)
def test_an_expression_is_read_back_the_same(expression: e.Expression) -> None:
    assert read_expression(words(write_expression(expression))) == expression
    assert read_sum(words(write_sum(expression))) == expression


@given(STEPS)
@settings(deadline=None)
def test_a_step_is_read_back_the_same(step: a.Step) -> None:
    assert read_step(words(write_step(step).removeprefix("- "))) == step


@given(
    st.lists(
        st.builds(a.AnyValue, control=NAMES)
        | st.builds(a.AnyValue, control=NAMES, least=SIGNED, most=SIGNED),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.none() | st.integers(0, 999),
)
def test_a_line_of_samples_is_read_back_the_same(
    chosen: tuple[a.AnyValue, ...], samples: int | None
) -> None:
    read = words(write_any(chosen, samples).removeprefix("- "))
    assert read.has("for", "any")
    assert read_any(read) == (chosen, samples)


UNITS = st.sampled_from(["", "m/s²", "°", "%", '"', "km, h"])
RANGES = st.tuples(st.floats(-1e6, 1e6), st.floats(1, 1e6)).map(lambda r: (r[0], r[0] + r[1]))
CHOICES = st.lists(
    TEXTS.map(lambda t: " ".join(t.split())).filter(bool), min_size=2, max_size=4, unique=True
)


def control(name: str) -> st.SearchStrategy[a.Control]:
    ranged = st.builds(
        lambda kind, ends, unit, begins: a.Control(
            name=name, kind=kind, least=ends[0], most=ends[1], step=0.5, unit=unit,
            start=ends[0] if begins else None,
        ),
        st.sampled_from(["slider", "number"]), RANGES, UNITS, st.booleans(),
    )  # fmt: skip
    select = CHOICES.map(
        lambda c: a.Control(name=name, kind="select", choices=tuple(c), start=c[-1])
    )
    return (
        ranged
        | select
        | st.builds(a.Control, name=st.just(name), kind=st.just("button"))
        | st.builds(a.Control, name=st.just(name), kind=st.just("text"), start=st.none() | TEXTS)
        | st.builds(a.Control, name=st.just(name), kind=st.just("toggle"), start=st.booleans())
    )


def variable(name: str) -> st.SearchStrategy[a.StateVariable]:
    flags = {"shown": st.booleans(), "random": st.booleans(), "name": st.just(name)}
    bound = st.none() | st.floats(-1e6, 1e6)
    numeric = st.builds(
        a.StateVariable, kind=st.sampled_from(["number", "whole", "numbers"]), unit=UNITS,
        least=bound, **flags,
    )  # fmt: skip
    above = st.builds(a.StateVariable, kind=st.just("number"), most=bound, **flags)
    both = RANGES.flatmap(
        lambda r: st.builds(
            a.StateVariable, kind=st.just("whole"), least=st.just(r[0]), most=st.just(r[1]), **flags
        )
    )
    chosen = st.builds(a.StateVariable, kind=st.just("choice"), choices=CHOICES.map(tuple), **flags)
    plain = st.builds(a.StateVariable, kind=st.sampled_from(["truth", "text", "texts"]), **flags)
    return numeric | above | both | chosen | plain


TEST = a.AcceptanceTest(
    title="# It: “starts”", steps=(a.Reset(), a.ExpectStart()), samples=a.DEFAULT_SAMPLES
)
BESPOKE = st.builds(
    a.Bespoke,
    mechanics=st.sampled_from(["Move it.", "One.\n\n## Two\n\n- three\n### four"]),
    controls=st.tuples(control("x"), control("größe")) | st.just(()),
    state=st.tuples(variable("y"), variable("z")),
    tests=st.just((TEST,)),
)


@given(BESPOKE)
@settings(max_examples=100, deadline=None)
def test_a_bespoke_spec_is_read_back_the_same(bespoke: a.Bespoke) -> None:
    doc = SpecDocument(
        title="T", language="en", source="", author="", sections=(), bespoke=bespoke
    )  # fmt: skip
    assert parse_spec(print_spec(doc)) == doc


def test_the_worked_example_is_a_spec_and_is_printed_as_it_stands_but_for_spellings() -> None:
    doc = parse_spec(PENDULUM)
    assert doc.bespoke is not None
    assert len(doc.bespoke.tests) == 4
    printed = print_spec(doc)
    assert parse_spec(printed) == doc
    spelled = PENDULUM.replace("<=", "≤").replace("time, swing", "time swing")
    assert printed == spelled.replace("phase is", "phase =")


def test_every_step_of_the_page_can_be_read() -> None:
    tables = PAGE[PAGE.index("## Steps") : PAGE.index("A test needs")]
    steps = re.findall(r"`((?:Set|Press|By|Wait|Reset|Remember|Sweep|Watch|Then) ?[^`…]*)`", tables)
    assert len(steps) > 20
    for step in steps:
        read_step(words(step))


FAULTS = {
    "an unknown control": ("Set length to 1.", "Set lenght to 1.", "no control “lenght”"),
    "a value outside the range": ("Set length to 1.", "Set length to 9.", "from 0.2 to 3"),
    "a value between two steps": ("Set length to 1.", "Set length to 1.05.", "between two"),
    "an unknown name": ("Then period = 2.006", "Then periods = 2.006", "“periods”"),
    "a text compared with a number": ("period > before", "phase > before", "cannot be compared"),
    "a step that nobody knows": ("Wait 0.1 s.", "Sleep 0.1 s.", "cannot be read"),
    "words after a step": ("Wait 0.1 s.", "Wait 0.1 s now.", "“now"),
    "a number as a statement": ("Then period = 2.006 ± 1 %.", "Then period + 1.", "a statement"),
    "a tolerance in a chain": ("period = 2.006", "1 < period = 2.006", "one “=”"),
    "a pressed slider": ("Press go.", "Press length.", "no button"),
    "a set button": ("Set length to 2.5.", "Set go to on.", "press it"),
    "an unknown function": ("energy stays", "cube(energy) stays", "no function “cube”"),
    "a name that means something": ("Remember period as before", "Remember period as pi", "means"),
    "a name that is taken": ("Remember period as before", "Remember period as length", "meaning"),
    "a fall of the range": ("from 0.2 to 3 in", "from 3 to 0.2 in", "must rise"),
    "a kind that nobody knows": ("go: button", "go: knob", "A control is one of"),
    "a state that nobody knows": ("period: number from", "period: float from", "A value is one of"),
    "a control named like a value": ("- go: button", "- energy: button", "twice"),
    "a text that is not chosen from": ('Earth", "Moon", starts at "Earth"', 'Earth", "Moon", starts at "Mars"', "no choice"),
    "a series of no moment": ("every 0.1 s", "every 9 s", "moments"),
    "too many samples": ("in 4 samples", "in 400 samples", "1 to 24"),
    "a sample of a button": ("For any length", "For any go", "not the button"),
    "a late sample line": ("- Press go.\n- Wait 0.1", "- For any length.\n- Wait 0.1", "first line"),
    "a quote that is not closed": ('shows "at rest"', 'shows "at rest', "cannot be read"),
    "the wrong format": ("spec: 2", "spec: 1", "spec: 2"),
    "a value that is not shown": ("phase shows", "energy shows", "not shown"),
    "a second set of controls": ("## State", "## Controls\n- b: button\n\n## State", "stands once in a spec"),
    "another heading in the tests": ("### Test: Longer", "### Proof: Longer", "Test: its title"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(name: str) -> None:
    old, new, message = FAULTS[name]
    assert old in PENDULUM
    text = PENDULUM.replace(old, new, 1)
    with pytest.raises(SpecInvalid) as refused:
        parse_spec(text)
    told = [fault for fault in refused.value.faults if message in fault.message]
    assert told, refused.value.faults
    line = 1 if name == "the wrong format" else text[: text.index(new)].count("\n") + 1
    if name in ("a sample of a button", "too many samples"):
        line -= 1  # told at the heading of the test
    if name == "a control named like a value":
        line = text[: text.index("- energy: number")].count("\n") + 1  # told at the second one
    assert {fault.line for fault in told} == {line}


def test_a_test_that_expects_nothing_is_refused() -> None:
    with pytest.raises(SpecInvalid, match="expects nothing"):
        parse_spec(PENDULUM.replace("- Then period rises.\n", ""))


def test_a_trend_needs_a_series() -> None:
    with pytest.raises(SpecInvalid, match="Sweep"):
        parse_spec(PENDULUM.replace("- Sweep length from 0.2 to 3 in 8 steps.\n", ""))


def test_brackets_without_end_are_a_fault_and_no_crash() -> None:
    for deep in ("(" * 300, "-" * 300, "not " * 300, "2^" * 150, "[" * 300):
        with pytest.raises(SpecInvalid, match="too many"):
            read_expression(words(deep + "1"))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused_and_never_breaks_the_reader(data: st.DataObject) -> None:
    lines = PENDULUM.split("\n")
    for _change in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        cut = data.draw(st.integers(0, len(line)))
        piece = data.draw(
            st.sampled_from(["", "1e999", "(", '"', "±", "\\", "always", "- ", "### Test: x", "\0"])
            | st.text(max_size=5)
        )
        lines[place] = line[:cut] + piece + line[cut + data.draw(st.integers(0, 3)) :]
    try:
        doc = parse_spec("\n".join(lines))
    except Refused:
        return
    assert parse_spec(print_spec(doc)) == doc
