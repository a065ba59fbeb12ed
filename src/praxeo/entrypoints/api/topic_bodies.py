"""What requests about topics may say, and what is told of their pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from praxeo.domain.input_records import Depth
from praxeo.entrypoints.api.bodies import Body, Given
from praxeo.entrypoints.api.shapes import Shape
from praxeo.sources.research.planning import QUERIES_MAX, QUERY_CHARACTERS_MAX

PAGES_MAX = 20

DepthField = Annotated[
    Depth,
    Field(description="How far it is looked into: `quick` reads five pages, `thorough` twelve."),
]
Queries = Annotated[
    tuple[Annotated[str, Field(max_length=QUERY_CHARACTERS_MAX)], ...],
    Field(
        max_length=QUERIES_MAX,
        description="What is asked for it, in your words; left out: what the plan says by rule.",
    ),
]


class NewTopicPlan(Body):
    """A topic of which it is to be said what will be asked for it."""

    topic: Given = Field(examples=["How photosynthesis works"])
    depth: DepthField = "quick"
    queries: Queries = ()


class LeftOut(Body):
    """The pages of a topic that are not taught."""

    addresses: tuple[str, ...] = Field(
        max_length=PAGES_MAX,
        description="Of `sources` in its extraction: `address`, or `input_id` for what was read here before.",
        examples=[["https://example.org/enzymes"]],
    )


class SaidSentence(Shape):
    """A sentence of a page, word for word."""

    text: str
    evidence: str = Field(description="Its place.", examples=["b12.3"])
    source: int = Field(description="Counts from 0 in the `sources` of the extraction.")


class TopicSummary(Shape):
    """What the pages of a topic say most about it."""

    sentences: list[SaidSentence] = Field(description="In the order in which they stand.")
