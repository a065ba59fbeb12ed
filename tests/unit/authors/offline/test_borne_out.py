"""Nothing is shown that the places it names do not say: a key taken for another question's waits as a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.borne_out import hold_what_is_not_borne_out
from praxeo.authors.offline.harvest import decks
from praxeo.authors.offline.judging import Judged
from praxeo.authors.offline.material import Candidate
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card
from praxeo.sources.documents.text.markdown import read_markdown_file

CANAL = """# The canal

Focus questions. Who controls the canal today? How did disease shape its building?

The Chagres River fills the lake above the locks. Panama has controlled the canal since 1999.

1. Which river fills the lake above the locks?

## Answers

1. The Chagres River.
"""


@pytest.fixture
def canal(tmp_path: Path) -> Extraction:
    (tmp_path / "canal.md").write_text(CANAL, "utf-8")
    return read_markdown_file(tmp_path / "canal.md")


def asked(
    question: str, answer: str, places: tuple[str, ...], *, rule: str = "key", group: str = ""
) -> Candidate:
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=answer, evidence=places),
        prompt=question,
        answer=answer,
        quote=answer,
        rule=rule,
        group=group,
    )


def place_of(words: str, extraction: Extraction) -> str:
    return next(block.id for block in extraction.blocks if words in block.text)


def test_an_answer_that_stands_nowhere_near_its_question_is_held_back(canal: Extraction) -> None:
    right = asked(
        "Who has controlled the canal since 1999?", "Panama", (place_of("Panama", canal),)
    )
    wrong = asked("Who has controlled the canal since 1999?", "Egypt", (place_of("Panama", canal),))
    told = hold_what_is_not_borne_out(Judged(shown=[right, wrong]), canal)
    assert told.shown == [right]
    assert told.held == [wrong]


def test_what_belongs_together_and_what_somebody_wrote_to_be_asked_stays(canal: Extraction) -> None:
    place = (place_of("Panama", canal),)
    step = asked("Who has controlled the canal since 1999?", "Egypt", place, group="list 1")
    card = asked("Who has controlled the canal since 1999?", "Egypt", place, rule=decks.RULE)
    assert hold_what_is_not_borne_out(Judged(shown=[step, card]), canal).shown == [step, card]


def test_what_waited_before_still_waits(canal: Extraction) -> None:
    waiting = asked("Which river fills the lake?", "The Chagres River.", ("b3",))
    assert hold_what_is_not_borne_out(Judged(held=[waiting]), canal).held == [waiting]
