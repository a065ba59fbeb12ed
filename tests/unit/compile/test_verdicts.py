"""An app says of each item whether the source says it, whoever wrote or changed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from praxeo.compile.app import build_payload
from praxeo.compile.filled_blanks import fills_blank
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import UNSUPPORTED, Activity, Card, Cloze, Evidence, Section, SpecDocument

SOURCE = Extraction(
    metadata=Metadata(media_type="text/plain", content_hash="0" * 64, language="en"),
    blocks=(
        Block(id="b1", kind="paragraph", text="Red light has a wavelength of 700 nm."),
        Block(id="b2", kind="paragraph", text="If the resistance doubles, the current halves."),
        Block(id="b3", kind="paragraph", text="Milkmaids who had caught cowpox did not fall ill."),
    ),
)


def evidence_told(front: str, back: str, evidence: Evidence) -> list[str]:
    card = Card(front=front, back=back, evidence=evidence)
    activity = Activity(kind="flashcards", title="Cards", items=(card,))
    section = Section(id="s1", title="One", activities=(activity,))
    document = SpecDocument(
        title="Light", language="en", source="l.txt", author="offline 1", sections=(section,)
    )
    payload = build_payload(document, SOURCE)
    told: list[str] = payload["sections"][0]["activities"][0]["items"][0]["evidence"]
    return told


def test_what_the_source_says_in_its_words_is_quoted() -> None:
    told = evidence_told("Red light", "has a wavelength of 700 nm", ("b1.1",))
    assert told == ["b1.1", "quoted"]


def test_what_it_says_in_other_words_is_restated() -> None:
    question = "What happens to the current if the resistance doubles?"
    assert evidence_told(question, "It halves", ("b2.1",)) == ["b2.1", "restated"]


def test_an_edit_that_the_place_does_not_bear_is_marked_and_keeps_its_place_to_compare() -> None:
    told = evidence_told("What wavelength has red light?", "650 nm", ("b1.1",))
    assert told == ["b1.1", "unsupported"]
    question = "What happens to the current if the resistance doubles?"
    assert evidence_told(question, "It doubles", ("b2.1",)) == ["b2.1", "unsupported"]
    assert evidence_told("Who fell ill?", "Milkmaids", ("b1.1",)) == ["b1.1", "unsupported"]


def test_what_names_no_place_gets_no_verdict() -> None:
    assert evidence_told("Who drew this?", "We did", ()) == ["own"]
    assert evidence_told("Who drew this?", "We did", UNSUPPORTED) == ["unsupported"]


@pytest.mark.parametrize(("answer", "borne_out"), [("50", True), ("25", False), ("5", False)])
def test_a_gap_that_a_worksheet_fills_in_its_solutions_is_said_by_it(
    answer: str, borne_out: bool
) -> None:
    source = replace(
        SOURCE,
        blocks=(
            Block(id="b1", kind="paragraph", text="a) 25 % of 200 g is ____ g. b) 30 of 120 is ____ %."),
            Block(id="b2", kind="paragraph", text="a) 50 b) 25"),
        ),
    )  # fmt: skip
    gap = Cloze(before="25 % of 200 g is ", answer=answer, after=" g.", evidence=("b1", "b2"))
    assert fills_blank(gap, source) == borne_out
