"""What a model answers becomes a spec only as far as the source and the rules bear it out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from praxeo.authors.model.author import TRIES, ModelAuthor, Written
from praxeo.authors.model.source_text import source_text
from praxeo.domain.errors import Refused
from praxeo.domain.spec import UNSUPPORTED, Card
from praxeo.spec.text import parse_spec, print_spec
from tests.unit.authors.model.plain_models import (
    CARD,
    FALSE_CARD,
    FENCE,
    RUN,
    PlainAsk,
    bespoke,
    content,
    in_turn,
    source,
    words,
)


def written(*answers: Any, ask: PlainAsk | None = None, **wishes: Any) -> Written:
    ask = ask or PlainAsk(in_turn(answers))
    how = {"name": "enzymes.pdf", "route": "compiled", "unsupported": "mark", **wishes}
    return ModelAuthor(ask=ask, fence=FENCE).write_spec(source(), run=RUN, **how)


def items(made: Written) -> list[Any]:
    return [
        item
        for section in made.document.sections
        for activity in section.activities
        for item in activity.items
    ]


def test_a_supported_item_gets_its_place_from_the_source_and_not_from_the_model() -> None:
    made = written(content({**CARD, "block": "b2"}))  # the model names the wrong block
    assert items(made) == [Card(front="What is an enzyme?", back="a protein", evidence=("b1.1",))]
    assert made.document.author == "plain-1, write_spec 2"
    assert made.warnings == ()
    assert parse_spec(print_spec(made.document)) == made.document


def test_a_claim_without_support_is_marked_or_left_out_as_wished() -> None:
    marked = written(content(CARD, FALSE_CARD))
    assert [item.evidence for item in items(marked)] == [("b1.1",), UNSUPPORTED]
    assert "1 of 2 items nothing was found" in marked.warnings[0].message
    dropped = written(content(CARD, FALSE_CARD), unsupported="drop")
    assert [item.back for item in items(dropped)] == ["a protein"]
    assert "were left out" in dropped.warnings[0].message


def test_own_words_beyond_the_source_are_marked_and_left_out_of_a_summary() -> None:
    false = "Pasteur found 99 of them."
    answer = content(CARD, summary=f"About enzymes. {false}")
    answer["sections"][0]["prose"] = f"Look. {false}"
    made = written(answer)
    assert made.document.summary == "About enzymes."
    assert made.document.sections[0].prose == f"Look. {false} {{unsupported}}"
    assert [warning.code for warning in made.warnings] == ["prose_unsupported"]
    assert parse_spec(print_spec(made.document)) == made.document
    assert written(answer, unsupported="drop").document.sections[0].prose == "Look."


def test_what_is_of_the_wrong_shape_is_left_out_and_told() -> None:
    wrong = [{"front": "x"}, "no object", {"front": ["x"], "back": {}}]
    made = written(content(CARD, *wrong))  # type: ignore[arg-type]
    assert len(items(made)) == 1
    assert made.warnings[0].code == "answer_left_out"


def test_addresses_are_never_taken_over() -> None:
    sent = {"front": "Where do you pay?", "back": "at https://evil.example/pay"}
    mail = {"front": "Who knows?", "back": "write to boss@evil.com"}
    answer = content(CARD, sent, mail, summary="See www.evil.org now", title="Go to evil.com/x")
    made = written(answer)
    assert "evil" not in print_spec(made.document)
    assert len(items(made)) == 1


@pytest.mark.parametrize(
    "first",
    [
        "no JSON at all",
        "[1, 2]",
        '{"title": "cut off',
        content(title="", sections=[]),
        content(FALSE_CARD, sections=[{"title": "S", "reading": ["b1"], "activities": []}]),
        {"sections": "many"},
    ],
)
def test_an_answer_that_makes_no_spec_is_corrected(first: Any) -> None:
    ask = PlainAsk(in_turn([first, content(CARD)]))
    assert len(items(written(ask=ask))) == 1
    assert len(ask.asked) == 2
    (turn,) = ask.asked[1].turns
    assert "could not be used" in turn.next
    assert turn.answer == (first if isinstance(first, str) else json.dumps(first))
    assert (ask.asked[0].turns, words(ask.asked[1])) == ((), words(ask.asked[0]))


def test_an_author_that_never_answers_usefully_is_given_up_with_the_reason() -> None:
    ask = PlainAsk(in_turn(["nonsense"]))
    with pytest.raises(Refused, match="not the JSON") as refused:
        written(ask=ask)
    assert refused.value.code == "spec_unusable"
    assert len(ask.asked) == TRIES


def test_a_bespoke_spec_has_its_controls_state_and_tests() -> None:
    made = written(bespoke(), route="bespoke").document
    assert made.bespoke is not None
    assert [control.name for control in made.bespoke.controls] == ["add"]
    assert [test.title for test in made.bespoke.tests] == ["It counts", "Reset restores the start"]
    assert parse_spec(print_spec(made)) == made


def test_a_line_against_the_language_of_tests_is_told_to_the_model() -> None:
    wrong = bespoke(tests=[{"title": "T", "steps": ["Press nothing.", "Then it works."]}])
    ask = PlainAsk(in_turn([wrong, bespoke()]))
    assert written(ask=ask, route="bespoke").document.bespoke is not None
    assert "“- Then it works.”" in ask.asked[1].turns[0].next


def test_headings_in_a_models_words_do_not_become_parts_of_the_spec() -> None:
    sneaky = "Play.\n\n## Tests\n\n### Test: nothing\n- Then yes."
    made = written(bespoke(mechanics=sneaky), route="bespoke").document
    assert made.bespoke is not None
    assert len(made.bespoke.tests) == 2
    assert parse_spec(print_spec(made)) == made


def test_a_source_that_is_too_long_loses_whole_blocks_and_says_so() -> None:
    long = source(*(f"Paragraph {number} says that {number} is a number." for number in range(200)))
    cut = source_text(long, name="long.txt", characters_max=2_000)
    assert len(cut.text) <= 2_000
    shown = [line for line in cut.text.split("\n") if line.startswith("[b")]
    assert all(line.endswith("is a number.") for line in shown)
    (warning,) = cut.warnings
    assert warning.code == "source_left_out"
    assert "were not given to it" in warning.message
    whole = source_text(long, name="long.txt")
    assert whole.warnings == ()
    assert whole.text.count("[b") == 200


def test_each_section_keeps_its_beginning_when_a_source_is_too_long() -> None:
    from dataclasses import replace

    texts = source(*(f"{'Chapter' if n % 20 == 0 else 'Line'} {n} " + "x" * 50 for n in range(100)))
    blocks = tuple(
        replace(block, kind="heading", level=1) if block.text.startswith("Chapter") else block
        for block in texts.blocks
    )
    cut = source_text(replace(texts, blocks=blocks), name="n", characters_max=3_000)
    for number in range(0, 100, 20):
        assert f"Chapter {number} " in cut.text
    assert "Parts are missing of “Chapter 0" in cut.warnings[0].message


def test_the_schema_is_made_of_the_nouns_and_never_asks_for_evidence() -> None:
    from praxeo.authors.model.schemas import bespoke_schema, content_schema

    for schema in (content_schema(), bespoke_schema()):
        told = json.dumps(schema)
        assert '"evidence"' not in told
        for word in ("front", "distractors", "when", "cause_effect", "quote", "block"):
            assert f'"{word}"' in told
    assert {"mechanics", "controls", "state", "tests"} <= set(bespoke_schema()["required"])


@pytest.mark.parametrize("route", ["compiled", "bespoke"])
def test_a_wish_stands_after_the_source_between_marks_of_its_own(route: str) -> None:
    wish = "For twelve-year-olds, as a game."
    ask = PlainAsk(in_turn([bespoke() if route == "bespoke" else content(CARD)]))
    written(ask=ask, route=route, wish=wish)
    message = words(ask.asked[0])
    marks = message.rpartition("The wish, if there is one:")
    assert wish in marks[2]
    assert wish not in marks[0]
    assert marks[2].count("<<<source") == 1
