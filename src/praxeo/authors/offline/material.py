"""What the author works with: sentences that know where they stand, and candidate items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from praxeo.authors.offline.cleaning import without_citations, without_opener
from praxeo.domain.blocks import Block
from praxeo.domain.sentences import split_sentences
from praxeo.domain.spec import ActivityKind, Item


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence of a block. `text` is literal; `prompt` is cleaned for use in questions."""

    block: Block
    number: int
    start: int
    text: str
    topic: str = ""

    @property
    def reference(self) -> str:
        return f"{self.block.id}.{self.number}"

    @cached_property
    def prompt(self) -> str:
        return without_opener(without_citations(self.text))


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An item that an extractor proposes; the gate decides.

    `prompt` is what the learner sees before answering, `answer` what counts as right. `quote` is
    the literal text of the evidence. `rule` names the extractor. Candidates with the same `group`
    belong to one exercise (a matching of one table, the steps of one list), which `title` names.
    `subject` is the term or the question that it is about ("" for the prompt). `taken` are the blocks that
    are practised instead of read. `place` is the block at which it is practised ("" for that of its evidence). Higher `score` first.
    """

    kind: ActivityKind
    item: Item
    prompt: str
    answer: str
    quote: str
    rule: str
    score: float = 0.0
    group: str = ""
    title: str = ""
    subject: str = ""
    taken: tuple[str, ...] = ()
    place: str = ""

    @property
    def evidence(self) -> tuple[str, ...]:
        return self.item.evidence


@dataclass(frozen=True, kw_only=True)
class Part:
    """One future section: its title and the blocks to read."""

    title: str
    blocks: tuple[Block, ...]


def sentences_of(block: Block, topic: str = "") -> list[Sentence]:
    """The sentences of one block of running text."""
    return [
        Sentence(block=block, number=number, start=start, text=block.text[start:end], topic=topic)
        for number, (start, end) in enumerate(split_sentences(block.text), 1)
    ]
