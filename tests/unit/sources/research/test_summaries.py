"""A summary without a model is made of whole sentences of the sources, and of nothing else."""

from __future__ import annotations

from random import Random

from benchmarks.sources.telling import facts
from praxeo.domain.blocks import Block, Extraction, Locator, Metadata
from praxeo.domain.sentences import evidence_text
from praxeo.sources.research.summaries import SENTENCES, summarised


def extraction_of(*sources: list[str]) -> Extraction:
    blocks: list[Block] = []
    for number, paragraphs in enumerate(sources):
        for text in paragraphs:
            blocks.append(
                Block(
                    id=f"b{len(blocks) + 1}",
                    kind="paragraph",
                    text=text,
                    locator=Locator(source=number),
                )
            )
    return Extraction(metadata=Metadata(title="Enzymes"), blocks=tuple(blocks))


def test_every_sentence_stands_word_for_word_where_it_says() -> None:
    for seed in range(60):
        chance = Random(seed)
        said = [fact.said() for fact in facts(chance, 60)]
        found = extraction_of([" ".join(said[:9]), " ".join(said[9:30])], [" ".join(said[30:])])
        by_id = {block.id: block for block in found.blocks}
        summary = summarised(found, "bridges and canals")
        assert len(summary) == SENTENCES
        for each in summary:
            block, _, number = each.evidence.partition(".")
            assert each.text == evidence_text(by_id[block], int(number))
            assert each.source == by_id[block].locator.source


def test_what_speaks_of_the_topic_comes_before_what_does_not() -> None:
    found = extraction_of(
        [
            "The weather of the coast was mild all through the year. "
            "An enzyme binds its substrate at the active site of its shape. "
            "Visitors come to the coast in the summer for its light."
        ]
    )
    (best,) = summarised(found, "How enzymes bind a substrate", most=1)
    assert best.text.startswith("An enzyme binds")


def test_nothing_is_said_twice_and_each_source_has_its_turn() -> None:
    one = "An enzyme binds its substrate at the active site."
    other = "An enzyme binds its own substrate at its active site."
    found = extraction_of([one], [other, "Heat changes the shape of a protein in a cell for good."])
    assert [each.source for each in summarised(found, "enzymes")] == [0, 1]
    assert summarised(found, "enzymes")[0].text == one


def test_what_leans_on_another_sentence_is_no_sentence_of_its_own() -> None:
    found = extraction_of(
        ["This is why it stops working when it gets too hot there.", "Too short."]
    )
    assert summarised(found) == ()
