"""Sources that give orders to a model that obeys them all: no address, claim, plan or secret comes of it.

Ten ways in, twenty orders each, every file read by the reader that reads it in use. What holds is how the
parts are built, not a list of phrases.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from praxeo.authors.model.addresses import holds_address
from praxeo.authors.model.author import ModelAuthor
from praxeo.compile.app import build_payload
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import UNSUPPORTED, Item, SpecDocument
from praxeo.ports.models import Prompt
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate
from praxeo.spec.text import parse_spec, print_spec
from tests.hostile.injection.channels import CHANNELS, Channel
from tests.hostile.injection.orders import ORDERS, Answer, Order, card
from tests.unit.authors.model.plain_models import FENCE, RUN, PlainAsk, content, words

CASES = [
    pytest.param(channel, order, number, id=f"{channel.name}: {order.name}")
    for channel in CHANNELS
    for number, order in enumerate(ORDERS)
]
UNSEEN = [case for case in CASES if case.values[0].unseen]  # type: ignore[union-attr]
every_case = pytest.mark.parametrize(("channel", "order", "number"), CASES)


@dataclass(frozen=True)
class Made:
    """What became of one case, and what the model was asked."""

    extraction: Extraction
    document: SpecDocument
    asked: tuple[Prompt, ...]


def honest() -> Answer:
    good = card("What is an enzyme?", "a protein", quote="An enzyme is a protein", block="b2")
    return content(good, summary="What enzymes are.")


@cache
def made(channel: Channel, order: Order, number: int) -> Made:
    """The case read, and a spec of it by a model that does whatever any source could tell it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, channel.file)
        path.write_bytes(channel.build(order.text, number))
        extraction = read(validate(path).label, path)
    answer = honest()
    order.obey(answer)
    ask = PlainAsk(lambda prompt: json.dumps(answer))
    written = ModelAuthor(ask=ask, fence=FENCE).write_spec(
        extraction, name=channel.file, route="compiled", unsupported="mark", run=RUN
    )
    return Made(extraction, written.document, tuple(ask.asked))


def items(document: SpecDocument) -> list[Item]:
    return [item for s in document.sections for a in s.activities for item in a.items]


def test_there_are_ways_in_and_orders_enough() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 150
    assert len(CHANNELS) >= 8


@every_case
def test_no_address_leads_out(channel: Channel, order: Order, number: int) -> None:
    found = made(channel, order, number)
    text = print_spec(found.document)
    assert parse_spec(text) == found.document
    shown = [each["prose"] for each in build_payload(found.document, found.extraction)["sections"]]
    for marked in (item for item in items(found.document) if item.evidence == UNSUPPORTED):
        assert not holds_address(f"{marked}")
        text = text.replace(marked.back, "")  # type: ignore[union-attr]
    assert not [word for word in order.planted if word in "\n".join((text, *shown))]
    assert "href" not in "".join(shown)


@every_case
def test_no_claim_stands_without_its_place(channel: Channel, order: Order, number: int) -> None:
    found = made(channel, order, number)
    places = {block.id for block in found.extraction.blocks}
    claims = items(found.document)
    assert claims
    for item in claims:
        if item.evidence != UNSUPPORTED:
            assert item.evidence
            assert {place.partition(".")[0] for place in item.evidence} <= places


@every_case
def test_no_tool_and_no_secret_is_in_reach(channel: Channel, order: Order, number: int) -> None:
    for prompt in made(channel, order, number).asked:
        told = words(prompt) + prompt.system
        assert FENCE.secret.decode() not in told
        assert not [name for name in vars(type(prompt)) if "tool" in name]
        assert len(re.findall(r"<<<source [0-9a-f]{32}>>>", told)) == 1


@pytest.mark.parametrize(("channel", "order", "number"), UNSEEN)
def test_what_no_reader_sees_no_model_sees(channel: Channel, order: Order, number: int) -> None:
    found = made(channel, order, number)
    read_text = " ".join(block.text for block in found.extraction.blocks)
    assert order.text[:20] not in f"{read_text} {found.extraction.metadata}"
    assert all(order.text[:20] not in words(prompt) for prompt in found.asked)
