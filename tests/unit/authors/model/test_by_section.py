"""A small model is asked about one section at a time, in short prompts, for a little of three kinds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from praxeo.authors.model.author import Written
from praxeo.authors.model.by_section import PIECES_MAX, SectionAuthor
from praxeo.authors.model.changes import SpecUnusable
from praxeo.authors.model.source_pieces import PIECE_CHARACTERS_MAX, pieces_of
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.spec import UNSUPPORTED
from praxeo.ports.models import Prompt
from praxeo.spec.text import parse_spec, print_spec
from tests.unit.authors.model.plain_models import (
    CARD,
    FALSE_CARD,
    FENCE,
    RUN,
    PlainAsk,
    source,
    words,
)

WORDS = (
    "Filler words that say nothing much about anything at all, so that the section is long enough. "
)
TERM = {
    "term": "substrate",
    "definition": "the molecule that an enzyme acts on",
    "quote": "A substrate is the molecule that an enzyme acts on",
    "block": "b4",
}


def chapter() -> Extraction:
    """Two sections, each long enough to be asked about by itself."""
    first = "An enzyme is a protein. It lowers the activation energy of a reaction. "
    second = "A substrate is the molecule that an enzyme acts on. "
    read = source("Enzymes", first + WORDS * 5, "Substrates", second + WORDS * 5)
    return replace(read, blocks=tuple(_heading(each) for each in read.blocks))


def _heading(block: Block) -> Block:
    return block if len(block.text) > 20 else replace(block, kind="heading", level=2)


def written(ask: PlainAsk, read: Extraction | None = None, **how: Any) -> Written:
    author = SectionAuthor(ask=ask, fence=FENCE)
    how = {"name": "enzymes.pdf", "unsupported": "mark", "run": RUN, **how}
    return author.write_spec(read or chapter(), **how)


def answering(enzymes: object, substrates: object) -> PlainAsk:
    def answer(prompt: Prompt) -> str:
        about = substrates if "Substrates" in words(prompt) else enzymes
        return about if isinstance(about, str) else json.dumps(about)

    return PlainAsk(answer)


def kinds(made: Written) -> list[list[str]]:
    return [[each.kind for each in section.activities] for section in made.document.sections]


def test_each_section_is_asked_about_by_itself_and_has_what_was_answered() -> None:
    ask = answering({"cards": [CARD], "terms": [], "choices": []}, {"terms": [TERM]})
    made = written(ask)
    assert len(ask.asked) == 2
    assert "Substrates" not in words(ask.asked[0])
    assert [section.title for section in made.document.sections] == ["Enzymes", "Substrates"]
    assert kinds(made) == [["flashcards"], ["terms"]]
    assert made.document.author == "plain-1, write_section 1"
    assert made.document.sections[1].reading == ("b3", "b4")
    assert parse_spec(print_spec(made.document)) == made.document


def test_the_prompts_are_short_whatever_the_source_is() -> None:
    ask = answering({"cards": [CARD]}, {})
    long = source(*("An enzyme is a protein. " + WORDS * 8 for _ in range(40)))
    written(ask, long)
    assert len(ask.asked) > 5
    whole = [len(prompt.system) + len(words(prompt)) for prompt in ask.asked]
    assert max(whole) < PIECE_CHARACTERS_MAX + 3_000
    assert all(prompt.output_tokens_max <= 3_072 for prompt in ask.asked)


def test_claims_without_support_are_marked_or_left_out_as_with_any_model() -> None:
    ask = answering({"cards": [CARD, FALSE_CARD]}, {})
    items = written(ask).document.sections[0].activities[0].items
    assert [item.evidence for item in items] == [("b2.1",), UNSUPPORTED]
    dropped = written(ask, unsupported="drop").document.sections[0].activities[0].items
    assert len(dropped) == 1


def test_an_answer_that_cannot_be_read_is_asked_for_once_more_and_seen_then() -> None:
    answers = iter(["I would say: a protein!", json.dumps({"cards": [CARD]}), "{}"])
    ask = PlainAsk(lambda prompt: next(answers))
    made = written(ask)
    assert kinds(made) == [["flashcards"], []]
    assert ask.asked[1].turns[0].answer == "I would say: a protein!"
    assert made.wasted == ("led_1",)


def test_a_section_without_a_readable_answer_is_only_read_which_is_told() -> None:
    made = written(answering({"cards": [CARD]}, "No idea."))
    assert kinds(made) == [["flashcards"], []]
    assert made.document.sections[1].reading == ("b3", "b4")
    (told,) = made.warnings
    assert told.code == "answer_left_out"
    assert "“Substrates”" in told.message


def test_nothing_for_any_section_is_no_spec_and_not_charged() -> None:
    with pytest.raises(SpecUnusable) as unusable:
        written(answering("?", "?"))
    assert len(unusable.value.calls) == 4


@pytest.mark.parametrize(
    "junk", [[], {"cards": "many"}, {"cards": [1, None, {}]}, {"terms": {"a": 1}}, {"else": [CARD]}]
)
def test_answers_of_another_shape_break_nothing(junk: object) -> None:
    made = written(answering(json.dumps(junk), {"terms": [TERM]}))
    assert kinds(made) == [[], ["terms"]]


def test_a_very_long_source_is_asked_about_up_to_a_bound_and_that_is_told() -> None:
    ask = answering({"cards": [CARD]}, {})
    text = "An enzyme is a protein. " + WORDS * 55
    made = written(ask, source(*[text] * (PIECES_MAX + 5)))
    assert len(ask.asked) == PIECES_MAX
    assert [told.code for told in made.warnings] == ["source_left_out"]
    assert len(made.document.sections) == PIECES_MAX + 5


def test_pieces_keep_every_block_in_order_and_short_sections_go_together() -> None:
    def ids(blocks: Sequence[Block]) -> list[str]:
        return [block.id for block in blocks]

    read = chapter()
    assert [ids(piece.blocks) for piece in pieces_of(read)] == [["b1", "b2"], ["b3", "b4"]]
    short = source("Enzymes", "A protein.", "Substrates", "A molecule.")
    short = replace(short, blocks=tuple(_heading(each) for each in short.blocks))
    assert [ids(piece.blocks) for piece in pieces_of(short)] == [["b1", "b2", "b3", "b4"]]
    long = source(*[WORDS * 50] * 4)
    assert [ids(piece.blocks) for piece in pieces_of(long)] == [["b1"], ["b2"], ["b3"], ["b4"]]
    assert pieces_of(source()) != ()
