"""Passages that are not meant for the reader of a source wait in channels, and move nothing when chosen."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.asides import all_blocks, numbered, with_channels
from praxeo.domain.blocks import Aside, Block, Extraction, Metadata
from praxeo.domain.reading_ledger import Channel


def paragraph(id: str, text: str) -> Block:
    return Block(id=id, kind="paragraph", text=text)


def aside(channel: Channel, after: str, block: Block) -> Aside:
    return Aside(channel=channel, after=after, block=block)


FOUND = Extraction(
    metadata=Metadata(),
    blocks=(paragraph("b1", "One."), paragraph("b2", "Two.")),
    asides=(
        aside("speaker_notes", "b1", paragraph("b3", "Say one.")),
        aside("comments", "", paragraph("b4", "Check this.")),
        aside("speaker_notes", "b2", paragraph("b5", "Say two.")),
    ),
)


def ids(extraction: Extraction) -> list[str]:
    return [block.id for block in extraction.blocks]


def test_nothing_of_a_channel_is_given_unless_it_is_chosen() -> None:
    assert ids(with_channels(FOUND, ())) == ["b1", "b2"]
    assert with_channels(FOUND, ("hidden",)) is FOUND


def test_a_chosen_channel_stands_where_it_belongs_and_changes_no_id() -> None:
    chosen = with_channels(FOUND, ("speaker_notes",))
    assert ids(chosen) == ["b1", "b3", "b2", "b5"]
    assert [left.channel for left in chosen.asides] == ["comments"]
    both = with_channels(FOUND, ("speaker_notes", "comments"))
    assert ids(both) == ["b4", "b1", "b3", "b2", "b5"]


def test_evidence_can_lead_to_every_passage_whatever_is_chosen() -> None:
    everything = {block.id: block.text for block in all_blocks(FOUND)}
    assert everything == {
        block.id: block.text for block in all_blocks(with_channels(FOUND, ("comments",)))
    }
    assert everything["b3"] == "Say one."


def test_asides_follow_their_blocks_when_these_are_counted_anew() -> None:
    first, second = FOUND.blocks
    parted = (first, replace(first, text="One, too."), second)
    after = numbered(FOUND, parted)
    assert ids(after) == ["b1", "b2", "b3"]
    assert [(a.after, a.block.id) for a in after.asides] == [("b2", "b4"), ("", "b5"), ("b3", "b6")]


def test_an_aside_of_a_block_that_is_gone_stands_behind_the_one_before() -> None:
    after = numbered(FOUND, FOUND.blocks[:1])
    assert [(a.after, a.block.id) for a in after.asides] == [("b1", "b2"), ("", "b3"), ("b1", "b4")]
